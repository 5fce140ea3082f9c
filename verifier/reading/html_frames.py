"""Frames of a page: the pages that are shown in it, where the file holds them.

What stands in a frame is a part of what a reader saw, in its place. Its words are in an attribute
of the frame, or in a part of a page that was saved with its parts; otherwise only its address is
told. Nothing is fetched, and a frame that nobody sees, as trackers have them, is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from verifier.errors import Unreadable
from verifier.reading.html_parsing import decoded_page, parsed
from verifier.reading.html_styles import Sheets, hidden_by_styles

FRAMES = frozenset(["iframe", "frame", "object", "embed"])
DEEPEST = 4
"""Frames in frames in frames."""
MOST = 100
"""Frames of a page that are opened."""
LONGEST = 300
"""Characters of an address that is told."""
_NO_SIZE = re.compile(r"\s*[012]\s*(?:px)?\s*$")
_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|webp|svg|bmp|ico)(?:[?#]|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Inner:
    """A page that the file holds for a frame: as bytes with its encoding and address."""

    data: bytes
    charset: str = ""
    address: str = ""


Fetch = Callable[[str, str], Inner | None]
"""The page behind an address that a frame gives, which may be relative to the second one."""


def no_frames(_address: str, _base: str) -> Inner | None:
    """The file holds nothing but the page itself."""
    return None


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown in a frame: a page, with what its own style sheets hide, or an address."""

    root: Any = None
    hidden: frozenset[Any] = frozenset()
    address: str = ""


class Frames:
    """Opens the frames of one page, and of the pages in them."""

    def __init__(self, name: str, fetch: Fetch, sheets: Sheets) -> None:
        self._name = name
        self._fetch = fetch
        self._sheets = sheets
        self._opened: dict[Any, tuple[int, str]] = {}
        """Roots of pages in frames, with how deep they are and their addresses."""
        self.words_on_hidden: list[str] = []
        """What is to be said of what their style sheets hide."""

    def shown_in(self, frame: Any) -> Shown | None:
        """What a frame shows; None where that is nothing, or nothing for people."""
        depth, base = self._opened.get(frame.getroottree().getroot(), (0, ""))
        own = frame.get("srcdoc") if frame.tag == "iframe" else None
        address = str(frame.get("src") or frame.get("data") or "").strip()
        if _is_unseen(frame):
            return None
        if own is not None:
            return self._open(parsed_or_none(str(own), self._name), depth, base)
        if address.partition(":")[0].lower() in ("", "about", "javascript", "blob"):
            return None
        inner = self._fetch(address, base)
        if inner is None or depth >= DEEPEST or len(self._opened) >= MOST:
            return Shown(address=address[:LONGEST])
        try:
            text = decoded_page(inner.data, inner.charset, self._name).text
        except Unreadable:
            return Shown(address=address[:LONGEST])
        return self._open(parsed_or_none(text, self._name), depth, inner.address)

    def _open(self, root: Any, depth: int, base: str) -> Shown | None:
        if root is None or depth >= DEEPEST or len(self._opened) >= MOST:
            return None
        hidden, words = hidden_by_styles(root, self._sheets)
        self._opened[root] = (depth + 1, base)
        self.words_on_hidden.append(words)
        return Shown(root, hidden)


def parsed_or_none(text: str, name: str) -> Any:
    """The root of a page in a frame; None for one without content, or nested beyond reason."""
    try:
        return parsed(text, name)
    except Unreadable:
        return None


def _is_unseen(frame: Any) -> bool:
    """Whether a frame has no size, or is a picture, which is none of its words."""
    sizes = (str(frame.get(side) or "") for side in ("width", "height"))
    if any(_NO_SIZE.match(size) for size in sizes):
        return True
    if frame.tag in ("iframe", "frame"):
        return False
    kind, address = (str(frame.get(name) or "") for name in ("type", "data"))
    address = address or str(frame.get("src") or "")
    return kind.lower().startswith("image/") or _PICTURE.search(address) is not None
