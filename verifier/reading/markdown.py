"""Markdown, as a reader sees it: marks gone, blocks and styling kept.

Beside CommonMark, what reports are written with: tables, struck words, footnotes, lists of
definitions, and the lines about the text above it (front matter), which are shown as they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import markdown_it
from lxml import etree, html
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from verifier.errors import Unreadable
from verifier.reading.building import TextBuilder
from verifier.reading.document import ReadDocument
from verifier.reading.html_walk import STYLES, Walk
from verifier.reading.inner_pictures import Gallery
from verifier.reading.limits import Limits
from verifier.reading.markdown_names import HeadingNames
from verifier.reading.plain import decode

DEEPEST = 100
"""Levels of quotes and lists. The parser leaves out, without a word, what lies deeper."""
_STYLES = {"strong": "bold", "em": "italic", "s": "strike"}
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)", re.IGNORECASE)
_CLOSE = {
    *("paragraph_close", "heading_close", "td_close", "th_close", "list_item_close", "dt_close"),
}
_LISTS = {
    f"{kind}_{end}" for kind in ("bullet_list", "ordered_list", "dd") for end in ("open", "close")
}


def read_markdown(
    path: Path, name: str, limits: Limits, gallery: Gallery | None = None
) -> ReadDocument:
    """A Markdown file."""
    decoded = decode(path.read_bytes(), name)
    tokens = _parser().parse(decoded.text)
    if any(token.nesting > 0 and token.level + 1 >= DEEPEST for token in tokens):
        raise Unreadable(
            f"{name} is nested deeper than any text a person wrote.", "Print it to a PDF."
        )
    build = TextBuilder(name, limits)
    _Walk(build, gallery or Gallery()).blocks(tokens)
    return build.document(
        "text/markdown",
        f"markdown-it-py {markdown_it.__version__}",
        (decoded.notice,) if decoded.notice else (),
        {"encoding": decoded.encoding},
    )


def _parser() -> markdown_it.MarkdownIt:
    parser = markdown_it.MarkdownIt("commonmark", {"maxNesting": DEEPEST})
    parser.enable(["table", "strikethrough"])
    return parser.use(front_matter_plugin).use(footnote_plugin).use(deflist_plugin)


def markdown_pictures(
    path: Path, name: str, limits: Limits, _: Sequence[str]
) -> Iterable[tuple[str, bytes]]:
    """The pictures that stand in a Markdown file itself, by their numbers."""
    gallery = Gallery(keep=True)
    read_markdown(path, name, limits, gallery)
    return gallery.kept.items()


class _Walk:
    """Goes over the parser's flat list of tokens once."""

    def __init__(self, build: TextBuilder, gallery: Gallery) -> None:
        self._build = build
        self._gallery = gallery
        self._lists = 0
        self._quotes = 0
        self._fresh_item = False
        self._number = ""
        self._headings = HeadingNames()
        self._table = self._row = self._column = 0
        self._referred: dict[int, int] = {}
        """Where in the text the mark of each footnote stands."""
        self._note: dict[str, Any] | None = None
        """What the next paragraph of a footnote tells, if it is the first; None outside of one."""

    def blocks(self, tokens: Sequence[Token]) -> None:
        """All tokens of the document."""
        for at, token in enumerate(tokens):
            kind = token.type
            if kind == "heading_open":
                self._build.name(self._headings.next(tokens[at + 1].children or []))
            if kind == "inline":
                self._inline(token.children or [])
            elif kind in ("fence", "code_block", "front_matter"):
                self._build.start("code")
                self._build.add(token.content.rstrip("\n"))
                self._build.finish()
            elif kind == "html_block":
                self._html(token.content)
            elif kind in _CLOSE:
                self._build.finish()
            else:
                self._structure(kind, token)

    def _structure(self, kind: str, token: Token) -> None:
        if kind in _LISTS:
            self._lists += token.nesting
        elif kind in ("blockquote_open", "blockquote_close"):
            self._quotes += token.nesting
        elif kind == "footnote_open":
            number = int(token.meta["id"])
            self._note = {"mark": str(number + 1), "at": self._referred.get(number, 0)}
        elif kind == "footnote_close":
            self._note = None
        elif kind == "list_item_open":
            self._fresh_item = True
            self._number = f"{token.info}{token.markup}" if token.info else ""
        elif kind == "heading_open":
            self._build.start("heading", int(token.tag[1:]))
        elif kind == "paragraph_open":
            self._paragraph()
        elif kind == "dt_open":
            self._build.start("paragraph", self._lists)
        elif kind == "table_open":
            self._table, self._row = self._table + 1, -1
        elif kind == "tr_open":
            self._row, self._column = self._row + 1, -1
        elif kind in ("td_open", "th_open"):
            self._column += 1
            place = {"table": self._table, "row": self._row, "col": self._column}
            self._build.start("table-cell", **place)

    def _paragraph(self) -> None:
        if self._note is not None:
            self._build.start("footnote", 0, **self._note)
            self._note = {}
        elif self._lists and self._fresh_item:
            data = {"number": self._number} if self._number else {}
            self._build.start("list-item", self._lists, **data)
        else:
            self._build.start("quote" if self._quotes else "paragraph", self._lists)
        self._fresh_item = False

    def _inline(self, tokens: Sequence[Token]) -> None:
        build = self._build
        opened: list[tuple[int, str, str]] = []
        raw: list[tuple[int, str]] = []
        for token in tokens:
            kind = token.type
            if kind == "text":
                build.add(token.content)
            elif kind == "code_inline":
                start = build.length
                build.add(token.content)
                build.span(start, "code")
            elif kind == "footnote_ref":
                self._referred.setdefault(int(token.meta["id"]), build.length)
            elif kind == "softbreak":
                build.add(" ")
            elif kind == "hardbreak" or token.content.lower().startswith("<br"):
                build.line_break()
            elif kind == "html_inline":
                self._raw_tag(token.content, raw)
            elif kind == "image":
                place = self._gallery.place(str(token.attrGet("src") or ""), token.content)
                build.place("picture", **place)
            elif token.nesting > 0:
                target = str(token.attrGet("href") or "")
                style = "link" if kind == "link_open" else _STYLES.get(token.tag, token.tag)
                opened.append((build.length, style, target))
            elif token.nesting < 0 and opened:
                start, style, target = opened.pop()
                build.span(start, style, target)

    def _raw_tag(self, source: str, opened: list[tuple[int, str]]) -> None:
        """A tag of HTML within a line: the styling that it begins or ends, or a picture."""
        found = _TAG.match(source)
        name = found[2].lower() if found else ""
        if name == "img":
            element = html.fragment_fromstring(source)
            src, alt = str(element.get("src") or ""), str(element.get("alt") or "")
            self._build.place("picture", **self._gallery.place(src, alt))
        elif name == "a" and found and not found[1]:
            element = html.fragment_fromstring(source)
            self._build.name(str(element.get("id") or element.get("name") or ""))
        elif found and name in STYLES and not found[1]:
            opened.append((self._build.length, name))
        elif found and opened and opened[-1][1] == name:
            start, _ = opened.pop()
            self._build.span(start, STYLES[name])

    def _html(self, source: str) -> None:
        """The words of raw HTML, as a web page of them would show."""
        try:
            element = html.fragment_fromstring(source, create_parent="div")
        except (etree.ParserError, ValueError):
            return
        walk = Walk(self._build, self._gallery, tables=self._table)
        walk.run(element)
        self._table = walk.table_count
