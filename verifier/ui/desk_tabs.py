"""The tabs in the middle of the desk: documents, and views of the whole case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QTabBar, QTabWidget, QWidget

from verifier.ui.document_tab import DocumentTab
from verifier.ui.icons import icon
from verifier.ui.panels.documents import media_icon
from verifier.ui.places.locker import Locker
from verifier.ui.places.table_of import PLACES
from verifier.ui.places.timeline import Timeline
from verifier.ui.shell import Shell
from verifier.ui.widgets import close_button


class DeskTabs(QTabWidget):
    """Opens each document and each view once, and brings it to the front."""

    changed = Signal()
    """A tab was opened, or closed by the person."""
    claim_wanted = Signal(object)
    selection_changed = Signal()
    link_wanted = Signal(str)
    evidence_wanted = Signal(str)

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.setDocumentMode(True)
        self.setMovable(True)
        self.setElideMode(Qt.TextElideMode.ElideMiddle)
        self.setUsesScrollButtons(True)
        self.tabBar().setAccessibleName(self.tr("Open documents"))
        self.tabBar().setExpanding(False)
        self.tabBar().setDrawBase(False)

    @property
    def current(self) -> DocumentTab | None:
        """The document in front."""
        tab = self.currentWidget()
        return tab if isinstance(tab, DocumentTab) else None

    def documents(self) -> list[DocumentTab]:
        """Those that are open, in the order of their tabs."""
        widgets = [self.widget(at) for at in range(self.count())]
        return [widget for widget in widgets if isinstance(widget, DocumentTab)]

    def kept_place(self) -> Mapping[str, Any]:
        """Where the person was in this case when it was closed."""
        place = self._shell.settings.places.get(str(self._shell.path.absolute()), {})
        return place if isinstance(place, Mapping) else {}

    def show_document(self, document_id: str) -> None:
        """Bring a document to the front, opening it if need be."""
        for tab in self.documents():
            if tab.document_id == document_id:
                self.setCurrentWidget(tab)
                return
        tab = DocumentTab(self._shell, document_id)
        tab.claim_wanted.connect(self.claim_wanted)
        tab.selection_changed.connect(self.selection_changed)
        tab.link_wanted.connect(self.link_wanted)
        at = self.addTab(tab, icon(media_icon(tab.content.row.media_type)), tab.title)
        self.setTabToolTip(at, tab.content.row.file_name)
        self._bring(at, tab.title)
        reading = self.kept_place().get("readings", {}).get(document_id)
        if reading:
            tab.restore(reading)

    def show_place(self, name: str) -> QWidget:
        """Bring a view of the whole case to the front, opening it if need be."""
        for tab in (self.widget(at) for at in range(self.count())):
            if tab is not None and tab.objectName() == name:
                self.setCurrentWidget(tab)
                return tab
        place = PLACES[name]
        view = place.make(self._shell)
        view.setObjectName(name)
        if isinstance(view, Locker | Timeline):
            view.open_wanted.connect(self.evidence_wanted)
        self._bring(self.addTab(view, icon(place.icon), place.title), place.title)
        return view

    def _bring(self, at: int, title: str) -> None:
        tip = self.tr("Close %1").replace("%1", title)
        close_button(self.tabBar(), at, tip).clicked.connect(self._close_sender)
        self.setCurrentIndex(at)
        self.changed.emit()

    def show_latest_editions(self) -> None:
        """Close what left the case; open anew what has another latest edition, where one read."""
        latest = {document.id: document.edition_id for document in self._shell.documents}
        for tab in self.documents():
            if tab.document_id not in latest:
                self.drop(self.indexOf(tab))
        front = self.current.document_id if self.current is not None else ""
        for tab in self.documents():
            if latest[tab.document_id] != tab.content.row.edition_id:
                at, place, document_id = self.indexOf(tab), tab.place(), tab.document_id
                self.drop(at)
                self.show_document(document_id)
                if self.current is not None:
                    self.current.restore(place)
                self.tabBar().moveTab(self.currentIndex(), at)
        if front in latest:
            self.show_document(front)

    @Slot()
    def _close_sender(self) -> None:
        bar = self.tabBar()
        for at in range(self.count()):
            if bar.tabButton(at, QTabBar.ButtonPosition.RightSide) is self.sender():
                self.close_tab(at)
                return

    @Slot(int)
    def close_tab(self, at: int) -> None:
        """Put a document away; it stays in the case."""
        self.drop(at)
        self.changed.emit()

    def close_all(self) -> None:
        """Put everything away: the case is closed."""
        for at in reversed(range(self.count())):
            self.drop(at)

    def drop(self, at: int) -> None:
        """Take a tab away, without telling anybody."""
        tab = self.widget(at)
        self.removeTab(at)
        if isinstance(tab, DocumentTab):
            tab.close_document()
        if tab is not None:
            tab.hide()
            tab.deleteLater()
