"""The whole import of a PDF of 1,000 pages: text, boxes, database, search index; and a first page.

    python benchmarks/bench_import.py [--pages 1000] [--rounds 3] [--writer runs]

The file is that of bench_reading.py. CPU time, user and system, of `main.py import` with its
reading process, the least of the rounds, against `pdftotext -bbox` in the same rounds. The first
page is timed by the clock, from asking a warm worker to having the page's text, boxes and picture.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench_reading import cost  # noqa: E402
from pdf_files import WRITERS, make  # noqa: E402

from verifier.errors import Cancelled  # noqa: E402
from verifier.reading.render import PdfView  # noqa: E402
from verifier.reading.worker import Worker  # noqa: E402

SCREEN = 4 / 3
"""Pixels a point at 96 dots an inch."""


def main() -> None:
    """Measure and print a table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--pages", type=int, default=1000)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--writer", choices=WRITERS, default="runs")
    chosen = arguments.parse_args()
    poppler = shutil.which("pdftotext")
    if poppler is None:
        raise SystemExit("pdftotext is not installed (Debian: poppler-utils).")
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # else each start would compile the program
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pdf = folder / "report.pdf"
        make(pdf, chosen.writer, chosen.pages)
        os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_STATE_HOME"] = name
        bbox = (poppler, "-bbox", str(pdf), str(folder / "out.html"))
        rounds = [one_round(folder, pdf, bbox) for _ in range(chosen.rounds)]
        base = min(one[0] for one in rounds)
        whole = min(one[1] for one in rounds)
        added = rounds[-1][2]
        first = sorted(first_page(pdf, chosen.rounds))
        print("| what | measured | goal |\n|---|--:|--:|")
        print(f"| pdftotext -bbox, CPU s | {base:.1f} | |")
        print(f"| whole import, CPU s | {whole:.1f} | |")
        print(f"| whole import, of pdftotext -bbox | {whole / base:.2f} | 1.50 |")
        print(f"| case file, MB | {added / 1e6:.1f} | 15 |")
        print(f"| of it the PDF, MB | {pdf.stat().st_size / 1e6:.1f} | |")
        print(f"| first page with picture, warm worker, s | {first[len(first) // 2]:.2f} | 0.3 |")


def one_round(folder: Path, pdf: Path, bbox: Sequence[str]) -> tuple[float, float, int]:
    """CPU seconds of pdftotext and of the import, and the bytes the case grew by."""
    case = folder / "bench.vcase"
    program = (sys.executable, str(ROOT / "main.py"))
    case.unlink(missing_ok=True)
    cost((*program, "new", str(case), "--title", "Bench"))
    before = case.stat().st_size
    base, _ = cost(bbox)
    whole, _ = cost((*program, "import", str(case), str(pdf)))
    return base, whole, case.stat().st_size - before


def first_page(pdf: Path, rounds: int) -> list[float]:
    """Seconds to the first page's text, boxes and picture, each round with a worker just warmed."""
    taken: list[float] = []
    for _ in range(rounds):
        with Worker() as worker:
            warm(worker, pdf.parent)
            begun = time.perf_counter()

            def on_page(*_: object, begun: float = begun) -> None:
                with PdfView(pdf) as view:
                    view.render(1, SCREEN)
                taken.append(time.perf_counter() - begun)
                raise Cancelled

            try:
                worker.read(pdf, on_page=on_page)
            except Cancelled:
                continue
    return taken


def warm(worker: Worker, folder: Path) -> None:
    """Have the worker read something small, as it has when somebody works with the program."""
    small = folder / "small.txt"
    small.write_text("Something to begin with.")
    worker.read(small)


if __name__ == "__main__":
    main()
