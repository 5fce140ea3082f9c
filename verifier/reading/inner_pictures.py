"""Pictures inside a document: how large they are shown, and their pixels when a view wants them.

Nothing is fetched: a picture is in the file itself, as a part of it or as a data: address, or it is
not there. Pixels are decoded here, in the reading process, and written anew as PNG or JPEG of a
bounded size: the program itself never opens a picture that a stranger made.
"""

from __future__ import annotations

import base64
import binascii
import email.message
import io
import re
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes, urljoin

from PIL import Image

from verifier.reading.docx_package import Package
from verifier.reading.grey import POINTS_PER_PIXEL
from verifier.reading.limits import MEGABYTE, Limits
from verifier.reading.picture import FORMATS, MOST_PIXELS

LARGEST = (1400, 2000)
"""Pixels of a picture as it is handed on: as many as a wide page shows."""
BUDGET = 48 * MEGABYTE
"""Of all pictures of a document, as they are handed on."""
LONGEST_SOURCE = 4096
"""Characters of an address; longer ones are pictures whose bytes stay out of the text layer."""
LONGEST_DATA = 64 * MEGABYTE
"""Of a data: address."""
_DATA = re.compile(r"\s*data:\s*image/[\w.+-]+((?:;[\w=.+-]+)*),", re.IGNORECASE)
_LENGTH = re.compile(r"\s*(\d{1,5})(?:\.\d*)?\s*(?:px)?\s*$")
DAMAGE = (
    OSError, ValueError, SyntaxError, TypeError, KeyError, EOFError, ZeroDivisionError,
    IndexError, AttributeError, OverflowError, Image.DecompressionBombError,
)  # fmt: skip
"""What Pillow raises on damaged pictures."""

Fetch = Callable[[str], bytes | None]
"""The bytes behind an address that a page gives, where the file holds them."""


def data_of(address: str) -> bytes | None:
    """The bytes in a data: address of a picture; None for every other address."""
    found = _DATA.match(address) if len(address) <= LONGEST_DATA else None
    if found is None:
        return None
    packed = address[found.end() :]
    if "base64" not in found[1].lower():
        return unquote_to_bytes(packed)
    try:
        return base64.b64decode("".join(unquote_to_bytes(packed).decode("ascii").split()))
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return None


def parts_of_page(message: email.message.Message, address: str) -> Fetch:
    """Fetches pictures out of a page saved with its parts, by their address or their id."""
    parts: dict[str, Any] = {}
    for part in message.walk():
        if part.get_content_maintype() == "image":
            location, name = part.get("Content-Location"), part.get("Content-ID")
            if location:
                parts.setdefault(urljoin(address, str(location).strip()), part)
            if name:
                parts.setdefault("cid:" + str(name).strip(" <>"), part)

    def fetch(source: str) -> bytes | None:
        found = data_of(source)
        if found is not None:
            return found
        wanted = source.strip()
        part = parts.get(wanted) or parts.get(urljoin(address, wanted))
        payload = part.get_payload(decode=True) if part is not None else None
        return payload if isinstance(payload, bytes) else None

    return fetch


def size_of(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels as the picture's head says; None for what is no picture."""
    try:
        with _opened(data) as image:
            return image.size
    except DAMAGE:
        return None


def told_of(data: bytes) -> dict[str, Any]:
    """What a block tells of its picture besides its place: SHA-256, and its pixels if it has any.

    The same bytes are found by it in another edition, whatever the part is called there.
    """
    found: dict[str, Any] = {"sha256": sha256(data).hexdigest()}
    size = size_of(data)
    if size is not None:
        found["pixels"] = list(size)
    return found


def shown_size(width: str, height: str, data: bytes | None) -> tuple[float, float] | None:
    """Points: what a page's attributes ask for, else the size of the picture itself."""
    asked = [int(found[1]) if (found := _LENGTH.match(text)) else 0 for text in (width, height)]
    if all(asked):
        across, down = asked
    else:
        own = size_of(data) if data is not None else None
        if own is None or not all(own):
            return None
        across, down = own
        if asked[0]:
            across, down = asked[0], round(down * asked[0] / across)
        elif asked[1]:
            across, down = round(across * asked[1] / down), asked[1]
    return across * POINTS_PER_PIXEL, down * POINTS_PER_PIXEL


class Gallery:
    """The pictures of a page in their order. `keep` collects their bytes by number, too."""

    def __init__(self, fetch: Fetch = data_of, *, keep: bool = False) -> None:
        self._fetch = fetch
        self._counts = [0]
        """Of the page, and of each frame that the reading is in, the pictures up to here."""
        self._frames = 0
        self._within: list[int] = []
        """The numbers of these frames."""
        self._keeps = keep
        self.kept: dict[str, bytes] = {}

    def begin_frame(self) -> None:
        """What comes now stands in a frame, and has numbers of its own: the page's stay the same
        whether its frames can be read or not."""
        self._frames += 1
        self._within.append(self._frames)
        self._counts.append(0)

    def end_frame(self) -> None:
        """The frame ends."""
        self._within.pop()
        self._counts.pop()

    def place(self, source: str, alt: str, asked: tuple[str, str] = ("", "")) -> dict[str, Any]:
        """What the block of the next picture tells: where it is, and its size where known."""
        self._counts[-1] += 1
        number = ".".join(map(str, [*self._within[-1:], self._counts[-1]]))
        data = self._fetch(source)
        is_inside = data is not None and _DATA.match(source) is not None
        found: dict[str, Any] = {"src": "" if is_inside else source[:LONGEST_SOURCE], "alt": alt}
        size = shown_size(*asked, data)
        if size is not None:
            found |= {"width": size[0], "height": size[1]}
        if data is not None:
            found |= told_of(data)
            # What nobody here can open is as good as not in the file: a page's drawn icons.
            if "pixels" in found:
                found["picture"] = number
                if self._keeps:
                    self.kept[number] = data
        return found


def safe_picture(data: bytes) -> bytes | None:
    """The same picture written anew, no larger than is shown; None for what cannot be opened."""
    try:
        with warnings.catch_warnings(), _opened(data) as image:
            warnings.simplefilter("ignore")
            if image.width * image.height > MOST_PIXELS:
                return None
            image.draft("RGB", LARGEST)
            is_clear = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
            is_grey = image.mode in ("1", "L") and not is_clear
            whole = image.convert("RGBA" if is_clear else "L" if is_grey else "RGB")
            whole.thumbnail(LARGEST)
            made = io.BytesIO()
            if image.format == "JPEG" and not is_clear:
                whole.save(made, "JPEG", quality=90)
            else:
                whole.save(made, "PNG", compress_level=3)
            return made.getvalue()
    except DAMAGE:
        return None


def pictures_of_package(
    path: Path, name: str, limits: Limits, wanted: Sequence[str]
) -> Iterator[tuple[str, bytes]]:
    """Parts of a Word file, by their names."""
    with Package(path, name, limits) as package:
        for part in wanted:
            data = package.read(part)
            if data is not None:
                yield part, data


def within_budget(found: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes, str]]:
    """The pictures that can be opened, made safe, until they are too many to be held.

    Each with its key, and with the SHA-256 of its bytes as the file holds them.
    """
    left = BUDGET
    for key, data in found:
        made = safe_picture(data)
        if made is not None and len(made) <= left:
            left -= len(made)
            yield key, made, sha256(data).hexdigest()


def _opened(data: bytes) -> Image.Image:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return Image.open(io.BytesIO(data), formats=FORMATS)
