"""The lines of claims in their order, with what the lists count, kept up as lines come and go.

Knows no Qt: ten thousand lines are put in order in another thread than the window's.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from verifier.queries.claims import ClaimSummary
from verifier.queries.triage import Urgency, urgency, waits

Place = tuple[int, int, int, int]
"""Document, start and stop of the first passage, number: the order of the claims."""


Turn = tuple[Urgency, str]
"""When a claim is to be checked, and its id."""


def _turn_of(line: ClaimSummary) -> Turn:
    return urgency(line.claim), line.claim.id


def verdict_of(line: ClaimSummary) -> tuple[str, str]:
    """Scale and code of a claim's verdict; both empty where there is none."""
    rated = line.assessment
    return (rated.verdict_scale, rated.verdict) if rated and rated.verdict else ("", "")


class ClaimOrder:
    """Lines by the place of their first passage; `documents` tells the order of documents."""

    def __init__(self, documents: Mapping[str, int], lines: Iterable[ClaimSummary]) -> None:
        self.documents = documents
        self.rows = {line.claim.id: line for line in lines}
        self.places = {name: self._place(line) for name, line in self.rows.items()}
        self._order = sorted((place, name) for name, place in self.places.items())
        self._ordered: tuple[ClaimSummary, ...] | None = None
        self._turns: list[Turn] | None = None
        self.verdicts = Counter(map(verdict_of, self.rows.values()))
        """How many claims have each verdict; unrated ones under two empty words."""
        self.in_documents: defaultdict[str, set[str]] = defaultdict(set)
        for name, line in self.rows.items():
            for highlight in line.highlights:
                self.in_documents[highlight.document_id].add(name)

    @property
    def ordered(self) -> tuple[ClaimSummary, ...]:
        """All lines."""
        if self._ordered is None:
            rows = self.rows
            self._ordered = tuple([rows[claim_id] for _, claim_id in self._order])
        return self._ordered

    @property
    def turns(self) -> list[Turn]:
        """The claims that are still to be checked, the next one first."""
        if self._turns is None:
            self._turns = sorted(_turn_of(line) for line in self.rows.values() if waits(line))
        return self._turns

    def drop(self, claim_id: str) -> None:
        """A line goes, if it is there."""
        line = self.rows.pop(claim_id, None)
        if line is None:
            return
        self._ordered = None
        place = self.places.pop(claim_id)
        del self._order[bisect_left(self._order, (place, claim_id))]
        if self._turns is not None and waits(line):
            del self._turns[bisect_left(self._turns, _turn_of(line))]
        self.verdicts[verdict_of(line)] -= 1
        for highlight in line.highlights:
            self.in_documents[highlight.document_id].discard(claim_id)

    def add(self, line: ClaimSummary) -> None:
        """A line comes."""
        self._ordered = None
        claim_id = line.claim.id
        self.rows[claim_id] = line
        place = self.places[claim_id] = self._place(line)
        insort(self._order, (place, claim_id))
        if self._turns is not None and waits(line):
            insort(self._turns, _turn_of(line))
        self.verdicts[verdict_of(line)] += 1
        for highlight in line.highlights:
            self.in_documents[highlight.document_id].add(claim_id)

    def to_check_after(self, claim_id: str) -> str:
        """The claim to be checked after one, or first of all; empty where nothing is left."""
        turns, line = self.turns, self.rows.get(claim_id)
        if not turns:
            return ""
        at = bisect_right(turns, _turn_of(line)) if line is not None and waits(line) else 0
        return turns[at % len(turns)][1]

    def _place(self, line: ClaimSummary) -> Place:
        number, highlights = line.claim.number, line.highlights
        last = len(self.documents)
        if len(highlights) == 1:
            (only,) = highlights
            return (self.documents.get(only.document_id, last), only.start, only.stop, number)
        places = [(self.documents.get(h.document_id, last), h.start, h.stop) for h in highlights]
        return (*min(places, default=(last + 1, 0, 0)), number)
