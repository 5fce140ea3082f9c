"""Text that is being typed and not saved yet, and the fields it is typed into.

There is no Save: a field saves itself when the typing pauses and when it loses the focus. Whoever
is about to leave, close or export calls `Drafts.settle` first, and nothing typed is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from verifier.ui.leading_edge import LeadingEdge

PAUSE_MS = 800
Written = tuple[str, str]
"""What a field is called, and what is written in it."""
Save = Callable[[str], bool]
"""Saves a text; whether it could be."""


class Draft(Protocol):
    """A field with text that is not saved yet."""

    @property
    def field(self) -> QWidget:
        """Where it stands."""
        ...

    def settle(self) -> bool:
        """Save it now; whether it could be."""
        ...

    def abandon(self) -> None:
        """Let it go: what it is about is gone."""
        ...


class Drafts(QObject):
    """All the fields of a window in which something is not saved yet."""

    changed = Signal(bool)
    """Whether everything is saved."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open: dict[int, Draft] = {}
        self.unsent: list[Callable[[], Sequence[Written]]] = []
        """Asked for what stands in fields that do not save themselves; it is kept with the
        settings when the case is closed."""

    refused = Signal()
    """What a field holds could not be saved: the person has to mend it."""

    @property
    def are_saved(self) -> bool:
        """Whether nothing waits to be saved."""
        return not self._open

    def begin(self, draft: Draft) -> None:
        """A field holds something new."""
        self._open[id(draft)] = draft
        self.changed.emit(False)

    def end(self, draft: Draft) -> None:
        """A field holds what is saved."""
        was_open = self._open.pop(id(draft), None) is not None
        if was_open or self.are_saved:  # else what is said of another field still holds
            self.changed.emit(self.are_saved)

    def refuse(self) -> None:
        """A field could not be saved."""
        self.refused.emit()

    def settle(self, inside: QWidget | None = None) -> bool:
        """Save everything now, or what stands in a form; whether all of it could be."""
        outcomes = [draft.settle() for draft in self._of(inside)]
        return all(outcomes)

    def _of(self, inside: QWidget | None) -> list[Draft]:
        drafts = list(self._open.values())
        return [each for each in drafts if inside is None or inside.isAncestorOf(each.field)]

    @property
    def words(self) -> str:
        """What stands in the fields that are not saved."""
        fields = [draft.field for draft in self._open.values()]
        found = [
            field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()
            for field in fields
            if isinstance(field, QPlainTextEdit | QLineEdit)
        ]
        return "\n\n".join(text for text in found if text)

    @property
    def names(self) -> list[str]:
        """What the fields are called that are not saved."""
        named = (draft.field.accessibleName() for draft in self._open.values())
        return list(dict.fromkeys(name for name in named if name))

    @property
    def unsent_words(self) -> tuple[Written, ...]:
        """What would be lost where the settings cannot be written."""
        return tuple(written for ask in self.unsent for written in ask())

    def abandon(self, inside: QWidget | None = None) -> None:
        """Let go what is not saved, or not in a form whose subject is gone: it cannot be saved."""
        for draft in self._of(inside):
            draft.abandon()


class Pause(QObject):
    """The waiting of one field: tells when the typing has paused, and keeps its draft.

    What is stored may be tidier than what was typed: without a blank at the end, a tag only once.
    As long as the cursor is in the field its own words stay as they are, for the person goes on
    typing behind that blank; they are tidied when it is left.
    """

    def __init__(self, field: QWidget, drafts: Drafts, text: Callable[[], str], save: Save) -> None:
        super().__init__(field)
        self.saved = ""
        """The text as it was typed when it was saved last."""
        self.stored = ""
        """The same as it is stored."""
        self._is_saving = False
        self.field = field
        self._drafts = drafts
        self._text = text
        self._save = save
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.settle)

    @property
    def is_typing(self) -> bool:
        """Whether the field holds something that is not saved."""
        return self._text() != self.saved

    @property
    def is_untidy(self) -> bool:
        """Whether the field was left with words that are stored otherwise than they were typed."""
        return not self.is_typing and self.saved != self.stored and not self.field.hasFocus()

    def takes(self, stored: str, *, force: bool) -> bool:
        """Whether the field is to show what is stored now, in place of what it shows."""
        if force or not self._is_own(stored):
            if self.is_typing and not force:
                return False
            self.saved = self.stored = stored
            return True
        self.stored = stored
        return False

    def _is_own(self, stored: str) -> bool:
        """Whether this is what the person typed last, who may be about to go on."""
        return self._is_saving or (stored == self.stored and self.field.hasFocus())

    def typed(self) -> None:
        """The person changed the text."""
        if self.is_typing:
            self._timer.start()
            self._drafts.begin(self)
        else:
            self.rest()

    def rest(self) -> None:
        """There is nothing to save."""
        self._timer.stop()
        self._mark(refused=False)
        self._drafts.end(self)

    def abandon(self) -> None:
        """Save nothing of it; what is shown next takes its place."""
        self.saved = self.stored = self._text()
        self.rest()

    def settle(self) -> bool:
        """Save the text if it is not saved; true while that is under way."""
        if self._is_saving:
            return True
        self._timer.stop()
        text = self._text()
        if text == self.saved:
            self.rest()
            return True
        before, self.saved = self.saved, text
        is_saved, self._is_saving = False, True
        try:
            is_saved = self._save(text)
        finally:
            self._is_saving = False
            if not is_saved:
                self.saved = before
        if is_saved:
            self.rest()
            return True
        self._mark(refused=True)
        self._drafts.refuse()
        return False

    def _mark(self, *, refused: bool) -> None:
        """Show at the field itself that it was refused."""
        if bool(self.field.property("refused")) != refused:
            self.field.setProperty("refused", refused)
            self.field.style().unpolish(self.field)
            self.field.style().polish(self.field)


class DraftText(QPlainTextEdit):
    """A field of several lines that saves itself."""

    def __init__(self, drafts: Drafts, save: Save, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pause = Pause(self, drafts, self.toPlainText, save)
        self.setTabChangesFocus(True)
        LeadingEdge(self)
        self.textChanged.connect(self._pause.typed)

    def show_text(self, text: str, *, force: bool = False) -> None:
        """Show what is saved, unless the person is typing something else (or `force`)."""
        if not self._pause.takes(text, force=force):
            return
        if self.toPlainText() != text:
            self.setPlainText(text)
        self._pause.rest()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field saves it."""
        super().focusOutEvent(event)
        if event.reason() is event.reason().PopupFocusReason:
            return
        self._pause.settle()
        if self._pause.is_untidy:
            self.show_text(self._pause.stored)

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z with nothing typed to take back belongs to the window."""
        if _belongs_to_window(
            event, self.document().isUndoAvailable(), self.document().isRedoAvailable()
        ):
            event.ignore()
            return False
        return super().event(event)


class DraftLine(QLineEdit):
    """A field of one line that saves itself; Return saves it at once."""

    def __init__(self, drafts: Drafts, save: Save, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pause = Pause(self, drafts, self.text, save)
        self.textEdited.connect(self._pause.typed)
        self.editingFinished.connect(self._pause.settle)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field saves it, which Qt tells, and tidies its words."""
        super().focusOutEvent(event)
        if self._pause.is_untidy:
            self.show_text(self._pause.stored)

    def show_text(self, text: str, *, force: bool = False) -> None:
        """Show what is saved, unless the person is typing something else (or `force`)."""
        if not self._pause.takes(text, force=force):
            return
        if self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)
        self._pause.rest()

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z with nothing typed to take back belongs to the window."""
        if _belongs_to_window(event, self.isUndoAvailable(), self.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)


def _belongs_to_window(event: QEvent, can_undo: bool, can_redo: bool) -> bool:
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if event.matches(QKeySequence.StandardKey.Undo):
        return not can_undo
    return event.matches(QKeySequence.StandardKey.Redo) and not can_redo
