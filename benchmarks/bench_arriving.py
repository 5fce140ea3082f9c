"""A PDF of 1,000 pages dropped on the window: when its first page is there, and what pauses.

    python benchmarks/bench_arriving.py [--writer runs] [--pages 1000] [--rounds 3]

By the clock, in a window without a screen, with a reading process that is warm: from the drop to
the first page's picture, to its words (which can be selected then), until both are painted, and
until the document is in the case. A timer of 5 ms tells how long the window was deaf at most: until
the first page, while the rest is read, and when the document takes the place of what was shown.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from pdf_files import WRITERS, make  # noqa: E402
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl  # noqa: E402
from PySide6.QtGui import QDragEnterEvent, QDropEvent  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from verifier.ui.app import make_window  # noqa: E402
from verifier.ui.arriving_tab import ArrivingTab  # noqa: E402
from verifier.ui.main_window import MainWindow  # noqa: E402
from verifier.ui.shell import Shell  # noqa: E402

TICK_MS = 5
PATIENCE = 120.0
STAGES = ("picture", "words", "painted", "in the case")


class Deafness:
    """The longest time between two ticks."""

    def __init__(self, app: QApplication) -> None:
        self._last = time.perf_counter()
        self.longest = 0.0
        self._timer = QTimer(app)
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now

    def take(self) -> float:
        """The longest pause since this was asked last."""
        longest, self.longest = self.longest, 0.0
        return longest


def main() -> None:
    """Measure and print a table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--pages", type=int, default=1000)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--writer", choices=WRITERS, default="runs")
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for key in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
            os.environ[key] = name
        pdf = folder / "report.pdf"
        make(pdf, chosen.writer, chosen.pages)
        app = QApplication([])
        rounds = [one_round(app, folder / f"{n}.vcase", pdf) for n in range(chosen.rounds)]
    print("| after the drop | s | longest pause till then, ms |\n|---|--:|--:|")
    for at, stage in enumerate(STAGES):
        seconds = statistics.median(one[at][0] for one in rounds)
        pause = statistics.median(one[at][1] for one in rounds)
        print(f"| {stage} | {seconds:.2f} | {1000 * pause:.0f} |")


def one_round(app: QApplication, case: Path, pdf: Path) -> list[tuple[float, float]]:
    """Seconds to each stage, and the longest pause before it."""
    window, shell = make_window(app)
    shell.name_person("Somebody")
    window.show()
    shell.create(case, "Bench")
    warm(app, shell, case.parent)
    deafness = Deafness(app)
    wait(app, lambda: False, 0.3)
    deafness.take()
    begun = time.perf_counter()
    drop(window, pdf)
    found: list[tuple[float, float]] = []
    stages: tuple[Callable[[], bool], ...] = (
        lambda: has_picture(window),
        lambda: has_words(window),
        lambda: True,
        lambda: bool(shell.documents) and arriving(window) is None,
    )
    for stage in stages:
        wait(app, stage, PATIENCE)
        app.processEvents()
        found.append((time.perf_counter() - begun, deafness.take()))
    window.close()
    window.deleteLater()
    app.processEvents()
    return found


def warm(app: QApplication, shell: Shell, folder: Path) -> None:
    """Have the process read something small, as it has when somebody works with the program."""
    small = folder / "small.txt"
    small.write_text("Something to begin with.")
    with shell.workers.borrow() as worker:
        worker.read(small)
    app.processEvents()


def drop(window: MainWindow, file: Path) -> None:
    """Drop a file on the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    place, action = QPoint(200, 200), Qt.DropAction.CopyAction
    QApplication.sendEvent(window, QDragEnterEvent(place, action, data, left, none))
    QApplication.sendEvent(window, QDropEvent(QPointF(place), action, data, left, none))


def arriving(window: MainWindow) -> ArrivingTab | None:
    """What is shown of the file while it is read."""
    tab = window.desk.tabs.currentWidget()
    return tab if isinstance(tab, ArrivingTab) else None


def has_picture(window: MainWindow) -> bool:
    """Whether the first page's picture is there."""
    tab = arriving(window)
    return tab is not None and tab.view.pictures is not None and tab.view.pictures.cache.size > 0


def has_words(window: MainWindow) -> bool:
    """Whether the first page's words are there."""
    tab = arriving(window)
    return tab is not None and tab.view.provider is not None and bool(tab.view.provider.text)


def wait(app: QApplication, holds: Callable[[], bool], seconds: float) -> None:
    """Handle events until something holds."""
    until = time.perf_counter() + seconds
    while not holds() and time.perf_counter() < until:
        app.processEvents()
        time.sleep(0.001)


if __name__ == "__main__":
    main()
