"""How blocks and spans are kept in a case: JSON, packed by zlib."""

from __future__ import annotations

import json
import zlib

from verifier.text.document import Block, Span


def pack_structure(blocks: tuple[Block, ...], spans: tuple[Span, ...]) -> bytes:
    """Blocks and spans as bytes."""
    data = {
        "blocks": [[b.start, b.stop, b.kind, b.level, b.data] for b in blocks],
        "spans": [[s.start, s.stop, s.kind, s.target] for s in spans],
    }
    return zlib.compress(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode())


def unpack_structure(packed: bytes) -> tuple[tuple[Block, ...], tuple[Span, ...]]:
    """The reverse of `pack_structure`; nothing in, nothing out."""
    if not packed:
        return (), ()
    data = json.loads(zlib.decompress(packed))
    return (
        tuple(Block(*values) for values in data["blocks"]),
        tuple(Span(*values) for values in data["spans"]),
    )
