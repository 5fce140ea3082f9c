"""How blocks, spans and remarks are kept in a case: JSON, packed by zlib."""

from __future__ import annotations

import json
import zlib
from collections.abc import Collection
from typing import Any

from verifier.text.document import Block, Remark, Span
from verifier.text.ranges import TextRange


def pack_structure(
    blocks: tuple[Block, ...], spans: tuple[Span, ...], remarks: tuple[Remark, ...] = ()
) -> bytes:
    """Blocks, spans and remarks as bytes."""
    data: dict[str, Any] = {
        "blocks": [[b.start, b.stop, b.kind, b.level, b.data] for b in blocks],
        "spans": [[s.start, s.stop, s.kind, s.target] for s in spans],
    }
    if remarks:
        data["remarks"] = [
            [r.start, r.stop, r.text, r.author, r.date, r.kind, r.color] for r in remarks
        ]
    return zlib.compress(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode())


def unpack_structure(packed: bytes) -> tuple[tuple[Block, ...], tuple[Span, ...]]:
    """Blocks and spans that `pack_structure` packed; nothing in, nothing out."""
    if not packed:
        return (), ()
    data = json.loads(zlib.decompress(packed))
    return (
        tuple(Block(*values) for values in data["blocks"]),
        tuple(Span(*values) for values in data["spans"]),
    )


def ranges_of(packed: bytes, kinds: Collection[str]) -> tuple[TextRange, ...]:
    """Where blocks of some kinds stand: a long document has few of them among many others."""
    if not packed:
        return ()
    blocks = json.loads(zlib.decompress(packed))["blocks"]
    return tuple(TextRange(block[0], block[1]) for block in blocks if block[2] in kinds)


def unpack_remarks(packed: bytes) -> tuple[Remark, ...]:
    """Remarks that `pack_structure` packed; none where it was written before there were any."""
    if not packed:
        return ()
    return tuple(
        Remark(*values) for values in json.loads(zlib.decompress(packed)).get("remarks", ())
    )
