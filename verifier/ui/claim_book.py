"""The claims of the open case as every list shows them: read once, then only what changed.

One reading for the whole window: a change to one claim reads that claim again, not ten thousand.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from verifier.actions.base import Change
from verifier.queries import claims
from verifier.queries.claims import ClaimSummary
from verifier.workspace import Workspace

KINDS = frozenset({"Claim", "Highlight", "Assessment", "Citation", "Edition"})
WHOLE = frozenset({"Document", "Edition", "Case"})
"""What moves so many claims that all are read again."""


class ClaimBook(QObject):
    """Claims in the order of the documents, with what their line shows."""

    reset = Signal()
    """Everything may be different."""
    updated = Signal(object)
    """frozenset of claim ids whose line is different, new or gone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, ClaimSummary] = {}
        self._documents: dict[str, int] = {}
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
            self._ordered = tuple(sorted(self._rows.values(), key=self._place))
        return self._ordered

    def in_document(self, document_id: str) -> list[ClaimSummary]:
        """The claims with a passage in a document."""
        return [
            row for row in self.ordered if any(h.document_id == document_id for h in row.highlights)
        ]

    def read(self, workspace: Workspace, document_ids: Iterable[str]) -> None:
        """Read all of them. The documents are given in their order."""
        self._documents = {name: place for place, name in enumerate(document_ids)}
        with workspace.reading() as session:
            found = claims.summaries(session, workspace.case_id)
        self._rows = {row.claim.id: row for row in found}
        self._ordered = None
        self.reset.emit()

    def clear(self) -> None:
        """No case is open."""
        self._rows, self._ordered = {}, ()
        self.reset.emit()

    def follow(self, workspace: Workspace, change: Change) -> None:
        """Read again what a change touched."""
        if not change.kinds & KINDS:
            return
        with workspace.reading() as session:
            touched = claims.claims_of(session, workspace.case_id, change.ids)
            found = claims.summaries(session, workspace.case_id, claim_ids=touched)
        fresh = {row.claim.id: row for row in found}
        before = {name: self._rows.get(name) for name in touched}
        for name in touched:
            if name in fresh:
                self._rows[name] = fresh[name]
            else:
                self._rows.pop(name, None)
        if any(self._moves(before[name], fresh.get(name)) for name in touched):
            self._ordered = None
        elif self._ordered is not None:
            self._ordered = tuple(fresh.get(row.claim.id, row) for row in self._ordered)
        if touched:
            self.updated.emit(touched)

    def _moves(self, before: ClaimSummary | None, after: ClaimSummary | None) -> bool:
        if before is None or after is None:
            return True
        return self._place(before) != self._place(after)

    def _place(self, row: ClaimSummary) -> tuple[int, int, int, int]:
        last = len(self._documents)
        places = [
            (self._documents.get(h.document_id, last), h.start, h.stop) for h in row.highlights
        ]
        return (*min(places, default=(last + 1, 0, 0)), row.claim.number)
