"""CPU and time of storing one annotation, durable on disk, in small and large cases.

    python benchmarks/bench_annotations.py [CLAIMS ...]

Prints a row for each number of claims that are there already, in a document of 5,000 pages (15
million characters).
"""

from __future__ import annotations

import gc
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from factories import OWNER, Imported, add_document, claim_at  # noqa: E402

from verifier.actions.base import Batch  # noqa: E402
from verifier.workspace import Workspace  # noqa: E402

MEASURED = 300
PAGES = 5000
SENTENCE = "Officials spoke of 70 sites on day {:07}. "
BATCH = 1000


def measure(workspace: Workspace, document: Imported) -> tuple[float, float, float]:
    """Milliseconds for each of `MEASURED` claims: CPU on average, and time at 50 and 95 percent."""
    actions = [claim_at(document, f"day {number * 91:07}") for number in range(MEASURED)]
    times = []
    cpu = time.process_time()
    for action in actions:
        start = time.perf_counter()
        workspace.do(action)
        times.append((time.perf_counter() - start) * 1000)
    cpu = (time.process_time() - cpu) * 1000 / MEASURED
    return cpu, statistics.median(times), statistics.quantiles(times, n=20)[-1]


def main(sizes: list[int]) -> None:
    """A row for each size."""
    gc.set_threshold(100_000)  # as main.py
    text = "".join(SENTENCE.format(number) for number in range(PAGES * 70))
    print("| claims there | CPU a claim, ms | time, median ms | 95 %, ms |\n|--:|--:|--:|--:|")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "case.vcase"
        with Workspace.create(path, title="Many", person=OWNER) as workspace:
            document = add_document(workspace, text, *[len(text) // PAGES] * (PAGES - 1))
            there = 0
            for size in sizes:
                while there < size:
                    count = min(BATCH, size - there)
                    quote = f"day {there % 1000:07}"
                    actions = tuple(claim_at(document, quote) for _ in range(count))
                    workspace.do(Batch("fill", actions))
                    there += count
                cpu, median, slow = measure(workspace, document)
                print(f"| {there} | {cpu:.2f} | {median:.2f} | {slow:.2f} |", flush=True)
                there += MEASURED


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [0, 1000, 10000])
