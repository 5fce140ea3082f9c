"""Find in the document in front: the bar under it."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from verifier.text.finding import Finder, FindOptions, Finds
from verifier.ui.document_tab import DocumentTab
from verifier.ui.evidence_tab import EvidenceTab
from verifier.ui.find_results import FindResults, where_in
from verifier.ui.icons import icon
from verifier.ui.latest import Latest
from verifier.ui.shell import Shell
from verifier.ui.told import told
from verifier.ui.widgets import frame, label, tool_button

MARGIN, GAP = 12, 4
USUAL_FIELD, LEAST_FIELD = 240, 100
"""Pixels of the field in one line with all else, and at least."""


class FindBar(QWidget):
    """A field, how to compare, how many there are, and steps from one to the next."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._tab: DocumentTab | EvidenceTab | None = None
        self._finder: Finder | None = None
        self._finds = Finds()
        self._current: int | None = None
        self._latest: Latest[Finds] = Latest(self, shell.jobs, self._show, shell.tell_error)
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("Find in the document"))
        self.field.setPlaceholderText(self.tr("Find in the document"))
        self.field.setClearButtonEnabled(True)
        self.field.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.field.setMinimumWidth(LEAST_FIELD)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._ask)
        self.match_case = self._option("Aa", self.tr("Match upper and lower case"))
        self.match_accents = self._option("é", self.tr("Match accents"))
        self.whole_words = self._option("“ab”", self.tr("Whole words only"))
        self.regular = self._option(".*", self.tr("Regular expression"))
        self.count = label("", "muted")
        self.count.setMinimumWidth(110)
        self.listing = tool_button("list", self.tr("Show what was found as a list"))
        self.listing.setCheckable(True)
        self.listing.setChecked(True)
        self.listing.toggled.connect(self._show_list)
        self.results = FindResults(shell)
        self.results.chosen.connect(self.go_to)
        self.results.installEventFilter(self)
        self.previous = tool_button("chevron-up", self.tr("Previous (Shift+F3)"))
        self.next = tool_button("chevron-down", self.tr("Next (F3)"))
        self.close_button = tool_button("x", self.tr("Close (Esc)"))
        self.previous.clicked.connect(self.go_previous)
        self.next.clicked.connect(self.go_next)
        self.close_button.clicked.connect(self.close_bar)
        self._build()
        self.hide()

    def _option(self, text: str, name: str) -> QToolButton:
        made = QToolButton()
        made.setText(text)
        made.setToolTip(name)
        made.setAccessibleName(name)
        made.setCheckable(True)
        made.toggled.connect(self._ask)
        return made

    def _build(self) -> None:
        panel = frame("window")
        options = (self.match_case, self.match_accents, self.whole_words, self.regular)
        self._how = _beside(*options, self.count)
        self._steps = _beside(self.previous, self.next, self.listing, self.close_button)
        self._lines = QGridLayout(panel)
        self._lines.setContentsMargins(MARGIN, 6, MARGIN, 6)
        self._lines.setSpacing(GAP)
        self._lines.setColumnStretch(0, 1)
        self._lines.addWidget(self.field, 0, 0)
        self._lines.addWidget(self._how, 0, 1)
        self._lines.addWidget(self._steps, 0, 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.results)
        whole.addWidget(panel)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where one line has no room, how to compare stands below the field."""
        super().resizeEvent(event)
        others = self._how.sizeHint().width() + self._steps.sizeHint().width()
        is_narrow = self.width() < USUAL_FIELD + others + 2 * (MARGIN + GAP)
        self._lines.removeWidget(self._how)
        if is_narrow:
            self._lines.addWidget(self._how, 1, 0, 1, 3)
        else:
            self._lines.addWidget(self._how, 0, 1)

    # Which document

    def attach(self, tab: DocumentTab | EvidenceTab | None) -> None:
        """Find in this document from now on."""
        if tab is self._tab:
            return
        self._tab = tab
        self._finder = Finder(tab.content.text) if tab is not None else None
        self._finds, self._current = Finds(), None
        self.results.show_finds(None, (), str)
        self._show_list()
        self._latest.forget()
        if self.isVisible():
            self._ask()
        if tab is None:
            self.count.clear()

    def open_bar(self) -> None:
        """Show it; selected words are what is looked for."""
        if self._tab is None:
            return
        selected = self._tab.view.selection()
        words = selected.of(self._tab.content.text) if selected is not None else ""
        if words.strip() and len(words) <= 200 and not self.regular.isChecked():
            self.field.setText(" ".join(words.split()))
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._ask()

    @Slot()
    def close_bar(self) -> None:
        """Hide it, and the marks; the words found last stay selected, to become a claim."""
        self._latest.forget()
        self.hide()
        if self._tab is not None:
            self._tab.view.set_hits([])
            if self._current is not None:
                self._tab.view.select(self._finds.ranges[self._current])
            self._tab.view.setFocus()

    # Finding

    @property
    def options(self) -> FindOptions:
        """How to compare."""
        return FindOptions(
            regular=self.regular.isChecked(),
            whole_words=self.whole_words.isChecked(),
            match_case=self.match_case.isChecked(),
            match_accents=self.match_accents.isChecked(),
        )

    @Slot()
    def _ask(self) -> None:
        finder, wanted, options = self._finder, self.field.text(), self.options
        if finder is None:
            return
        if not wanted.strip():
            self._latest.forget()
            self._show(Finds())
            return
        self._latest.ask(lambda: finder.find(wanted, options))

    def _show(self, finds: Finds) -> None:
        self._finds = finds
        self._current = self._nearest() if finds.ranges else None
        if self._tab is not None:
            self._tab.view.set_hits(finds.ranges, self._current)
            pages, provider = self._tab.content.pages, self._tab.view.provider
            where = where_in(
                [page.start for page in pages],
                [self._tab.view.names.of(page.number) for page in pages],
                len(self._tab.content.text),
                paged=provider is not None and provider.paged,
            )
            self.results.show_finds(self._finder, finds.ranges, where)
        self._show_list()
        self._tell()

    @Slot()
    def _show_list(self) -> None:
        self.results.setVisible(self.listing.isChecked() and bool(self._finds.ranges))
        self.results.go_to(self._current)

    def _nearest(self) -> int:
        """The first find from where the reading stands."""
        if self._tab is None:
            return 0
        view = self._tab.view
        here = view.provider.starts[view.current_page() - 1] if view.provider is not None else 0
        ranges = self._finds.ranges
        return bisect_left(ranges, here, key=lambda found: found.start) % len(ranges)

    def _tell(self) -> None:
        found = len(self._finds.ranges)
        if self._finds.problem:
            words = told(self._finds.problem)
        elif not self.field.text().strip():
            words = ""
        elif self._current is None:
            words = self.tr("Not found")
        else:
            words = self.tr("%1 of %2").replace("%1", str(self._current + 1))
            words = words.replace("%2", f"{found}+" if self._finds.more else str(found))
        self.count.setText(words)
        for button in (self.previous, self.next):
            button.setEnabled(bool(found))

    @Slot()
    def go_next(self) -> None:
        """The next find, after the last the first."""
        self._step(1)

    @Slot()
    def go_previous(self) -> None:
        """The find before, before the first the last."""
        self._step(-1)

    def _step(self, by: int) -> None:
        if self._latest.is_waiting:
            self._latest.ask_now()
        elif self._current is not None:
            self.go_to((self._current + by) % len(self._finds.ranges))

    @Slot(int)
    def go_to(self, number: int) -> None:
        """The find with this number, from 0."""
        if self._tab is not None and number < len(self._finds.ranges):
            self._current = number
            self._tab.view.set_current_hit(number)
            self.results.go_to(number)
            self._tell()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Return and the arrows go on, Shift+Return back, Escape closes."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            if watched is self.field and event.key() in steps:
                self._step(steps[Qt.Key(event.key())])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self._step(-1 if back else 1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close_bar()
                return True
        return super().eventFilter(watched, event)


def _beside(*widgets: QWidget) -> QWidget:
    """Widgets in a line."""
    made = QWidget()
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(GAP)
    for widget in widgets:
        line.addWidget(widget)
    return made
