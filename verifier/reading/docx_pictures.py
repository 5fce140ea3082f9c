"""Pictures inside a Word file, taken out when a view wants to show one."""

from __future__ import annotations

from pathlib import Path
from typing import IO

from verifier.errors import NotFound
from verifier.reading.docx_package import Package
from verifier.reading.limits import Limits

_KINDS = (
    (b"\x89PNG\r\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"), (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"), (b"II*\x00", "image/tiff"), (b"MM\x00*", "image/tiff"),
    (b"\xd7\xcd\xc6\x9a", "image/wmf"), (b"\x01\x00\x00\x00", "image/emf"),
)  # fmt: skip


def picture(file: Path | IO[bytes], part: str, name: str = "") -> tuple[bytes, str]:
    """The bytes and the media type of a picture; `part` is what its block's data says.

    The type is told by the bytes, never by the part's name.
    """
    name = name or (file.name if isinstance(file, Path) else "The document")
    with Package(file, name, Limits()) as package:
        data = package.read(part)
    if data is None:
        raise NotFound(f"{name} has no picture {part}.", "It may be linked, not kept in the file.")
    return data, _media_type(data)


def _media_type(data: bytes) -> str:
    for magic, kind in _KINDS:
        if data.startswith(magic):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    if b"<svg" in data[:1000]:
        return "image/svg+xml"
    return "application/octet-stream"
