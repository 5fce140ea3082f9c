"""The document view under load: 10,000 overlapping highlights on long documents.

    python benchmarks/bench_reader.py [--pages 1000] [--platform offscreen]

A PDF of 1,000 pages, a text of 10 MB and a text of 2,000 paragraphs with blocks and spans, as Word
files give them. Each is shown in a process of its own, in a window of 960 by 860, and scrolled by
a timer of 16 ms: slowly (40 pixels a tick), fast (400 pixels) and with the whole window painted
anew at every tick. Printed are CPU times of `paintEvent` and of a hit test, and by the clock: the
longest pause of the event loop and the time from a jump until every picture of the window is sharp;
for texts also what it costs to set them for another width.
A pause is told in three ways: by the clock; without the time in which the window's thread was ready
but the kernel gave the core to somebody else ("awake", from schedstat), which is what the program
itself is to blame for, locks and other threads of its own included; and the CPU time that the
thread used ("own"). First comes an empty window, whose pauses are the machine's. The memory is the
process's peak.
"""

from __future__ import annotations

import argparse
import itertools
import os
import pickle
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
HERE = Path(__file__).resolve().parent
HIGHLIGHTS = 10_000
TICK_MS = 16
MOST_SECONDS = 60
TICKS = 400
TEXT_BYTES = 10_000_000
LOOKS = (
    ("#b3f2ea", "#1d7f76", "solid", "circle-check"),
    ("#a4c5e8", "#0b45c4", "solid", "circle-plus"),
    ("#f7f2bd", "#564c02", "dashed", "circle-slash-2"),
    ("#f0969f", "#771a36", "solid", "circle-x"),
    ("#c3a6fb", "#7e2b91", "dotted", "circle-question-mark"),
)
SENTENCE = (
    "Renewable sources supplied 52 per cent of gross electricity consumption in 2024, up from 27 "
    "per cent in 2015, and wind power alone accounts for more than half of that growth. "
)


@dataclass
class Figures:
    """What one run measured; times in milliseconds."""

    rows: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, value: str) -> None:
        self.rows[name] = value


def main() -> None:
    """Make the documents, measure each in a fresh process, print one table."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    asked.add_argument("--pages", type=int, default=1000)
    asked.add_argument("--platform", default="offscreen")
    asked.add_argument("--measure", help=argparse.SUPPRESS)
    asked.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    options = asked.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", options.platform)
    sys.path[:0] = [str(ROOT), str(HERE)]
    if options.measure:
        print(repr(measure(options.measure, options.file).rows))
        return
    with tempfile.TemporaryDirectory() as folder:
        pdf = Path(folder) / "report.pdf"
        make_pdf(pdf, options.pages)
        columns = {name: _run(name, pdf) for name in ("pdf", "text", "paragraphs")}
    print(f"| | PDF, {options.pages} pages | text, 10 MB | 2,000 paragraphs |\n|---|---|---|---|")
    for row in columns["text"]:
        print("| " + " | ".join([row, *(columns[name].get(row, "") for name in columns)]) + " |")


def _run(name: str, pdf: Path) -> dict[str, str]:
    command = [sys.executable, __file__, "--measure", name, "--file", str(pdf)]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    rows: dict[str, str] = eval(out.splitlines()[-1], {"__builtins__": {}})
    return rows


def make_pdf(path: Path, pages: int) -> None:
    """The PDF, and beside it what the reader found in it, so that reading costs no memory later."""
    from pdf_files import glyphs

    from verifier.reading.here import read_here
    from verifier.reading.limits import Limits

    glyphs(path, pages)
    read = read_here(path, limits=Limits())
    path.with_suffix(".read").write_bytes(pickle.dumps((read.text, read.pages, read.blocks)))


def provider_of(name: str, pdf: Path) -> Any:
    """The document to show."""
    from verifier.text.document import Block, Span
    from verifier.ui.reader.flow import FlowProvider
    from verifier.ui.reader.pdf import PdfProvider

    if name == "pdf":
        text, pages, blocks = pickle.loads(pdf.with_suffix(".read").read_bytes())
        return PdfProvider(pdf, text, pages, lambda page: pages[page].boxes, blocks=blocks)
    count = TEXT_BYTES // (4 * len(SENTENCE)) if name == "text" else 2000
    text, blocks, spans = "", [], []
    pieces = []
    at = 0
    for number in range(count):
        body = f"{number}. " + SENTENCE * 4
        kind = "heading" if name == "paragraphs" and number % 20 == 0 else "paragraph"
        body = body[:60] if kind == "heading" else body
        blocks.append(Block(at, at + len(body), kind, 2))
        if name == "paragraphs":
            spans += [Span(at + 10, at + 30, "bold"), Span(at + 40, at + 55, "italic")]
        pieces.append(body + "\n")
        at += len(body) + 1
    text = "".join(pieces)
    return FlowProvider(text, blocks if name == "paragraphs" else (), spans)


def highlights_on(text: str) -> list[Any]:
    """Overlapping and nested ones, spread over the whole text."""
    from verifier.text.ranges import TextRange
    from verifier.ui.reader.highlights import LinePattern, PaintedHighlight

    chance, found = random.Random(7), []
    for number in range(HIGHLIGHTS):
        start = chance.randrange(max(1, len(text) - 500))
        stop = start + chance.choice((12, 40, 90, 160, 400))
        tint, line, pattern, sign = LOOKS[number % len(LOOKS)]
        found.append(
            PaintedHighlight(f"h{number}", f"C{number}", TextRange(start, stop), tint, line,
                             LinePattern(pattern), sign)
        )  # fmt: skip
    return found


def measure(name: str, pdf: Path) -> Figures:
    """Show the document and measure."""
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication

    from verifier.ui.garbage import IdleGarbage
    from verifier.ui.reader.view import ReaderView
    from verifier.ui.theme import Theme
    from verifier.ui.tokens import ThemeMode

    app = QApplication([])
    theme = Theme(app, ThemeMode.LIGHT)

    class Measured(ReaderView):
        """Keeps the time of every paint."""

        paints: list[float] = []

        def paintEvent(self, event: QPaintEvent) -> None:
            begun = time.thread_time()
            super().paintEvent(event)
            self.paints.append(1000 * (time.thread_time() - begun))

    figures = Figures()
    begun = time.perf_counter()
    provider = provider_of(name, pdf)
    made = time.perf_counter()
    highlights = highlights_on(provider.text)
    figures.add("empty window: longest pause", _idle_pause())
    view = Measured(tokens=theme.tokens)
    view.resize(960, 860)
    view.show()
    _spin(0.3)
    view.paints.clear()
    shown = time.perf_counter()
    view.set_document(provider)
    set_up = time.perf_counter()
    _until(lambda: bool(view.paints) and _is_sharp(view))
    sharp = time.perf_counter()
    figures.add("document opened", f"{1000 * (made - begun):.0f} ms")
    figures.add("view set", f"{1000 * (set_up - shown):.0f} ms")
    figures.add("first page sharp after that", f"{1000 * (sharp - set_up):.0f} ms")
    marked = time.perf_counter()
    view.set_highlights(highlights)
    figures.add("highlights set", f"{1000 * (time.perf_counter() - marked):.0f} ms")
    figures.add("one highlight changed, median / p99", _changes(view))
    _spin(1.0)
    garbage = IdleGarbage(view)
    for title, step, anew in (
        ("slow scroll, 40 px a tick", 40, False),
        ("fast scroll, 400 px a tick", 400, False),
        ("whole window anew, 40 px a tick", 40, True),
    ):
        figures.add(title + ": paint median / p99", _scroll(view, step, anew, figures, title))
    figures.add("hit test median / p99", _hits(view))
    figures.add("jump until sharp, median / max", _jumps(view))
    if not provider.paged:
        figures.add("pane dragged, 2 px a tick: longest pause", _dragged(view))
        figures.add("another width until set anew and sharp, median / max", _reflows(view))
    figures.add("memory (peak)", f"{_peak_mb():.0f} MB")
    garbage.stop()
    view.close_document()
    return figures


def _idle_pause() -> str:
    """The longest pause of a loop that has nothing to do: how much the machine itself stutters."""
    return _longest(_ticked(lambda: None))


def _ticked(step: Callable[[], None]) -> list[tuple[float, float, float]]:
    """When each of the ticks of a timer came: clock, the thread's CPU time, its time in a queue."""
    from PySide6.QtCore import QEventLoop, QTimer

    ticks: list[tuple[float, float, float]] = []
    loop, timer = QEventLoop(), QTimer()
    timer.setInterval(TICK_MS)

    def tick() -> None:
        ticks.append((time.perf_counter(), time.thread_time(), _queued()))
        if len(ticks) >= TICKS:
            timer.stop()
            loop.quit()
        step()

    timer.timeout.connect(tick)
    timer.start()
    loop.exec()
    return ticks


@cache
def _schedule() -> int | None:
    """The kernel's account of the window's thread, opened once: each call gives up the GIL."""
    told = Path("/proc/thread-self/schedstat")
    return os.open(told, os.O_RDONLY) if told.exists() else None


def _queued() -> float:
    """Seconds that this thread was ready to run and did not get a core."""
    told = _schedule()
    return int(os.pread(told, 100, 0).split()[1]) / 1e9 if told is not None else 0.0


def _longest(ticks: list[tuple[float, float, float]]) -> str:
    """The longest pause by the clock, while the thread had a core, and of its own work."""
    gaps = [[y - x for x, y in zip(*pair, strict=True)] for pair in itertools.pairwise(ticks)]
    by_clock = max(1000 * clock for clock, _, _ in gaps)
    awake = max(1000 * (clock - queued) for clock, _, queued in gaps)
    own = max(1000 * cpu for _, cpu, _ in gaps)
    return f"{by_clock:.0f} ms ({awake:.0f} awake, {own:.0f} own)"


def _changes(view: Any) -> str:
    """A claim is selected or rated: CPU time until its highlight is another one."""
    times = []
    for highlight in random.Random(11).sample(list(view.highlights()), 200):
        begun = time.thread_time()
        view.change_highlights([replace(highlight, selected=True)])
        times.append(1000 * (time.thread_time() - begun))
    return _two(times)


def _scroll(view: Any, step: int, anew: bool, figures: Figures, title: str) -> str:
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 3)
    _spin(0.5)
    view.paints.clear()

    def tick() -> None:
        bar.setValue(bar.value() + step)
        if anew:
            view.viewport().update()

    figures.add(title + ": longest pause", _longest(_ticked(tick)))
    return _two(view.paints)


def _hits(view: Any) -> str:
    from PySide6.QtCore import QPointF

    chance, times = random.Random(3), []
    window = view.viewport().rect()
    for _ in range(2000):
        point = QPointF(chance.randrange(window.width()), chance.randrange(window.height()))
        begun = time.thread_time()
        view.highlights_at(point)
        times.append(1000 * (time.thread_time() - begun))
    return _two(times)


def _jumps(view: Any) -> str:
    chance, times = random.Random(5), []
    for _ in range(40):
        page = chance.randrange(view.page_count) + 1
        view.paints.clear()
        begun = time.perf_counter()
        view.go_to_page(page)
        view.viewport().update()
        _until(lambda: bool(view.paints) and _is_sharp(view))
        times.append(1000 * (time.perf_counter() - begun))
        _spin(0.05)
    return f"{statistics.median(times):.0f} / {max(times):.0f} ms"


def _dragged(view: Any) -> str:
    """The pane gets narrower and wider again: the text follows in every pause."""
    steps = itertools.cycle([*([-2] * 120), *([0] * 30), *([2] * 120), *([0] * 30)])
    ticks = _ticked(lambda: view.resize(view.width() + next(steps), view.height()))
    _until(lambda: not view.is_being_set)
    return _longest(ticks)


def _reflows(view: Any) -> str:
    """By the clock, with the pause that a drag must have made before."""
    times = []
    for width in (480, 720, 400, 560, 800) * 4:
        view.paints.clear()
        begun = time.perf_counter()
        view.resize(width, view.height())
        _until(lambda: not view.is_being_set and bool(view.paints) and _is_sharp(view))
        times.append(1000 * (time.perf_counter() - begun))
        _spin(0.05)
    return f"{statistics.median(times):.0f} / {max(times):.0f} ms"


def _is_sharp(view: Any) -> bool:
    """Whether every picture of the window is there."""
    from PySide6.QtCore import QPointF, QRectF

    from verifier.ui.reader.sheets import drawing_of, part_of

    layout, window = view.page_layout, QRectF(view.viewport().rect())
    shown = window.translated(QPointF(view.offset))
    for page in view.visible_pages():
        drawing = drawing_of(layout, page, view.devicePixelRatioF())
        for piece in drawing.pieces(*part_of(layout, drawing, shown)):
            if view._pictures.cache.get(piece) is None:
                return False
    return True


def _until(done: Callable[[], bool]) -> None:
    from PySide6.QtCore import QCoreApplication

    begun = time.perf_counter()
    while not done():
        QCoreApplication.processEvents()
        time.sleep(0.0002)
        if time.perf_counter() - begun > MOST_SECONDS:
            raise SystemExit("the view did not come to rest")


def _spin(seconds: float) -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


def _two(times: list[float]) -> str:
    ordered = sorted(times)
    high = ordered[min(len(ordered) - 1, int(0.99 * len(ordered)))]
    return f"{statistics.median(ordered):.2f} / {high:.2f} ms"


def _peak_mb() -> float:
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
