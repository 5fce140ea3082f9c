"""What a form is made of, as data: each field with its name, its look and what may be chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from verifier import scales
from verifier.errors import Invalid
from verifier.text.dates import is_date

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
    """line, text, list (several words in a line), lines (one a line), records (parts between
    semicolons, one record a line), flag, colour, choice, several."""
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
    parts: tuple[str, ...] = ()
    """Of records: what their parts are called; one called date is told by what it looks like."""

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


def as_records(records: Sequence[Mapping[str, Any]], parts: Sequence[str]) -> str:
    """Records as lines of parts between semicolons."""
    return "\n".join(
        "; ".join(str(record[part]) for part in parts if record.get(part)) for record in records
    )


def from_records(text: str, parts: Sequence[str]) -> list[dict[str, str]]:
    """The records of such lines; what is too much belongs to the last part."""
    return [_record(line, parts) for line in from_lines(text)]


def _record(line: str, parts: Sequence[str]) -> dict[str, str]:
    values = [value.strip() for value in line.split(";") if value.strip()]
    dates = [value for value in values if value[:1].isdigit() and is_date(value)]
    found: dict[str, str] = {}
    if dates and "date" in parts:
        found["date"] = dates[0]
        values.remove(dates[0])
    names = [part for part in parts if part != "date"]
    for at, name in enumerate(names):
        rest = values[at:] if name == names[-1] else values[at : at + 1]
        if rest:
            found[name] = "; ".join(rest)
    return {part: found[part] for part in parts if part in found}
