"""Large initials: the first letter of a chapter that stands beside two or three lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from verifier.reading.arrays import np
from verifier.reading.pdf_characters import Characters
from verifier.reading.pdf_codes import SPACE
from verifier.reading.pdf_layout import rearranged
from verifier.reading.pdf_lines import Line

LARGE = 1.8
"""An initial is so many times as tall as the line that it begins."""
LONGEST = 2
"""Characters: a letter, and a quotation mark before it."""
_INITIAL = re.compile(r"[\"'“„‘«]?[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")


def with_initials(found: Characters, lines: Sequence[Line]) -> tuple[Characters, Sequence[Line]]:
    """The page with each large initial at the beginning of its word, and the page's lines.

    A line that begins with one keeps the height of its other words.
    """
    if found.survey.is_descending:
        return found, lines
    short = [line for line in lines if line.stop - line.start <= LONGEST]
    if not short:
        return found, lines
    found, lines = _with_late_ones(found, lines, short)
    large = [line.start for line, after in pairwise(lines) if may_begin(line, after)]
    if not large:
        return found, lines
    text = found.text()
    codes = found.codes.copy()
    dropped: list[int] = []
    made: list[Line] = []
    initial: Line | None = None
    for line in lines:
        first = initial.start if initial else line.start - len(dropped)
        if initial and _is_word(text, line):
            codes[line.start - 1] = SPACE
        elif initial:
            dropped.append(line.start - 1)
        initial = None
        placed = line._replace(start=first, stop=line.stop - len(dropped))
        if line.start in large and _goes_on(text, line):
            initial = placed
        else:
            made.append(placed)
    kept = np.delete(np.arange(len(codes)), dropped)
    return Characters(codes[kept], found.boxes.T[:, kept].T), made


def _with_late_ones(
    found: Characters, lines: Sequence[Line], short: Sequence[Line]
) -> tuple[Characters, Sequence[Line]]:
    """The page with initials that are drawn behind their paragraph before it."""
    text = found.text()
    places: dict[int, Line] = {}
    for initial in short:
        if not _INITIAL.fullmatch(text, initial.start, initial.stop):
            continue
        begun = [line for line in lines if line.stop < initial.start and may_begin(initial, line)]
        highest = min(begun, key=lambda line: line.y0, default=None)
        if highest is not None and text[highest.start].isalpha():
            places[highest.start] = initial
    if not places:
        return found, lines
    moved = {line.start for line in places.values()}
    order: list[Line] = []
    for line in lines:
        if line.start in places:
            order.append(places[line.start])
        if line.start not in moved:
            order.append(line)
    found = rearranged(found, order)
    return found, found.lines


def may_begin(line: Line, after: Line) -> bool:
    """Whether a line is short and tall, and the next one begins at the right of its upper part."""
    if line.stop - line.start > LONGEST or line.size < LARGE * after.size:
        return False
    is_beside = -0.3 * after.size < after.x0 - line.x1 < 1.5 * after.size
    return is_beside and line.y0 - after.size < after.y0 < (line.y0 + line.y1) / 2


def _goes_on(text: str, line: Line) -> bool:
    """Whether it is a letter and the next line begins with one."""
    is_letter = _INITIAL.fullmatch(text, line.start, line.stop) is not None
    return is_letter and text[line.stop + 1 : line.stop + 2].isalpha()


def _is_word(text: str, line: Line) -> bool:
    """Whether the letter before a line is a word of its own ("A", "I"): others on the page tell."""
    rest = _WORD.match(text, line.start, line.stop)
    if rest is None:
        return False
    words: list[str] = _WORD.findall(text, line.stop)
    begun: str = rest[0].lower()
    whole = text[line.start - 2].lower() + begun
    alone, joined = (sum(word.lower() == one for word in words) for one in (begun, whole))
    return alone > joined
