"""Sets a text without pages anew when its pane or its zoom has changed.

While a splitter is dragged the text stays as it is. When the drag pauses, what shows is made ready
on the new sheet in the drawing thread, and then takes the place of the old one in a single step:
what stood at the top of the window stands there again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QTimer, Slot

from verifier.ui.reader.anchor import Anchor, anchor_at, height_of
from verifier.ui.reader.flow import FlowProvider
from verifier.ui.reader.position import Pin, fit_of_text
from verifier.ui.reader.resetting import Drawn, Order, Ready, make_ready
from verifier.ui.reader.selection import page_of
from verifier.ui.reader.set_text import SetText
from verifier.ui.reader.sheet import USUAL, Fit

if TYPE_CHECKING:
    from verifier.ui.reader.placed import PlacedPages

PAUSE_MS = 80
"""So long a pane must have kept its width."""
REST_MS = 300
"""So long after that the rest of a short text is set, too."""
SET_AHEAD = 60
"""Texts of up to so many stretches are set as a whole, between events."""


class Reflow(QObject):
    """Looks after the sheet of the text in one view. Does nothing where there are pages."""

    def __init__(self, canvas: PlacedPages) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._making: SetText | None = None
        """What the drawing thread makes ready."""
        self._round = 0
        """Of the pictures, when that was begun: those of an earlier one are old."""
        self._due = USUAL
        """The sheet that was found to fit last."""
        self._held: tuple[Anchor, float] | None = None
        """What stays where it is in the window, and how far down, until somebody scrolls."""
        self._pause = _timer(self, PAUSE_MS)
        self._pause.timeout.connect(self._begin)
        self._rest = _timer(self, 0)
        self._rest.timeout.connect(self._come_to_rest)

    @property
    def text(self) -> FlowProvider | None:
        """The text that is shown, where it has no pages."""
        provider = self._canvas.provider
        return provider if isinstance(provider, FlowProvider) else None

    @property
    def fit(self) -> Fit:
        """How the text is to lie in the window as it is now."""
        canvas = self._canvas
        return fit_of_text(canvas.view, canvas.zoom_mode, canvas.viewport().size())

    @property
    def is_bare(self) -> bool:
        """Whether nobody sees anything of the text yet."""
        pictures = self._canvas.pictures
        return not self._canvas.isVisible() or pictures is None or not pictures.cache.size

    @property
    def is_due(self) -> bool:
        """Whether the text is about to be set anew."""
        return self._pause.isActive() or self._making is not None

    @property
    def is_awaited(self) -> bool:
        """Whether the text is yet to get its sheet."""
        return self.is_due or self.is_bare

    def start(self) -> None:
        """Another document is shown."""
        self.stop()
        self._rest.start(0)

    def stop(self) -> None:
        """Forget what was begun; nothing runs any more."""
        self._pause.stop()
        self._rest.stop()
        self._making = self._held = None

    # What stays

    def let_go(self) -> None:
        """Somebody scrolled: what comes to the top stays from now on."""
        self._held = None

    def hold(self, anchor: Anchor, at: float) -> None:
        """Let a place stay so many pixels below the top of the window until the view has come to
        rest; from then on what stands at the top stays."""
        if self.text is not None:
            self._held = anchor, at
            self._rest.start(REST_MS)

    def hold_at(self, pin: Pin | None) -> None:
        """Let stay what stands at a pinned place, if it is known yet what that is."""
        anchor = self._anchor_of(pin)
        if anchor is not None and pin is not None:
            self.hold(anchor, pin.point.y())

    def top(self) -> Anchor | None:
        """What stands at the top of the window; found out where somebody has only just scrolled
        there, since it is remembered for long. The start of a text need not be known."""
        if self._held is not None and not self._held[1]:
            return self._held[0]
        pin = self._canvas.top_pin()
        if self.text is not None and pin is not None and self._canvas.verticalScrollBar().value():
            self.text.geometry(pin.page)
        return self._anchor_of(pin)

    def _anchor_of(self, pin: Pin | None) -> Anchor | None:
        text = self.text
        if text is None or pin is None or not text.located(pin.page):
            return None
        return anchor_at(text.geometry(pin.page), text.starts[pin.page], pin.at[1])

    def pin(self) -> Pin | None:
        """Where on the sheet the held place is; None while none is held."""
        text = self.text
        if text is None or self._held is None:
            return None
        anchor, at = self._held
        page = page_of(text, anchor.offset)
        text.settle(page)
        y = height_of(anchor, text.geometry(page), text.starts[page])
        return Pin(page, (0.0, y), QPointF(self.fit.left, at))

    # The sheet

    def follow(self, pin: Pin | None) -> Pin | None:
        """See to it that the text is set on the sheet that fits: soon, or at once while none of it
        is seen; the place to keep, on the sheet as it is then."""
        text = self.text
        sheet = self.fit.sheet
        if text is None or text.sheet == sheet:
            self._pause.stop()
        elif self.is_bare:
            self._hold_if_none(pin)
            self._swap(text, text.set_on(sheet))
            return self.pin()
        elif sheet != self._due or not self.is_due:
            self._due = sheet
            self._pause.start()
        return pin

    @Slot()
    def _begin(self) -> None:
        """Have what shows made ready on the sheet that fits."""
        text, canvas, pictures = self.text, self._canvas, self._canvas.pictures
        if text is None or pictures is None or self._making is not None:
            return
        self._hold_if_none(self._canvas.top_pin())
        anchor, at = self._held or (None, 0.0)
        self._making = anew = text.set_on(self.fit.sheet)
        size = canvas.viewport().size()
        order = Order(
            anew,
            canvas.view,
            self.fit.across,
            (size.width(), size.height()),
            canvas.devicePixelRatioF(),
            page_of(text, anchor.offset) if anchor is not None else 0,
            anchor,
            at,
            lambda: self._making is anew,
        )
        self._round = pictures.round
        pictures.do_first(lambda: make_ready(order))

    @Slot(object)
    def take(self, ready: Ready | None) -> None:
        """Show the text on the sheet it was made ready on, if that is the one that fits."""
        text, pictures = self.text, self._canvas.pictures
        if text is None or pictures is None or ready is None or ready.text is not self._making:
            return
        self._making = None
        if ready.text.sheet != self.fit.sheet:
            self.follow(None)
            return
        self._hold_if_none(self._canvas.top_pin())
        self._swap(text, ready.text, ready.pictures if pictures.round == self._round else ())
        self._canvas.place_pages(self.pin())

    def _hold_if_none(self, pin: Pin | None) -> None:
        """Let stay what stands at a pinned place; the start of the text stays by itself."""
        is_free = self._held is None and self._canvas.verticalScrollBar().value() > 0
        if is_free and self.text is not None and pin is not None:
            self.text.geometry(pin.page)
            self.hold_at(pin)

    def _swap(self, text: FlowProvider, anew: SetText, drawn: Sequence[Drawn] = ()) -> None:
        self._making = None
        self._canvas.change_sheet(lambda: text.take(anew))
        if self._canvas.pictures is not None:
            self._canvas.pictures.renew(drawn)
        self._canvas.viewport().update()  # the words lie elsewhere, though the sheet may not
        self._rest.start(REST_MS)

    def settle_visible(self) -> None:
        """Place what is set of what shows. What was placed before stays."""
        text, canvas = self.text, self._canvas
        while text is not None:
            pages = canvas.visible_pages()
            news = [page for page in pages if text.measured(page) and text.settle(page)]
            if not news:
                break
            placed = (page for page in pages if page not in news and text.settled(page))
            known = next(placed, pages[0])
            corner = canvas.to_viewport(known, (0, 0, 0, 0)).topLeft()
            at_top = canvas.verticalScrollBar().value() == 0
            canvas.place_pages(None if at_top else Pin(known, (0.0, 0.0), corner), tell=False)

    @Slot()
    def _come_to_rest(self) -> None:
        """What is at the top stays; set the next stretch that nobody has looked at yet."""
        text = self.text
        if text is None or self.is_due:
            return
        if self._held is not None and self._held[1]:
            self._held = None
            self._hold_if_none(self._canvas.top_pin())
        if len(text.starts) - 1 > SET_AHEAD:
            return
        for page in range(len(text.starts) - 1):
            if text.settle(page):
                self._canvas.place_pages(self._canvas.top_pin())
                self._rest.start(0)
                return


def _timer(parent: QObject, milliseconds: int) -> QTimer:
    made = QTimer(parent)
    made.setSingleShot(True)
    made.setInterval(milliseconds)
    return made
