"""Highlights and comments that somebody put into a PDF before it came here."""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass
from typing import Any

import pypdfium2_raw as pdfium_c

from verifier.reading.arrays import Boxes, np
from verifier.reading.boxes import has_area, nearest
from verifier.reading.document import Remark
from verifier.reading.pdfium import Geometry, utf16_text

MOST_REMARKS = 5_000
"""Of a page; more is a trick."""

_MARKS = {
    pdfium_c.FPDF_ANNOT_HIGHLIGHT: "highlight",
    pdfium_c.FPDF_ANNOT_UNDERLINE: "underline",
    pdfium_c.FPDF_ANNOT_SQUIGGLY: "squiggly",
    pdfium_c.FPDF_ANNOT_STRIKEOUT: "strikeout",
}
_NOTES = {
    pdfium_c.FPDF_ANNOT_TEXT: "comment",
    pdfium_c.FPDF_ANNOT_FREETEXT: "text",
    pdfium_c.FPDF_ANNOT_CARET: "insertion",
    pdfium_c.FPDF_ANNOT_SQUARE: "region",
    pdfium_c.FPDF_ANNOT_CIRCLE: "region",
    pdfium_c.FPDF_ANNOT_INK: "drawing",
}
MOST_ANSWERS = 50
"""To answers; a file may have them in a ring."""
_WHITE = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Annotation:
    """An annotation with its boxes (x0, y0, x1, y1) on the shown page, before text is looked up."""

    kind: str
    text: str
    author: str
    date: str
    color: str
    boxes: Boxes
    is_mark: bool


def annotations_of(page: Any, shape: Geometry) -> tuple[Annotation, ...]:
    """What people marked or wrote on an open page. The caller holds PDFium's lock."""
    found: list[Annotation] = []
    for place in range(min(pdfium_c.FPDFPage_GetAnnotCount(page), MOST_REMARKS)):
        annotation = pdfium_c.FPDFPage_GetAnnot(page, place)
        if not annotation:
            continue
        try:
            made = _annotation(annotation, shape)
        finally:
            pdfium_c.FPDFPage_CloseAnnot(annotation)
        if made is not None:
            found.append(made)
    return tuple(found)


def _annotation(annotation: Any, shape: Geometry) -> Annotation | None:
    """None for what says nothing: links, fields, or that somebody "set the state" of a remark."""
    kind = pdfium_c.FPDFAnnot_GetSubtype(annotation)
    is_mark = kind in _MARKS
    if not is_mark and kind not in _NOTES:
        return None
    if _value(annotation, b"StateModel"):
        return None
    text = _value(annotation, b"Contents")
    boxes = _quads(annotation) if is_mark else _rectangle(annotation)
    answered = _no_boxes() if is_mark else _answered(annotation)
    if len(answered):
        boxes, is_mark = answered, True
    if not len(boxes) or not (is_mark or text):
        return None
    return Annotation(
        kind="reply" if len(answered) else (_MARKS | _NOTES)[kind],
        text=text,
        author=_value(annotation, b"T"),
        date=_value(annotation, b"M") or _value(annotation, b"CreationDate"),
        color=_color(annotation),
        boxes=shape.shown(boxes),
        is_mark=is_mark,
    )


def _answered(annotation: Any) -> Boxes:
    """The boxes of the mark that an annotation answers, through answers to it; none for others."""
    boxes = _no_boxes()
    opened: list[Any] = []
    try:
        asked = pdfium_c.FPDFAnnot_GetLinkedAnnot(annotation, b"IRT")
        while asked:
            opened.append(asked)
            if pdfium_c.FPDFAnnot_GetSubtype(asked) in _MARKS:
                boxes = _quads(asked)
                break
            if len(opened) == MOST_ANSWERS:
                break
            asked = pdfium_c.FPDFAnnot_GetLinkedAnnot(asked, b"IRT")
    finally:
        for each in opened:
            pdfium_c.FPDFPage_CloseAnnot(each)
    return boxes


def _no_boxes() -> Boxes:
    return np.empty((0, 4), np.float32)


def _value(annotation: Any, key: bytes) -> str:
    value = utf16_text(pdfium_c.FPDFAnnot_GetStringValue, annotation, key)
    return _WHITE.sub("\n", value.replace("\r", "\n").replace("\x00", "")).strip()


def _color(annotation: Any) -> str:
    parts = [ctypes.c_uint(0) for _ in range(4)]
    kind = pdfium_c.FPDFANNOT_COLORTYPE_Color
    if not pdfium_c.FPDFAnnot_GetColor(annotation, kind, *parts):
        return ""
    return "#" + "".join(f"{part.value & 255:02x}" for part in parts[:3])


def _quads(annotation: Any) -> Boxes:
    """Rows (left, top, right, bottom) of the file, one for each stretch that is marked."""
    rows = []
    points = pdfium_c.FS_QUADPOINTSF()
    for place in range(min(pdfium_c.FPDFAnnot_CountAttachmentPoints(annotation), MOST_REMARKS)):
        if pdfium_c.FPDFAnnot_GetAttachmentPoints(annotation, place, points):
            xs = (points.x1, points.x2, points.x3, points.x4)
            ys = (points.y1, points.y2, points.y3, points.y4)
            rows.append((min(xs), max(ys), max(xs), min(ys)))
    return np.array(rows, np.float32).reshape(-1, 4)


def _rectangle(annotation: Any) -> Boxes:
    box = pdfium_c.FS_RECTF()
    if not pdfium_c.FPDFAnnot_GetRect(annotation, box):
        return _no_boxes()
    left, right = sorted((box.left, box.right))
    low, high = sorted((box.bottom, box.top))
    return np.array([(left, high, right, low)], np.float32)


def remark(made: Annotation, text: str, boxes: Boxes, shift: int) -> Remark | None:
    """The annotation on a page's text, whose offsets start at `shift`; None where it says nothing.

    A mark covers the characters whose middles lie in its boxes; a note stands at one place.
    """
    covered = _covered(made.boxes, boxes) if made.is_mark else np.empty(0, np.intp)
    start, stop = (int(covered[0]), int(covered[-1]) + 1) if len(covered) else (0, 0)
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    if start == stop:
        if not made.text:
            return None
        x0, y0, _, y1 = made.boxes[0].tolist()
        start = stop = nearest(boxes, x0, (y0 + y1) / 2) or 0
    return Remark(
        shift + start, shift + stop, made.text, made.author, made.date, made.kind, made.color
    )


def _covered(marked: Boxes, boxes: Boxes) -> Any:
    middle = (boxes[:, :2] + boxes[:, 2:]) / 2
    inside = np.zeros(len(boxes), np.bool_)
    for x0, y0, x1, y1 in marked.tolist():
        across = (middle[:, 0] >= x0) & (middle[:, 0] <= x1)
        inside |= across & (middle[:, 1] >= y0) & (middle[:, 1] <= y1)
    return np.flatnonzero(inside & has_area(boxes))
