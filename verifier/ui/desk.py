"""The open case: lists at the left, documents in the middle, the inspector at the right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QSplitter, QStackedWidget, QTabBar, QTabWidget, QVBoxLayout, QWidget

from verifier.actions.base import Change
from verifier.actions.claims import AddClaim, AddHighlight
from verifier.queries.search import Hit
from verifier.queries.search_jump import claim_citing
from verifier.text.ranges import TextRange
from verifier.ui.beside import Beside, Tab
from verifier.ui.document_tab import DocumentTab
from verifier.ui.empty_state import EmptyState
from verifier.ui.find_bar import FindBar
from verifier.ui.icons import icon
from verifier.ui.inspector.inspector import Inspector
from verifier.ui.panels.claims import ClaimsPanel
from verifier.ui.panels.documents import DocumentsPanel, media_icon
from verifier.ui.panels.outline import OutlinePanel
from verifier.ui.panels.progress import ProgressCard
from verifier.ui.places.locker import Locker
from verifier.ui.places.table_of import PLACES
from verifier.ui.shell import Shell
from verifier.ui.table.claims_table import ClaimsTable
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import close_button, frame, label, push_button

STATEMENT_AT_MOST = 1000
SIDES = (264, 780, 356)
HEIGHTS = (560, 230)


class Desk(QWidget):
    """Everything there is to see of a case."""

    import_wanted = Signal()
    document_changed = Signal()
    """Another document is in front, or none."""
    selection_changed = Signal()
    """Other words are selected in the document in front, or none."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._title = label("", "title", wrap=True)
        self.documents = DocumentsPanel(shell)
        self.outline = OutlinePanel(shell)
        self.claims = ClaimsPanel(shell)
        self.progress = ProgressCard(shell)
        self.inspector = Inspector(shell)
        self.tabs = QTabWidget()
        self._import = push_button(self.tr("Import a document…"), "primary")
        self._middle = QStackedWidget()
        self.beside = Beside(shell)
        self.sides = QSplitter(Qt.Orientation.Horizontal)
        self._is_shared = False
        self.left = self._make_left()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.centre = QSplitter(Qt.Orientation.Vertical)
        self.table = ClaimsTable(shell)
        self.wants_table = True
        self.find_bar = FindBar(shell)
        self._build()
        self.documents.wanted.connect(self.show_document)
        self.documents.import_wanted.connect(self.import_wanted)
        self.inspector.passage_wanted.connect(self._show_passage)
        self.inspector.step_wanted.connect(self.claims.step)
        self.inspector.citations.evidence_wanted.connect(self.show_evidence)
        self.beside.claim_wanted.connect(self.add_claim)
        self.beside.link_wanted.connect(self._open_link)
        self.beside.changed.connect(self._beside_changed)
        self.beside.selection_changed.connect(self.selection_changed)
        self.document_changed.connect(self._follow_reading)
        self.selection_changed.connect(self._follow_reading)
        shell.opened.connect(self._open)
        shell.closing.connect(self._remember)
        shell.closed.connect(self._close)
        shell.selected.connect(self._follow_claim)
        shell.changed.connect(self._follow)

    def _make_left(self) -> QWidget:
        left = frame("window")
        whole = QVBoxLayout(left)
        whole.setContentsMargins(12, 12, 12, 12)
        whole.setSpacing(METRICS.space_m + 4)
        whole.addWidget(self._title)
        whole.addWidget(self.documents)
        whole.addWidget(self.outline, 1)
        whole.addWidget(self.claims, 1)
        whole.addWidget(self.progress)
        left.setMinimumWidth(220)
        return left

    def _build(self) -> None:
        self.tabs.setDocumentMode(True)
        self.tabs.setMovable(True)
        self.tabs.setElideMode(Qt.TextElideMode.ElideMiddle)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.tabBar().setAccessibleName(self.tr("Open documents"))
        self.tabs.tabBar().setExpanding(False)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.currentChanged.connect(self._tab_changed)
        self._middle.addWidget(self._first_steps())
        self._middle.addWidget(self.tabs)
        upper = QWidget()
        stacked = QVBoxLayout(upper)
        stacked.setContentsMargins(0, 0, 0, 0)
        stacked.setSpacing(0)
        self.sides.addWidget(self._middle)
        self.sides.addWidget(self.beside)
        self.sides.setHandleWidth(1)
        self.sides.setChildrenCollapsible(False)
        stacked.addWidget(self.sides, 1)
        stacked.addWidget(self.find_bar)
        self.centre.addWidget(upper)
        self.centre.addWidget(self.table)
        self.centre.setHandleWidth(1)
        self.centre.setChildrenCollapsible(False)
        self.centre.setStretchFactor(0, 1)
        self.centre.setSizes(list(HEIGHTS))
        for part in (self.left, self.centre, self.inspector):
            self.splitter.addWidget(part)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes(list(SIDES))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter)

    def _first_steps(self) -> QWidget:
        self._import.clicked.connect(self.import_wanted)
        return EmptyState(
            "file-plus",
            self.tr("Put the report under check here"),
            self.tr(
                "Drop a Word, PDF, HTML or text file on the window. Then select words in it and "
                "press H: they become a claim, to be rated and sourced at the right."
            ),
            self._import,
        )

    # The case comes and goes

    @Slot()
    def _open(self) -> None:
        self._title.setText(self._shell.case.title)
        place = self._shell.settings.places.get(str(self._shell.path.absolute()), {})
        wanted = place.get("documents", []) if isinstance(place, Mapping) else []
        known = {document.id for document in self._shell.documents}
        for document_id in [name for name in wanted if name in known]:
            self.show_document(document_id)
        if not self.tabs.count() and self._shell.documents:
            self.show_document(self._shell.documents[0].id)
        if place.get("document") in known:
            self.show_document(place["document"])
        if place.get("claim"):
            self._shell.select(str(place["claim"]))
        self._show_middle()
        self._focus_content()

    def _focus_content(self) -> None:
        if self.current is not None:
            self.current.view.setFocus()
        else:
            self._import.setFocus()

    @Slot()
    def _remember(self) -> None:
        tabs = self._all_tabs()
        before = self._shell.settings.places.get(str(self._shell.path.absolute()), {})
        readings = dict(before.get("readings", {})) if isinstance(before, Mapping) else {}
        readings.update({tab.document_id: tab.place() for tab in tabs})
        place: dict[str, Any] = {
            "documents": [tab.document_id for tab in tabs],
            "document": self.current.document_id if self.current is not None else "",
            "claim": self._shell.selection,
            "readings": readings,
        }
        self._shell.remember(self._shell.settings.with_place(self._shell.path, place))

    @Slot()
    def _close(self) -> None:
        for at in reversed(range(self.tabs.count())):
            self._drop_tab(at)
        self.beside.close_all()
        self.inspector.show_claim("")
        self._title.clear()
        self._show_middle()

    @Slot(object)
    def _follow(self, change: Change) -> None:
        if change.kinds & {"Document", "Edition"}:
            known = {document.id: document for document in self._shell.documents}
            for at in reversed(range(self.tabs.count())):
                tab = self.tabs.widget(at)
                if isinstance(tab, DocumentTab) and tab.document_id not in known:
                    self._drop_tab(at)
            self._show_latest_editions()
            self._show_middle()
        if "Case" in change.kinds:
            self._title.setText(self._shell.case.title)

    def _show_latest_editions(self) -> None:
        """Open anew what has another latest edition now, where the reading stood."""
        latest = {document.id: document.edition_id for document in self._shell.documents}
        front = self.current.document_id if self.current is not None else ""
        for tab in self._all_tabs():
            if latest.get(tab.document_id) != tab.content.row.edition_id:
                at, place, document_id = self.tabs.indexOf(tab), tab.place(), tab.document_id
                self._drop_tab(at)
                self.show_document(document_id)
                if self.current is not None:
                    self.current.restore(place)
                self.tabs.tabBar().moveTab(self.tabs.currentIndex(), at)
        if front in latest:
            self.show_document(front)

    # Documents

    @property
    def current(self) -> DocumentTab | None:
        """The document in front."""
        tab = self.tabs.currentWidget()
        return tab if isinstance(tab, DocumentTab) else None

    @property
    def reading(self) -> Tab | None:
        """What is read now: what has the keyboard beside, or else the document in front."""
        return self.beside.current if self.beside.has_focus else self.current

    @property
    def marking(self) -> DocumentTab | None:
        """The document whose selected words may become a claim."""
        tab = self.reading
        return tab if isinstance(tab, DocumentTab) else None

    @Slot(str, str)
    def show_evidence(self, evidence_id: str, citation_id: str = "") -> None:
        """Open an item of the locker beside the report, at the words that a citation quotes."""
        tab = self.beside.show_evidence(evidence_id)
        if tab is not None and citation_id:
            tab.show_quote(citation_id)

    @Slot()
    def _follow_reading(self) -> None:
        self.outline.attach(self.reading)

    def toggle_outline(self) -> None:
        """Show the outline of what is read, or hide it."""
        self.outline.setVisible(self.outline.isHidden())
        self._follow_reading()

    def toggle_beside(self) -> None:
        """Show the pane beside with what was open in it, or the document in front; or hide it."""
        if not self.beside.isHidden():
            self.beside.hide()
        elif self.beside.count():
            self.beside.show()
        elif self.current is not None:
            self.beside.show_document(self.current.document_id)
        self._beside_changed()

    @Slot()
    def _beside_changed(self) -> None:
        if not self.beside.isHidden() and not self._is_shared:
            self.sides.setSizes([self.sides.width() // 2] * 2)
        self._is_shared = not self.beside.isHidden()
        if self.beside.isHidden() and self.current is not None:
            self.current.view.setFocus()
        self.find_bar.attach(self.reading)
        self.document_changed.emit()
        self.selection_changed.emit()

    def _all_tabs(self) -> list[DocumentTab]:
        widgets = [self.tabs.widget(at) for at in range(self.tabs.count())]
        return [widget for widget in widgets if isinstance(widget, DocumentTab)]

    @Slot(str)
    def show_document(self, document_id: str) -> None:
        """Bring a document to the front, opening it if need be."""
        for tab in self._all_tabs():
            if tab.document_id == document_id:
                self.tabs.setCurrentWidget(tab)
                return
        tab = DocumentTab(self._shell, document_id)
        tab.claim_wanted.connect(self.add_claim)
        tab.selection_changed.connect(self.selection_changed)
        tab.link_wanted.connect(self._open_link)
        at = self.tabs.addTab(tab, icon(media_icon(tab.content.row.media_type)), tab.title)
        self.tabs.setTabToolTip(at, tab.content.row.file_name)
        self._name_close_button(at, tab.title)
        self.tabs.setCurrentIndex(at)
        self._show_middle()
        place = self._shell.settings.places.get(str(self._shell.path.absolute()), {})
        reading = place.get("readings", {}).get(document_id) if isinstance(place, Mapping) else None
        if reading:
            tab.restore(reading)

    def show_place(self, name: str) -> QWidget:
        """Bring a view of the whole case to the front, opening it if need be."""
        for tab in (self.tabs.widget(at) for at in range(self.tabs.count())):
            if tab is not None and tab.objectName() == name:
                self.tabs.setCurrentWidget(tab)
                return tab
        place = PLACES[name]
        view = place.make(self._shell)
        view.setObjectName(name)
        if isinstance(view, Locker):
            view.open_wanted.connect(self.show_evidence)
        at = self.tabs.addTab(view, icon(place.icon), place.title)
        self._name_close_button(at, place.title)
        self.tabs.setCurrentIndex(at)
        self._show_middle()
        return view

    def _name_close_button(self, at: int, title: str) -> None:
        tip = self.tr("Close %1").replace("%1", title)
        close_button(self.tabs.tabBar(), at, tip).clicked.connect(self._close_sender)

    @Slot()
    def _close_sender(self) -> None:
        bar = self.tabs.tabBar()
        for at in range(self.tabs.count()):
            if bar.tabButton(at, QTabBar.ButtonPosition.RightSide) is self.sender():
                self.close_tab(at)
                return

    @Slot(int)
    def close_tab(self, at: int) -> None:
        """Put a document away; it stays in the case."""
        self._drop_tab(at)
        self._show_middle()

    def _drop_tab(self, at: int) -> None:
        tab = self.tabs.widget(at)
        self.tabs.removeTab(at)
        if isinstance(tab, DocumentTab):
            tab.close_document()
        if tab is not None:
            tab.hide()
            tab.deleteLater()

    def want_table(self, wanted: bool) -> None:
        """Show the table of claims below documents, or not; views of the whole case need none."""
        self.wants_table = wanted
        front = self.tabs.currentWidget()
        self.table.setVisible(wanted and isinstance(front, DocumentTab))

    def _show_middle(self) -> None:
        self._middle.setCurrentIndex(1 if self.tabs.count() else 0)
        self.want_table(self.wants_table)
        self.find_bar.attach(self.current)
        self.document_changed.emit()

    @Slot(int)
    def _tab_changed(self, _at: int) -> None:
        self.find_bar.attach(self.current)
        if self.current is not None:
            self.documents.mark(self.current.document_id)
        self.want_table(self.wants_table)
        self.document_changed.emit()
        self.selection_changed.emit()

    @Slot(str)
    def _open_link(self, address: str) -> None:
        url = QUrl(address)
        if url.scheme() in ("http", "https"):
            QDesktopServices.openUrl(url)

    # Claims

    @Slot(str)
    def _follow_claim(self, claim_id: str) -> None:
        line = self._shell.claims.get(claim_id)
        places = [highlight.document_id for highlight in line.highlights] if line else []
        if places and (self.current is None or self.current.document_id not in places):
            known = {document.id for document in self._shell.documents}
            wanted = next((name for name in places if name in known), "")
            if wanted:
                self.show_document(wanted)

    @Slot(str, str)
    def _show_passage(self, document_id: str, highlight_id: str) -> None:
        if any(document.id == document_id for document in self._shell.documents):
            self.show_document(document_id)
            if self.current is not None:
                self.current.show_passage(highlight_id)

    def show_hit(self, hit: Hit) -> None:
        """Go to what a search found."""
        if hit.kind == "document" and hit.document_id and hit.range is not None:
            self.show_document(hit.document_id)
            if self.current is not None:
                self.current.view.set_hits([hit.range], 0)
                self.current.view.ensure_visible(hit.range, flash=True)
                self.current.view.setFocus()
            return
        claim_id = hit.claim_id or self._shell.read(claim_citing, hit.kind, hit.id)
        if claim_id:
            self._shell.select(claim_id)
        else:
            self._shell.tell_hint(self.tr("No claim cites this yet."))

    @Slot(object)
    def add_claim(self, wanted: TextRange) -> None:
        """Make a claim of some words, and let its statement be written."""
        tab = self.marking
        if tab is None:
            return
        passage = tab.passage(wanted)
        statement = " ".join(passage.quote.split())[:STATEMENT_AT_MOST]
        action = AddClaim(statement, (passage,))
        if self._shell.do(action, self.tr("add claim")):
            tab.view.select(None)
            self._shell.select(action.id)
            self.inspector.setVisible(True)
            self.inspector.begin_statement()

    def add_passage(self) -> None:
        """Add the selected words to the claim that is open."""
        tab = self.marking
        if tab is None or tab.selection is None or not self._shell.selection:
            return
        action = AddHighlight(self._shell.selection, tab.passage(tab.selection))
        if self._shell.do(action, self.tr("add passage")):
            tab.view.select(None)
