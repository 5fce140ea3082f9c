"""What the characters of a PDF page are like as a whole, and its lines.

Most pages need nothing special done to them. One look tells, instead of one for each thing.
"""

from __future__ import annotations

from itertools import pairwise
from struct import Struct
from typing import NamedTuple

from verifier.reading import built
from verifier.reading.arrays import Boxes, Codes, Flags, np
from verifier.reading.built import address
from verifier.reading.pdf_codes import (
    FORMS_FIRST,
    FORMS_LAST,
    HYPHEN,
    LEFTWARD_FIRST,
    LEFTWARD_LAST,
    NEWLINE,
    PRIVATE_FIRST,
    PRIVATE_LAST,
    SOFT_HYPHEN,
    SPACE,
    TYPOGRAPHIC_HYPHEN,
    UNKNOWN,
)
from verifier.reading.pdf_lines import NO_LINES, ROW_SIZE, Line, Lines
from verifier.reading.pdf_lines import by_numpy as lines_by_numpy

GAP = 0.7
"""White between columns, at least; in heights of a line."""
LAST_ASCII = 0x7F
RUNNING = 10
"""Characters; a part of a line that is shorter is a table's cell and no running text."""
WORD = 5
"""Characters; longer lines tell which way text runs."""


class Survey(NamedTuple):
    """What there is on a page."""

    readable: int
    """Characters that are neither blank nor unknown nor from a font's private codes."""
    leftward: int
    """Characters of scripts that are written to the left."""
    gaps: list[tuple[int, int]]
    """Characters of a line before and behind white as between columns."""
    running: int
    """How many parts of lines may be a column's: behind such white, not short, nor is what stands
    before it, and begun with a small letter, or what may be one: any sign beyond ASCII."""
    is_spaced: bool
    """Whether four blanks take turns with other characters, as in letters with blanks between."""
    is_sideways: bool
    """Whether most lines of more than a word are taller than they are wide."""
    is_descending: bool
    """Whether each line begins below the beginning of the one before, and its middle stands below
    that one's end, as in one column of text."""
    numbered: int
    """How many lines have a number for their first or last word."""
    has_blank_behind_ligature: bool
    """Whether a blank stands behind "fi" or its like."""
    has_cut_words: bool
    """Whether a line ends with a hyphen, or a soft hyphen stands anywhere."""
    lines: Lines
    """In the order of the characters."""


NOTHING = Survey(
    readable=0,
    leftward=0,
    gaps=[],
    running=0,
    is_spaced=False,
    is_sideways=False,
    is_descending=True,
    numbered=0,
    has_blank_behind_ligature=False,
    has_cut_words=False,
    lines=NO_LINES,
)
"""On a page without characters."""
PAIR = Struct("=2i")
"""The characters at a gap as the built loops write them."""
ANSWERS = Struct("=11i")
"""What they find besides: the survey without its lines, and how many lines there are."""


def by_built_loop(codes: bytearray, sides: bytearray) -> Survey:
    """The same as `by_numpy`, of characters in memory (see `pdf_characters.Buffers`)."""
    count = len(codes) // 4
    rows, gaps = bytearray(ROW_SIZE * count), bytearray(PAIR.size * count)
    answers = bytearray(ANSWERS.size)
    codes_at, sides_at, *others = map(address, (codes, sides, rows, gaps, answers))
    built.LOOPS.survey(codes_at, sides_at, count, *others)
    return surveyed(answers, rows, gaps)


def surveyed(answers: bytearray, rows: bytearray, gaps: bytearray) -> Survey:
    """What a built loop found, from where it wrote that."""
    (readable, leftward, wide, running, spaced, sideways, descending, numbered, ligatures, cuts,
     count) = ANSWERS.unpack_from(answers)  # fmt: skip
    return Survey(
        readable,
        leftward,
        list(PAIR.iter_unpack(gaps[: wide * PAIR.size])) if wide else [],
        running,
        spaced == 1,
        sideways == 1,
        descending == 1,
        numbered,
        ligatures == 1,
        cuts == 1,
        Lines(rows[: count * ROW_SIZE]),
    )


def by_numpy(codes: Codes, boxes: Boxes) -> Survey:
    """Look at all characters of a page; there are some, of which the last is a line end."""
    printed = codes > SPACE
    own = (codes >= PRIVATE_FIRST) & (codes <= PRIVATE_LAST)
    solid = np.flatnonzero(printed)
    x0, y0, x1, y1 = boxes.T
    before = solid[:-1]
    white, heights = x0.take(solid[1:]) - x1.take(before), y1.take(before) - y0.take(before)
    blank = codes == SPACE
    leftward = (codes >= LEFTWARD_FIRST) & (codes <= LEFTWARD_LAST)
    leftward |= (codes >= FORMS_FIRST) & (codes <= FORMS_LAST)
    lines = lines_by_numpy(codes, boxes)
    longer = [line for line in lines if line.stop - line.start > WORD]
    line = np.cumsum(codes == NEWLINE).take(solid)
    gaps = (heights > 0) & (white > GAP * heights) & (line[1:] == line[:-1])
    return Survey(
        readable=int(np.count_nonzero(printed & (codes != UNKNOWN) & ~own)),
        leftward=int(np.count_nonzero(leftward)),
        gaps=list(zip(before[gaps].tolist(), solid[1:][gaps].tolist(), strict=True)),
        running=_running(codes, before[gaps], solid[1:][gaps]),
        is_spaced=bool((blank[:-6] & blank[2:-4] & blank[4:-2] & blank[6:]).any()),
        is_sideways=2 * sum(one.size > one.x1 - one.x0 for one in longer) > len(longer),
        is_descending=all(_is_below(*pair) for pair in pairwise(lines)),
        numbered=_numbered(codes),
        has_blank_behind_ligature=_has_blank_behind_ligature(codes),
        has_cut_words=_has_cut_words(codes),
        lines=lines,
    )


def _running(codes: Codes, before: Codes, behind: Codes) -> int:
    """How many parts of lines may be running text; the characters before and behind each gap."""
    ends = np.flatnonzero(codes == NEWLINE)
    starts = np.sort(np.concatenate(([0], ends[:-1] + 1, behind)))
    sizes = np.sort(np.concatenate((ends, before + 1))) - starts
    later = np.isin(starts, behind)[1:] & may_be_small(codes[starts[1:]])
    return int(np.count_nonzero(later & (sizes[1:] >= RUNNING) & (sizes[:-1] >= RUNNING)))


def _numbered(codes: Codes) -> int:
    """How many lines have a number for their first or last word."""
    padded = np.concatenate((np.array([NEWLINE], np.uint32), codes))
    others = np.flatnonzero((padded < ord("0")) | (padded > ord("9")))
    # Between two characters that are no digits there is a number, or nothing.
    is_number = others[1:] > others[:-1] + 1
    before, behind = padded.take(others[:-1]), padded.take(others[1:])
    begins = (before == NEWLINE) & ((behind == SPACE) | (behind == NEWLINE))
    ends = (before == SPACE) & (behind == NEWLINE)
    line = np.cumsum(padded == NEWLINE).take(others[:-1])
    return len(np.unique(line[is_number & (begins | ends)]))


def _has_blank_behind_ligature(codes: Codes) -> bool:
    last = np.isin(codes[1:-1], [ord(letter) for letter in "ilf"])
    return bool(((codes[:-2] == ord("f")) & last & (codes[2:] == SPACE)).any())


def _has_cut_words(codes: Codes) -> bool:
    drawn = np.isin(codes[:-1], (HYPHEN, TYPOGRAPHIC_HYPHEN))
    return bool((drawn & (codes[1:] == NEWLINE)).any() or (codes == SOFT_HYPHEN).any())


def may_be_small(codes: Codes) -> Flags:
    """Which characters are small letters or beyond ASCII, where they may be."""
    return np.asarray(((codes >= ord("a")) & (codes <= ord("z"))) | (codes > LAST_ASCII))


def _is_below(before: Line, line: Line) -> bool:
    return line.y0 >= before.y0 and line.y0 + line.y1 >= 2 * before.y1
