"""Looking: which panels are shown, how large the document is, in which colours."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from verifier.ui.controllers.controller import Controller
from verifier.ui.reader.canvas import ZoomMode
from verifier.ui.tokens import ThemeMode


class Looking(Controller):
    """What changes the view and nothing else."""

    @Slot()
    def toggle_left(self) -> None:
        """Show or hide the lists."""
        self._toggle(self.desk.left)

    @Slot()
    def toggle_right(self) -> None:
        """Show or hide the inspector."""
        self._toggle(self.desk.inspector)

    @Slot()
    def toggle_table(self) -> None:
        """Show or hide the table of claims."""
        self.desk.want_table(not self.desk.wants_table)
        self.desk.parts_changed.emit()

    @Slot()
    def toggle_outline(self) -> None:
        """Show or hide the outline; the lists come with it."""
        self.desk.toggle_outline()
        if not self.desk.outline.isHidden():
            self.desk.left.setVisible(True)
        self.desk.parts_changed.emit()

    @Slot()
    def toggle_beside(self) -> None:
        """Show or hide the pane beside."""
        self.desk.toggle_beside()

    @Slot()
    def close_tab(self) -> None:
        """Put away what is looked at: a document, an item or a view of the whole case."""
        self.desk.close_tab()

    def _toggle(self, part: QWidget) -> None:
        self.desk.show_part(part, wanted=not part.isVisibleTo(self.desk))

    @Slot()
    def zoom_in(self) -> None:
        """Larger."""
        if self.desk.pages is not None:
            self.desk.pages.zoom_in()

    @Slot()
    def zoom_out(self) -> None:
        """Smaller."""
        if self.desk.pages is not None:
            self.desk.pages.zoom_out()

    @Slot()
    def fit_width(self) -> None:
        """As wide as the window."""
        if self.desk.pages is not None:
            self.desk.pages.set_zoom_mode(ZoomMode.WIDTH)

    @Slot()
    def theme_system(self) -> None:
        """The colours of the system."""
        self._use_theme(ThemeMode.SYSTEM)

    @Slot()
    def theme_light(self) -> None:
        """Light colours."""
        self._use_theme(ThemeMode.LIGHT)

    @Slot()
    def theme_dark(self) -> None:
        """Dark colours."""
        self._use_theme(ThemeMode.DARK)

    @Slot()
    def turn_theme(self) -> None:
        """Light where it is dark, dark where it is light."""
        self._use_theme(ThemeMode.LIGHT if self.shell.theme.tokens.dark else ThemeMode.DARK)

    def _use_theme(self, mode: ThemeMode) -> None:
        self.shell.theme.set_mode(mode)
        self.shell.remember(replace(self.shell.settings, theme=mode.value))
