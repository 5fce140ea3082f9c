"""Pictures: size, format, and what the camera or a program wrote into the file."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby
from pathlib import Path
from typing import Any

from PIL import ExifTags, Image, UnidentifiedImageError
from PIL import __version__ as version

from verifier.errors import Unreadable
from verifier.reading.document import ReadDocument, ReadPage, without_text
from verifier.reading.grey import POINTS_PER_PIXEL
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
MOST_PIXELS = 60_000_000
"""Of a picture that is opened at all."""
MOST_PAGES = 100
"""Of a scan that are shown and read."""
LONGEST = 500
"""Characters of a property that are kept."""
_DAMAGE = (OSError, ValueError, SyntaxError, TypeError, KeyError, ZeroDivisionError, EOFError)
"""What Pillow raises on damaged files."""


_PLAIN_MODES = frozenset({"1", "P", "LA", "RGBA"})
"""Of drawings and line scans, which would suffer as a JPEG, and of what can be seen through."""


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
                sizes = _page_sizes(image)
                properties = dict(_properties(image, sizes))
    except (UnidentifiedImageError, Image.DecompressionBombError, *_DAMAGE) as error:
        raise Unreadable(
            f"{name} is a picture that cannot be opened.", "It may be damaged; get it again."
        ) from error
    return ReadDocument(media_type, f"Pillow {version}", "", _pages(sizes), properties=properties)


def picture_itself(
    path: Path, name: str, limits: Limits, wanted: Sequence[str]
) -> Iterator[tuple[str, bytes]]:
    """The file itself, wanted as "1", or its pages by their numbers."""
    check_size(size_of(path, name), name, limits)
    if list(wanted) == ["1"]:
        yield "1", path.read_bytes()
    else:
        yield from _pages_as_files(path, wanted)


def _pages_as_files(path: Path, wanted: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Each page that can be opened as a picture of its own."""
    with warnings.catch_warnings(), Image.open(path, formats=FORMATS) as image:
        warnings.simplefilter("ignore")
        for key in wanted:
            try:
                image.seek(int(key) - 1)
                if image.width * image.height > MOST_PIXELS:
                    continue
                made = io.BytesIO()
                if image.mode in _PLAIN_MODES:
                    image.save(made, "PNG", compress_level=1)
                else:
                    image.convert("RGB").save(made, "JPEG", quality=90)
            except _DAMAGE:
                continue
            yield key, made.getvalue()


def _page_sizes(image: Image.Image) -> list[tuple[int, int]]:
    """Pixels of each page of a scan, or of the picture; what cameras hide is no page."""
    sizes = [image.size]
    try:
        while image.format == "TIFF" and len(sizes) < MOST_PAGES:
            image.seek(len(sizes))
            sizes.append(image.size)
    except _DAMAGE:
        pass
    image.seek(0)
    return sizes


def _pages(sizes: Sequence[tuple[int, int]]) -> tuple[ReadPage, ...]:
    """The pages of a scan; a picture is one page, whose size is told by its properties."""
    if len(sizes) == 1:
        return (ReadPage(1, 0, 0),)
    return tuple(
        ReadPage(
            number,
            0,
            0,
            width * POINTS_PER_PIXEL,
            height * POINTS_PER_PIXEL,
            notices=(without_text(number),),
        )
        for number, (width, height) in enumerate(sizes, 1)
    )


def _listed(sizes: Sequence[tuple[int, int]]) -> str:
    """The sizes of pages that differ, as "1–3: 1728 × 2292; 4: 1728 × 1100"."""
    told, number = [], 1
    for (width, height), same in groupby(sizes):
        last = number + len(list(same)) - 1
        pages = str(number) if last == number else f"{number}–{last}"
        told.append(f"{pages}: {width} × {height}")
        number = last + 1
    return "; ".join(told) if len(told) > 1 else ""


def _properties(image: Image.Image, sizes: Sequence[tuple[int, int]]) -> Iterator[tuple[str, str]]:
    yield "size", f"{image.width} × {image.height} pixels"
    yield "format", image.format or ""
    try:
        pages = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
    except _DAMAGE:
        pages = 1
    if pages > 1:
        yield "pages", str(pages)
    if listed := _listed(sizes):
        yield "page sizes", listed
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
