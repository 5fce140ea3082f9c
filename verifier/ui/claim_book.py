"""The claims of the open case as every list shows them: read once, then only what changed.

One reading for the whole window: a change to one claim reads that claim again, not ten thousand.
What the lists count (claims of a document, claims of a verdict) is kept up with each change, so
that nobody counts ten thousand lines for one.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import QObject, Signal

from verifier.actions.base import Change
from verifier.queries import claims
from verifier.queries.claims import ClaimSummary
from verifier.workspace import Workspace

KINDS = frozenset({"Claim", "Highlight", "Assessment", "Citation", "Edition", "Evidence", "Source"})
MANY = 4000
"""Changed rows from which all claims are read again: asking for each would cost more."""
Place = tuple[int, int, int, int]
"""Document, start and stop of the first passage, number: the order of the claims."""


def verdict_of(line: ClaimSummary) -> tuple[str, str]:
    """Scale and code of a claim's verdict; both empty where there is none."""
    rated = line.assessment
    return (rated.verdict_scale, rated.verdict) if rated and rated.verdict else ("", "")


class ClaimBook(QObject):
    """Claims in the order of the documents, with what their line shows."""

    reset = Signal()
    """Everything may be different."""
    updated = Signal(object)
    """frozenset of claim ids whose line is different, new or gone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.verdicts: Counter[tuple[str, str]] = Counter()
        """How many claims have each verdict; unrated ones under two empty words."""
        self._rows: dict[str, ClaimSummary] = {}
        self._documents: dict[str, int] = {}
        self._in_documents: defaultdict[str, set[str]] = defaultdict(set)
        self._places: dict[str, Place] = {}
        self._order: list[tuple[Place, str]] = []
        self._ordered: tuple[ClaimSummary, ...] | None = ()

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, claim_id: object) -> bool:
        return claim_id in self._rows

    def get(self, claim_id: str) -> ClaimSummary | None:
        """The line of a claim, if it stands."""
        return self._rows.get(claim_id)

    @property
    def ordered(self) -> tuple[ClaimSummary, ...]:
        """By place in the documents; claims without a passage last."""
        if self._ordered is None:
            rows = self._rows
            self._ordered = tuple([rows[claim_id] for _, claim_id in self._order])
        return self._ordered

    def in_document(self, document_id: str) -> list[ClaimSummary]:
        """The claims with a passage in a document, in their order."""
        found = self._in_documents.get(document_id, set())
        return [self._rows[claim_id] for claim_id in sorted(found, key=self._places.__getitem__)]

    def are_in_order(self, claim_ids: Sequence[str]) -> bool:
        """Whether claims are named in the order of the documents; one that is gone is nowhere."""
        places = [self._places.get(claim_id) for claim_id in claim_ids]
        return all(a is not None and b is not None and a <= b for a, b in pairwise(places))

    def count_in(self, document_id: str) -> int:
        """How many claims have a passage in a document."""
        return len(self._in_documents.get(document_id, ()))

    def read(self, workspace: Workspace, document_ids: Iterable[str]) -> None:
        """Read all of them. The documents are given in their order."""
        self._documents = {name: place for place, name in enumerate(document_ids)}
        with workspace.reading() as session:
            found = claims.summaries(session, workspace.case_id)
        self._take(found)
        self.reset.emit()

    def use_documents(self, document_ids: Iterable[str]) -> None:
        """The documents are these now, in this order."""
        documents = {name: place for place, name in enumerate(document_ids)}
        if documents != self._documents:
            self._documents = documents
            self._take(self._rows.values())
        self.reset.emit()

    def clear(self) -> None:
        """No case is open."""
        self._take(())
        self.reset.emit()

    def follow(self, workspace: Workspace, change: Change) -> None:
        """Read again what a change touched."""
        if not change.kinds & KINDS:
            return
        if len(change.ids) > MANY:
            self.read(workspace, list(self._documents))
            return
        with workspace.reading() as session:
            touched = claims.claims_of(session, workspace.case_id, change.ids)
            found = claims.summaries(session, workspace.case_id, claim_ids=touched)
        for claim_id in touched:
            self._drop(claim_id)
        for line in found:
            self._add(line)
        if touched:
            self._ordered = None
            self.updated.emit(touched)

    # Keeping the counts

    def _take(self, lines: Iterable[ClaimSummary]) -> None:
        self._rows = {line.claim.id: line for line in lines}
        self._places = {name: self._place(line) for name, line in self._rows.items()}
        self._order = sorted((place, name) for name, place in self._places.items())
        self._ordered = None
        self.verdicts = Counter(map(verdict_of, self._rows.values()))
        self._in_documents.clear()
        for name, line in self._rows.items():
            for highlight in line.highlights:
                self._in_documents[highlight.document_id].add(name)

    def _drop(self, claim_id: str) -> None:
        line = self._rows.pop(claim_id, None)
        if line is None:
            return
        place = self._places.pop(claim_id)
        del self._order[bisect_left(self._order, (place, claim_id))]
        self.verdicts[verdict_of(line)] -= 1
        for highlight in line.highlights:
            self._in_documents[highlight.document_id].discard(claim_id)

    def _add(self, line: ClaimSummary) -> None:
        claim_id = line.claim.id
        self._rows[claim_id] = line
        place = self._places[claim_id] = self._place(line)
        insort(self._order, (place, claim_id))
        self.verdicts[verdict_of(line)] += 1
        for highlight in line.highlights:
            self._in_documents[highlight.document_id].add(claim_id)

    def _place(self, line: ClaimSummary) -> Place:
        number, highlights = line.claim.number, line.highlights
        last = len(self._documents)
        if len(highlights) == 1:
            (only,) = highlights
            return (self._documents.get(only.document_id, last), only.start, only.stop, number)
        places = [(self._documents.get(h.document_id, last), h.start, h.stop) for h in highlights]
        return (*min(places, default=(last + 1, 0, 0)), number)
