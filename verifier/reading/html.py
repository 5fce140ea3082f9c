"""HTML and saved web pages (MHTML): their encoding, their parts and what they tell of themselves.

Nothing is run and nothing is fetched. What a page says is read in html_walk.
"""

from __future__ import annotations

import email
import email.message
import email.policy
import email.utils
from collections.abc import Iterable, Sequence
from datetime import UTC
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from lxml import etree

from verifier.errors import Unreadable
from verifier.reading.building import TextBuilder
from verifier.reading.document import Notice, ReadDocument
from verifier.reading.html_frames import Fetch, Frames, Inner, no_frames
from verifier.reading.html_parsing import decoded_page, parsed
from verifier.reading.html_styles import Sheets, hidden_by_styles, no_sheets
from verifier.reading.html_walk import Walk
from verifier.reading.inner_pictures import Gallery, parts_of_page
from verifier.reading.limits import Limits
from verifier.reading.plain import known

_NO_TEXT = "The page shows no text of its own: it may be filled in by a script."
_FRAMES = (
    "The page consists of frames: its words are in files of their own, which were not saved in it. "
    "Import those."
)

Kept = Iterable[tuple[str, bytes]]
PAGES = ("text/html", "application/xhtml+xml")
"""Types of parts that are pages."""


def read_html(path: Path, name: str, limits: Limits) -> ReadDocument:
    """An HTML file."""
    return read_page(path.read_bytes(), "", name, limits, "text/html")


def read_mhtml(path: Path, name: str, limits: Limits) -> ReadDocument:
    """A page that a browser saved with its parts in one file."""
    message, payload, declared = _main_part(path, name)
    gallery = Gallery(parts_of_page(message, _address(message)))
    document = _read_saved(message, payload, declared, name, limits, gallery)
    if address := _address(message):
        document.properties["address"] = address
    if saved := _saved_at(message):
        document.properties["captured"] = saved
    return document


def html_pictures(path: Path, name: str, limits: Limits, _: Sequence[str]) -> Kept:
    """The pictures of an HTML file, by their numbers."""
    gallery = Gallery(keep=True)
    read_page(path.read_bytes(), "", name, limits, "text/html", gallery)
    return gallery.kept.items()


def mhtml_pictures(path: Path, name: str, limits: Limits, _: Sequence[str]) -> Kept:
    """The pictures of a saved page, by their numbers."""
    message, payload, declared = _main_part(path, name)
    gallery = Gallery(parts_of_page(message, _address(message)), keep=True)
    _read_saved(message, payload, declared, name, limits, gallery)
    return gallery.kept.items()


def _read_saved(
    message: email.message.Message,
    payload: bytes,
    declared: str,
    name: str,
    limits: Limits,
    gallery: Gallery,
) -> ReadDocument:
    sheets, frames, address = _sheets_of(message), _frames_of(message), _address(message)
    kind = "multipart/related"
    return read_page(payload, declared, name, limits, kind, gallery, sheets, frames, address)


def _main_part(path: Path, name: str) -> tuple[email.message.Message, bytes, str]:
    """The message, its HTML, and the encoding that is declared for that."""
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() in PAGES:
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                return message, payload, charset_of(part)
    raise Unreadable(f"{name} is a saved page without HTML in it.", "Save the page again.")


def charset_of(part: email.message.Message) -> str:
    """The encoding that a part of a message declares, "" where it declares none that can be."""
    try:
        return str(part.get_content_charset(""))
    except ValueError:
        # A NUL in the name is more than the library reckons with.
        return ""


def _address(message: email.message.Message) -> str:
    return str(message.get("Snapshot-Content-Location") or "").strip()


def _sheets_of(message: email.message.Message) -> Sheets:
    """The style sheets that were saved with a page."""
    base, parts = _address(message), dict[str, str]()
    for part in message.walk():
        if part.get_content_type() == "text/css":
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                text = payload.decode(known(charset_of(part)) or "utf-8", "replace")
                parts.setdefault(urljoin(base, str(part.get("Content-Location") or "")), text)
                parts.setdefault("cid:" + str(part.get("Content-ID") or "").strip(" <>"), text)
    return lambda address: parts.get(address.strip()) or parts.get(urljoin(base, address.strip()))


def _frames_of(message: email.message.Message) -> Fetch:
    """The pages that were saved with a page and are shown in frames of it."""
    parts = dict[str, Inner]()
    for part in message.walk():
        if part.get_content_type() in PAGES:
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                location = str(part.get("Content-Location") or "").strip()
                inner = Inner(payload, charset_of(part), location)
                parts.setdefault(urljoin(_address(message), location), inner)
                parts.setdefault("cid:" + str(part.get("Content-ID") or "").strip(" <>"), inner)
    return lambda address, base: (
        parts.get(address) or parts.get(urljoin(base or _address(message), address))
    )


def _saved_at(message: email.message.Message) -> str:
    """When the browser saved the page, in UTC; empty where the file does not say."""
    try:
        saved = email.utils.parsedate_to_datetime(str(message.get("Date") or ""))
    except (ValueError, IndexError, TypeError):
        return ""
    return saved.astimezone(UTC).isoformat() if saved.tzinfo else ""


def read_page(
    data: bytes,
    declared: str,
    name: str,
    limits: Limits,
    media_type: str,
    gallery: Gallery | None = None,
    sheets: Sheets = no_sheets,
    frames: Fetch = no_frames,
    address: str = "",
) -> ReadDocument:
    """The HTML of a page, in the encoding that was declared for it, if any.

    `sheets` and `frames` have the style sheets, and the pages shown in frames, that the file brings
    along, by their addresses; `address` is the page's own.
    """
    decoded = decoded_page(data, declared, name)
    root = parsed(decoded.text, name)
    _shorten_own_links(root, address)
    build = TextBuilder(name, limits)
    hidden, words_on_that = hidden_by_styles(root, sheets)
    inside = Frames(name, frames, sheets)
    Walk(build, gallery or Gallery(), hidden, frames=inside).run(root)
    properties = {"encoding": decoded.encoding} | _properties(root)
    notices = [decoded.notice] if decoded.notice else []
    for words in dict.fromkeys((words_on_that, *inside.words_on_hidden)):
        if words:
            notices.append(Notice("hidden", words))
    if not build.length:
        notices.append(Notice("no-text", _FRAMES if _is_in_frames(root) else _NO_TEXT))
    version = ".".join(map(str, etree.LXML_VERSION[:3]))
    return build.document(media_type, f"lxml {version}", tuple(notices), properties)


def _shorten_own_links(root: Any, address: str) -> None:
    """A browser that saves a page writes links within it with its whole address."""
    own = address.partition("#")[0] + "#"
    for link in root.iter("a") if address else ():
        target = str(link.get("href") or "").strip()
        if target.startswith(own):
            link.set("href", target[len(own) - 1 :])


def _is_in_frames(root: Any) -> bool:
    return next(root.iter("frame"), None) is not None


def _properties(root: Any) -> dict[str, str]:
    found = {}
    title = " ".join(str(root.findtext(".//title") or "").split())
    if title:
        found["title"] = title
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    if language:
        found["language"] = str(language)
    for meta in root.iter("meta"):
        key = str(meta.get("name") or meta.get("property") or "").lower()
        value = str(meta.get("content") or "").strip()
        if value and key in ("author", "description", "article:published_time", "og:site_name"):
            found[key] = value
    return found
