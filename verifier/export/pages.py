"""On which page things are, before anybody has laid them out: an estimate from the styles.

Word and LibreOffice number pages from their own layout (F9, printing). Until then a reader of the
contents sees these numbers, which are right to within a page or so in a report of fifty.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from verifier.export.draft import PAGE_CLOSE, PAGE_OPEN
from verifier.export.metrics import TWIPS, Metrics, Page

_PLACE = re.compile(f"{PAGE_OPEN}(\\w+){PAGE_CLOSE}")
_BLOCK = re.compile("<w:tbl>.*?</w:tbl>|<w:p>.*?</w:p>", re.DOTALL)
_PARAGRAPH = re.compile("<w:p>.*?</w:p>", re.DOTALL)
_STYLE = re.compile('<w:pStyle w:val="([^"]*)"')
_SPACING = re.compile('<w:spacing (?:w:before="(\\d+)")? ?(?:w:after="(\\d+)")?/>')
_TEXT = re.compile("<w:t(?: [^>]*)?>([^<]*)<")
_SIZE = re.compile('<w:sz w:val="(\\d+)"')
_ENTITY = re.compile("&[^;]*;")
_BOOKMARK = re.compile('<w:bookmarkStart w:id="\\d+" w:name="([^"]*)"')
_HEIGHT = re.compile('<wp:extent cx="\\d+" cy="(\\d+)"')
_COLUMN = re.compile('<w:gridCol w:w="(\\d+)"')
_MARGIN = re.compile('<w:tblCellMar><w:top w:w="(\\d+)"')
_EMU = 12700.0
_CELL_SIDES, _CELL_ENDS = 10.0, 2.5
_PARTLY_KEPT = 2
"""Lines of a paragraph that never stand alone on a page."""


@dataclass(frozen=True, slots=True)
class _Box:
    """Something that takes height: a paragraph of lines, or a row that does not break."""

    before: float
    after: float
    lines: int
    line: float
    keep_next: bool
    breaks: bool
    bookmarks: tuple[str, ...]

    @property
    def height(self) -> float:
        return self.before + self.lines * self.line + self.after


def fill_pages(
    body: str, styles: Mapping[str, Metrics], page: Page, *, known: Mapping[str, int]
) -> str:
    """The body with every page number filled in: `known` ones, else estimates, else page 1."""
    wanted = set(_PLACE.findall(body))
    found = dict(known)
    if not wanted <= known.keys():
        found = {**_pages(_boxes(body, styles, page.width), page.height), **known}
    return _PLACE.sub(lambda place: str(found.get(place.group(1), 1)), body)


def _boxes(body: str, styles: Mapping[str, Metrics], width: float) -> Iterator[_Box]:
    """Every box in order; between two paragraphs the larger of their spaces counts, once."""
    after = 0.0
    for block in _BLOCK.finditer(body):
        if block.group().startswith("<w:tbl>"):
            yield from _rows(block.group(), styles)
            after = 0.0
        else:
            box = _paragraph(block.group(), styles, width)
            yield replace(box, before=max(0.0, box.before - after))
            after = box.after


def _paragraph(xml: str, styles: Mapping[str, Metrics], width: float) -> _Box:
    style = _STYLE.search(xml)
    metrics = styles.get(style.group(1) if style else "", styles[""])
    head = xml[: xml.find("</w:pPr>")]
    spacing = _SPACING.search(head)
    before, after = spacing.groups() if spacing else (None, None)
    drawn = _HEIGHT.search(xml)
    lines = sum(_lines(stretch, metrics, width) for stretch in xml.split("<w:br/>"))
    return _Box(
        before=int(before) / TWIPS if before else metrics.before,
        after=int(after) / TWIPS if after else metrics.after,
        lines=1 if drawn else lines,
        line=int(drawn.group(1)) / _EMU if drawn else metrics.line_height,
        keep_next=metrics.keep_next or "<w:keepNext/>" in head,
        breaks="<w:pageBreakBefore/>" in head,
        bookmarks=tuple(_BOOKMARK.findall(xml)),
    )


def _lines(stretch: str, metrics: Metrics, width: float) -> int:
    """Lines of what stands between two breaks; smaller letters take less of the width."""
    letters = len(_ENTITY.sub("x", "".join(_TEXT.findall(stretch))))
    sizes = [int(size) / 2 for size in _SIZE.findall(stretch)]
    if 2 * len(sizes) > stretch.count("<w:r>"):
        letters = round(letters * min(1.0, sum(sizes) / len(sizes) / metrics.size))
    return metrics.lines(letters, width)


def _rows(xml: str, styles: Mapping[str, Metrics]) -> Iterator[_Box]:
    widths = [int(width) / TWIPS for width in _COLUMN.findall(xml)]
    margin = _MARGIN.search(xml)
    ends = int(margin.group(1)) / TWIPS * 2 if margin else _CELL_ENDS
    for row in xml.split("<w:tr>")[1:]:
        heights = [0.0]
        keep = False
        for cell, width in zip(row.split("<w:tc>")[1:], widths, strict=False):
            inside = [
                _paragraph(p.group(), styles, width - _CELL_SIDES)
                for p in _PARAGRAPH.finditer(cell)
            ]
            heights.append(sum(box.height for box in inside))
            keep = keep or any(box.keep_next for box in inside)
        marks = tuple(_BOOKMARK.findall(row))
        yield _Box(0, 0, 1, max(heights) + ends, keep, breaks=False, bookmarks=marks)


def _pages(boxes: Iterable[_Box], height: float) -> dict[str, int]:
    """The page of every bookmark."""
    found: dict[str, int] = {}
    number, used = 1, 0.0
    for chain in _chains(boxes):
        if chain[0].breaks and used:
            number, used = number + 1, 0.0
        together = sum(box.height for box in chain[:-1]) + _least(chain[-1])
        if used and used + together > height and together <= height:
            number, used = number + 1, 0.0
        for box in chain:
            number, used, first = _place(box, number, used, height)
            found.update(dict.fromkeys(box.bookmarks, first))
    return found


def _place(box: _Box, number: int, used: float, height: float) -> tuple[int, float, int]:
    """Page and height used after a box, and the page on which it begins."""
    before = box.before if used else 0.0
    if used and used + before + _least(box) - box.before > height:
        number, used, before = number + 1, 0.0, 0.0
    first = number
    used += before
    lines = box.lines
    while lines and used + lines * box.line > height:
        fit = max(int((height - used) / box.line), 0 if used else 1)
        lines -= fit
        if lines:
            number, used = number + 1, 0.0
    return number, used + lines * box.line + box.after, first


def _least(box: _Box) -> float:
    """The least height with which a box may begin on a page."""
    return box.before + min(box.lines, _PARTLY_KEPT) * box.line


def _chains(boxes: Iterable[_Box]) -> Iterator[list[_Box]]:
    """Boxes that want to stay with the next one, together with that one."""
    chain: list[_Box] = []
    for box in boxes:
        if box.breaks and chain:
            yield chain
            chain = []
        chain.append(box)
        if not box.keep_next:
            yield chain
            chain = []
    if chain:
        yield chain
