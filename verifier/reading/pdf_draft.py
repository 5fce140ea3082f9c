"""One page of a PDF as it is read before its neighbours are known: its characters, lines, notices.

What a page's own look can tell is done here: a second opinion where PDFium reads it badly, the
direction of its text, numbers of lines, the order of reading.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pypdfium2_raw as pdfium_c

from verifier.errors import Unreadable
from verifier.reading import pdf_bidi as bidi
from verifier.reading import pdf_layout as layout
from verifier.reading.document import Notice, without_text
from verifier.reading.pdf_cells import whole_cells
from verifier.reading.pdf_characters import NO_CHARACTERS, Characters
from verifier.reading.pdf_columns import unwoven
from verifier.reading.pdf_doubled import without_doubles
from verifier.reading.pdf_fields import draw_into, fields_of, with_fields
from verifier.reading.pdf_hidden import hides_text
from verifier.reading.pdf_initials import with_initials
from verifier.reading.pdf_lines import Line
from verifier.reading.pdf_numbered import Column, may_be_numbered, without_numbers
from verifier.reading.pdf_remarks import Annotation, annotations_of
from verifier.reading.pdf_spacing import seen_as_one, without_blanks_behind_ligatures
from verifier.reading.pdf_text import characters, count_texts
from verifier.reading.pdf_turn import direction, upright
from verifier.reading.pdfium import Geometry, PdfFile, geometry, utf16_text

if TYPE_CHECKING:
    from verifier.reading.pdf_second import Opinion, SecondReader

SECOND_OPINIONS = 40
"""Pages of a document that pdfplumber may read: it takes a tenth of a second and more for one."""


@dataclass(slots=True)
class Draft:
    """A page that has been read but not yet ordered for good."""

    number: int
    shape: Geometry
    label: str
    turn: int
    """Of the text against the shown page; characters and lines are in the text's own frame."""
    characters: Characters
    annotations: tuple[Annotation, ...]
    text: str
    lines: Sequence[Line]
    notices: tuple[Notice, ...]
    reordered: bool
    numbers: Sequence[Line]
    """Numbers of lines, which are the last lines of the page."""
    columns: Sequence[Column]
    """In which these stand; none where it is not known whether the page has some."""
    may_be_numbered: bool
    """Whether another page's column may tell that this one has line numbers."""
    upper: list[Line]
    lower: list[Line]
    beside: list[Line]
    """Lines at the side of the text that may be running heads."""
    keys: dict[Line, tuple[str, int]]
    """What each of these lines would share with other pages, if it is a running one."""


class Second:
    """pdfplumber's reading of some pages; loaded and opened when first asked for."""

    def __init__(self, source: Path | bytes) -> None:
        self._source = source
        self._reader: SecondReader | None = None
        self._left = SECOND_OPINIONS

    def close(self) -> None:
        """Close the file."""
        if self._reader is not None:
            self._reader.close()

    def read(self, number: int, shape: Geometry) -> Opinion | None:
        """Page `number` (from 1), or None where it cannot be read or too many were asked for."""
        if not self._left:
            return None
        self._left -= 1
        if self._reader is None:
            from verifier.reading.pdf_second import SecondReader

            self._reader = SecondReader(self._source)
        return self._reader.read(number, shape)


def read_draft(file: PdfFile, number: int, second: Second, known: Collection[Column] = ()) -> Draft:
    """Read page `number` (from 1); `known` are columns of line numbers of the pages around it."""
    label = utf16_text(pdfium_c.FPDF_GetPageLabel, file.handle, number - 1)
    try:
        with file.page(number) as page:
            shape = geometry(page)
            found, undecoded = characters(page, shape)
            objects = pdfium_c.FPDFPage_CountObjects(page)
            suspect = _is_suspect(page, objects, found, undecoded)
            has_more = pdfium_c.FPDFPage_GetAnnotCount(page) > 0
            annotated = annotations_of(page, shape) if has_more else ()
            fields = fields_of(page, shape) if has_more else []
            is_hidden = len(found) > 0 and hides_text(page, shape)
            if fields:
                draw_into(page)
        if fields:
            with file.page(number) as page:
                found = with_fields(found, characters(page, shape)[0], fields)
        notices = (without_text(number),) if objects > 0 and not len(found) else ()
    except Unreadable:
        shape = Geometry(0, 0, 612, 792, 0)
        found, undecoded, suspect, is_hidden = NO_CHARACTERS, 0, False, False
        annotated = ()
        notices = (
            Notice("page-unreadable", f"Page {number} is damaged and shows nothing.", number),
        )
    if suspect:
        found, notice = _choose(found, second, number, shape)
        notices = (notice,)
    if is_hidden:
        notices = (*notices, _notice_of_hidden(number))
    lines: Sequence[Line] = found.lines
    turn = direction(found) if shape.rotation or found.survey.is_sideways else 0
    if turn:
        found = Characters(found.codes, upright(found.boxes, turn, shape.width, shape.height))
        lines = found.lines
    single = without_doubles(found, lines)
    if single is not None:
        found, lines = single, single.lines
    height = shape.width if turn in (90, 270) else shape.height
    if found.survey.leftward:
        found = bidi.as_read_aloud(found, lines)
        lines = found.lines
    else:
        found, lines = seen_as_one(found, lines)
    is_doubtful = may_be_numbered(found, is_known=True)
    numbered = without_numbers(found, lines, known)
    if numbered is not None:
        found, lines = numbered.body, numbered.body.lines
    first = found
    found, lines = _in_order(found, lines, height, turn)
    is_reordered = found is not first
    found, lines = without_blanks_behind_ligatures(found, lines)
    found, lines = with_initials(found, lines)
    upper, lower = layout.edge_lines(found, lines, height)
    beside = layout.heads_beside(found, lines, height, (upper, lower))
    numbers: Sequence[Line] = ()
    if numbered is not None:
        body = len(lines)
        found, lines = layout.followed(found, lines, numbered.numbers)
        numbers = lines[body:]
    text = found.text()
    keys = {line: layout.running_key(text, line) for line in (*upper, *lower, *beside)}
    columns = numbered.columns if numbered is not None else ()
    return Draft(number, shape, label, turn, found, annotated, text, lines, notices, is_reordered,
                 numbers, columns, is_doubtful, upper, lower, beside, keys)  # fmt: skip


def _in_order(
    found: Characters, lines: Sequence[Line], height: float, turn: int
) -> tuple[Characters, Sequence[Line]]:
    """The page's lines, columns and cells in the order of reading; as they are where they are."""
    for arranged in (
        partial(layout.ordered, height=height, is_turned=turn != 0),
        unwoven,
        whole_cells,
    ):
        better = arranged(found, lines)
        if better is not None:
            found, lines = better, better.lines
    return found, lines


def _is_suspect(page: Any, objects: int, found: Characters, undecoded: int) -> bool:
    """Whether PDFium dropped or could not decode much of the text of so many objects."""
    real = found.survey.readable
    if undecoded > 0.2 * (real + undecoded):
        return True
    if objects <= 5 or real >= 0.8 * objects:
        return False
    drawn, empty = count_texts(page)
    # A text without a glyph may be a blank: as many as the text has are no loss.
    lost = max(0, empty - (len(found) - real))
    return drawn + lost > 5 and real < 0.8 * (drawn + lost)


def _notice_of_hidden(number: int) -> Notice:
    words = (
        f"Page {number} holds text that nobody sees on it: it is drawn in the colour of the paper, "
        "invisible, very small or under a box. Compare quotes with the picture."
    )
    return Notice("hidden-text", words, number)


def _choose(
    found: Characters, second: Second, number: int, shape: Geometry
) -> tuple[Characters, Notice]:
    """The better of two readings: pdfplumber's if it holds a tenth more readable characters."""
    mine = found.survey.readable
    other = second.read(number, shape)
    if other is not None and other.readable > 1.1 * mine + 2:
        words = (
            f"The text of page {number} was read by pdfplumber, which found {other.readable} "
            f"readable characters where PDFium found {mine}. Compare quotes with the picture."
        )
        return other.characters, Notice("second-opinion", words, number)
    words = (
        f"Some text of page {number} cannot be decoded or is not readable in the file. "
        "Compare quotes with the picture."
    )
    return found, Notice("suspect-text", words, number)
