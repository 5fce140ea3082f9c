"""What marking a Word file costs, beside serialising and zipping what comes out.

    python benchmarks/bench_original.py          2,000 paragraphs of 6 runs, 1,000 comments
    python benchmarks/bench_original.py --quick  a tenth of it, to see that it runs

CPU seconds of the process, the best of three runs.
"""

from __future__ import annotations

import argparse
import io
import math
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests" / "export")]

import docx  # noqa: E402
from factories_report import EXPORTED  # noqa: E402
from lxml import etree  # noqa: E402
from originals import case_of  # noqa: E402

from verifier.export.original_docx import annotate_docx  # noqa: E402
from verifier.queries.originals import Original  # noqa: E402
from verifier.queries.report import ReportData  # noqa: E402
from verifier.reading.here import read_here  # noqa: E402
from verifier.text.ranges import TextRange  # noqa: E402

GOAL = 30.0
RUNS = 6
LENGTH = 57
"""Characters of a passage: it begins and ends within runs."""
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def case(paragraphs: int, folder: Path) -> tuple[ReportData, Original]:
    """A file of so many paragraphs with half as many passages spread over it."""
    document = docx.Document()
    body = document.element.body
    for number in range(paragraphs):
        runs = "".join(
            f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">word {number} {run} and some '
            "more words </w:t></w:r>"
            for run in range(RUNS)
        )
        body.insert(len(body) - 1, etree.fromstring(f'<w:p xmlns:w="{W}">{runs}</w:p>'))
    path = folder / f"{paragraphs}.docx"
    document.save(str(path))
    read = read_here(path)
    step = len(read.text) // (paragraphs // 2)
    places = (at * step + 3 for at in range(paragraphs // 2))
    return case_of(path, [TextRange(at, at + LENGTH) for at in places], read)


def marked(data: ReportData, original: Original) -> bytes:
    """The marked file."""
    file = io.BytesIO()
    annotate_docx(data, original, EXPORTED, file)
    return file.getvalue()


def floor(written: bytes) -> Callable[[], None]:
    """Serialising and zipping the very XML of the marked file, nothing else."""
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        trees = {
            name: etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.endswith((".xml", ".rels"))
        }

    def run() -> None:
        with zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as archive:
            for name, tree in trees.items():
                archive.writestr(name, etree.tostring(tree, encoding="UTF-8", standalone=True))

    return run


def cpu(work: Callable[[], Any], runs: int = 3) -> float:
    """The best of some runs, in CPU seconds."""
    best = math.inf
    for _ in range(runs):
        before = time.process_time()
        work()
        best = min(best, time.process_time() - before)
    return best


def main() -> int:
    """Print the figures; 1 where the goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    paragraphs = 200 if parser.parse_args().quick else 2000
    with tempfile.TemporaryDirectory() as folder:
        small = case(paragraphs // 4, Path(folder))
        whole = case(paragraphs, Path(folder))
        first = cpu(lambda: marked(*small))
        ours = cpu(lambda: marked(*whole))
        least = cpu(floor(marked(*whole)))
    ratio = ours / least
    growth = math.log(ours / first) / math.log(4)
    print(f"{paragraphs // 2:,} comments: {ours:.3f} s; serialise + zip {least:.3f} s")
    print(f"marking / (serialise + zip): {ratio:.1f} (goal: at most {GOAL:.0f})")
    print(f"growth exponent from a quarter of it: {growth:.2f}")
    return int(ratio > GOAL)


if __name__ == "__main__":
    sys.exit(main())
