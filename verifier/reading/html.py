"""HTML and saved web pages (MHTML): the words that a browser would show, and their structure.

Nothing is run and nothing is fetched: scripts, styles and hidden parts are left out, addresses of
pictures are kept as they stand, and only those are shown whose bytes are in the file.
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

from lxml import etree
from lxml import html as lxml_html

from verifier.errors import Unreadable
from verifier.reading.building import TextBuilder
from verifier.reading.document import Notice, ReadDocument
from verifier.reading.inner_pictures import Gallery, parts_of_page
from verifier.reading.limits import Limits
from verifier.reading.plain import Decoded, decode

_DROPPED = frozenset(
    [
        "script",
        "style",
        "template",
        "noscript",
        "head",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "applet",
        "audio",
        "video",
        "canvas",
        "select",
        "datalist",
        "button",
        "input",
        "textarea",
        "map",
    ]
)
_BLOCKS = {
    **dict.fromkeys(
        [
            "p",
            "div",
            "section",
            "article",
            "main",
            "header",
            "footer",
            "nav",
            "aside",
            "form",
            "fieldset",
            "address",
            "figure",
            "dl",
            "dt",
            "dd",
            "center",
            "details",
            "summary",
            "legend",
            "table",
            "caption",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "ul",
            "ol",
            "body",
            "html",
        ],
        "paragraph",
    ),
    **{f"h{level}": "heading" for level in range(1, 7)},
    "li": "list-item",
    "blockquote": "quote",
    "pre": "code",
    "td": "table-cell",
    "th": "table-cell",
    "figcaption": "caption",
}
_STYLES = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "cite": "italic",
    "u": "underline", "ins": "underline", "s": "strike", "del": "strike", "strike": "strike",
    "code": "code", "kbd": "code", "samp": "code", "sup": "superscript", "sub": "subscript",
}  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.I)
_XML_ENCODING = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_.:-]+)""")
_ADDRESS = re.compile(r"(?:https?|ftp|mailto|tel):|#|[^:]*$", re.IGNORECASE)
LONGEST_ADDRESS = 4096
"""Of a link; what is longer was not meant for people."""

Kept = Iterable[tuple[str, bytes]]


def read_html(path: Path, name: str, limits: Limits) -> ReadDocument:
    """An HTML file."""
    return read_page(path.read_bytes(), "", name, limits, "text/html")


def read_mhtml(path: Path, name: str, limits: Limits) -> ReadDocument:
    """A page that a browser saved with its parts in one file."""
    message, payload, declared = _main_part(path, name)
    gallery = Gallery(parts_of_page(message, _address(message)))
    document = read_page(payload, declared, name, limits, "multipart/related", gallery)
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
    read_page(payload, declared, name, limits, "multipart/related", gallery)
    return gallery.kept.items()


def _main_part(path: Path, name: str) -> tuple[email.message.Message, bytes, str]:
    """The message, its HTML, and the encoding that is declared for that."""
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                return message, payload, part.get_content_charset() or ""
    raise Unreadable(f"{name} is a saved page without HTML in it.", "Save the page again.")


def _address(message: email.message.Message) -> str:
    return str(message.get("Snapshot-Content-Location") or "").strip()


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
) -> ReadDocument:
    """The HTML of a page, in the encoding that was declared for it, if any."""
    decoded = _decode(data, declared, name)
    root = _parse(decoded.text, name)
    build = TextBuilder(name, limits)
    _Walk(build, gallery or Gallery()).run(root)
    properties = {"encoding": decoded.encoding} | _properties(root)
    notices = [decoded.notice] if decoded.notice else []
    if not build.length:
        words = "The page shows no text of its own: it may be filled in by a script."
        notices.append(Notice("no-text", words))
    version = ".".join(map(str, etree.LXML_VERSION[:3]))
    return build.document(media_type, f"lxml {version}", tuple(notices), properties)


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


class _Table:
    """Where the next cell of a table stands: cells may reach over columns and rows."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._row = -1
        self._column = 0
        self._reaching: dict[int, int] = {}
        """For columns covered from above, how many more rows."""

    def next_row(self) -> None:
        """A row begins."""
        self._row += 1
        self._column = 0
        self._reaching = {at: left - 1 for at, left in self._reaching.items() if left > 1}

    def next_cell(self, element: Any) -> dict[str, Any]:
        """What the block of a cell tells of its place."""
        self._row = max(self._row, 0)
        while self._column in self._reaching:
            self._column += 1
        across, down = _count(element.get("colspan")), _count(element.get("rowspan"))
        place = {"table": self._number, "row": self._row, "col": self._column}
        if across > 1:
            place["cols"] = across
        if down > 1:
            place["rows"] = down
            # Cells above are counted down when the next row begins.
            covered = range(self._column, self._column + across)
            self._reaching |= dict.fromkeys(covered, down)
        self._column += across
        if element.tag == "th":
            place["head"] = 1
        return place


def _first_number(element: Any) -> int:
    text = str(element.get("start") or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 1


def _count(value: Any) -> int:
    text = str(value or "").strip()
    return min(max(int(text), 1), 1000) if text.isascii() and text.isdigit() else 1


class _Walk:
    """Goes over the tree with a stack of its own: pages nest deeper than Python calls may."""

    def __init__(self, build: TextBuilder, gallery: Gallery) -> None:
        self._build = build
        self._gallery = gallery
        self._pre = 0
        self._lists: list[int | None] = []
        """For each list that is open the number of its next item; None where items have bullets."""
        self._tables: list[_Table] = []
        self._table_count = 0

    def run(self, root: Any) -> None:
        """The whole page."""
        waiting: list[tuple[Any, Any]] = [(root, None)]
        while waiting:
            element, opened = waiting.pop()
            if opened is not None:
                self._close(element, *opened)
                self._words(element.tail)
                continue
            if not isinstance(element.tag, str) or _is_hidden(element):
                self._words(element.tail)
                continue
            waiting.append((element, self._open(element)))
            self._words(element.text)
            waiting += [(child, None) for child in reversed(element)]
        self._build.finish()

    def _words(self, text: str | None) -> None:
        if text:
            if self._pre:
                self._build.add(text.replace("\r", ""))
            else:
                self._build.flow(text)

    def _open(self, element: Any) -> tuple[int, str]:
        tag = element.tag
        if tag in _BLOCKS:
            self._open_block(element)
        elif tag == "br":
            self._build.line_break()
        elif tag == "hr":
            self._build.finish()
        elif tag == "img":
            source, alt = str(element.get("src") or ""), str(element.get("alt") or "")
            asked = str(element.get("width") or ""), str(element.get("height") or "")
            self._build.place("picture", **self._gallery.place(source, alt, asked))
        return self._build.mark(), tag

    def _open_block(self, element: Any) -> None:
        tag = element.tag
        if tag in ("ul", "ol"):
            self._lists.append(_first_number(element) if tag == "ol" else None)
        elif tag == "table":
            self._table_count += 1
            self._tables.append(_Table(self._table_count))
        elif tag == "tr" and self._tables:
            self._tables[-1].next_row()
        elif tag == "pre":
            self._pre += 1
        self._start(element)

    def _start(self, element: Any) -> None:
        tag = element.tag
        kind = _BLOCKS.get(tag, "paragraph")
        if kind == "table-cell" and self._tables:
            self._build.start(kind, **self._tables[-1].next_cell(element))
        elif kind == "heading":
            self._build.start(kind, int(tag[1]))
        else:
            is_item = kind == "list-item"
            number = self._next_number() if is_item else ""
            data = {"number": number} if number else {}
            self._build.start(kind, len(self._lists) if is_item else 0, **data)

    def _next_number(self) -> str:
        """What stands before the item of a numbered list; nothing before that of another."""
        number = self._lists[-1] if self._lists else None
        if number is None:
            return ""
        self._lists[-1] = number + 1
        return f"{number}."

    def _close(self, element: Any, start: int, tag: str) -> None:
        if tag in _BLOCKS:
            self._build.finish()
            if tag in ("ul", "ol"):
                self._lists.pop()
            self._pre -= tag == "pre"
            if tag == "table":
                self._tables.pop()
        elif tag == "a":
            address = str(element.get("href") or "").strip()
            if address and len(address) <= LONGEST_ADDRESS and _ADDRESS.match(address):
                self._build.span(start, "link", address)
        elif tag in _STYLES:
            self._build.span(start, _STYLES[tag])


def _is_hidden(element: Any) -> bool:
    if element.tag in _DROPPED or element.get("hidden") is not None:
        return True
    style = element.get("style")
    return bool(style and _HIDDEN.search(style))
