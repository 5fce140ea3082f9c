"""Remarks that came with a document, taken over as claims or as a note of the document."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Protocol

from verifier.actions.base import Action, Batch
from verifier.actions.claims import STATEMENT_AT_MOST, AddClaim, Passage
from verifier.actions.documents import EditDocument, ImportDocument
from verifier.states import TakeOver
from verifier.text.document import Remark
from verifier.text.one_line import as_statement, in_one_line
from verifier.text.ranges import TextRange
from verifier.text.selectors import describe

TITLE = "take over remarks"


class PageRange(Protocol):
    """What is asked of a page: its number from 1, and where its text ends."""

    @property
    def number(self) -> int: ...
    @property
    def stop(self) -> int: ...


class Target(Protocol):
    """What is asked of the document that remarks are taken over into."""

    @property
    def id(self) -> str: ...
    @property
    def edition_id(self) -> str: ...
    @property
    def note(self) -> str: ...


def importing(document: ImportDocument, how: TakeOver) -> Action:
    """The import of a document, with its remarks taken over in the same step."""
    read = document.read
    more: tuple[Action, ...] = ()
    if how is TakeOver.CLAIMS:
        more = claims_of(read.remarks, read.text, document.edition_id)
    elif how is TakeOver.NOTES and read.remarks:
        note = note_of(read.remarks, read.text, read.pages)
        more = (EditDocument(document.id, {"note": note}),)
    return Batch(document.title, (document, *more)) if more else document


def claims_of(remarks: Iterable[Remark], text: str, edition_id: str) -> tuple[AddClaim, ...]:
    """A claim for each passage, with all that was written about it as a note.

    What was written beside the text, on no words of it, is a claim of its own words.
    """
    together: dict[object, list[Remark]] = {}
    for number, remark in enumerate(remarks):
        where = (remark.start, remark.stop) if _words(remark, text) else number
        together.setdefault(where, []).append(remark)
    claims = (_claim(group, text, edition_id) for group in together.values())
    return tuple(claim for claim in claims if claim.statement)


def _claim(group: Sequence[Remark], text: str, edition_id: str) -> AddClaim:
    note = "\n\n".join(map(_said, group))
    first = group[0]
    words = _words(first, text)
    if not words:
        return AddClaim(in_one_line(first.text), details={"note": note})
    passage = TextRange(first.start, first.stop)
    found = describe(text, passage).quote
    return AddClaim(
        as_statement(words)[:STATEMENT_AT_MOST],
        (Passage(edition_id, passage, found.quote, found.prefix, found.suffix),),
        {"note": note},
    )


def left(
    remarks: Iterable[Remark],
    text: str,
    pages: Sequence[PageRange],
    *,
    claimed: Collection[tuple[int, int]],
    notes: Collection[str],
    document: Target,
) -> tuple[Remark, ...]:
    """The remarks that are not in the case yet.

    `claimed` are the words that are a claim's already, `notes` what is noted of claims.
    """
    lines = set(document.note.splitlines())
    noted = {line for note in notes for line in note.splitlines()}

    def is_here(remark: Remark) -> bool:
        if _words(remark, text):
            known = (remark.start, remark.stop) in claimed
        else:
            known = noted.issuperset(_said(remark).splitlines())
        return known or _line(remark, text, pages) in lines

    return tuple(remark for remark in remarks if not is_here(remark))


def _words(remark: Remark, text: str) -> str:
    return in_one_line(text[remark.start : remark.stop])


def _said(remark: Remark) -> str:
    """What was written, and by whom."""
    return "\n".join(filter(None, (remark.text, _who(remark))))


def taking_over(
    remarks: Sequence[Remark],
    text: str,
    pages: Sequence[PageRange],
    *,
    document: Target,
    how: TakeOver,
) -> Action:
    """The same for a document that is in the case already; what it noted stays."""
    if how is TakeOver.CLAIMS:
        return Batch(TITLE, claims_of(remarks, text, document.edition_id))
    note = "\n\n".join(filter(None, (document.note, note_of(remarks, text, pages))))
    return EditDocument(document.id, {"note": note}, title=TITLE)


def note_of(remarks: Iterable[Remark], text: str, pages: Sequence[PageRange]) -> str:
    """All remarks as one text: where, who and when, on which words, what."""
    return "\n".join(_line(remark, text, pages) for remark in remarks)


def _line(remark: Remark, text: str, pages: Sequence[PageRange]) -> str:
    page = next((one.number for one in pages if remark.start < one.stop), 1)
    where = f"p. {page}" if len(pages) > 1 else ""
    quote = _words(remark, text)
    head = ", ".join(filter(None, (where, _who(remark))))
    said = ": ".join(filter(None, (f"“{quote}”" if quote else "", in_one_line(remark.text))))
    return ": ".join(filter(None, (head, said)))


def _who(remark: Remark) -> str:
    return ", ".join(filter(None, (remark.kind, remark.author, remark.date[:10])))
