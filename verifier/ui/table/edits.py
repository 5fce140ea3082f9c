"""What may be changed in the table, for one claim or for many: choices, and the actions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from verifier.actions.base import Action, Batch
from verifier.actions.claims import EditClaim, WithdrawClaim
from verifier.actions.splitting import MergeClaims
from verifier.actions.triage import EditClaims, SetStatus
from verifier.states import ClaimStatus
from verifier.ui.table.columns import Names
from verifier.ui.words import KINDS, STATUSES, WORTHS, word

BY_HAND = (ClaimStatus.UNSTARTED, ClaimStatus.IN_PROGRESS, ClaimStatus.DROPPED)
PRIORITIES = range(4)
Choice = tuple[str, str]
"""Code and words."""


def choices(field: str, names: Names) -> list[Choice]:
    """What a field with few values may be."""
    if field == "status":
        return [(each.value, word(STATUSES, each.value)) for each in BY_HAND]
    if field == "kind":
        return [(code, word(KINDS, code)) for code in KINDS]
    if field == "worth":
        return [(code, word(WORTHS, code)) for code in WORTHS]
    if field == "priority":
        return [(str(each), str(each)) for each in PRIORITIES]
    nobody = QCoreApplication.translate("TableEdits", "Nobody")
    return [("", nobody), *names.people.items()]


def edit_action(chosen: Sequence[str], field: str, value: str) -> tuple[Action, str]:
    """What gives claims a value, as one step; and its name in the Edit menu."""
    one = len(chosen) == 1
    if field == "status":
        text = QCoreApplication.translate("TableEdits", "set status")
        steps = tuple(SetStatus(each, ClaimStatus(value)) for each in chosen)
        return (steps[0] if one else Batch("set status", steps)), text
    if field == "withdraw":
        text = QCoreApplication.translate("TableEdits", "withdraw claims")
        return Batch("withdraw claims", tuple(map(WithdrawClaim, chosen))), text
    if one:
        text = QCoreApplication.translate("TableEdits", "edit claim")
        return EditClaim(chosen[0], {field: _stored(field, value)}), text
    if field == "tags":
        text = QCoreApplication.translate("TableEdits", "edit tags")
        return _tagging(chosen, value), text
    text = QCoreApplication.translate("TableEdits", "edit claims")
    return EditClaims(tuple(chosen), {field: _stored(field, value)}), text


def merge_action(chosen: Sequence[str], survivor: str) -> tuple[Action, str]:
    """What makes claims one, and its name in the Edit menu."""
    text = QCoreApplication.translate("TableEdits", "merge claims")
    others = tuple(each for each in chosen if each != survivor)
    return MergeClaims(survivor, others), text


def _tagging(chosen: Sequence[str], value: str) -> Action:
    """Words put tags on, words after a minus take tags off."""
    words = split_tags(value)
    more = tuple(tag for tag in words if not tag.startswith("-"))
    less = tuple(tag.removeprefix("-").strip() for tag in words if tag.startswith("-"))
    return EditClaims(tuple(chosen), {}, more, less)


def _stored(field: str, value: str) -> Any:
    if field == "priority":
        return int(value)
    if field == "assignee_id":
        return value or None
    return split_tags(value) if field == "tags" else value.strip()


def split_tags(text: str) -> list[str]:
    """Tags between commas, each once."""
    return list(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
