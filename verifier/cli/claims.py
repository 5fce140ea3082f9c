"""Claims: take them over from a file, list them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from verifier.cli.base import (
    CASE,
    JSON,
    Session,
    command,
    error_data,
    read_bytes,
    say,
    session,
    show,
)
from verifier.errors import NotFound
from verifier.export.passages import edition_of
from verifier.queries import claims, documents
from verifier.queries.claims import ClaimSummary, HighlightRow
from verifier.queries.documents import DocumentRow
from verifier.scales import scale
from verifier.text.one_line import in_one_line
from verifier.text.page_names import NUMBERS, PageNames

Names = Mapping[str, DocumentRow]
"""Each document in its latest edition, by its id."""
Pages = Mapping[str, PageNames]
"""What pages are called, by the id of their edition."""


@command("annotate")
@CASE
@click.argument("annotations_path", metavar="ANNOTATIONS.json")
@click.option("--partial", is_flag=True, help="Apply what can be located and leave out the rest.")
@JSON
@session
def annotate(
    session: Session, case_path: str, annotations_path: str, partial: bool, as_json: bool
) -> None:
    """Add claims and more from a JSON file.

    Sources, citations, ratings, attributions and matrices of competing hypotheses come with them.
    Passages are found by quote, prefix, suffix and position. Where one cannot be found it is
    listed, and nothing is applied unless --partial is given. The format: docs/annotations.md.
    """
    from verifier.exchange import applying
    from verifier.exchange.annotations import parse
    from verifier.exchange.restoring import keep_before

    wanted = parse(read_bytes(Path(annotations_path)))
    with session.open(case_path) as workspace:
        plan = applying.plan(workspace, wanted, Path(annotations_path).parent)
        applied = partial or not plan.unlocated
        if applied:
            keep_before(workspace, plan.action)
            workspace.do(plan.action)
    data: dict[str, Any] = {
        "applied": applied,
        "counts": dict(plan.counts) if applied else {},
        "unlocated": [asdict(passage) for passage in plan.unlocated],
        "notices": list(plan.notices),
    }
    if plan.unlocated:
        data["error"] = error_data(
            NotFound(
                f"Passages that could not be located: {len(plan.unlocated)}.",
                "Give more of what stands around them. --partial applies the others.",
            )
        )
    for passage in plan.unlocated:
        say(f"Not located: {passage.claim}: “{passage.quote}” ({passage.why}).")
    for notice in plan.notices:
        say(notice)
    if applied:
        counted = ", ".join(f"{number} {name}" for name, number in plan.counts.items() if number)
        show(data, as_json, f"Applied: {counted or 'nothing new'}.")
    else:
        show(data, as_json, "Nothing was applied. --partial applies what can be located.")
    if plan.unlocated:
        raise SystemExit(1)


@command("claims")
@CASE
@JSON
@session
def claims_(session: Session, case_path: str, as_json: bool) -> None:
    """List the claims and how they are rated.

    With ids, quotes, offsets in code points, pages, verdicts, confidence and status.
    """
    with session.open(case_path) as workspace, workspace.reading() as reading:
        names = {row.id: row for row in documents.documents(reading, workspace.case_id)}
        pages = documents.quoted_page_names(reading, workspace.case_id)
        rows = claims.summaries(reading, workspace.case_id)
    data = [claim_data(row, names, pages) for row in rows]
    lines = "\n".join(claim_line(row, names, pages) for row in rows)
    show(data, as_json, lines or "There are no claims yet.")


def claim_data(row: ClaimSummary, names: Names, pages: Pages) -> dict[str, Any]:
    """A claim as JSON shows it."""
    claim, rating = row.claim, row.assessment
    return {
        "id": claim.id,
        "label": claim.label,
        "statement": claim.statement,
        "kind": claim.kind,
        "claimant": claim.claimant,
        "date": claim.date,
        "status": claim.status,
        "verdict": rating.verdict if rating else None,
        "confidence": rating.confidence if rating else None,
        "likelihood": rating.likelihood if rating else None,
        "reason": rating.reason if rating else None,
        "rated_by": rating.person if rating else None,
        "citations": row.citations,
        "highlights": [
            {
                "id": highlight.id,
                "document": highlight.document_id,
                "document_title": names[highlight.document_id].title
                if highlight.document_id in names
                else None,
                "edition": highlight.edition_id,
                "quote": highlight.quote,
                "prefix": highlight.prefix,
                "suffix": highlight.suffix,
                "start": highlight.start,
                "stop": highlight.stop,
                "page": highlight.page,
                "page_label": pages.get(highlight.edition_id, NUMBERS).own(highlight.page) or None,
                "rectangles": highlight.rectangles,
                "picture": highlight.picture,
                "anchoring": highlight.anchoring,
                "earlier_edition": _is_earlier(highlight, names),
            }
            for highlight in row.highlights
        ],
    }


def _is_earlier(highlight: HighlightRow, names: Names) -> bool:
    """Whether a passage stands in an earlier edition of its document only."""
    document = names.get(highlight.document_id)
    return document is not None and document.edition_id != highlight.edition_id


def _place(highlight: HighlightRow, names: Names, pages: Pages) -> str:
    page = pages.get(highlight.edition_id, NUMBERS).with_number(highlight.page)
    told = edition_of(highlight, is_earlier=_is_earlier(highlight, names))
    place = f"p. {page}, {highlight.start}–{highlight.stop}"
    return f"{place}, {told[0].lower()}{told[1:]}" if told else place


def claim_line(row: ClaimSummary, names: Names, pages: Pages) -> str:
    """A claim in one line."""
    verdict = confidence = "not rated"
    if row.assessment and row.assessment.verdict:
        verdict = scale(row.assessment.verdict_scale).level(row.assessment.verdict).label
    if row.assessment and row.assessment.confidence:
        confidence = scale(row.assessment.confidence_scale).level(row.assessment.confidence).label
    places = "; ".join(_place(h, names, pages) for h in row.highlights) or "no passage"
    quote = row.claim.statement
    if row.highlights:
        first = row.highlights[0]
        quote = first.words_on(pages.get(first.edition_id, NUMBERS).of(first.page))
    shortened = in_one_line(quote)
    if len(shortened) > 70:
        shortened = f"{shortened[:69]}…"
    return (
        f"{row.claim.label:>5}  {verdict}; confidence {confidence.lower()}; {row.claim.status}  "
        f"[{places}]  “{shortened}”"
    )
