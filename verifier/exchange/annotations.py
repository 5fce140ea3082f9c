"""The project's own annotation format: claims, sources, ratings and attributions as one JSON file.

docs/annotations.md describes every field, resources/annotations.schema.json is the exact rule.
Here a file becomes frozen values; nothing is looked up in a case.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin, get_type_hints

from verifier import paths
from verifier.errors import Invalid
from verifier.exchange import entries
from verifier.exchange.entries import Annotations
from verifier.exchange.references import loose_ends
from verifier.exchange.wording import in_words

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator

SHOWN = 12  # mistakes listed in one error
_T = TypeVar("_T")


def parse(content: str | bytes) -> Annotations:
    """The file as values, or Invalid with each mistake and where it stands."""
    data = _load(content)
    mistakes = [line for error in _validator().iter_errors(data) for line in in_words(error)]
    if mistakes:
        raise _refused(list(dict.fromkeys(mistakes)))
    annotations = _build(Annotations, data)
    if mistakes := list(loose_ends(annotations)):
        raise _refused(mistakes)
    return annotations


@cache
def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the format."""
    text = (paths.resources() / "annotations.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


@cache
def _validator() -> Draft202012Validator:
    """Loaded for the first file: that takes longer than reading a small one."""
    from jsonschema import Draft202012Validator

    return Draft202012Validator(schema())


def _load(content: str | bytes) -> Any:
    try:
        text = content if isinstance(content, str) else content.decode("utf-8-sig")
        return json.loads(text.removeprefix("\ufeff"))
    except UnicodeDecodeError as error:
        raise Invalid(
            f"The annotations are not UTF-8 text (byte {error.start}).", "Save the file as UTF-8."
        ) from None
    except json.JSONDecodeError as error:
        raise Invalid(
            f"The annotations are not valid JSON: line {error.lineno}, column {error.colno}: "
            f"{error.msg}.",
            "Mend that line.",
        ) from None
    except RecursionError:
        raise Invalid("The annotations are nested too deeply.", "Mend the file.") from None


def _refused(mistakes: list[str]) -> Invalid:
    shown = mistakes[:SHOWN]
    if len(mistakes) > SHOWN:
        shown.append(f"and {len(mistakes) - SHOWN} more")
    return Invalid(
        "The annotations do not fit the format:\n" + "\n".join(f"  {line}" for line in shown),
        "\nThe fields are described in docs/annotations.md.",
    )


def _build(kind: type[_T], row: Mapping[str, Any]) -> _T:
    """`kind` from a validated JSON object, lists as tuples, objects as their own kinds."""
    hints = _hints(kind)  # type: ignore[arg-type]
    return kind(**{name: _value(hint, row[name]) for name, hint in hints.items() if name in row})


@cache
def _hints(kind: type) -> dict[str, Any]:
    """The fields of a kind and their types; reading them takes longer than filling one in."""
    hints = get_type_hints(kind)
    return {each.name: hints[each.name] for each in fields(kind)}


def _value(hint: Any, value: Any) -> Any:
    if get_origin(hint) is tuple:
        return tuple(_value(get_args(hint)[0], item) for item in value)
    if isinstance(value, dict):
        for option in (hint, *get_args(hint)):
            if isinstance(option, type) and option.__module__ == entries.__name__:
                return _build(option, value)
    return value
