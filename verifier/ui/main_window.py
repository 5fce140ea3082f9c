"""The window: menus, toolbar, notices, the start view or the open case, the status bar.

It puts the parts together. What the commands do stands in `controllers`, which of them make sense
in `command_states.py`.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from verifier.ui.actions_of import Actions
from verifier.ui.command_states import CommandStates
from verifier.ui.commands.command import Group
from verifier.ui.controllers.all import make_controllers
from verifier.ui.controllers.controller import Parts
from verifier.ui.desk import Desk
from verifier.ui.dropped import files_in, is_takeable, links_in
from verifier.ui.file_dialogs import last_folder
from verifier.ui.importing import CASE_ENDING
from verifier.ui.job_list import JobList
from verifier.ui.kept_words import KeptWords
from verifier.ui.leaving import Leaving
from verifier.ui.notices import Notices
from verifier.ui.others import Others
from verifier.ui.recent_menu import RecentMenu
from verifier.ui.shell import Shell
from verifier.ui.start_view import StartView
from verifier.ui.status_line import StatusLine
from verifier.ui.tab_order import move_focus
from verifier.ui.top_bar import TopBar
from verifier.ui.turns import next_turn, paint_in_next_turn

SMALLEST = (900, 560)
NARROW = 1000
"""Pixels of the window's width from which on lists, page and inspector stand side by side."""
NARROW_FOR_TWO = 1360
"""The same where two documents are read beside each other: lines are to have some 40 characters."""
LOW = 620
"""Pixels of the window's height from which on a page and the table of claims both have room."""
TALL_SCREEN = 860
"""Pixels from which the table of claims is shown on the first start."""
USUAL = (1440, 900)


class MainWindow(QMainWindow):
    """The one window of the program."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.setObjectName("main")
        self.setAcceptDrops(True)
        room = self.screen().availableSize()
        self.setMinimumSize(QSize(*SMALLEST).boundedTo(room))
        self.resize(QSize(*USUAL).boundedTo(room))
        self._made_room = self._is_low = False
        self.start = StartView(shell)
        self.desk = Desk(shell)
        self.notices = Notices(self)
        self.actions_of = Actions(self, shell.settings.shortcuts)
        self.controllers = make_controllers(
            Parts(self, shell, self.start, self.desk, self.actions_of)
        )
        self.actions_of.serve(self.controllers)
        self.toolbar = TopBar(shell, self.actions_of)
        self.status = StatusLine(shell, self.desk, self.statusBar())
        self.others = Others(shell, self)
        self.job_list = JobList(shell.jobs, self, self.statusBar())
        self._recent = RecentMenu(shell, self)
        self.leaving = Leaving(shell, self.desk.tabs, self)
        self.kept_words = KeptWords(shell, self)
        self._places = QStackedWidget()
        self._build()
        self._connect()
        self._restore()
        self._refresh()
        self._states = CommandStates(shell, self.desk, self.actions_of)

    # Putting it together

    def _build(self) -> None:
        menus = self.actions_of.fill_menus(self.menuBar())
        after_open = menus[Group.FILE].actions()[2]
        menus[Group.FILE].insertMenu(after_open, self._recent)
        self.addToolBar(self.toolbar)
        self._places.addWidget(self.start)
        self._places.addWidget(self.desk)
        middle = QWidget()
        whole = QVBoxLayout(middle)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.notices.waiting)
        whole.addWidget(self._places, 1)
        self.setCentralWidget(middle)

    def _connect(self) -> None:
        shell, to = self._shell, self.controllers
        shell.told.connect(self.notices.tell)
        shell.outdated.connect(self.notices.forget)
        shell.opened.connect(self._refresh)
        shell.closed.connect(self._refresh)
        self.status.jobs.list_wanted.connect(self.job_list.toggle)
        self.start.new_wanted.connect(to.cases.new)
        self.start.open_wanted.connect(to.cases.open)
        self.start.sample_wanted.connect(to.cases.open_sample)
        self.start.recent_wanted.connect(to.cases.open_recent)
        self._recent.wanted.connect(to.cases.open_recent)
        self.desk.import_wanted.connect(to.documents.choose)
        self.desk.document_changed.connect(self._follow_document)
        self.desk.document_changed.connect(self._make_room)
        self.desk.looked_at.changed.connect(self._follow_document)
        self.toolbar.pages.wanted.connect(to.going.to_page)
        self.toolbar.pages.stepped.connect(to.going.step_page)
        to.pages.number_wanted.connect(self.toolbar.pages.begin)
        self.toolbar.theme_button.clicked.connect(to.looking.turn_theme)
        self.toolbar.search.clicked.connect(to.finding.open_palette)

    # Showing how things are

    @Slot()
    def _refresh(self) -> None:
        shell = self._shell
        if shell.is_open:
            next_turn(self, self._show_part)
            self.setWindowTitle(f"{shell.case.title} – Verifier")
            self.setWindowFilePath("" if shell.is_on_server else str(shell.path))
        else:
            self.setWindowTitle("Verifier")
            self._show_part()
        self._recent.refresh()
        self.status.refresh()
        self._follow_document()

    @Slot()
    def _show_part(self) -> None:
        """The desk with the case, laid out and painted in turns of their own; or the start view."""
        paint_in_next_turn(self)
        self._places.setCurrentWidget(self.desk if self._shell.is_open else self.start)
        self.toolbar.setVisible(self._shell.is_open)

    @Slot()
    def _follow_document(self) -> None:
        view = self.desk.pages
        if view is not None:
            unique = Qt.ConnectionType.UniqueConnection
            view.page_changed.connect(self._show_page, unique)
            view.zoom_changed.connect(self._show_page, unique)
        self._show_page()

    @Slot()
    def _show_page(self) -> None:
        self.toolbar.show_page(self.desk.pages)
        self.status.show_where()

    # Files from outside

    def open_path(self, case: Path | str) -> bool:
        """Open a case that was named from outside; whether it is open now, or on its way."""
        return self._shell.open_beside(case)

    def take_files(self, files: list[Path]) -> None:
        """Open a case among the files; import everything else."""
        cases = [file for file in files if file.suffix.lower() == CASE_ENDING]
        others = [file for file in files if file not in cases]
        take = partial(self.controllers.documents.take, others)
        if others and not cases:
            take()
        elif cases and self.controllers.cases.has_name():
            # What comes with a case waits for it.
            self._shell.open_beside(cases[0], take if others else None)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere on the window, and links."""
        if is_takeable(event.mimeData()):
            event.acceptProposedAction()
            self._shell.workers.warm()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        event.acceptProposedAction()
        if files := files_in(event.mimeData()):
            self.take_files(files)
        else:
            self.controllers.claims.take_links(links_in(event.mimeData()))

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through the window as it is seen."""
        return move_focus(self, forward=forward) or super().focusNextPrevChild(forward)

    # Coming and going

    def _restore(self) -> None:
        window = self._shell.settings.window
        self.restoreGeometry(_bytes(window.get("geometry")))
        self.desk.splitter.restoreState(_bytes(window.get("splitter")))
        self.desk.centre.restoreState(_bytes(window.get("centre")))
        self.desk.left.setVisible(bool(window.get("left", True)))
        self.desk.want_table(bool(window.get("table", self._is_screen_tall())))
        self.desk.inspector.setVisible(bool(window.get("right", True)))
        self.desk.outline.setVisible(bool(window.get("outline", not self.desk.outline.isHidden())))
        folder = window.get("folder")
        last_folder.path = Path(folder) if isinstance(folder, str) and folder else None

    def _is_screen_tall(self) -> bool:
        """Whether the screen has room for a page and the table below it."""
        return self.screen().availableGeometry().height() >= TALL_SCREEN

    def _remember(self) -> None:
        window = {
            **self._shell.settings.window,
            "geometry": _text(self.saveGeometry()),
            "splitter": _text(self.desk.splitter.saveState()),
            "centre": _text(self.desk.centre.saveState()),
            "table": self.desk.wants_table or self._is_low,
            "left": self.desk.left.isVisibleTo(self.desk) or self._made_room,
            "right": self.desk.inspector.isVisibleTo(self.desk),
            "outline": not self.desk.outline.isHidden(),
            "folder": str(last_folder.path or ""),
        }
        self._shell.remember(replace(self._shell.settings, window=window))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the search field to the window, and what lies over its edge."""
        super().resizeEvent(event)
        self.notices.passing.place()
        self.job_list.place()
        self.toolbar.search.fit(event.size().width())
        self._make_room()

    @Slot()
    def _make_room(self) -> None:
        """Lists wait while the window is too narrow for all parts, the table while it is too low.

        Whoever wants them all the same has them.
        """
        is_low = self.height() < LOW
        if is_low != self._is_low and (self._is_low or self.desk.wants_table):
            self._is_low = is_low
            self.desk.want_table(not is_low)
            self.desk.parts_changed.emit()
        is_narrow = self.width() < (NARROW if self.desk.beside.isHidden() else NARROW_FOR_TWO)
        if is_narrow == self._made_room:
            return
        if is_narrow and self.desk.left.isHidden():
            return
        self._made_room = is_narrow
        self.desk.show_part(self.desk.left, wanted=not is_narrow)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Everything is saved already; text that is refused keeps the window open.

        So does work that would be lost, until the person has decided about it.
        """
        if not (self._shell.close(self.close) and self._shell.may_leave(self.close)):
            event.ignore()
            return
        self._remember()
        self._shell.jobs.shutdown()
        self._shell.workers.close()
        self.notices.clear()
        event.accept()


def _bytes(text: object) -> QByteArray:
    return QByteArray.fromBase64(str(text or "").encode("ascii", errors="ignore"))


def _text(data: QByteArray) -> str:
    return bytes(data.toBase64().data()).decode("ascii")
