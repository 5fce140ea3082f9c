"""Pages: as small pictures, two in a row, turned, by their number; regions marked on them."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot

from verifier.ui.controllers.controller import Controller, Parts
from verifier.ui.reader.canvas import ZoomMode
from verifier.ui.reader.view import ReaderView
from verifier.ui.tables_window import Tables


class Pages(Controller):
    """What is done with the pages of what is read."""

    number_wanted = Signal()
    """The number of a page is to be typed."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self.tables = Tables(self.shell, parts.window)

    @property
    def view(self) -> ReaderView | None:
        """What is read now."""
        return self.desk.pages

    @Slot()
    def toggle_thumbnails(self) -> None:
        """Show or hide the pages as small pictures; the lists come with them."""
        self.desk.toggle_thumbnails()
        if not self.desk.thumbnails.isHidden():
            self.desk.left.setVisible(True)
        self.desk.parts_changed.emit()

    @Slot()
    def fit_page(self) -> None:
        """As large as a whole page fits into the window."""
        if self.view is not None:
            self.view.set_zoom_mode(ZoomMode.PAGE)

    @Slot()
    def actual_size(self) -> None:
        """As large as on paper."""
        if self.view is not None:
            self.view.set_zoom(1.0)

    @Slot()
    def toggle_two(self) -> None:
        """Two pages in a row, or one."""
        if self.view is not None:
            self.view.set_columns(1 if self.view.columns() == 2 else 2)
            self.desk.parts_changed.emit()

    @Slot()
    def turn_right(self) -> None:
        """Turn all pages a quarter clockwise."""
        self._turn(90)

    @Slot()
    def turn_left(self) -> None:
        """Turn all pages a quarter counter-clockwise."""
        self._turn(-90)

    def _turn(self, degrees: int) -> None:
        if self.view is not None:
            self.view.set_rotation(self.view.rotation() + degrees)

    @Slot()
    def go_to_page(self) -> None:
        """Go where the number of a page is typed."""
        self.number_wanted.emit()

    @Slot()
    def show_tables(self) -> None:
        """Open the tables of the page that is read, or the one in the region that is marked."""
        tab = self.desk.reading
        if tab is not None:
            self.tables.open(tab)

    @Slot()
    def mark_region(self) -> None:
        """Take up the pen that marks a region, or put it away."""
        view = self.view
        if view is None:
            return
        if view.pen.can_draw:
            view.pen.take_up()
            view.setFocus()
        else:
            self.shell.tell_hint(
                self.tr(
                    "Regions can be marked on the pages of a PDF and on pictures; none shows here."
                )
            )
