"""The words of a web page that a browser would show, and the blocks that they stand in.

Scripts, styles and hidden parts are left out; addresses of pictures are kept as they stand.

Pages put boxes into boxes: a paragraph into a list's item, two into a cell, a heading's words into
three. What is *within* a list's item or a quotation is a paragraph of it; cells, headings, captions
and code stay one block whatever is in them, with a line end where something begins anew.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

from verifier.reading.building import TextBuilder
from verifier.reading.figures import BULLET
from verifier.reading.html_frames import FRAMES, Frames, no_frames
from verifier.reading.html_lists import ListNumbers
from verifier.reading.html_styles import no_sheets
from verifier.reading.html_tables import CellPlaces, is_layout
from verifier.reading.inner_pictures import Gallery

_DROPPED = frozenset(
    """script style template noscript head svg math applet audio video canvas
    select datalist input textarea map progress meter noframes rt rp""".split()
)
"""What a browser runs, draws or keeps for one that cannot, and how words above them are spoken."""
_UNSEEN = frozenset(["sr-only", "visually-hidden", "screen-reader-text", "katex-mathml"])
"""Classes by which pages say a part to screen readers and show it to nobody."""
_PLAIN = frozenset(
    """p div section article main header footer nav aside form fieldset address figure dl dt center
    details summary legend table thead tbody tfoot tr td th ul ol menu dir dialog search hgroup body
    html""".split()
)
"""Paragraphs of whatever they are within; tables and their cells, where those are layout."""
_KINDS = {
    **dict.fromkeys(_PLAIN, "paragraph"),
    **{f"h{level}": "heading" for level in range(1, 7)},
    "li": "list-item",
    "dd": "paragraph",
    "blockquote": "quote",
    "pre": "code",
    "caption": "caption",
    "figcaption": "caption",
}
_LISTS = ("ul", "ol", "menu", "dir")
_WHOLE = frozenset(["heading", "table-cell", "caption", "code"])
"""Kinds of blocks that stay one, whatever is within."""
STYLES = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "cite": "italic",
    "u": "underline", "ins": "underline", "s": "strike", "del": "strike", "strike": "strike",
    "code": "code", "kbd": "code", "samp": "code", "sup": "superscript", "sub": "subscript",
}  # fmt: skip
_HEADS = ("h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary")
_SHADOW = ("shadowrootmode", "shadowroot", "shadowmode")
"""Attributes of templates whose words are shown; browsers write the last one where they save."""
_QUOTES = ("“”", "‘’")
"""What browsers put around `q`, and around one inside another."""
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?|ftp|mailto|tel):|#|[^:]*$", re.IGNORECASE)
LONGEST_ADDRESS = 4096
"""Of a link; what is longer was not meant for people."""


@dataclass(frozen=True)
class _Within:
    """A block that others stand in: what it is, and what its later paragraphs are."""

    kind: str
    level: int = 0
    data: dict[str, Any] = field(default_factory=dict)

    @property
    def later(self) -> tuple[str, dict[str, Any]]:
        """Only the first paragraph of an item has its bullet or number."""
        return ("paragraph", {}) if self.kind == "list-item" else (self.kind, self.data)


class Walk:
    """Goes over the tree with a stack of its own: pages nest deeper than Python calls may."""

    def __init__(
        self,
        build: TextBuilder,
        gallery: Gallery,
        hidden: Collection[Any] = frozenset(),
        tables: int = 0,
        frames: Frames | None = None,
    ) -> None:
        """`hidden` are the elements that style sheets hide; so many tables stand above."""
        self._hidden = hidden
        self._frames = frames or Frames("", no_frames, no_sheets)
        self._build = build
        self._gallery = gallery
        self._within: list[_Within] = []
        self._anew = False
        """Whether the next words begin on a line of their own."""
        self._lists: list[ListNumbers | None] = []
        """For each list that is open; None where items have bullets."""
        self._tables: list[CellPlaces | None] = []
        """For each table that is open; None where it is layout."""
        self.table_count = tables
        self._pre = 0
        self._quotes = 0

    def run(self, root: Any) -> None:
        """The whole page."""
        waiting: list[tuple[Any, tuple[int, bool] | None]] = [(root, None)]
        while waiting:
            element, opened = waiting.pop()
            if opened is not None:
                self._close(element, *opened)
                self._words(element.tail)
                continue
            if not isinstance(element.tag, str) or _is_hidden(element):
                self._words(element.tail)
                continue
            if element in self._hidden:
                self._pass_over(element)
                self._words(element.tail)
                continue
            waiting.append((element, self._open(element)))
            if element.tag in FRAMES:
                waiting += [(root, None) for root in self._in_frame(element)]
                continue
            self._words(_first_words(element))
            waiting += [(child, None) for child in reversed(element)]
        self._build.finish()

    def _pass_over(self, hidden: Any) -> None:
        """Count the pictures of a part that is not shown: all others keep their numbers by that."""
        waiting = [hidden]
        while waiting:
            element = waiting.pop()
            if not isinstance(element.tag, str) or _is_hidden(element) or element.tag in FRAMES:
                continue
            if element.tag == "img":
                self._gallery.place(str(element.get("src") or ""), "")
            waiting += reversed(element)

    def _in_frame(self, frame: Any) -> Iterator[Any]:
        """The page that a frame shows, if the file holds it; otherwise its place is kept."""
        shown = self._frames.shown_in(frame)
        self._gallery.begin_frame()
        if shown is not None and shown.root is not None:
            self._hidden = frozenset((*self._hidden, *shown.hidden))
            yield shown.root
        elif shown is not None:
            self._end_block()
            self._build.place("chart", drawn="frame", alt=shown.address)

    def _words(self, text: str | None) -> None:
        if not text:
            return
        if not text.isspace():
            self._make_room()
        if not self._pre:
            self._build.flow(text)
        elif self._build.is_open:
            self._build.add(text.replace("\r", ""))

    def _make_room(self) -> None:
        """Words come: the line or the block that they stand in begins, where it has ended."""
        if self._anew:
            self._anew = False
            self._build.new_line()
        if self._within and not self._build.is_open:
            self._continue(self._within[-1])

    def _continue(self, within: _Within) -> None:
        kind, data = within.later
        self._build.start(kind, within.level, **data)

    def _open(self, element: Any) -> tuple[int, bool]:
        """Where the element's text begins, and whether others stand within it from now on."""
        tag, holds = element.tag, False
        self._build.name(str(element.get("id") or (tag == "a" and element.get("name")) or ""))
        if tag in _KINDS:
            holds = self._open_block(element)
        elif tag == "br":
            self._build.line_break()
        elif tag == "hr":
            self._end_block()
        elif tag == "q":
            self._words(_QUOTES[self._quotes % 2][0])
            self._quotes += 1
        elif tag == "img":
            source, alt = str(element.get("src") or ""), str(element.get("alt") or "")
            asked = str(element.get("width") or ""), str(element.get("height") or "")
            self._build.place("picture", **self._gallery.place(source, alt, asked))
        return self._build.mark(), holds

    def _open_block(self, element: Any) -> bool:
        tag = element.tag
        if tag in _LISTS:
            self._lists.append(ListNumbers(element) if tag == "ol" else None)
        elif tag == "table":
            self._open_table(element)
        elif tag == "tr" and self._tables and self._tables[-1]:
            self._tables[-1].next_row()
        self._pre += tag == "pre"
        within = self._of(element)
        if within is not None and tag == "li" and self._is_cell:
            data = {**self._within[-1].data, "number": within.data.get("number", BULLET)}
            self._build.start("table-cell", 0, **data)
            self._anew = False
            return False
        if within is None or (self._is_whole and within.kind != "table-cell"):
            self._open_plain()
            return False
        self._build.start(within.kind, within.level, **within.data)
        self._within.append(within)
        return True

    @property
    def _is_whole(self) -> bool:
        return bool(self._within) and self._within[-1].kind in _WHOLE

    @property
    def _is_cell(self) -> bool:
        return bool(self._within) and self._within[-1].kind == "table-cell"

    def _open_plain(self) -> None:
        if self._is_whole:
            self._anew = True
        elif self._build.is_empty:
            return
        elif self._within:
            self._continue(self._within[-1])
        else:
            self._build.start()

    def _open_table(self, element: Any) -> None:
        if is_layout(element):
            self._tables.append(None)
        else:
            self.table_count += 1
            self._tables.append(CellPlaces(self.table_count))

    def _of(self, element: Any) -> _Within | None:
        """What others stand in from here on; None for a plain paragraph."""
        tag, depth = element.tag, len(self._lists)
        places = self._tables[-1] if self._tables else None
        if tag in ("td", "th") and places is not None:
            return _Within("table-cell", 0, places.next_cell(element))
        if tag in _PLAIN:
            return None
        kind = _KINDS[tag]
        if kind == "heading":
            return _Within(kind, int(tag[1]))
        if kind == "list-item":
            numbers = self._lists[-1] if self._lists else None
            return _Within(kind, depth, {"number": numbers.next(element)} if numbers else {})
        return _Within(kind, depth + 1 if tag == "dd" else depth)

    def _end_block(self) -> None:
        if self._is_whole:
            self._anew = True
        else:
            self._build.finish()

    def _close(self, element: Any, start: int, holds: bool) -> None:
        tag = element.tag
        if tag in _KINDS:
            self._close_block(tag, holds)
        elif tag in FRAMES:
            self._gallery.end_frame()
        elif tag == "q":
            self._quotes -= 1
            self._words(_QUOTES[self._quotes % 2][1])
        elif tag == "a":
            address = str(element.get("href") or "").strip()
            if address and len(address) <= LONGEST_ADDRESS and _ADDRESS.match(address):
                self._build.span(start, "link", address)
        elif tag in STYLES:
            self._build.span(start, STYLES[tag])

    def _close_block(self, tag: str, holds: bool) -> None:
        if holds:
            self._within.pop()
            self._build.finish()
        elif tag == "li" and self._is_cell:
            self._build.finish()
        else:
            self._end_block()
        self._pre -= tag == "pre"
        if tag in _LISTS:
            self._lists.pop()
        elif tag == "table":
            self._tables.pop()


def _first_words(element: Any) -> str | None:
    """The text before an element's first child; a line end at the very start of `pre` is none."""
    text: str | None = element.text
    if text and element.tag == "pre":
        return text.removeprefix("\r").removeprefix("\n")
    return text


def _is_hidden(element: Any) -> bool:
    tag = element.tag
    if tag in _DROPPED:
        return not (tag == "template" and any(map(element.get, _SHADOW)))
    if tag == "button":
        return not _is_whole_heading(element)
    if element.get("hidden") is not None or (tag == "dialog" and element.get("open") is None):
        return True
    named, style = element.get("class"), element.get("style")
    if named and not _UNSEEN.isdisjoint(named.split()):
        return True
    return bool(style and _HIDDEN.search(style))


def _is_whole_heading(button: Any) -> bool:
    """Whether a button is all that its heading says: one that folds what stands below it."""
    heading = next(button.iterancestors(*_HEADS), None)
    if heading is None:
        return False
    return bool("".join(heading.itertext()).split() == "".join(button.itertext()).split())
