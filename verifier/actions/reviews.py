"""Comments in threads, and the review of a claim."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import select

from verifier.actions.assessments import check_rules, current_rating
from verifier.actions.base import Ledger, check_unlocked
from verifier.errors import Conflict, Invalid, NotAllowed
from verifier.ids import new_id
from verifier.models import Claim, Comment, Review
from verifier.states import ClaimStatus, Decision, Role

RESULT = {
    Decision.SUBMIT: ClaimStatus.READY_FOR_REVIEW,
    Decision.REQUEST_CHANGES: ClaimStatus.CHANGES_REQUESTED,
    Decision.APPROVE: ClaimStatus.APPROVED,
    Decision.REOPEN: ClaimStatus.IN_PROGRESS,
}
"""Where each decision leaves the claim."""
UNDER_RULES = frozenset({Decision.SUBMIT, Decision.APPROVE})
"""What a broken house rule may block."""
EDITORS_ONLY = frozenset({Decision.REQUEST_CHANGES, Decision.APPROVE, Decision.REOPEN})


@dataclass(frozen=True)
class AddComment:
    """Remark on a claim, or on a citation or assessment of it; or answer a remark."""

    claim_id: str
    text: str
    subject: str = "claim"
    subject_id: str = ""
    parent_id: str | None = None
    person_id: str | None = None
    """Who says it; the actor where it is `None`."""
    at: datetime | None = None
    id: str = field(default_factory=new_id)
    title: str = "add comment"

    def do(self, ledger: Ledger) -> None:
        """Add it; a locked claim may still be talked about."""
        if not self.text.strip():
            raise Invalid("The comment is empty.", "Write something.")
        ledger.get(Claim, self.claim_id)
        if self.parent_id is not None:
            ledger.get(Comment, self.parent_id)
        ledger.add(
            Comment(
                id=self.id,
                claim_id=self.claim_id,
                subject=self.subject,
                subject_id=self.subject_id or self.claim_id,
                parent_id=self.parent_id,
                person_id=self.person_id or ledger.actor.id,
                text=self.text.strip(),
            ),
            self.at,
        )


@dataclass(frozen=True)
class ResolveComment:
    """Mark a thread as settled, or open it again."""

    comment_id: str
    resolved: bool = True
    title: str = "resolve comment"

    def do(self, ledger: Ledger) -> None:
        """Set or clear the mark on the thread's first comment."""
        comment = ledger.get(Comment, self.comment_id)
        if self.resolved:
            ledger.change(comment, {"resolved_at": ledger.at, "resolved_by": ledger.actor.id})
        else:
            ledger.change(comment, {"resolved_at": None, "resolved_by": None})


@dataclass(frozen=True)
class EditComment:
    """Reword one's own comment."""

    comment_id: str
    text: str
    title: str = "edit comment"

    def do(self, ledger: Ledger) -> None:
        """Change the words."""
        if not self.text.strip():
            raise Invalid("The comment is empty.", "Write something, or withdraw it.")
        ledger.change(_own(ledger, self.comment_id), {"text": self.text.strip()})


@dataclass(frozen=True)
class WithdrawComment:
    """Take one's own comment back."""

    comment_id: str
    title: str = "withdraw comment"

    def do(self, ledger: Ledger) -> None:
        """Withdraw it; an answer to nothing would be left of a thread."""
        comment = _own(ledger, self.comment_id)
        answer = select(Comment.id).where(
            Comment.parent_id == comment.id, Comment.withdrawn_at.is_(None)
        )
        if ledger.session.scalar(answer.limit(1)) is not None:
            raise Conflict(
                "This comment has been answered.", "Reword it, or mark the thread as settled."
            )
        ledger.withdraw(comment)


@dataclass(frozen=True)
class ReviewClaim:
    """Submit a claim, or decide on it as an editor. Approval locks it; reopening unlocks."""

    claim_id: str
    decision: Decision
    text: str = ""
    checklist: Mapping[str, Any] = field(default_factory=dict)
    id: str = field(default_factory=new_id)
    title: str = "review claim"

    def do(self, ledger: Ledger) -> None:
        """Add the step and move the claim's status."""
        if self.decision in EDITORS_ONLY:
            ledger.require(Role.EDITOR)
        if self.decision is Decision.REQUEST_CHANGES and not self.text.strip():
            raise Invalid("Asking for changes needs words.", "Say what is to change.")
        claim = ledger.get(Claim, self.claim_id)
        if self.decision not in EDITORS_ONLY:
            check_unlocked(claim)
        if self.decision in UNDER_RULES:
            check_rules(ledger, self.claim_id, current_rating(ledger, self.claim_id))
        ledger.add(
            Review(
                id=self.id,
                claim_id=self.claim_id,
                person_id=ledger.actor.id,
                decision=self.decision.value,
                text=self.text.strip(),
                checklist=dict(self.checklist),
            )
        )
        ledger.change(claim, {"status": RESULT[self.decision].value})


def _own(ledger: Ledger, comment_id: str) -> Comment:
    comment = ledger.get(Comment, comment_id)
    if comment.person_id != ledger.actor.id:
        raise NotAllowed("This comment is somebody else's.", "Answer it instead.")
    return comment
