"""The text under check as paragraphs, with every claim's passage marked to the character.

The canonical text is cut into paragraphs so that joining them with one line feed gives it back
exactly. Within a paragraph the passages' ends cut it into pieces; between two pieces stand the
marks of the comments. A tag such as [C2 ×] is set where no passage is open, so the words between
a comment's marks are the claim's words and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from verifier.export.comments import end_mark, start_mark
from verifier.export.palette import Verdict
from verifier.export.wml import jump, look, paragraph, run, text
from verifier.text.direction import is_rtl, runs_rtl
from verifier.text.document import Block, Span
from verifier.text.ranges import TextRange

STYLES = {
    "heading": "TextHeading",
    "list-item": "TextList",
    "quote": "TextQuote",
    "code": "TextCode",
    "table-cell": "TextCell",
    "footnote": "TextNote",
    "header": "TextNote",
    "footer": "TextNote",
    "line-number": "TextNote",
    "page-note": "TextNote",
    "caption": "TextNote",
}
_PLAIN = Block(0, 0)
_SPAN_LOOKS = {"bold": "bold", "strong": "bold", "italic": "italic", "emphasis": "italic"}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`text[start:stop]`; a line feed or the end of the text follows.

    `number` is how it is cited (¶12); 0 where it is blank or a cell of a table.
    """

    start: int
    stop: int
    block: Block
    number: int
    is_blank: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A claim's passage: what it looks like and which comments hang on it."""

    start: int
    stop: int
    label: str
    verdict: Verdict
    card: str
    """Bookmark of the claim's card, empty where the report has no cards."""
    bookmark: str
    """Name by which the card finds the passage, empty for none."""
    comments: tuple[int, ...]
    passed_over: Sequence[TextRange] = ()
    """Running lines of pages that the passage goes over: they are not marked."""

    def marks(self, place: int) -> bool:
        """Whether the passage, which covers a place, marks what begins there."""
        return not any(line.start <= place < line.stop for line in self.passed_over)


Beginning = Mapping[int, Sequence[Passage]]
"""Passages by the place where they begin."""


@dataclass(slots=True)
class _Open:
    """What has begun and not yet ended, and the tags that wait for a place."""

    passages: dict[int, Passage] = field(default_factory=dict)
    tags: list[Passage] = field(default_factory=list)

    def innermost(self, place: int) -> Passage | None:
        """The shortest passage that marks what begins at a place."""
        marking = (passage for passage in self.passages.values() if passage.marks(place))
        return min(marking, key=lambda passage: passage.stop - passage.start, default=None)


def paragraphs(words: str, blocks: Iterable[Block], *, first: int = 1) -> list[Paragraph]:
    """Cut a text at its blocks' ends, and at every line feed that lies in no block."""
    found: list[Paragraph] = []
    number = first
    begin = at = 0
    kind: Block | None = None

    def close(stop: int) -> None:
        nonlocal begin, kind, number
        block = kind or _PLAIN
        is_blank = not words[begin:stop].strip()
        counted = not is_blank and block.kind != "table-cell"
        found.append(Paragraph(begin, stop, block, number if counted else 0, is_blank))
        number += counted
        begin, kind = stop + 1, None

    for block in sorted(blocks, key=lambda b: (b.start, b.stop)):
        if block.start < at or block.stop <= block.start:
            continue
        for newline in _newlines(words, at, block.start):
            close(newline)
        kind = kind or block
        at = block.stop
        while at > block.start and words[at - 1] == "\n":
            at -= 1
        if at < len(words) and words[at] == "\n":
            close(at)
            at += 1
    for newline in _newlines(words, at, len(words)):
        close(newline)
    close(len(words))
    return found


def _newlines(words: str, start: int, stop: int) -> Iterator[int]:
    at = words.find("\n", start, stop)
    while at >= 0:
        yield at
        at = words.find("\n", at + 1, stop)


class TextWriter:
    """Writes a text's paragraphs, which must come in order, every one of them.

    Passages may overlap, nest and cross paragraphs.
    """

    def __init__(
        self,
        words: str,
        passages: Sequence[Passage],
        *,
        spans: Sequence[Span] = (),
        bookmarks: Iterator[int],
        language: str = "",
    ) -> None:
        self._words = words
        self._starts = sorted(passages, key=lambda p: (p.start, -p.stop))
        self._next = 0
        self._spans = sorted((s for s in spans if s.kind in _SPAN_LOOKS), key=lambda s: s.start)
        self._next_span = 0
        self._active_spans: list[Span] = []
        self._bookmarks = bookmarks
        self._language = language
        self._open = _Open()

    def paragraph(self, piece: Paragraph) -> str:
        """One paragraph with the marks that fall into it, its two ends included."""
        beginning = self._beginning(piece.stop)
        rtl = runs_rtl(self._words[piece.start : piece.stop])
        places = self._places(piece, beginning)
        content = []
        for place, following in zip(places, [*places[1:], None], strict=True):
            content.append(self._marks(place, beginning))
            if following is not None:
                content.append(self._piece(place, following))
        if not self._open.passages:
            content.append(self._tags())
        style = "TextGap" if piece.is_blank else STYLES.get(piece.block.kind, "TextPara")
        return paragraph(style, "".join(content), "<w:bidi/>" if rtl else "")

    def _beginning(self, stop: int) -> dict[int, list[Passage]]:
        """Passages by where they begin, up to `stop`: the end belongs to this paragraph, too."""
        found: dict[int, list[Passage]] = {}
        while self._next < len(self._starts) and self._starts[self._next].start <= stop:
            passage = self._starts[self._next]
            found.setdefault(passage.start, []).append(passage)
            self._next += 1
        return found

    def _places(self, piece: Paragraph, beginning: Beginning) -> list[int]:
        """Where the paragraph is cut, its two ends included, in order."""
        places = {piece.start, piece.stop, *beginning}
        places.update(p.stop for p in self._open.passages.values())
        places.update(p.stop for begun in beginning.values() for p in begun)
        while self._next_span < len(self._spans):
            span = self._spans[self._next_span]
            if span.start >= piece.stop:
                break
            self._active_spans.append(span)
            self._next_span += 1
        self._active_spans = [span for span in self._active_spans if span.stop > piece.start]
        for span in self._active_spans:
            places.update((span.start, span.stop))
        return sorted(place for place in places if piece.start <= place <= piece.stop)

    def _marks(self, place: int, beginning: Beginning) -> str:
        written = []
        for key, passage in list(self._open.passages.items()):
            if passage.stop <= place:
                written += [end_mark(number) for number in passage.comments]
                self._open.tags.append(passage)
                del self._open.passages[key]
        if not self._open.passages:
            written.append(self._tags())
        for passage in beginning.get(place, ()):
            if passage.stop > place:
                written.append(self._bookmark(passage, "") + _start_marks(passage))
                self._open.passages[id(passage)] = passage
            else:
                written.append(self._wordless(passage))
        return "".join(written)

    def _wordless(self, passage: Passage) -> str:
        """The marks of a passage without words, as a region is; its tag stands right there.

        The bookmark holds the tag: LibreOffice loses an empty one beside an empty comment.
        """
        marks = _start_marks(passage) + "".join(end_mark(number) for number in passage.comments)
        if self._open.passages:
            self._open.tags.append(passage)
            return marks + self._bookmark(passage, "")
        return marks + self._bookmark(passage, _tag(passage))

    def _bookmark(self, passage: Passage, held: str) -> str:
        if not passage.bookmark:
            return held
        number = next(self._bookmarks)
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="{passage.bookmark}"/>{held}'
            f'<w:bookmarkEnd w:id="{number}"/>'
        )

    def _tags(self) -> str:
        waiting, self._open.tags = self._open.tags, []
        return "".join(_tag(passage) for passage in waiting)

    def _piece(self, start: int, stop: int) -> str:
        if start == stop:
            return ""
        words = self._words[start:stop]
        passage = self._open.innermost(start)
        kinds = {_SPAN_LOOKS[s.kind] for s in self._active_spans if s.start <= start < s.stop}
        properties = look(
            bold="bold" in kinds,
            italic="italic" in kinds,
            underline=passage.verdict.underline if passage else "",
            underline_color=passage.verdict.line if passage else "",
            shade=passage.verdict.chip if passage else "",
            rtl=is_rtl(words),
            language=self._language,
        )
        return f"<w:r>{properties}{text(words)}</w:r>"


def _start_marks(passage: Passage) -> str:
    return "".join(start_mark(number) for number in passage.comments)


def _tag(passage: Passage) -> str:
    shown = run(
        f"\u202f[{passage.label}\u00a0{passage.verdict.sign}]",
        look(style="ClaimTag", color=passage.verdict.ink),
    )
    return jump(passage.card, shown, passage.verdict.label) if passage.card else shown
