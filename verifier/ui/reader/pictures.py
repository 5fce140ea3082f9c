"""Pictures of pages: asked for by what is visible, made one after the other, kept within bounds.

A picture is cut into bands of a few million pixels, so that a page at 400 % on a sharp screen costs
no more than what shows of it. The list of wishes is replaced as a whole whenever the view moves:
what nobody looks at any more is never drawn. Drawing is done in one thread for each document.
"""

from __future__ import annotations

import sys
import threading
import time
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, Qt, QThread, Signal, Slot
from PySide6.QtGui import QColor, QImage, QPainter

from verifier.errors import Cancelled, TooLarge, VerifierError
from verifier.ui.reader.provider import PageProvider
from verifier.ui.told import told

BAND_PIXELS = 2_000_000
PATIENCE = 0.3
"""Seconds that a picture may take while others wait for theirs."""
LONG = 1.0
"""Seconds after which the empty sheet says that its picture takes long."""
MOST_SECONDS = 60.0
"""For one picture: then the page is said not to be drawable."""
BYTES_KEPT = 112 * 1024 * 1024
"""Of pictures. A page at 100 % takes 3.5 MB."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A band of the picture of a page at `scale` device pixels a point."""

    page: int
    scale: float
    band: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """A page's picture: its size in device pixels, and how high its bands are."""

    page: int
    scale: float
    width: int
    height: int

    @property
    def band_height(self) -> int:
        """Device pixels; the last band may be lower."""
        return max(64, BAND_PIXELS // max(1, self.width))

    def clip(self, band: int) -> QRect:
        """The part of the picture that a band shows."""
        top = band * self.band_height
        return QRect(0, top, self.width, min(self.band_height, self.height - top))

    def pieces(self, top: float, bottom: float) -> list[Piece]:
        """The bands that show between two heights of the picture."""
        last = max(0, (self.height - 1) // self.band_height)
        first = min(last, max(0, int(top) // self.band_height))
        until = min(last, max(0, int(bottom) // self.band_height))
        return [Piece(self.page, self.scale, band) for band in range(first, until + 1)]


class PictureCache:
    """The pictures last used, up to a number of bytes."""

    def __init__(self, limit: int = BYTES_KEPT) -> None:
        self.limit = limit
        self.size = 0
        self._kept: OrderedDict[Piece, tuple[QImage, Drawing]] = OrderedDict()
        self._by_page: defaultdict[int, set[Piece]] = defaultdict(set)

    def has_page(self, page: int) -> bool:
        """Whether there is any picture of a page (from 0)."""
        return bool(self._by_page.get(page))

    def get(self, piece: Piece) -> QImage | None:
        """The picture, if it is there."""
        found = self._kept.get(piece)
        if found is None:
            return None
        self._kept.move_to_end(piece)
        return found[0]

    def put(self, piece: Piece, image: QImage, drawing: Drawing) -> None:
        """Keep a picture; the ones unused for longest go."""
        self._drop(piece)
        self._kept[piece] = (image, drawing)
        self._by_page[piece.page].add(piece)
        self.size += image.sizeInBytes()
        while self.size > self.limit and len(self._kept) > 1:
            self._drop(next(iter(self._kept)))

    def others(self, page: int, scale: float) -> list[tuple[QImage, QRect, Drawing]]:
        """Pictures of the page at the one other scale that is nearest, with their places."""
        scales = {piece.scale for piece in self._by_page.get(page, ()) if piece.scale != scale}
        if not scales:
            return []
        nearest = min(scales, key=lambda other: abs(other - scale))
        pieces = [piece for piece in self._by_page[page] if piece.scale == nearest]
        kept = [(piece, *self._kept[piece]) for piece in pieces]
        return [(image, drawing.clip(piece.band), drawing) for piece, image, drawing in kept]

    def clear(self) -> None:
        """Drop all pictures."""
        self._kept.clear()
        self._by_page.clear()
        self.size = 0

    def _drop(self, piece: Piece) -> None:
        found = self._kept.pop(piece, None)
        if found is not None:
            self.size -= found[0].sizeInBytes()
            self._by_page[piece.page].discard(piece)
            if not self._by_page[piece.page]:
                del self._by_page[piece.page]


Wish = tuple[Piece, Drawing | None]
"""A picture, or only the size of a page."""


def measuring(page: int) -> Wish:
    """The wish for the size of a page."""
    return Piece(page, 0.0, 0), None


class Pictures(QObject):
    """The pictures of one document: those there are, and those that are being made."""

    arrived = Signal(int)
    """The page (from 0) that has a new picture."""
    measured = Signal(int)
    """The page whose size is known now."""
    done_first = Signal(object)
    """What came of what was to be done before the next picture; None: nothing."""

    def __init__(self, provider: PageProvider, veil: float, parent: QObject) -> None:
        super().__init__(parent)
        self.cache = PictureCache()
        self.failures: dict[int, str] = {}
        """Pages that cannot be drawn, and why in words."""
        self.slow: set[int] = set()
        """Pages that take long and have no picture yet."""
        self._veil = veil
        self._wishes: list[Wish] = []
        self._besides: list[Wish] = []
        self._round = 0
        """Counts how often all were made anew: what was drawn for an earlier round is old."""
        queued = Qt.ConnectionType.QueuedConnection
        self._thread: DrawingThread | None = DrawingThread(provider, self)
        self._thread.drawn.connect(self._keep, queued)
        self._thread.measured.connect(self._measure, queued)
        self._thread.done_first.connect(self.done_first, queued)
        self._thread.failed.connect(self._fail, queued)
        self._thread.slowed.connect(self._tell_slow, queued)
        self._thread.broken.connect(self._tell_bug, queued)
        self._thread.start()

    @property
    def round(self) -> int:
        """How often all pictures were made anew."""
        return self._round

    def want(self, wishes: Sequence[Wish]) -> None:
        """Draw these and nothing else, in this order; those there are already are left out."""
        self._wishes = [
            wish
            for wish in wishes
            if self.cache.get(wish[0]) is None and wish[0].page not in self.failures
        ]
        self._ask()

    def want_besides(self, wishes: Sequence[Wish]) -> None:
        """Draw these, too, once all other wishes are fulfilled: thumbnails."""
        self._besides = list(wishes)
        self._ask()

    def _ask(self) -> None:
        left = [
            wish
            for wish in self._besides
            if self.cache.get(wish[0]) is None and wish[0].page not in self.failures
        ]
        if self._thread is not None:
            self._thread.want([*self._wishes, *left])

    @property
    def is_idle(self) -> bool:
        """Whether all that was wished for is there, and every size has been told."""
        left = [wish for wish in self._wishes if wish[0].page not in self.failures]
        return all(
            drawing is not None and self.cache.get(piece) is not None for piece, drawing in left
        )

    def set_veil(self, veil: float) -> None:
        """How much black lies over the pages. All pictures are made anew."""
        if veil != self._veil:
            self._veil = veil
            self.cache.clear()

    def do_first(self, work: Callable[[], object]) -> None:
        """Have something done in the drawing thread, before the next picture."""
        if self._thread is not None:
            self._thread.do_first(work)

    def renew(self, drawn: Iterable[tuple[Piece, Drawing, QImage]] = ()) -> None:
        """Forget all pictures: the pages look different now. Some may have been drawn anew."""
        self._round += 1
        self.cache.clear()
        if self._thread is not None:
            self._thread.renew(self._round)
        for piece, drawing, image in drawn:
            self._put(piece, drawing, image)

    def close(self) -> None:
        """Stop drawing; returns when the thread has ended."""
        self._wishes, self._besides = [], []
        if self._thread is not None:
            self._thread.stop()
            self._thread = None

    @Slot(int)
    def _measure(self, page: int) -> None:
        """A size that is known is wished for no more; the picture is wished for next."""
        self._wishes = [wish for wish in self._wishes if wish != measuring(page)]
        self.measured.emit(page)

    @Slot(object, object, QImage, int)
    def _keep(self, piece: Piece, drawing: Drawing, image: QImage, drawn_in: int) -> None:
        if drawn_in != self._round:
            self._ask()
            return
        self._put(piece, drawing, image)
        self.arrived.emit(piece.page)

    def _put(self, piece: Piece, drawing: Drawing, image: QImage) -> None:
        if self._veil:
            painter = QPainter(image)
            painter.fillRect(image.rect(), QColor.fromRgbF(0, 0, 0, self._veil))
            painter.end()
        self.slow.discard(piece.page)
        self.cache.put(piece, image, drawing)

    @Slot(int, object)
    def _fail(self, page: int, error: BaseException) -> None:
        self.slow.discard(page)
        self.failures[page] = told(str(error))
        self.arrived.emit(page)
        if not isinstance(error, VerifierError):
            self._tell_bug(error)

    @Slot(object)
    def _tell_bug(self, error: BaseException) -> None:
        sys.excepthook(type(error), error, error.__traceback__)

    @Slot(int)
    def _tell_slow(self, page: int) -> None:
        """Say on the empty sheet that its picture will come."""
        if not self.cache.has_page(page):
            self.slow.add(page)
            self.arrived.emit(page)


class DrawingThread(QThread):
    """Draws wishes in order; always takes the first of the newest list.

    What is no longer wished for is given up. A picture that takes long lets all others go first.
    """

    drawn = Signal(object, object, QImage, int)
    measured = Signal(int)
    failed = Signal(int, object)
    slowed = Signal(int)
    """The page whose picture takes long."""
    done_first = Signal(object)
    broken = Signal(object)
    """What went wrong with that: a bug."""

    def __init__(self, provider: PageProvider, parent: QObject) -> None:
        super().__init__(parent)
        self._provider = provider
        self._wishes: list[Wish] = []
        self._wanted: set[Piece] = set()
        self._late: set[Piece] = set()
        """What took too long while others waited, and comes after them."""
        self._at: Piece | None = None
        self._drawing: Drawing | None = None
        self._begun = 0.0
        self._has_told = False
        """Whether it was said of this picture that it takes long."""
        self._round = 0
        """Of the pictures; what is wished for in one is drawn for that one."""
        self._first: Callable[[], object] | None = None
        self._stopped = False
        self._changed = threading.Condition()

    def want(self, wishes: Sequence[Wish]) -> None:
        """Replace the list of wishes."""
        with self._changed:
            self._wanted = {wish[0] for wish in wishes}
            self._wishes = [wish for wish in wishes if wish[0] != self._at]
            self._changed.notify()

    def renew(self, number: int) -> None:
        """Begin another round: what was wished for is drawn no more."""
        with self._changed:
            self._round = number
            self._wishes = []

    def do_first(self, work: Callable[[], object]) -> None:
        """Do something before the next picture; the newest counts."""
        with self._changed:
            self._first = work
            self._changed.notify()

    def stop(self) -> None:
        """End the thread and wait for it."""
        with self._changed:
            self._stopped = True
            self._changed.notify()
        self.wait()

    def run(self) -> None:
        """Qt calls this in the new thread."""
        while (found := self._next()) is not None:
            if not isinstance(found, tuple):
                self._do(found)
                continue
            (piece, drawing), begun = found
            try:
                if drawing is None:
                    self._provider.measure(piece.page)
                    self.measured.emit(piece.page)
                else:
                    clip = drawing.clip(piece.band)
                    image = self._provider.render(piece.page, piece.scale, clip, self._give_up)
                    self.drawn.emit(piece, drawing, image, begun)
            except Cancelled:
                continue
            except BaseException as error:
                self.failed.emit(piece.page, error)

    def _do(self, work: Callable[[], object]) -> None:
        result: object = None
        try:
            result = work()
        except Cancelled:
            pass
        except BaseException as error:
            self.broken.emit(error)
        self.done_first.emit(result)

    def _next(self) -> tuple[Wish, int] | Callable[[], object] | None:
        """What to do first, or else a wish and its round; None: the thread ends."""
        with self._changed:
            self._at = None
            while not self._wishes and self._first is None and not self._stopped:
                self._changed.wait()
            if self._stopped:
                return None
            if self._first is not None:
                first, self._first = self._first, None
                return first
            wish = next((wish for wish in self._wishes if wish[0] not in self._late), None)
            wish = wish or self._wishes[0]
            self._wishes.remove(wish)
            self._at, self._drawing = wish
            self._begun, self._has_told = time.monotonic(), False
            return wish, self._round

    def _give_up(self) -> bool:
        """Whether what is being drawn is to be left: nobody wants it, or it can wait."""
        taken = time.monotonic() - self._begun
        with self._changed:
            piece = self._at
            if piece is None or self._stopped or piece not in self._wanted:
                return True
            if taken > MOST_SECONDS:
                raise TooLarge(
                    f"Drawing it was given up after {MOST_SECONDS:.0f} seconds.",
                    "Its text can be selected all the same, where it has some.",
                )
            is_alone = all(wish[0] in self._late for wish in self._wishes)
            if taken > PATIENCE and piece not in self._late and not is_alone:
                self._late.add(piece)
                self._wishes.append((piece, self._drawing))
                self.slowed.emit(piece.page)
                return True
            is_news = taken > LONG and not self._has_told
            self._has_told = self._has_told or is_news
        if is_news:
            self.slowed.emit(piece.page)
        return False
