"""Markdown, as a reader sees it: marks gone, blocks and styling kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import markdown_it
from lxml import etree, html
from markdown_it.token import Token

from verifier.errors import Unreadable
from verifier.reading.building import TextBuilder
from verifier.reading.document import ReadDocument
from verifier.reading.inner_pictures import Gallery
from verifier.reading.limits import Limits
from verifier.reading.plain import decode

DEEPEST = 100
"""Levels of quotes and lists. The parser leaves out, without a word, what lies deeper."""
_STYLES = {"strong": "bold", "em": "italic", "s": "strike"}
_CLOSE = {"paragraph_close", "heading_close", "td_close", "th_close", "list_item_close"}


def read_markdown(
    path: Path, name: str, limits: Limits, gallery: Gallery | None = None
) -> ReadDocument:
    """A Markdown file."""
    decoded = decode(path.read_bytes(), name)
    parser = markdown_it.MarkdownIt("commonmark", {"maxNesting": DEEPEST})
    tokens = parser.enable(["table", "strikethrough"]).parse(decoded.text)
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
        self._table = self._row = self._column = 0

    def blocks(self, tokens: Sequence[Token]) -> None:
        """All tokens of the document."""
        for token in tokens:
            kind = token.type
            if kind == "inline":
                self._inline(token.children or [])
            elif kind in ("fence", "code_block"):
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
        if kind in ("bullet_list_open", "ordered_list_open"):
            self._lists += 1
        elif kind in ("bullet_list_close", "ordered_list_close"):
            self._lists -= 1
        elif kind in ("blockquote_open", "blockquote_close"):
            self._quotes += 1 if token.nesting > 0 else -1
        elif kind == "list_item_open":
            self._fresh_item = True
            self._number = f"{token.info}." if token.info else ""
        elif kind == "heading_open":
            self._build.start("heading", int(token.tag[1:]))
        elif kind == "paragraph_open":
            self._paragraph()
        elif kind == "table_open":
            self._table, self._row = self._table + 1, -1
        elif kind == "tr_open":
            self._row, self._column = self._row + 1, -1
        elif kind in ("td_open", "th_open"):
            self._column += 1
            place = {"table": self._table, "row": self._row, "col": self._column}
            self._build.start("table-cell", **place)

    def _paragraph(self) -> None:
        if self._lists and self._fresh_item:
            data = {"number": self._number} if self._number else {}
            self._build.start("list-item", self._lists, **data)
        else:
            self._build.start("quote" if self._quotes else "paragraph", self._lists)
        self._fresh_item = False

    def _inline(self, tokens: Sequence[Token]) -> None:
        build = self._build
        opened: list[tuple[int, str, str]] = []
        for token in tokens:
            kind = token.type
            if kind == "text":
                build.add(token.content)
            elif kind == "code_inline":
                start = build.length
                build.add(token.content)
                build.span(start, "code")
            elif kind == "softbreak":
                build.add(" ")
            elif kind == "hardbreak" or token.content.lower().startswith("<br"):
                build.line_break()
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

    def _html(self, source: str) -> None:
        """The words of raw HTML, without its tags."""
        try:
            element = html.fragment_fromstring(source, create_parent="div")
        except (etree.ParserError, ValueError):
            return
        etree.strip_elements(element, "script", "style", with_tail=False)
        self._build.start()
        self._build.flow(str(element.text_content()))
        self._build.finish()
