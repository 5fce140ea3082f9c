"""What is still open: the case's own notes, and the gaps that checkers named."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from verifier.export.draft import Draft
from verifier.export.wml import BOLD, run
from verifier.export.wording import sentence
from verifier.export.words import tr


def notes(draft: Draft) -> None:
    """The part; nothing where nothing is noted."""
    gaps = [
        (claim, gap)
        for claim in draft.data.claims
        if claim.assessment
        for gap in claim.assessment.gaps
    ]
    if not draft.data.case.notes and not gaps:
        return
    draft.heading(tr("Open questions and traps"), "notes", page_break=True)
    for kind, rows in _by_kind(draft.data.case.notes).items():
        draft.say("Label", run(tr(kind)))
        for row in rows:
            draft.say("ListBullet", _note(row))
    if gaps:
        draft.say("Label", run(tr("Gaps named on claims")))
        for claim, gap in gaps:
            draft.say("ListBullet", draft.to_claim(claim) + run(f": {sentence(gap)}"))


def _by_kind(rows: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(str(row.get("kind") or "note").replace("_", " "), []).append(row)
    return found


def _note(row: Mapping[str, Any]) -> str:
    """The note's text in bold, then whatever else the case keeps with it."""
    told = [
        sentence(str(value))
        for name, value in row.items()
        if name not in ("kind", "text", "id") and isinstance(value, str) and value
    ]
    return run(sentence(str(row.get("text", ""))), BOLD if told else "") + run(
        "".join(f" {words}" for words in told)
    )
