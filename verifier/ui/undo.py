"""What was done to the case, as an entry of Qt's undo stack.

Undoing is not this entry's own code: the workspace reverses what was done and answers with what
that did, which in turn is what redoing reverses. The entry is turned afterwards.
"""

from __future__ import annotations

from PySide6.QtGui import QUndoCommand

from verifier.actions.base import Done
from verifier.errors import VerifierError

ALONE, MERGES = -1, 1


class DoneCommand(QUndoCommand):
    """One entry of the Edit menu. Where it can no longer be undone it drops out of the stack."""

    def __init__(self, done: Done, text: str, merge: str) -> None:
        super().__init__(text)
        self.done = done
        self.merge = merge
        self._is_new = True
        self.outcome: Done | VerifierError | None = None
        """What reversing it did, or why it never can be; told before the entry is turned."""

    def redo(self) -> None:
        """Do it again; nothing at the first time, when it is done already."""
        if self._is_new:
            self._is_new = False
        else:
            self._turn()

    def undo(self) -> None:
        """Take it back."""
        self._turn()

    def id(self) -> int:
        """Entries of one kind may be merged by the stack; those without a key never are."""
        return MERGES if self.merge else ALONE

    def mergeWith(self, later: QUndoCommand) -> bool:
        """Take what came after it into the same entry: a sentence typed in several breaths.

        An entry that comes to nothing so leaves the stack: the typing was taken back in its field.
        """
        if not isinstance(later, DoneCommand) or later.merge != self.merge:
            return False
        both = self.done.with_later(later.done)
        if both is None:
            return False
        self.done = both
        self.setObsolete(both.is_nothing)
        return True

    def _turn(self) -> None:
        outcome, self.outcome = self.outcome, None
        assert outcome is not None
        if isinstance(outcome, VerifierError):
            self.setObsolete(True)
        else:
            self.done = outcome
            self.merge = ""
