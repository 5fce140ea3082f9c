"""Joining words over line ends loses nothing and keeps every line in its place."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from verifier.reading.pdf_characters import Characters
from verifier.reading.pdf_hyphens import joined

ROWS = st.lists(st.text(alphabet="ab1A \u00ad-", min_size=1, max_size=8), min_size=1, max_size=7)


def page(rows: list[str]) -> Characters:
    """Each row below the one before, five points a character."""
    places = [(at, row) for row, words in enumerate(rows) for at in range(len(words) + 1)]
    boxes = np.array([(5 * x, 10 * y, 5 * x + 4, 10 * y + 8) for x, y in places], np.float32)
    codes = np.array([ord(letter) for row in rows for letter in row + "\n"], np.uint32)
    return Characters(codes, boxes)


@given(ROWS, st.integers(0, 3))
def test_letters_boxes_and_lines_agree_whatever_is_cut(rows: list[str], feet: int) -> None:
    found = page(rows)
    lines = found.lines
    kinds = {line.start: "footer" for line in lines[max(0, len(lines) - feet) :]} if feet else {}
    made, placed, named = joined(found, lines, kinds)
    text = made.text()
    assert len(made.boxes) == len(text)
    assert [c for c in text if c.isalnum()] == [c for c in "".join(rows) if c.isalnum()]
    assert sum(line.stop - line.start + 1 for line in placed) == len(text)
    assert all(text[line.stop] == "\n" for line in placed)
    assert all("\n" not in text[line.start : line.stop] for line in placed)
    assert set(named) <= {line.start for line in placed}
