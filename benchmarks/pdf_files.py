"""PDFs of many pages for the benchmarks, made in the ways that common programs make them.

    python benchmarks/pdf_files.py WRITER PATH [--pages 1000]

How a file is drawn decides how much work it is, for one reader more than for another.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
from pikepdf import Dictionary, Name

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("VERIFIER_SHARED", ROOT.parent / "shared"))
WORDS = (
    "the of and report claims evidence source verified ministry statement published region "
    "officials energy percent attack network according window document analysis figure because "
    "however between under several"
).split()
LINES = 46
REAL_PAGE = 1500
"""Characters of a page of others' files that counts as one of text."""


def lines(chance: random.Random) -> Iterator[str]:
    """The lines of a page."""
    for _ in range(LINES):
        text = ""
        while len(text) < 70:
            text += chance.choice(WORDS) + " "
        yield text.strip()


def glyphs(path: Path, pages: int) -> None:
    """As Qt writes it: an embedded font, each glyph drawn by itself."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QFont, QGuiApplication, QPageSize, QPainter, QPdfWriter

    application = QGuiApplication([])
    chance = random.Random(1)
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setResolution(72)
    painter = QPainter(writer)
    painter.setFont(QFont("DejaVu Serif", 9))
    for number in range(1, pages + 1):
        if number > 1:
            writer.newPage()
        painter.drawText(10, 10, "A report on something")
        for row, text in enumerate(lines(chance)):
            painter.drawText(10, 40 + 15 * row, text)
        painter.drawText(230, 760, str(number))
    painter.end()
    application.quit()


def runs(path: Path, pages: int) -> None:
    """The same with each line drawn as one run of glyphs, as word processors do."""
    glyphs(path, pages)
    line = re.compile(rb"(\S+ \S+ Td) <([0-9A-F]+)> Tj\n((?:\S+ 0 Td <[0-9A-F]+> Tj\n)*)")

    def joined(match: re.Match[bytes]) -> bytes:
        rest = b"".join(re.findall(rb"<([0-9A-F]+)>", match[3]))
        return match[1] + b" <" + match[2] + rest + b"> Tj\n"

    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for page in pdf.pages:
            page.Contents = pdf.make_stream(line.sub(joined, page.Contents.read_bytes()))
        pdf.save(path)


def strings(path: Path, pages: int) -> None:
    """A standard font that is not embedded, a string for each line, as reporting tools do."""
    _standard(path, pages, "Helvetica", lambda text: f"({text}) Tj T*")


def kerned(path: Path, pages: int) -> None:
    """A standard font, kerned within words and spaced by numbers between them, as TeX does."""
    _standard(path, pages, "Times-Roman", _kerned)


def office(path: Path, pages: int) -> None:
    """Written by LibreOffice, which places most glyphs of justified text one by one."""
    program = shutil.which("soffice")
    if program is None:
        raise SystemExit("LibreOffice is not installed.")
    chance = random.Random(1)
    style = "page-break-after:always;font:9pt DejaVu Serif"
    body = "".join(f"<p style='{style}'>{'<br/>'.join(lines(chance))}</p>" for _ in range(pages))
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "made.html"
        source.write_text(f"<html><body>{body}</body></html>", encoding="utf-8")
        convert = ("--headless", "--convert-to", "pdf:writer_web_pdf_Export", "--outdir", folder)
        home = f"-env:UserInstallation=file://{folder}/home"
        subprocess.run([program, home, *convert, str(source)], check=True, capture_output=True)
        shutil.move(source.with_suffix(".pdf"), path)


def others(path: Path, pages: int) -> None:
    """Pages of text from many files that others made, again and again."""
    from pypdfium2 import PdfDocument, PdfiumError

    files = sorted((SHARED / "corpus" / "pdf").rglob("*.pdf"))
    with pikepdf.new() as made:
        while files and len(made.pages) < pages:
            for file in files:
                try:
                    with PdfDocument(file) as read, pikepdf.open(file) as source:
                        for at, page in enumerate(source.pages):
                            if read[at].get_textpage().count_chars() >= REAL_PAGE:
                                made.pages.append(page)
                except (PdfiumError, pikepdf.PdfError, pikepdf.PasswordError):
                    continue
            if not len(made.pages):
                break
        if not len(made.pages):
            raise SystemExit("The corpus is not here.")
        del made.pages[pages:]
        made.save(path)


WRITERS: dict[str, Callable[[Path, int], None]] = {
    "runs": runs,
    "strings": strings,
    "kerned": kerned,
    "office": office,
    "glyphs": glyphs,
    "others": others,
}


def make(path: Path, writer: str, pages: int) -> None:
    """Make a file in a process of its own."""
    command = (sys.executable, __file__, writer, str(path), "--pages", str(pages))
    if subprocess.run(command, check=False).returncode:
        raise SystemExit(f"No file of the kind “{writer}” could be made.")


def _standard(path: Path, pages: int, font: str, drawn: Callable[[str], str]) -> None:
    chance = random.Random(1)
    with pikepdf.new() as pdf:
        face = pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type1,
                BaseFont=Name(f"/{font}"),
                Encoding=Name.WinAnsiEncoding,
            )
        )
        for number in range(1, pages + 1):
            page = pdf.add_blank_page(page_size=(595, 842))
            page.Resources = Dictionary(Font=Dictionary(F1=face))
            words = ["BT 1 0 0 1 10 822 Tm /F1 9 Tf 10 TL (A report on something) Tj T* ET"]
            for row, text in enumerate(lines(chance)):
                words.append(f"BT 1 0 0 1 40 {790 - 15 * row} Tm {drawn(text)} ET")
            words.append(f"BT 1 0 0 1 230 60 Tm ({number}) Tj T* ET")
            page.Contents = pdf.make_stream("\n".join(words).encode())
        pdf.save(path)


def _kerned(text: str) -> str:
    chance = random.Random(text)
    parts = []
    for word in text.split():
        half = len(word) // 2
        parts.append(f"({word[:half]}){chance.choice((-20, 15, 28))}({word[half:]})-333")
    return f"[{''.join(parts)}] TJ"


def main() -> None:
    """Make one file."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("writer", choices=WRITERS)
    arguments.add_argument("path", type=Path)
    arguments.add_argument("--pages", type=int, default=1000)
    chosen = arguments.parse_args()
    WRITERS[chosen.writer](chosen.path, chosen.pages)


if __name__ == "__main__":
    main()
