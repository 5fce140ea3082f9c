"""Boxes of characters: packed for the database, found under a point, merged for painting.

A row is (x0, y0, x1, y1) in points of the shown page, y downwards, one row a code point. A
character without a glyph of its own (a generated space, a line end) has a box of no width.
Packed, an edge is a 65,535th of the page's width or height, so it is at most 0.01 points off on
common paper, and a character takes two to four bytes. Those bytes are not the same each time: isal
packs the same boxes in one of several ways, and nothing may rest on which.
"""

from __future__ import annotations

from typing import Any

from verifier.reading import built, deflate
from verifier.reading.arrays import Boxes, Flags, np
from verifier.reading.built import address

_STEPS = 65535
_VERSION = b"\x01"


def pack_boxes(boxes: Boxes, width: float, height: float) -> bytes:
    """The boxes of a page of this size as a small blob; edges off the page move onto its border."""
    return pack_sides(bytearray(np.ascontiguousarray(boxes.T, np.float32)), width, height)


def pack_sides(sides: bytearray, width: float, height: float) -> bytes:
    """`pack_boxes` of boxes in memory: all left edges, then all tops, rights and bottoms."""
    if not sides:
        return b""
    if built.LOOPS is None:
        columns = np.frombuffer(sides, np.float32).reshape(4, -1)
        return _VERSION + deflate.compress(split_steps(columns, width, height).data)
    # Two bytes for each side's four.
    split = bytearray(len(sides) // 2)
    built.LOOPS.split_steps(address(sides), len(sides) // 16, width, height, address(split))
    return _VERSION + deflate.compress(split)


def split_steps(columns: Boxes, width: float, height: float) -> np.ndarray[Any, np.dtype[np.uint8]]:
    """Boxes by sides as steps of the page's size, each against those of the box before.

    All lower bytes, then all upper ones: mostly zeros, which pack well.
    """
    # In float32 throughout: a step is 256 times what rounding may take or add.
    scale = _STEPS / np.maximum(np.array([[width], [height]] * 2, dtype=np.float32), 1e-9)
    edges = columns * scale
    np.rint(edges, out=edges)
    np.clip(edges, 0, _STEPS, out=edges)
    x0, y0, x1, y1 = edges.astype(np.uint16)
    steps = np.empty(columns.shape, dtype=np.uint16)
    # Along a line the next box starts where the last one ended.
    steps[0] = x0
    steps[0, 1:] -= x1[:-1]
    steps[1] = x1 - x0
    steps[2] = y0
    steps[2, 1:] -= y0[:-1]
    steps[3] = y1 - y0
    steps[3, 1:] -= (y1 - y0)[:-1]
    return np.ascontiguousarray(steps.astype("<u2").reshape(-1, 1).view(np.uint8).T)


def unpack_boxes(blob: bytes, width: float, height: float) -> Boxes:
    """What `pack_boxes` packed, as an array of shape (characters, 4)."""
    if not blob:
        return np.empty((0, 4), dtype=np.float32)
    if blob[:1] != _VERSION:
        raise ValueError(f"boxes of an unknown version {blob[0]}")
    halves = np.frombuffer(deflate.decompress(blob[1:]), dtype=np.uint8).reshape(2, -1)
    columns = np.ascontiguousarray(halves.T).view("<u2").reshape(4, -1)
    across = columns[1]
    x1 = np.cumsum(columns[0] + across, dtype=np.uint16)
    y0 = np.cumsum(columns[2], dtype=np.uint16)
    tall = np.cumsum(columns[3], dtype=np.uint16)
    steps = np.stack((x1 - across, y0, x1, y0 + tall), axis=1).astype(np.float32)
    scale = np.array([width, height, width, height], dtype=np.float32) / np.float32(_STEPS)
    return np.asarray(steps * scale, dtype=np.float32)


def has_area(boxes: Boxes) -> Flags:
    """Which characters have a glyph that can be pointed at."""
    return np.asarray((boxes[:, 2] > boxes[:, 0]) & (boxes[:, 3] > boxes[:, 1]))


INITIAL = 2.2
"""A letter so many times as tall as the next has a rectangle of its own: below are other lines."""


def rectangles(boxes: Boxes, start: int, stop: int) -> list[tuple[float, float, float, float]]:
    """The characters `start:stop` as few rectangles, one for each stretch of a line."""
    part = boxes[start:stop]
    part = part[has_area(part)]
    if not len(part):
        return []
    top = np.maximum(part[1:, 1], part[:-1, 1])
    bottom = np.minimum(part[1:, 3], part[:-1, 3])
    tall = part[:, 3] - part[:, 1]
    smaller = np.minimum(tall[1:], tall[:-1])
    gap = np.maximum(part[1:, 0] - part[:-1, 2], part[:-1, 0] - part[1:, 2])
    larger = np.maximum(tall[1:], tall[:-1])
    breaks = (bottom - top < 0.3 * smaller) | (gap > 2.5 * larger) | (larger > INITIAL * smaller)
    starts = np.concatenate(([0], np.flatnonzero(breaks) + 1))
    low = np.minimum.reduceat(part[:, :2], starts)
    high = np.maximum.reduceat(part[:, 2:], starts)
    return [
        (x0, y0, x1, y1) for (x0, y0), (x1, y1) in zip(low.tolist(), high.tolist(), strict=True)
    ]


def hit(boxes: Boxes, x: float, y: float) -> int | None:
    """The character whose box holds the point; of several, the smallest box's."""
    inside = np.flatnonzero(
        (boxes[:, 0] <= x) & (x < boxes[:, 2]) & (boxes[:, 1] <= y) & (y < boxes[:, 3])
    )
    if not len(inside):
        return None
    found = boxes[inside]
    area = (found[:, 2] - found[:, 0]) * (found[:, 3] - found[:, 1])
    return int(inside[np.argmin(area)])


def nearest(boxes: Boxes, x: float, y: float) -> int | None:
    """The character nearest to the point, lines before columns: where a drag's end belongs."""
    solid = np.flatnonzero(has_area(boxes))
    if not len(solid):
        return None
    x0, y0, x1, y1 = boxes[solid].T
    away = np.maximum(np.maximum(x0 - x, x - x1), 0.0)
    apart = np.maximum(np.maximum(y0 - y, y - y1), 0.0)
    return int(solid[np.argmin(away + 4.0 * apart)])
