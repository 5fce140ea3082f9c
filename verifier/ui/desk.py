"""The open case: lists at the left, documents in the middle, the inspector at the right."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QMouseEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from verifier.actions.base import Change
from verifier.exchange.evidence_ocr import can_be_seen
from verifier.queries.search import Hit
from verifier.text.regions import Place
from verifier.ui.arriving_tab import ArrivingTab
from verifier.ui.beside import Beside, Tab
from verifier.ui.claiming import Claiming
from verifier.ui.desk_tabs import DeskTabs
from verifier.ui.document_tab import DocumentTab
from verifier.ui.empty_state import EmptyState
from verifier.ui.evidence_tab import EvidenceTab
from verifier.ui.find_bar import FindBar
from verifier.ui.hit_jumps import go_to
from verifier.ui.inspector.inspector import Inspector
from verifier.ui.kept_words import KEPT
from verifier.ui.looked_at import LookedAt
from verifier.ui.notices import Notice, NoticeKind
from verifier.ui.panels.claims import ClaimsPanel
from verifier.ui.panels.documents import DocumentsPanel
from verifier.ui.panels.outline import OutlinePanel
from verifier.ui.panels.progress import ProgressCard
from verifier.ui.panels.thumbnails import ThumbnailsPanel
from verifier.ui.reader.view import ReaderView
from verifier.ui.shell import Shell
from verifier.ui.table.claims_table import ClaimsTable
from verifier.ui.to_front import ToFront, nothing
from verifier.ui.tokens import METRICS
from verifier.ui.way_back import WayBack
from verifier.ui.widgets import frame, holds_focus, label, push_button

SIDES = (264, 780, 356)
HEIGHTS = (560, 230)


class Desk(QWidget):
    """Everything there is to see of a case."""

    import_wanted = Signal()
    document_changed = Signal()
    """Another document is in front, or none."""
    selection_changed = Signal()
    """Other words are selected in the document in front, or none."""
    scans_wanted = Signal(str, int)
    """The scanned pages of a document are to be read; the page in front, from 1."""
    pictures_wanted = Signal(str, int)
    """The same of an item of the locker."""
    parts_changed = Signal()
    """A panel is shown now, or hidden."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._title = label("", "title", wrap=True)
        self.documents = DocumentsPanel(shell)
        self.outline = OutlinePanel(shell)
        self.thumbnails = ThumbnailsPanel(shell)
        self.claims = ClaimsPanel(shell)
        self.progress = ProgressCard(shell)
        self.inspector = Inspector(shell)
        self.tabs = DeskTabs(shell)
        self._to_front = ToFront(shell, self.tabs, self._note_way_back)
        self._claiming = Claiming(shell)
        self._import = push_button(self.tr("Import a document…"), "primary")
        self._middle = QStackedWidget()
        self.beside = Beside(shell)
        self.looked_at = LookedAt(self.tabs, self.beside, self)
        self.sides = QSplitter(Qt.Orientation.Horizontal)
        self._is_shared = False
        self.left = self._make_left()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.centre = QSplitter(Qt.Orientation.Vertical)
        self.table = ClaimsTable(shell)
        self.wants_table = True
        self.find_bar = FindBar(shell)
        self.way_back = WayBack(lambda: self.pages, self._show_view, self)
        self._build()
        self.documents.wanted.connect(self.show_document)
        self.documents.import_wanted.connect(self.import_wanted)
        self.inspector.passage_wanted.connect(self._show_passage)
        self.inspector.left.connect(self._focus_content)
        self.claims.filter.left.connect(self._focus_content)
        for claims in (self.claims, self.table):
            claims.passage_wanted.connect(self._show_claim)
        self.inspector.step_wanted.connect(self.claims.step)
        self.inspector.citations.evidence_wanted.connect(self.show_evidence)
        self.beside.claim_wanted.connect(self.add_claim)
        self.beside.link_wanted.connect(self._open_link)
        self.beside.scans_wanted.connect(self.scans_wanted)
        self.beside.pictures_wanted.connect(self.pictures_wanted)
        self.beside.left.connect(self.way_back.note)
        self.beside.focus_lost.connect(self._focus_content)
        self.beside.changed.connect(self._beside_changed)
        self.beside.selection_changed.connect(self.selection_changed)
        self.document_changed.connect(self._follow_reading)
        self.selection_changed.connect(self._follow_reading)
        self.looked_at.changed.connect(self._follow_reading)
        self._claim_before = ""
        shell.opened.connect(self._open)
        shell.claims.reset.connect(self._select_before)
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
        whole.addWidget(self.thumbnails, 2)
        whole.addWidget(self.claims, 1)
        whole.addWidget(self.progress)
        left.setMinimumWidth(220)
        return left

    def _build(self) -> None:
        self.tabs.currentChanged.connect(self._tab_changed)
        self.tabs.changed.connect(self._show_middle)
        self.tabs.claim_wanted.connect(self.add_claim)
        self.tabs.selection_changed.connect(self.selection_changed)
        self.tabs.link_wanted.connect(self._open_link)
        self.tabs.evidence_wanted.connect(self.show_evidence)
        self.tabs.scans_wanted.connect(self.scans_wanted)
        self.tabs.left.connect(self.way_back.note)
        self.tabs.focus_lost.connect(self._focus_content)
        self.tabs.pictures_wanted.connect(self.pictures_wanted)
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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The mouse's own buttons go back and forward, as in a browser."""
        if event.button() is Qt.MouseButton.BackButton:
            self.way_back.back()
        elif event.button() is Qt.MouseButton.ForwardButton:
            self.way_back.forward()
        else:
            super().mousePressEvent(event)

    # The case comes and goes

    @Slot()
    def _open(self) -> None:
        self._title.setText(self._shell.case.title)
        place = self.tabs.kept_place()
        known = {document.id for document in self._shell.documents}
        for document_id in [name for name in place.get("documents", []) if name in known]:
            self._to_front.show(document_id)
        if not self.tabs.count() and self._shell.documents:
            self._to_front.show(self._shell.documents[0].id)
        if self.tabs.has_document(str(place.get("document"))):
            self._to_front.show(place["document"])
        self.inspector.comments.wait_with(place.get("comments", {}))
        self.inspector.citations.wait_with(place.get("sources", []))
        self._claim_before = str(place.get("claim") or "")
        self._select_before()
        self.way_back.forget()
        self._show_middle()
        self._focus_content()

    @Slot()
    def _select_before(self) -> None:
        """The claim that was looked at last, as soon as it has been read."""
        if self._claim_before and not self._shell.claims.is_reading:
            claim_id, self._claim_before = self._claim_before, ""
            if not self._shell.selection:
                self._shell.select(claim_id)

    @Slot()
    def _focus_content(self) -> None:
        front = self.tabs.currentWidget()
        if self.current is not None:
            self.current.view.setFocus()
        elif front is not None:
            front.setFocus()
        else:
            self._import.setFocus()

    @Slot()
    def _remember(self) -> None:
        tabs = self.tabs.documents()
        readings = dict(self.tabs.kept_place().get("readings", {}))
        readings.update({tab.document_id: tab.place() for tab in tabs})
        place: dict[str, Any] = {
            KEPT: self.tabs.kept_place().get(KEPT, []),
            "documents": [tab.document_id for tab in tabs],
            "document": self.current.document_id if self.current is not None else "",
            "claim": self._shell.selection,
            "readings": readings,
            "comments": self.inspector.comments.unsent,
            "sources": self.inspector.citations.begun,
        }
        self._shell.remember(self._shell.settings.with_place(self._shell.place, place))

    @Slot()
    def _close(self) -> None:
        self.tabs.close_all()
        self.beside.close_all()
        self.inspector.show_claim("")
        self._title.clear()
        self._show_middle()

    @Slot(object)
    def _follow(self, change: Change) -> None:
        if change.kinds & {"Document", "Edition"}:
            self.tabs.show_latest_editions()
            self._show_middle()
        if "Case" in change.kinds:
            self._title.setText(self._shell.case.title)

    def close_tab(self) -> None:
        """Put away what is looked at: beside, or else in front."""
        if self.looked_at.is_beside:
            self.beside.close_tab(self.beside.currentIndex())
        else:
            self.tabs.close_tab(self.tabs.currentIndex())

    # Documents

    @property
    def current(self) -> DocumentTab | None:
        """The document in front."""
        return self.tabs.current

    @property
    def reading(self) -> Tab | None:
        """What is read now: what is looked at beside, or else the document in front."""
        return self.beside.current if self.looked_at.is_beside else self.current

    @property
    def front(self) -> ReaderView | None:
        """The pages of the tab in front: a document's, or of one that is still being read."""
        tab = self.tabs.currentWidget()
        return tab.view if isinstance(tab, DocumentTab | ArrivingTab) else None

    @property
    def pages(self) -> ReaderView | None:
        """The pages that are looked at now, beside or in front."""
        beside = self.beside.current if self.looked_at.is_beside else None
        return beside.view if beside is not None else self.front

    @property
    def marking(self) -> DocumentTab | None:
        """The document whose selected words may become a claim."""
        tab = self.reading
        return tab if isinstance(tab, DocumentTab) else None

    @property
    def quoting(self) -> EvidenceTab | None:
        """The evidence beside, where words are selected in it."""
        tab = self.beside.current
        return tab if isinstance(tab, EvidenceTab) and tab.selection is not None else None

    @property
    def seeable(self) -> EvidenceTab | None:
        """The evidence beside, where text can be read from its pictures."""
        tab = None if self.beside.isHidden() else self.beside.current
        return tab if isinstance(tab, EvidenceTab) and can_be_seen(tab.content.item) else None

    @Slot(str)
    def show_document(self, document_id: str, then: Callable[[], object] = nothing) -> None:
        """Bring a document to the front, opening it if need be; `then` something is done with it.

        One of a server's case is opened once it has been read. It is told why one cannot be opened.
        """
        self._to_front.bring(document_id, then)

    def _note_way_back(self, document_id: str) -> None:
        before = self.current
        if before is not None and before.document_id != document_id:
            self.way_back.note(before.view, before.view.position(), False)

    def _show_view(self, view: ReaderView) -> bool:
        """Bring pages that are open to the front, and the keyboard to them."""
        is_open = self.tabs.show_view(view) or self.beside.show_view(view)
        if is_open:
            view.setFocus()
        return is_open

    def show_place(self, name: str) -> QWidget:
        """Bring a view of the whole case to the front, opening it if need be."""
        return self.tabs.show_place(name)

    def show_part(self, part: QWidget, *, wanted: bool) -> None:
        """Show or hide a panel at a side."""
        part.setVisible(wanted)
        self.parts_changed.emit()

    @Slot(str, str)
    def show_evidence(self, evidence_id: str, citation_id: str = "") -> None:
        """Open an item of the locker beside the report, at the words that a citation quotes."""
        tab = self.beside.show_evidence(evidence_id)
        if tab is not None and citation_id:
            tab.show_quote(citation_id)

    @Slot()
    def _follow_reading(self) -> None:
        self.outline.attach(self.reading)
        self.thumbnails.attach(self.reading)

    def toggle_outline(self) -> None:
        """Show the outline of what is read instead of its pages, or hide it."""
        self.outline.setVisible(self.outline.isHidden())
        self.thumbnails.hide()
        self._follow_reading()

    def toggle_thumbnails(self) -> None:
        """Show the pages of what is read instead of its outline, or hide them."""
        self.thumbnails.setVisible(self.thumbnails.isHidden())
        self.outline.hide()
        self._follow_reading()

    def toggle_beside(self) -> None:
        """Show the pane beside with what was open in it, or the document in front; or hide it."""
        if not self.beside.isHidden():
            had_focus = holds_focus(self.beside)
            self.beside.hide()
            if had_focus:
                self._focus_content()
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
        self.find_bar.attach(self.reading)
        self.document_changed.emit()
        self.selection_changed.emit()

    def want_table(self, wanted: bool) -> None:
        """Show the table of claims below documents, or not; views of the whole case need none."""
        self.wants_table = wanted
        front = self.tabs.currentWidget()
        self.table.setVisible(wanted and isinstance(front, DocumentTab))

    def show_table(self) -> None:
        """Show the table now: a document comes to the front, for other views have none."""
        if self.current is None and self._shell.documents:
            self.show_document(self._shell.documents[0].id)
        self.want_table(True)
        self.parts_changed.emit()

    def _show_middle(self) -> None:
        begins = bool(self.tabs.count()) and self._import.hasFocus()
        self._middle.setCurrentIndex(1 if self.tabs.count() else 0)
        if begins:
            self._focus_content()
        self.want_table(self.wants_table)
        self.find_bar.attach(self.current)
        self.document_changed.emit()

    @Slot(int)
    def _tab_changed(self, _at: int) -> None:
        self.looked_at.look_in_front()
        self.find_bar.attach(self.current)
        if self.current is not None:
            self.documents.mark(self.current.document_id)
        self.want_table(self.wants_table)
        self.document_changed.emit()
        self.selection_changed.emit()

    @Slot(str)
    def _open_link(self, address: str) -> None:
        """Ask first: what a report links to may be a trap, and it learns who looks."""
        url = QUrl(address)
        if url.scheme() not in ("http", "https"):
            self._shell.tell_hint(self.tr("Not opened: %1").replace("%1", address))
            return
        words = self.tr("Open %1 in the browser?").replace("%1", address)
        act = partial(_browse, url)
        self._shell.tell(Notice(NoticeKind.HINT, words, self.tr("Open"), act))

    # Claims

    @Slot(str)
    def _follow_claim(self, claim_id: str) -> None:
        line = self._shell.claims.get(claim_id)
        places = [highlight.document_id for highlight in line.highlights] if line else []
        if places and (self.current is None or self.current.document_id not in places):
            known = {document.id for document in self._shell.documents}
            wanted = next((name for name in places if name in known), "")
            if wanted:
                self.show_document(wanted, self._look_at_selection)

    def _look_at_selection(self) -> None:
        """A document that was opened for the chosen claim shows it."""
        if self.current is not None:
            self.current.show_claim(self._shell.selection)

    @Slot(str)
    def _show_claim(self, claim_id: str) -> None:
        self._follow_claim(claim_id)
        if self.current is not None:
            self.current.show_claim(claim_id)

    @Slot(str, str)
    def _show_passage(self, document_id: str, highlight_id: str) -> None:
        self.show_document(document_id, partial(self._show_passage_in_front, highlight_id))

    def _show_passage_in_front(self, highlight_id: str) -> None:
        if self.current is not None and not self.current.show_passage(highlight_id):
            words = self.tr(
                "This passage stands in an earlier edition of the document. File > Passages "
                "that wait for a decision lists what nobody has decided about yet."
            )
            self._shell.tell_hint(words)

    def show_hit(self, hit: Hit) -> None:
        """Go to what a search found."""
        go_to(hit, self, self._shell)

    @Slot(object, object)
    def add_claim(self, tab: DocumentTab, wanted: Place) -> None:
        """Make a claim of words or of a region of a document, and let its statement be written."""
        if self._claiming.add_claim(tab, wanted):
            self.show_part(self.inspector, wanted=True)
            self.inspector.begin_statement()

    def add_passage(self) -> None:
        """Add the selected words to the claim that is open."""
        if self.marking is not None:
            self._claiming.add_passage(self.marking)


def _browse(url: QUrl) -> None:
    QDesktopServices.openUrl(url)
