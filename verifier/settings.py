"""What the program remembers about its person: a name, a look, the cases of late, the window.

One frozen value, kept as JSON in the person's configuration folder. Keys that this version does
not know are kept for the version that does. A file that cannot be read is set aside, and told.
"""

from __future__ import annotations

import getpass
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from verifier import paths
from verifier.addresses import is_server, without_password
from verifier.errors import CannotWrite

try:
    import pwd
except ImportError:  # Windows has no table of people with their full names.
    pwd = None  # type: ignore[assignment,unused-ignore]

RECENT_AT_MOST = 12
PLACES_AT_MOST = 200


@dataclass(frozen=True, slots=True)
class RecentCase:
    """A case that was open once."""

    path: str
    """Of its file; the address of one on a server."""
    title: str

    @property
    def is_missing(self) -> bool:
        """Whether the file is no longer where it was. Nobody asks a server before it is wanted."""
        return not is_server(self.path) and not Path(self.path).is_file()


@dataclass(frozen=True)
class Settings:
    """Everything that is remembered between two starts."""

    person: str = ""
    theme: str = "system"
    recent: tuple[RecentCase, ...] = ()
    """Latest first."""
    window: Mapping[str, Any] = field(default_factory=dict)
    """Geometry and splitters of the window, as text that Qt understands."""
    places: Mapping[str, Any] = field(default_factory=dict)
    """Path or address of a case -> what was open in it: document, place in each, claim."""
    shortcuts: Mapping[str, str] = field(default_factory=dict)
    """Command id -> the person's own shortcut in place of the shipped one."""
    options: Mapping[str, Any] = field(default_factory=dict)
    """Small choices of single views, by name."""
    unknown: Mapping[str, Any] = field(default_factory=dict)

    def with_recent(self, case: Path | str, title: str) -> Settings:
        """The same, with a case at the top of the list."""
        place = place_of(case)
        others = tuple(each for each in self.recent if each.path != place)
        return replace(self, recent=(RecentCase(place, title), *others)[:RECENT_AT_MOST])

    def without_recent(self, path: str) -> Settings:
        """The same, with a case gone from the list."""
        return replace(self, recent=tuple(case for case in self.recent if case.path != path))

    def with_place(self, case: Path | str, place: Mapping[str, Any]) -> Settings:
        """The same, with what was open in a case."""
        key = place_of(case)
        kept = {name: value for name, value in self.places.items() if name != key}
        kept[key] = dict(place)
        latest = list(kept.items())[-PLACES_AT_MOST:]
        return replace(self, places=dict(latest))


@dataclass(frozen=True, slots=True)
class Loaded:
    """The settings, and in words what went wrong with their file, if anything."""

    settings: Settings
    problem: str = ""


def place_of(case: Path | str) -> str:
    """How a case is remembered: by the path of its file, or its address without a password."""
    place = str(case)
    return without_password(place) if is_server(place) else str(Path(case).absolute())


def file() -> Path:
    """Where the settings are kept. It need not exist yet."""
    return paths.user_config() / "settings.json"


def load() -> Loaded:
    """The settings of this person; those of a new one where there are none."""
    path = file()
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return Loaded(_from_json(data))
    except FileNotFoundError:
        return Loaded(Settings())
    except OSError as error:
        return Loaded(Settings(), f"The settings in {path} cannot be read ({error.strerror}).")
    except (ValueError, TypeError, KeyError, AttributeError):
        return Loaded(Settings(), _set_aside(path))


def login_name() -> str:
    """What this computer calls whoever is logged in: the full name if it knows one."""
    try:
        login = getpass.getuser()
    except (OSError, KeyError):
        return ""
    if pwd is None:
        return login
    try:
        full = pwd.getpwnam(login).pw_gecos.partition(",")[0].strip()
    except KeyError:
        return login
    return full or login


def save(settings: Settings) -> None:
    """Write the settings whole or not at all."""
    path = file()
    draft = path.with_suffix(".new")
    text = json.dumps(_to_json(settings), ensure_ascii=False, indent=1)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with draft.open("w", encoding="utf-8") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(path)
    except OSError as error:
        raise CannotWrite(
            f"The settings cannot be written to {path} ({error.strerror}).",
            "Free space or rights there; the case itself is not affected.",
        ) from error


def _set_aside(path: Path) -> str:
    aside = path.with_suffix(".broken.json")
    try:
        path.replace(aside)
    except OSError:
        return f"The settings in {path} are not readable and were left alone; the usual ones hold."
    return f"The settings were not readable and were set aside as {aside}; the usual ones hold."


_PLAIN = {"person": str, "theme": str}
_MAPPINGS = ("window", "places", "shortcuts", "options")


def _from_json(data: Any) -> Settings:
    if not isinstance(data, dict):
        raise TypeError("not an object")
    known = {each.name for each in fields(Settings)} - {"unknown"}
    values: dict[str, Any] = {}
    for name, kind in _PLAIN.items():
        if name in data:
            values[name] = kind(data[name])
    for name in _MAPPINGS:
        if name in data:
            values[name] = dict(data[name])
    recent = tuple(
        RecentCase(str(case["path"]), str(case["title"])) for case in data.get("recent", ())
    )
    values["recent"] = recent[:RECENT_AT_MOST]
    values["unknown"] = {name: value for name, value in data.items() if name not in known}
    return Settings(**values)


def _to_json(settings: Settings) -> dict[str, Any]:
    return {
        **settings.unknown,
        **{name: getattr(settings, name) for name in _PLAIN},
        **{name: dict(getattr(settings, name)) for name in _MAPPINGS},
        "recent": [{"path": case.path, "title": case.title} for case in settings.recent],
    }
