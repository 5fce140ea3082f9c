"""Whether the boxes of characters lie on their glyphs: the share of boxes that hold ink.

    python benchmarks/bench_boxes.py [FOLDER]

A page full of text is read in every combination of rotation, CropBox, shifted MediaBox and
UserUnit, and drawn as the window draws it. A box holds ink where its part of the picture is not of
one shade. With a folder, the first pages of every PDF in it are looked at as well.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from pdf_making import lines, pdf_of  # noqa: E402

from verifier.errors import VerifierError  # noqa: E402
from verifier.reading.boxes import has_area, unpack_boxes  # noqa: E402
from verifier.reading.here import read_here  # noqa: E402
from verifier.reading.render import PdfView  # noqa: E402

SCALE = 4.0
"""Pixels a point: 300 % of the size on a common screen."""
SHADES = 24
"""Of 256: a box whose pixels differ by more, in red, green or blue, holds ink."""
FIRST_PAGES = 3
MOST_POINTS = 2000.0
BOXES = {
    "MediaBox at 0, 0": "/MediaBox [0 0 612 792]",
    "CropBox": "/MediaBox [0 0 612 792] /CropBox [60 100 560 760]",
    "MediaBox at -100, -50": "/MediaBox [-100 -50 612 792]",
    "MediaBox at -100, -50, CropBox": "/MediaBox [-100 -50 612 792] /CropBox [60 100 560 760]",
    "UserUnit 2": "/MediaBox [0 0 612 792] /UserUnit 2",
    "CropBox, UserUnit 2": "/MediaBox [0 0 612 792] /CropBox [60 100 560 760] /UserUnit 2",
    "MediaBox at -100, -50, UserUnit 2": "/MediaBox [-100 -50 612 792] /UserUnit 2",
    "MediaBox at -100, -50, CropBox, UserUnit 2": (
        "/MediaBox [-100 -50 612 792] /CropBox [60 100 560 760] /UserUnit 2"
    ),
}
TEXT = [
    f"Line {n}: (70 sites, 31.5 %; 'quoted' - fi ffl) WAV. To, i.e. j|l; {n * 37}"
    for n in range(38)
]


def shares(path: Path, pages: int | None = None) -> Iterator[tuple[int, int]]:
    """Of each page: boxes with an area, and those of them that hold ink."""
    data = path.read_bytes()
    document = read_here(path)
    with PdfView(data) as view:
        for page in document.pages[:pages]:
            if max(page.width, page.height) > MOST_POINTS or not page.width:
                continue
            picture = view.render(page.number, SCALE)
            shape = (picture.height, picture.stride // 4, 4)
            colours = np.frombuffer(picture.pixels, np.uint8).reshape(shape)[..., :3]
            boxes = unpack_boxes(page.boxes, page.width, page.height)
            text = document.text[page.start : page.stop]
            seen = [not character.isspace() for character in text]
            boxes = boxes[np.array(seen, bool) & has_area(boxes)] if len(boxes) else boxes
            yield (
                len(boxes),
                sum(_holds_ink(colours, row) for row in np.rint(boxes * SCALE).astype(int)),
            )


def _holds_ink(colours: np.ndarray, row: np.ndarray) -> bool:
    x0, y0, x1, y1 = row.tolist()
    part = colours[max(0, y0) : max(y1, y0 + 1), max(0, x0) : max(x1, x0 + 1)]
    return bool(part.size) and int(np.ptp(part, axis=(0, 1)).max()) > SHADES


def main() -> None:
    """Print the tables."""
    print("| page | " + " | ".join(f"{turn}°" for turn in (0, 90, 180, 270)) + " |")
    print("|---|--:|--:|--:|--:|")
    with tempfile.TemporaryDirectory() as folder:
        cells: dict[tuple[str, int], str] = {}
        for name, turn in product(BOXES, (0, 90, 180, 270)):
            path = Path(folder) / "page.pdf"
            page = lines(100, 700, TEXT, 11, 15)
            path.write_bytes(pdf_of([page], page_keys=f"{BOXES[name]} /Rotate {turn}"))
            ((count, inked),) = shares(path)
            cells[name, turn] = f"{100 * inked / count:.2f} % of {count:,}"
        for name in BOXES:
            print(f"| {name} | " + " | ".join(cells[name, t] for t in (0, 90, 180, 270)) + " |")
    if len(sys.argv) > 1:
        _corpus(Path(sys.argv[1]))


def _corpus(folder: Path) -> None:
    counts, worst = [], []
    for path in sorted(folder.rglob("*.pdf")):
        try:
            found = [pair for pair in shares(path, FIRST_PAGES) if pair[0] >= 20]
        except VerifierError:
            continue
        counts += found
        worst += [(inked / count, path.name) for count, inked in found]
    total, inked = sum(count for count, _ in counts), sum(inked for _, inked in counts)
    good = sum(share >= 0.995 for share, _ in worst)
    print(f"\n{len(counts)} pages of files, {total:,} boxes: {100 * inked / total:.2f} % hold ink; "
          f"{good} pages reach 99.5 %")  # fmt: skip
    for share, name in sorted(worst)[:12]:
        print(f"{100 * share:6.1f} %  {name}")


if __name__ == "__main__":
    main()
