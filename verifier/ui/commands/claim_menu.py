"""What is done to the claim that is open, or to selected words."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from verifier.ui.commands.command import Command, Group, Needs

CLAIM: tuple[Command, ...] = (
    Command(
        "claim.add",
        Group.CLAIM,
        QT_TRANSLATE_NOOP("Commands", "Make the selected words a &claim"),
        "claims.add",
        "H",
        "highlighter",
        Needs.SELECTION,
        short=QT_TRANSLATE_NOOP("Commands", "Claim"),
    ),
    Command(
        "claim.passage",
        Group.CLAIM,
        QT_TRANSLATE_NOOP("Commands", "Add the selected words to this claim as a &passage"),
        "claims.add_passage",
        "Shift+H",
        "quote",
        Needs.SELECTION,
    ),
    Command(
        "claim.source",
        Group.CLAIM,
        QT_TRANSLATE_NOOP("Commands", "Add a &source…"),
        "claims.add_source",
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
        "claims.open_evidence",
        "E",
        "book-open",
        Needs.CLAIM,
    ),
    Command(
        "claim.quote",
        Group.CLAIM,
        QT_TRANSLATE_NOOP("Commands", "&Quote the selected words of the evidence"),
        "claims.quote",
        "Q",
        "quote",
        Needs.QUOTE,
    ),
    Command(
        "claim.comment",
        Group.CLAIM,
        QT_TRANSLATE_NOOP("Commands", "Write a co&mment"),
        "claims.comment",
        "C",
        "message-square-plus",
        Needs.CLAIM,
        short=QT_TRANSLATE_NOOP("Commands", "Comment"),
    ),
    Command(
        "claim.statement",
        Group.CLAIM,
        QT_TRANSLATE_NOOP("Commands", "&Edit the statement"),
        "claims.edit_statement",
        "S",
        "pencil",
        Needs.CLAIM,
    ),
    Command(
        "claim.reason",
        Group.CLAIM,
        QT_TRANSLATE_NOOP("Commands", "Edit the &reason"),
        "claims.edit_reason",
        "R",
        "notebook-pen",
        Needs.CLAIM,
    ),
    Command(
        "claim.withdraw",
        Group.CLAIM,
        QT_TRANSLATE_NOOP("Commands", "&Withdraw the claim"),
        "claims.withdraw",
        "Ctrl+Backspace",
        "trash-2",
        Needs.CLAIM,
        starts_section=True,
    ),
)
