"""What JSON Schema finds wrong, in words: the place, the mistake, none of the schema."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jsonschema import ValidationError

_TYPES = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "an object",
}
_PLAIN = re.compile(r"[A-Za-z_][A-Za-z_0-9]*")
_LENGTH = 60  # characters shown of a wrong value


def in_words(error: ValidationError) -> Iterator[str]:
    """One line for each mistake that an error of jsonschema speaks of."""
    at = place(error)
    rule, limit, rules = _parts(error)
    given: Any = error.instance
    if rule == "additionalProperties":
        known = rules.get("properties", {})
        for name in given:
            if name not in known:
                yield f"{at}: unknown field “{name}” (known: {', '.join(sorted(known))})"
        return
    if rule == "required":
        for name in limit:
            if name not in given:
                yield f"{at}: “{name}” is missing"
        return
    if rule == "dependentRequired":
        yield f"{at}: these belong together: {', '.join(sorted(limit))}"
        return
    yield f"{at}: {_mistake(error)}"


def place(error: ValidationError) -> str:
    """The JSON path of an error, such as claims[3].highlights[0].quote."""
    path = ""
    for step in error.absolute_path:
        if isinstance(step, int):
            path += f"[{step}]"
        elif _PLAIN.fullmatch(step):
            path += f".{step}"
        else:
            path += f"[“{step}”]"
    return path.lstrip(".") or "the file"


def _parts(error: ValidationError) -> tuple[str, Any, dict[str, Any]]:
    """The rule's name, its argument, and the part of the schema it stands in."""
    rules = error.schema if isinstance(error.schema, dict) else {}
    return str(error.validator), error.validator_value, rules


def _mistake(error: ValidationError) -> str:
    rule, limit, rules = _parts(error)
    value = error.instance
    if rule == "type":
        return f"must be {_TYPES.get(limit, limit)}"
    if rule == "enum":
        return f"{_shown(value)} must be one of {', '.join(str(word) for word in limit)}"
    if rule == "const":
        return f"{_shown(value)} must be {_shown(limit)}"
    if rule == "pattern":
        return f"{_shown(value)} must be {rules.get('description', 'of another form')}"
    if rule == "anyOf":
        return "needs a source or evidence, unless its basis is “from memory”"
    if rule in ("minLength", "minItems"):
        return "must not be empty"
    if rule in ("minimum", "maximum"):
        return f"{_shown(value)} must be at {'least' if rule == 'minimum' else 'most'} {limit}"
    return str(rules.get("description", "does not fit"))


def _shown(value: object) -> str:
    text = str(value)
    return f"“{text[:_LENGTH]}…”" if len(text) > _LENGTH else f"“{text}”"
