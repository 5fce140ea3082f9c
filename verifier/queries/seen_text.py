"""Which text was seen in pictures: it is labelled wherever it is quoted."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from verifier.models import Evidence, Page, TextLayer
from verifier.queries.rows import Question, Statement
from verifier.text.ranges import TextRange

NO_TEXT = "no-text"
"""The code of the notice that a page is a picture without text."""
OCR = "ocr"
"""The code of the notice that the text of a page was seen in its picture."""


@dataclass(frozen=True, slots=True)
class SeenText:
    """What is known of the text that was seen in the pictures of an item of the locker."""

    engine: str
    """What read it, with its version and languages."""
    confidence: str
    """How sure it was on average, such as "93 %"."""
    notices: tuple[str, ...]
    """What its reader said of each page."""
    ranges: tuple[TextRange, ...]
    """Where it stands in the text of the item."""

    def holds(self, start: int | None, stop: int | None) -> bool:
        """Whether any of a passage was seen in a picture."""
        if start is None or stop is None:
            return False
        return any(start < each.stop and each.start < stop for each in self.ranges)


def scanned_pages(notices: Sequence[Mapping[str, Any]]) -> tuple[int, ...]:
    """The pages of a text layer that are pictures without text, by its notices."""
    return tuple(sorted(_pages_with(NO_TEXT, notices)))


def ocr_pages(notices: Sequence[Mapping[str, Any]]) -> frozenset[int]:
    """The pages of a text layer whose text was seen in their pictures, by its notices."""
    return _pages_with(OCR, notices)


def _pages_with(code: str, notices: Sequence[Mapping[str, Any]]) -> frozenset[int]:
    found = {each.get("page") for each in notices if each.get("code") == code}
    return frozenset(page for page in found if isinstance(page, int))


@Question
def _readings(case_id: Any, evidence_ids: Any) -> Statement:
    """What was said of the texts of items, whatever they were read from."""
    statement = (
        select(Evidence.id, TextLayer.id, TextLayer.notices, TextLayer.properties)
        .join(TextLayer, TextLayer.id == Evidence.text_layer_id)
        .where(Evidence.case_id == case_id, Evidence.withdrawn_at.is_(None))
    )
    if evidence_ids is not None:
        statement = statement.where(Evidence.id.in_(evidence_ids))
    return statement


def seen_texts(
    session: Session, case_id: str, *, evidence_ids: Collection[str] | None = None
) -> dict[str, SeenText]:
    """The seen text of items of the locker, of all or of some; those without any are left out."""
    asked = _readings.ask(session, case_id=case_id, evidence_ids=evidence_ids)
    found = {}
    for evidence_id, layer_id, notices, properties in asked.all():
        pages = ocr_pages(notices)
        if pages:
            found[evidence_id] = SeenText(
                engine=str(properties.get("ocr", "")),
                confidence=str(properties.get("ocr confidence", "")),
                notices=tuple(str(n.get("text", "")) for n in notices if n.get("code") == OCR),
                ranges=_ranges(session, layer_id, pages),
            )
    return found


def _ranges(session: Session, layer_id: str, pages: Collection[int]) -> tuple[TextRange, ...]:
    statement = (
        select(Page.start, Page.stop)
        .where(Page.text_layer_id == layer_id, Page.number.in_(pages))
        .order_by(Page.number)
    )
    return tuple(TextRange(start, stop) for start, stop in session.execute(statement))
