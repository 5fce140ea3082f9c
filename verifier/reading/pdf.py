"""PDF: every page's text with a box for each character, in one pass, page by page.

PDFium reads; a file it refuses is repaired through qpdf (pikepdf) and tried again; a page it reads
badly is read a second time by pdfplumber. Two pages are held back at a time, because a running
head is known only by its neighbours.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import ModuleType

import pypdfium2_raw as pdfium_c

from verifier.errors import Encrypted, Unreadable
from verifier.reading import pdf_layout as layout
from verifier.reading.boxes import pack_sides
from verifier.reading.document import RUNNING, Block, Notice, ReadPage, Remark
from verifier.reading.limits import Limits, check_pages, check_text
from verifier.reading.parts import Closing, Opening, PagePart, Part
from verifier.reading.pdf_characters import Characters
from verifier.reading.pdf_draft import Draft, Second, read_draft
from verifier.reading.pdf_hyphens import joined
from verifier.reading.pdf_lines import Line
from verifier.reading.pdf_notes import with_insets_apart, with_notes_apart
from verifier.reading.pdf_numbered import Column
from verifier.reading.pdf_order import in_order, is_drawn_in_order
from verifier.reading.pdf_paragraphs import continues, paragraphs
from verifier.reading.pdf_remarks import Annotation, remark
from verifier.reading.pdf_titles import with_titles
from verifier.reading.pdf_turn import as_shown
from verifier.reading.pdfium import LOCK, VERSION, PdfFile, utf16_text

MEDIA_TYPE = "application/pdf"
NEIGHBOURS = 2
"""Running heads may differ between left and right pages."""
PAGES_OF_WORDS = 20
"""So many pages before tell whether a divided word is written with a hyphen."""
COLUMNS = 2 * NEIGHBOURS
"""So many columns of line numbers are remembered from the pages before."""
_PROPERTIES = ("Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate",
               "ModDate")  # fmt: skip
_DATE = re.compile(r"D?:?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:([+-Z])(\d\d)?'?(\d\d)?)?")


def read_pdf(path: Path, name: str, limits: Limits) -> Iterator[Part]:
    """The parts of a PDF file."""
    file, repaired, data = open_pdf(path, name)
    second = Second(data or path)
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


def _pages(file: PdfFile, second: Second, limits: Limits) -> Iterator[PagePart]:
    """Pages in order, each once its next neighbours are known."""
    before: deque[Draft] = deque(maxlen=NEIGHBOURS)
    waiting: deque[Draft] = deque()
    texts: deque[str] = deque(maxlen=PAGES_OF_WORDS)
    columns: deque[Column] = deque(maxlen=COLUMNS)
    place, carry = 0, False
    for number in range(1, file.page_count + 1 + NEIGHBOURS):
        if number <= file.page_count:
            waiting.append(read_draft(file, number, second, columns))
            columns += waiting[-1].columns
        if number <= NEIGHBOURS or not waiting:
            continue
        draft = waiting.popleft()
        if columns and draft.may_be_numbered and not draft.columns:
            # The pages behind may tell.
            draft = read_draft(file, draft.number, second, columns)
        around = set().union(*(other.keys.values() for other in (*before, *waiting)))
        known = partial(_words_around, texts, waiting)
        part, carry = _finish(draft, around, known, place, carry)
        before.append(draft)
        texts.append(part.text.lower())
        place += len(part.text)
        check_text(place, file.name, limits)
        yield part


def _words_around(before: Iterable[str], after: Iterable[Draft]) -> str:
    """The text of other pages near a page, in small letters; those before it are so already."""
    return "\n".join((*before, *(other.text.lower() for other in after)))


def _finish(
    draft: Draft,
    around: set[tuple[str, int]],
    words_around: Callable[[], str],
    place: int,
    carry: bool,
) -> tuple[PagePart, bool]:
    """The page with its running lines last, and whether its last paragraph goes on."""
    upper = layout.without_titled(draft.upper, _running(draft, draft.upper, around))
    upper += [line for line in draft.beside if draft.keys[line] in around]
    lower = _running(draft, draft.lower, around)
    found, text, lines = draft.characters, draft.text, draft.lines
    kinds: dict[int, str] = {}
    running = [*draft.numbers, *upper, *lower]
    body = _body_anew(draft, running)
    if body is not None:
        found, text, lines = layout.moved(found, text, [*body, *running])
    elif running:
        found, text, lines = layout.with_last(found, text, lines, running)
    if running:
        named = ("line-number",) * len(draft.numbers) + ("header",) * len(upper)
        named += ("footer",) * len(lower)
        last = lines[len(lines) - len(running) :]
        kinds = {line.start: kind for line, kind in zip(last, named, strict=True)}
    survey = draft.characters.survey
    if survey.has_cut_words:
        found, lines, kinds = joined(found, lines, kinds, words_around)
        text = found.text()
    leftward = 2 * survey.leftward > survey.readable if survey.leftward else None
    blocks = paragraphs(found, text, lines, kinds, place, leftward=leftward)
    blocks = with_titles(text, lines, blocks, place, is_begun=carry)
    has_columns = not survey.is_descending
    blocks = with_notes_apart(text, lines, blocks, place, is_begun=carry, has_columns=has_columns)
    if has_columns:
        blocks = with_insets_apart(text, lines, blocks, place)
    if draft.numbers:
        blocks = _with_numbers_in_one(blocks)
    if carry and blocks and blocks[0].kind == "paragraph" and not blocks[0].data:
        blocks[0] = replace(blocks[0], data={"continued": True})
    goes_on = _goes_on(text, blocks, place)
    notices = draft.notices
    if draft.reordered or body is not None:
        words = f"The lines of page {draft.number} were put in reading order by their places."
        notices = (*notices, Notice("reordered", words, draft.number))
    shape = draft.shape
    if draft.turn:
        shown = as_shown(found.boxes, draft.turn, shape.width, shape.height)
        found = Characters(found.codes, shown)
    page = ReadPage(
        number=draft.number,
        start=place,
        stop=place + len(text),
        width=shape.width,
        height=shape.height,
        rotation=shape.rotation,
        label=draft.label,
        boxes=pack_sides(found.buffers.sides, shape.width, shape.height),
        notices=notices,
    )
    remarks = _remarks(draft.annotations, text, found, place)
    return PagePart(page, text, tuple(blocks), remarks=remarks), goes_on


def _with_numbers_in_one(blocks: list[Block]) -> list[Block]:
    """The blocks of a page, its line numbers being one however far apart they stand."""
    numbers = [block for block in blocks if block.kind == "line-number"]
    first = blocks.index(numbers[0])
    whole = replace(numbers[0], stop=numbers[-1].stop)
    return [*blocks[:first], whole, *blocks[first + len(numbers) :]]


def _body_anew(draft: Draft, running: Sequence[Line]) -> list[Line] | None:
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
    made: tuple[Annotation, ...], text: str, shown: Characters, place: int
) -> tuple[Remark, ...]:
    """Annotations of a page as remarks on its text, in the text's order."""
    found = [
        remark(replace(one, date=iso_date(one.date)), text, shown.boxes, place) for one in made
    ]
    remarks = [one for one in found if one is not None]
    return tuple(sorted(remarks, key=lambda one: (one.start, one.stop)))


def _running(draft: Draft, lines: Sequence[Line], around: set[tuple[str, int]]) -> list[Line]:
    return [
        line
        for line in lines
        if draft.keys[line] in around or layout.is_page_number(draft.text[line.start : line.stop])
    ]


def _goes_on(text: str, blocks: list[Block], place: int) -> bool:
    body = [block for block in blocks if block.kind not in RUNNING]
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
