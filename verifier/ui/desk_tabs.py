"""The tabs in the middle of the desk: documents, and views of the whole case."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QTabBar, QTabWidget, QWidget

from verifier.reading.render import PdfView
from verifier.ui.arriving_tab import ArrivingTab
from verifier.ui.document_tab import DocumentTab
from verifier.ui.icons import icon
from verifier.ui.importing import Arrival
from verifier.ui.pages_of import PDF, Content
from verifier.ui.panels.documents import media_icon
from verifier.ui.places.locker import Locker
from verifier.ui.places.table_of import PLACES, Place
from verifier.ui.places.timeline import Timeline
from verifier.ui.reader.same_words import words_on_top
from verifier.ui.reader.view import ReaderView
from verifier.ui.shell import Shell
from verifier.ui.turns import next_turn, paint_in_next_turn
from verifier.ui.widgets import close_button, holds_focus, look_like_documents

LEAST_WIDTH = 200
TITLE_AT_MOST = 32
"""Letters of a tab's title; the middle of a longer one is left out, and its tip has it whole."""


class DeskTabs(QTabWidget):
    """Opens each document and each view once, and brings it to the front."""

    changed = Signal()
    """A tab was opened, or closed by the person."""
    claim_wanted = Signal(object, object)
    selection_changed = Signal()
    link_wanted = Signal(str)
    evidence_wanted = Signal(str)
    scans_wanted = Signal(str, int)
    pictures_wanted = Signal(str, int)
    left = Signal(object, object, bool)
    """A ReaderView was taken elsewhere by a jump: as its own signal tells it."""
    focus_lost = Signal()
    """What had the keyboard was put away: left to Qt, it would go to any control, which the next
    key might press."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._gone: list[str] = []
        """Documents that left the case while they were open: they are opened when they return."""
        look_like_documents(self, self.tr("Open documents"))
        self.setElideMode(Qt.TextElideMode.ElideNone)

    @property
    def current(self) -> DocumentTab | None:
        """The document in front."""
        tab = self.currentWidget()
        return tab if isinstance(tab, DocumentTab) else None

    def documents(self) -> list[DocumentTab]:
        """Those that are open, in the order of their tabs."""
        widgets = [self.widget(at) for at in range(self.count())]
        return [widget for widget in widgets if isinstance(widget, DocumentTab)]

    @property
    def are_arriving(self) -> bool:
        """Whether a document is shown that is still on its way into the case."""
        return any(isinstance(self.widget(at), ArrivingTab) for at in range(self.count()))

    def minimumSizeHint(self) -> QSize:
        """What is in front needs room; views that are open behind it need none."""
        front, bar = self.currentWidget(), self.tabBar().sizeHint().height()
        least = front.minimumSizeHint() if front is not None else QSize(0, 0)
        return QSize(max(LEAST_WIDTH, least.width()), least.height() + bar)

    def kept_place(self) -> Mapping[str, Any]:
        """Where the person was in this case when it was closed."""
        place = self._shell.settings.places.get(self._shell.place, {})
        return place if isinstance(place, Mapping) else {}

    def has_document(self, document_id: str) -> bool:
        """Whether a document is open."""
        return any(tab.document_id == document_id for tab in self.documents())

    def show_document(self, document_id: str, content: Content | None = None) -> None:
        """Bring a document to the front, opening it if need be: its content may be read already."""
        for tab in self.documents():
            if tab.document_id == document_id:
                if tab is not self.currentWidget():
                    paint_in_next_turn(self)
                    self.setCurrentWidget(tab)
                return
        paint_in_next_turn(self)
        tab = self._open(document_id, self.count(), content)
        self.setCurrentWidget(tab)
        self.changed.emit()
        reading = self.kept_place().get("readings", {}).get(document_id)
        if reading:
            tab.restore(reading)

    def show_view(self, view: ReaderView) -> bool:
        """Bring the tab with these pages to the front; whether there is one."""
        for tab in (self.widget(at) for at in range(self.count())):
            if isinstance(tab, DocumentTab | ArrivingTab) and tab.view is view:
                self.setCurrentWidget(tab)
                return True
        return False

    def _open(
        self, document_id: str, at: int, content: Content | None, pdf: PdfView | None = None
    ) -> DocumentTab:
        """A document in a tab at this place, with what is there of it already."""
        tab = DocumentTab(self._shell, document_id, content, pdf)
        tab.claim_wanted.connect(self.claim_wanted)
        tab.selection_changed.connect(self.selection_changed)
        tab.link_wanted.connect(self.link_wanted)
        tab.scans_wanted.connect(self.scans_wanted)
        tab.view.left.connect(self.left)
        title = shortened(tab.title)
        self.insertTab(at, tab, icon(media_icon(tab.content.row.media_type)), title)
        self.setTabToolTip(at, tab.content.row.file_name)
        self._add_cross(at, tab.title)
        return tab

    @Slot(object)
    def show_arriving(self, arrival: Arrival) -> None:
        """Show a document while it is read; of several, the first comes to the front."""
        is_first = not self.are_arriving
        tab = ArrivingTab(self._shell, arrival)
        tab.link_wanted.connect(self.link_wanted)
        tab.ended.connect(self._settle)
        tab.view.left.connect(self.left)
        at = self.addTab(tab, icon(media_icon(PDF)), shortened(arrival.name))
        self._add_cross(at, arrival.name)
        if is_first:
            self.setCurrentIndex(at)
        self.changed.emit()
        if self.count() == 1:
            tab.view.setFocus()

    @Slot(object, str)
    def _settle(self, arriving: ArrivingTab, document_id: str) -> None:
        """The document takes the place of what was shown of it; nothing does where it failed.

        It is made out of sight, and shown between two events: both at once would be a pause.
        """
        at = self.indexOf(arriving)
        if at >= 0 and document_id:
            tab = self._open(document_id, at, *arriving.hand_over())
            self.setTabVisible(at, False)
            next_turn(tab, partial(self._exchange, arriving, tab))
        elif at >= 0:
            self.close_tab(at)

    def _exchange(self, arriving: ArrivingTab, tab: DocumentTab) -> None:
        """Show a document as far as what was shown of it had come, and instead of that."""
        at, is_front = self.indexOf(tab), self.currentWidget() is arriving
        before, has_focus = arriving.view, arriving.view.hasFocus()
        tab.view.restore(before.position())
        tab.view.select(before.selection())
        self.setTabVisible(at, True)
        if is_front or arriving.places:
            self.setCurrentIndex(at)
        if is_front and has_focus:
            tab.view.setFocus()
        self.removeTab(self.indexOf(arriving))
        self.changed.emit()
        for place in arriving.places:
            self.claim_wanted.emit(tab, place)
            tab.view.restore(before.position())  # the reading went on meanwhile
        self._put_away(arriving)

    def show_place(self, name: str) -> QWidget:
        """Bring a view of the whole case to the front, opening it if need be."""
        for tab in (self.widget(at) for at in range(self.count())):
            if tab is not None and tab.objectName() == name:
                self.setCurrentWidget(tab)
                return tab
        paint_in_next_turn(self)
        with self._shell.workspace.one_moment():
            return self._open_place(name, PLACES[name])

    def _open_place(self, name: str, place: Place) -> QWidget:
        self._shell.read_ahead(place.asks)
        view = place.make(self._shell)
        view.setObjectName(name)
        if isinstance(view, Locker | Timeline):
            view.open_wanted.connect(self.evidence_wanted)
        if isinstance(view, Locker):
            view.pictures_wanted.connect(self.pictures_wanted)
        at = self.addTab(view, icon(place.icon), place.title)
        self._add_cross(at, place.title)
        self.setCurrentIndex(at)
        self.changed.emit()
        _give_focus(view)
        return view

    def _add_cross(self, at: int, title: str) -> None:
        tip = self.tr("Close %1").replace("%1", title)
        close_button(self.tabBar(), at, tip).clicked.connect(self._close_sender)

    def show_latest_editions(self) -> None:
        """Close what left the case, and open what returns; open anew what has another latest
        edition, where one read. Something is to be read where something was."""
        latest = {document.id: document.edition_id for document in self._shell.documents}
        had_focus = any(holds_focus(tab) for tab in self.documents())
        had_tabs = bool(self.count())
        for tab in self.documents():
            if tab.document_id not in latest:
                self._gone.append(tab.document_id)
                self.drop(self.indexOf(tab))
        front = self.current.document_id if self.current is not None else ""
        for tab in self.documents():
            if latest[tab.document_id] != tab.content.row.edition_id:
                at, place, document_id = self.indexOf(tab), tab.place(), tab.document_id
                read = words_on_top(tab.view)
                self.drop(at)
                self.show_document(document_id)
                if self.current is not None:
                    self.current.restore(place)
                    if read is not None:
                        read.show_in(self.current.view)
                self.tabBar().moveTab(self.currentIndex(), at)
        if front in latest:
            self.show_document(front)
        for document_id in [each for each in self._gone if each in latest]:
            self._gone.remove(document_id)
            self.show_document(document_id)
        if had_tabs and not self.count() and latest:
            self.show_document(next(iter(latest)))
        if had_focus and not any(holds_focus(tab) for tab in self.documents()):
            self.focus_lost.emit()

    @Slot()
    def _close_sender(self) -> None:
        bar = self.tabBar()
        for at in range(self.count()):
            if bar.tabButton(at, QTabBar.ButtonPosition.RightSide) is self.sender():
                self.close_tab(at)
                return

    @Slot(int)
    def close_tab(self, at: int) -> None:
        """Put a document or a view away; text in it that is refused keeps it open."""
        tab = self.widget(at)
        if tab is None or self._shell.drafts.settle(tab):
            had_focus = tab is not None and holds_focus(tab)
            self.drop(at)
            self.changed.emit()
            if had_focus:
                self.focus_lost.emit()

    def close_all(self) -> None:
        """Put everything away: the case is closed."""
        self._gone.clear()
        for at in reversed(range(self.count())):
            self.drop(at)

    def drop(self, at: int) -> None:
        """Take a tab away, without telling anybody."""
        tab = self.widget(at)
        self.removeTab(at)
        if tab is not None:
            self._put_away(tab)

    @staticmethod
    def _put_away(tab: QWidget) -> None:
        if isinstance(tab, DocumentTab | ArrivingTab):
            tab.close_document()
        tab.hide()
        tab.deleteLater()


def shortened(title: str) -> str:
    """A title that fits on a tab: what is too long loses its middle."""
    if len(title) <= TITLE_AT_MOST:
        return title
    half = TITLE_AT_MOST // 2
    return f"{title[:half].rstrip()}…{title[-half:].lstrip()}"


def _give_focus(view: QWidget) -> None:
    """The keyboard goes to the list of a view, where it has one."""
    lists = [each for each in view.findChildren(QAbstractItemView) if each.isVisibleTo(view)]
    (lists[0] if lists else view).setFocus()
