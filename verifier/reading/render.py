"""Pictures of PDF pages, the outline and the links: what a viewer shows besides the text."""

from __future__ import annotations

import ctypes
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

import pypdfium2_raw as pdfium_c

from verifier.errors import Cancelled, TooLarge
from verifier.reading.arrays import np
from verifier.reading.pdfium import LOCK, Geometry, PdfFile, geometry, utf16_text

MOST_PIXELS = 100_000_000
"""A larger picture is refused: ask for a clip instead."""
SLICE = 0.03
"""Seconds that PDFium draws before somebody else may have it: the window never waits for a page."""
MOST_ENTRIES = 20_000
"""Of an outline; more is a loop or a trick."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Pixels in the order blue, green, red, unused: QImage's Format_RGB32 on common machines."""

    pixels: bytes | bytearray | memoryview
    width: int
    height: int
    stride: int
    """Bytes from a row to the next."""


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A bookmark. `page` counts from 1, 0 where it leads nowhere; `y` is in points, as shown."""

    title: str
    level: int
    page: int
    y: float | None = None


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link's rectangle in points as shown, with an address or a page (from 1) it leads to."""

    x0: float
    y0: float
    x1: float
    y1: float
    address: str = ""
    page: int = 0
    y: float = 0.0
    """Where on that page: points from its top, as shown."""


class PdfView:
    """A PDF opened for looking at. Every method may be called from any thread; calls queue up.

    Drawing a page is done a slice at a time, so that nothing has to wait for a difficult one.
    """

    def __init__(self, source: bytes | bytearray | memoryview | Path, name: str = "") -> None:
        self._file = PdfFile(source, name)
        self._forms = _open_forms(self._file)
        self._shapes: dict[int, Geometry] = {}
        self._drawings = 0
        self._is_drawn = threading.Condition()

    def __enter__(self) -> PdfView:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return self._file.page_count

    def close(self) -> None:
        """Give the memory back, once no page of it is being drawn."""
        with self._is_drawn:
            self._is_drawn.wait_for(lambda: not self._drawings)
        with LOCK:
            if self._forms is not None:
                pdfium_c.FPDFDOC_ExitFormFillEnvironment(self._forms[0])
                self._forms = None
            self._file.close()

    def page_size(self, number: int) -> tuple[float, float]:
        """Width and height of page `number` (from 1) in points, as shown."""
        size = pdfium_c.FS_SIZEF()
        with LOCK:
            pdfium_c.FPDF_GetPageSizeByIndexF(self._file.handle, number - 1, size)
        return size.width, size.height

    def picture_size(self, number: int, scale: float) -> tuple[int, int]:
        """Pixels of page `number` at `scale` pixels a point."""
        width, height = self.page_size(number)
        return max(1, round(width * scale)), max(1, round(height * scale))

    def render(
        self,
        number: int,
        scale: float,
        into: Any = None,
        *,
        stride: int | None = None,
        clip: tuple[int, int, int, int] | None = None,
        give_up: Callable[[], bool] | None = None,
    ) -> Picture:
        """Page `number` (from 1) at `scale` pixels a point, on white.

        `clip` (x, y, width, height in pixels) asks for a part of that picture. `into` is a writable
        buffer, such as `QImage.bits()`, with rows `stride` bytes apart; without it one is made.
        `give_up` is asked between two slices whether to stop: then Cancelled is raised.
        """
        full_width, full_height = self.picture_size(number, scale)
        x, y, width, height = clip or (0, 0, full_width, full_height)
        if width * height > MOST_PIXELS:
            raise TooLarge(f"A picture of {width} by {height} pixels is too large.", "Zoom out.")
        stride = stride or width * 4
        pixels = bytearray(stride * height) if into is None else into
        target = np.frombuffer(pixels, dtype=np.uint8)
        if target.size < stride * height or not target.flags.writeable:
            raise ValueError(f"not a writable buffer of {stride * height} bytes: {target.size}")
        with self._drawing(), self._file.page(number) as page:
            bitmap = pdfium_c.FPDFBitmap_CreateEx(
                width, height, pdfium_c.FPDFBitmap_BGRx,
                ctypes.c_void_p(target.ctypes.data), stride,
            )  # fmt: skip
            try:
                pdfium_c.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
                place = (bitmap, page, -x, -y, full_width, full_height, 0, pdfium_c.FPDF_ANNOT)
                _draw(place, give_up)
                if self._forms is not None:
                    pdfium_c.FPDF_FFLDraw(self._forms[0], *place)
            finally:
                pdfium_c.FPDFBitmap_Destroy(bitmap)
        return Picture(pixels, width, height, stride)

    @contextmanager
    def _drawing(self) -> Iterator[None]:
        """While a page is being drawn the file stays open."""
        with self._is_drawn:
            self._drawings += 1
        try:
            yield
        finally:
            with self._is_drawn:
                self._drawings -= 1
                self._is_drawn.notify_all()

    def outline(self) -> tuple[OutlineEntry, ...]:
        """The bookmarks, flat, in order, with their depth from 1."""
        with LOCK:
            return tuple(self._walk_outline())

    def links(self, number: int) -> tuple[PageLink, ...]:
        """The links of page `number` (from 1)."""
        found: list[PageLink] = []
        with self._file.page(number) as page:
            shape = geometry(page)
            position = ctypes.c_int(0)
            link = pdfium_c.FPDF_LINK()
            while len(found) < MOST_ENTRIES and pdfium_c.FPDFLink_Enumerate(page, position, link):
                box = pdfium_c.FS_RECTF()
                if not pdfium_c.FPDFLink_GetAnnotRect(link, box):
                    continue
                address, target, y = self._target(link)
                if address or target:
                    sides = shape.shown_box(box.left, box.top, box.right, box.bottom)
                    found.append(PageLink(*sides, address, target, y))
        return tuple(found)

    def _target(self, link: Any) -> tuple[str, int, float]:
        """The address or the page a link leads to, and where on that page."""
        handle = self._file.handle
        destination = pdfium_c.FPDFLink_GetDest(handle, link)
        action = None if destination else pdfium_c.FPDFLink_GetAction(link)
        address, page = _follow(handle, destination, action)
        if action and page:
            destination = pdfium_c.FPDFAction_GetDest(handle, action)
        return address, page, self._height_of(destination, page) or 0.0

    def _walk_outline(self) -> Iterator[OutlineEntry]:
        handle = self._file.handle
        seen: set[int] = set()
        waiting = [(pdfium_c.FPDFBookmark_GetFirstChild(handle, None), 1)]
        while waiting and len(seen) < MOST_ENTRIES:
            mark, level = waiting.pop()
            key = ctypes.cast(mark, ctypes.c_void_p).value if mark else None
            if key is None or key in seen:
                continue
            seen.add(key)
            destination = pdfium_c.FPDFBookmark_GetDest(handle, mark)
            action = None if destination else pdfium_c.FPDFBookmark_GetAction(mark)
            if action:
                destination = pdfium_c.FPDFAction_GetDest(handle, action)
            _, page = _follow(handle, destination, None)
            title = " ".join(utf16_text(pdfium_c.FPDFBookmark_GetTitle, mark).split())
            yield OutlineEntry(title, level, page, self._height_of(destination, page))
            waiting.append((pdfium_c.FPDFBookmark_GetNextSibling(handle, mark), level))
            waiting.append((pdfium_c.FPDFBookmark_GetFirstChild(handle, mark), level + 1))

    def _height_of(self, destination: Any, page: int) -> float | None:
        """Where on its page a destination points: points from the top, as shown."""
        if not destination or not page:
            return None
        flags = [ctypes.c_int(0) for _ in range(3)]
        values = [ctypes.c_float(0) for _ in range(3)]
        pdfium_c.FPDFDest_GetLocationInPage(destination, *flags, *values)
        if not flags[1].value:
            return None
        shape = self._geometry(page)
        return max(0.0, shape.shown_box(shape.left, values[1].value, 0.0, 0.0)[1])

    def _geometry(self, number: int) -> Geometry:
        if number not in self._shapes:
            with self._file.page(number) as page:
                self._shapes[number] = geometry(page)
        return self._shapes[number]


def _draw(place: tuple[Any, ...], give_up: Callable[[], bool] | None) -> None:
    """Draw a page on its bitmap. The caller holds the lock, which others get between two slices."""
    until = time.monotonic() + SLICE
    pause = pdfium_c.IFSDK_PAUSE(version=1)
    # PDFium asks after every hundred objects or so.
    pause.NeedToPauseNow = type(pause.NeedToPauseNow)(lambda _: time.monotonic() > until)
    page = place[1]
    status = pdfium_c.FPDF_RenderPageBitmap_Start(*place, pause)
    try:
        while status == pdfium_c.FPDF_RENDER_TOBECONTINUED:
            LOCK.release()
            try:
                time.sleep(0.001)  # a lock that is taken again at once is never somebody else's
                if give_up is not None and give_up():
                    raise Cancelled
            finally:
                LOCK.acquire()
            until = time.monotonic() + SLICE
            status = pdfium_c.FPDF_RenderPage_Continue(page, pause)
    finally:
        pdfium_c.FPDF_RenderPage_Close(page)


def _follow(handle: Any, destination: Any, action: Any) -> tuple[str, int]:
    """The address or the page (from 1) of a destination or an action."""
    if action and pdfium_c.FPDFAction_GetType(action) == pdfium_c.PDFACTION_URI:
        size = pdfium_c.FPDFAction_GetURIPath(handle, action, None, 0)
        buffer = ctypes.create_string_buffer(max(size, 1))
        pdfium_c.FPDFAction_GetURIPath(handle, action, buffer, size)
        return buffer.value.decode("utf-8", "replace").strip(), 0
    if action:
        destination = pdfium_c.FPDFAction_GetDest(handle, action)
    if not destination:
        return "", 0
    return "", max(0, pdfium_c.FPDFDest_GetDestPageIndex(handle, destination) + 1)


def _open_forms(file: PdfFile) -> tuple[Any, Any] | None:
    """PDFium's form environment, without which the contents of form fields are not drawn."""
    with LOCK:
        if pdfium_c.FPDF_GetFormType(file.handle) == pdfium_c.FORMTYPE_NONE:
            return None
        callbacks = pdfium_c.FPDF_FORMFILLINFO(version=2)
        forms = pdfium_c.FPDFDOC_InitFormFillEnvironment(file.handle, callbacks)
        return (forms, callbacks) if forms else None
