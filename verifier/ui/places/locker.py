"""The evidence locker: what was kept, its hash, where it came from, what happened to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from verifier.actions.base import Change
from verifier.actions.evidence import AddEvidence
from verifier.exchange.locker import verify_evidence
from verifier.queries.evidence import (
    EvidenceRow,
    SourceRow,
    citations,
    count,
    custody,
    evidence,
    sources,
    times_cited,
)
from verifier.queries.locker import flagged
from verifier.queries.rows import together
from verifier.queries.seen_text import seen_texts
from verifier.states import EvidenceKind
from verifier.ui import file_dialogs
from verifier.ui.dropped import Link, files_in, is_takeable, links_in
from verifier.ui.empty_state import EmptyState
from verifier.ui.evidence.details import Around, EvidenceDetails
from verifier.ui.evidence.model import MORE, NAME, WIDTHS, LockerModel
from verifier.ui.evidence_import import EvidenceTaker
from verifier.ui.filter_field import FilterField
from verifier.ui.jobs import Progress
from verifier.ui.notices import Notice, NoticeKind
from verifier.ui.places.listing import begin_table, lay_out
from verifier.ui.shell import Shell
from verifier.ui.tables import choose_row
from verifier.ui.told import told
from verifier.ui.turns import next_turn
from verifier.ui.widgets import beside_table, fit_words, frame, label, push_button
from verifier.ui.wrapping import Head

KINDS = frozenset({"Evidence", "CustodyEvent", "Citation", "Source"})
AT_ONCE = 500
"""Items that are read while the view is made; more are read when it stands on the screen."""


Items = tuple[tuple[EvidenceRow, ...], Counter[str], dict[str, str]]
"""What is kept, how often each is cited, and whose last check failed."""


def _items(session: Any, case_id: str) -> Items:
    asks = (partial(ask, session, case_id) for ask in (evidence, times_cited, flagged))
    items, cited, failed = together(session, *asks)
    return items, cited, failed


def asked_at_first(session: Any, case_id: str) -> None:
    """What the view asks when it is made; what is read later is not among it."""
    if count(session, case_id) <= AT_ONCE:
        _items(session, case_id)


class Locker(QWidget):
    """All evidence of the case, with what is known of the chosen item."""

    open_wanted = Signal(str)
    """The item with this id is to be opened for reading."""
    pictures_wanted = Signal(str, int)
    """Text is to be read in the pictures of an item; on which page one is, from 1."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.setAcceptDrops(True)
        self.model = LockerModel(shell, self)
        self.table = QTableView()
        self.link = QLineEdit()
        self.filter = FilterField()
        self.taker = EvidenceTaker(shell, self)
        self._details: EvidenceDetails | None = None
        self._flagged: dict[str, str] = {}
        self._sources: tuple[SourceRow, ...] | None = None
        """Read beside a table of thousands, or else when the first item is shown."""
        self._build()
        shell.changed.connect(self._follow)
        shell.selected.connect(self._show_item)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self._read_late)
        self._is_late = shell.read(count) > AT_ONCE
        """Whether its items are still to be read."""
        if self._is_late:
            self._late.start()
        else:
            self.refresh()

    def _build(self) -> None:
        add = push_button(self.tr("Add files…"), "primary")
        add.clicked.connect(self._add_files)
        self.check = push_button(self.tr("Verify all"))
        self.check.clicked.connect(self.verify_all)
        self.link.setPlaceholderText(self.tr("Paste a link and press Return"))
        self.link.setAccessibleName(self.tr("Link to add"))
        fit_words(self.link, 240)
        self.link.returnPressed.connect(self._add_link)
        head = Head(label(self.tr("Evidence"), "heading"), self.link, self.check, add)
        words = self.tr(
            "Drop files here; drop one on the inspector to cite it for the open claim at once. "
            "Originals are kept with their SHA-256 and are never replaced."
        )
        self.filter.begin(self.tr("Filter the evidence"), self.table)
        self.filter.textChanged.connect(self._filter)
        self._build_table()
        lay_out(
            self, head, self.filter, self.table, self._right(), label(words, "muted", wrap=True)
        )

    def _build_table(self) -> None:
        table = self.table
        names = (self.tr("Evidence"), self.tr("Columns"))
        begin_table(table, self.model, self._shell, names, (NAME, MORE, WIDTHS))
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.selectionModel().currentRowChanged.connect(self._show_item)
        table.activated.connect(self.open_item)

    def _right(self) -> QWidget:
        page = frame("surface")
        inner = QVBoxLayout(page)
        inner.setContentsMargins(0, 0, 0, 0)
        self._hint = EmptyState(
            "archive",
            self.tr("No item is chosen"),
            self.tr("Choose one to see its hash, where it comes from and its custody log."),
        )
        inner.addWidget(self._hint, 1)
        self._beside = inner
        self._area = beside_table(page)
        return self._area

    @property
    def details(self) -> EvidenceDetails:
        """The form of the chosen item, made for the first one: it has some thirty fields."""
        if self._details is None:
            self._details = EvidenceDetails(self._shell)
            self._details.open_wanted.connect(self.open_wanted)
            self._details.pictures_wanted.connect(self.pictures_wanted)
            self._beside.addWidget(self._details, 1)
        return self._details

    @Slot(object)
    def _follow(self, change: Change) -> None:
        if "Source" in change.kinds:
            self._sources = None
        if change.kinds & KINDS:
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read the locker again; the chosen item stays chosen."""
        self._late.stop()
        if self._shell.is_open:
            self._show_items(self._shell.read(_items))

    def _show_items(self, items: Items) -> None:
        rows, cited, self._flagged = items
        self._is_late = False
        chosen = self.current
        self._keep_chosen(chosen)
        self.model.show(rows, cited, self._flagged)
        self._choose_again(chosen)

    @Slot()
    def _read_late(self) -> None:
        """Read the locker in a thread, and show what was found unless it was read meanwhile."""
        workspace = self._shell.workspace

        def work(
            _progress: Progress, _cancelled: Callable[[], bool]
        ) -> tuple[Items, tuple[SourceRow, ...]]:
            with workspace.reading() as session:
                found = _items(session, workspace.case_id)
                return found, sources(session, workspace.case_id)

        def then(found: tuple[Items, tuple[SourceRow, ...]]) -> None:
            is_here = isValid(self) and self._shell.is_open
            if is_here and self._shell.workspace is workspace and self._is_late:
                items, self._sources = found
                self._show_items(items)
                next_turn(self, self._begin_details)

        self._shell.jobs.run("", work, then, self._shell.tell_error)

    def _begin_details(self) -> None:
        """Make the form in a turn of its own, before one in which it is filled."""
        if self.table.hasFocus() and self.model.rows:
            self.details.setVisible(self.current is not None)
            next_turn(self, self._choose_first)

    @Slot()
    def _choose_first(self) -> None:
        if self.current is None and self.table.hasFocus() and self.model.rows:
            choose_row(self.table, 0)

    def _keep_chosen(self, chosen: EvidenceRow | None) -> None:
        self.table.selectionModel().blockSignals(chosen is not None)

    def _choose_again(self, chosen: EvidenceRow | None) -> None:
        ids = [row.id for row in self.model.rows]
        if chosen is not None and chosen.id in ids:
            choose_row(self.table, ids.index(chosen.id))
        self.table.selectionModel().blockSignals(False)
        self.table.viewport().update()
        self._show_item()

    @Slot(str)
    def _filter(self, text: str) -> None:
        chosen = self.current
        self._keep_chosen(chosen)
        self.model.filter(text)
        self._choose_again(chosen)

    def choose(self, evidence_id: str) -> None:
        """Choose an item in the table, even one that the filter hides."""
        if self._is_late:
            self.refresh()
        if evidence_id not in [row.id for row in self.model.rows]:
            self.filter.clear()
        ids = [row.id for row in self.model.rows]
        if evidence_id in ids:
            self.table.selectRow(ids.index(evidence_id))
            self.table.scrollTo(self.table.currentIndex())

    @property
    def current(self) -> EvidenceRow | None:
        """The chosen item."""
        index = self.table.currentIndex()
        return self.model.rows[index.row()] if index.isValid() else None

    @Slot()
    def _show_item(self) -> None:
        if not self._shell.is_open:
            return
        item = self.current
        before = self._details.item if self._details is not None else None
        other = before is not None and (item is None or before.id != item.id)
        if before is not None and other and not self._shell.frees_fields(self._details):
            next_turn(self, partial(self.choose, before.id))
            return
        self._hint.setVisible(item is None)
        if item is None:
            if self._details is not None:
                self._details.hide()
                self._details.item = None
            return
        self.details.show()
        self.details.show_item(item, self._around(item.id))
        if other:
            self._area.verticalScrollBar().setValue(0)

    def _around(self, evidence_id: str) -> Around:
        """What the case knows around one item."""
        read = self._shell.read
        if self._sources is None:
            self._sources = read(sources)
        return Around(
            self._sources,
            read(citations, evidence_id=evidence_id),
            read(custody, evidence_id=evidence_id),
            self._flagged,
            read(seen_texts, evidence_ids=[evidence_id]).get(evidence_id),
        )

    @Slot()
    def open_item(self) -> None:
        """Open the chosen item beside the report, where there is anything to read in it."""
        item = self.current
        if item is not None:
            self.open_wanted.emit(item.id)

    # Adding and checking

    @Slot()
    def _add_files(self) -> None:
        self.taker.take(file_dialogs.evidence_files(self))

    @Slot()
    def _add_link(self) -> None:
        url = self.link.text().strip()
        if url and self._keep_link(Link(url)):
            self.link.clear()

    def _keep_link(self, link: Link) -> bool:
        """Keep an address as an item; whether it could be done."""
        told_of_it = {"url": link.url, "title": link.title, "collector": self._shell.actor.name}
        action = AddEvidence(EvidenceKind.LINK, told_of_it)
        return self._shell.do(action, self.tr("add link"))

    @Slot()
    def verify_all(self) -> None:
        """Hash every file in the locker again."""
        report = verify_evidence(self._shell.workspace, self._shell.record)
        for item in report.faulty:
            self._shell.tell(Notice(NoticeKind.PROBLEM, told(str(item))))
        if not report.faulty:
            words = self.tr("Files in the locker: %1. All are what was put in.")
            done = Notice(NoticeKind.DONE, words.replace("%1", str(report.checked)))
            self._shell.tell(done)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped here, and links."""
        if is_takeable(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take them into the locker."""
        event.acceptProposedAction()
        self.taker.take(files_in(event.mimeData()))
        for link in links_in(event.mimeData()):
            self._keep_link(link)
