"""Working through many claims by single keys: what to look at next, and turning small fields."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from verifier.actions.claims import EditClaim
from verifier.actions.triage import SetStatus
from verifier.queries.claims import ClaimRow
from verifier.states import ClaimStatus, Worth
from verifier.ui.shell import Shell

HIGHEST = 3
WORTH_AFTER = {"": Worth.YES, Worth.YES: Worth.PARTLY, Worth.PARTLY: Worth.NO, Worth.NO: ""}


def _open(shell: Shell) -> ClaimRow | None:
    line = shell.claims.get(shell.selection) if shell.is_open else None
    return line.claim if line is not None else None


def next_claim(shell: Shell) -> None:
    """Open the claim to be checked next: after the open one, else the first."""
    shell.drafts.settle()
    claim_id = shell.claims.to_check_after(shell.selection)
    if claim_id:
        shell.select(claim_id)
    else:
        shell.tell_hint(
            QCoreApplication.translate("Triage", "Nothing is left to check: every claim is rated.")
        )


def turn_worth(shell: Shell) -> None:
    """Worth checking: not said, yes, partly, no, and again."""
    claim = _open(shell)
    if claim is not None:
        wanted = str(WORTH_AFTER[Worth(claim.worth) if claim.worth else ""])
        text = QCoreApplication.translate("Triage", "set worth")
        shell.do(EditClaim(claim.id, {"worth": wanted}), text)


def turn_priority(shell: Shell) -> None:
    """A higher priority, after the highest none."""
    claim = _open(shell)
    if claim is not None:
        wanted = (claim.priority + 1) % (HIGHEST + 1)
        text = QCoreApplication.translate("Triage", "set priority")
        shell.do(EditClaim(claim.id, {"priority": wanted}), text)


def turn_assignee(shell: Shell) -> None:
    """Take the claim, or give it back."""
    claim = _open(shell)
    if claim is not None and shell.joins():
        mine = claim.assignee_id == shell.actor.id
        wanted = None if mine else shell.actor.id
        text = QCoreApplication.translate("Triage", "assign claim")
        shell.do(EditClaim(claim.id, {"assignee_id": wanted}), text)


def turn_dropped(shell: Shell) -> None:
    """Drop the claim, or take it up again."""
    claim = _open(shell)
    if claim is not None:
        dropped = claim.status == ClaimStatus.DROPPED
        wanted = ClaimStatus.IN_PROGRESS if dropped else ClaimStatus.DROPPED
        shell.do(SetStatus(claim.id, wanted), QCoreApplication.translate("Triage", "set status"))
