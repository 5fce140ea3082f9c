"""Pictures: size, format, and what the camera or a program wrote into the file."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from PIL import ExifTags, Image, UnidentifiedImageError
from PIL import __version__ as version

from verifier.errors import Unreadable
from verifier.reading.document import ReadDocument, ReadPage
from verifier.reading.limits import Limits, check_size, size_of

FORMATS = ("PNG", "JPEG", "GIF", "TIFF", "BMP", "WEBP")
"""Formats that are opened; Pillow's rarer parsers stay shut."""
MAGIC = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
NAMES = {
    ExifTags.Base.Make: "camera maker",
    ExifTags.Base.Model: "camera",
    ExifTags.Base.Software: "software",
    ExifTags.Base.Artist: "author",
    ExifTags.Base.Copyright: "copyright",
    ExifTags.Base.ImageDescription: "description",
    ExifTags.Base.DateTime: "changed",
    ExifTags.Base.DateTimeOriginal: "taken",
    ExifTags.Base.DateTimeDigitized: "digitized",
    ExifTags.Base.OffsetTimeOriginal: "taken zone",
    ExifTags.Base.LensModel: "lens",
}
LONGEST = 500
"""Characters of a property that are kept."""
_DAMAGE = (OSError, ValueError, SyntaxError, TypeError, KeyError, ZeroDivisionError, EOFError)
"""What Pillow raises on damaged files."""


def is_picture(head: bytes) -> bool:
    """Whether the first bytes are those of a picture that is read."""
    return head.startswith(MAGIC) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP")


def read_picture(path: Path, name: str, limits: Limits) -> ReadDocument:  # noqa: ARG001
    """A picture's properties; its text is empty."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(path, formats=FORMATS) as image:
                media_type = image.get_format_mimetype() or "application/octet-stream"
                properties = dict(_properties(image))
    except (UnidentifiedImageError, Image.DecompressionBombError, *_DAMAGE) as error:
        raise Unreadable(
            f"{name} is a picture that cannot be opened.", "It may be damaged; get it again."
        ) from error
    return ReadDocument(
        media_type, f"Pillow {version}", "", (ReadPage(1, 0, 0),), properties=properties
    )


def picture_itself(
    path: Path, name: str, limits: Limits, wanted: Sequence[str]
) -> Iterator[tuple[str, bytes]]:
    """The file itself, by whatever key it is wanted."""
    check_size(size_of(path, name), name, limits)
    yield from ((key, path.read_bytes()) for key in wanted[:1])


def _properties(image: Image.Image) -> Iterator[tuple[str, str]]:
    yield "size", f"{image.width} × {image.height} pixels"
    yield "format", image.format or ""
    try:
        pages = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
    except _DAMAGE:
        pages = 1
    if pages > 1:
        yield "pages", str(pages)
    try:
        exif = image.getexif()
        own = exif.get_ifd(ExifTags.IFD.Exif)
        place = _place(exif.get_ifd(ExifTags.IFD.GPSInfo))
    except _DAMAGE:
        yield "metadata", "damaged"
        return
    for tag, name in NAMES.items():
        value = _text(own.get(tag, exif.get(tag)))
        if value:
            yield name, value
    if place:
        yield "place", place


def _text(value: Any) -> str:
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    words = "" if value is None else str(value).replace("\0", " ")
    return " ".join(words.encode("utf-8", "replace").decode().split())[:LONGEST]


def _place(gps: dict[int, Any]) -> str:
    """Latitude and longitude in degrees, north and east positive; empty where unknown."""
    found = []
    for values, sign, negative in (
        (ExifTags.GPS.GPSLatitude, ExifTags.GPS.GPSLatitudeRef, "S"),
        (ExifTags.GPS.GPSLongitude, ExifTags.GPS.GPSLongitudeRef, "W"),
    ):
        try:
            parts = [Fraction(float(part)) for part in gps[values]]
        except (KeyError, *_DAMAGE, OverflowError):
            return ""
        degrees = sum(part / 60**power for power, part in enumerate(parts[:3]))
        found.append(float(-degrees if _text(gps.get(sign)) == negative else degrees))
    return f"{found[0]:.6f}, {found[1]:.6f}"
