"""What was filled into a form or written onto a PDF page: its words at their place in the text.

A field's value, a stamp and text put onto a page are drawn on top of it and are no part of what
PDFium calls the page's text. They are drawn into the page (of the copy in memory), and each is read
behind what stands left of it on its line, as in "Name: Olena Kovalenko".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

import pypdfium2_raw as pdfium_c

from verifier.reading.arrays import np
from verifier.reading.pdf_characters import Characters
from verifier.reading.pdf_codes import NEWLINE, SPACE
from verifier.reading.pdf_layout import pieces
from verifier.reading.pdf_lines import Line
from verifier.reading.pdf_text import place_carets
from verifier.reading.pdfium import Box, Geometry

_BLANK, _END = -1, -2
"""Places of what is added: a blank, a line end."""
TALL = 3
"""A line is no label of what is so many times lower: a watermark across the page."""
MOST_FIELDS = 5_000
"""Of a page; more is a trick."""
_WRITTEN = frozenset(
    {
        pdfium_c.FPDF_ANNOT_WIDGET,
        pdfium_c.FPDF_ANNOT_FREETEXT,
        pdfium_c.FPDF_ANNOT_STAMP,
    }
)


def fields_of(page: Any, shape: Geometry) -> list[Box]:
    """Boxes (x0, y0, x1, y1) of what is drawn onto an open page. The caller holds the lock."""
    found: list[Box] = []
    for place in range(min(pdfium_c.FPDFPage_GetAnnotCount(page), MOST_FIELDS)):
        annotation = pdfium_c.FPDFPage_GetAnnot(page, place)
        if not annotation:
            continue
        box = pdfium_c.FS_RECTF()
        is_written = pdfium_c.FPDFAnnot_GetSubtype(annotation) in _WRITTEN
        if is_written and pdfium_c.FPDFAnnot_GetRect(annotation, box):
            found.append(shape.shown_box(box.left, box.top, box.right, box.bottom))
        pdfium_c.FPDFPage_CloseAnnot(annotation)
    return found


def draw_into(page: Any) -> None:
    """Make what is drawn onto a page part of it, from the next time it is opened."""
    pdfium_c.FPDFPage_Flatten(page, pdfium_c.FLAT_NORMALDISPLAY)


def with_fields(found: Characters, whole: Characters, fields: Sequence[Box]) -> Characters:
    """The page's characters with those that `whole` has more, each field's at its place."""
    own = max(0, len(found) - 1)
    if not np.array_equal(found.codes[:own], whole.codes[:own]):
        return whole
    text = whole.text()
    values = [one for one in _values(whole, own, fields) if not _is_below(whole, text, own, one)]
    values.sort(key=lambda one: (one.y0, one.x0))
    lines = found.lines
    beside: dict[int, list[Line]] = {}
    below: dict[int, list[Line]] = {}
    for value in values:
        number = _line_of(lines, value)
        if number is None:
            below.setdefault(_line_above(lines, value), []).append(value)
        else:
            beside.setdefault(number, []).append(value)
    rows = list(_alone(below.get(-1, [])))
    for number, line in enumerate(lines):
        rows += _filled(whole, line, beside.get(number, []))
        rows += _alone(below.get(number, []))
    return _taken(whole, rows)


def _values(whole: Characters, own: int, fields: Sequence[Box]) -> Iterator[Line]:
    """The lines of each field, as parts of the page's text from `own` on."""
    middle = (whole.boxes[:, :2] + whole.boxes[:, 2:]) / 2
    written = (np.arange(len(whole)) >= own) & (whole.codes > SPACE)
    for x0, y0, x1, y1 in fields:
        across = (middle[:, 0] > x0) & (middle[:, 0] < x1)
        held = np.flatnonzero(written & across & (middle[:, 1] > y0) & (middle[:, 1] < y1))
        # Blanks inside a line stay, a line end or another field's words part it.
        parts = np.flatnonzero([_is_parted(whole, *pair) for pair in pairwise(held.tolist())])
        for run in np.split(held, parts + 1):
            if len(run):
                yield from pieces(whole, [(int(run[0]), int(run[-1]) + 1)])


def _is_parted(whole: Characters, one: int, other: int) -> bool:
    return bool((whole.codes[one + 1 : other] != SPACE).any())


def _is_below(whole: Characters, text: str, own: int, value: Line) -> bool:
    """Whether the page itself shows a value's words where the field stands."""
    x0, y0, x1, y1 = whole.boxes[:own].T
    touched = (x1 > value.x0) & (x0 < value.x1) & (y1 > value.y0) & (y0 < value.y1)
    shown = np.flatnonzero(touched)
    words = "".join(text[value.start : value.stop].split())
    return words in "".join(text[place] for place in shown.tolist())


def _line_of(lines: Sequence[Line], value: Line) -> int | None:
    """The line at a value's height that ends nearest to its left, or else begins to its right."""
    level = [
        (value.x0 < line.x0, abs(value.x0 - line.x1), number)
        for number, line in enumerate(lines)
        if min(line.y1, value.y1) - max(line.y0, value.y0) > 0.5 * min(line.size, value.size)
        and line.size < TALL * value.size
    ]
    return min(level)[2] if level else None


def _line_above(lines: Sequence[Line], value: Line) -> int:
    """The lowest line above a value, -1 where there is none."""
    above = [(line.y0, number) for number, line in enumerate(lines) if line.y0 < value.y0]
    return max(above)[1] if above else -1


def _filled(whole: Characters, line: Line, values: Iterable[Line]) -> Iterator[int]:
    """The characters of a line with those of values where they stand."""
    start = line.start
    for value in values:
        boxes = whole.boxes[start : line.stop]
        behind = np.flatnonzero(boxes[:, 0] + boxes[:, 2] > value.x0 + value.x1)
        stop = start + int(behind[0]) if len(behind) else line.stop
        yield from range(start, stop)
        yield _BLANK
        yield from range(value.start, value.stop)
        yield _BLANK
        start = stop
    yield from range(start, line.stop)
    yield _END


def _alone(values: Iterable[Line]) -> Iterator[int]:
    for value in values:
        yield from range(value.start, value.stop)
        yield _END


def _taken(whole: Characters, rows: list[int]) -> Characters:
    """The characters of these places; blanks and line ends that are added have no glyph."""
    places = np.array(rows, np.intp)
    codes, columns = whole.codes[places], whole.boxes.T[:, places]
    for sign, code in ((_BLANK, SPACE), (_END, NEWLINE)):
        codes[places == sign] = code
        columns[:, places == sign] = 0
    around = np.concatenate(([NEWLINE], codes, [NEWLINE]))
    is_spaced = (around[:-2] == SPACE) | (around[2:] == SPACE)
    is_edge = (around[:-2] == NEWLINE) | (around[2:] == NEWLINE)
    kept = (places != _BLANK) | ~(is_spaced | is_edge)
    codes, columns = codes[kept], columns[:, kept]
    place_carets(columns)
    return Characters(codes, columns.T)
