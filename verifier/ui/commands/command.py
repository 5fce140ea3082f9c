"""What a command is: its words, its key, its place in the menus, and who carries it out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

CONTEXT = "Commands"


class Needs(StrEnum):
    """What there must be for a command to be enabled."""

    NOTHING = "nothing"
    CASE = "case"
    DOCUMENT = "document"
    PAGES = "pages"
    """Pages to look at: of a document, of evidence, or of what is still being read."""
    SELECTION = "selection"
    """A selection of text in the document."""
    CLAIM = "claim"
    QUOTE = "quote"
    """A selection of text in evidence, and a claim."""
    PICTURES = "pictures"
    """Evidence beside that is a PDF or a picture."""
    BACK = "back"
    """A place in a document was left by a link, a search or the like."""
    FORWARD = "forward"
    UNDO = "undo"
    REDO = "redo"


class Group(StrEnum):
    """The menu a command stands in."""

    FILE = "file"
    EDIT = "edit"
    VIEW = "view"
    CLAIM = "claim"
    RATE = "rate"
    GO = "go"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Command:
    """One line of the table."""

    id: str
    group: Group
    words: object
    handler: str
    """ "claims.add": the method `add` of the controller `claims`."""
    shortcut: str = ""
    icon: str = ""
    needs: Needs = Needs.NOTHING
    checkable: bool = False
    starts_section: bool = False
    """A line is drawn above it in its menu."""
    short: object = ""
    """Words for the toolbar, where the menu's are too long."""
    argument: int | None = None
    """What the handler is given, where one handler does for several commands."""

    @property
    def text(self) -> str:
        """In the language of the window; "&" marks the letter to press in the menu."""
        return QCoreApplication.translate(CONTEXT, cast(str, self.words))

    @property
    def plain(self) -> str:
        """Without the mark."""
        return self.text.replace("&", "").rstrip("…")

    @property
    def short_text(self) -> str:
        """For the toolbar."""
        return QCoreApplication.translate(CONTEXT, cast(str, self.short)) or self.plain


GROUPS: tuple[tuple[Group, object], ...] = (
    (Group.FILE, QT_TRANSLATE_NOOP("Commands", "&File")),
    (Group.EDIT, QT_TRANSLATE_NOOP("Commands", "&Edit")),
    (Group.VIEW, QT_TRANSLATE_NOOP("Commands", "&View")),
    (Group.CLAIM, QT_TRANSLATE_NOOP("Commands", "&Claim")),
    (Group.RATE, QT_TRANSLATE_NOOP("Commands", "&Rate")),
    (Group.GO, QT_TRANSLATE_NOOP("Commands", "&Go")),
    (Group.HELP, QT_TRANSLATE_NOOP("Commands", "&Help")),
)
