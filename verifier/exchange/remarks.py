"""Which highlights and comments of a document's file are not in the case yet.

What was taken over from an earlier edition is in the case, wherever its words stand in the latest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy.orm import Session

from verifier.actions.takeover import left
from verifier.queries import claims, documents
from verifier.queries.documents import DocumentRow
from verifier.text.document import Remark
from verifier.text.one_line import in_one_line

Said = tuple[str, str, str, str]
"""The kind of a remark, who wrote it, when, and what."""


def untaken(
    session: Session, case_id: str, document_id: str
) -> tuple[DocumentRow, tuple[Remark, ...]]:
    """The document in its latest edition, and the remarks of that which are still to be taken."""
    row = documents.document(session, case_id, document_id)
    notes = [claim.note for claim in claims.claim_rows(session, case_id) if claim.note]
    waiting, taken = _parted(session, case_id, row, notes)
    if not waiting:
        return row, ()
    before: list[tuple[Said, str]] = []
    for earlier in documents.editions(session, case_id):
        if earlier.id == row.id and earlier.edition_id != row.edition_id:
            before += _told(session, earlier, _parted(session, case_id, earlier, notes)[1])
    return row, tuple(_new(session, row, waiting, taken, before))


def _parted(
    session: Session, case_id: str, row: DocumentRow, notes: list[str]
) -> tuple[tuple[Remark, ...], tuple[Remark, ...]]:
    """The remarks of an edition that are not in the case, and those that are."""
    found = documents.remarks(session, row.text_layer_id)
    if not found:
        return (), ()
    text = documents.text(session, row.text_layer_id)
    pages = documents.pages(session, row.text_layer_id)
    passages = claims.highlights(session, case_id, edition_id=row.edition_id)
    claimed = {(each.start, each.stop) for each in passages}
    waiting = left(found, text, pages, claimed=claimed, notes=notes, document=row)
    return waiting, tuple(each for each in found if each not in waiting)


def _told(
    session: Session, row: DocumentRow, remarks: Iterable[Remark]
) -> Iterator[tuple[Said, str]]:
    text = documents.text(session, row.text_layer_id)
    for each in remarks:
        said = (each.kind, each.author, each.date, each.text)
        yield said, in_one_line(text[each.start : each.stop])


def _new(
    session: Session,
    row: DocumentRow,
    waiting: tuple[Remark, ...],
    taken: tuple[Remark, ...],
    before: list[tuple[Said, str]],
) -> Iterator[Remark]:
    """Those that wait without each that an earlier edition had: the same words were said of the
    same passage or, where something was said, of one that is worded anew.
    """
    for told in _told(session, row, taken):
        _strike(before, *told)
    pairs = list(zip(waiting, _told(session, row, waiting), strict=True))
    others = [pair for pair in pairs if pair[1] not in before or not _strike(before, *pair[1])]
    for remark, (said, words) in others:
        if not (remark.text and _strike(before, said, words)):
            yield remark


def _strike(before: list[tuple[Said, str]], said: Said, words: str) -> bool:
    """Strike out one that says the same, best of the same words; whether there was one."""
    same = [each for each in before if each[0] == said]
    if not same:
        return False
    before.remove((said, words) if (said, words) in same else same[0])
    return True
