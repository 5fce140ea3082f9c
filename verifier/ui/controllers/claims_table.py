"""The table of all claims: going there, its views, grouping, columns, and writing it down."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot

from verifier.ui.controllers.controller import Controller
from verifier.ui.table.claims_table import ClaimsTable


class TableOfClaims(Controller):
    """What is done with the table; it is shown for that."""

    def _shown(self) -> ClaimsTable:
        if not self.desk.table.isVisible():
            self.desk.show_table()
        return self.desk.table

    @Slot()
    def focus(self) -> None:
        """Go to the lines of the table."""
        table = self._shown()
        table.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not table.view.currentIndex().isValid() and table.model.rowCount():
            table.view.setCurrentIndex(table.model.index(0, 0))

    @Slot()
    def views(self) -> None:
        """Offer the views there are."""
        self._shown().head.offer_views()

    @Slot()
    def keep(self) -> None:
        """Ask for a name, and keep what is shown under it."""
        self._shown().head.ask_name()

    @Slot()
    def groups(self) -> None:
        """Offer what the claims can be grouped by."""
        self._shown().head.offer_groups()

    @Slot()
    def columns(self) -> None:
        """Offer the columns."""
        self._shown().head.offer_columns()

    @Slot()
    def export(self) -> None:
        """Write the lines that are shown as CSV."""
        self._shown().export()
