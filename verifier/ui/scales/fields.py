"""The fields of a scale and of its levels, and what is wrong with them in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from verifier.scales import PATTERNS, Scale
from verifier.ui.forms.field import CONTEXT, Choices, Field, words_of
from verifier.ui.icons import icon_names
from verifier.ui.tokens import contrast

KINDS: Mapping[str, object] = {
    "verdict": QT_TRANSLATE_NOOP("Fields", "Verdict"),
    "confidence": QT_TRANSLATE_NOOP("Fields", "Confidence"),
    "likelihood": QT_TRANSLATE_NOOP("Fields", "Likelihood"),
}
LOOK = "look."
LEAST_CONTRAST = 4.5
NUMBERS = ("rank", "low", "high")


def _kinds() -> Choices:
    return words_of(KINDS, CONTEXT)


def _patterns() -> Choices:
    return [(name, name) for name in sorted(PATTERNS)]


def _icons() -> Choices:
    return [(name, name) for name in icon_names()]


SCALE: tuple[Field, ...] = (
    Field("title", QT_TRANSLATE_NOOP("Fields", "Title")),
    Field("id", QT_TRANSLATE_NOOP("Fields", "Short name"), hint="our-verdicts"),
    Field(
        "kind",
        QT_TRANSLATE_NOOP("Fields", "What it rates"),
        "choice",
        choices=_kinds,
        optional=False,
    ),
    Field("version", QT_TRANSLATE_NOOP("Fields", "Version"), hint="1"),
    Field("source", QT_TRANSLATE_NOOP("Fields", "Where it comes from"), wide=True),
    Field("note", QT_TRANSLATE_NOOP("Fields", "Note"), wide=True),
    Field("ordered", QT_TRANSLATE_NOOP("Fields", "The levels have an order"), "flag", wide=True),
)
_WORDS: tuple[Field, ...] = (
    Field("label", QT_TRANSLATE_NOOP("Fields", "Label")),
    Field("code", QT_TRANSLATE_NOOP("Fields", "Code that is stored"), hint="mostly-true"),
    Field("description", QT_TRANSLATE_NOOP("Fields", "Definition"), "text", wide=True),
    Field(
        "rank",
        QT_TRANSLATE_NOOP("Fields", "Rank: higher is more; empty is not rated"),
        hint="5",
    ),
    Field("also", QT_TRANSLATE_NOOP("Fields", "In other words")),
)
_BANDS: tuple[Field, ...] = (
    Field("low", QT_TRANSLATE_NOOP("Fields", "From, percent"), hint="55"),
    Field("high", QT_TRANSLATE_NOOP("Fields", "To, percent"), hint="80"),
    Field("band", QT_TRANSLATE_NOOP("Fields", "As it is printed"), hint="55-80%"),
)
_LOOKS: tuple[Field, ...] = (
    Field(
        "look.sign",
        QT_TRANSLATE_NOOP("Fields", "Sign, one character"),
        part=QT_TRANSLATE_NOOP("Fields", "Colours and shapes"),
    ),
    Field("look.icon", QT_TRANSLATE_NOOP("Fields", "Icon"), "choice", choices=_icons),
    Field(
        "look.pattern",
        QT_TRANSLATE_NOOP("Fields", "Line below the passage"),
        "choice",
        choices=_patterns,
        optional=False,
    ),
    Field("look.line", QT_TRANSLATE_NOOP("Fields", "Colour of the line"), "colour"),
    Field("look.tint", QT_TRANSLATE_NOOP("Fields", "Behind the passage"), "colour"),
    Field("look.chip", QT_TRANSLATE_NOOP("Fields", "Chip, light"), "colour"),
    Field("look.ink", QT_TRANSLATE_NOOP("Fields", "Text on it"), "colour"),
    Field("look.dark_chip", QT_TRANSLATE_NOOP("Fields", "Chip, dark"), "colour"),
    Field("look.dark_ink", QT_TRANSLATE_NOOP("Fields", "Text on it"), "colour"),
)


def level_fields(kind: str) -> tuple[Field, ...]:
    """The fields of a level of such a scale."""
    return _WORDS + {"likelihood": _BANDS, "verdict": _LOOKS}.get(kind, ())


def level_values(level: Mapping[str, Any]) -> dict[str, Any]:
    """What the form shows of a level."""
    found = {name: value for name, value in level.items() if name != "look"}
    found |= {name: str(level[name]) for name in NUMBERS if name in level}
    return found | {f"{LOOK}{name}": value for name, value in level.get("look", {}).items()}


def level_of(before: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """A level as its table has it, with what the form does not show (numbers) as it was."""
    found: dict[str, Any] = {"numbers": before["numbers"]} if before.get("numbers") else {}
    look: dict[str, Any] = dict(before.get("look", {}))
    for name, value in values.items():
        if name.startswith(LOOK):
            look[name.removeprefix(LOOK)] = value
        elif value != "":
            found[name] = _number(value) if name in NUMBERS else value
    return found | ({"look": look} if look else {})


def _number(text: str) -> int | str:
    try:
        return int(text)
    except ValueError:
        return text  # the check of the scale says in words what is wrong with it


def hard_to_read(scale: Scale) -> Iterator[str]:
    """Levels whose text is too faint on its chip (WCAG 2.2, level AA), in words."""
    words = QCoreApplication.translate(
        "ScaleEditor", "The text on the chip of “%1” is hard to read: %2 : 1, 4.5 is wanted."
    )
    for level in scale.levels:
        look = level.look
        if look is None:
            continue
        found = min(contrast(look.ink, look.chip), contrast(look.dark_ink, look.dark_chip))
        if found < LEAST_CONTRAST:
            yield words.replace("%1", level.label).replace("%2", f"{found:.1f}")
