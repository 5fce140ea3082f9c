"""Tracked edits in a Word file: which words of the case each would change, and how they would read.

A paragraph is a row of pieces, each as it was, put in, or taken out. A field of a claim is found by
the bookmark that the export set around it (`Draft.editable`), and is read by whole paragraphs:
what is typed at the very end of a bookmark stands behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

_FIELD = re.compile(r"_c(\d+)_([a-z_]+?)(?:_\d+)?")
_LABEL = re.compile(r"C\d+\. ")
"""Before the statement in the heading of a card."""


@dataclass(frozen=True, slots=True)
class Tracked:
    """A tracked change. `kind` is "ins", "del", or empty for words that nobody changed."""

    kind: str = ""
    author: str = ""
    at: datetime | None = None


UNCHANGED = Tracked()


@dataclass(slots=True)
class EditedParagraph:
    """A paragraph's words in order; `mark` is what happened to its end."""

    pieces: list[tuple[str, Tracked]] = field(default_factory=list)
    mark: Tracked = UNCHANGED


@dataclass(frozen=True, slots=True)
class Rewording:
    """How words would read if everything that one author tracked in them were accepted."""

    author: str
    at: datetime | None
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class FieldEdit:
    """A rewording of a field of the claim with this number."""

    claim: int
    field: str
    rewording: Rewording


@dataclass(slots=True)
class Fields:
    """Which paragraphs hold which field of which claim.

    Kept by name: LibreOffice begins a bookmark again in each of its paragraphs, and ends the last.
    """

    extents: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Bookmark -> first and last paragraph."""
    _names: dict[str, str] = field(default_factory=dict)

    def begin(self, bookmark_id: str, name: str, paragraph: int) -> None:
        """A bookmark opens in this paragraph."""
        if _FIELD.fullmatch(name):
            self._names[bookmark_id] = name
            self.extents.setdefault(name, (paragraph, paragraph))

    def end(self, bookmark_id: str, paragraph: int) -> None:
        """A bookmark closes in this paragraph."""
        name = self._names.get(bookmark_id)
        if name is not None:
            first, last = self.extents[name]
            self.extents[name] = (first, max(last, paragraph))


def field_edits(
    paragraphs: Sequence[EditedParagraph], fields: Fields
) -> tuple[tuple[FieldEdit, ...], set[int]]:
    """The rewordings of fields, and which paragraphs belong to a field."""
    found: list[FieldEdit] = []
    inside: set[int] = set()
    for bookmark, (first, last) in fields.extents.items():
        named = _FIELD.fullmatch(bookmark)
        if named is None:
            continue
        begin, end = _widened(paragraphs, first, last)
        inside.update(range(begin, end + 1))
        for one in rewordings(_joined(paragraphs[begin : end + 1])):
            old, new = _LABEL.sub("", one.old, 1), _LABEL.sub("", one.new, 1)
            found.append(
                FieldEdit(int(named[1]), named[2], Rewording(one.author, one.at, old, new))
            )
    return tuple(found), inside


def _widened(paragraphs: Sequence[EditedParagraph], first: int, last: int) -> tuple[int, int]:
    """Also the paragraphs that were split off while the text was edited."""
    while first > 0 and paragraphs[first - 1].mark.kind == "ins":
        first -= 1
    while last + 1 < len(paragraphs) and paragraphs[last].mark.kind == "ins":
        last += 1
    return first, last


def _joined(paragraphs: Sequence[EditedParagraph]) -> Iterator[tuple[str, Tracked]]:
    for number, paragraph in enumerate(paragraphs):
        yield from paragraph.pieces
        if number + 1 < len(paragraphs):
            yield "\n", paragraph.mark


def rewordings(pieces: Iterable[tuple[str, Tracked]]) -> list[Rewording]:
    """What each author would have; none where nobody changed a thing."""
    kept = list(pieces)
    authors: dict[str, datetime | None] = {}
    for _, tracked in kept:
        if tracked.kind:
            authors[tracked.author] = tracked.at or authors.get(tracked.author)
    old = "".join(words for words, tracked in kept if tracked.kind != "ins").strip()
    made = []
    for author, at in authors.items():
        new = "".join(words for words, tracked in kept if _stays(tracked, author)).strip()
        if new != old:
            made.append(Rewording(author, at, old, new))
    return made


def _stays(tracked: Tracked, author: str) -> bool:
    """Whether words stand when only this author's changes are accepted."""
    if tracked.author == author:
        return tracked.kind != "del"
    return tracked.kind != "ins"
