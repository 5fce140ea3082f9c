"""The pane beside the report: items of the locker, or a document once more, to be compared."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QTabBar, QTabWidget

from verifier.actions.base import Change
from verifier.errors import VerifierError
from verifier.queries.evidence import evidence
from verifier.ui.document_tab import DocumentTab
from verifier.ui.evidence.details import checked
from verifier.ui.evidence_tab import EvidenceTab
from verifier.ui.icons import icon
from verifier.ui.panels.documents import media_icon
from verifier.ui.reader.same_words import words_on_top
from verifier.ui.reader.view import ReaderView
from verifier.ui.shell import Shell
from verifier.ui.widgets import close_button, holds_focus, look_like_documents

Tab = DocumentTab | EvidenceTab


class Beside(QTabWidget):
    """Tabs of its own, each with its own scroll; hidden while there are none."""

    changed = Signal()
    """Another tab is in front, or none."""
    selection_changed = Signal()
    claim_wanted = Signal(object, object)
    link_wanted = Signal(str)
    scans_wanted = Signal(str, int)
    pictures_wanted = Signal(str, int)
    left = Signal(object, object, bool)
    """A ReaderView was taken elsewhere by a jump: as its own signal tells it."""
    focus_lost = Signal()
    """What had the keyboard was put away, and nothing stands in its place."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        look_like_documents(self, self.tr("Open beside"))
        self.setElideMode(Qt.TextElideMode.ElideMiddle)
        self.currentChanged.connect(self.changed)
        self.hide()
        shell.changed.connect(self._follow)

    @property
    def current(self) -> Tab | None:
        """What is in front here."""
        tab = self.currentWidget()
        return tab if isinstance(tab, Tab) else None

    def tabs(self) -> list[Tab]:
        """All that is open here."""
        widgets = [self.widget(at) for at in range(self.count())]
        return [widget for widget in widgets if isinstance(widget, Tab)]

    def show_evidence(self, evidence_id: str) -> EvidenceTab | None:
        """Bring an item to the front, opening it if need be; None where it cannot be opened."""
        for tab in self.tabs():
            if isinstance(tab, EvidenceTab) and tab.evidence_id == evidence_id:
                self.setCurrentWidget(tab)
                self.show()
                self.changed.emit()
                return tab
        checked(self._shell, evidence_id)
        try:
            made = EvidenceTab(self._shell, evidence_id)
        except VerifierError as error:
            self._shell.tell_error(error)
            return None
        self._add(made, made.content.item.media_type or "", made.content.item.file_name)
        return made

    def show_document(self, document_id: str) -> DocumentTab:
        """Open a document of the case here too, or bring it to the front."""
        for tab in self.tabs():
            if isinstance(tab, DocumentTab) and tab.document_id == document_id:
                self.setCurrentWidget(tab)
                return tab
        made = DocumentTab(self._shell, document_id)
        self._add(made, made.content.row.media_type, made.content.row.file_name)
        return made

    def show_view(self, view: ReaderView) -> bool:
        """Bring the tab with these pages to the front; whether there is one."""
        for tab in self.tabs():
            if tab.view is view:
                self.setCurrentWidget(tab)
                self.show()
                self.changed.emit()
                return True
        return False

    def _add(self, tab: Tab, media_type: str, file_name: str) -> None:
        at = self.count()
        self._insert(at, tab, media_type, file_name)
        self.setCurrentIndex(at)
        self.show()
        tab.view.setFocus()
        self.changed.emit()

    def _insert(self, at: int, tab: Tab, media_type: str, file_name: str) -> None:
        tab.selection_changed.connect(self.selection_changed)
        tab.link_wanted.connect(self.link_wanted)
        tab.view.left.connect(self.left)
        if isinstance(tab, EvidenceTab):
            tab.pictures_wanted.connect(self.pictures_wanted)
        else:
            tab.claim_wanted.connect(self.claim_wanted)
            tab.scans_wanted.connect(self.scans_wanted)
        self.insertTab(at, tab, icon(media_icon(media_type)), tab.title)
        self.setTabToolTip(at, file_name)
        close = close_button(self.tabBar(), at, self.tr("Close %1").replace("%1", tab.title))
        close.clicked.connect(self._close_sender)

    # Closing

    @Slot()
    def _close_sender(self) -> None:
        for at in range(self.count()):
            if self.tabBar().tabButton(at, QTabBar.ButtonPosition.RightSide) is self.sender():
                self.close_tab(at)
                return

    def close_tab(self, at: int) -> None:
        """Put one away; with the last the pane goes."""
        tab = self.widget(at)
        had_focus = tab is not None and holds_focus(tab)
        self.removeTab(at)
        if isinstance(tab, Tab):
            tab.close_document()
            tab.hide()
            tab.deleteLater()
        if not self.count():
            self.hide()
        self.changed.emit()
        if had_focus and self.current is not None:
            self.current.view.setFocus()
        elif had_focus:
            self.focus_lost.emit()

    def close_all(self) -> None:
        """Put all away."""
        for at in reversed(range(self.count())):
            self.close_tab(at)

    @Slot(object)
    def _follow(self, change: Change) -> None:
        """What is no longer in the case is put away.

        What has another latest edition or another text by now is opened anew, where one read.
        """
        if not self.count() or not change.kinds & {"Document", "Edition", "Evidence"}:
            return
        latest = {row.id: row.edition_id for row in self._shell.documents}
        layers = {row.id: row.text_layer_id for row in self._shell.read(evidence)}
        for at in reversed(range(self.count())):
            tab = self.widget(at)
            if isinstance(tab, EvidenceTab):
                shown, now = tab.content.item.text_layer_id, layers.get(tab.evidence_id)
                is_here = tab.evidence_id in layers
            elif isinstance(tab, DocumentTab):
                shown, now = tab.content.row.edition_id, latest.get(tab.document_id)
                is_here = tab.document_id in latest
            else:
                continue
            if not is_here:
                self.close_tab(at)
            elif shown != now:
                self._renew(at, tab)

    def _renew(self, at: int, tab: EvidenceTab | DocumentTab) -> None:
        """The same in another text, in the place of the tab that shows it as it was."""
        is_front, had_focus = self.currentWidget() is tab, holds_focus(tab)
        try:
            if isinstance(tab, EvidenceTab):
                item = EvidenceTab(self._shell, tab.evidence_id)
                made: Tab = item
                named = item.content.item.media_type or "", item.content.item.file_name
            else:
                made = document = DocumentTab(self._shell, tab.document_id)
                named = document.content.row.media_type, document.content.row.file_name
        except VerifierError as error:
            self._shell.tell_error(error)
            return
        self._insert(at, made, *named)
        if is_front:
            self.setCurrentIndex(at)
        read = words_on_top(tab.view)
        made.view.restore(tab.view.position())
        if read is not None:
            read.show_in(made.view)
        if had_focus:
            made.view.setFocus()
        self.close_tab(at + 1)
