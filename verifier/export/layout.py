"""On which page things are, by LibreOffice's own layout: the report is laid out once to be asked.

The PDF it makes names a destination for each bookmark. In their names every sign but letters and
digits is written as its number in hexadecimal (claim_1 is claim5F1).
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf

from verifier.errors import CannotWrite
from verifier.export import libreoffice
from verifier.export.opc import Package

FILTER = (
    'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'
)
OFF = "VERIFIER_ESTIMATE_PAGES"
"""An environment variable that keeps LibreOffice from being started for page numbers."""
SECONDS = 120.0
_HEXADECIMAL = re.compile(r"5F")


def can_lay_out() -> bool:
    """Whether there is somebody to ask."""
    return not os.environ.get(OFF) and libreoffice.find() is not None


def layout_of(
    cancelled: Callable[[], bool] | None = None,
) -> Callable[[Package], Mapping[str, int] | None] | None:
    """What tells the pages of a report; `None` where nobody can be asked."""
    return partial(laid_out, cancelled=cancelled) if can_lay_out() else None


def laid_out(
    package: Package, *, cancelled: Callable[[], bool] | None = None
) -> Mapping[str, int] | None:
    """The page of each bookmark; `None` where LibreOffice could not say."""
    with tempfile.TemporaryDirectory(prefix="verifier-") as folder:
        report = Path(folder) / "report.docx"
        with report.open("wb") as file:
            package.save(file)
        try:
            made = libreoffice.convert(report, FILTER, timeout=SECONDS, cancelled=cancelled)
        except CannotWrite:
            return None
    return dict(_destinations(made))


def _destinations(pdf: bytes) -> Iterator[tuple[str, int]]:
    with pikepdf.open(BytesIO(pdf)) as document:
        numbers = {page.objgen: number for number, page in enumerate(document.pages, start=1)}
        named: Any = document.Root.get("/Dests")
        if named is None:
            return
        for name, destination in named.items():
            is_array = isinstance(destination, pikepdf.Array)
            target = destination if is_array else destination.get("/D")
            page = numbers.get(target[0].objgen) if target is not None else None
            if page is not None:
                yield _HEXADECIMAL.sub("_", str(name).removeprefix("/")), page
