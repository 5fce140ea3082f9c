"""Text with a box for each character from a PDF of 1,000 pages, against other readers.

    python benchmarks/bench_reading.py [--writer runs] [--pages 1000] [--rounds 3] [--quick]

The file is made here, in the way of one kind of program (see pdf_files.py). Each reader runs in a
process of its own, the readers take turns in every round, and the figure is the least CPU time
(user and system) of the rounds. pdfplumber reads a twentieth of the pages and its time is
multiplied: all would take minutes. `pdftotext` (Poppler) must be installed; it gives boxes of words
only.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from pdf_files import WRITERS, make  # noqa: E402

from verifier.reading.allocator import with_allocator  # noqa: E402

AS_SENT = "the same, as the worker sends it"
SHARE = 20
"""pdfplumber reads one page of so many."""
FLOOR = """
import sys; sys.path.insert(0, sys.argv[1])
from pathlib import Path
from ctypes import c_ushort
from verifier.reading import pdfium, pdf_text
room = (c_ushort * 100000)()
with pdfium.PdfFile(Path(sys.argv[2])) as file:
    for number in range(1, file.page_count + 1):
        with file.page(number) as page:
            if len(sys.argv) > 3:
                pdf_text.characters(page, pdfium.geometry(page))
                continue
            text = pdf_text.pdfium_c.FPDFText_LoadPage(page)
            count = pdf_text.pdfium_c.FPDFText_CountChars(text)
            pdf_text.pdfium_c.FPDFText_GetText(text, 0, count, room)
            pdf_text.pdfium_c.FPDFText_ClosePage(text)
"""
READ = """
import sys; sys.path.insert(0, sys.argv[1])
from pathlib import Path
from verifier.reading.limits import Limits
from verifier.reading.pdf import read_pdf
for part in read_pdf(Path(sys.argv[2]), "report.pdf", Limits()): pass
"""
SERVE = """
import sys; sys.path.insert(0, sys.argv[1])
from pathlib import Path
from verifier.reading import detect, process
from verifier.reading.limits import Limits
with open("/dev/null", "wb") as sink:
    process.keep_freed_memory()
    process.import_module("verifier.reading.pdf")
    process.rarely_look_for_circles()
    job = {"path": sys.argv[2], "name": "report.pdf"}
    process._do(job, Limits(), detect.READERS, sink)
"""
PLUMBER = """
import sys, pdfplumber
with pdfplumber.open(sys.argv[2], pages=range(1, int(sys.argv[3]) + 1)) as pdf:
    for page in pdf.pages:
        page.extract_words()
        page.close()
"""


def cost(command: Sequence[str], env: Mapping[str, str] | None = None) -> tuple[float, float]:
    """CPU seconds and the largest resident size in MB of a command's process."""
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=env)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{command[0]} failed with {child.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main() -> None:
    """Measure and print a table of ratios."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--pages", type=int, default=1000)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--writer", choices=WRITERS, default="runs")
    arguments.add_argument("--quick", action="store_true", help="leave pdfplumber out")
    chosen = arguments.parse_args()
    poppler = shutil.which("pdftotext")
    if poppler is None:
        raise SystemExit("pdftotext is not installed (Debian: poppler-utils).")
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # else each start would compile the program
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "report.pdf")
        make(Path(path), chosen.writer, chosen.pages)
        python = (sys.executable, "-c")
        some = str(max(1, chosen.pages // SHARE))
        commands = {
            "pdftotext -bbox": (poppler, "-bbox", path, str(Path(folder) / "out.html")),
            "PDFium's text alone": (*python, FLOOR, str(ROOT), path),
            "PDFium's text and its boxes, cleaned": (*python, FLOOR, str(ROOT), path, "boxes"),
            "verifier.reading.pdf": (*python, READ, str(ROOT), path),
            AS_SENT: (*python, SERVE, str(ROOT), path),
            "pdfplumber extract_words": (*python, PLUMBER, str(ROOT), path, some),
        }
        if chosen.quick:
            del commands["pdfplumber extract_words"]
        report(commands, chosen.rounds)


def report(commands: Mapping[str, Sequence[str]], rounds: int) -> None:
    """Run the commands in turns and print their least costs."""
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            # As the program starts its reading process.
            env = with_allocator(os.environ) if name == AS_SENT else None
            taken[name].append(cost(command, env))
    base = min(seconds for seconds, _ in taken["pdftotext -bbox"])
    print("| reader | CPU s | of pdftotext -bbox | MB resident |\n|---|---|---|---|")
    for name, runs in taken.items():
        scale = SHARE if name.startswith("pdfplumber") else 1
        seconds = scale * min(one for one, _ in runs)
        size = max(one for _, one in runs)
        print(f"| {name} | {seconds:.1f} | {seconds / base:.2f} | {size:.0f} |")


if __name__ == "__main__":
    main()
