"""What a form is made of, as data: each field with its name, its look and what may be chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from verifier import scales
from verifier.errors import Invalid

CONTEXT = "Fields"
NOTHING = QT_TRANSLATE_NOOP("Fields", "–")
Choices = Sequence[tuple[str, str]]
"""(code, words)"""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form."""

    name: str
    words: object
    look: str = "line"
    """line, text, list (several words in a line), lines (one a line), flag, choice, several."""
    hint: object = ""
    """What stands in an empty line."""
    scale: str = ""
    """Of a choice or several: the scale whose levels are offered."""
    choices: Callable[[], Choices] | None = None
    """Of a choice: what is offered, where it is no scale."""
    wide: bool = False
    """Takes a whole line of the form."""
    part: object = ""
    """A heading that stands above it."""
    optional: bool = True
    """Of a choice: nothing may be chosen."""

    @property
    def title(self) -> str:
        """In the language of the window."""
        return QCoreApplication.translate(CONTEXT, cast(str, self.words))

    @property
    def placeholder(self) -> str:
        """What stands in it while it is empty."""
        return QCoreApplication.translate(CONTEXT, cast(str, self.hint)) if self.hint else ""

    @property
    def heading(self) -> str:
        """The heading above it; empty for none."""
        return QCoreApplication.translate(CONTEXT, cast(str, self.part)) if self.part else ""

    def offered(self) -> list[tuple[str, str]]:
        """What may be chosen, with "nothing" first where that is an answer."""
        known = list(self.choices() if self.choices else levels_of(self.scale))
        if not self.optional:
            return known
        return [("", QCoreApplication.translate(CONTEXT, cast(str, NOTHING))), *known]


def levels_of(scale_id: str, *, with_code: bool = False) -> list[tuple[str, str]]:
    """The levels of a scale as (code, words); none where the scale is not known here."""
    try:
        levels = scales.scale(scale_id).levels
    except Invalid:
        return []
    return [
        (level.code, f"{level.code} – {level.label}" if with_code else level.label)
        for level in levels
    ]


def words_of(vocabulary: Mapping[str, object], context: str) -> list[tuple[str, str]]:
    """A vocabulary of the program as (code, words)."""
    return [
        (code, QCoreApplication.translate(context, cast(str, words)))
        for code, words in vocabulary.items()
    ]


def as_line(values: Sequence[str]) -> str:
    """Several words in one line; a comma inside one of them is kept by the semicolon after it."""
    if len(values) == 1 and "," in values[0]:
        return f"{values[0]};"
    return "; ".join(values)


def from_line(text: str) -> list[str]:
    """The words of a line: semicolons part them, or commas where there is no semicolon."""
    parts = text.split(";") if ";" in text else text.split(",")
    return [part.strip() for part in parts if part.strip()]


def from_lines(text: str) -> list[str]:
    """One value a line."""
    return [line.strip() for line in text.splitlines() if line.strip()]
