"""Lines with Hebrew or Arabic, from where their glyphs stand to the order in which they are read.

A page only tells where glyphs are. PDFium turns words around, but takes brackets as if every file
stored them as seen, turns the letters of a ligature around as well, puts a sign at the wrong side
of its number and begins new lines at marks above letters. So the glyphs of such a line are laid out
anew from the left to the right, and read back (see bidi_order and bidi_brackets).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from verifier.reading.arrays import np
from verifier.reading.bidi_brackets import as_read
from verifier.reading.bidi_order import LEFTWARDS, Glyph, leftward, rightward
from verifier.reading.boxes import has_area
from verifier.reading.pdf_characters import Characters
from verifier.reading.pdf_codes import NEWLINE, SPACE
from verifier.reading.pdf_layout import merged
from verifier.reading.pdf_lines import Line
from verifier.reading.pdf_spacing import BLANK
from verifier.reading.pdf_text import place_carets

TOUCHING = 0.05
"""Points: parts of one ligature are no further apart."""
_LAM, _TANWIN = "\u0644", "\u064b"


def as_read_aloud(found: Characters, lines: Sequence[Line]) -> Characters:
    """The page with each line that holds leftward text in the order of reading."""
    text = found.text()
    page = _balance(text)
    codes: list[int] = []
    rows: list[int] = []
    for line in _whole(text, lines):
        words = text[line.start : line.stop]
        kinds = {unicodedata.bidirectional(sign) for sign in words}
        if not kinds.isdisjoint(LEFTWARDS) or (page > 0 and "L" not in kinds):
            for sign, row in _line(found, text, line, page):
                codes.append(ord(sign))
                rows.append(row)
        else:
            codes += map(ord, words)
            rows += range(line.start, line.stop)
        codes.append(NEWLINE)
        rows.append(-1)
    columns = found.boxes.T[:, rows].copy()
    columns[:, np.array(rows) < 0] = 0
    place_carets(columns)
    return Characters(np.array(codes, np.uint32), columns.T)


def _whole(text: str, lines: Sequence[Line]) -> list[Line]:
    """The lines, those made whole that PDFium broke at marks above and below letters."""
    made: list[Line] = []
    for line in lines:
        last = made[-1] if made else line
        shared = min(last.y1, line.y1) - max(last.y0, line.y0)
        size = min(last.size, line.size)
        is_near = line.x0 - last.x1 < size and last.x0 - line.x1 < size
        has_marks = any(unicodedata.category(sign) == "Mn" for sign in text[last.start : line.stop])
        if made and shared > 0.6 * size and is_near and has_marks:
            made[-1] = merged(last, line)
        else:
            made.append(line)
    return made


def _balance(text: str) -> int:
    """How many more letters run to the left than to the right."""
    kinds = [unicodedata.bidirectional(sign) for sign in text]
    return sum(kind in LEFTWARDS for kind in kinds) - kinds.count("L")


def _line(found: Characters, text: str, line: Line, page: int) -> Iterator[tuple[str, int]]:
    """Characters of a line as read, each with its row; -1 for a blank that only white tells."""
    glyphs = _glyphs(found, text, line)
    parted = _parted_by_white(found, line)
    if parted:
        glyphs = list(_spaced(glyphs, parted, BLANK * line.size))
    order = leftward(glyphs) if _runs_left(glyphs, page) else rightward(glyphs)
    words = as_read("".join(glyph.text for glyph in order))
    rows = [row for glyph in order for row in glyph.rows]
    return zip(words, rows, strict=True)


def _runs_left(glyphs: Sequence[Glyph], page: int) -> bool:
    """Whether a line begins at the right: its outer words tell, else what prevails on the page."""
    strong = [glyph.kind in LEFTWARDS for glyph in glyphs if glyph.kind in ("L", *LEFTWARDS)]
    share = sum(strong) / len(strong) if strong else 0.5
    if strong and strong[0] == strong[-1] and (share >= 0.4 if strong[0] else share <= 0.6):
        return strong[0]
    return page > 0


def _parted_by_white(found: Characters, line: Line) -> set[frozenset[int]]:
    """Between which characters PDFium saw a blank that has no glyph of its own."""
    rows = np.arange(line.start, line.stop)
    inked = has_area(found.boxes[rows])
    solid = rows[inked]
    if not len(solid):
        return set()
    after = np.searchsorted(solid, rows[~inked & (found.codes[rows] == SPACE)])
    pairs = zip(solid[after - 1].tolist(), solid[after % len(solid)].tolist(), strict=True)
    return {frozenset(pair) for pair in pairs}


def _spaced(glyphs: Sequence[Glyph], parted: set[frozenset[int]], blank: float) -> Iterator[Glyph]:
    """The glyphs with blanks where white is between two of them."""
    last: Glyph | None = None
    for glyph in glyphs:
        touch = last is None or last.text.isspace() or glyph.text.isspace()
        white = glyph.x0 - last.x1 if last else 0.0
        if last and not touch and (white > blank or _is_parted(last, glyph, white, parted)):
            yield Glyph(" ", (-1,), last.x1, glyph.x0)
        yield glyph
        last = glyph


def _is_parted(one: Glyph, other: Glyph, white: float, parted: set[frozenset[int]]) -> bool:
    """Between letters PDFium is believed; next to signs it is not, since it misplaces them.

    Nor is it next to a mark that is drawn before its letter, where there is no white.
    """
    if not (one.text[0].isalnum() and other.text[0].isalnum()):
        return False
    pairs = ((a, b) for a in one.rows for b in other.rows if frozenset((a, b)) in parted)
    return any(white > TOUCHING or not (one.is_mark(a) or other.is_mark(b)) for a, b in pairs)


def _glyphs(found: Characters, text: str, line: Line) -> list[Glyph]:
    """The glyphs of a line from left to right, each with its marks."""
    groups: list[list[int]] = []
    marks: list[int] = []
    inked = has_area(found.boxes[line.start : line.stop])
    for row in range(line.start, line.stop):
        if unicodedata.category(text[row]) == "Mn":
            marks.append(row)
        elif groups and _is_ligature(found, text, groups[-1][-1], row):
            groups[-1].append(row)
        elif inked[row - line.start] or not text[row].isspace():
            groups.append([row])
    glyphs = [_glyph(found, text, group) for group in groups]
    return sorted(_marked(found, text, glyphs, marks), key=lambda one: one.x0 + one.x1)


def _is_ligature(found: Characters, text: str, before: int, row: int) -> bool:
    """Whether two characters that are written to the left share one glyph."""
    if unicodedata.bidirectional(text[row]) not in LEFTWARDS:
        return False
    return bool((found.boxes[before] == found.boxes[row]).all() and has_area(found.boxes[[row]])[0])


def _glyph(found: Characters, text: str, group: list[int]) -> Glyph:
    """PDFium turns a ligature's letters around; lam always stands before its alef."""
    if len(group) > 1 and text[group[0]] != _LAM:
        group = group[::-1]
    x0, x1 = found.boxes[group[0]][[0, 2]].tolist()
    return Glyph("".join(text[row] for row in group), tuple(group), x0, x1)


def _marked(found: Characters, text: str, glyphs: list[Glyph], marks: list[int]) -> Iterator[Glyph]:
    """The glyphs, with each mark behind the letter that it stands above or below."""
    letters = [place for place, glyph in enumerate(glyphs) if not glyph.text.isspace()]
    if not marks or not letters:
        yield from glyphs
        return
    x0, x1 = np.array([(glyphs[place].x0, glyphs[place].x1) for place in letters]).T
    edges = {row: (float(found.boxes[row, 0]), float(found.boxes[row, 2])) for row in marks}
    owned: dict[int, list[int]] = {}
    for row in sorted(marks, key=lambda row: unicodedata.combining(text[row])):
        middle = sum(edges[row]) / 2
        away = np.maximum(np.maximum(x0 - middle, middle - x1), 0)
        if away.min() > 0:
            # PDFium gives each letter and mark of a ligature a part of its width: lam is rightmost.
            away[np.abs(x0 - _right_end(edges, row)) < TOUCHING] = 0
        # Over or under one letter, it is no nearer to the middle of a narrow one beside.
        nearest = np.lexsort((np.abs(x0 + x1 - 2 * middle), away))[0]
        owned.setdefault(letters[int(nearest)], []).append(row)
    for place, glyph in enumerate(glyphs):
        yield _with_marks(text, glyph, owned[place], edges) if place in owned else glyph


def _right_end(edges: Mapping[int, tuple[float, float]], row: int) -> float:
    """Where the marks end that stand side by side, beginning with this one."""
    end = edges[row][1]
    for low, high in sorted(edges.values()):
        if abs(low - end) < TOUCHING < high - low:
            end = high
    return end


def _with_marks(
    text: str, glyph: Glyph, marks: list[int], edges: Mapping[int, tuple[float, float]]
) -> Glyph:
    """Marks on a ligature belong to its first letter, but for the ending that sits on an alef."""
    last = [row for row in marks if text[row] == _TANWIN]
    rows = [glyph.rows[0], *(row for row in marks if row not in last), *glyph.rows[1:], *last]
    x0 = glyph.x0
    for low, high in sorted((edges[row] for row in marks), reverse=True):
        x0 = low if abs(high - x0) < TOUCHING else x0
    return replace(glyph, text="".join(text[row] for row in rows), rows=tuple(rows), x0=x0)
