"""Whether a case still says what was put into it: bytes, texts, passages, and every row.

The audit trail is a chain, so a changed event shows. It also holds what each row was given, so
replaying it says what every row must be: a row that was changed, added or deleted past the program
shows as well.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from verifier.models import Blob, Citation, Edition, Evidence, Highlight, Page, TextLayer
from verifier.models.audit import UNTRACKED, plain
from verifier.models.documents import text_layer_id
from verifier.queries.audit import AuditRow, breaks, trail
from verifier.queries.belonging import blobs_of, entities, in_case, text_layers_of
from verifier.queries.documents import structure
from verifier.states import Anchoring
from verifier.text.document import Block, pictures_of
from verifier.text.regions import PictureRegion, region_of

ROWS_AT_A_TIME = 1000
WORD_FOR_WORD = frozenset({Anchoring.EXACT, Anchoring.MOVED, Anchoring.AMBIGUOUS})
"""Highlights whose quote stands in the text just so; the others were found by likeness."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is not as it was put in. `kind`: blob, text, passage, trail or row."""

    kind: str
    text: str


def problems(session: Session, case_id: str) -> Iterator[Problem]:
    """Everything that is wrong with a case; nothing where all is well."""
    yield from _blobs(session, case_id)
    for layer_id in session.scalars(text_layers_of(case_id)).all():
        yield from _text_layer(session, case_id, layer_id)
    rows = trail(session, case_id)
    for text in breaks(rows):
        yield Problem("trail", text)
    yield from _rows(session, case_id, rows)


def _blobs(session: Session, case_id: str) -> Iterator[Problem]:
    for sha256 in session.scalars(blobs_of(case_id)).all():
        found = session.execute(
            select(Blob.data, Blob.size).where(Blob.sha256 == sha256)
        ).one_or_none()
        if found is None:
            yield Problem("blob", f"The original file {sha256} is missing.")
        elif len(found.data) != found.size or hashlib.sha256(found.data).hexdigest() != sha256:
            yield Problem("blob", f"The original file {sha256} was changed.")


def _text_layer(session: Session, case_id: str, layer_id: str) -> Iterator[Problem]:
    layer = session.get(TextLayer, layer_id)
    if layer is None:
        yield Problem("text", f"The text {layer_id} is missing.")
        return
    pages = session.execute(
        select(Page.number, Page.start, Page.stop, Page.text)
        .where(Page.text_layer_id == layer_id)
        .order_by(Page.number)
    ).all()
    stop = 0
    for number, page in enumerate(pages, 1):
        if page.number != number or page.start != stop or len(page.text) != page.stop - stop:
            yield Problem("text", f"Page {page.number} of the text {layer_id} does not fit in.")
        stop = page.stop
    text = "".join(page.text for page in pages)
    text_sha256 = hashlib.sha256(text.encode()).hexdigest()
    same = text_layer_id(layer.blob_sha256, layer.reader, text_sha256) == layer_id
    if (len(text), text_sha256) != (layer.characters, layer.text_sha256) or not same:
        yield Problem("text", f"The text {layer_id} was changed.")
    ends = {page.number: (page.start, page.stop) for page in pages}
    pictures = pictures_of(structure(session, layer_id)[0])
    yield from _highlights(session, case_id, layer_id, text, ends, pictures)
    yield from _citations(session, case_id, layer_id, text, pictures)


def _highlights(
    session: Session,
    case_id: str,
    layer_id: str,
    text: str,
    pages: dict[int, tuple[int, int]],
    pictures: Sequence[Block],
) -> Iterator[Problem]:
    found = session.scalars(
        select(Highlight)
        .join(Edition, Edition.id == Highlight.edition_id)
        .where(
            Edition.text_layer_id == layer_id,
            Highlight.withdrawn_at.is_(None),
            in_case(Highlight, case_id),
        )
    )
    for row in found:
        name = f"The passage “{_short(row.quote)}” ({row.id})"
        first, last = pages.get(row.page, (-1, -1))
        if row.anchoring == Anchoring.GONE:
            continue
        if not 0 <= row.start <= row.stop <= len(text):
            yield Problem("passage", f"{name} lies outside the text.")
        elif row.anchoring in WORD_FOR_WORD and text[row.start : row.stop] != row.quote:
            yield Problem("passage", f"{name} is not what stands at its place in the text.")
        elif not first <= row.start <= last:
            yield Problem("passage", f"{name} does not begin on page {row.page}.")
        elif row.anchoring == Anchoring.EXACT and not (
            text.endswith(row.prefix, 0, row.start) and text.startswith(row.suffix, row.stop)
        ):
            yield Problem("passage", f"{name} does not stand between the words noted.")
        elif not _has_its_picture(row, pictures):
            yield Problem("passage", f"{name} is a region of a picture that does not stand there.")


def _has_its_picture(row: Highlight | Citation, pictures: Sequence[Block]) -> bool:
    """Whether a region of a picture is one of the picture at its place; any other passage is."""
    region = region_of(row.start or 0, row.stop or 0, row.rectangles, row.picture)
    if not isinstance(region, PictureRegion):
        return not row.picture or row.start != row.stop
    if not 1 <= region.number <= len(pictures):
        return False
    found = pictures[region.number - 1]
    return found.start == row.start and found.picture_sha256 in ("", region.picture)


def _citations(
    session: Session, case_id: str, layer_id: str, text: str, pictures: Sequence[Block]
) -> Iterator[Problem]:
    found = session.scalars(
        select(Citation)
        .join(Evidence, Evidence.id == Citation.evidence_id)
        .where(
            Evidence.text_layer_id == layer_id,
            Citation.withdrawn_at.is_(None),
            Citation.start.is_not(None),
            in_case(Citation, case_id),
        )
    )
    for row in found:
        start, stop = row.start or 0, row.stop or 0
        if not 0 <= start <= stop <= len(text) or text[start:stop] != row.quote:
            yield Problem(
                "passage", f"The quote “{_short(row.quote)}” ({row.id}) is not in its evidence."
            )
        elif not _has_its_picture(row, pictures):
            name = f"The quote ({row.id})"
            yield Problem("passage", f"{name} is a region of a picture that does not stand there.")


def _rows(session: Session, case_id: str, events: tuple[AuditRow, ...]) -> Iterator[Problem]:
    """Compare every row with what the audit trail says it was given."""
    expected: dict[tuple[str, str], dict[str, Any]] = {}
    for event in events:
        state = expected.setdefault((event.entity, event.entity_id), {})
        before = event.before or {}
        if any(state.get(name) != value for name, value in before.items()):
            yield Problem("trail", f"Event {event.seq} does not start from what was there.")
        state.update(event.after or {})
    for name, model in entities().items():
        columns = [attribute.key for attribute in inspect(model).column_attrs]
        statement = select(*(getattr(model, key) for key in columns)).where(in_case(model, case_id))
        for values in session.execute(statement.execution_options(yield_per=ROWS_AT_A_TIME)):
            row = plain(dict(zip(columns, values, strict=True))) or {}
            given = expected.pop((name, row["id"]), None)
            if given is None:
                yield Problem("row", f"{name} {row['id']} was put in past the program.")
                continue
            changed = [
                key
                for key in columns
                if key not in UNTRACKED and key in given and given[key] != row[key]
            ]
            if changed:
                fields = ", ".join(changed)
                yield Problem("row", f"{name} {row['id']} was changed past the program: {fields}.")
    for name, entity_id in expected:
        yield Problem("row", f"{name} {entity_id} is missing.")


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
