"""How soon a case shows the page that was read last.

    python benchmarks/bench_opening.py [--pages 1000] [--case CASE.vcase]

Makes a PDF, imports it, and opens the case in a window that is there already: once as the first
case of the program, then again at a page in its second half. Printed are the time until every
picture of the window is sharp, that time without what the kernel gave to other programs, and the
CPU time of the whole process.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(ROOT), str(HERE)]


def main() -> None:
    """Make the case unless one is given, and open it twice."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    asked.add_argument("--pages", type=int, default=1000)
    asked.add_argument("--case", type=Path)
    options = asked.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
            os.environ[name] = folder
        opened(options.case or made(Path(folder), options.pages))


def made(folder: Path, pages: int) -> Path:
    """A case with a PDF of so many pages."""
    from pdf_files import make

    case, pdf = folder / "long.vcase", folder / "long.pdf"
    make(pdf, "runs", pages)
    for command in (["new", str(case), "--title", "Long"], ["import", str(case), str(pdf)]):
        subprocess.run(
            [sys.executable, str(ROOT / "main.py"), *command], check=True, stdout=subprocess.DEVNULL
        )
    return case


def opened(case: Path) -> None:
    """Open it, go on to another page, close it, open it again."""
    from bench_reader import _is_sharp, _queued, _spin, _until
    from PySide6.QtWidgets import QApplication

    from verifier.ui.app import make_window

    app = QApplication([])
    window, shell = make_window(app)
    shell.name_person("Reader")
    window.resize(1440, 900)
    window.show()
    _spin(0.5)
    print("| | sharp, ms | without waiting for a core, ms | CPU, ms |\n|---|--:|--:|--:|")
    for title in ("first case of the program", "again, at the page last read"):
        begun, used, queued = time.perf_counter(), time.process_time(), _queued()
        shell.open(case)
        _until(lambda: window.desk.current is not None and _is_sharp(window.desk.current.view))
        took, waited = time.perf_counter() - begun, _queued() - queued
        used = time.process_time() - used
        print(f"| {title} | {1000 * took:.0f} | {1000 * (took - waited):.0f} | {1000 * used:.0f} |")
        _spin(0.5)
        if window.desk.current is not None:
            view = window.desk.current.view
            view.go_to_page(2 * view.page_count // 3)
        _spin(0.5)
        shell.close()
    window.close()


if __name__ == "__main__":
    main()
