"""What the core says, in the language of the window.

The core speaks English and knows no Qt. Its sentences are recognised by their templates
(resources/i18n/core.txt, made by scripts/translate.py), and said again in the other language with
the same values. What is not recognised stays as it is.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QCoreApplication

from verifier.errors import VerifierError
from verifier.paths import resources

CONTEXT = "Core"
PLACE = re.compile(r"%\d")
BETWEEN_SENTENCES = re.compile(r"(?<=[.?!…])\s+")


@dataclass(frozen=True)
class Template:
    """A sentence with places for values."""

    words: str
    pattern: re.Pattern[str]
    fixed: str
    """Its longest part without a value: what does not hold that need not be compared."""


@cache
def templates() -> tuple[Template, ...]:
    """All of them, those with the most words first."""
    lines = (resources() / "i18n" / "core.txt").read_text(encoding="utf-8").splitlines()
    found = [_template(json.loads(line)) for line in lines]
    return tuple(sorted(found, key=lambda each: -len(PLACE.sub("", each.words))))


def _template(words: str) -> Template:
    parts = PLACE.split(words)
    pattern = re.compile("(.*?)".join(re.escape(part) for part in parts), re.DOTALL)
    return Template(words, pattern, max(parts, key=len))


def told(text: str) -> str:
    """A text of the core, one or several sentences."""
    whole = _sentence(text)
    if whole is not None:
        return whole
    parts = BETWEEN_SENTENCES.split(text)
    if len(parts) == 1:
        return text
    return " ".join(_sentence(part) or part for part in parts)


def told_error(error: VerifierError) -> str:
    """What happened and what to do about it."""
    return f"{told(error.what)} {told(error.advice)}".strip()


def _sentence(text: str) -> str | None:
    """The sentence translated; `None` where nobody knows it."""
    exact = QCoreApplication.translate(CONTEXT, text)
    if exact != text:
        return exact
    for template in templates():
        match = template.pattern.fullmatch(text) if template.fixed in text else None
        if match is not None:
            return _filled(QCoreApplication.translate(CONTEXT, template.words), match.groups())
    return None


def _filled(words: str, values: tuple[str, ...]) -> str:
    """The template with its values, which may be sentences themselves."""

    def value(place: re.Match[str]) -> str:
        plain = values[int(place[0][1:]) - 1]
        return _sentence(plain) or plain

    return PLACE.sub(value, words)


def history_word(name: str) -> str:
    """An action, a kind of row or a column, as the history of a case shows it."""
    return QCoreApplication.translate("History", name)
