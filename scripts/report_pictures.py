"""Render pages of the sample's report to docs/pictures, as LibreOffice lays them out.

    python scripts/report_pictures.py [DIRECTORY]

Needs LibreOffice. The sample case is built afresh, exported, converted and drawn, so the pictures
show what the program writes today. The first page of each part is kept.
"""

from __future__ import annotations

import sys
import tempfile
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import pypdfium2  # noqa: E402
from PIL import Image  # noqa: E402

from verifier.cli import main as command_line  # noqa: E402
from verifier.export import libreoffice  # noqa: E402

CHECKER = "A. Novak"
SCALE = 1.1
"""Pixels a point: 80 dots an inch."""
COLOURS = 160
PARTS = {
    "Contents": "contents",
    "Summary of findings": "summary",
    "Claims at a glance": "claims",
    "The report with its claims marked": "text",
    "Evidence cards": "cards",
    "Attribution": "attribution",
    "Sources": "sources",
    "Appendix A: Method and scales": "method",
    "Appendix B: Audit trail": "audit",
}


def sample_as_pdf() -> bytes:
    """The sample's report, laid out."""
    with tempfile.TemporaryDirectory() as folder:
        code = command_line(["--as", CHECKER, "sample", folder])
        if code:
            raise SystemExit(code)
        return libreoffice.convert(Path(folder) / "sample.docx", "pdf")


def wanted_pages(document: pypdfium2.PdfDocument) -> dict[str, int]:
    """The cover, and the page on which each part's heading stands at the top."""
    found = {"cover": 0}
    for number in range(1, len(document)):
        lines = document[number].get_textpage().get_text_bounded().splitlines()[:6]
        for title, name in PARTS.items():
            heads = [line.strip().lstrip("0123456789 \t") for line in lines]
            if name not in found and title in heads:
                found[name] = number
    return found


def main() -> int:
    """Draw them."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures"
    target.mkdir(parents=True, exist_ok=True)
    document = pypdfium2.PdfDocument(BytesIO(sample_as_pdf()))
    for name, number in wanted_pages(document).items():
        drawn = document[number].render(scale=SCALE).to_pil().convert("RGB")
        picture = drawn.quantize(
            COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE
        )
        path = target / f"report-{name}.png"
        picture.save(path, optimize=True)
        print(f"{path.name}: page {number + 1}, {path.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
