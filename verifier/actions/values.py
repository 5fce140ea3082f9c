"""What a value must be like to be stored, and to come back as it was."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from math import isfinite
from typing import Any

from verifier.errors import Invalid


def storable(value: Any) -> Any:
    """The value as every database gives it back: lists for tuples, UTC, text as keys.

    Invalid where one could not hold it: the character NUL, half of a surrogate pair, a number that
    is not one.
    """
    if isinstance(value, str):
        if "\0" in value or not (value.isascii() or _is_unicode(value)):
            raise Invalid(
                "The text holds a character that cannot be stored.",
                "Take out the invisible character (NUL, or half of a pair) and try again.",
            )
        return value
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise ValueError(f"a time without a zone: {value!r}")
        return value.astimezone(UTC)
    if isinstance(value, Mapping):
        return {storable(str(key)): storable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [storable(item) for item in value]
    if isinstance(value, float) and not isfinite(value):
        raise Invalid(f"{value} is not a number that can be stored.", "Give a number.")
    return value


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
