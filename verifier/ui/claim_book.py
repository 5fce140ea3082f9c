"""The claims of the open case as every list shows them: read once, then only what changed.

One reading for the whole window: a change to one claim reads that claim again, not ten thousand.
What the lists count (claims of a document, claims of a verdict) is kept up with each change, so
that nobody counts ten thousand lines for one.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from verifier.actions.base import Change
from verifier.errors import VerifierError
from verifier.queries import claims
from verifier.queries.claims import ClaimSummary
from verifier.ui.claim_order import ClaimOrder, verdict_of
from verifier.ui.jobs import Failed, Jobs, Progress
from verifier.ui.turns import next_turn
from verifier.workspace import Workspace

KINDS = frozenset({"Claim", "Highlight", "Assessment", "Citation", "Edition", "Evidence", "Source"})
MANY = 4000
"""Changed rows from which all claims are read again: asking for each would cost more."""
AT_ONCE = 1500
"""Claims that are read while a case is being opened; more are read beside the window."""
BEGINS_MS = 80
"""After the opening."""


__all__ = ["ClaimBook", "verdict_of"]


class ClaimBook(QObject):
    """Claims in the order of the documents, with what their line shows."""

    reset = Signal()
    """Everything may be different."""
    came = Signal()
    """All are there of a case that has very many."""
    updated = Signal(object)
    """frozenset of claim ids whose line is different, new or gone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._documents: dict[str, int] = {}
        self._held = ClaimOrder({}, ())
        self._round = 0
        self._missed: set[str] | None = None
        """Rows that changed while all claims are being read; None where nothing is being read."""
        self._since: set[str] | None = None
        """The same, while a job reads them after what it did."""
        self._moved: set[str] = set()
        """Documents that came or went, with the passages in them, since claims were read again."""
        self._turn = threading.Lock()
        """Held while all claims are being read from the file."""
        self._start: Callable[[], object] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(BEGINS_MS)
        self._timer.timeout.connect(self._start_reading)

    @property
    def verdicts(self) -> Counter[tuple[str, str]]:
        """How many claims have each verdict; unrated ones under two empty words."""
        return self._held.verdicts

    @property
    def is_reading(self) -> bool:
        """Whether the claims are still being read."""
        return self._missed is not None

    def __len__(self) -> int:
        return len(self._held.rows)

    def __contains__(self, claim_id: object) -> bool:
        return claim_id in self._held.rows

    def get(self, claim_id: str) -> ClaimSummary | None:
        """The line of a claim, if it stands."""
        return self._held.rows.get(claim_id)

    @property
    def ordered(self) -> tuple[ClaimSummary, ...]:
        """By place in the documents; claims without a passage last."""
        return self._held.ordered

    def in_document(self, document_id: str) -> list[ClaimSummary]:
        """The claims with a passage in a document, in their order."""
        found = self._held.in_documents.get(document_id, set())
        return [
            self._held.rows[claim_id]
            for claim_id in sorted(found, key=self._held.places.__getitem__)
        ]

    def are_in_order(self, claim_ids: Sequence[str]) -> bool:
        """Whether claims are named in the order of the documents; one that is gone is nowhere."""
        places = [self._held.places.get(claim_id) for claim_id in claim_ids]
        return all(a is not None and b is not None and a <= b for a, b in pairwise(places))

    def to_check_after(self, claim_id: str) -> str:
        """The claim to be checked after one, or first of all; empty where nothing is left."""
        return self._held.to_check_after(claim_id)

    def count_in(self, document_id: str) -> int:
        """How many claims have a passage in a document."""
        return len(self._held.in_documents.get(document_id, ()))

    def read(self, workspace: Workspace, document_ids: Iterable[str]) -> None:
        """Read all of them. The documents are given in their order."""
        self._documents = {name: place for place, name in enumerate(document_ids)}
        with workspace.reading() as session:
            found = claims.summaries(session, workspace.case_id)
        self._use(ClaimOrder(self._documents, found))

    def begin(
        self, workspace: Workspace, document_ids: Iterable[str], jobs: Jobs, failed: Failed
    ) -> None:
        """Read the claims of a case that is being opened; very many of them in the background.

        `failed` is told why those could not be read.
        """
        with workspace.reading() as session:
            many = claims.count(session, workspace.case_id) > AT_ONCE
        if not many:
            self.read(workspace, document_ids)
            return
        documents = self._documents = {name: place for place, name in enumerate(document_ids)}
        self._use(ClaimOrder(documents, ()))
        self._round += 1
        self._missed, now = set(), self._round

        def work(_progress: Progress, _cancelled: Callable[[], bool]) -> ClaimOrder:
            with self._turn:
                if now != self._round:
                    return ClaimOrder({}, ())
                with workspace.reading() as session:
                    found = claims.summaries(session, workspace.case_id)
            return ClaimOrder(documents, found)

        def then(read: ClaimOrder) -> None:
            if now == self._round:
                missed, self._missed = self._missed or set(), None
                self._show_read(workspace, read, missed)
                self.came.emit()

        def fail(error: VerifierError) -> None:
            if now == self._round:
                self._missed = None
                failed(error)

        # The page that was read last comes first: threads of one program wait for each other.
        self._start = partial(jobs.run, "", work, then, fail)
        self._timer.start()

    def reader(self, workspace: Workspace) -> Callable[[], ClaimOrder]:
        """Reads all claims in whatever thread it is called; `take` then shows them."""
        documents, self._since = self._documents, set()

        def read() -> ClaimOrder:
            with workspace.reading() as session:
                return ClaimOrder(documents, claims.summaries(session, workspace.case_id))

        return read

    def take(self, workspace: Workspace, read: ClaimOrder) -> None:
        """Show claims that were read elsewhere, and read again what has changed since."""
        since, self._since = self._since or set(), None
        self._show_read(workspace, read, since)

    def _show_read(self, workspace: Workspace, read: ClaimOrder, missed: Collection[str]) -> None:
        next_turn(self, partial(_let_go, self._held))
        self._held = read
        if read.documents != self._documents:
            self._held = ClaimOrder(self._documents, read.rows.values())
        if missed:
            self._read_again(workspace, missed)
        self.reset.emit()

    @Slot()
    def _start_reading(self) -> None:
        start, self._start = self._start, None
        if start is not None:
            start()

    def _use(self, lines: ClaimOrder) -> None:
        self._held = lines
        self.reset.emit()

    def use_documents(self, document_ids: Iterable[str]) -> None:
        """The documents are these now, in this order."""
        documents = {name: place for place, name in enumerate(document_ids)}
        if documents != self._documents:
            self._moved |= documents.keys() ^ self._documents.keys()
            self._documents = documents
            self._held = ClaimOrder(documents, self._held.rows.values())
        self.reset.emit()

    def clear(self) -> None:
        """No case is open. What is still being read is waited for: its file is to be closed."""
        self._round += 1
        self._timer.stop()
        self._start = None
        with self._turn:
            self._missed = None
        self._use(ClaimOrder({}, ()))

    def follow(self, workspace: Workspace, change: Change) -> None:
        """Read again what a change touched."""
        moved, self._moved = self._moved, set()
        if not (change.kinds & KINDS or moved):
            return
        touched_ids = change.ids | change.claims | moved
        for missed in (self._missed, self._since):
            if missed is not None:
                missed |= touched_ids
        if len(change.ids) > MANY and not self.is_reading:
            self.read(workspace, list(self._documents))
            return
        touched = self._read_again(workspace, touched_ids)
        if touched:
            self.updated.emit(touched)

    def question(self, change: Change) -> Callable[[Any, str], object] | None:
        """What `follow` is going to ask about a change, if anything."""
        if not change.kinds & KINDS or len(change.ids) > MANY:
            return None
        return partial(_lines_of, ids=change.ids | change.claims)

    def _read_again(self, workspace: Workspace, ids: Collection[str]) -> frozenset[str]:
        with workspace.reading() as session:
            touched, found = _lines_of(session, workspace.case_id, ids)
        for claim_id in touched:
            self._held.drop(claim_id)
        for line in found:
            self._held.add(line)
        return touched


def _lines_of(
    session: Any, case_id: str, ids: Collection[str]
) -> tuple[frozenset[str], tuple[ClaimSummary, ...]]:
    """The claims that rows are or belong to, and the lines of those that stand."""
    touched = claims.claims_of(session, case_id, ids)
    if not touched:
        return touched, ()
    return touched, claims.summaries(session, case_id, claim_ids=touched)


def _let_go(_lines: ClaimOrder) -> None:
    """Hold lines until now: to free ten thousand is a pause, which is to be one of its own."""
