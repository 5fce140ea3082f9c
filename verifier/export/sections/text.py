"""The text under check, unaltered, with every claim marked, tagged and commented."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.export.draft import (
    Draft,
    card_bookmark,
    passage_bookmark,
    shown_highlights,
)
from verifier.export.grids import grid, stretches
from verifier.export.marked import Paragraph, Passage, TextWriter
from verifier.export.sections.remarks import threads_of
from verifier.export.settings import Part
from verifier.export.wml import run
from verifier.export.words import figure, tr
from verifier.queries.report import ReportDocument


def texts(draft: Draft) -> None:
    """The part: one after another, every document of the case."""
    alone = len(draft.data.documents) == 1
    draft.heading(
        tr("The report with its claims marked")
        if alone
        else tr("The reports with their claims marked"),
        "text",
        page_break=True,
    )
    for document, cut in draft.index.texts:
        if not alone:
            title = document.row.title or document.row.file_name
            draft.heading(title, f"document_{document.row.number}", level=2)
        draft.say("Normal", run(_introduction(draft, document)))
        _marked(draft, document, cut)


def _introduction(draft: Draft, document: ReportDocument) -> str:
    highlights = shown_highlights(document)
    claims = len({highlight.claim_id for highlight in highlights})
    if not claims:
        return tr("The text below is unaltered. No claim has been marked in it.")
    sentences = [
        tr("The text below is unaltered."),
        tr(
            "Claims marked in it: {number}. Each is shaded in the colour of its verdict, "
            "underlined in the verdict’s own way, and tagged with its number and sign.",
            number=figure(claims),
        ),
    ]
    if draft.settings.comments:
        sentences.append(tr("The comment beside it says why."))
    if draft.has(Part.CARDS):
        sentences.append(tr("The tag leads to its card."))
    return " ".join(sentences)


def _marked(draft: Draft, document: ReportDocument, cut: Sequence[Paragraph]) -> None:
    language = document.row.language
    passages = _passages(draft, document)
    writer = TextWriter(
        document.text,
        passages,
        spans=document.spans,
        bookmarks=draft.bookmarks,
        language=language if language != draft.language else "",
    )
    after_table = False
    for is_table, pieces in stretches(cut, passages):
        written = [writer.paragraph(piece) for piece in pieces]
        if is_table and after_table:
            draft.say("TextGap", "")
        draft.put(*([grid(pieces, written)] if is_table else written))
        after_table = is_table


def _passages(draft: Draft, document: ReportDocument) -> list[Passage]:
    found = []
    for highlight in shown_highlights(document):
        claim = draft.index.claims.get(highlight.claim_id)
        if claim is None:
            continue
        first = draft.index.first_passages[claim.row.id][0].id == highlight.id
        threads = (
            threads_of(draft, claim, highlight, first=first) if draft.settings.comments else []
        )
        numbers = [number for thread in threads for number in draft.comments.add_thread(*thread)]
        found.append(
            Passage(
                start=highlight.start,
                stop=highlight.stop,
                label=claim.row.label,
                verdict=draft.verdict(claim),
                card=card_bookmark(claim) if draft.has(Part.CARDS) else "",
                bookmark=passage_bookmark(claim) if first else "",
                comments=tuple(numbers),
                passed_over=draft.data.running.passed_over(highlight),
            )
        )
    return found
