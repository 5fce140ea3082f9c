"""Pages on a canvas and their pictures. Knows nothing of what is on them.

Painting never decides anything: what has to be set, drawn or fetched follows from the visible range
whenever that changes. Scrolling moves what is on the screen and paints only the strip that is new.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QPoint,
    QPointF,
    QRectF,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from verifier.text.page_names import PageNames
from verifier.ui.reader.gestures import zoom_asked
from verifier.ui.reader.layout import PageLayout, View
from verifier.ui.reader.pictures import Pictures
from verifier.ui.reader.placed import PlacedPages
from verifier.ui.reader.position import ReadingPosition, ZoomMode
from verifier.ui.reader.provider import PageProvider
from verifier.ui.reader.sheets import (
    paint_canvas,
    paint_failure,
    paint_paper,
    paint_pictures,
    wishes_for,
)
from verifier.ui.tokens import LIGHT, Tokens

__all__ = ["PageCanvas", "ReadingPosition", "ZoomMode"]


class PageCanvas(PlacedPages):
    """Shows the pages of a provider."""

    page_changed = Signal(int)
    """The page being read, from 1."""
    picture_arrived = Signal(int)
    """The page (from 0) that has a new picture."""
    moved = Signal()
    """Something else is visible now, or visible elsewhere."""

    def __init__(self, parent: QWidget | None = None, tokens: Tokens = LIGHT) -> None:
        super().__init__(parent)
        self.tokens = tokens
        self._page = 0
        self._reached = (-1, 0)
        """The page that was gone to last, and how far down that took the view."""
        self.names = PageNames()
        """What the pages are called."""
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.timeout.connect(self._prepare_one)
        app = QCoreApplication.instance()
        if app is not None:
            # A program that ends while pages are being drawn must not end in a crash.
            app.aboutToQuit.connect(self.close_document)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self.viewport().setMouseTracking(True)

    # The document ---------------------------------------------------------------------------

    def set_document(self, provider: PageProvider | None) -> None:
        """Show a document from its start. The one before is closed."""
        self.close_document()
        self._provider = provider
        paged = provider is None or provider.paged
        self._view = View(zoom=self._view.zoom, gap=12 if paged else 0)
        self._layout = PageLayout([], self._view, 0)
        self._page = 0
        self._reached = (-1, 0)
        if provider is not None:
            self._pictures = Pictures(provider, self.tokens.veil, self)
            self._pictures.arrived.connect(self._picture_arrived)
            self._pictures.measured.connect(self._page_measured)
            self._pictures.done_first.connect(self._reflow.take)
        self.place_pages(None)
        self._go(0, 0)
        self._reflow.start()

    def close_document(self) -> None:
        """Show nothing; threads and timers have ended when this returns."""
        self._reflow.stop()
        self._ahead.stop()
        if self._pictures is not None:
            self._pictures.close()
            self._pictures.deleteLater()
            self._pictures = None
        if self._provider is not None:
            self._provider.close()
            self._provider = None

    def current_page(self) -> int:
        """The page being read, from 1; of those in a row the first."""
        return self._page + 1

    def set_tokens(self, tokens: Tokens) -> None:
        """Take the colours of another theme."""
        self.tokens = tokens
        if self._pictures is not None:
            self._pictures.set_veil(tokens.veil)
        self._wish()
        self.viewport().update()

    def renew_pictures(self) -> None:
        """Draw all pages anew: pictures inside them have come."""
        if self._pictures is not None:
            self._pictures.renew()
            self._wish()
            self.viewport().update()

    # Painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what Qt asks for."""
        painter = QPainter(self.viewport())
        clip = event.rect()
        painter.translate(-self.offset)
        part = clip.translated(self.offset)
        shown = QRectF(part)
        pages = self._layout.pages_between(shown.top() - 2, shown.bottom() + 2)
        paint_canvas(painter, self._layout, pages, part, self.tokens)
        for page in pages:
            self._paint_sheet(painter, page, shown)
            painter.save()
            self.paint_page(painter, page, shown)
            painter.restore()
        self.paint_over(painter)

    def _paint_sheet(self, painter: QPainter, page: int, shown: QRectF) -> None:
        if self._pictures is None:
            paint_paper(painter, self._layout.rect(page), self.tokens)
            return
        paint_pictures(painter, self._layout, page, shown, self._pictures, self.tokens)
        if page in self._pictures.failures:
            words = self.tr("This page cannot be shown.") + "\n" + self._pictures.failures[page]
        elif page in self._pictures.slow:
            words = self.tr("This page takes long to draw.")
        else:
            return
        paint_failure(painter, self._layout.rect(page), words, self.tokens)

    def paint_page(self, painter: QPainter, page: int, shown: QRectF) -> None:
        """What stands on a page besides its picture. In pixels of the canvas."""

    def prepare_page(self, page: int) -> bool:
        """Find out what painting a page needs to know; whether there was something to find out."""
        provider = self._provider
        if provider is not None and provider.measured(page) and provider.settle(page):
            self.place_pages(self._pin(QPointF(0, 0)), tell=False)
            return True
        return False

    def paint_over(self, painter: QPainter) -> None:
        """What stands over all pages."""

    # Following the visible range ------------------------------------------------------------

    def _wish(self) -> None:
        """Ask for the pictures of what shows and of what may show next."""
        if self._pictures is not None and self._provider is not None:
            window = QRectF(QPointF(self.offset), self.viewport().size().toSizeF())
            ratio, settled = self.devicePixelRatioF(), self._provider.settled
            self._pictures.want(wishes_for(self._layout, window, ratio, settled))
            self._ahead.start(0)

    @Slot()
    def _prepare_one(self) -> None:
        """Between two events, make ready one page that may come into view next."""
        room = self.viewport().height()
        top = self.offset.y()
        for page in self._layout.pages_between(top - room, top + 2 * room):
            if self.prepare_page(page):
                self._wish()
                return

    @Slot(int)
    def _picture_arrived(self, page: int) -> None:
        self.picture_arrived.emit(page)
        if page < self._layout.count:
            self._ahead.start(0)
            self.viewport().update(self._layout.rect(page).translated(-self.offset))

    @Slot(int)
    def _page_measured(self, page: int) -> None:
        if page in self.visible_pages():
            self._after_move()
        else:
            self._ahead.start(0)

    def _after_move(self) -> None:
        """The visible range is another one: set, wish, tell."""
        self._reflow.settle_visible()
        self._wish()
        self._tell_page()
        self.moved.emit()

    def _tell_page(self) -> None:
        page = self._page_being_read()
        if page != self._page:
            self._page = page
            self.page_changed.emit(page + 1)

    def _reach(self, page: int, offset: int) -> None:
        """Until somebody scrolls, the page that was gone to is read, wherever it is in sight."""
        self._reached = page, offset
        if offset == self.offset.y():
            self._tell_page()

    def _page_being_read(self) -> int:
        if not self.page_count:
            return 0
        bar = self.verticalScrollBar()
        visible = self.visible_pages()
        reached, at = self._reached
        if reached in visible and at == bar.value():
            return reached - reached % self._view.columns
        if bar.value() == 0:
            return 0
        if bar.value() == bar.maximum() and visible:
            return visible[-1]
        page = self._layout.page_at(self._reading_point() + QPointF(self.offset))
        return page - page % self._view.columns

    # Events ---------------------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl: zoom at the pointer."""
        if self._zoom_by(event):
            event.accept()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Pinching zooms; another screen wants other pictures."""
        if event.type() in (QEvent.Type.NativeGesture, QEvent.Type.Gesture):
            if self._zoom_by(event):
                return True
        elif event.type() == QEvent.Type.DevicePixelRatioChange:
            self._wish()
        return super().viewportEvent(event)

    def _zoom_by(self, event: QEvent) -> bool:
        asked = zoom_asked(event, self.viewport())
        if asked is not None and asked.factor != 1.0:
            self.set_zoom(self.zoom() * asked.factor, asked.at, asked.to)
        elif asked is not None:
            self._drag((asked.to - asked.at).toPoint())
        return asked is not None

    def _drag(self, by: QPoint) -> None:
        """Take the paper along."""
        for bar, step in ((self.horizontalScrollBar(), by.x()), (self.verticalScrollBar(), by.y())):
            bar.setValue(bar.value() - step)
