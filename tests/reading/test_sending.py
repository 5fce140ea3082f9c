"""What the reading process sends: the first page at once, then some pages together."""

from __future__ import annotations

import io

import pytest

from verifier.reading import process
from verifier.reading.document import ReadPage
from verifier.reading.frames import part_of, read_frame
from verifier.reading.limits import Limits
from verifier.reading.parts import Closing, Opening, PagePart, Part

PAGES = [PagePart(ReadPage(number, 0, 5), "words") for number in range(1, 6)]
PARTS: list[Part] = [Opening("application/pdf", "reader", len(PAGES)), *PAGES, Closing()]


class Pipe(io.BytesIO):
    """Notes how many frames had been written each time that it was flushed."""

    def __init__(self) -> None:
        super().__init__()
        self.frames: list[int] = []

    def flush(self) -> None:
        self.frames.append(len(received(self.getvalue())))


def received(data: bytes) -> list[str]:
    stream, kinds = io.BytesIO(data), []
    while (frame := read_frame(stream)) is not None:
        kinds.append(frame[0])
    return kinds


def send(monkeypatch: pytest.MonkeyPatch, seconds: float) -> Pipe:
    """Send a document whose pages take so long to read."""
    now = iter(count * seconds for count in range(1, 100))
    monkeypatch.setattr(process, "monotonic", lambda: next(now))
    pipe = Pipe()
    process._do(
        {"path": ".", "name": "report", "reader": "known"},
        Limits(),
        {"known": lambda *_: iter(PARTS)},
        pipe,
    )
    return pipe


def test_everything_arrives_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.BytesIO(send(monkeypatch, 0.001).getvalue())
    parts = []
    while (frame := read_frame(stream)) is not None and frame[0] != "done":
        parts.append(part_of(*frame))
    assert parts == PARTS


def test_pages_that_are_read_fast_are_sent_together_after_the_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opening, first, *later = send(monkeypatch, 0.001).frames
    assert (opening, first) == (1, 2)
    assert later == [len(PARTS), len(PARTS) + 1]


def test_pages_that_take_long_are_sent_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    assert send(monkeypatch, 1.0).frames == [1, 2, 3, 4, 5, 6, 7, 8]
