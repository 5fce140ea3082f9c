"""What passes between the program and its reading process: lines of JSON and raw bytes, no code.

A frame is two lengths (four bytes each, the first byte first), a JSON object and raw bytes. What
a broken or captured process may send is data of these shapes or an error, never an object.
"""

from __future__ import annotations

import json
import struct
from dataclasses import asdict
from typing import Any, BinaryIO

from verifier import errors
from verifier.reading.document import Block, Notice, ReadPage, Remark, Span
from verifier.reading.parts import Closing, Opening, PagePart, Part
from verifier.text.tables import Box, Cell, Table

_HEAD = struct.Struct("<II")
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
LARGEST = 1 << 30
"""Bytes of a frame's either half."""

_KINDS = (errors.Unreadable, errors.Encrypted, errors.TooLarge, errors.NotFound)
_ERRORS = {kind.__name__: kind for kind in _KINDS}


def write_frame(
    stream: BinaryIO, kind: str, body: Any = None, raw: bytes = b"", *, at_once: bool = True
) -> None:
    """Send one frame; one that need not go `at_once` waits in the stream for the next flush."""
    data = _JSON.encode([kind, body]).encode("utf-8", "surrogatepass")
    stream.write(_HEAD.pack(len(data), len(raw)))
    stream.write(data)
    stream.write(raw)
    if at_once:
        stream.flush()


def read_frame(stream: BinaryIO) -> tuple[str, Any, bytes] | None:
    """The next frame, or None where the stream ends; ValueError for what is no frame."""
    head = stream.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    text_size, raw_size = _HEAD.unpack(head)
    if max(text_size, raw_size) > LARGEST:
        raise ValueError("a frame is too large")
    data, raw = stream.read(text_size), stream.read(raw_size)
    if len(data) < text_size or len(raw) < raw_size:
        return None
    kind, body = json.loads(data.decode("utf-8", "surrogatepass"))
    return str(kind), body, raw


def write_part(stream: BinaryIO, part: Part) -> None:
    """Send a part of a document; a page waits in the stream for the next flush."""
    if isinstance(part, PagePart):
        page = part.page
        body = {
            "page": [page.number, page.start, page.stop, page.width, page.height, page.rotation,
                     page.label],
            "notices": [_of_notice(notice) for notice in page.notices],
            "blocks": [[one.start, one.stop, one.kind, one.level, one.data] for one in part.blocks],
            "spans": [[one.start, one.stop, one.kind, one.target] for one in part.spans],
            "remarks": [[one.start, one.stop, one.text, one.author, one.date, one.kind, one.color]
                        for one in part.remarks],
            "boxes": len(page.boxes),
        }  # fmt: skip
        raw = page.boxes + part.text.encode("utf-8", "surrogatepass")
        write_frame(stream, "page", body, raw, at_once=False)
    elif isinstance(part, Opening):
        write_frame(stream, "opening", asdict(part))
    else:
        notices = [_of_notice(notice) for notice in part.notices]
        write_frame(stream, "closing", {"notices": notices, "properties": part.properties})


def part_of(kind: str, body: Any, raw: bytes) -> Part:
    """The part that a frame holds; ValueError, TypeError or KeyError where it holds none."""
    if kind == "page":
        cut = int(body["boxes"])
        number, start, stop, width, height, rotation, label = body["page"]
        page = ReadPage(
            number, start, stop, width, height, rotation, label, raw[:cut],
            _notices(body["notices"]),
        )  # fmt: skip
        return PagePart(
            page,
            raw[cut:].decode("utf-8", "surrogatepass"),
            tuple(Block(*one) for one in body["blocks"]),
            tuple(Span(*one) for one in body["spans"]),
            tuple(Remark(*one) for one in body["remarks"]),
        )
    if kind == "opening":
        return Opening(str(body["media_type"]), str(body["reader"]), int(body["page_count"]))
    if kind == "closing":
        properties = {str(key): str(value) for key, value in body["properties"].items()}
        return Closing(_notices(body["notices"]), properties)
    raise ValueError(f"a frame of an unknown kind {kind!r}")


def write_tables(stream: BinaryIO, tables: tuple[Table, ...], done: int, total: int) -> None:
    """Send the tables of a page, and how many pages are done of how many."""
    rows = [
        [one.page, one.box, [[[cell.text, cell.box] for cell in row] for row in one.rows]]
        for one in tables
    ]
    write_frame(stream, "tables", {"done": done, "total": total, "tables": rows})


def tables_of(body: Any) -> tuple[Table, ...]:
    """The tables that a frame holds."""
    return tuple(
        Table(
            int(page),
            tuple(tuple(Cell(str(text), _box(sides)) for text, sides in row) for row in rows),
            _box(box),
        )
        for page, box, rows in body["tables"]
    )


def _box(sides: Any) -> Box | None:
    if sides is None:
        return None
    x0, y0, x1, y1 = map(float, sides)
    return x0, y0, x1, y1


def write_error(stream: BinaryIO, error: errors.VerifierError) -> None:
    """Send an error that is told in words."""
    write_frame(stream, "error", [type(error).__name__, error.what, error.advice])


def error_of(body: Any) -> errors.VerifierError:
    """The error that a frame holds."""
    kind, what, advice = body
    return _ERRORS.get(kind, errors.Unreadable)(str(what), str(advice))


def _of_notice(notice: Notice) -> list[Any]:
    return [notice.code, notice.text, notice.page]


def _notices(rows: Any) -> tuple[Notice, ...]:
    return tuple(Notice(*row) for row in rows)
