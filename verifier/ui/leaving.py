"""Asks before a case, or the program, is closed over work that would be lost with it.

What was done is saved as it is done, but a file that is still being read is not in the case yet.
The person waits for it, stops it, or stays.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from verifier.ui.desk_tabs import DeskTabs
from verifier.ui.job_list import JobLine
from verifier.ui.jobs import Job
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import clear_layout, column, label, push_button, row

WIDTH = 520
LISTED = 6
Go = Callable[[], object]


class Leaving(QObject):
    """Holds back whoever leaves, until that is settled."""

    def __init__(self, shell: Shell, tabs: DeskTabs, window: QWidget) -> None:
        super().__init__(window)
        self._shell = shell
        self._tabs = tabs
        self._window = window
        self._go: Go | None = None
        self.dialog: LeavingDialog | None = None
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._look)
        shell.unfinished.connect(self._ask)
        shell.jobs.ended.connect(self._follow)
        tabs.changed.connect(self._look_soon)
        shell.big.ended.connect(self._look_soon, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def _ask(self, go: Go) -> None:
        """Ask about what is under way; `go` leaves, once that is settled."""
        self._go = go
        if self.dialog is not None:
            return
        self.dialog = LeavingDialog(self._shell.jobs.awaited, self._window)
        self.dialog.stopped.connect(self._stop)
        self.dialog.rejected.connect(self._stay)
        self.dialog.open()

    @Slot(object)
    def _follow(self, job: Job) -> None:
        """Something has ended: perhaps there is nothing left to wait for. What failed is read."""
        if self._go is None:
            return
        if job.has_failed and job.title:
            self._stay()
        else:
            self._look_soon()

    @Slot()
    def _look_soon(self) -> None:
        """Between two events: what has ended hands on first what it brings."""
        if self._go is not None:
            self._turn.start(0)

    @Slot()
    def _look(self) -> None:
        if self._go is None or self._shell.is_busy:
            return
        if self._shell.jobs.awaited:
            if self.dialog is not None:
                self.dialog.show_jobs(self._shell.jobs.awaited)
        elif not self._tabs.are_arriving:
            self._leave()

    @Slot()
    def _stop(self) -> None:
        for job in self._shell.jobs.awaited:
            job.cancel()
        self._leave()

    @Slot()
    def _stay(self) -> None:
        self._go = None
        self._put_away()

    def _leave(self) -> None:
        go, self._go = self._go, None
        self._put_away()
        if go is not None:
            go()

    def _put_away(self) -> None:
        self._turn.stop()
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.hide()
            dialog.deleteLater()


class LeavingDialog(QDialog):
    """What is under way, each with how far it is, and what can be done."""

    stopped = Signal()

    def __init__(self, jobs: tuple[Job, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something is still under way"))
        self._words = label("", wrap=True)
        self._words.setText(self.tr("Closing now would lose what is not done yet:"))
        self._list = column(spacing=METRICS.space_s)
        self.stay = push_button(self.tr("Stay"))
        self.stop = push_button(self.tr("Stop and close"), "danger")
        self.wait = push_button(self.tr("Wait, then close"), "primary")
        self.stay.clicked.connect(self.reject)
        self.stop.clicked.connect(self.stopped)
        self.wait.clicked.connect(self._wait)
        buttons = row(self.stay, self.stop, self.wait)
        buttons.insertStretch(0)
        whole = column(margin=METRICS.space_l, spacing=METRICS.space_l)
        whole.addWidget(self._words)
        whole.addLayout(self._list)
        whole.addLayout(buttons)
        whole.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self.setLayout(whole)
        self.show_jobs(jobs)
        self.resize(WIDTH, whole.sizeHint().height())
        self.wait.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_jobs(self, jobs: tuple[Job, ...]) -> None:
        """Show what there still is to wait for."""
        clear_layout(self._list)
        for job in jobs[:LISTED]:
            self._list.addWidget(JobLine(job))
        if len(jobs) > LISTED:
            words = self.tr("And more: %1").replace("%1", str(len(jobs) - LISTED))
            self._list.addWidget(label(words, "muted"))

    @Slot()
    def _wait(self) -> None:
        self.wait.hide()
        self.stay.setFocus(Qt.FocusReason.OtherFocusReason)
        self._words.setText(self.tr("It is closed as soon as this is done."))
