"""Drawing the pages of other people's PDFs, and what a page that takes seconds holds up.

    python benchmarks/bench_rendering.py [FOLDER]

The folder holds PDFs, difficult ones among them (without it: the held corpus). The first eight
pages of each are drawn at 96 dots an inch, and the CPU time of each is taken, opening the page
included. Then a page with 100,000 strokes stands in a window before simple ones: the longest
pause of the event loop while it is being drawn, the time until another page that is jumped to is
sharp, and the time it takes to close the document in the middle of it.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from pdf_files import SHARED  # noqa: E402
from pdf_making import line, pdf_of  # noqa: E402
from PySide6.QtCore import QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from verifier.errors import VerifierError  # noqa: E402
from verifier.reading.document import ReadPage  # noqa: E402
from verifier.reading.render import PdfView  # noqa: E402
from verifier.ui.reader.pdf import PdfProvider  # noqa: E402
from verifier.ui.reader.view import ReaderView  # noqa: E402

SCREEN = 4 / 3
"""Pixels a point at 96 dots an inch."""
PAGES = 8
STROKES = 100_000
TICK_MS = 5


def main(folder: Path) -> None:
    """Measure and print both tables."""
    drawn = sorted(costs(folder))
    if not drawn:
        raise SystemExit(f"No PDFs are in {folder}.")
    times = [cost for cost, _ in drawn]
    cuts = statistics.quantiles(times, n=100, method="inclusive")
    print(f"{len(times)} pages\n\n| CPU of a page | ms |\n|---|--:|")
    for name, cost in (("median", cuts[49]), ("95 %", cuts[94]), ("99 %", cuts[98])):
        print(f"| {name} | {cost:.1f} |")
    for cost, name in drawn[-1:-4:-1]:
        print(f"| {name} | {cost:.0f} |")
    print("\n| a page of 100,000 strokes | ms |\n|---|--:|")
    for name, cost in held_up():
        print(f"| {name} | {cost:.0f} |")


def costs(folder: Path) -> list[tuple[float, str]]:
    """Milliseconds of CPU for each page, with its file and number."""
    found = []
    for path in sorted(folder.rglob("*.pdf")):
        try:
            with PdfView(path) as view:
                for number in range(1, min(PAGES, view.page_count) + 1):
                    begun = time.process_time()
                    view.render(number, SCREEN)
                    cost = 1000 * (time.process_time() - begun)
                    found.append((cost, f"{path.name}, page {number}"))
        except VerifierError:
            continue
    return found


def held_up() -> list[tuple[str, float]]:
    """What waits for a page that takes seconds, and how long."""
    app = QApplication([])
    slow = "".join(f"{at % 600} 0 m {at % 590} 792 l S\n" for at in range(STROKES))
    pages = [slow, *(line(72, 700, f"Page {number}") for number in range(2, 40))]
    data = pdf_of(pages)
    begun = time.perf_counter()
    with PdfView(data) as alone:
        alone.render(1, SCREEN)
    whole = time.perf_counter() - begun
    sheets = [ReadPage(number, 0, 0, 612, 792) for number in range(1, len(pages) + 1)]
    view = ReaderView()
    view.resize(960, 860)
    view.show()
    ticks: list[float] = []
    timer = QTimer(app)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    timer.start(TICK_MS)
    view.set_document(PdfProvider(data, "", sheets, lambda _: b""))
    wait(app, lambda: False, min(2.0, whole / 2))
    view.go_to_page(30)
    jumped = time.perf_counter()
    wait(app, lambda: view.pictures is not None and view.pictures.cache.has_page(29), 30)
    sharp = time.perf_counter() - jumped
    view.go_to_page(1)
    wait(app, lambda: False, min(1.0, whole / 4))
    timer.stop()
    pause = max(after - before for before, after in pairwise(ticks))
    closing = time.perf_counter()
    view.close_document()
    closed = time.perf_counter() - closing
    return [
        ("drawing it, nothing else to do", 1000 * whole),
        ("longest pause of the window meanwhile", 1000 * pause),
        ("jump to another page until that is drawn", 1000 * sharp),
        ("closing the document in the middle", 1000 * closed),
    ]


def wait(app: QApplication, holds: Callable[[], bool], seconds: float) -> None:
    """Handle events until something holds."""
    until = time.perf_counter() + seconds
    while not holds() and time.perf_counter() < until:
        app.processEvents()
        time.sleep(0.0005)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED / "corpus" / "pdf")
