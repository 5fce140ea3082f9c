"""Rows and columns of a table that is set without a full grid of rules.

Columns are told by white that runs through all lines (a heading over several columns may cross it)
and by upright rules; rows by level rules where they part the lines evenly, else by the lines, with
a cell's wrapped words joined to the line above. Coordinates are points, y downwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from verifier.text.tables import Cell, Table

GAP = 0.5
"""White between two columns is at least so wide, in heights of a line; a blank is 0.3."""
HEADING_LINES = 2
"""So many first lines may cross the white between columns."""
RULE_SHARE = 0.6
"""A rule parts rows or columns if it runs along so much of the table."""
PADDING = 2.0


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or words in a row, with its box."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def size(self) -> float:
        """Height in points."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Halfway down."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight stroke or the edge of a filled box: at `place`, from `start` to `stop`."""

    place: float
    start: float
    stop: float


def grid(
    words: Sequence[Word], level: Iterable[Rule], upright: Iterable[Rule], page: int
) -> Table | None:
    """The table that these words make, or None where they make no second row or column."""
    if not words:
        return None
    size = median(word.size for word in words)
    lines = [_phrases(line, GAP * size) for line in _lines(words, size)]
    x0, x1 = min(word.x0 for word in words), max(word.x1 for word in words)
    top, bottom = min(word.top for word in words), max(word.bottom for word in words)
    columns = _columns(lines, _long(upright, top, bottom), GAP * size)
    rows = _rows(lines, _long(level, x0, x1), columns)
    if not columns or len(rows) < 2:
        return None
    xs = [x0 - PADDING, *columns, x1 + PADDING]
    borders = [(above[-1], below[0]) for above, below in pairwise(rows)]
    ys = [top - PADDING, *(_between(a, b) for a, b in borders), bottom + PADDING]
    cells = tuple(
        _row_cells(row, xs, (upper, lower))
        for row, (upper, lower) in zip(rows, pairwise(ys), strict=True)
    )
    return Table(page, cells, (xs[0], ys[0], xs[-1], ys[-1]))


def _between(above: list[Word], below: list[Word]) -> float:
    return (max(word.bottom for word in above) + min(word.top for word in below)) / 2


def _row_cells(row: list[list[Word]], xs: list[float], band: tuple[float, float]) -> tuple[
    Cell, ...
]:  # fmt: skip
    held: list[list[str]] = [[] for _ in xs[1:]]
    for line in row:
        said: dict[int, list[str]] = {}
        for phrase in line:
            said.setdefault(_column_of(phrase, xs), []).append(phrase.text)
        for column, texts in said.items():
            held[column].append(" ".join(texts))
    return tuple(
        Cell("\n".join(texts), (left, band[0], right, band[1]))
        for texts, (left, right) in zip(held, pairwise(xs), strict=True)
    )


def _column_of(phrase: Word, xs: list[float]) -> int:
    """The first column that holds a good part of the phrase: a heading may cover several."""
    shares = [min(phrase.x1, right) - max(phrase.x0, left) for left, right in pairwise(xs)]
    enough = min(0.3 * (phrase.x1 - phrase.x0), max(shares))
    return next(column for column, share in enumerate(shares) if share >= enough)


def _lines(words: Sequence[Word], size: float) -> list[list[Word]]:
    """The words line by line, each from left to right."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda one: one.middle):
        if lines and word.middle - lines[-1][0].middle < 0.5 * size:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda one: one.x0) for line in lines]


def _phrases(line: list[Word], gap: float) -> list[Word]:
    """Words that stand as close as a blank, together."""
    phrases = [line[0]]
    for word in line[1:]:
        last = phrases[-1]
        if word.x0 - last.x1 < gap:
            top, bottom = min(last.top, word.top), max(last.bottom, word.bottom)
            x1 = max(last.x1, word.x1)
            phrases[-1] = Word(f"{last.text} {word.text}", last.x0, top, x1, bottom)
        else:
            phrases.append(word)
    return phrases


def _long(rules: Iterable[Rule], start: float, stop: float) -> list[float]:
    """Where rules run along most of the stretch, pieces of one line taken together."""
    places: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda one: one.place):
        if places and rule.place - places[-1][-1].place < 1.5:
            places[-1].append(rule)
        else:
            places.append([rule])
    return [
        sum(one.place for one in group) / len(group)
        for group in places
        if _covered(group, start, stop) >= RULE_SHARE * (stop - start)
    ]


def _covered(rules: list[Rule], start: float, stop: float) -> float:
    done, edge = 0.0, start
    for rule in sorted(rules, key=lambda one: one.start):
        until = min(rule.stop, stop)
        done += max(0.0, until - max(rule.start, edge))
        edge = max(edge, until)
    return done


def _columns(lines: list[list[Word]], rules: list[float], gap: float) -> list[float]:
    """Borders between columns."""
    best: list[tuple[float, float]] = []
    for skipped in range(HEADING_LINES + 1):
        if skipped and len(lines) - skipped < 3:
            break
        found = _white([phrase for line in lines[skipped:] for phrase in line], gap)
        if len(found) > len(best) or not skipped:
            best = found
    x0 = min(phrase.x0 for line in lines for phrase in line)
    x1 = max(phrase.x1 for line in lines for phrase in line)
    inner = [place for place in rules if x0 < place < x1]
    whites = [(a + b) / 2 for a, b in best if not any(a <= place <= b for place in inner)]
    return sorted(whites + inner)


def _white(phrases: list[Word], gap: float) -> list[tuple[float, float]]:
    """Stretches without ink from the first line to the last."""
    found: list[tuple[float, float]] = []
    ordered = sorted(phrases, key=lambda one: one.x0)
    edge = ordered[0].x1
    for phrase in ordered[1:]:
        if phrase.x0 - edge >= gap:
            found.append((edge, phrase.x0))
        edge = max(edge, phrase.x1)
    return found


def _rows(
    lines: list[list[Word]], rules: list[float], columns: list[float]
) -> list[list[list[Word]]]:
    """Lines grouped into rows."""
    bands = _bands(lines, rules)
    if len(bands) >= 3 and 2 * max(map(len, bands)) <= len(lines):
        return bands
    pitches = [below[0].middle - above[0].middle for above, below in pairwise(lines)]
    usual = median(pitches) if pitches else 0.0
    rows: list[list[list[Word]]] = []
    for band in bands:
        rows.append([band[0]])
        for above, line in pairwise(band):
            if _is_wrapped(above, line, usual, columns):
                rows[-1].append(line)
            else:
                rows.append([line])
    return rows


def _bands(lines: list[list[Word]], rules: list[float]) -> list[list[list[Word]]]:
    """Lines between one level rule and the next."""
    bands: dict[int, list[list[Word]]] = {}
    for line in lines:
        bands.setdefault(sum(place < line[0].middle for place in rules), []).append(line)
    return list(bands.values())


def _is_wrapped(above: list[Word], line: list[Word], usual: float, columns: list[float]) -> bool:
    """Whether the line only carries on a cell: one phrase, not in the first column, set close."""
    if len(line) > 1 or not columns or line[0].x0 < columns[0]:
        return False
    return line[0].middle - above[0].middle < 0.95 * usual
