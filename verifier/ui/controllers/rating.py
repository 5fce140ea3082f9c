"""Rating and triage: one key for each field."""

from __future__ import annotations

from PySide6.QtCore import Slot

from verifier.ui import triage
from verifier.ui.choices import Choices
from verifier.ui.controllers.controller import Controller


class Rating(Controller):
    """Verdicts, confidence, and what is to be checked next."""

    @Slot(int)
    def verdict(self, at: int) -> None:
        """Give the verdict at this place of its scale, or take it back."""
        _press(self.desk.inspector.rating.verdict, at)

    @Slot(int)
    def confidence(self, at: int) -> None:
        """Give the confidence at this place of its scale, or take it back."""
        _press(self.desk.inspector.rating.confidence, at)

    @Slot()
    def next_to_check(self) -> None:
        """Go to the claim that is to be checked next."""
        triage.next_claim(self.shell)

    @Slot()
    def turn_worth(self) -> None:
        """Worth checking: yes, partly, no."""
        triage.turn_worth(self.shell)

    @Slot()
    def turn_priority(self) -> None:
        """A higher priority, after the highest none."""
        triage.turn_priority(self.shell)

    @Slot()
    def turn_assignee(self) -> None:
        """Take the claim, or give it back."""
        triage.turn_assignee(self.shell)

    @Slot()
    def turn_dropped(self) -> None:
        """Drop the claim, or take it up again."""
        triage.turn_dropped(self.shell)


def _press(choices: Choices, at: int) -> None:
    if at < len(choices.buttons) and choices.isEnabled():
        choices.buttons[at].click()
