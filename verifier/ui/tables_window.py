"""Tables of what is read, as grids: found when asked for, copied to a spreadsheet, saved as CSV.

In a PDF the ruled tables of the page are found by a process of its own, which takes its time; any
other table is found in a region that is marked around it. Other formats know their tables.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, QObject, QSize, Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QListWidgetItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from verifier.errors import CannotWrite, VerifierError
from verifier.export.csv_tables import grid_bytes, harmless_words
from verifier.text.regions import Region
from verifier.text.tables import Cell, Table, as_html, as_tsv, part_of, tables_of
from verifier.ui import file_dialogs
from verifier.ui.document_tab import DocumentTab
from verifier.ui.evidence_tab import EvidenceTab
from verifier.ui.jobs import Progress
from verifier.ui.notices import Notice, NoticeKind
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import column, label, push_button, resize_in_room, row

Tab = DocumentTab | EvidenceTab
Found = tuple[Table, ...]
TABLE_ROLE = Qt.ItemDataRole.UserRole
SIZE = (860, 520)
WIDEST = 240
"""Pixels of a column; longer words go on in the next line."""


class Tables(QObject):
    """Looks for tables, and keeps the window that shows them."""

    def __init__(self, shell: Shell, window: QWidget) -> None:
        super().__init__(window)
        self._shell = shell
        self._window = window
        self.dialog: TablesDialog | None = None
        shell.closing.connect(self.close)

    def open(self, tab: Tab) -> None:
        """Show the tables of the page that is read, or the one in the region that is marked."""
        region = tab.view.region
        if not tab.content.data:
            self._show(tab, tables_of(tab.content.text, tab.content.blocks), None)
        elif region is not None:
            self.look(tab, [region.page], region)
        else:
            self.look(tab, [tab.view.current_page()], None)

    def look(self, tab: Tab, pages: Sequence[int] | None, region: Region | None) -> None:
        """Look in the background, in these pages (None: in all) or in a region."""
        data, name, workers = tab.content.data, tab.title, self._shell.workers

        def work(progress: Progress, cancelled: Callable[[], bool]) -> Found:
            def told(done: int, total: int | None) -> None:
                progress(done / total if total else None, f"{done} / {total}")

            progress(None)
            with workers.borrow() as worker:
                return worker.tables(
                    data,
                    pages=pages,
                    area=region.rect if region is not None else None,
                    name=name,
                    progress=told,
                    cancelled=cancelled,
                )

        def then(found: Found) -> None:
            if self._shell.is_open and tab.view.provider is not None:
                self._show(tab, found, region, everywhere=pages is None)

        title = self.tr("Looking for tables in %1").replace("%1", name)
        self._shell.jobs.run(title, work, then, self._fail, may_be_lost=True)

    def _fail(self, error: VerifierError) -> None:
        self._shell.tell_error(error)

    def _show(
        self, tab: Tab, found: Found, region: Region | None, *, everywhere: bool = False
    ) -> None:
        if region is not None and found:
            tab.view.pen.put_away()
        if found:
            self.close()
            self.dialog = TablesDialog(self._shell, self, tab, found, self._window)
            self.dialog.show()
            return
        words = self._none_words(tab, region, everywhere=everywhere)
        if tab.content.data and not everywhere:

            def look_everywhere() -> None:
                self.look(tab, None, None)

            notice = Notice(NoticeKind.HINT, words, self.tr("Look in all pages"), look_everywhere)
            self._shell.tell(notice)
        else:
            self._shell.tell_hint(words)

    def _none_words(self, tab: Tab, region: Region | None, *, everywhere: bool) -> str:
        if not tab.content.data:
            return self.tr("This document has no table.")
        if region is not None:
            return self.tr("No table was found in the region that is marked.")
        if everywhere:
            words = self.tr("No page has a table with rules around its cells.")
        else:
            words = self.tr("Page %1 has no table with rules around its cells.")
            words = words.replace("%1", tab.view.names.of(tab.view.current_page()))
        more = self.tr("For another table mark the region around it (M), then ask again.")
        return f"{words} {more}"

    @Slot()
    def close(self) -> None:
        """Put the window with tables away."""
        if self.dialog is not None:
            self.dialog.close()


class TablesDialog(QDialog):
    """The tables that were found, one of them as a grid. The reading goes on beside it."""

    def __init__(
        self, shell: Shell, tables: Tables, tab: Tab, found: Found, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self._tables = tables
        self._tab = tab
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Tables of %1").replace("%1", tab.title))
        resize_in_room(self, *SIZE)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Tables"))
        self.list.setFixedWidth(200)
        self.grid = Grid()
        self.grid.setAccessibleName(self.tr("Cells of the table"))
        self.copy_button = push_button(self.tr("Copy"), "primary")
        self.copy_button.setToolTip(self.tr("Copy the selected cells, or all, for a spreadsheet"))
        self.save_button = push_button(self.tr("Save as CSV…"))
        self.all_button = push_button(self.tr("Look in all pages"))
        self.close_button = push_button(self.tr("Close"))
        self.copy_button.clicked.connect(self.grid.copy)
        self.save_button.clicked.connect(self.save)
        self.all_button.clicked.connect(self.look_everywhere)
        self.close_button.clicked.connect(self.close)
        self.all_button.setVisible(bool(tab.content.data))
        for number, table in enumerate(found, 1):
            self.list.addItem(self._item(number, table))
        self.list.currentItemChanged.connect(self._show)
        self._build()
        self.list.setCurrentRow(0)
        self.finished.connect(self._forget)

    def _build(self) -> None:
        buttons = row(self.all_button, self.close_button, self.save_button, self.copy_button)
        buttons.insertStretch(1)
        whole = column(margin=METRICS.space_l, spacing=METRICS.space_m)
        sides = row(self.list, self.grid, spacing=METRICS.space_m)
        whole.addLayout(sides, 1)
        hint = self.tr("A cell is as it stands on the page; compare before you rely on it.")
        whole.addWidget(label(hint, "muted", wrap=True))
        whole.addLayout(buttons)
        self.setLayout(whole)

    def _item(self, number: int, table: Table) -> QListWidgetItem:
        words = self.tr("Table %1").replace("%1", str(number))
        if self._tab.content.data:
            words += " · " + self.tr("p. %1").replace("%1", self._tab.view.names.of(table.page))
        size = f"{len(table.rows)} × {table.columns}"
        item = QListWidgetItem(f"{words}\n{size}")
        item.setData(TABLE_ROLE, table)
        item.setSizeHint(QSize(0, 2 * METRICS.tree_row - 8))
        rows = self.tr("%1 rows, %2 columns").replace("%1", str(len(table.rows)))
        spoken = rows.replace("%2", str(table.columns))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{words}, {spoken}")
        return item

    @property
    def table(self) -> Table | None:
        """The table that is shown."""
        item = self.list.currentItem()
        found = item.data(TABLE_ROLE) if item is not None else None
        return found if isinstance(found, Table) else None

    @Slot()
    def _show(self) -> None:
        table = self.table
        if table is None:
            return
        self.grid.show_table(table)
        view = self._tab.view
        if table.box is not None and view.provider is not None and view.provider.paged:
            view.ensure_visible(Region(table.page, *table.box), flash=True)

    @Slot()
    def save(self) -> None:
        """Save the table that is shown as CSV."""
        table = self.table
        if table is None:
            return
        target = file_dialogs.table_target(self, f"{self._tab.title} {table.page}")
        if target is None:
            return
        try:
            target.write_bytes(grid_bytes(table.words()))
        except OSError as error:
            words = f"{target.name} cannot be written ({error.strerror})."
            self._shell.tell_error(CannotWrite(words, "Choose another folder."))
        else:
            words = self.tr("The table is in %1.").replace("%1", target.name)
            self._shell.tell(Notice(NoticeKind.DONE, words))

    @Slot()
    def look_everywhere(self) -> None:
        """Look for tables in all pages; what is found takes the place of this."""
        self._tables.look(self._tab, None, None)

    @Slot()
    def _forget(self) -> None:
        if self._tables.dialog is self:
            self._tables.dialog = None


class Grid(QTableWidget):
    """The cells; Ctrl+C copies those that are selected, or all."""

    def __init__(self) -> None:
        super().__init__()
        self._table: Table | None = None
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        # What is copied is one rectangle: no cell that is selected may be left out.
        self.setSelectionMode(QTableWidget.SelectionMode.ContiguousSelection)
        self.setWordWrap(True)
        self.setAlternatingRowColors(False)

    def show_table(self, table: Table) -> None:
        """Show another table."""
        self._table = table
        self.clear()
        self.setRowCount(len(table.rows))
        self.setColumnCount(table.columns)
        for at, cells in enumerate(table.words()):
            for across, text in enumerate(cells):
                self.setItem(at, across, QTableWidgetItem(text))
        self.setHorizontalHeaderLabels([str(number + 1) for number in range(table.columns)])
        self.resizeColumnsToContents()
        for across in range(table.columns):
            self.setColumnWidth(across, min(self.columnWidth(across), WIDEST))
        self.resizeRowsToContents()

    @Slot()
    def copy(self) -> None:
        """Copy the selected cells; all of them where no more than one is selected."""
        chosen = self._chosen()
        self._put(chosen if len(self.selectedIndexes()) > 1 else self._table)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C copies just what is selected."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self._put(self._chosen())
        else:
            super().keyPressEvent(event)

    def _chosen(self) -> Table | None:
        """The rectangle of cells that is selected; the whole table where none is."""
        chosen = self.selectedRanges()
        if self._table is None or not chosen:
            return self._table
        first = chosen[0]
        rows = range(first.topRow(), first.bottomRow() + 1)
        return part_of(self._table, rows, range(first.leftColumn(), first.rightColumn() + 1))

    def _put(self, table: Table | None) -> None:
        """Onto the clipboard: as text with tabs, and as a table for word processors."""
        if table is not None:
            words, data = _harmless(table), QMimeData()
            data.setText(as_tsv(words))
            data.setHtml(as_html(words))  # what spreadsheets take first
            QGuiApplication.clipboard().setMimeData(data)


def _harmless(table: Table) -> Table:
    """The same words, none of which a spreadsheet would calculate."""
    rows = tuple(tuple(Cell(harmless_words(cell.text)) for cell in row) for row in table.rows)
    return Table(table.page, rows)
