"""Finding: in the document in front, across the case, and by the palette."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence

from verifier.ui.commands.table import COMMANDS
from verifier.ui.controllers.controller import Controller, Parts
from verifier.ui.palette import Entry, Palette
from verifier.ui.panels.documents import media_icon
from verifier.ui.search_panel import SearchPanel


class Finding(Controller):
    """What is found by typing words."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self.palette = Palette(self.shell, self.entries, parts.window)
        self.search = SearchPanel(self.shell, parts.window)
        self.search.wanted.connect(self.desk.show_hit)

    @Slot()
    def words(self) -> None:
        """Open the bar that finds in the document in front."""
        self.desk.find_bar.attach(self.desk.reading)
        self.desk.find_bar.open_bar()

    @Slot()
    def next(self) -> None:
        """Go to the next find."""
        self._step(self.desk.find_bar.go_next)

    @Slot()
    def previous(self) -> None:
        """Go to the find before."""
        self._step(self.desk.find_bar.go_previous)

    def _step(self, step: Callable[[], None]) -> None:
        if self.desk.find_bar.isHidden():
            self.desk.find_bar.open_bar()
        else:
            step()

    @Slot()
    def across(self) -> None:
        """Search everything in the case."""
        self.search.open_panel()

    @Slot()
    def open_palette(self) -> None:
        """Go to something, or do something, by typing a few letters of it."""
        self.palette.open_panel()

    def entries(self) -> Iterator[Entry]:
        """What can be done now, and the documents and claims there are."""
        actions = self.parts.actions
        for command in COMMANDS:
            action = actions[command.id]
            if action.isEnabled() and action.isVisible() and command.id != "palette":
                text = action.text().replace("&", "").rstrip("…")
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                yield Entry(text, keys, command.icon, partial(actions.run, command.id))
        for document in self.shell.documents:
            show = partial(self._show_document, document.id)
            yield Entry(document.title, self.tr("Document"), media_icon(document.media_type), show)
        for line in self.shell.claims.ordered:
            claim = line.claim
            words = f"{claim.label}  {' '.join(claim.statement.split())}"
            chip = self.desk.claims.lines.chip(line)
            select = partial(self.shell.select, claim.id)
            yield Entry(words, chip.text, "highlighter", select)

    def _show_document(self, document_id: str) -> None:
        self.desk.show_document(document_id, self._focus_document)

    def _focus_document(self) -> None:
        if self.desk.current is not None:
            self.desk.current.view.setFocus()
