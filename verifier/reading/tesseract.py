"""Tesseract, the program that reads text in pictures, where it is installed: found, asked, stopped.

It is no part of Verifier. It gets a plain grey picture that we drew and answers with a table of
words, so that no file from outside ever reaches it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from verifier.errors import Cancelled, NotFound, TooLarge, Unreadable

PAGE_SECONDS = 180.0
"""So long one page may take."""
_POLL = 0.2
_VERSION = re.compile(r"tesseract v?(\S+)")
_NO_LANGUAGES = frozenset({"osd", "equ", "snum"})
"""Data that helps to read, but is no language."""
_WINDOWS = r"C:\Program Files\Tesseract-OCR\tesseract.exe"
HOW = {
    "linux": "Install it with: sudo apt install tesseract-ocr (and a package such as "
    "tesseract-ocr-ukr for each further language).",
    "darwin": "Install it with: brew install tesseract tesseract-lang.",
    "win32": "Install it with: winget install UB-Mannheim.TesseractOCR.",
}


@dataclass(frozen=True, slots=True)
class Tesseract:
    """The program that is installed."""

    path: str
    version: str
    languages: tuple[str, ...]
    """Codes such as eng and ukr."""

    def table(
        self,
        picture: bytes,
        languages: Sequence[str],
        *,
        dots: int,
        cancelled: Callable[[], bool] | None = None,
    ) -> str:
        """The words of a PNG picture with `dots` an inch, as its table (TSV)."""
        self.check(languages)
        with tempfile.TemporaryDirectory(prefix="verifier-") as folder:
            file = Path(folder) / "page.png"
            file.write_bytes(picture)
            wanted = ["-l", "+".join(languages), "--dpi", str(dots), "--psm", "3", "tsv"]
            child = _start([self.path, str(file), "-", *wanted])
            out, error = _answer(child, cancelled or _never)
        if child.returncode:
            words = error.decode("utf-8", "replace").strip().splitlines()
            raise Unreadable(
                f"Tesseract could not read a page ({words[-1] if words else child.returncode}).",
                "Check that it works: tesseract --list-langs",
            )
        return out.decode("utf-8", "replace")

    def check(self, languages: Sequence[str]) -> None:
        """Stop, in words, at a language that is not installed."""
        missing = [each for each in languages if each not in self.languages]
        if missing or not languages:
            raise NotFound(
                f"Tesseract has no data to read {', '.join(missing) or 'without a language'}.",
                f"Installed are: {', '.join(self.languages) or 'none'}.",
            )


def find() -> Tesseract:
    """The program that is installed; NotFound, with how to install it, where there is none."""
    path = shutil.which("tesseract")
    if path is None and sys.platform == "win32" and Path(_WINDOWS).exists():
        path = _WINDOWS
    version = _VERSION.search(_asked(path, "--version")) if path else None
    if path is None or version is None:
        raise NotFound(
            "Reading text in scanned pages needs the program Tesseract, which is not installed.",
            HOW.get(sys.platform, HOW["linux"]),
        )
    listed = _asked(path, "--list-langs").splitlines()[1:]
    languages = sorted({line.strip() for line in listed if line.strip()} - _NO_LANGUAGES)
    return Tesseract(path, version[1], tuple(languages))


def _asked(path: str, question: str) -> str:
    try:
        done = subprocess.run(
            [path, question], capture_output=True, timeout=20, check=False, **_hidden()
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    said: bytes = done.stdout or done.stderr
    return said.decode("utf-8", "replace")


def _start(command: Sequence[str]) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
    return subprocess.Popen(
        command, stdin=nothing, stdout=pipe, stderr=pipe, env=environment, **_hidden()
    )


def _answer(child: subprocess.Popen[bytes], cancelled: Callable[[], bool]) -> tuple[bytes, bytes]:
    """All that a process says; one that is not wanted any more, or too slow, is ended."""
    begun = time.monotonic()
    while True:
        try:
            return child.communicate(timeout=_POLL)
        except subprocess.TimeoutExpired:
            stop = cancelled()
            if stop or time.monotonic() - begun > PAGE_SECONDS:
                child.kill()
                child.communicate()
                raise (Cancelled() if stop else _slow()) from None


def _never() -> bool:
    return False


def _hidden() -> dict[str, Any]:
    """No black window on Windows."""
    hidden: dict[str, Any] = {}
    if sys.platform == "win32":
        hidden["creationflags"] = subprocess.CREATE_NO_WINDOW
    return hidden


def _slow() -> TooLarge:
    return TooLarge(
        f"Tesseract was stopped: one page took more than {PAGE_SECONDS:g} seconds.",
        "Leave that page out.",
    )
