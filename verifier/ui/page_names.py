"""What the pages of the open case are called, in every place of the window alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from verifier.errors import Unreachable
from verifier.queries.documents import page_labels
from verifier.text.page_names import NUMBERS, PageNames

if TYPE_CHECKING:
    from verifier.ui.shell import Shell


def place_among(names: PageNames, number: int, pages: int) -> str:
    """Which page of how many one is, beside its name: (4 of 320); / 320 where that says it."""
    if not names.own(number):
        return f"/ {pages}"
    words = QCoreApplication.translate("PageNames", "(%1 of %2)")
    return words.replace("%1", str(number)).replace("%2", str(pages))


class NamedPages:
    """The names of pages of the case's editions and evidence, each text read once."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._known: dict[str, PageNames] = {}
        shell.closed.connect(self._known.clear)

    def of(self, owner_id: str) -> PageNames:
        """The pages of an edition, or of an item of the locker; their file never changes.

        As long as a server does not answer they are called by their numbers.
        """
        if owner_id not in self._known:
            try:
                self._known[owner_id] = PageNames(self._shell.read(page_labels, owner_id))
            except Unreachable:
                return NUMBERS
        return self._known[owner_id]

    def name(self, owner_id: str, number: int) -> str:
        """What one page is called."""
        return self.of(owner_id).of(number)
