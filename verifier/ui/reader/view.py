"""The document view: marked pages in which a passage can be selected with mouse and keys.

It tells what the person does by signals; nothing is changed here. All offsets are code points of
the document's text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPointF, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QToolTip, QWidget

from verifier.text.ranges import TextRange
from verifier.text.regions import Place, Region
from verifier.ui.reader import accessible, keys
from verifier.ui.reader.caret import screen_beside, show_caret
from verifier.ui.reader.claim_button import ClaimButton
from verifier.ui.reader.copying import copied_text, picture_of
from verifier.ui.reader.frames import can_be_moved, kept_region, shown_place
from verifier.ui.reader.grips import paint_grip
from verifier.ui.reader.highlights import PaintedHighlight
from verifier.ui.reader.marks import filled, outline, paint_caret, paint_outline, paint_tints
from verifier.ui.reader.mouse import Mouse
from verifier.ui.reader.moving import Mover
from verifier.ui.reader.pen import Pen, paint_region
from verifier.ui.reader.pointed import PointedCanvas
from verifier.ui.reader.provider import PageProvider
from verifier.ui.reader.selection import VERTICAL, Move, Selection, column_of, moved, page_of
from verifier.ui.tokens import LIGHT, Tokens

BY_TAB = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
FOR_THE_WINDOW = (Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton)


class ReaderView(PointedCanvas):
    """Shows a document, to be read and marked."""

    selection_changed = Signal(object)
    """A TextRange, a Region, or None. While the mouse drags it is told once, at the end."""
    highlight_clicked = Signal(str)
    highlight_opened = Signal(str)
    """Double click on a tag."""
    claim_wanted = Signal(object)
    """The selected TextRange or Region is to become a claim."""
    place_moved = Signal(str, object)
    """A highlight is to stand elsewhere: its id, and a TextRange or Region."""

    def __init__(self, parent: QWidget | None = None, tokens: Tokens = LIGHT) -> None:
        super().__init__(parent, tokens)
        self._selection: Selection | None = None
        self._region: Region | None = None
        self._column: float | None = None
        self.clicked = ""
        """The highlight that was clicked last."""
        self.movable = False
        """Whether the selected highlights have grips."""
        self.pen = Pen(self)
        self.mover = Mover(self)
        self._focus_frame = False
        self.take_key = Qt.Key.Key_H
        """The key that takes the selection, as the floating button does."""
        self.caret_browsing = False
        """Whether plain arrow keys move the caret instead of scrolling. F7 changes it."""
        self._mouse = Mouse(self)
        self._button = ClaimButton(self.viewport(), tokens)
        self._button.clicked.connect(self.want_claim)
        self.page_changed.connect(self._describe)
        self.moved.connect(self._place_button)
        accessible.install(ReaderView)
        self._describe()

    # What is shown --------------------------------------------------------------------------

    def set_document(self, provider: PageProvider | None) -> None:
        """Show a document from its start, with nothing marked or selected."""
        self._mouse.stop()
        self.mover.drop()
        self.pen.put_away()
        self._selection = None
        self._button.hide()
        super().set_document(provider)
        self._describe()

    def close_document(self) -> None:
        """Show nothing; threads and timers have ended when this returns."""
        self._mouse.stop()
        self.mover.drop()
        super().close_document()

    def set_tokens(self, tokens: Tokens) -> None:
        """Take the colours of another theme."""
        super().set_tokens(tokens)
        self._button.set_tokens(tokens)

    def change_sheet(self, change: Callable[[], None]) -> None:
        """A region that is marked stays on its part of the picture; a grip is let go."""
        self._mouse.let_go()
        self.mover.settle()
        self._column = None
        provider, region = self._provider, self._region
        kept = kept_region(provider, region) if provider is not None and region else None
        super().change_sheet(change)
        if provider is not None and kept is not None:
            shown = shown_place(provider, kept)
            self._region = shown if isinstance(shown, Region) else None

    # Selection ------------------------------------------------------------------------------

    def selection(self) -> TextRange | None:
        """What is selected, or None."""
        found = self._selection.range if self._selection is not None else None
        return found if found is not None and len(found) else None

    @property
    def region(self) -> Region | None:
        """The region that is marked and not taken yet."""
        return self._region

    def selected_place(self) -> Place | None:
        """The region that is marked, or else the words that are selected, or None."""
        return self.selection() if self._region is None else self._region

    def set_region(self, region: Region | None, *, settled: bool) -> None:
        """Mark another region, or none; `settled` when the person has finished drawing it."""
        if region != self._region:
            self._region = region
            if region is not None:
                self._selection = None
            self.viewport().update()
        elif region is None:
            return
        if settled:
            self.selection_changed.emit(self.selected_place())
            self._place_button()
        else:
            self._hide_button()

    def selected_highlights(self, page: int) -> list[PaintedHighlight]:
        """The selected highlights that touch a page (from 0), where they can be moved."""
        if not self.movable or self._provider is None:
            return []
        chosen = [
            highlight
            for highlight in self._index.on_page(page)
            if highlight.selected and can_be_moved(self._provider, highlight.kept)
        ]
        if not any(highlight.picture for highlight in chosen):
            return chosen
        geometry = self._provider.geometry(page)
        seen = (highlight.seen(page, geometry) for highlight in chosen)
        return [highlight for highlight in seen if highlight.is_words or highlight.region]

    def caret(self) -> int | None:
        """Where the caret stands."""
        return self._selection.head if self._selection is not None else None

    def select(self, span: TextRange | None) -> None:
        """Select a passage, or nothing."""
        made = None
        if span is None:
            self.set_region(None, settled=False)
        else:
            made = Selection(TextRange(span.start, span.start), span.stop)
        self.change_selection(made, settled=True)

    def select_all(self) -> None:
        """Select the whole text."""
        if self._provider is not None and self._provider.text:
            self.select(TextRange(0, len(self._provider.text)))

    def change_selection(self, selection: Selection | None, *, settled: bool) -> None:
        """Another selection; `settled` when the person has finished making it."""
        before = self.selection()
        if selection is not None and self._region is not None:
            self._region = None
            self.viewport().update()
        if selection != self._selection:
            self._selection = selection
            self._update_difference(before, self.selection())
            if selection is not None and not len(selection.range):
                self.viewport().update()
        if settled:
            self.selection_changed.emit(self.selected_place())
            self._place_button()
        else:
            self._hide_button()

    def current_selection(self) -> Selection | None:
        """With its anchor and the caret."""
        return self._selection

    def move_caret(self, move: Move, *, extend: bool) -> None:
        """Move the caret, selecting what it passes or not. It starts at the top of the view."""
        if self._provider is None:
            return
        now = self._selection or Selection(*self._first_place())
        if move not in VERTICAL:
            self._column = None
        elif self._column is None:
            self._column = column_of(self._provider, now.head)
        if move in (Move.SCREEN_UP, Move.SCREEN_DOWN):
            step = 1 if move is Move.SCREEN_DOWN else -1
            head = screen_beside(self, now.head, step, self._column or 0.0)
        else:
            head = moved(self._provider, now.head, move, self._column)
        anchor = now.anchor if extend else TextRange(head, head)
        self.change_selection(Selection(anchor, head), settled=True)
        self.show_caret(head)

    def copy(self) -> None:
        """Put the selected text on the clipboard, as it reads; of a region, its picture."""
        span, region = self.selection(), self._region
        if region is not None and self._provider is not None:
            QGuiApplication.clipboard().setImage(picture_of(self._provider, region))
        if span is not None and self._provider is not None:
            QGuiApplication.clipboard().setText(copied_text(self._provider, span))

    def offer(self, words: str, tip: str, key: Qt.Key) -> None:
        """What the button and a key offer to do with a selection, instead of making a claim."""
        self.take_key = key
        self._button.set_words(f"{words}  {QKeySequence(key).toString()}", tip)

    @Slot()
    def want_claim(self) -> None:
        """Say that the selection is to become a claim, or what was offered instead."""
        place = self.selected_place()
        if place is not None:
            self._hide_button()
            self.claim_wanted.emit(place)

    def click_highlight(self, found: Sequence[PaintedHighlight]) -> None:
        """Tell of a click on highlights; clicking again goes on to the next one below it."""
        ids = [highlight.id for highlight in found]
        chosen = next((h.id for h in found if h.selected), None)
        if chosen is None and self.clicked in ids:
            chosen = self.clicked
        following = (ids.index(chosen) + 1) % len(ids) if chosen is not None else 0
        self.clicked = ids[following]
        self.highlight_clicked.emit(self.clicked)

    # Painting -------------------------------------------------------------------------------

    def paint_selected(self, painter: QPainter, page: int) -> None:
        """The selection, or the caret. The painter's unit is a point of the page."""
        span = self.selection()
        if span is not None:
            colour = self.tokens.text_selection
            paint_tints(painter, filled((rect, colour) for rect in self.rects_of(page, span)))
        elif self._region is not None:
            for rect in self.rects_of(page, self._region):
                paint_region(painter, rect, LIGHT.accent, self._view.scale)
        elif self._selection is not None and self.hasFocus():
            self._paint_caret(painter, page, self._selection.head)
        self._paint_grips(painter, page)

    def _paint_grips(self, painter: QPainter, page: int) -> None:
        """Where a highlight that is being moved would be, and the grips it is moved by."""
        place, scale = self.mover.place, self._view.scale
        if place is not None:
            rects = self.rects_of(page, place)
            paint_tints(painter, filled((rect, self.tokens.text_selection) for rect in rects))
            paint_outline(painter, outline(rects, scale), QColor(LIGHT.accent), scale)
        for grip, _ in self.mover.grips(page):
            paint_grip(painter, grip, LIGHT.accent, scale)

    def paint_over(self, painter: QPainter) -> None:
        """The frame that shows the keyboard's focus."""
        if self._focus_frame and self.hasFocus():
            painter.setPen(QPen(QColor(self.tokens.accent), 2))
            window = self.viewport().rect().translated(self.offset)
            painter.drawRect(window.adjusted(1, 1, -1, -1))

    def _paint_caret(self, painter: QPainter, page: int, head: int) -> None:
        provider = self._provider
        if provider is not None and page_of(provider, head) == page:
            caret = provider.geometry(page).caret(head - provider.starts[page])
            if caret is not None:
                paint_caret(painter, caret, LIGHT.accent, self._view.scale)

    # Small things ---------------------------------------------------------------------------

    def _first_place(self) -> tuple[TextRange, int]:
        found = self.offset_at(QPointF(0, 12)) or 0
        return TextRange(found, found), found

    def show_caret(self, head: int) -> None:
        """Scroll as little as needed to show a place between two characters."""
        show_caret(self, head)

    def _update_difference(self, before: TextRange | None, after: TextRange | None) -> None:
        """Paint anew only what is selected now and was not, or the other way round."""
        ends = sorted(end for span in (before, after) if span for end in (span.start, span.stop))
        if (
            before is None
            or after is None
            or before.stop < after.start
            or after.stop < before.start
        ):
            pieces = [span for span in (before, after) if span is not None]
        else:
            pieces = [TextRange(ends[0], ends[1]), TextRange(ends[2], ends[3])]
        for piece in [*pieces, *self._passed_differently(before, after)]:
            self.update_range(piece)

    def _passed_differently(self, *spans: TextRange | None) -> set[TextRange]:
        """Running lines that show and that only one of two selections goes over."""
        found: set[TextRange] = set()
        provider = self._provider
        for span in spans:
            if provider is not None and span is not None:
                for page in self.visible_pages():
                    found ^= set(provider.running_lines(span, page))
        return found

    @Slot()
    def _place_button(self) -> None:
        """The button stands below the end of the selection, while that shows."""
        span = self.selected_place()
        if span is None or self._provider is None or self._mouse.is_dragging:
            self._hide_button()
            return
        if isinstance(span, Region):
            page = span.page - 1
        else:
            page = page_of(self._provider, max(span.start, span.stop - 1))
        rects = self.rects_of(page, span) if page in self.visible_pages() else []
        if rects:
            self._button.place_below(self.to_viewport(page, rects[-1]), self.viewport().rect())
        else:
            self._hide_button()

    def _hide_button(self) -> None:
        if self._button.hasFocus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._button.hide()

    @Slot()
    def _describe(self) -> None:
        """Name and page for those who hear the window instead of seeing it."""
        title = self._provider.title if self._provider is not None else ""
        self.setAccessibleName(self.tr("Document") + (f": {title}" if title else ""))
        self.setAccessibleDescription(self.page_words())

    def page_words(self) -> str:
        """Which page of how many is read, and what it is called where that is something else."""
        here, pages = self.current_page(), str(self.page_count)
        if self.names.of(here) == str(here):
            return self.tr("Page %1 of %2").replace("%1", str(here)).replace("%2", pages)
        words = self.tr("Page %3 (%1 of %2)").replace("%1", str(here)).replace("%2", pages)
        return words.replace("%3", self.names.of(here))

    # Events ---------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a selection; buttons of no use here are for the window."""
        if event.button() in FOR_THE_WINDOW:
            event.ignore()
            return
        self._column = None
        self._mouse.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word."""
        self._mouse.double_click(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Extend the selection, or show what is under the pointer."""
        self._mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The selection is made, or something was clicked."""
        self._mouse.release(event)

    def event(self, event: QEvent) -> bool:
        """Keys that move an end of a highlight are no shortcuts of the window meanwhile."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self.mover.wants(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of the view; the rest is for the window."""
        if not keys.press(self, event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Letting go of Alt ends the moving of an end."""
        if event.key() == Qt.Key.Key_Alt:
            self.mover.settle()
        super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the focus is when keys brought it here."""
        self._focus_frame = event.reason() in BY_TAB
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide caret and frame."""
        super().focusOutEvent(event)
        self.mover.settle()
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what is under the pointer when it rests."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tooltip_at(event.pos()), self.viewport())
            return True
        return super().viewportEvent(event)
