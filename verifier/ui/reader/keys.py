"""What the keys do in the document view: a table for caret and scrolling, and a few commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSlider

from verifier.ui.reader.caret import runs_leftward
from verifier.ui.reader.selection import Move

if TYPE_CHECKING:
    from verifier.ui.reader.view import ReaderView

_Key = Qt.Key
_Std = QKeySequence.StandardKey
_Act = QAbstractSlider.SliderAction

_EXTENDING: tuple[tuple[QKeySequence.StandardKey, Move], ...] = (
    (_Std.SelectPreviousChar, Move.PREVIOUS_CHARACTER),
    (_Std.SelectNextChar, Move.NEXT_CHARACTER),
    (_Std.SelectPreviousWord, Move.PREVIOUS_WORD),
    (_Std.SelectNextWord, Move.NEXT_WORD),
    (_Std.SelectStartOfLine, Move.LINE_START),
    (_Std.SelectEndOfLine, Move.LINE_END),
    (_Std.SelectPreviousLine, Move.LINE_UP),
    (_Std.SelectNextLine, Move.LINE_DOWN),
    (_Std.SelectPreviousPage, Move.SCREEN_UP),
    (_Std.SelectNextPage, Move.SCREEN_DOWN),
    (_Std.SelectStartOfDocument, Move.DOCUMENT_START),
    (_Std.SelectEndOfDocument, Move.DOCUMENT_END),
)
_VERTICAL: dict[int, QAbstractSlider.SliderAction] = {
    _Key.Key_Up: _Act.SliderSingleStepSub,
    _Key.Key_Down: _Act.SliderSingleStepAdd,
    _Key.Key_PageUp: _Act.SliderPageStepSub,
    _Key.Key_PageDown: _Act.SliderPageStepAdd,
    _Key.Key_Space: _Act.SliderPageStepAdd,
    _Key.Key_Home: _Act.SliderToMinimum,
    _Key.Key_End: _Act.SliderToMaximum,
}
_HORIZONTAL: dict[int, QAbstractSlider.SliderAction] = {
    _Key.Key_Left: _Act.SliderSingleStepSub,
    _Key.Key_Right: _Act.SliderSingleStepAdd,
}
_CARET: dict[int, Move] = {
    _Key.Key_Left: Move.PREVIOUS_CHARACTER,
    _Key.Key_Right: Move.NEXT_CHARACTER,
    _Key.Key_Up: Move.LINE_UP,
    _Key.Key_Down: Move.LINE_DOWN,
    _Key.Key_Home: Move.LINE_START,
    _Key.Key_End: Move.LINE_END,
    _Key.Key_PageUp: Move.SCREEN_UP,
    _Key.Key_PageDown: Move.SCREEN_DOWN,
}
_LEFTWARD: dict[Move, Move] = {
    Move.PREVIOUS_CHARACTER: Move.NEXT_CHARACTER,
    Move.NEXT_CHARACTER: Move.PREVIOUS_CHARACTER,
    Move.PREVIOUS_WORD: Move.NEXT_WORD,
    Move.NEXT_WORD: Move.PREVIOUS_WORD,
}
"""Where left and right lead in a paragraph that runs from right to left."""
_CARET_FAR: tuple[tuple[QKeySequence.StandardKey, Move], ...] = (
    (_Std.MoveToPreviousWord, Move.PREVIOUS_WORD),
    (_Std.MoveToNextWord, Move.NEXT_WORD),
    (_Std.MoveToStartOfDocument, Move.DOCUMENT_START),
    (_Std.MoveToEndOfDocument, Move.DOCUMENT_END),
)


def press(view: ReaderView, event: QKeyEvent) -> bool:
    """Do what a key asks for; whether it asked for anything."""
    if view.mover.press(event) or view.pen.press(event):
        return True
    for sequence, move in _EXTENDING:
        if event.matches(sequence):
            view.move_caret(_as_seen(view, move), extend=True)
            return True
    moved = _paragraphs(view, event) or _caret(view, event)
    return moved or _command(view, event) or _scroll(view, event)


def _paragraphs(view: ReaderView, event: QKeyEvent) -> bool:
    moves = {_Key.Key_Up: Move.PREVIOUS_PARAGRAPH, _Key.Key_Down: Move.NEXT_PARAGRAPH}
    key = Qt.Key(event.key())
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    extend = modifiers == ctrl | shift
    if key in moves and (extend or (view.caret_browsing and modifiers == ctrl)):
        view.move_caret(moves[key], extend=extend)
        return True
    return False


def _caret(view: ReaderView, event: QKeyEvent) -> bool:
    """Move the caret without selecting, where plain arrows do that."""
    if not view.caret_browsing:
        return False
    far = next((move for keys, move in _CARET_FAR if event.matches(keys)), None)
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    move = far or (_CARET.get(event.key()) if plain else None)
    if move is not None:
        view.move_caret(_as_seen(view, move), extend=False)
    return move is not None


def _as_seen(view: ReaderView, move: Move) -> Move:
    """What an arrow means where the caret stands: it goes where it points, as in a field."""
    head = view.caret()
    leftward = head is not None and move in _LEFTWARD and runs_leftward(view, head)
    return _LEFTWARD[move] if leftward else move


def _command(view: ReaderView, event: QKeyEvent) -> bool:
    plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
    if event.matches(_Std.Copy):
        view.copy()
    elif event.matches(_Std.SelectAll):
        view.select_all()
    elif event.matches(_Std.ZoomIn):
        view.zoom_in()
    elif event.matches(_Std.ZoomOut):
        view.zoom_out()
    elif plain and event.key() == _Key.Key_F7:
        view.caret_browsing = not view.caret_browsing
    elif plain and event.key() == _Key.Key_Escape and view.selection() is not None:
        view.select(None)
    elif plain and event.key() == view.take_key and view.selected_place() is not None:
        view.want_claim()
    else:
        return False
    return True


def _scroll(view: ReaderView, event: QKeyEvent) -> bool:
    key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    back = key == _Key.Key_Space and modifiers == Qt.KeyboardModifier.ShiftModifier
    ends = key in (_Key.Key_Home, _Key.Key_End)
    if back:
        view.verticalScrollBar().triggerAction(_Act.SliderPageStepSub)
    elif (not modifiers or (ends and event.matches(_Std.MoveToStartOfDocument))
          or (ends and event.matches(_Std.MoveToEndOfDocument))) and key in _VERTICAL:  # fmt: skip
        view.verticalScrollBar().triggerAction(_VERTICAL[key])
    elif not modifiers and key in _HORIZONTAL:
        view.horizontalScrollBar().triggerAction(_HORIZONTAL[key])
    else:
        return False
    return True
