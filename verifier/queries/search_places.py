"""Where what was found stands, and what that is called."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from verifier.models import Claim, Document, Edition, Evidence, Highlight, Page, Source
from verifier.queries.rows import Question, Statement
from verifier.queries.search_best import Item
from verifier.text.ranges import TextRange


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """The first passage of a claim, or the text layer's owner."""

    title: str
    document_id: str | None = None
    edition_id: str | None = None
    evidence_id: str | None = None
    page: int | None = None
    range: TextRange | None = None


def layers(session: Session, case_id: str, rooms: Collection[str]) -> dict[str, FoundPlace]:
    """The text layers of each document's latest edition and of the locker, with their owners."""
    found: dict[str, FoundPlace] = {}
    if "evidence text" in rooms:
        for row in _evidence_texts.ask(session, case_id=case_id):
            found[row.text_layer_id] = FoundPlace(row.title or row.file_name, evidence_id=row.id)
    if "document text" in rooms:
        latest = {row.id: row for row in _editions.ask(session, case_id=case_id)}
        for row in latest.values():
            found[row.text_layer_id] = FoundPlace(row.title, row.id, row.edition)
    return found


@Question
def _evidence_texts(case_id: Any) -> Statement:
    return select(Evidence.text_layer_id, Evidence.id, Evidence.title, Evidence.file_name).where(
        Evidence.case_id == case_id,
        Evidence.withdrawn_at.is_(None),
        Evidence.text_layer_id.is_not(None),
    )


@Question
def _editions(case_id: Any) -> Statement:
    """The latest of a document comes last."""
    return (
        select(Document.id, Document.title, Edition.id.label("edition"), Edition.text_layer_id)
        .join(Edition, Edition.document_id == Document.id)
        .where(
            Document.case_id == case_id,
            Document.withdrawn_at.is_(None),
            Edition.withdrawn_at.is_(None),
        )
        .order_by(Document.number, Edition.number)
    )


def page_texts(session: Session, items: Sequence[Item]) -> dict[tuple[str, int], tuple[int, str]]:
    """Where the pages of items begin in their text layers, and what stands on them."""
    numbers: dict[str, list[int]] = {}
    for item in items:
        numbers.setdefault(item.subject_id, []).append(item.number or 0)
    return {
        (layer, row.number): (row.start, row.text)
        for layer, wanted in numbers.items()
        for row in _pages.ask(session, layer=layer, numbers=wanted)
    }


@Question
def _pages(layer: Any, numbers: Any) -> Statement:
    return select(Page.number, Page.start, Page.text).where(
        Page.text_layer_id == layer, Page.number.in_(numbers)
    )


def claim_places(session: Session, claim_ids: Collection[str]) -> dict[str, FoundPlace]:
    """Each claim's label, and its first passage on the latest edition that it stands in."""
    if not claim_ids:
        return {}
    found = {
        row.id: FoundPlace(f"C{row.number}") for row in _numbers.ask(session, claim_ids=claim_ids)
    }
    for row in _passages.ask(session, claim_ids=claim_ids):
        found[row.claim_id] = replace(
            found[row.claim_id],
            document_id=row.document_id,
            edition_id=row.edition,
            page=row.page,
            range=TextRange(row.start, row.stop),
        )
    return found


@Question
def _numbers(claim_ids: Any) -> Statement:
    return select(Claim.id, Claim.number).where(Claim.id.in_(claim_ids))


@Question
def _passages(claim_ids: Any) -> Statement:
    """What counts of a claim comes last."""
    return (
        select(
            Highlight.claim_id,
            Highlight.start,
            Highlight.stop,
            Highlight.page,
            Edition.id.label("edition"),
            Edition.document_id,
        )
        .join(Edition, Edition.id == Highlight.edition_id)
        .join(Document, Document.id == Edition.document_id)
        .where(
            Highlight.claim_id.in_(claim_ids),
            Highlight.withdrawn_at.is_(None),
            Edition.withdrawn_at.is_(None),
            Document.withdrawn_at.is_(None),
        )
        .order_by(Edition.number, Highlight.start.desc())
    )


def names(session: Session, items: Iterable[Item]) -> dict[str, str]:
    """What sources and evidence among the items are called."""
    found: dict[str, str] = {}
    for kind, question in (("source", _sources), ("evidence", _evidence)):
        ids = [item.subject_id for item in items if item.kind == kind]
        for row in question.ask(session, ids=ids) if ids else ():
            found[row[0]] = next((str(name) for name in row[1:] if name), "")
    return found


@Question
def _sources(ids: Any) -> Statement:
    called = (Source.title, Source.publisher, Source.label, Source.url)
    return select(Source.id, *called).where(Source.id.in_(ids))


@Question
def _evidence(ids: Any) -> Statement:
    called = (Evidence.title, Evidence.file_name, Evidence.url)
    return select(Evidence.id, *called).where(Evidence.id.in_(ids))
