"""Working through many claims: several at once, their status, and bringing one back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from verifier.actions.base import LOCKED, Ledger, check_unlocked, edit
from verifier.actions.claims import CLAIM_FIELDS, check_claim, editable_claim
from verifier.errors import Invalid, NotAllowed, NotFound
from verifier.models import Claim
from verifier.states import ClaimStatus, Role

STATUS = ClaimStatus
OPEN_STATUSES = frozenset(
    {STATUS.UNSTARTED, STATUS.IN_PROGRESS, STATUS.CHANGES_REQUESTED, STATUS.READY_FOR_REVIEW}
)
REACHED_FROM: Mapping[ClaimStatus, frozenset[ClaimStatus]] = {
    STATUS.UNSTARTED: frozenset({STATUS.IN_PROGRESS, STATUS.DROPPED}),
    STATUS.IN_PROGRESS: OPEN_STATUSES | {STATUS.DROPPED, STATUS.CORRECTED},
    STATUS.DROPPED: OPEN_STATUSES,
    STATUS.PUBLISHED: frozenset({STATUS.APPROVED, STATUS.CORRECTED}),
    STATUS.CORRECTED: frozenset({STATUS.PUBLISHED}),
}
"""What may be set by hand, and from where; the others are an editor's decisions."""
EDITORS_SET = frozenset({STATUS.PUBLISHED, STATUS.CORRECTED})


@dataclass(frozen=True)
class SetStatus:
    """Move a claim on the board, where no review is needed for it."""

    claim_id: str
    status: ClaimStatus
    title: str = "set status"

    def do(self, ledger: Ledger) -> None:
        """Change the status."""
        claim = ledger.get(Claim, self.claim_id)
        if claim.status == self.status:
            return
        if self.status not in REACHED_FROM:
            raise NotAllowed(
                f"A claim becomes {_words(self.status)} by review.",
                "Submit it, or decide on it as an editor.",
            )
        if claim.status not in REACHED_FROM[self.status]:
            if claim.status in LOCKED:
                check_unlocked(claim)
            raise NotAllowed(
                f"C{claim.number} is {_words(claim.status)}: it cannot become "
                f"{_words(self.status)} from there.",
                f"It can from {', '.join(sorted(map(_words, REACHED_FROM[self.status])))}.",
            )
        if self.status in EDITORS_SET:
            ledger.require(Role.EDITOR)
        ledger.change(claim, {"status": self.status.value})


@dataclass(frozen=True)
class EditClaims:
    """Give several claims the same details, and put tags on them or take tags off."""

    claim_ids: tuple[str, ...]
    changes: Mapping[str, Any] = field(default_factory=dict)
    add_tags: tuple[str, ...] = ()
    remove_tags: tuple[str, ...] = ()
    title: str = "edit claims"

    def do(self, ledger: Ledger) -> None:
        """Change them all, or none where one is locked."""
        if "statement" in self.changes:
            raise Invalid("Claims do not share one statement.", "Merge them instead.")
        check_claim(self.changes)
        for claim_id in self.claim_ids:
            claim = editable_claim(ledger, claim_id)
            edit(ledger, Claim, claim_id, self.changes, CLAIM_FIELDS)
            tags = with_tags(claim.tags, self.add_tags)
            ledger.change(claim, {"tags": [tag for tag in tags if tag not in self.remove_tags]})


@dataclass(frozen=True)
class RestoreClaim:
    """Bring a withdrawn claim back, with everything that hangs on it."""

    claim_id: str
    title: str = "restore claim"

    def do(self, ledger: Ledger) -> None:
        """Clear the mark."""
        claim = ledger.session.get(Claim, self.claim_id)
        if claim is None or claim.case_id != ledger.case_id:
            raise NotFound("There is no such claim in the case.", "Look at the withdrawn ones.")
        ledger.change(claim, {"withdrawn_at": None})


def with_tags(tags: list[str], more: tuple[str, ...]) -> list[str]:
    """The tags with those that are not among them yet, in order, without empty ones."""
    return list(dict.fromkeys(tag.strip() for tag in (*tags, *more) if tag.strip()))


def _words(status: str) -> str:
    return status.replace("_", " ")
