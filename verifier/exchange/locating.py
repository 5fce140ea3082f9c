"""Which document a file of annotations speaks of, and where its passages stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from verifier.actions.claims import Passage
from verifier.exchange.entries import DocumentEntry, HighlightEntry
from verifier.exchange.places import NOWHERE, Places
from verifier.queries.documents import DocumentRow
from verifier.states import Anchoring
from verifier.text.anchoring import Anchor, Anchorer, AnchorStatus
from verifier.text.selectors import PositionSelector, QuoteSelector, Selectors, describe

FOUND = {
    AnchorStatus.EXACT: Anchoring.EXACT,
    AnchorStatus.MOVED: Anchoring.MOVED,
    AnchorStatus.FUZZY: Anchoring.FUZZY,
}
WHY = {
    AnchorStatus.AMBIGUOUS: "it stands in several places and nothing tells which is meant",
    AnchorStatus.GONE: "the text does not contain it",
}
BETTER = (
    AnchorStatus.GONE,
    AnchorStatus.AMBIGUOUS,
    AnchorStatus.FUZZY,
    AnchorStatus.MOVED,
    AnchorStatus.EXACT,
)
"""Worst first."""

NO_PLACES: Mapping[str, Places] = {}


@dataclass(frozen=True, slots=True)
class Place:
    """A passage that was found, or in which file it was not, and why."""

    passage: Passage | None
    file: str = ""
    why: str = ""


class Locator:
    """Finds passages in the documents of a case; `texts` and `places` are by their ids."""

    def __init__(
        self,
        documents: Sequence[DocumentRow],
        texts: Mapping[str, str],
        said: DocumentEntry | None,
        places: Mapping[str, Places] = NO_PLACES,
    ) -> None:
        self.document = spoken_of(documents, said)
        """The one document that the file speaks of; `None` where it may be any."""
        self._places = places
        self._documents = documents if self.document is None else (self.document,)
        self._texts = {row.id: Anchorer(texts[row.id]) for row in self._documents}

    def find(self, entry: HighlightEntry) -> Place:
        """The place where the passage fits best."""
        position = None
        if entry.start is not None and entry.stop is not None:
            position = PositionSelector(entry.start, entry.stop)
        selectors = Selectors(QuoteSelector(entry.quote, entry.prefix, entry.suffix), position)
        best, where = Anchor(None, AnchorStatus.GONE), self.document
        for row in self._documents:
            anchor = self._texts[row.id].locate(selectors)
            if _rank(anchor) > _rank(best):
                best, where = anchor, row
        if where is None:
            return Place(None, why="no document of the case contains it")
        if best.range is None:
            return Place(None, where.file_name, WHY[best.status])
        words = describe(self._texts[where.id].text, best.range).quote
        return Place(
            Passage(
                where.edition_id,
                best.range,
                words.quote,
                words.prefix,
                words.suffix,
                self._places.get(where.id, NOWHERE).rectangles(best.range),
                anchoring=FOUND[best.status],
            )
        )


def spoken_of(documents: Sequence[DocumentRow], said: DocumentEntry | None) -> DocumentRow | None:
    """The document that is meant: by hash, else by name, else the only one there is."""
    if said is not None:
        for row in documents:
            if said.sha256 and said.sha256 == row.sha256:
                return row
        for row in documents:
            if row.file_name == said.file or (said.title and row.title == said.title):
                return row
    return documents[0] if len(documents) == 1 else None


def _rank(anchor: Anchor) -> tuple[int, float]:
    """Better anchors compare greater."""
    return BETTER.index(anchor.status), anchor.score
