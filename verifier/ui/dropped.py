"""What is dropped on the window from outside: files, and links out of a browser.

Nothing is fetched for a link. A browser tells its address, and most tell the words of it, too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

_NAMED = (("text/x-moz-url", "utf-16-le"), ("_NETSCAPE_URL", "utf-8"))
"""Kinds of data that hold an address and, below it, a title; with their encoding."""
_ANCHOR = re.compile(r"<a\b[^>]*>(.*?)</a>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
LONGEST = 300
"""Characters of a title."""


@dataclass(frozen=True, slots=True)
class Link:
    """An address of the web."""

    url: str
    title: str = ""
    """As the browser says it; empty where it says none."""


def files_in(data: QMimeData) -> list[Path]:
    """The files that are dropped."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def links_in(data: QMimeData) -> tuple[Link, ...]:
    """The links that are dropped, in their order."""
    found = [_address(url) for url in data.urls() if url.scheme() in ("http", "https")]
    addresses = list(dict.fromkeys(found))
    titles = _titles(data)
    if not addresses:
        addresses = [url for url in titles if QUrl(url).scheme() in ("http", "https")]
    if len(addresses) == 1 and not titles.get(addresses[0]):
        return (Link(addresses[0], _words_of_anchor(data, addresses[0])),)
    return tuple(Link(url, titles.get(url, "")) for url in addresses)


def is_takeable(data: QMimeData) -> bool:
    """Whether anything can be done with what is dragged."""
    return bool(files_in(data) or links_in(data))


def _titles(data: QMimeData) -> dict[str, str]:
    """What a browser calls the links, by their addresses."""
    for kind, encoding in _NAMED:
        if data.hasFormat(kind):
            words = bytes(data.data(kind).data()).decode(encoding, "replace")
            lines = words.replace("\0", "").splitlines()
            pairs = zip(lines[::2], [*lines[1::2], ""], strict=False)
            return {_address(QUrl(url.strip())): _said(title, url) for url, title in pairs}
    return {}


def _words_of_anchor(data: QMimeData, url: str) -> str:
    found = _ANCHOR.search(data.html()) if data.hasHtml() else None
    return _said(unescape(_TAG.sub("", found[1])), url) if found else ""


def _said(title: str, url: str) -> str:
    """A title in one line; an address is none."""
    words = " ".join(title.split())[:LONGEST]
    return "" if words == url.strip() else words


def _address(url: QUrl) -> str:
    return url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
