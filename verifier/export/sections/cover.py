"""The cover: what was checked, by whom, the bottom line, and how many claims got which verdict."""

from __future__ import annotations

from collections import Counter

from verifier.export import palette
from verifier.export.draft import Draft
from verifier.export.palette import Verdict
from verifier.export.passages import has_pages
from verifier.export.tables import TEXT_WIDTH, Cell, cell, table
from verifier.export.wml import escape, look, paragraph, run, spacing
from verifier.export.wording import count, listed, moment, number_word
from verifier.export.words import figure, noun, tr
from verifier.queries.report import ReportDocument
from verifier.states import ClaimStatus, Decision

KICKER = "Annotated verification report"
BOX = "The title of the report, set in a box for its looks only."
MEDIA_TYPES = {
    "text/plain": "plain text",
    "text/markdown": "Markdown",
    "text/html": "web page",
    "multipart/related": "saved web page",
    "message/rfc822": "e-mail",
    "application/pdf": "PDF",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word document",
}


def cover(draft: Draft) -> None:
    """The first page."""
    draft.say("Normal", "", spacing(before=70, after=0))
    _banner(draft)
    draft.say("Normal", "", spacing(before=0, after=4))
    _details(draft)
    draft.say("Label", run(tr("Bottom line")), spacing(before=24, after=5))
    draft.say("BottomLine", bottom_line(draft))
    draft.put(verdict_strip(draft))
    draft.say("Normal", "", spacing(before=0, after=0))


def _banner(draft: Draft) -> None:
    checked = count(len(draft.data.claims), "claim", capital=True)
    sources = count(len(draft.data.sources), "source")
    told = tr("{claims} checked against {sources}", claims=checked, sources=sources)
    lines = (
        paragraph("Kicker", run(tr(KICKER)))
        + paragraph("Title", run(draft.data.case.title))
        + paragraph("Subtitle", run(told))
    )
    draft.put(
        '<w:tbl><w:tblPr><w:tblStyle w:val="BannerTable"/>'
        f'<w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:top w:w="480" w:type="dxa"/><w:left w:w="340" w:type="dxa"/>'
        '<w:bottom w:w="480" w:type="dxa"/><w:right w:w="340" w:type="dxa"/></w:tblCellMar>'
        f'<w:tblCaption w:val="{escape(tr("Title"))}"/>'
        f'<w:tblDescription w:val="{escape(tr(BOX))}"/>'
        f'</w:tblPr><w:tblGrid><w:gridCol w:w="{TEXT_WIDTH}"/></w:tblGrid>'
        f'<w:tr><w:tc><w:tcPr><w:tcW w:w="{TEXT_WIDTH}" w:type="dxa"/>'
        '<w:shd w:val="clear" w:color="auto" w:fill="1F3A5F"/></w:tcPr>'
        f"{lines}</w:tc></w:tr></w:tbl>"
    )


def _details(draft: Draft) -> None:
    rows = [(name, words) for name, words in details(draft) if words]
    name_look = look(bold=True, color="565F6B")
    draft.put(
        table(
            (2600, TEXT_WIDTH - 2600),
            [(cell(run(name, name_look)), cell(run(words))) for name, words in rows],
            style="DetailsTable",
            title=tr("Details"),
            summary=tr("What was verified, when and by whom."),
        )
    )


def details(draft: Draft) -> list[tuple[str, str]]:
    """Names and words of the details table; empty words are left out."""
    data = draft.data
    raters = dict.fromkeys(a.person for claim in data.claims for a in claim.history)
    reviewers = dict.fromkeys(
        review.person
        for claim in data.claims
        for review in claim.reviews
        if review.decision in (Decision.APPROVE, Decision.REQUEST_CHANGES)
    )
    alone = len(data.documents) == 1
    name = tr("Document verified") if alone else tr("Documents verified")
    return [
        (name, "; ".join(_document(document) for document in data.documents)),
        (tr("Report number"), draft.settings.report_number),
        (tr("Status"), _status(draft)),
        (tr("Date"), moment(draft.exported_at)),
        (tr("Checked by"), listed(list(raters))),
        (tr("Reviewed by"), listed(list(reviewers))),
        (tr("About"), data.case.description),
    ]


def _document(document: ReportDocument) -> str:
    row = document.row
    kind = tr(MEDIA_TYPES.get(row.media_type, row.media_type))
    pages = f", {count(row.pages, 'page')}" if has_pages(document) else ""
    letters = f"{figure(row.characters)} {noun(row.characters, 'character')}"
    return f"{row.title or row.file_name} ({kind}{pages}, {letters})"


def _status(draft: Draft) -> str:
    published = sum(
        claim.row.status in (ClaimStatus.PUBLISHED, ClaimStatus.CORRECTED)
        for claim in draft.data.claims
    )
    approved = sum(claim.row.status == ClaimStatus.APPROVED for claim in draft.data.claims)
    total = len(draft.data.claims)
    if total and published == total:
        return tr("Published")
    if total and published + approved == total:
        return tr("Approved")
    if not published + approved:
        return tr("Draft: no claim has been approved yet")
    return tr(
        "Draft: {approved} of {total} claims approved", approved=published + approved, total=total
    )


def verdict_counts(draft: Draft) -> list[tuple[Verdict, int]]:
    """Every verdict of the case's scale with its count, then what else was given."""
    found = Counter(draft.verdict(claim) for claim in draft.data.claims)
    order = list(palette.verdicts(draft.data.case.verdict_scale))
    order += sorted((v for v in found if v not in order), key=lambda v: (v.code == "", v.label))
    return [(verdict, found[verdict]) for verdict in order]


def verdict_strip(draft: Draft) -> str:
    """The counts as a row of coloured boxes."""
    counts = verdict_counts(draft)
    widths = _shares(TEXT_WIDTH, len(counts))
    cells = [
        Cell(
            (
                run(str(number), look(color=verdict.ink, bold=True, size=18)),
                run(verdict.name, look(color=verdict.ink, bold=True, size=8.5)),
            ),
            style="CountLabel",
            shade=verdict.chip,
            top=verdict.line,
        )
        for verdict, number in counts
    ]
    return table(
        widths,
        [cells],
        style="TableNormal",
        title=tr("Claims by verdict"),
        summary=", ".join(f"{verdict.label}: {number}" for verdict, number in counts),
    )


def bottom_line(draft: Draft) -> str:
    """The house's own sentence, or one made from the counts."""
    if draft.settings.bottom_line:
        return run(draft.settings.bottom_line)
    total = len(draft.data.claims)
    if not total:
        return run(tr("No claim has been marked yet."))
    pieces = [
        run(_share(number, total, verdict), look(bold=True, color=verdict.ink))
        for verdict, number in verdict_counts(draft)
        if number
    ]
    opening = run(tr("Of {claims}, ", claims=count(total, "claim")))
    joints = ["", *[", "] * (len(pieces) - 2), tr(" and ")] if len(pieces) > 1 else [""]
    joined = "".join(run(joint) + piece for joint, piece in zip(joints, pieces, strict=True))
    return f"{opening}{joined}{run('.')}"


def _share(number: int, total: int, verdict: Verdict) -> str:
    label = f"{verdict.label[0].lower()}{verdict.label[1:]}"
    if number == total > 1:
        return tr("all are {verdict}", verdict=label)
    text = "{number} is {verdict}" if number == 1 else "{number} are {verdict}"
    return tr(text, number=number_word(number), verdict=label)


def _shares(width: int, parts: int) -> list[int]:
    share = width // parts
    return [share] * (parts - 1) + [width - share * (parts - 1)]
