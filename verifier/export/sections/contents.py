"""The table of contents: a field that Word can renew, filled with the entries as they are."""

from __future__ import annotations

from verifier.export.draft import Draft, Heading
from verifier.export.wml import jump, paragraph, run, text
from verifier.export.wording import shorten
from verifier.export.words import tr

INSTRUCTION = 'TOC \\o "1-2" \\h \\z \\u'

LONGEST = 88
"""Letters of an entry at most, so that it stands on one line."""


def contents(draft: Draft) -> None:
    """The heading, and a place that `fill_contents` fills when every heading is known."""
    draft.say("TOCHeading", run(tr("Contents")), "<w:pageBreakBefore/>")
    draft.put("")


def fill_contents(draft: Draft, place: int) -> None:
    """Write the entries into the place kept for them."""
    entries = [_entry(draft, heading) for heading in draft.headings]
    if not entries:
        draft.body[place] = paragraph("TOC1", run(tr("Nothing to list.")))
        return
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {INSTRUCTION} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    last = len(entries) - 1
    draft.body[place] = "".join(
        paragraph(
            f"TOC{heading.level}",
            (begin if not number else "") + entries[number] + (end if number == last else ""),
        )
        for number, heading in enumerate(draft.headings)
    )


def _entry(draft: Draft, heading: Heading) -> str:
    lettered = heading.number.endswith(":")
    joint = text(" ") if lettered else "<w:tab/>"
    number = f"<w:r>{text(heading.number)}{joint}</w:r>" if heading.number else ""
    page = draft.page_of(heading.bookmark)
    words = shorten(heading.words, LONGEST)
    return jump(heading.bookmark, f"{number}{run(words)}<w:r><w:tab/></w:r>{page}")
