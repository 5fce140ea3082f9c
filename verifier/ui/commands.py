"""Everything the window can be told to do, as one table.

Menus, toolbar, shortcuts and the command palette are all made from it. A command's `handler` names
a method of the window; `needs` names what there must be for it to make sense.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    SELECTION = "selection"
    """A selection of text in the document."""
    CLAIM = "claim"
    QUOTE = "quote"
    """A selection of text in evidence, and a claim."""
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

VERDICTS_BY_KEY = 9
CONFIDENCES_BY_KEY = 4

TRIAGE: tuple[Command, ...] = (
    Command(
        "triage.next",
        Group.RATE,
        QT_TRANSLATE_NOOP("Commands", "&Next claim to check"),
        "next_to_check",
        "N",
        "arrow-right",
        Needs.CASE,
    ),
    Command(
        "triage.worth",
        Group.RATE,
        QT_TRANSLATE_NOOP("Commands", "&Worth checking: yes, partly, no"),
        "turn_worth",
        "W",
        "scale",
        Needs.CLAIM,
        starts_section=True,
    ),
    Command(
        "triage.priority",
        Group.RATE,
        QT_TRANSLATE_NOOP("Commands", "&Priority: 0, 1, 2, 3"),
        "turn_priority",
        "P",
        "flag",
        Needs.CLAIM,
    ),
    Command(
        "triage.mine",
        Group.RATE,
        QT_TRANSLATE_NOOP("Commands", "&Assign to me, or to nobody"),
        "turn_assignee",
        "A",
        "user-check",
        Needs.CLAIM,
    ),
    Command(
        "triage.drop",
        Group.RATE,
        QT_TRANSLATE_NOOP("Commands", "&Drop the claim, or take it up again"),
        "turn_dropped",
        "X",
        "ban",
        Needs.CLAIM,
    ),
    *(
        Command(
            f"rate.verdict{at}",
            Group.RATE,
            QT_TRANSLATE_NOOP("Commands", "Verdict"),
            "rate_verdict",
            str(at),
            "circle-check",
            Needs.CLAIM,
            starts_section=at == 1,
            argument=at - 1,
        )
        for at in range(1, VERDICTS_BY_KEY + 1)
    ),
    *(
        Command(
            f"rate.confidence{at}",
            Group.RATE,
            QT_TRANSLATE_NOOP("Commands", "Confidence"),
            "rate_confidence",
            f"Alt+{at}",
            "chart-bar",
            Needs.CLAIM,
            starts_section=at == 1,
            argument=at - 1,
        )
        for at in range(1, CONFIDENCES_BY_KEY + 1)
    ),
)

PLACES: tuple[tuple[str, object, str], ...] = (
    ("attribution", QT_TRANSLATE_NOOP("Commands", "Attribution &timeline"), "network"),
    ("matrix", QT_TRANSLATE_NOOP("Commands", "&Competing accounts"), "grid-3x3"),
    ("evidence", QT_TRANSLATE_NOOP("Commands", "&Evidence locker"), "archive"),
    ("board", QT_TRANSLATE_NOOP("Commands", "&Board by status"), "columns-3"),
    ("history", QT_TRANSLATE_NOOP("Commands", "&History of the case"), "history"),
)

COMMANDS: tuple[Command, ...] = (
    *TRIAGE,
    Command(
        "case.new",
        Group.FILE,
        QT_TRANSLATE_NOOP("Commands", "&New case…"),
        "new_case",
        "Ctrl+N",
        "file-plus",
    ),
    Command(
        "case.open",
        Group.FILE,
        QT_TRANSLATE_NOOP("Commands", "&Open case…"),
        "open_case",
        "Ctrl+O",
        "folder-open",
    ),
    Command(
        "document.import",
        Group.FILE,
        QT_TRANSLATE_NOOP("Commands", "&Import document…"),
        "import_documents",
        "Ctrl+I",
        "upload",
        Needs.CASE,
        starts_section=True,
    ),
    Command(
        "document.replace",
        Group.FILE,
        QT_TRANSLATE_NOOP("Commands", "&Replace the document with a new edition…"),
        "replace_document",
        icon="refresh-cw",
        needs=Needs.DOCUMENT,
    ),
    Command(
        "document.decide",
        Group.FILE,
        QT_TRANSLATE_NOOP("Commands", "Passages that &wait for a decision…"),
        "decide_passages",
        icon="split",
        needs=Needs.DOCUMENT,
    ),
    Command(
        "report.word",
        Group.FILE,
        QT_TRANSLATE_NOOP("Commands", "&Export report to Word…"),
        "export_report",
        "Ctrl+E",
        "file-down",
        Needs.CASE,
    ),
    Command(
        "report.as",
        Group.FILE,
        QT_TRANSLATE_NOOP("Commands", "Export &as…"),
        "export_as",
        "Ctrl+Shift+E",
        "download",
        Needs.CASE,
    ),
    Command(
        "case.copy",
        Group.FILE,
        QT_TRANSLATE_NOOP("Commands", "&Save a copy…"),
        "save_copy",
        "Ctrl+Shift+S",
        "copy",
        Needs.CASE,
        starts_section=True,
    ),
    Command(
        "case.close",
        Group.FILE,
        QT_TRANSLATE_NOOP("Commands", "&Close case"),
        "close_case",
        "Ctrl+Shift+W",
        "x",
        Needs.CASE,
    ),
    Command(
        "case.settings",
        Group.FILE,
        QT_TRANSLATE_NOOP("Commands", "Case se&ttings…"),
        "case_settings",
        "Ctrl+Shift+,",
        "scale",
        Needs.CASE,
        starts_section=True,
    ),
    Command(
        "settings",
        Group.FILE,
        QT_TRANSLATE_NOOP("Commands", "Settin&gs…"),
        "settings",
        "Ctrl+,",
        "settings",
    ),
    Command(
        "quit",
        Group.FILE,
        QT_TRANSLATE_NOOP("Commands", "&Quit"),
        "close",
        "Ctrl+Q",
        starts_section=True,
    ),
    Command(
        "undo",
        Group.EDIT,
        QT_TRANSLATE_NOOP("Commands", "&Undo"),
        "undo",
        "Ctrl+Z",
        "undo-2",
        Needs.UNDO,
    ),
    Command(
        "redo",
        Group.EDIT,
        QT_TRANSLATE_NOOP("Commands", "&Redo"),
        "redo",
        "Ctrl+Shift+Z",
        "redo-2",
        Needs.REDO,
    ),
    Command(
        "find",
        Group.EDIT,
        QT_TRANSLATE_NOOP("Commands", "&Find in the document…"),
        "find_words",
        "Ctrl+F",
        "scan-text",
        Needs.DOCUMENT,
        starts_section=True,
    ),
    Command(
        "find.next",
        Group.EDIT,
        QT_TRANSLATE_NOOP("Commands", "Find ne&xt"),
        "find_next",
        "F3",
        "chevron-down",
        Needs.DOCUMENT,
    ),
    Command(
        "find.previous",
        Group.EDIT,
        QT_TRANSLATE_NOOP("Commands", "Find pre&vious"),
        "find_previous",
        "Shift+F3",
        "chevron-up",
        Needs.DOCUMENT,
    ),
    Command(
        "search",
        Group.EDIT,
        QT_TRANSLATE_NOOP("Commands", "Sear&ch across the case…"),
        "search_case",
        "Ctrl+Shift+F",
        "search",
        Needs.CASE,
    ),
    Command(
        "palette",
        Group.EDIT,
        QT_TRANSLATE_NOOP("Commands", "&Search or run a command…"),
        "open_palette",
        "Ctrl+K",
        "search",
        starts_section=True,
    ),
    Command(
        "view.left",
        Group.VIEW,
        QT_TRANSLATE_NOOP("Commands", "Documents and claims at the &side"),
        "toggle_left",
        "F6",
        "panel-left",
        Needs.CASE,
        checkable=True,
    ),
    Command(
        "view.table",
        Group.VIEW,
        QT_TRANSLATE_NOOP("Commands", "&Table of claims"),
        "toggle_table",
        "F9",
        "panel-bottom",
        Needs.CASE,
        checkable=True,
    ),
    Command(
        "view.right",
        Group.VIEW,
        QT_TRANSLATE_NOOP("Commands", "&Inspector"),
        "toggle_right",
        "F8",
        "panel-right",
        Needs.CASE,
        checkable=True,
    ),
    Command(
        "view.beside",
        Group.VIEW,
        QT_TRANSLATE_NOOP("Commands", "Show &beside: two documents next to each other"),
        "toggle_beside",
        "Ctrl+B",
        "columns-2",
        Needs.CASE,
        checkable=True,
    ),
    Command(
        "view.outline",
        Group.VIEW,
        QT_TRANSLATE_NOOP("Commands", "O&utline of the document"),
        "toggle_outline",
        "Ctrl+Shift+O",
        "list-tree",
        Needs.CASE,
        checkable=True,
    ),
    Command(
        "view.zoom_in",
        Group.VIEW,
        QT_TRANSLATE_NOOP("Commands", "Zoom i&n"),
        "zoom_in",
        "Ctrl++",
        "zoom-in",
        Needs.DOCUMENT,
        starts_section=True,
    ),
    Command(
        "view.zoom_out",
        Group.VIEW,
        QT_TRANSLATE_NOOP("Commands", "Zoom &out"),
        "zoom_out",
        "Ctrl+-",
        "zoom-out",
        Needs.DOCUMENT,
    ),
    Command(
        "view.fit_width",
        Group.VIEW,
        QT_TRANSLATE_NOOP("Commands", "Fit &width"),
        "fit_width",
        "Ctrl+0",
        "move-horizontal",
        Needs.DOCUMENT,
    ),
    Command(
        "theme.system",
        Group.VIEW,
        QT_TRANSLATE_NOOP("Commands", "Colours of the s&ystem"),
        "theme_system",
        icon="monitor",
        checkable=True,
        starts_section=True,
    ),
    Command(
        "theme.light",
        Group.VIEW,
        QT_TRANSLATE_NOOP("Commands", "&Light colours"),
        "theme_light",
        icon="sun",
        checkable=True,
    ),
    Command(
        "theme.dark",
        Group.VIEW,
        QT_TRANSLATE_NOOP("Commands", "&Dark colours"),
        "theme_dark",
        icon="moon",
        checkable=True,
    ),
    Command(
        "claim.add",
        Group.CLAIM,
        QT_TRANSLATE_NOOP("Commands", "Make the selected words a &claim"),
        "add_claim",
        "H",
        "highlighter",
        Needs.SELECTION,
        short=QT_TRANSLATE_NOOP("Commands", "Claim"),
    ),
    Command(
        "claim.passage",
        Group.CLAIM,
        QT_TRANSLATE_NOOP("Commands", "Add the selected words to this claim as a &passage"),
        "add_passage",
        "Shift+H",
        "quote",
        Needs.SELECTION,
    ),
    Command(
        "claim.source",
        Group.CLAIM,
        QT_TRANSLATE_NOOP("Commands", "Add a &source…"),
        "add_source",
        "L",
        "link",
        Needs.CLAIM,
        starts_section=True,
        short=QT_TRANSLATE_NOOP("Commands", "Source"),
    ),
    Command(
        "claim.evidence",
        Group.CLAIM,
        QT_TRANSLATE_NOOP("Commands", "&Open evidence beside the report"),
        "open_evidence",
        "E",
        "book-open",
        Needs.CLAIM,
    ),
    Command(
        "claim.quote",
        Group.CLAIM,
        QT_TRANSLATE_NOOP("Commands", "&Quote the selected words of the evidence"),
        "quote_evidence",
        "Q",
        "quote",
        Needs.QUOTE,
    ),
    Command(
        "claim.comment",
        Group.CLAIM,
        QT_TRANSLATE_NOOP("Commands", "Write a co&mment"),
        "add_comment",
        "C",
        "message-square-plus",
        Needs.CLAIM,
        short=QT_TRANSLATE_NOOP("Commands", "Comment"),
    ),
    Command(
        "claim.statement",
        Group.CLAIM,
        QT_TRANSLATE_NOOP("Commands", "&Edit the statement"),
        "edit_statement",
        "S",
        "pencil",
        Needs.CLAIM,
    ),
    Command(
        "claim.reason",
        Group.CLAIM,
        QT_TRANSLATE_NOOP("Commands", "Edit the &reason"),
        "edit_reason",
        "R",
        "notebook-pen",
        Needs.CLAIM,
    ),
    Command(
        "claim.withdraw",
        Group.CLAIM,
        QT_TRANSLATE_NOOP("Commands", "&Withdraw the claim"),
        "withdraw_claim",
        "Ctrl+Backspace",
        "trash-2",
        Needs.CLAIM,
        starts_section=True,
    ),
    Command(
        "go.next",
        Group.GO,
        QT_TRANSLATE_NOOP("Commands", "&Next claim"),
        "next_claim",
        "J",
        "chevron-down",
        Needs.CASE,
    ),
    Command(
        "go.previous",
        Group.GO,
        QT_TRANSLATE_NOOP("Commands", "&Previous claim"),
        "previous_claim",
        "K",
        "chevron-up",
        Needs.CASE,
    ),
    Command(
        "go.next_page",
        Group.GO,
        QT_TRANSLATE_NOOP("Commands", "Next pa&ge"),
        "next_page",
        "Ctrl+PgDown",
        "chevron-right",
        Needs.DOCUMENT,
        starts_section=True,
    ),
    Command(
        "go.previous_page",
        Group.GO,
        QT_TRANSLATE_NOOP("Commands", "Previous p&age"),
        "previous_page",
        "Ctrl+PgUp",
        "chevron-left",
        Needs.DOCUMENT,
    ),
    *(
        Command(
            f"go.{name}",
            Group.GO,
            words,
            "show_place",
            f"Ctrl+{at}",
            symbol,
            Needs.CASE,
            starts_section=at == 1,
            argument=at - 1,
        )
        for at, (name, words, symbol) in enumerate(PLACES, 1)
    ),
    Command(
        "go.filter",
        Group.GO,
        QT_TRANSLATE_NOOP("Commands", "&Filter the claims"),
        "filter_claims",
        "Ctrl+L",
        "list-filter",
        Needs.CASE,
        starts_section=True,
    ),
    Command(
        "go.document",
        Group.GO,
        QT_TRANSLATE_NOOP("Commands", "To the &document"),
        "focus_document",
        "Ctrl+D",
        "file-text",
        Needs.DOCUMENT,
    ),
    Command(
        "help.about",
        Group.HELP,
        QT_TRANSLATE_NOOP("Commands", "&About Verifier"),
        "about",
        icon="info",
    ),
)

TOOLBAR: tuple[str, ...] = (
    "view.left",
    "undo",
    "redo",
    "|",
    "claim.add*",
    "claim.source*",
    "claim.comment*",
    "|",
    "PAGES",
    "|",
    "view.zoom_out",
    "ZOOM",
    "view.zoom_in",
    ">",
    "SEARCH",
    "view.table",
    "view.right",
    "THEME",
)
"""Ids in order; "|" a line, ">" room, "*" with words; in capitals what is more than a button."""


def by_id() -> Mapping[str, Command]:
    """Every command under its id."""
    return {command.id: command for command in COMMANDS}


def clashes(shortcuts: Sequence[tuple[str, str]]) -> list[str]:
    """Shortcuts that two commands want, of (command id, shortcut): then neither would work."""
    seen: dict[str, str] = {}
    found = []
    for name, shortcut in shortcuts:
        key = shortcut.casefold()
        if key and key in seen:
            found.append(f"{shortcut}: {seen[key]} and {name}")
        seen[key] = name
    return found
