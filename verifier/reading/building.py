"""Builds a text block by block, with the styling spans inside, for formats without pages."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import unquote

from verifier.reading.document import TARGET, Block, Notice, ReadDocument, ReadPage, Remark, Span
from verifier.reading.limits import Limits, check_text

_WHITE = re.compile(r"[ \t\r\n\f]+")


class TextBuilder:
    """Collects text; every block ends with a line end of its own."""

    def __init__(self, name: str, limits: Limits) -> None:
        self.length = 0
        self._name = name
        self._limits = limits
        self._pieces: list[str] = []
        self._blocks: list[Block] = []
        self._spans: list[Span] = []
        self._names: dict[str, int] = {}
        """Where the places stand that links may lead to."""
        self._unplaced: list[str] = []
        self._open: tuple[int, str, int, dict[str, Any]] | None = None
        self._gap = False

    def start(self, kind: str = "paragraph", level: int = 0, **data: Any) -> None:
        """Begin a block; the one before ends."""
        self.finish()
        self._open = (self.length, kind, level, data)

    def become(self, kind: str, level: int = 0, **data: Any) -> None:
        """What the open block turns out to be, told at its end."""
        if self._open is not None:
            self._open = (self._open[0], kind, level, data)

    def finish(self) -> None:
        """End the block; one without text leaves no trace."""
        self._gap = False
        if self._open is None:
            return
        start, kind, level, data = self._open
        self._open = None
        if self.length > start:
            self._blocks.append(Block(start, self.length, kind, level, data))
            self._push("\n")

    @property
    def is_open(self) -> bool:
        """Whether a block has begun and not ended."""
        return self._open is not None

    @property
    def is_empty(self) -> bool:
        """Whether a block has begun and nothing is in it yet."""
        return self._open is not None and self.length == self._open[0]

    def add(self, text: str) -> None:
        """Text as it is."""
        if text:
            if self._open is None:
                self.start()
            self._close_gap()
            self._place_names()
            self._push(text)

    def name(self, name: str) -> None:
        """What links inside the document call the words that come next."""
        if name:
            self._unplaced.append(name)

    def _place_names(self) -> None:
        for name in self._unplaced:
            self._names.setdefault(name, self.length)
        self._unplaced.clear()

    def _targets(self) -> list[Span]:
        """The named places that a link of the document leads to."""
        self._place_names()
        wanted = {span.target for span in self._spans if span.kind == "link"}
        names = {target: unquote(target[1:]) for target in wanted if target.startswith("#")}
        places = {target: self._names.get(name) for target, name in names.items()}
        return [Span(at, at, TARGET, target) for target, at in places.items() if at is not None]

    def flow(self, text: str) -> None:
        """Text in which a run of white space counts as one space, as a browser shows it."""
        words = _WHITE.sub(" ", text)
        if words.startswith(" "):
            self._gap = True
        words_inside = words.strip(" ")
        if words_inside:
            self.add(words_inside)
            self._gap = words.endswith(" ")

    def line_break(self) -> None:
        """A line end inside the block."""
        self._gap = False
        if self._open is not None and self.length > self._open[0]:
            self._push("\n")

    def new_line(self) -> None:
        """A line end inside the block, where its last line has text."""
        if self._pieces and not self._pieces[-1].endswith("\n"):
            self.line_break()

    def mark(self) -> int:
        """Where the next text will stand: the start of a span."""
        return self.length + (1 if self._needs_gap() else 0)

    def span(self, start: int, kind: str, target: str = "") -> None:
        """Style what was added since `start`."""
        if start < self.length:
            self._spans.append(Span(start, self.length, kind, target))

    def place(self, kind: str, **data: Any) -> None:
        """A block without text at this place: a picture. It tells of the table cell it is in."""
        if self._open is not None and self._open[1] == "table-cell":
            data = {**data, **{key: self._open[3][key] for key in ("table", "row", "col")}}
        self._blocks.append(Block(self.length, self.length, kind, 0, data))

    def trimmed(self, start: int, stop: int) -> tuple[int, int]:
        """A range without the white space at its ends."""
        text = self.text(start, stop)
        inner = text.strip()
        start += len(text) - len(text.lstrip()) if inner else 0
        return start, start + len(inner)

    def text(self, start: int, stop: int) -> str:
        """A stretch of what was built so far."""
        self._pieces = ["".join(self._pieces)]
        return self._pieces[0][start:stop]

    def document(
        self,
        media_type: str,
        reader: str,
        notices: tuple[Notice, ...] = (),
        properties: dict[str, str] | None = None,
        remarks: tuple[Remark, ...] = (),
    ) -> ReadDocument:
        """What was built."""
        self.finish()
        text = "".join(self._pieces)
        return ReadDocument(
            media_type=media_type,
            reader=reader,
            text=text,
            pages=(ReadPage(1, 0, len(text)),),
            blocks=tuple(self._blocks),
            spans=tuple(
                sorted(
                    (*self._spans, *self._targets()),
                    key=lambda span: (span.start, -span.stop, span.target),
                )
            ),
            notices=notices,
            properties=properties or {},
            remarks=remarks,
        )

    def _needs_gap(self) -> bool:
        if not self._gap or self._open is None or self.length == self._open[0]:
            return False
        return not self._pieces[-1].endswith("\n")

    def _close_gap(self) -> None:
        if self._needs_gap():
            self._push(" ")
        self._gap = False

    def _push(self, text: str) -> None:
        self._pieces.append(text)
        self.length += len(text)
        check_text(self.length, self._name, self._limits)
