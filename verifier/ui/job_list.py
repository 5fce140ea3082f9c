"""All that runs in the background, a line for each: what it is, how far it is, a button to stop."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from verifier.ui.jobs import Job, Jobs
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import column, label, row, tool_button

STEPS = 1000
WIDTH = 340
LINES_SHOWN = 6
LINE_HEIGHT = 54


class JobLine(QWidget):
    """One job."""

    def __init__(self, job: Job) -> None:
        super().__init__()
        self.job = job
        title = label(job.title, wrap=False)
        title.setToolTip(job.title)
        title.setMinimumWidth(0)
        self.note = label("", "muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of: %1").replace("%1", job.title))
        self.stop_button = tool_button("x", self.tr("Stop"))
        self.stop_button.setAccessibleName(self.tr("Stop: %1").replace("%1", job.title))
        self.stop_button.clicked.connect(self._stop)
        words = row(title, self.note, spacing=METRICS.space_s)
        words.setStretch(0, 1)
        under = row(self.bar, self.stop_button, spacing=METRICS.space_s)
        whole = column(spacing=2)
        whole.setContentsMargins(METRICS.space_m, METRICS.space_s, METRICS.space_s, 0)
        whole.addLayout(words)
        whole.addLayout(under)
        self.setLayout(whole)
        self.setFixedHeight(LINE_HEIGHT)
        job.progressed.connect(self._show)
        self._show(job.fraction, job.note)

    @Slot(object, str)
    def _show(self, fraction: float | None, note: str) -> None:
        self.note.setText(note)
        self.bar.setRange(0, 0 if fraction is None else STEPS)
        if fraction is not None:
            self.bar.setValue(round(STEPS * fraction))

    @Slot()
    def _stop(self) -> None:
        self.job.cancel()
        self.stop_button.setEnabled(False)
        self.note.setText(self.tr("stopping"))


class JobList(QFrame):
    """Stands in the lower corner of the window while it is wanted and several jobs run."""

    def __init__(self, jobs: Jobs, window: QWidget, foot: QWidget) -> None:
        super().__init__(window)
        self._foot = foot
        self._lines: dict[Job, JobLine] = {}
        self.setProperty("panel", "card")
        self.setAutoFillBackground(True)
        self.setAccessibleName(self.tr("What runs in the background"))
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, METRICS.space_s)
        self._rows.setSpacing(0)
        self._rows.addStretch(1)
        inside = QWidget()
        inside.setLayout(self._rows)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(inside)
        whole = column(margin=2, spacing=0)  # the frame keeps its edge
        whole.addWidget(self._scroll)
        self.setLayout(whole)
        self.hide()
        jobs.started.connect(self._add)
        jobs.ended.connect(self._take_away)

    @property
    def lines(self) -> list[JobLine]:
        """One for each job that has a title, the oldest first."""
        return list(self._lines.values())

    def toggle(self) -> None:
        """Show the list, or hide it."""
        self.setVisible(self.isHidden() and bool(self._lines))
        self.place()

    @Slot(object)
    def _add(self, job: Job) -> None:
        if not job.title:
            return
        line = self._lines[job] = JobLine(job)
        self._rows.insertWidget(self._rows.count() - 1, line)
        if len(self._lines) == 2:
            self.show()
        self.place()

    @Slot(object)
    def _take_away(self, job: Job) -> None:
        line = self._lines.pop(job, None)
        if line is not None:
            self._rows.removeWidget(line)
            line.hide()
            line.deleteLater()
        if not self._lines:
            self.hide()
        self.place()

    def place(self) -> None:
        """Keep to the corner of the window, whatever its size is now."""
        window = self.parentWidget()
        if self.isHidden() or window is None:
            return
        shown = min(LINES_SHOWN, max(1, len(self._lines)))
        self.resize(WIDTH, shown * LINE_HEIGHT + METRICS.space_m)
        self.move(
            window.width() - WIDTH - METRICS.space_m,
            self._foot.y() - self.height() - METRICS.space_s,
        )
        self.raise_()
