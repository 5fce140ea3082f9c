"""Words that a line's end cut in two are made whole, so that a quote reads as it was meant.

The line end goes behind the rest of the word. A hyphen between small letters was put there by the
typesetter and goes, unless the word is a compound; between figures or before a capital it belongs
to the word and stays. What stands below in another size or far below is no rest of a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from operator import gt

from verifier.reading.pdf_characters import Buffers, Characters
from verifier.reading.pdf_codes import HYPHEN, NEWLINE, SOFT_HYPHEN
from verifier.reading.pdf_compounds import keeps_hyphen
from verifier.reading.pdf_lines import Line

_SOFT_INSIDE = re.compile("\u00ad(?!\n)(?!\\Z)")
_DRAWN_AT_END = re.compile("[-\u2010](?=\n)")
LONGEST = 80
"""Characters of the rest of a word that are looked at."""
NEAR = 2.5
"""The rest of a word begins within so many heights of a line, or in another column."""
JOINING = frozenset({"and", "or", "und", "oder"})
"""After these a hyphen stands for the rest of a word: "pre- and post-war"."""


def joined(
    found: Characters, lines: Sequence[Line], kinds: dict[int, str], around: Callable[[], str] = str
) -> tuple[Characters, Sequence[Line], dict[int, str]]:
    """The page with whole words; `kinds` names some of the lines by where they start.

    `lines` are all lines of the page, one after the other; `around` gives the text of pages
    near this one, in small letters.
    """
    found = _with_soft_hyphens(found)
    if chr(SOFT_HYPHEN) not in found.text():
        return found, lines, kinds
    return _Joining(found, lines, kinds, around).result()


def _with_soft_hyphens(found: Characters) -> Characters:
    """Each hyphen that ends a line behind a letter as a soft one, and no other that is drawn."""
    text = found.text()
    inside = [match.start() for match in _SOFT_INSIDE.finditer(text)]
    at_ends = [match.start() for match in _DRAWN_AT_END.finditer(text)]
    open_ones = [place for place in at_ends if place and text[place - 1].isalpha()]
    if not open_ones and not inside:
        return found
    made = Buffers(bytearray(found.buffers.codes), found.buffers.sides)
    for places, code in ((inside, HYPHEN), (open_ones, SOFT_HYPHEN)):
        for place in places:
            made.code_points[place] = code
    return Characters.of_bytes(made)


class _Joining:
    """Writes the page anew, line by line."""

    def __init__(
        self,
        found: Characters,
        lines: Sequence[Line],
        kinds: dict[int, str],
        around: Callable[[], str],
    ) -> None:
        self._others = around
        self._around = ""
        buffers = Buffers(*map(bytearray, found.buffers))
        self._page = Characters.of_bytes(buffers)
        self._codes, self._edges = buffers.code_points, buffers.edges
        self._text = found.text()
        self._lines, self._kinds = lines, kinds
        self._taken: list[tuple[int, int]] = []
        """Which old characters stand where, one stretch after the other."""
        self._count = 0
        self._made: list[Line] = []
        self._named: dict[int, str] = {}

    def result(self) -> tuple[Characters, list[Line], dict[int, str]]:
        """The whole page."""
        is_open = False
        for number, line in enumerate(self._lines):
            start, is_absorbed = line.start, False
            if is_open:
                start, is_absorbed = self._take_rest(line)
            is_open = self._ends_open(number)
            if is_absorbed:
                self._close(line, is_open=is_open)
            else:
                self._write(line, start, is_open=is_open)
        return self._page.taken(self._taken), self._made, self._named

    def _take(self, start: int, stop: int) -> None:
        """Write old characters behind those so far."""
        self._taken.append((start, stop))
        self._count += stop - start

    def _ends_open(self, number: int) -> bool:
        """Whether a line's last word goes on in the next one of the same kind."""
        line, after = self._lines[number], self._lines[number + 1 : number + 2]
        if line.stop - line.start < 2 or self._codes[line.stop - 1] != SOFT_HYPHEN:
            return False
        if not after or after[0].start != line.stop + 1:
            return False
        if self._kinds.get(line.start) != self._kinds.get(after[0].start):
            return False
        if not _is_rest(line, after[0]):
            return False
        word = self._text[after[0].start : after[0].stop].split(" ", 1)[0]
        return word[:1].isalnum() and word not in JOINING

    def _take_rest(self, line: Line) -> tuple[int, bool]:
        """Write the rest of a word; where its own line goes on, and whether nothing is left."""
        end = self._text.find(" ", line.start, line.stop)
        if end < 0:
            return line.stop, True
        self._codes[end] = NEWLINE
        self._take(line.start, end + 1)
        self._grow(end - line.start)
        return end + 1, False

    def _close(self, line: Line, *, is_open: bool) -> None:
        """The line was nothing but the rest of a word."""
        stop = self._stop_of(line, is_open=is_open)
        self._take(line.start, stop)
        self._grow(stop - line.start)
        if not is_open:
            self._take(line.stop, line.stop + 1)

    def _write(self, line: Line, start: int, *, is_open: bool) -> None:
        stop = self._stop_of(line, is_open=is_open)
        place = self._count
        if line.start in self._kinds:
            self._named[place] = self._kinds[line.start]
        self._take(start, stop)
        self._made.append(Line(place, self._count, *line[2:]))
        if not is_open:
            self._take(line.stop, line.stop + 1)

    def _grow(self, by: int) -> None:
        self._made[-1] = self._made[-1]._replace(stop=self._made[-1].stop + by)

    def _stop_of(self, line: Line, *, is_open: bool) -> int:
        """Where the line's text ends; its hyphen goes or becomes a real one."""
        last = line.stop - 1
        if not (line.stop > line.start and self._codes[last] == SOFT_HYPHEN):
            return line.stop
        if is_open and self._is_set(last):
            self._cover(last)
            return last
        self._codes[last] = HYPHEN
        return line.stop

    def _is_set(self, hyphen: int) -> bool:
        """Whether a hyphen before a line's end was put there by the typesetter."""
        goes_on = self._text[hyphen + 2 : hyphen + 3]
        if not (goes_on.islower() and self._text[hyphen - 1].isalpha()):
            return False
        start = max(self._text.rfind(sign, 0, hyphen) for sign in " \n") + 1
        rest = self._text[hyphen + 2 : hyphen + 2 + LONGEST].split()[0]
        self._around = self._around or "\n".join((self._text.lower(), self._others()))
        return not keeps_hyphen(self._text[start:hyphen], rest, self._around)

    def _cover(self, hyphen: int) -> None:
        """The letter before a hyphen that goes is as wide as both: a highlight covers them."""
        pairs = [
            slice(at + hyphen - 1, at + hyphen + 1)
            for at in range(0, len(self._edges), len(self._codes))
        ]
        x0, y0, x1, y1 = (self._edges[pair].tolist() for pair in pairs)
        has_area = all(map(gt, x1, x0)) and all(map(gt, y1, y0))
        if has_area and abs(y0[0] - y0[1]) < y1[0] - y0[0]:
            for pair, edge in zip(pairs, (min(x0), min(y0), max(x1), max(y1)), strict=True):
                self._edges[pair.start] = edge


def _is_rest(line: Line, after: Line) -> bool:
    """Whether the line after one that ends in a hyphen may go on with its word."""
    size = max(line.size, after.size)
    if abs(line.size - after.size) > 0.2 * size:
        return False
    is_beside = after.x0 > line.x1 or after.x1 < line.x0
    return is_beside or after.y0 - line.y0 < NEAR * size
