"""How soon a case shows the page that was read last.

    python benchmarks/bench_opening.py [--pages 1000] [--case CASE.vcase]

Makes a PDF, imports it, and opens the case as the program does: named on the command line; as the
first case of a program that has shown its start view for a second; then again at a page in its
second half. Printed are the time from the opening (of a named case, from the showing of the
window) until every picture of the window is sharp, that time without what the kernel gave to other
programs, and the CPU time of the whole process.
"""

from __future__ import annotations

import argparse
import gc
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(ROOT), str(HERE)]

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from verifier.ui.main_window import MainWindow
    from verifier.ui.shell import Shell


def main() -> None:
    """Make the case unless one is given, and open it twice."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    asked.add_argument("--pages", type=int, default=1000)
    asked.add_argument("--case", type=Path)
    asked.add_argument("--named", action="store_true", help="only as named on the command line")
    options = asked.parse_args()
    gc.set_threshold(100_000)  # as main.py
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
            os.environ[name] = folder
        case = options.case or made(Path(folder), options.pages)
        if options.named:
            opened_by_name(case)
            return
        print(
            "| | sharp, ms | without waiting for a core, ms | CPU, ms |\n|---|--:|--:|--:|",
            flush=True,
        )
        named = [sys.executable, __file__, "--named", "--case", str(case)]
        subprocess.run(named, check=True)
        opened(case)


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


@contextmanager
def timed(title: str, window: MainWindow) -> Iterator[None]:
    """Print how long it takes from here until the opened document is sharp."""
    from bench_reader import _is_sharp, _queued, _until

    begun, used, queued = time.perf_counter(), time.process_time(), _queued()
    yield
    _until(lambda: window.desk.current is not None and _is_sharp(window.desk.current.view))
    took, waited = time.perf_counter() - begun, _queued() - queued
    used = time.process_time() - used
    figures = f"{1000 * took:.0f} | {1000 * (took - waited):.0f} | {1000 * used:.0f}"
    print(f"| {title} | {figures} |", flush=True)


def begun() -> tuple[QApplication, MainWindow, Shell]:
    """A window that waits to be shown."""
    from PySide6.QtWidgets import QApplication

    from verifier.ui.app import make_window

    app = QApplication([])
    window, shell = make_window(app)
    shell.name_person("Reader")
    window.resize(1440, 900)
    return app, window, shell


def opened_by_name(case: Path) -> None:
    """Open it as the program does where it is named."""
    from bench_reader import _spin

    from verifier.ui.app import open_at_start
    from verifier.ui.garbage import IdleGarbage

    app, window, shell = begun()
    with timed("named on the command line, after the window", window):
        window.show()
        open_at_start(window, shell, case)
        garbage = IdleGarbage(app)
    _spin(0.5)
    shell.close()
    window.close()
    garbage.stop()


def opened(case: Path) -> None:
    """Open it, go on to another page, close it, open it again."""
    from bench_reader import _spin

    from verifier.ui.garbage import IdleGarbage
    from verifier.ui.warm_up import warm_up

    app, window, shell = begun()
    window.show()
    shell.jobs.run("", warm_up)
    garbage = IdleGarbage(app)
    _spin(1.0)
    for title in ("first case of the program", "again, at the page last read"):
        with timed(title, window):
            shell.open(case)
        _spin(0.5)
        if window.desk.current is not None:
            view = window.desk.current.view
            view.go_to_page(2 * view.page_count // 3)
        _spin(0.5)
        shell.close()
    window.close()
    garbage.stop()


if __name__ == "__main__":
    main()
