"""What stands in a Word file that was exported and came back: its comments and tracked edits.

Only the file is read here; nothing is looked up in the case. A comment is known again by the
lasting number that the export gave it. Where it stands is told by the marks of other comments
around it, by the card it stands in, or by the links to cards in its row or paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from lxml import etree

from verifier.errors import Unreadable
from verifier.exchange.word_edits import (
    UNCHANGED,
    EditedParagraph,
    FieldEdit,
    Fields,
    Rewording,
    Tracked,
    field_edits,
    rewordings,
)
from verifier.reading.docx_package import Package, attribute, local
from verifier.reading.limits import Limits

_CARD = re.compile(r"claim_(\d+)")
_TOP_HEADINGS = ("Heading1", "AppendixHeading")
_KINDS = {"ins": "ins", "moveTo": "ins", "del": "del", "moveFrom": "del"}
"""A move is words put in at one place and taken out at another."""
_SAID = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_CONTEXT = 60
"""Characters shown on either side of a tracked edit."""


ZIPPED = b"PK"
"""How every Word file begins."""


@dataclass(frozen=True, slots=True)
class WordComment:
    """A comment as it stands in the file."""

    number: str
    author: str
    initials: str
    at: datetime | None
    text: str
    lasting: int | None
    """The number that the export gave it; None where a program has dropped those."""
    parent: str | None
    """The number of the comment it answers."""
    resolved: bool


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something stands, as far as the file tells: the best of these that is known."""

    comments: tuple[str, ...] = ()
    """Numbers of the other comments around it, the innermost first."""
    card: int | None = None
    """The number of the claim whose card it stands in."""
    linked: int | None = None
    """The number of the claim that its row or paragraph links to."""


@dataclass(frozen=True, slots=True)
class TrackedEdit:
    """Words that somebody put in, took out, or replaced."""

    author: str
    at: datetime | None
    removed: str
    added: str
    before: str
    after: str
    spot: Spot
    in_field: bool = False
    """Whether it is part of a rewording of a claim's field."""


@dataclass(frozen=True, slots=True)
class WordAnswers:
    """Everything that a file says back."""

    case_id: str
    """Id of the case that the file was exported from; empty where the file does not say."""
    comments: tuple[WordComment, ...]
    spots: dict[str, Spot]
    edits: tuple[TrackedEdit, ...]
    fields: tuple[FieldEdit, ...] = ()
    """How fields of claims would read."""
    commented: dict[str, list[Rewording]] = field(default_factory=dict)
    """How the words would read that each comment stands on."""


def read_answers(path: Path) -> WordAnswers:
    """Read a Word file that came back, or say in words why not."""
    if not path.is_file():
        raise Unreadable(f"{path.name} is not there.", "Check the name.")
    try:
        with path.open("rb") as file:
            begins = file.read(len(ZIPPED))
    except OSError as error:
        raise Unreadable(f"{path.name} cannot be opened.", "Check your rights to it.") from error
    if begins != ZIPPED:
        raise Unreadable(f"{path.name} is not a Word file (.docx).", "Choose one that is.")
    return answers_in(path, path.name)


def answers_in(file: Path | IO[bytes], name: str) -> WordAnswers:
    """The same of a file that is open or kept in a case."""
    with Package(file, name, Limits()) as package:
        main = package.main_part()
        root = package.xml(main)
        if root is None:
            raise package.damaged()
        parts = {one.kind: one.target for one in package.relations(main).values()}
        body = _Body(root)
        fields, inside = field_edits(body.paragraphs, body.fields)
        edits = (
            replace(edit, in_field=place in inside)
            for edit, place in zip(body.edits, body.places, strict=True)
        )
        commented = {number: rewordings(pieces) for number, pieces in body.ranges.items()}
        return WordAnswers(
            _case_id(package),
            tuple(_comments(package, parts)),
            body.spots,
            tuple(edits),
            fields,
            {number: made for number, made in commented.items() if made},
        )


def _case_id(package: Package) -> str:
    for relation in package.relations("").values():
        if relation.kind == "custom-properties":
            root = package.xml(relation.target)
            for row in root if root is not None else ():
                if attribute(row, "name") == "Verifier case":
                    return "".join(str(words) for words in row.itertext())
    return ""


def _comments(package: Package, parts: dict[str, str]) -> Iterator[WordComment]:
    roots = {name: package.xml(part) for name, part in parts.items() if name.startswith("comments")}
    extended = {attribute(e, "paraId"): e for e in _of(roots.get("commentsExtended"))}
    lasting = {
        attribute(e, "paraId"): int(attribute(e, "durableId") or "0", 16)
        for e in _of(roots.get("commentsIds"))
    }
    utc = {
        int(attribute(e, "durableId") or "0", 16): attribute(e, "dateUtc")
        for e in _of(roots.get("commentsExtensible"))
    }
    elements = [e for e in _of(roots.get("comments")) if local(e) == "comment"]
    last = {_last_paragraph(e): attribute(e, "id") or "" for e in elements}
    for element in elements:
        key = _last_paragraph(element)
        more = extended.get(key)
        number = lasting.get(key)
        parent = attribute(more, "paraIdParent") if more is not None else None
        date = utc.get(number or 0)
        yield WordComment(
            number=attribute(element, "id") or "",
            author=attribute(element, "author") or "",
            initials=attribute(element, "initials") or "",
            at=_utc(date) if date else _local(attribute(element, "date")),
            text=_said(element),
            lasting=number,
            parent=last.get(parent) if parent else None,
            resolved=more is not None and attribute(more, "done") in ("1", "true"),
        )


def _of(root: Any) -> list[Any]:
    return [] if root is None else [one for one in root if isinstance(one.tag, str)]


def _last_paragraph(comment: Any) -> str | None:
    paragraphs = [one for one in comment.iter(etree.Element) if local(one) == "p"]
    return attribute(paragraphs[-1], "paraId") if paragraphs else None


def _said(element: Any) -> str:
    """The words of a comment, a line for each paragraph, tracked changes accepted."""
    lines = [_words(one) for one in element.iter(etree.Element) if local(one) == "p"]
    return "\n".join(lines).strip()


def _words(paragraph: Any) -> str:
    found = []
    for element in paragraph.iter(etree.Element):
        kind = local(element)
        if kind == "t":
            found.append(element.text or "")
        elif kind in _SAID and local(element.getparent()) == "r":
            found.append(_SAID[kind])
    return "".join(found)


def _utc(written: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(written)
    except ValueError:
        return None
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


def _local(written: str | None) -> datetime | None:
    """Word writes the local time and a Z that is not meant."""
    found = _utc(written or "")
    return found.replace(tzinfo=None).astimezone(UTC) if found else None


@dataclass(slots=True)
class _Change:
    """A stretch of one person's tracked changes within a paragraph."""

    author: str
    at: datetime | None
    place: int
    spot: Spot
    removed: str = ""
    added: str = ""


@dataclass(slots=True)
class _Body:
    """One walk through the body: who stands where, and what was changed."""

    root: Any
    spots: dict[str, Spot] = field(default_factory=dict)
    edits: list[TrackedEdit] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    """For each edit its paragraph."""
    paragraphs: list[EditedParagraph] = field(default_factory=list)
    fields: Fields = field(default_factory=Fields)
    ranges: dict[str, list[tuple[str, Tracked]]] = field(default_factory=dict)
    """Number of a comment -> the words that it stands on."""
    _open: list[str] = field(default_factory=list)
    _card: int | None = None
    _words: list[str] = field(default_factory=list)
    _changes: list[_Change] = field(default_factory=list)
    _linked: int | None = None

    def __post_init__(self) -> None:
        self._walk(self.root)

    def _walk(self, parent: Any) -> None:
        for element in parent:
            kind = local(element)
            if kind == "p":
                self._paragraph(element)
            elif kind in ("commentRangeStart", "commentRangeEnd"):
                self._mark(element, kind)
            elif kind == "bookmarkStart":
                self._bookmark(element, parent)
            elif kind == "bookmarkEnd":
                self.fields.end(attribute(element, "id") or "", len(self.paragraphs) - 1)
            elif kind == "Fallback":
                continue
            else:
                self._walk(element)

    def _paragraph(self, paragraph: Any) -> None:
        self._words, self._changes = [], []
        self._note_end()
        self.paragraphs.append(EditedParagraph(mark=_mark_of(paragraph)))
        row = next((above for above in paragraph.iterancestors() if local(above) == "tr"), None)
        self._linked = _linked(row if row is not None else paragraph)
        self._inline(paragraph, paragraph)
        text = "".join(self._words)
        for change in self._changes:
            if change.removed or change.added:
                self.edits.append(_edit(change, text))
                self.places.append(len(self.paragraphs) - 1)

    def _note_end(self) -> None:
        """A new paragraph begins inside what is open: the last one's end is part of it."""
        if self.paragraphs:
            for number in self._open:
                self.ranges[number].append(("\n", self.paragraphs[-1].mark))

    def _say(self, words: str, tracked: Tracked) -> None:
        self.paragraphs[-1].pieces.append((words, tracked))
        for number in self._open:
            self.ranges[number].append((words, tracked))

    def _inline(self, parent: Any, paragraph: Any, tracked: Tracked = UNCHANGED) -> None:
        for element in parent:
            kind = local(element)
            if kind in ("commentRangeStart", "commentRangeEnd"):
                self._mark(element, kind)
            elif kind == "bookmarkStart":
                self._bookmark(element, paragraph)
            elif kind == "bookmarkEnd":
                self.fields.end(attribute(element, "id") or "", len(self.paragraphs) - 1)
            elif kind in _KINDS and local(parent) != "rPr":
                self._changed(element, kind)
                inner = _tracked(element, _KINDS[kind])
                if not (tracked.kind == "ins" and inner.kind == "del"):
                    self._inline(element, paragraph, inner)
            elif kind in ("t", "delText"):
                words = element.text or ""
                if tracked.kind != "del":
                    self._words.append(words)
                self._say(words, tracked)
            elif kind in _SAID and local(parent) == "r":
                self._say(_SAID[kind], tracked)
            elif kind not in ("Fallback", "rPr", "pPr"):
                self._inline(element, paragraph, tracked)

    def _changed(self, element: Any, kind: str) -> None:
        author = attribute(element, "author") or ""
        place = len("".join(self._words))
        last = self._changes[-1] if self._changes else None
        same = last is not None and last.author == author and place == last.place + len(last.added)
        if last is None or not same:
            at = _local(attribute(element, "date"))
            last = _Change(author, at, place, self._spot())
            self._changes.append(last)
        if kind in ("ins", "moveTo"):
            last.added += _words(element)
        else:
            last.removed += "".join(
                e.text or "" for e in element.iter(etree.Element) if local(e) in ("delText", "t")
            )

    def _mark(self, element: Any, kind: str) -> None:
        number = attribute(element, "id") or ""
        if kind == "commentRangeEnd":
            if number in self._open:
                self._open.remove(number)
            return
        self.spots[number] = self._spot()
        self.ranges[number] = []
        for other in self._open:
            # What opens at the same place or later inside stands around the earlier one, too.
            known = self.spots[other]
            self.spots[other] = Spot((*known.comments, number), known.card, known.linked)
        self._open.append(number)

    def _spot(self) -> Spot:
        return Spot(tuple(reversed(self._open)), self._card, self._linked)

    def _bookmark(self, element: Any, paragraph: Any) -> None:
        name = attribute(element, "name") or ""
        place = len(self.paragraphs) - (0 if local(paragraph) != "p" else 1)
        self.fields.begin(attribute(element, "id") or "", name, place)
        card = _CARD.fullmatch(name)
        if card:
            self._card = int(card[1])
        elif _style(paragraph) in _TOP_HEADINGS and not name.startswith("_"):
            self._card = None


def _tracked(element: Any, kind: str) -> Tracked:
    return Tracked(kind, attribute(element, "author") or "", _local(attribute(element, "date")))


def _mark_of(paragraph: Any) -> Tracked:
    """What was tracked about the end of a paragraph."""
    for properties in _of(paragraph):
        if local(properties) == "pPr":
            for run in (one for one in _of(properties) if local(one) == "rPr"):
                for one in _of(run):
                    if local(one) in _KINDS:
                        return _tracked(one, _KINDS[local(one)])
    return UNCHANGED


def _edit(change: _Change, text: str) -> TrackedEdit:
    end = change.place + len(change.added)
    return TrackedEdit(
        change.author,
        change.at,
        change.removed,
        change.added,
        text[max(0, change.place - _CONTEXT) : change.place],
        text[end : end + _CONTEXT],
        change.spot,
    )


def _linked(element: Any) -> int | None:
    """The first claim whose card a row or paragraph links to."""
    for one in element.iter(etree.Element):
        if local(one) == "hyperlink":
            found = _CARD.fullmatch(attribute(one, "anchor") or "")
            if found:
                return int(found[1])
    return None


def _style(paragraph: Any) -> str:
    for properties in paragraph:
        if local(properties) == "pPr":
            for one in properties:
                if local(one) == "pStyle":
                    return attribute(one, "val") or ""
    return ""
