"""PDF: every page's text with a box for each character, in one pass, page by page.

PDFium reads; a file it refuses is repaired through qpdf (pikepdf) and tried again; a page it reads
badly is read a second time by pdfplumber. Two pages are held back at a time, because a running
head is known only by its neighbours.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium_c

from verifier.errors import Encrypted, Unreadable
from verifier.reading import pdf_bidi as bidi
from verifier.reading import pdf_layout as layout
from verifier.reading.boxes import Boxes, pack_boxes
from verifier.reading.document import Block, Notice, ReadPage, Remark
from verifier.reading.limits import Limits, check_pages, check_text
from verifier.reading.parts import Closing, Opening, PagePart, Part
from verifier.reading.pdf_cells import whole_cells
from verifier.reading.pdf_columns import unwoven
from verifier.reading.pdf_fields import NO_FIELDS, draw_into, fields_of, with_fields
from verifier.reading.pdf_hidden import hides_text
from verifier.reading.pdf_hyphens import has_cut_words, joined
from verifier.reading.pdf_initials import with_initials
from verifier.reading.pdf_lines import Line
from verifier.reading.pdf_order import in_order, is_drawn_in_order
from verifier.reading.pdf_paragraphs import continues, paragraphs
from verifier.reading.pdf_remarks import Annotation, annotations_of, remark
from verifier.reading.pdf_spacing import seen_as_one
from verifier.reading.pdf_text import (
    NO_CHARACTERS,
    Characters,
    characters,
    count_texts,
)
from verifier.reading.pdf_turn import as_shown, direction, upright
from verifier.reading.pdfium import LOCK, VERSION, Geometry, PdfFile, geometry, utf16_text

if TYPE_CHECKING:
    from verifier.reading.pdf_second import Opinion, SecondReader

MEDIA_TYPE = "application/pdf"
NEIGHBOURS = 2
"""Running heads may differ between left and right pages."""
PAGES_OF_WORDS = 20
"""So many pages before tell whether a divided word is written with a hyphen."""
SECOND_OPINIONS = 40
"""Pages of a document that pdfplumber may read: it takes a tenth of a second and more for one."""
_PROPERTIES = ("Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate",
               "ModDate")  # fmt: skip
_DATE = re.compile(r"D?:?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:([+-Z])(\d\d)?'?(\d\d)?)?")


@dataclass(slots=True)
class _Draft:
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
    upper: list[Line]
    lower: list[Line]
    keys: dict[Line, tuple[str, int]]
    """What each upper and lower line would share with other pages, if it is a running one."""


def read_pdf(path: Path, name: str, limits: Limits) -> Iterator[Part]:
    """The parts of a PDF file."""
    file, repaired, data = open_pdf(path, name)
    second = _Second(data or path)
    try:
        check_pages(file.page_count, name, limits)
        yield Opening(MEDIA_TYPE, VERSION, file.page_count)
        yield from _pages(file, second, limits)
        notices = [repaired] if repaired else []
        yield Closing(tuple(notices), _properties(file))
    finally:
        second.close()
        file.close()


def open_pdf(path: Path, name: str) -> tuple[PdfFile, Notice | None, bytes | None]:
    """The file, and where it had to be repaired, a notice and the repaired bytes."""
    try:
        file = PdfFile(path, name)
        if file.page_count:
            return file, None, None
        file.close()
    except Encrypted:
        if not _repairing().opens_without_password(path):
            raise
    except Unreadable:
        pass
    data = _repairing().repaired(path, name)
    file = PdfFile(data, name)
    if not file.page_count:
        file.close()
        raise Unreadable(f"{name} is a PDF file without pages.", "Get the file again.")
    words = "The file is damaged. It was repaired for reading; parts of it may be missing."
    return file, Notice("repaired", words), data


def _repairing() -> ModuleType:
    """What few files need, loaded for them: it takes longer to load than many pages to read."""
    from verifier.reading import pdf_repair

    return pdf_repair


class _Second:
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


def _pages(file: PdfFile, second: _Second, limits: Limits) -> Iterator[PagePart]:
    """Pages in order, each once its next neighbours are known."""
    before: deque[_Draft] = deque(maxlen=NEIGHBOURS)
    waiting: deque[_Draft] = deque()
    texts: deque[str] = deque(maxlen=PAGES_OF_WORDS)
    place, carry = 0, False
    for number in range(1, file.page_count + 1 + NEIGHBOURS):
        if number <= file.page_count:
            waiting.append(_draft(file, number, second))
        if number <= NEIGHBOURS or not waiting:
            continue
        draft = waiting.popleft()
        around = set().union(*(other.keys.values() for other in (*before, *waiting)))
        known = partial(_words_around, texts, waiting)
        part, carry = _finish(draft, around, known, place, carry)
        before.append(draft)
        texts.append(part.text.lower())
        place += len(part.text)
        check_text(place, file.name, limits)
        yield part


def _words_around(before: Iterable[str], after: Iterable[_Draft]) -> str:
    """The text of other pages near a page, in small letters; those before it are so already."""
    return "\n".join((*before, *(other.text.lower() for other in after)))


def _draft(file: PdfFile, number: int, second: _Second) -> _Draft:
    label = utf16_text(pdfium_c.FPDF_GetPageLabel, file.handle, number - 1)
    try:
        with file.page(number) as page:
            shape = geometry(page)
            found, undecoded = characters(page, shape)
            objects = pdfium_c.FPDFPage_CountObjects(page)
            suspect = _is_suspect(page, objects, found, undecoded)
            has_more = pdfium_c.FPDFPage_GetAnnotCount(page) > 0
            annotated = annotations_of(page, shape) if has_more else ()
            fields = fields_of(page, shape) if has_more else NO_FIELDS
            is_hidden = len(found.codes) > 0 and hides_text(page, shape)
            if len(fields):
                draw_into(page)
        if len(fields):
            with file.page(number) as page:
                found = with_fields(found, characters(page, shape)[0], fields)
        notices = _notices_without_text(found, number) if objects > 0 else ()
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
    height = shape.width if turn in (90, 270) else shape.height
    if found.survey.leftward:
        found = bidi.as_read_aloud(found, lines)
        lines = found.lines
    else:
        found, lines = seen_as_one(found, lines)
    first = found
    for arranged in (
        partial(layout.ordered, height=height, is_turned=turn != 0),
        unwoven,
        whole_cells,
    ):
        better = arranged(found, lines)
        if better is not None:
            found, lines = better, better.lines
    is_reordered = found is not first
    found, lines = with_initials(found, lines)
    text = found.text()
    upper, lower = layout.edge_lines(found, lines, height)
    keys = {line: layout.running_key(text, line) for line in (*upper, *lower)}
    return _Draft(number, shape, label, turn, found, annotated, text, lines, notices,
                  is_reordered, upper, lower, keys)  # fmt: skip


def _is_suspect(page: Any, objects: int, found: Characters, undecoded: int) -> bool:
    """Whether PDFium dropped or could not decode much of the text of so many objects."""
    real = found.survey.readable
    if undecoded > 0.2 * (real + undecoded):
        return True
    if objects <= 5 or real >= 0.8 * objects:
        return False
    drawn, empty = count_texts(page)
    # A text without a glyph may be a blank: as many as the text has are no loss.
    lost = max(0, empty - (len(found.codes) - real))
    return drawn + lost > 5 and real < 0.8 * (drawn + lost)


def _notices_without_text(found: Characters, number: int) -> tuple[Notice, ...]:
    if len(found.codes):
        return ()
    words = (
        f"Page {number} is a picture without text, as a scanner makes it: "
        "nothing on it can be selected or found."
    )
    return (Notice("no-text", words, number),)


def _notice_of_hidden(number: int) -> Notice:
    words = (
        f"Page {number} holds text that nobody sees on it: it is drawn in the colour of the paper, "
        "invisible, very small or under a box. Compare quotes with the picture."
    )
    return Notice("hidden-text", words, number)


def _choose(
    found: Characters, second: _Second, number: int, shape: Geometry
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


def _finish(
    draft: _Draft,
    around: set[tuple[str, int]],
    words_around: Callable[[], str],
    place: int,
    carry: bool,
) -> tuple[PagePart, bool]:
    """The page with its running lines last, and whether its last paragraph goes on."""
    upper = _running(draft, draft.upper, around)
    lower = _running(draft, draft.lower, around)
    found, text, lines = draft.characters, draft.text, draft.lines
    kinds: dict[int, str] = {}
    running = [*upper, *lower]
    body = _body_anew(draft, running)
    if body is not None:
        found, text, lines = layout.moved(found, text, [*body, *running])
    elif running:
        found, text, lines = layout.with_last(found, text, lines, running)
    if running:
        first = len(lines) - len(running)
        kinds = {line.start: "header" for line in lines[first : first + len(upper)]}
        kinds |= {line.start: "footer" for line in lines[first + len(upper) :]}
    if has_cut_words(text):
        found, lines, kinds = joined(found, lines, kinds, words_around)
        text = found.text()
    blocks = paragraphs(found, text, lines, kinds, place)
    if carry and blocks and blocks[0].kind == "paragraph":
        blocks[0] = replace(blocks[0], data={"continued": True})
    goes_on = _goes_on(text, blocks, place)
    notices = draft.notices
    if draft.reordered or body is not None:
        words = f"The lines of page {draft.number} were put in reading order by their places."
        notices = (*notices, Notice("reordered", words, draft.number))
    shape = draft.shape
    boxes = as_shown(found.boxes, draft.turn, shape.width, shape.height)
    page = ReadPage(
        number=draft.number,
        start=place,
        stop=place + len(text),
        width=shape.width,
        height=shape.height,
        rotation=shape.rotation,
        label=draft.label,
        boxes=pack_boxes(boxes, shape.width, shape.height),
        notices=notices,
    )
    remarks = _remarks(draft.annotations, text, boxes, place)
    return PagePart(page, text, tuple(blocks), remarks=remarks), goes_on


def _body_anew(draft: _Draft, running: Sequence[Line]) -> list[Line] | None:
    """The page's other lines as they are read, None where they are drawn in that order."""
    found = draft.characters
    if found.survey.is_descending:
        return None
    starts = {line.start for line in running}
    body = [line for line in draft.lines if line.start not in starts]
    if is_drawn_in_order(body):
        return None
    made = in_order(draft.text, body, is_leftward=found.survey.leftward > 0)
    return None if made is body else made


def _remarks(
    made: tuple[Annotation, ...], text: str, boxes: Boxes, place: int
) -> tuple[Remark, ...]:
    """Annotations of a page as remarks on its text, in the text's order."""
    found = [remark(replace(one, date=iso_date(one.date)), text, boxes, place) for one in made]
    remarks = [one for one in found if one is not None]
    return tuple(sorted(remarks, key=lambda one: (one.start, one.stop)))


def _running(draft: _Draft, lines: Sequence[Line], around: set[tuple[str, int]]) -> list[Line]:
    return [
        line
        for line in lines
        if draft.keys[line] in around or layout.is_page_number(draft.text[line.start : line.stop])
    ]


def _goes_on(text: str, blocks: list[Block], place: int) -> bool:
    body = [block for block in blocks if block.kind not in ("header", "footer")]
    return bool(body) and continues(text, body[-1], place)


def _properties(file: PdfFile) -> dict[str, str]:
    found = {}
    with LOCK:
        for key in _PROPERTIES:
            value = utf16_text(pdfium_c.FPDF_GetMetaText, file.handle, key.encode())
            value = " ".join(value.replace("\x00", "").split())
            if value:
                found[key.lower()] = value
    for key, plain in (("creationdate", "created"), ("moddate", "modified")):
        if key in found:
            found[plain] = iso_date(found.pop(key))
    return found


def iso_date(value: str) -> str:
    """A PDF date ("D:20240131120000+01'00'") in ISO 8601, as it is where it is no such date."""
    match = _DATE.match(value)
    if match is None:
        return value
    year, month, day, hour, minute, second, sign, zone_hours, zone_minutes = match.groups()
    date = f"{year}-{month or '01'}-{day or '01'}"
    if hour is None:
        return date
    time = f"T{hour}:{minute or '00'}:{second or '00'}"
    if sign in ("+", "-"):
        return f"{date}{time}{sign}{zone_hours or '00'}:{zone_minutes or '00'}"
    return f"{date}{time}{'Z' if sign == 'Z' else ''}"
