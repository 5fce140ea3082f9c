"""The evidence locker: what was kept, its hash, where it came from, what happened to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QLineEdit,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from verifier.actions.base import Change
from verifier.actions.evidence import AddEvidence, Cite, EditEvidence, LogCustody
from verifier.errors import NotFound
from verifier.queries.documents import blob_is_intact
from verifier.queries.evidence import CustodyRow, EvidenceRow, citations, custody, evidence
from verifier.states import Custody, EvidenceKind, Stance
from verifier.ui import file_dialogs
from verifier.ui.drafts import DraftLine
from verifier.ui.evidence_import import EvidenceTaker
from verifier.ui.notices import Notice, NoticeKind
from verifier.ui.pages_of import is_readable, title_of
from verifier.ui.shell import Shell
from verifier.ui.tables import RowsModel, plain_look, set_widths
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import clear_layout, column, frame, label, push_button, row
from verifier.ui.words import moment

KINDS = frozenset({"Evidence", "CustodyEvent", "Citation", "Source"})
WIDTHS = (260, 80, 180, 80, 120, 60)


class LockerModel(RowsModel[EvidenceRow]):
    """The items of the locker."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.cited: Counter[str] = Counter()
        self.titles = (
            self.tr("Item"),
            self.tr("Kind"),
            self.tr("File or link"),
            self.tr("Size"),
            self.tr("Captured"),
            self.tr("Cited"),
        )

    def show(self, rows: Sequence[EvidenceRow], cited: Counter[str]) -> None:
        """Show these items."""
        self.cited = cited
        self.show_rows(rows)

    def cells(self, row: EvidenceRow) -> tuple[str, ...]:
        """Title, kind, file or link, size, captured, cited."""
        return (
            title_of(row),
            row.kind,
            row.file_name or row.url,
            QLocale().formattedDataSize(row.size) if row.size is not None else "",
            moment(row.captured_at) if row.captured_at is not None else "",
            str(self.cited[row.id] or ""),
        )


class Locker(QWidget):
    """All evidence of the case, with what is known of the chosen item."""

    open_wanted = Signal(str)
    """The item with this id is to be opened for reading."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.setAcceptDrops(True)
        self.model = LockerModel(self)
        self.table = QTableView()
        self.link = QLineEdit()
        self.taker = EvidenceTaker(shell, self)
        self._about = column(spacing=METRICS.space_s)
        self._build()
        shell.changed.connect(self._follow)
        shell.selected.connect(self._show_item)
        self.refresh()

    def _build(self) -> None:
        add = push_button(self.tr("Add files…"), "primary")
        add.clicked.connect(self._add_files)
        self.link.setPlaceholderText(self.tr("Paste a link and press Return"))
        self.link.setAccessibleName(self.tr("Link to add"))
        self.link.setFixedWidth(260)
        self.link.returnPressed.connect(self._add_link)
        head = row(label(self.tr("Evidence"), "heading"))
        head.addStretch()
        head.addWidget(self.link)
        head.addWidget(add)
        table = self.table
        table.setModel(self.model)
        plain_look(table, self.tr("Evidence"), self.tr("Columns"), METRICS.row)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        set_widths(table, WIDTHS)
        header = table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.selectionModel().currentRowChanged.connect(self._show_item)
        table.activated.connect(self.open_item)
        about = frame("surface")
        inner = QVBoxLayout(about)
        inner.setContentsMargins(14, 14, 14, 14)
        inner.addLayout(self._about)
        inner.addStretch()
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(table)
        parts.addWidget(about)
        parts.setHandleWidth(1)
        parts.setStretchFactor(0, 1)
        parts.setChildrenCollapsible(False)
        parts.setSizes([380, 200])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 16)
        whole.setSpacing(METRICS.space_m)
        whole.addLayout(head)
        words = self.tr(
            "Drop files here; drop one on the inspector to cite it for the open claim at once. "
            "Originals are kept with their SHA-256 and are never replaced."
        )
        whole.addWidget(label(words, "muted", wrap=True))
        whole.addWidget(parts, 1)

    @Slot(object)
    def _follow(self, change: Change) -> None:
        if change.kinds & KINDS:
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read the locker again; the chosen item stays chosen."""
        if not self._shell.is_open:
            return
        chosen = self.current
        rows = self._shell.read(evidence)
        cited = Counter(citation.evidence_id for citation in self._shell.read(citations))
        self.model.show(rows, cited)
        ids = [row.id for row in rows]
        if chosen is not None and chosen.id in ids:
            self.table.selectRow(ids.index(chosen.id))
        self._show_item()

    @property
    def current(self) -> EvidenceRow | None:
        """The chosen item."""
        index = self.table.currentIndex()
        return self.model.rows[index.row()] if index.isValid() else None

    @Slot()
    def _show_item(self) -> None:
        clear_layout(self._about)
        item = self.current
        if item is None or not self._shell.is_open:
            self._about.addWidget(label(self.tr("Choose an item to see its custody log."), "muted"))
            return
        name = DraftLine(self._shell.drafts, self._rename)
        name.setAccessibleName(self.tr("Title of the item"))
        name.setPlaceholderText(title_of(item))
        name.show_text(item.title)
        self._about.addWidget(name)
        if item.blob_sha256:
            sha = label(f"SHA-256  {item.blob_sha256}", "muted", wrap=True)
            sha.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._about.addWidget(sha)
        self._about.addWidget(self._buttons(item))
        logs = [log for log in self._shell.read(custody) if log.evidence_id == item.id]
        for log in reversed(logs[-6:]):
            self._about.addWidget(label(_told(log), "muted", wrap=True))

    def _buttons(self, item: EvidenceRow) -> QFrame:
        box = QFrame()
        verify = push_button(self.tr("Verify the hash"))
        verify.setEnabled(item.blob_sha256 is not None)
        verify.clicked.connect(self.verify)
        cite = push_button(self.tr("Cite for the open claim"))
        cite.setEnabled(bool(self._shell.selection))
        cite.clicked.connect(self.cite)
        read = push_button(self.tr("Open evidence"))
        read.setEnabled(is_readable(item))
        read.clicked.connect(self.open_item)
        line = row(read, verify, cite)
        line.addStretch()
        box.setLayout(line)
        return box

    @Slot()
    def open_item(self) -> None:
        """Open the chosen item beside the report, where there is anything to read in it."""
        item = self.current
        if item is not None:
            self.open_wanted.emit(item.id)

    def _rename(self, title: str) -> bool:
        item = self.current
        if item is None:
            return True
        return self._shell.do(EditEvidence(item.id, {"title": title.strip()}), self.tr("name item"))

    # Adding and checking

    @Slot()
    def _add_files(self) -> None:
        self.taker.take(file_dialogs.evidence_files(self))

    @Slot()
    def _add_link(self) -> None:
        url = self.link.text().strip()
        if url and self._shell.do(
            AddEvidence(EvidenceKind.LINK, {"url": url}), self.tr("add link")
        ):
            self.link.clear()

    @Slot()
    def verify(self) -> None:
        """Check the bytes against the hash they came with, and log it."""
        item = self.current
        if item is None or item.blob_sha256 is None:
            return
        try:
            with self._shell.workspace.reading() as session:
                is_intact = blob_is_intact(session, item.blob_sha256)
        except NotFound:
            is_intact = False
        outcome = Custody.VERIFIED if is_intact else Custody.HASH_FAILED
        self._shell.do(LogCustody(item.id, outcome, before=item.blob_sha256), self.tr("verify"))
        if is_intact:
            words = self.tr("%1 is as it came in.")
            kind = NoticeKind.DONE
        else:
            words = self.tr("%1 is not as it came in: its bytes were changed or are missing.")
            kind = NoticeKind.PROBLEM
        self._shell.tell(Notice(kind, words.replace("%1", title_of(item))))

    @Slot()
    def cite(self) -> None:
        """Cite the item for the open claim; what it does to it is said at the citation."""
        item = self.current
        if item is not None and self._shell.selection:
            action = Cite(self._shell.selection, item.id, Stance.CONTEXT)
            self._shell.do(action, self.tr("cite evidence"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped here."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take them into the locker."""
        event.acceptProposedAction()
        urls = event.mimeData().urls()
        self.taker.take([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])


def _told(log: CustodyRow) -> str:
    who = f" · {log.person}" if log.person else ""
    note = f" · {log.note}" if log.note else ""
    return f"{moment(log.at)}{who} · {log.action}{note}"
