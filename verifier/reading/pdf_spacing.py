"""Line ends and blanks that PDFium sees where a person sees none.

It begins a new line at a sign that stands by itself behind a raised figure, as in "5 m², of which",
or at a mark above a letter, and takes the white in a heading with spaced letters for blanks. Some
programs draw a blank behind each ligature and take it back again.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from verifier.reading.arrays import np
from verifier.reading.boxes import has_area
from verifier.reading.pdf_characters import Characters
from verifier.reading.pdf_codes import SOFT_HYPHEN, SPACE
from verifier.reading.pdf_initials import may_begin
from verifier.reading.pdf_lines import Line

BLANK = 0.15
"""White between two words, at least; in heights of the lower one's line."""
WORDS_APART = 1.0
"""What is further away on the same height is another column; in heights of a line."""
EVEN = 0.25
"""Letters are spaced if white between them differs by no more than this share."""
WIDER = 1.5
"""White between words with spaced letters is so many times that between letters."""
NO_WHITE = 0.03
"""White between letters, at most; in heights of the first one."""
_LIGATURES = ("fi ", "fl ", "ff ")
_SPACED = re.compile(r"(?<!\S)\w(?: \w){4,}(?!\S)")


def seen_as_one(found: Characters, lines: Sequence[Line]) -> tuple[Characters, Sequence[Line]]:
    """The page with lines made whole that are one to the eye, and with spaced words as words."""
    if found.survey.is_descending and not found.survey.is_spaced:
        return found, lines
    level = [(a, b) for a, b in pairwise(lines) if b.y0 + b.y1 < 2 * a.y1]
    codes_of = found.buffers.code_points
    broken = [(a, b) for a, b in level if _is_one(codes_of, a, b)]
    blanks = [a.stop for a, b in broken if b.x0 - a.x1 > BLANK * min(a.size, b.size)]
    dropped = [a.stop for a, _ in broken if a.stop not in blanks] + _inside_spaced(found)
    if not broken and not dropped:
        return found, lines
    codes = found.codes.copy()
    codes[blanks] = SPACE
    kept = np.delete(np.arange(len(codes)), dropped)
    made = Characters(codes[kept], found.boxes.T[:, kept].T)
    return made, made.lines


def _inside_spaced(found: Characters) -> list[int]:
    """The blanks inside words whose letters are spaced."""
    if not found.survey.is_spaced:
        return []
    words = _SPACED.finditer(found.text())
    return [place for word in words for place in _between_letters(found, *word.span())]


def _is_one(codes: memoryview[int], line: Line, after: Line) -> bool:
    """Whether a line goes on in the next one, at the same height."""
    size = min(line.size, after.size)
    gap = after.x0 - line.x1
    if not -size < gap < WORDS_APART * size:
        return False
    is_mark = unicodedata.category(chr(codes[after.start])) == "Mn"
    shared = min(line.y1, after.y1) - max(line.y0, after.y0)
    if not (is_mark or gap > -0.2 * size) or shared <= 0.5 * size:
        return False
    return codes[line.stop - 1] != SOFT_HYPHEN and not may_begin(line, after)


def _between_letters(found: Characters, start: int, stop: int) -> list[int]:
    """The blanks inside words whose letters are spaced; none where the blanks are real ones."""
    letters = np.arange(start, stop, 2)
    blanks = letters[:-1] + 1
    gaps = found.boxes[letters[1:], 0] - found.boxes[letters[:-1], 2]
    height = float(found.boxes[start, 3] - found.boxes[start, 1])
    if has_area(found.boxes[blanks]).any() or gaps.max() <= 0:
        return []
    usual = median(gaps.tolist())
    inside = gaps < WIDER * usual
    is_even = (np.abs(gaps[inside] - usual) <= EVEN * usual).all()
    if not (0 < usual < WORDS_APART * height and is_even):
        return []
    return [int(blank) for blank in blanks[inside]]


def without_blanks_behind_ligatures(
    found: Characters, lines: Sequence[Line]
) -> tuple[Characters, Sequence[Line]]:
    """The page without blanks behind "fi" and its like that leave no white before the next letter.

    Lines keep their places.
    """
    if not found.survey.has_blank_behind_ligature:
        return found, lines
    text = found.text()
    dropped = [
        at
        for ligature in _LIGATURES
        for at in _places(text, ligature)
        if _is_taken_back(found, text, at)
    ]
    if not dropped:
        return found, lines
    dropped.sort()
    kept = np.delete(np.arange(len(text)), dropped)
    moved = [
        line._replace(
            start=line.start - bisect_left(dropped, line.start),
            stop=line.stop - bisect_left(dropped, line.stop),
        )
        for line in lines
    ]
    return Characters(found.codes[kept], found.boxes.T[:, kept].T), moved


def _places(text: str, ligature: str) -> Iterator[int]:
    """The blanks that stand behind the letters of a ligature."""
    at = text.find(ligature)
    while at >= 0:
        yield at + len(ligature) - 1
        at = text.find(ligature, at + 1)


def _is_taken_back(found: Characters, text: str, at: int) -> bool:
    """Whether the letters before a blank are one glyph, which the next letter touches."""
    first, ligature, after = (found.boxes[place].tolist() for place in (at - 2, at - 1, at + 1))
    is_one = text[at + 1].isalpha() and first == ligature
    tall = ligature[3] - ligature[1]
    is_level = abs(after[3] - ligature[3]) < 0.5 * tall
    return is_one and is_level and abs(after[0] - ligature[2]) <= NO_WHITE * tall
