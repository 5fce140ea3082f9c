"""Deflate, by isal where that helps: it packs as well as zlib in a seventh of the time.

isal leaves the processor's wide registers in use, and until somebody gives them back PDFium takes
up to half as long again for a page (see native/registers.c). So it is asked only where the set-up
built what gives them back, and they are given back each time. Either reads what the other made;
isal packs the same bytes in one of several ways.
"""

from __future__ import annotations

import zlib

from verifier.reading import built

try:
    from isal import isal_zlib
except ImportError:  # Windows on ARM
    isal_zlib = None  # type: ignore[assignment]

FAST = 1
"""The level, of both: the fastest that looks for what repeats."""


def compress(data: bytes | bytearray | memoryview) -> bytes:
    """The bytes packed."""
    if isal_zlib is None or built.LOOPS is None:
        return zlib.compress(data, FAST)
    try:
        packed: bytes = isal_zlib.compress(data, FAST)
    finally:
        built.LOOPS.give_back_registers()
    return packed


def decompress(packed: bytes) -> bytes:
    """What `compress` packed."""
    if isal_zlib is None or built.LOOPS is None:
        return zlib.decompress(packed)
    try:
        data: bytes = isal_zlib.decompress(packed)
    finally:
        built.LOOPS.give_back_registers()
    return data
