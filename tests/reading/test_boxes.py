"""Boxes keep their places when packed, are found under a point and merge into lines."""

from __future__ import annotations

import zlib

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from verifier.reading.boxes import hit, nearest, pack_boxes, rectangles, unpack_boxes

WIDTH, HEIGHT = 612.0, 792.0
edges = st.tuples(
    st.floats(0, WIDTH, width=32),
    st.floats(0, HEIGHT, width=32),
    st.floats(0, 200, width=32),
    st.floats(0, 50, width=32),
)


def line_of(count: int, y: float, x: float = 100.0) -> list[tuple[float, float, float, float]]:
    return [(x + 6 * n, y, x + 6 * n + 6, y + 12) for n in range(count)]


@given(st.lists(edges, max_size=50))
def test_packed_boxes_come_back_within_a_hundredth_of_a_point(
    rows: list[tuple[float, float, float, float]],
) -> None:
    boxes = np.array(
        [(x, y, min(x + w, WIDTH), min(y + h, HEIGHT)) for x, y, w, h in rows], np.float32
    ).reshape(-1, 4)
    again = unpack_boxes(pack_boxes(boxes, WIDTH, HEIGHT), WIDTH, HEIGHT)
    assert again.shape == boxes.shape
    assert np.abs(again - boxes).max(initial=0) < 0.01


def test_boxes_are_read_by_programs_that_have_zlib_alone_and_theirs_by_this_one() -> None:
    boxes = np.array(line_of(60, 50), np.float32)
    packed = pack_boxes(boxes, WIDTH, HEIGHT)
    by_zlib = packed[:1] + zlib.compress(zlib.decompress(packed[1:]), 9)
    assert np.array_equal(unpack_boxes(by_zlib, WIDTH, HEIGHT), unpack_boxes(packed, WIDTH, HEIGHT))


def test_a_line_of_text_takes_a_few_bytes_a_character() -> None:
    boxes = np.array([row for n in range(50) for row in line_of(60, 50 + 14 * n)], np.float32)
    assert len(pack_boxes(boxes, WIDTH, HEIGHT)) < 4 * len(boxes)


def test_a_point_finds_the_character_under_it_and_none_beside_it() -> None:
    boxes = np.array(line_of(10, 50) + line_of(10, 70), np.float32)
    assert hit(boxes, 100 + 6 * 3 + 1, 75) == 13
    assert hit(boxes, 300, 75) is None
    assert nearest(boxes, 300, 75) == 19
    assert nearest(boxes, 0, 51) == 0


def test_a_passage_over_two_lines_is_two_rectangles_without_the_blank_between() -> None:
    blank = [(160.0, 50.0, 160.0, 62.0)]
    boxes = np.array(line_of(10, 50) + blank + line_of(10, 70), np.float32)
    assert rectangles(boxes, 5, 15) == [(130, 50, 160, 62), (100, 70, 124, 82)]
    assert rectangles(boxes, 10, 11) == []


def test_a_large_initial_does_not_draw_the_lines_beside_it_in() -> None:
    boxes = np.array([(0, 0, 30, 45), (32, 2, 38, 14), (38, 2, 44, 14)], np.float32)
    assert rectangles(boxes, 0, 3) == [(0, 0, 30, 45), (32, 2, 44, 14)]
    raised = np.array([(0, 0, 6, 12), (6, 0, 9, 7), (9, 0, 15, 12)], np.float32)
    assert rectangles(raised, 0, 3) == [(0, 0, 15, 12)]


def test_no_boxes_pack_to_nothing() -> None:
    assert pack_boxes(np.empty((0, 4), np.float32), WIDTH, HEIGHT) == b""
    assert unpack_boxes(b"", WIDTH, HEIGHT).shape == (0, 4)
    assert nearest(np.zeros((2, 4), np.float32), 1, 1) is None
