"""How a verdict, a stance, a status look: sign and colours, from the scales and the tokens."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from verifier import scales
from verifier.errors import Invalid
from verifier.queries.claims import AssessmentRow
from verifier.scales import Level
from verifier.states import Stance
from verifier.ui.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Chip:
    """A word on a coloured ground, with a sign that says the same without colour."""

    text: str
    sign: str
    ground: str
    ink: str
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """How a passage is marked on its page."""

    tint: str
    line: str
    pattern: str
    icon: str
    label: str


UNRATED_SIGN = "·"
_UNRATED = Mark("#dfe3e8", "#5b6470", "dotted-wide", "circle-dashed", "")
_STANCE_LOOKS = {
    Stance.SUPPORTS: ("+", "#d3f5f0", "#0b564f", "#0f3a36", "#7be3d6"),
    Stance.REFUTES: ("−", "#fad3d7", "#841a36", "#4a1a24", "#ff9dab"),
    Stance.MIXED: ("±", "#f6f1c4", "#574c00", "#3a350f", "#ece07a"),
    Stance.CONTEXT: ("i", "#e1e6ec", "#3d4650", "#323a43", "#c6ced7"),
}
_STANCE_PATTERNS = {
    Stance.SUPPORTS: "solid",
    Stance.REFUTES: "double",
    Stance.MIXED: "dashed",
    Stance.CONTEXT: "dotted",
}


@lru_cache(maxsize=4096)
def level(scale_id: str, code: str) -> Level | None:
    """The level, or None where the case speaks of a scale that is not on this machine.

    Kept, for lists ask thousands of times; `forget` when scales may have changed.
    """
    if not code:
        return None
    try:
        return scales.scale(scale_id).level(code)
    except Invalid:
        return None


def forget() -> None:
    """Ask the scales anew: another case was opened, or a scale was edited."""
    level.cache_clear()


def label(scale_id: str, code: str) -> str:
    """The wording of a level; the code itself where its scale is not known."""
    found = level(scale_id, code)
    return found.label if found is not None else code


def verdict_chip(assessment: AssessmentRow | None, tokens: Tokens, unrated: str) -> Chip:
    """The chip of a claim's verdict; `unrated` is the word where there is none."""
    if assessment is None or not assessment.verdict:
        return Chip(unrated, UNRATED_SIGN, tokens.raised, tokens.muted)
    found = level(assessment.verdict_scale, assessment.verdict)
    if found is None or found.look is None:
        return Chip(assessment.verdict, "?", tokens.raised, tokens.text)
    look = found.look
    ground, ink = (look.dark_chip, look.dark_ink) if tokens.dark else (look.chip, look.ink)
    return Chip(found.label, look.sign, ground, ink, look.icon)


def verdict_mark(assessment: AssessmentRow | None) -> Mark:
    """How the passages of a claim are marked."""
    if assessment is None:
        return _UNRATED
    return level_mark(assessment.verdict_scale, assessment.verdict)


def level_mark(scale_id: str, code: str) -> Mark:
    """How passages with this verdict are marked."""
    found = level(scale_id, code)
    if found is None or found.look is None:
        return _UNRATED
    look = found.look
    return Mark(look.tint, look.line, look.pattern, look.icon, found.label)


def stance_chip(stance: str, word: str, tokens: Tokens) -> Chip:
    """The chip of what a citation does to its claim."""
    known = {each.value: look for each, look in _STANCE_LOOKS.items()}
    sign, ground, ink, dark_ground, dark_ink = known.get(stance, known["context"])
    if tokens.dark:
        ground, ink = dark_ground, dark_ink
    return Chip(word, sign, ground, ink)


def stance_mark(stance: str) -> Mark:
    """How quoted words are marked in the evidence: paper is light in both themes."""
    known = Stance(stance) if stance in list(Stance) else Stance.CONTEXT
    _, tint, line, _, _ = _STANCE_LOOKS[known]
    return Mark(tint, line, _STANCE_PATTERNS[known], "quote", "")
