"""Triage and rating: one key for each field."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from verifier.ui.commands.command import Command, Group, Needs

VERDICTS_BY_KEY = 9
CONFIDENCES_BY_KEY = 4

RATE: tuple[Command, ...] = (
    Command(
        "triage.next",
        Group.RATE,
        QT_TRANSLATE_NOOP("Commands", "&Next claim to check"),
        "rating.next_to_check",
        "N",
        "arrow-right",
        Needs.CASE,
    ),
    Command(
        "triage.worth",
        Group.RATE,
        QT_TRANSLATE_NOOP("Commands", "&Worth checking: yes, partly, no"),
        "rating.turn_worth",
        "W",
        "scale",
        Needs.CLAIM,
        starts_section=True,
    ),
    Command(
        "triage.priority",
        Group.RATE,
        QT_TRANSLATE_NOOP("Commands", "&Priority: 0, 1, 2, 3"),
        "rating.turn_priority",
        "P",
        "flag",
        Needs.CLAIM,
    ),
    Command(
        "triage.mine",
        Group.RATE,
        QT_TRANSLATE_NOOP("Commands", "&Assign to me, or to nobody"),
        "rating.turn_assignee",
        "A",
        "user-check",
        Needs.CLAIM,
    ),
    Command(
        "triage.drop",
        Group.RATE,
        QT_TRANSLATE_NOOP("Commands", "&Drop the claim, or take it up again"),
        "rating.turn_dropped",
        "X",
        "ban",
        Needs.CLAIM,
    ),
    *(
        Command(
            f"rate.verdict{at}",
            Group.RATE,
            QT_TRANSLATE_NOOP("Commands", "Verdict"),
            "rating.verdict",
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
            "rating.confidence",
            f"Alt+{at}",
            "chart-bar",
            Needs.CLAIM,
            starts_section=at == 1,
            argument=at - 1,
        )
        for at in range(1, CONFIDENCES_BY_KEY + 1)
    ),
)
