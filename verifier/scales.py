"""Scales are data: one TOML file each, with its levels, wordings, ranks, looks and source.

A case stores a scale's id and a level's code, never a number. Numbers that other formats want
(STIX confidence, ACH scores) stand in the files and are used on export and in scoring only. A
level without a rank is unrated ("cannot be judged"): it is not ordered, averaged or compared.
"""

from __future__ import annotations

import copy
import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, asdict, dataclass, field, fields
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from verifier import paths
from verifier.errors import CannotWrite, Invalid

PATTERNS = frozenset(
    [
        "solid",
        "double",
        "dashed",
        "dotted",
        "wavy",
        "dash-dot",
        "dash-dot-dot",
        "double-dashed",
        "dotted-wide",
        "double-wavy",
    ]
)
_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
_COLOUR = re.compile(r"#[0-9a-f]{6}")
_COLOURS = ("tint", "line", "chip", "ink", "dark_chip", "dark_ink")
_NAMES = {str: "text", int: "a whole number", bool: "true or false", float: "a number"}
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Look:
    """How a verdict looks. Colour is never alone: sign, line pattern and icon say the same."""

    tint: str  # behind the passage, on a light page in either theme
    line: str  # under the passage
    chip: str
    ink: str  # text on the chip
    dark_chip: str
    dark_ink: str
    sign: str  # one character of WGL4, which every text font has
    pattern: str  # of the line, one of PATTERNS
    icon: str  # name in the Lucide set


@dataclass(frozen=True, slots=True)
class Level:
    """One step of a scale. `low` and `high` are percent, of likelihood scales only."""

    code: str
    label: str
    description: str = ""
    also: str = ""  # the same step in other published words
    rank: int | None = None  # higher is more (true, reliable, likely); None is unrated
    low: int | None = None
    high: int | None = None
    band: str = ""  # the range as it is printed
    numbers: Mapping[str, float] = field(default_factory=dict, hash=False)
    look: Look | None = None

    @property
    def is_rated(self) -> bool:
        """Whether the level has a place in the scale's order."""
        return self.rank is not None


@dataclass(frozen=True, slots=True)
class Scale:
    """A named list of levels, in the order in which they are offered."""

    id: str
    title: str
    kind: str  # verdict, confidence, likelihood, reliability, credibility, ach-consistency, ...
    version: str
    source: str
    ordered: bool
    levels: tuple[Level, ...]
    note: str = ""

    def level(self, code: str) -> Level:
        """The level with this code."""
        for level in self.levels:
            if level.code == code:
                return level
        raise Invalid(
            f"“{code}” is not a level of the scale “{self.title}”.",
            f"Its codes are: {', '.join(self.codes)}.",
        )

    @property
    def codes(self) -> tuple[str, ...]:
        """Every code, in the order of the levels."""
        return tuple(level.code for level in self.levels)


_of_cases: dict[str, Scale] = {}
"""Scales that open cases brought along; see `adopt`."""


def scale(scale_id: str) -> Scale:
    """The scale that goes by this id here and now."""
    for known in (_of_cases, own_scales(), load_scales()):
        if scale_id in known:
            return known[scale_id]
    return find(known_scales(), scale_id)


def known_scales() -> Mapping[str, Scale]:
    """Every scale there is: shipped ones, then the person's own, then those of open cases.

    A later one takes the place of an earlier one with its id. Own files that cannot be used are
    left out; `own_faults` says why.
    """
    return {**load_scales(), **own_scales(), **_of_cases}


def own_scales() -> Mapping[str, Scale]:
    """The person's own scales that can be used."""
    return _own(paths.user_scales())[0]


def own_faults() -> tuple[str, ...]:
    """Why files in the person's folder cannot be used, in words."""
    return _own(paths.user_scales())[1]


def forget() -> None:
    """Read all files anew the next time, and let go of what cases brought along."""
    load_scales.cache_clear()
    _own.cache_clear()
    _of_cases.clear()


def forget_own() -> None:
    """Read the person's own files anew the next time: one of them was written or taken away."""
    load_scales.cache_clear()
    _own.cache_clear()


def adopt(tables: Mapping[str, Any]) -> None:
    """Know the scales that a case carries: what its ratings meant, they mean everywhere.

    They hold for the whole program: of two cases with different scales of one id, the one opened
    last is believed. A table that is no scale is passed over.
    """
    for scale_id, table in tables.items():
        try:
            found = _scale(Path(f"{scale_id}.toml"), dict(table))
        except (Invalid, TypeError, ValueError):
            continue
        if found.id == scale_id:
            _of_cases[scale_id] = found


def table_of(scale: Scale) -> dict[str, Any]:
    """A scale as its file has it, for a case to carry."""
    table = _filled(asdict(scale))
    table["level"] = [_filled(level) for level in table.pop("levels")]
    return table


def scale_of(table: Mapping[str, Any], name: str) -> Scale:
    """The scale in a table, checked as its file would be; `name` stands in what is told."""
    return _scale(Path(name), copy.deepcopy(dict(table)))


def write_own(scale: Scale) -> Path:
    """Keep a scale in the person's folder, under its id; its path."""
    folder = paths.user_scales()
    path = folder / f"{scale.id}.toml"
    if not _ID.fullmatch(scale.id):
        raise _bad(path, "its id may hold small letters, digits and hyphens only")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(toml_of(scale), encoding="utf-8")
    except OSError as error:
        why = error.strerror or str(error)
        raise CannotWrite(f"{path} cannot be written ({why}).", "Check the folder.") from error
    forget_own()
    return path


def remove_own(scale_id: str) -> None:
    """Take the person's own files with this id away; cases that carry the scale keep it."""
    folder = paths.user_scales()
    for path in folder.glob("*.toml") if folder.is_dir() else ():
        try:
            if read_scale(path).id == scale_id:
                path.unlink()
        except Invalid:
            continue
        except OSError as error:
            why = error.strerror or str(error)
            raise CannotWrite(f"{path} cannot be removed ({why}).", "Check the folder.") from error
    forget_own()


def toml_of(scale: Scale) -> str:
    """A scale as the text of its file."""
    table = table_of(scale)
    levels = table.pop("level")
    blocks = [_toml(table)]
    for level in levels:
        look = level.pop("look", None)
        blocks.append(
            "[[level]]\n" + _toml(level) + (f"[level.look]\n{_toml(look)}" if look else "")
        )
    return "\n".join(blocks)


def _toml(table: Mapping[str, Any]) -> str:
    return "".join(f"{name} = {_toml_value(value)}\n" for name, value in table.items())


def _toml_value(value: Any) -> str:
    if isinstance(value, Mapping):
        pairs = (f"{json.dumps(name)} = {_toml_value(each)}" for name, each in value.items())
        return "{ " + ", ".join(pairs) + " }"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")


def _filled(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in (None, "", {})}


def find(scales: Mapping[str, Scale], scale_id: str) -> Scale:
    """One scale out of many, or an error in words."""
    if scale_id not in scales:
        raise Invalid(
            f"There is no scale “{scale_id}”.", f"Known scales are: {', '.join(sorted(scales))}."
        )
    return scales[scale_id]


@lru_cache(maxsize=8)
def load_scales(directory: Path | None = None, own: Path | None = None) -> Mapping[str, Scale]:
    """Every scale of `directory` (the shipped ones by default), then those of a person's `own`.

    An own scale takes the place of a shipped one with the same id. The answer is kept:
    `load_scales.cache_clear()` after a scale file was edited.
    """
    scales = _read_all(directory or paths.resources() / "scales")
    if own is not None and own.is_dir():
        scales |= _read_all(own)
    return MappingProxyType(scales)


@lru_cache(maxsize=4)
def _own(folder: Path) -> tuple[Mapping[str, Scale], tuple[str, ...]]:
    """The scales of a person's folder, and what is wrong with the other files in it."""
    found: dict[str, Scale] = {}
    faults: list[str] = []
    for path in sorted(folder.glob("*.toml")) if folder.is_dir() else ():
        try:
            read = read_scale(path)
            if read.id in found:
                raise _bad(path, f"the id “{read.id}” is taken by another file beside it")
        except Invalid as error:
            faults.append(str(error))
        else:
            found[read.id] = read
    return MappingProxyType(found), tuple(faults)


def read_scale(path: Path) -> Scale:
    """One scale file, checked; what is wrong is told with the file and the place in it."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise _bad(path, f"it is not UTF-8 text (byte {error.start})") from None
    except tomllib.TOMLDecodeError as error:
        raise _bad(path, f"it is not valid TOML: {error}") from None
    except OSError as error:
        raise _bad(path, error.strerror or str(error)) from None
    return _scale(path, table)


def _read_all(directory: Path) -> dict[str, Scale]:
    scales: dict[str, Scale] = {}
    for path in sorted(directory.glob("*.toml")):
        read = read_scale(path)
        if read.id in scales:
            raise _bad(path, f"the id “{read.id}” is taken by another file beside it")
        scales[read.id] = read
    return scales


def _scale(path: Path, table: dict[str, Any]) -> Scale:
    rows = table.pop("level", None)
    if not isinstance(rows, list) or not rows:
        raise _bad(path, "it has no [[level]]")
    levels = tuple(_level(path, number, row) for number, row in enumerate(rows, start=1))
    _refuse_repeats(path, "code", [level.code for level in levels])
    scale = _build(path, "the scale", Scale, {**table, "levels": levels})
    if scale.kind == "verdict" and any(level.look is None for level in levels):
        raise _bad(path, "every level of a verdict scale needs a [level.look]")
    if scale.ordered:
        _refuse_repeats(path, "rank", [level.rank for level in levels if level.is_rated])
    elif any(level.is_rated for level in levels):
        raise _bad(path, "a scale that is not ordered has no ranks")
    return scale


def _level(path: Path, number: int, row: object) -> Level:
    where = f"level {number}"
    if not isinstance(row, dict):
        raise _bad(path, f"{where} is not a table")
    row = dict(row)
    if isinstance(row.get("code"), str):
        where = f"level {number} (“{row['code']}”)"
    if "look" in row:
        row["look"] = _look(path, f"look of {where}", row["look"])
    numbers = row.get("numbers", {})
    if not isinstance(numbers, dict) or not all(_is_number(value) for value in numbers.values()):
        raise _bad(path, f"numbers of {where} must be names with numbers")
    level = _build(path, where, Level, row)
    if (level.low is None) != (level.high is None):
        raise _bad(path, f"{where} needs both low and high, or neither")
    if level.low is not None and level.high is not None and not 0 <= level.low < level.high <= 100:
        raise _bad(path, f"{where}: low and high must be percent, low below high")
    return level


def _look(path: Path, where: str, row: object) -> Look:
    if not isinstance(row, dict):
        raise _bad(path, f"the {where} is not a table")
    look = _build(path, f"the {where}", Look, row)
    for name in _COLOURS:
        if not _COLOUR.fullmatch(getattr(look, name)):
            raise _bad(path, f"{name} in the {where} must be a colour such as #1d7f76")
    if look.pattern not in PATTERNS:
        raise _bad(path, f"pattern in the {where} must be one of {', '.join(sorted(PATTERNS))}")
    if len(look.sign) != 1:
        raise _bad(path, f"sign in the {where} must be one character")
    return look


def _build(path: Path, where: str, kind: type[_T], row: Mapping[str, Any]) -> _T:
    """`kind(**row)` after every field was checked for presence, name and type."""
    known = {each.name: each for each in fields(kind)}  # type: ignore[arg-type]
    for name in row:
        if name not in known:
            raise _bad(path, f"{where} has an unknown field “{name}”")
    for name, each in known.items():
        if name not in row:
            if each.default is MISSING and each.default_factory is MISSING:
                raise _bad(path, f"{where} lacks “{name}”")
            continue
        _check_type(path, f"“{name}” of {where}", str(each.type), row[name])
    return kind(**row)


def _check_type(path: Path, what: str, annotation: str, value: object) -> None:
    wanted = {"str": str, "bool": bool, "int | None": int}.get(annotation)
    if wanted is not None and type(value) is not wanted:
        raise _bad(path, f"{what} must be {_NAMES[wanted]}")


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _refuse_repeats(path: Path, what: str, values: list[Any]) -> None:
    for value in values:
        if values.count(value) > 1:
            raise _bad(path, f"the {what} “{value}” stands on more than one level")


def _bad(path: Path, why: str) -> Invalid:
    return Invalid(
        f"The scale file {path} cannot be used: {why}.", "Mend the file or move it away."
    )
