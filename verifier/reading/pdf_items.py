"""Which lines of a PDF page begin an item of a list.

A bullet or a number says so by itself. A letter or a number that sentences begin with, too, as in
"A. Smith" or "4.5 million", says so where the next one stands below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from verifier.reading.pdf_lines import LETTERS, Line, has_room

_MARK = re.compile(
    r"[•▪▫◦‣●■□◆►▶❖➔➢➤✓✔✗✘☐☑☒∙⁃]\s?\S"
    r"|(?:[○◇→⇒–—*·\ue000-\uf8ff]|\d{1,3}[.)]|\(\d{1,2}\)|\(?[a-z]{1,3}\)|\([ivx]+\))[^\S\n]+\S"
)
_NUMBERED = re.compile(r"\(\d")
_IN_ROW = re.compile(
    r"(?:([A-Za-z]|[ivx]{1,3}|[IVX]{1,3})\.|\(?([A-Z])\)|(\d{1,2}(?:\.\d{1,2}){1,3})\.?)"
    r"[^\S\n]+[^\s.]"
)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii")
_MARKED = frozenset(".)")
_STOPS = frozenset(".!?:")


def may_be_item(text: str, start: int, stop: int) -> bool:
    """Whether words begin with a mark of a list, by themselves."""
    # Most lines begin with a letter, and few of those with one of a list.
    if text[start].isalpha() and ")" not in text[start : start + LETTERS]:
        return False
    return _MARK.match(text, start, stop) is not None


def items(text: str, lines: Sequence[Line], numbers: Iterable[int]) -> set[int]:
    """The numbers of the lines that begin an item, of those that may."""
    found: set[int] = set()
    in_row: list[tuple[int, str]] = []
    for number in numbers:
        line = lines[number]
        if may_be_item(text, line.start, line.stop):
            if _begins(text, lines, number):
                found.add(number)
        elif mark := _mark_in_row(text, line):
            in_row.append((number, mark))
    if len(in_row) > 1:
        found.update(_in_row(lines, in_row))
    return found


def _begins(text: str, lines: Sequence[Line], number: int) -> bool:
    """Whether a line with a mark begins an item.

    A number in brackets may also stand at the beginning of a line within a sentence.
    """
    line = lines[number]
    if not number or not _NUMBERED.match(text, line.start):
        return True
    last = lines[number - 1]
    if abs(line.x0 - last.x0) > 0.5 * line.size or text[last.stop - 1] in _STOPS:
        return True
    return has_room(text, last, line, max(last.x1, line.x1))


def _mark_in_row(text: str, line: Line) -> str:
    """The letter or number of an item, where the line may begin with one."""
    beginning = text[line.start : line.start + LETTERS]
    match = _IN_ROW.match(text, line.start, line.stop) if _MARKED.intersection(beginning) else None
    if match is None:
        return ""
    letter, bracketed, decimal = match.groups()
    return letter or bracketed or ("" if text[match.end() - 1].islower() else decimal)


def _in_row(lines: Sequence[Line], marks: Sequence[tuple[int, str]]) -> set[int]:
    """Lines of which one has the mark that follows on the other's, at the same place."""
    found: set[int] = set()
    waiting: list[tuple[int, set[str]]] = []
    for number, mark in marks:
        line = lines[number]
        for other, wanted in waiting:
            if mark in wanted and abs(lines[other].x0 - line.x0) <= 0.5 * line.size:
                found |= {other, number}
        waiting.append((number, _following(mark)))
    return found


def _following(mark: str) -> set[str]:
    """The marks that may come after this one."""
    if "." in mark:
        head, last = mark.rsplit(".", 1)
        return {f"{head}.{int(last) + 1}"}
    found = {chr(ord(mark) + 1)} if len(mark) == 1 else set()
    if mark.lower() in _ROMAN[:-1]:
        after = _ROMAN[_ROMAN.index(mark.lower()) + 1]
        found.add(after if mark.islower() else after.upper())
    return found
