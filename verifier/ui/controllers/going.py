"""Going: to the next claim or page, to a view of the whole case, to a panel."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot

from verifier.ui.commands.go_menu import PLACES
from verifier.ui.controllers.controller import Controller

BY_KEY = Qt.FocusReason.ShortcutFocusReason


class Going(Controller):
    """What brings something else to the front."""

    @Slot()
    def back(self) -> None:
        """Go back to where a link, a search or a claim was followed."""
        self.desk.way_back.back()

    @Slot()
    def forward(self) -> None:
        """Go again where it was come back from."""
        self.desk.way_back.forward()

    @Slot()
    def next_claim(self) -> None:
        """Go to the next claim."""
        self.desk.claims.step(1)

    @Slot()
    def previous_claim(self) -> None:
        """Go to the previous claim."""
        self.desk.claims.step(-1)

    @Slot()
    def next_page(self) -> None:
        """Turn the page."""
        self.step_page(1)

    @Slot()
    def previous_page(self) -> None:
        """Turn the page back."""
        self.step_page(-1)

    @Slot(int)
    def step_page(self, by: int) -> None:
        """Turn as many pages."""
        view = self.desk.pages
        if view is not None:
            view.turn_to_page(view.current_page() + by * view.columns())

    @Slot(str)
    def to_page(self, name: str) -> None:
        """Go to the page that is called so, or has this number, from 1."""
        view = self.desk.pages
        if view is None:
            return
        number = view.names.number_of(name)
        if number is None:
            words = self.tr("There is no page “%1”.")
            self.shell.tell_hint(words.replace("%1", name.strip()))
            return
        view.go_to_page(number)
        view.setFocus()

    @Slot(int)
    def show_place(self, at: int) -> None:
        """Show a view of the whole case."""
        self.desk.show_place(PLACES[at][0])

    @Slot()
    def filter_claims(self) -> None:
        """Go to the filter of the claims."""
        self.desk.show_part(self.desk.left, wanted=True)
        self.desk.claims.filter.setFocus(BY_KEY)

    @Slot()
    def focus_document(self) -> None:
        """Go to the document; from a view of the whole case, to the one that was read last."""
        if self.desk.current is None and self.desk.documents.marked:
            self.desk.show_document(self.desk.documents.marked, self._focus_current)
        elif self.desk.current is not None:
            self._focus_current()
        else:
            self.shell.tell_hint(self.tr("There is no document yet: import one (Ctrl+I)."))

    def _focus_current(self) -> None:
        if self.desk.current is not None:
            self.desk.current.view.setFocus(BY_KEY)
