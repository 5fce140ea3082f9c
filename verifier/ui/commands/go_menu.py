"""To the next claim or page, to a view of the whole case, to a panel."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from verifier.ui.commands.command import Command, Group, Needs

PLACES: tuple[tuple[str, object, str], ...] = (
    ("attribution", QT_TRANSLATE_NOOP("Commands", "Attribution &timeline"), "network"),
    ("matrix", QT_TRANSLATE_NOOP("Commands", "&Competing accounts"), "grid-3x3"),
    ("evidence", QT_TRANSLATE_NOOP("Commands", "&Evidence locker"), "archive"),
    ("board", QT_TRANSLATE_NOOP("Commands", "&Board by status"), "columns-3"),
    ("history", QT_TRANSLATE_NOOP("Commands", "&History of the case"), "history"),
    ("sources", QT_TRANSLATE_NOOP("Commands", "&Sources"), "library"),
)

GO: tuple[Command, ...] = (
    Command(
        "go.back",
        Group.GO,
        QT_TRANSLATE_NOOP("Commands", "Bac&k to where you were"),
        "going.back",
        "Alt+Left",
        "arrow-left",
        Needs.BACK,
    ),
    Command(
        "go.forward",
        Group.GO,
        QT_TRANSLATE_NOOP("Commands", "Fo&rward again"),
        "going.forward",
        "Alt+Right",
        "arrow-right",
        Needs.FORWARD,
    ),
    Command(
        "go.next",
        Group.GO,
        QT_TRANSLATE_NOOP("Commands", "&Next claim"),
        "going.next_claim",
        "J",
        "chevron-down",
        Needs.CASE,
        starts_section=True,
    ),
    Command(
        "go.previous",
        Group.GO,
        QT_TRANSLATE_NOOP("Commands", "&Previous claim"),
        "going.previous_claim",
        "K",
        "chevron-up",
        Needs.CASE,
    ),
    Command(
        "go.next_page",
        Group.GO,
        QT_TRANSLATE_NOOP("Commands", "Next pa&ge"),
        "going.next_page",
        "Ctrl+PgDown",
        "chevron-right",
        Needs.PAGES,
        starts_section=True,
    ),
    Command(
        "go.previous_page",
        Group.GO,
        QT_TRANSLATE_NOOP("Commands", "Previous p&age"),
        "going.previous_page",
        "Ctrl+PgUp",
        "chevron-left",
        Needs.PAGES,
    ),
    Command(
        "go.page",
        Group.GO,
        QT_TRANSLATE_NOOP("Commands", "T&o a page by its number…"),
        "pages.go_to_page",
        "Ctrl+G",
        "hash",
        Needs.PAGES,
    ),
    *(
        Command(
            f"go.{name}",
            Group.GO,
            words,
            "going.show_place",
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
        "going.filter_claims",
        "Ctrl+L",
        "list-filter",
        Needs.CASE,
        starts_section=True,
    ),
    Command(
        "go.document",
        Group.GO,
        QT_TRANSLATE_NOOP("Commands", "To the &document"),
        "going.focus_document",
        "Ctrl+D",
        "file-text",
        Needs.CASE,
    ),
)
