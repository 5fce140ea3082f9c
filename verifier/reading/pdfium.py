"""PDFium through its raw interface: opening, and page geometry.

PDFium is not thread-safe: `LOCK` is taken around every call, whatever the document. What is asked
for each character of a page stands in pdf_calls.
"""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

import pypdfium2_raw as pdfium_c
from pypdfium2_raw.version import PDFIUM_INFO

from verifier.errors import Encrypted, Unreadable
from verifier.reading.arrays import Boxes, np

LOCK = threading.RLock()
"""Around every call into PDFium."""
# What pypdfium2's own classes do, which are not used here: loading them takes as long as ten pages.
# Doing it again, as pdfplumber's import of them does, changes nothing.
pdfium_c.FPDF_InitLibraryWithConfig(pdfium_c.FPDF_LIBRARY_CONFIG(version=2))

VERSION = f"pdfium {PDFIUM_INFO.build}"

Box = tuple[float, float, float, float]
Number = TypeVar("Number", int, float)
Four = tuple[Number, Number, Number, Number]


@dataclass(frozen=True, slots=True)
class Geometry:
    """The visible box of a page in the file's own coordinates, and the turn it asks for.

    PDFium leaves UserUnit out of sizes, boxes and pictures alike, so that they agree.
    """

    left: float
    bottom: float
    right: float
    top: float
    rotation: int
    """Degrees clockwise: 0, 90, 180 or 270."""

    @property
    def width(self) -> float:
        """Points, as shown."""
        turned = self.rotation in (90, 270)
        return self.top - self.bottom if turned else self.right - self.left

    @property
    def height(self) -> float:
        """Points, as shown."""
        turned = self.rotation in (90, 270)
        return self.right - self.left if turned else self.top - self.bottom

    @property
    def placing(self) -> tuple[Four[int], Four[int], Four[float]]:
        """Which side of the file's box each shown side comes from, its sign, what is added to it.

        Sides are numbered left, top, right, bottom.
        """
        left, low, right, top = self.left, self.bottom, self.right, self.top
        if self.rotation == 90:
            return (3, 0, 1, 2), (1, 1, 1, 1), (-low, -left, -low, -left)
        if self.rotation == 180:
            return (2, 3, 0, 1), (-1, 1, -1, 1), (right, -low, right, -low)
        if self.rotation == 270:
            return (1, 2, 3, 0), (-1, -1, -1, -1), (top, right, top, right)
        return (0, 1, 2, 3), (1, -1, 1, -1), (-left, top, -left, top)

    def shown(self, boxes: Boxes) -> Boxes:
        """Rows (left, top, right, bottom) of the file as (x0, y0, x1, y1) of the shown page."""
        sides, signs, moves = self.placing
        turned = boxes[:, sides] if self.rotation else boxes
        shown = turned * np.array(signs, np.float32)
        shown += np.array(moves, np.float32)
        return shown

    def shown_box(self, left: float, top: float, right: float, bottom: float) -> Box:
        """One box of the file as (x0, y0, x1, y1) of the shown page."""
        row = np.array([[left, top, right, bottom]], dtype=np.float32)
        x0, y0, x1, y1 = self.shown(row)[0].tolist()
        return x0, y0, x1, y1


class PdfFile:
    """An open PDF. Close it, or use it as a context manager."""

    def __init__(self, source: bytes | bytearray | memoryview | Path, name: str = "") -> None:
        self.name = name or (source.name if isinstance(source, Path) else "The document")
        with LOCK:
            if isinstance(source, Path):
                self._keep: object = None
                handle = pdfium_c.FPDF_LoadDocument(str(source).encode("utf-8"), None)
            else:
                self._keep = np.frombuffer(source, dtype=np.uint8)
                handle = pdfium_c.FPDF_LoadMemDocument64(
                    ctypes.c_void_p(self._keep.ctypes.data), self._keep.size, None
                )
            error = 0 if handle else pdfium_c.FPDF_GetLastError()
            self.page_count: int = pdfium_c.FPDF_GetPageCount(handle) if handle else 0
        self.handle = handle
        if not handle:
            raise refusal(self.name, error)

    def close(self) -> None:
        """Give PDFium's memory back."""
        if self.handle:
            with LOCK:
                pdfium_c.FPDF_CloseDocument(self.handle)
            self.handle = None
            self._keep = None

    def __enter__(self) -> PdfFile:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @contextmanager
    def page(self, number: int) -> Iterator[Any]:
        """PDFium's handle of page `number` (from 1), under the lock."""
        with LOCK:
            page = pdfium_c.FPDF_LoadPage(self.handle, number - 1)
            if not page:
                raise Unreadable(f"Page {number} of {self.name} cannot be read.", "It is damaged.")
            try:
                yield page
            finally:
                pdfium_c.FPDF_ClosePage(page)


def geometry(page: Any) -> Geometry:
    """The geometry of an open page. The caller holds the lock."""
    box = pdfium_c.FS_RECTF()
    pdfium_c.FPDF_GetPageBoundingBox(page, box)
    turn = 90 * pdfium_c.FPDFPage_GetRotation(page)
    return Geometry(box.left, box.bottom, box.right, box.top, turn)


def refusal(name: str, error: int) -> Unreadable:
    """PDFium's error code as an error in words."""
    if error in (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY):
        return Encrypted(
            f"{name} is protected by a password.",
            "Open it in a PDF viewer with the password and save a copy without it.",
        )
    return Unreadable(
        f"{name} is not a whole PDF file: it is damaged or incomplete.",
        "Get the file again, or print it to a new PDF from a program that opens it.",
    )


def utf16_text(call: Callable[..., int], *arguments: Any) -> str:
    """The text of a PDFium function that fills a UTF-16 buffer and returns its size in bytes."""
    size = call(*arguments, None, 0)
    if size <= 2:
        return ""
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    call(*arguments, buffer, size)
    return bytes(buffer)[:size].decode("utf-16-le", "replace").rstrip("\x00")
