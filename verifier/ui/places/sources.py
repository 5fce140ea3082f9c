"""The sources of the case: their table beside the form of the chosen one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from verifier.actions.base import Change
from verifier.actions.evidence import AddSource
from verifier.errors import Unreadable
from verifier.exchange.sources import plan_sources
from verifier.queries.duplicates import Suspicion, source_duplicates
from verifier.queries.evidence import SourceRow, citations, evidence, sources
from verifier.references.csl import Item
from verifier.references.parsing import parse_references
from verifier.ui import file_dialogs
from verifier.ui.empty_state import EmptyState
from verifier.ui.filter_field import FilterField
from verifier.ui.jobs import Progress, Work, unless_stopped
from verifier.ui.places.listing import begin_table, lay_out
from verifier.ui.shell import Shell
from verifier.ui.sources.details import Known, SourceDetails
from verifier.ui.sources.merging import MergePanel
from verifier.ui.sources.model import MORE, NAME, WIDTHS, SourcesModel
from verifier.ui.sources.pasting import PasteReferences, take_over
from verifier.ui.tables import choose_row
from verifier.ui.turns import next_turn
from verifier.ui.widgets import beside_table, clear_layout, frame, label, push_button
from verifier.ui.wrapping import Head
from verifier.workspace import Workspace

KINDS = frozenset({"Source", "Evidence", "Citation"})


class Sources(QWidget):
    """All sources, and everything about the chosen one."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.known = Known((), (), ())
        self.suspicions: tuple[Suspicion, ...] = ()
        self._apart: set[frozenset[str]] = set()
        self.paste: PasteReferences | None = None
        self.merging: MergePanel | None = None
        self.model = SourcesModel(self)
        self.table = QTableView()
        self.filter = FilterField()
        self.details = SourceDetails(shell)
        self.details.source_wanted.connect(self.show_source)
        self.details.publication_wanted.connect(self._add_publication)
        self.duplicates = push_button("")
        self._above = QVBoxLayout()
        self._build()
        shell.changed.connect(self._follow)
        self.refresh()

    def _build(self) -> None:
        add = push_button(self.tr("New source"))
        add.clicked.connect(self.add)
        paste = push_button(self.tr("Paste references…"), "primary")
        paste.clicked.connect(self.begin_paste)
        take = push_button(self.tr("Import file…"))
        take.clicked.connect(self.import_file)
        self.duplicates.clicked.connect(self.look_at_duplicates)
        head = Head(label(self.tr("Sources"), "heading"), self.duplicates, take, add, paste)
        self.filter.begin(self.tr("Filter the sources"), self.table)
        self.filter.textChanged.connect(self._filter)
        self._build_table()
        lay_out(self, head, self.filter, self.table, self._right())

    def _build_table(self) -> None:
        table = self.table
        names = (self.tr("Sources"), self.tr("Columns"))
        begin_table(table, self.model, self._shell, names, (NAME, MORE, WIDTHS))
        table.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        header = table.horizontalHeader()
        header.setMinimumSectionSize(40)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        table.setSortingEnabled(True)
        table.selectionModel().selectionChanged.connect(self._show_chosen)

    def _right(self) -> QWidget:
        page = frame("surface")
        inner = QVBoxLayout(page)
        inner.setContentsMargins(0, 0, 0, 0)
        self._above.setContentsMargins(12, 12, 12, 0)
        inner.addLayout(self._above)
        self._hint = EmptyState(
            "library",
            self.tr("No source is chosen"),
            self.tr(
                "Choose one to grade it and to complete its reference. Paste a DOI, a link or a "
                "list from another tool to make new ones."
            ),
        )
        inner.addWidget(self._hint, 1)
        inner.addWidget(self.details, 1)
        self._area = beside_table(page)
        return self._area

    # Showing

    @Slot(object)
    def _follow(self, change: Change) -> None:
        if change.kinds & KINDS:
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read the sources again; the chosen ones stay chosen."""
        if not self._shell.is_open:
            return
        read = self._shell.read
        self.known = Known(read(sources), read(evidence), read(citations))
        cited = Counter(each.source_id for each in self.known.citations if each.source_id)
        chosen = [row.id for row in self.chosen]
        self._quietly(lambda: self.model.show(self.known.sources, cited), chosen)
        self.suspicions = tuple(
            each
            for each in read(source_duplicates)
            if frozenset((each.first.id, each.second.id)) not in self._apart
        )
        words = self.tr("Possible duplicates: %1").replace("%1", str(len(self.suspicions)))
        self.duplicates.setText(words)
        self.duplicates.setVisible(bool(self.suspicions))
        self._show_chosen()

    def _quietly(self, change: Callable[[], None], chosen: list[str]) -> None:
        """Change the table's lines while the same sources stay chosen."""
        model = self.table.selectionModel()
        model.blockSignals(True)
        change()
        model.clear()
        for source_id in chosen:
            at = self.model.place_of(source_id)
            if at >= 0:
                flag = model.SelectionFlag
                index = self.model.index(at, 0)
                model.setCurrentIndex(index, flag.Select | flag.Rows)
        model.blockSignals(False)
        self.table.viewport().update()

    def _choose_again(self, source_id: str) -> None:
        """Go back to the source of which words are not saved."""
        self._quietly(lambda: None, [source_id])
        self._show_chosen()

    @Slot(str)
    def _filter(self, text: str) -> None:
        chosen = [row.id for row in self.chosen]
        self._quietly(lambda: self.model.filter(text), chosen)
        self._show_chosen()

    @property
    def chosen(self) -> list[SourceRow]:
        """The sources that are chosen in the table."""
        lines = self.table.selectionModel().selectedRows()
        return [self.model.rows[index.row()] for index in lines]

    @Slot()
    def _show_chosen(self) -> None:
        chosen = self.chosen
        one = chosen[0] if len(chosen) == 1 else None
        before = self.details.source
        other = before is not None and (one is None or before.id != one.id)
        if before is not None and other and not self._shell.frees_fields(self.details):
            next_turn(self, partial(self._choose_again, before.id))
            return
        if self.merging is not None and len(chosen) != 1:
            self._close_above()
        if len(chosen) > 1:
            self._open_above(MergePanel(self._shell, chosen, self.known))
        self.details.setVisible(one is not None)
        self._hint.setVisible(one is None and self.merging is None and self.paste is None)
        if one is not None:
            self.details.show_source(one, self.known)
            if other:
                self._area.verticalScrollBar().setValue(0)
        else:
            self.details.source = None

    @Slot(str)
    def show_source(self, source_id: str) -> None:
        """Choose a source in the table, even one that the filter hides."""
        if self.model.place_of(source_id) < 0:
            self.filter.clear()
        at = self.model.place_of(source_id)
        if at >= 0:
            choose_row(self.table, at)

    # Making sources

    @Slot()
    def add(self) -> None:
        """Make a source that is described by hand."""
        action = AddSource({"title": self.tr("New source")})
        if self._shell.do(action, self.tr("add source")):
            self._begin_title(action.id)

    @Slot(str)
    def _add_publication(self, parent_id: str) -> None:
        parent = next(row for row in self.known.sources if row.id == parent_id)
        details = {
            "title": self.tr("New source"),
            "parent_id": parent_id,
            "reliability": parent.reliability,
        }
        details |= {"author" if parent.kind == "person" else "publisher": parent.name}
        action = AddSource(details)
        if self._shell.do(action, self.tr("add source")):
            self._begin_title(action.id)

    def _begin_title(self, source_id: str) -> None:
        self.show_source(source_id)
        title = self.details.form.widgets["title"]
        title.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(title, QLineEdit):
            title.selectAll()

    @Slot()
    def begin_paste(self) -> None:
        """Open the field for pasted references."""
        form = PasteReferences(self._shell)
        self._open_above(form)
        form.begin()

    @Slot()
    def import_file(self) -> None:
        """Take references over from a file of another tool."""
        file = file_dialogs.references(self)
        if file is not None:
            title = self.tr("Reading %1").replace("%1", file.name)
            take = partial(self._take, self._shell.workspace)
            self._shell.jobs.run(title, _reading(file), take, self._shell.tell_error)

    def _take(self, workspace: Workspace, items: tuple[Item, ...]) -> None:
        shell = self._shell
        if shell.is_open and shell.workspace is workspace:
            shell.when_free(lambda: take_over(shell, plan_sources(workspace, items)))

    # Duplicates

    @Slot()
    def look_at_duplicates(self) -> None:
        """Show the surest pair that may be one and the same."""
        if self.suspicions:
            pair = self.suspicions[0]
            why = {
                "doi": self.tr("They have the same DOI."),
                "url": self.tr("They have the same link."),
                "title": self.tr("Their titles are alike."),
            }[pair.why]
            rows = (pair.first, pair.second)
            self._open_above(MergePanel(self._shell, rows, self.known, why))

    @Slot(str)
    def _merged(self, survivor_id: str) -> None:
        panel = self.merging
        self._close_above()
        if survivor_id:
            self.show_source(survivor_id)
        elif panel is not None:
            self._apart.add(frozenset(row.id for row in panel.rows))
            self.table.clearSelection()
            self.refresh()

    @Slot(str)
    def _pasted(self, source_id: str) -> None:
        self._close_above()
        if source_id:
            self.show_source(source_id)

    def _open_above(self, panel: MergePanel | PasteReferences) -> None:
        self._close_above()
        if isinstance(panel, MergePanel):
            self.merging = panel
            panel.done.connect(self._merged)
        else:
            self.paste = panel
            panel.done.connect(self._pasted)
        self._above.addWidget(panel)
        self._hint.hide()
        self._area.verticalScrollBar().setValue(0)

    def _close_above(self) -> None:
        self.merging = self.paste = None
        clear_layout(self._above)
        self._hint.setVisible(not self.details.isVisibleTo(self))


def _reading(file: Path) -> Work:
    def work(progress: Progress, _cancelled: Callable[[], bool]) -> tuple[Item, ...]:
        progress(None)
        try:
            data = file.read_bytes()
        except OSError as error:
            raise Unreadable(
                f"{file.name} cannot be read ({error.strerror}).", "Check that you may open it."
            ) from error
        return parse_references(data, file.name)

    return unless_stopped(work)
