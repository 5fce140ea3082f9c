"""What runs in the background, in one line of the status bar: title, progress, a button to stop."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from verifier.ui.icons import icon
from verifier.ui.jobs import Job, Jobs

STEPS = 1000


class JobStrip(QWidget):
    """Shows the newest running job, and a button for the list of all; hidden while there is none.

    A job without a title is not worth a word: what a person sees of it is its answer.
    """

    list_wanted = Signal()
    """Show what else runs."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None
        self._title = QLabel()
        self._bar = QProgressBar()
        self._bar.setFixedWidth(140)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._stop = QToolButton()
        self._stop.setIcon(icon("x"))
        self._stop.setToolTip(self.tr("Stop"))
        self._stop.setAccessibleName(self.tr("Stop"))
        self._stop.clicked.connect(self._cancel)
        self.all_button = QToolButton()
        self.all_button.setToolTip(self.tr("Show all that runs in the background, or hide it"))
        self.all_button.clicked.connect(self.list_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 0, 0)
        for widget in (self._title, self._bar, self._stop, self.all_button):
            row.addWidget(widget)
        jobs.started.connect(self._refresh)
        jobs.ended.connect(self._refresh)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        running = [job for job in self._jobs.running if job.title]
        newest = running[-1] if running else None
        if newest is not self._job and newest is not None:
            newest.progressed.connect(self._show)
        self._job = newest
        self.setVisible(newest is not None)
        self.all_button.setVisible(len(running) > 1)
        self.all_button.setText(self.tr("%n running", "", len(running)))
        if newest is not None:
            self._show(newest.fraction, newest.note)

    @Slot(object, str)
    def _show(self, fraction: float | None, note: str) -> None:
        if self._job is None or self.sender() not in (self._job, self._jobs, None):
            return
        words = f"{self._job.title}: {note}" if note else self._job.title
        self._title.setText(words)
        self._bar.setRange(0, 0 if fraction is None else STEPS)
        if fraction is not None:
            self._bar.setValue(round(STEPS * fraction))
        self._stop.setEnabled(not self._job.is_cancelled)
        self._stop.setAccessibleDescription(self._job.title)

    @Slot()
    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._stop.setEnabled(False)
