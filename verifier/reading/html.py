"""HTML and saved web pages (MHTML): their encoding, their parts and what they tell of themselves.

Nothing is run and nothing is fetched. What a page says is read in html_walk.
"""

from __future__ import annotations

import email
import email.message
import email.policy
import email.utils
import re
from collections.abc import Iterable, Sequence
from datetime import UTC
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from lxml import etree
from lxml import html as lxml_html

from verifier.errors import Unreadable
from verifier.reading.building import TextBuilder
from verifier.reading.document import Notice, ReadDocument
from verifier.reading.html_styles import Sheets, hidden_by_styles, no_sheets
from verifier.reading.html_walk import Walk
from verifier.reading.inner_pictures import Gallery, parts_of_page
from verifier.reading.limits import Limits
from verifier.reading.plain import Decoded, decode, known

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.I)
_XML_ENCODING = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_.:-]+)""")

_NO_TEXT = "The page shows no text of its own: it may be filled in by a script."
_FRAMES = (
    "The page consists of frames: its words are in files of their own, which were not saved in it. "
    "Import those."
)

Kept = Iterable[tuple[str, bytes]]


def read_html(path: Path, name: str, limits: Limits) -> ReadDocument:
    """An HTML file."""
    return read_page(path.read_bytes(), "", name, limits, "text/html")


def read_mhtml(path: Path, name: str, limits: Limits) -> ReadDocument:
    """A page that a browser saved with its parts in one file."""
    message, payload, declared = _main_part(path, name)
    gallery, sheets = Gallery(parts_of_page(message, _address(message))), _sheets_of(message)
    address = _address(message)
    document = read_page(
        payload, declared, name, limits, "multipart/related", gallery, sheets, address
    )
    if address:
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
    sheets = _sheets_of(message)
    read_page(payload, declared, name, limits, "multipart/related", gallery, sheets)
    return gallery.kept.items()


def _main_part(path: Path, name: str) -> tuple[email.message.Message, bytes, str]:
    """The message, its HTML, and the encoding that is declared for that."""
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
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
    address: str = "",
) -> ReadDocument:
    """The HTML of a page, in the encoding that was declared for it, if any.

    `sheets` has the style sheets that the file brings along, by their addresses; `address` is the
    page's own.
    """
    decoded = _decode(data, declared, name)
    root = _parse(decoded.text, name)
    _shorten_own_links(root, address)
    build = TextBuilder(name, limits)
    hidden, words_on_that = hidden_by_styles(root, sheets)
    Walk(build, gallery or Gallery(), hidden).run(root)
    properties = {"encoding": decoded.encoding} | _properties(root)
    notices = [decoded.notice] if decoded.notice else []
    if words_on_that:
        notices.append(Notice("hidden", words_on_that))
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


def _decode(data: bytes, declared: str, name: str) -> Decoded:
    head = data[:4096]
    found = _CHARSET.search(head) or _XML_ENCODING.search(head)
    label = found[1].decode("ascii") if found else ""
    # A page that says ISO-8859-1 means Windows' superset of it: browsers read it so.
    label = (declared or label).lower()
    return decode(data, name, "cp1252" if label in ("iso-8859-1", "latin1", "latin-1") else label)


def _parse(text: str, name: str) -> Any:
    parser = lxml_html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
    try:
        root = lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise Unreadable(f"{name} is an HTML file without content.", "Save it again.") from error
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise Unreadable(
            f"{name} is nested deeper than any page a person wrote.", "Print it to a PDF."
        )
    return root


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
