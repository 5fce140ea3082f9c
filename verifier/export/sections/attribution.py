"""Who is said to have done it: a dated timeline, the competing accounts, and how they stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from verifier.export import palette
from verifier.export.draft import Draft
from verifier.export.sections.matrix import matrix
from verifier.export.tables import TEXT_WIDTH, Cell, cell, table
from verifier.export.wml import BOLD, look, run
from verifier.export.wording import day, sentence, shorten
from verifier.export.words import tr
from verifier.queries.attributions import AttributionRow, IncidentRow
from verifier.queries.report import ReportClaim

TIMELINE = (1720, 2250, 2150, TEXT_WIDTH - 1720 - 2250 - 2150)
MUTED = look(color="565F6B")


def attribution_bookmark(claim: ReportClaim) -> str:
    """Where a claim's attribution begins."""
    return f"attribution_{claim.row.number}"


def attribution(draft: Draft) -> None:
    """The part; nothing where the case has no attribution and no matrix."""
    told = [claim for claim in draft.data.claims if claim.attributions or claim.matrix]
    loose = [row for row in draft.data.attributions if row.claim_id is None]
    if not told and not loose:
        return
    draft.heading(tr("Attribution"), "attribution", page_break=True)
    for incident in draft.data.incidents:
        _incident(draft, incident)
    for claim in told:
        title = f"{claim.row.label}. {shorten(claim.row.statement, 90)}"
        draft.heading(title, attribution_bookmark(claim), level=2)
        if claim.attributions:
            _timeline(draft, claim.attributions)
        if claim.matrix is not None and claim.matrix.hypotheses:
            matrix(draft, claim, claim.matrix)
    if loose:
        draft.heading(tr("Other statements"), "attribution_other", level=2)
        _timeline(draft, loose)


def _incident(draft: Draft, row: IncidentRow) -> None:
    when = day(f"{row.start}/{row.end}" if row.end and row.end != row.start else row.start)
    pieces = (
        when,
        tr("also called {names}", names=", ".join(row.aliases)) if row.aliases else "",
        tr("victims: {names}", names=", ".join(row.victims)) if row.victims else "",
        tr("in {places}", places=", ".join(row.victim_countries)) if row.victim_countries else "",
        palette.label("incident-type", row.kind) if row.kind else "",
    )
    draft.say("Normal", run(row.name, BOLD) + run(". " + "; ".join(filter(None, pieces)) + "."))
    if row.description:
        draft.say("Normal", run(row.description))


def _timeline(draft: Draft, rows: Sequence[AttributionRow]) -> None:
    draft.table_caption(tr("Who said what, when"))
    heads = [
        cell(run(words), style="TableHead")
        for words in (
            tr("Date"),
            tr("Said by"),
            tr("Names"),
            tr("In their own words, with what confidence"),
        )
    ]
    draft.put(
        table(
            TIMELINE,
            [_statement(draft, row) for row in rows],
            heads=heads,
            title=tr("Timeline of attribution"),
            summary=tr(
                "One row for each statement: date, who said it, whom they named, and their own "
                "words with their stated confidence."
            ),
        )
    )
    draft.say("TextGap", "")


def _statement(draft: Draft, row: AttributionRow) -> list[Cell]:
    sources = [
        draft.to_source(source)
        for evidence_id in row.evidence_ids
        if (source := draft.index.source_of_evidence(evidence_id)) is not None
    ]
    actor = [run(row.actor)]
    if row.different_incident:
        actor.append(run(tr("speaks of another incident"), MUTED))
    basis = palette.label("attribution-basis", row.basis) if row.basis else ""
    return [
        cell(run(day(row.date) or tr("undated"))),
        cell(run(row.party, BOLD), *([run(basis, MUTED)] if basis else [])),
        cell(*actor),
        cell(*_words(row), *([run(", ").join(dict.fromkeys(sources))] if sources else [])),
    ]


def _words(row: AttributionRow) -> Iterable[str]:
    """Their words and stated confidence, then our own rating; never two scales in one sentence."""
    if row.stated_confidence:
        yield run(f"“{row.stated_confidence}”")
    if row.stated_band:
        yield run(tr("Stated confidence: {band}.", band=row.stated_band), MUTED)
    if row.confidence:
        band = palette.label(row.confidence_scale, row.confidence).lower()
        yield run(tr("Our confidence: {band}.", band=band))
    if row.likelihood:
        band = palette.likelihood(row.likelihood_scale, row.likelihood)
        yield run(tr("Our likelihood: {band}.", band=band))
    if row.reason:
        yield run(sentence(row.reason))
    if row.contested_by:
        yield run(tr("Contested by {names}.", names=", ".join(row.contested_by)))
    if row.not_disclosed:
        yield run(tr("Not disclosed: {what}", what=sentence(row.not_disclosed)))
    if row.note:
        yield run(sentence(row.note), MUTED)
