"""All claims at a glance: a table with a header row that repeats on every page."""

from __future__ import annotations

from verifier.export import palette
from verifier.export.draft import Draft, card_bookmark, passage_bookmark
from verifier.export.settings import Part
from verifier.export.tables import TEXT_WIDTH, Cell, cell, table
from verifier.export.wml import look, run
from verifier.export.wording import shorten
from verifier.export.words import tr
from verifier.queries.report import ReportClaim

WIDTHS = (760, TEXT_WIDTH - 760 - 1900 - 1450 - 1350, 1900, 1450, 1350)
NAMED_SOURCES = 4
"""Sources named in a row at most; the card names all."""


def claims(draft: Draft) -> None:
    """The part."""
    draft.heading(tr("Claims at a glance"), "claims", page_break=True)
    if not draft.data.claims:
        draft.say("Normal", run(tr("No claim has been marked yet.")))
        return
    draft.table_caption(tr("All claims with verdict and confidence"))
    heads = [
        cell(run(words), style="TableHead")
        for words in (
            tr("No."),
            tr("Claim"),
            tr("Verdict"),
            tr("Confidence"),
            tr("Sources, page"),
        )
    ]
    rows = [_row(draft, claim) for claim in draft.data.claims]
    draft.put(
        table(
            WIDTHS,
            rows,
            heads=heads,
            title=tr("Claims at a glance"),
            summary=tr(
                "One row for each claim: its number, its words, the verdict, the confidence, the "
                "sources and the page of its card."
            ),
        )
    )
    draft.say("Note", run(_key(draft)))


def _row(draft: Draft, claim: ReportClaim) -> list[Cell]:
    verdict = draft.verdict(claim)
    statement = shorten(claim.row.statement, 220)
    whole = statement == claim.row.statement
    marks = draft.editable(claim, "statement", 2) if whole else ("", "")
    return [
        cell(draft.to_claim(claim, look(bold=True, color="0B5394", underline="single"))),
        cell(marks[0] + run(statement) + marks[1]),
        cell(
            run(verdict.name, look(bold=True, color=verdict.ink)),
            shade=verdict.chip,
            bar=verdict.line,
        ),
        cell(*_confidence(draft, claim)),
        cell(*_sources(draft, claim)),
    ]


def _confidence(draft: Draft, claim: ReportClaim) -> list[str]:
    row = claim.assessment
    if row is None or not row.confidence:
        return [run("–", look(color="565F6B"))]
    scale = row.confidence_scale or draft.data.case.confidence_scale
    return [draft.dots(scale, row.confidence), run(palette.label(scale, row.confidence))]


def _sources(draft: Draft, claim: ReportClaim) -> list[str]:
    found = {
        s.id: s for c in draft.index.citations(claim) if (s := draft.index.source_of(c)) is not None
    }
    named = [draft.to_source(source) for source in list(found.values())[:NAMED_SOURCES]]
    more = len(found) - len(named)
    words = run(", ").join(named) + (run(f" +{more}") if more > 0 else "")
    muted = look(color="565F6B")
    lines = [words or run("–", muted)]
    place = _place(draft, claim)
    return [*lines, run(tr("p. "), muted) + draft.page_of(place, muted)] if place else lines


def _place(draft: Draft, claim: ReportClaim) -> str:
    """The card's bookmark, or else the passage's."""
    if draft.has(Part.CARDS):
        return card_bookmark(claim)
    in_text = draft.has(Part.TEXT) and claim.row.id in draft.index.first_passages
    return passage_bookmark(claim) if in_text else ""


def _key(draft: Draft) -> str:
    signs = "; ".join(
        f"{v.sign} {v.label.lower()}" for v in palette.verdicts(draft.data.case.verdict_scale)
    )
    scale = palette.known_scale(draft.data.case.confidence_scale)
    steps = (
        sorted((level for level in scale.levels if level.rank), key=lambda v: v.rank or 0)
        if scale
        else []
    )
    if not steps:
        return tr("Verdict signs: {signs}.", signs=signs)
    ends = tr(" to ").join(
        f"{palette.dots(scale.id, level.code)} {palette.label(scale.id, level.code).lower()}"
        for level in (steps[0], steps[-1])
        if scale
    )
    return tr("Confidence runs from {ends}. Verdict signs: {signs}.", ends=ends, signs=signs)
