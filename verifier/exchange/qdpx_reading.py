"""A REFI-QDA project (QDPX) as frozen values: who, which codes, which texts, which selections.

Nothing is looked up in a case here. Files outside the project, which some tools refer to, are never
opened. Positions count code points, the end excluded.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from lxml import etree

from verifier.errors import TooLarge, Unreadable
from verifier.reading.docx_package import attribute, local
from verifier.reading.limits import Limits

_FAULTS = (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError)
_TEXTS = frozenset({"TextSource", "Representation", "TextDescription"})
_INSIDE = "internal://"


@dataclass(frozen=True, slots=True)
class QdaCode:
    """A code; `group` is the name of the code above it, empty at the top."""

    name: str
    group: str


@dataclass(frozen=True, slots=True)
class QdaNote:
    """A note: its name, its words, who wrote it and when."""

    guid: str
    name: str
    text: str
    user: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class QdaSelection:
    """A selected passage with what was said about it."""

    guid: str
    name: str
    description: str
    start: int
    stop: int
    user: str
    at: datetime | None
    codes: tuple[QdaCode, ...]
    notes: tuple[QdaNote, ...]


@dataclass(frozen=True, slots=True)
class QdaText:
    """A text with its selections; `data` and `text` are None where the project lacks them."""

    name: str
    data: bytes | None
    text: str | None
    selections: tuple[QdaSelection, ...]


@dataclass(frozen=True, slots=True)
class QdaProject:
    """A whole project."""

    name: str
    origin: str
    users: tuple[str, ...]
    codes: tuple[QdaCode, ...]
    texts: tuple[QdaText, ...]
    passed_over: dict[str, int]
    """Selections of pictures, sound, video and page areas, by kind: they select no text."""


def read_project(path: Path, limits: Limits | None = None) -> QdaProject:
    """Read a project, or say in words why not."""
    limits = limits or Limits()
    try:
        with zipfile.ZipFile(path) as archive:
            return _Reader(archive, path.name, limits).project()
    except FileNotFoundError as error:
        raise Unreadable(f"{path.name} is not there.", "Check the name.") from error
    except _FAULTS as error:
        raise _damaged(path.name) from error


def _damaged(name: str) -> Unreadable:
    return Unreadable(
        f"{name} is not a REFI-QDA project, or a damaged one.",
        "Export the project again as QDPX from the tool it comes from.",
    )


class _Reader:
    def __init__(self, archive: zipfile.ZipFile, name: str, limits: Limits) -> None:
        self._archive = archive
        self._name = name
        self._limits = limits
        self._unpacked = 0
        members = archive.infolist()
        if len(members) > limits.members:
            raise self._too_large()
        self._members = {_key(info.filename): info for info in members}

    def project(self) -> QdaProject:
        """Everything the project says."""
        root = self._root()
        self._users = {_guid(u, "guid"): attribute(u, "name") or "" for u in _all(root, "User")}
        self._codes = dict(_codes(root))
        self._notes = {note.guid: note for note in map(self._note, _all(root, "Note"))}
        texts = tuple(self._text(one) for one in root.iter(etree.Element) if local(one) in _TEXTS)
        return QdaProject(
            name=attribute(root, "name") or "",
            origin=attribute(root, "origin") or "",
            users=tuple(self._users.values()),
            codes=tuple(self._codes.values()),
            texts=texts,
            passed_over=_passed_over(root),
        )

    def _root(self) -> Any:
        names = [info for key, info in self._members.items() if key.endswith(".qde")]
        if len(names) != 1:
            raise _damaged(self._name)
        try:
            root = etree.fromstring(self._read(names[0]), _parser())
        except etree.XMLSyntaxError as error:
            raise _damaged(self._name) from error
        if local(root) != "Project" or root.getroottree().docinfo.internalDTD is not None:
            raise _damaged(self._name)
        return root

    def _read(self, info: zipfile.ZipInfo) -> bytes:
        """A member's bytes, within the limits whatever its declared size."""
        most = min(self._limits.member_size, self._limits.package_size - self._unpacked)
        with self._archive.open(info) as stream:
            data = stream.read(most + 1)
        if len(data) > most:
            raise self._too_large()
        self._unpacked += len(data)
        return data

    def _too_large(self) -> TooLarge:
        return TooLarge(
            f"{self._name} unpacks to more than a project of texts should hold.",
            "Export the texts alone, without sound and video.",
        )

    def _text(self, element: Any) -> QdaText:
        data = self._content(element)
        selections = tuple(
            self._selection(one) for one in element if local(one) == "PlainTextSelection"
        )
        text = None if data is None else _decoded(data, selections)
        return QdaText(attribute(element, "name") or "", data, text, selections)

    def _content(self, element: Any) -> bytes | None:
        """The plain text of a source or note: in the project's XML, or in a file inside."""
        for one in element:
            if local(one) == "PlainTextContent":
                return (one.text or "").encode()
        path = attribute(element, "plainTextPath") or ""
        if not path.startswith(_INSIDE):
            return None
        info = self._members.get(_key(f"Sources/{path.removeprefix(_INSIDE)}"))
        return None if info is None else self._read(info)

    def _note(self, element: Any) -> QdaNote:
        data = self._content(element)
        return QdaNote(
            guid=_guid(element, "guid"),
            name=attribute(element, "name") or "",
            text="" if data is None else _decoded(data, ()).strip(),
            user=self._user(element),
            at=_moment(attribute(element, "creationDateTime")),
        )

    def _selection(self, element: Any) -> QdaSelection:
        codings = [one for one in element if local(one) == "Coding"]
        targets = [
            _guid(ref, "targetGUID") for coding in codings for ref in _all(coding, "CodeRef")
        ]
        notes = [_guid(ref, "targetGUID") for ref in _all(element, "NoteRef")]
        start, stop = (_position(attribute(element, n)) for n in ("startPosition", "endPosition"))
        return QdaSelection(
            guid=_guid(element, "guid"),
            name=attribute(element, "name") or "",
            description=_description(element),
            start=start,
            stop=stop,
            user=self._user(element),
            at=_moment(attribute(element, "creationDateTime")),
            codes=tuple(self._codes[guid] for guid in targets if guid in self._codes),
            notes=tuple(self._notes[guid] for guid in notes if guid in self._notes),
        )

    def _user(self, element: Any) -> str:
        return self._users.get(_guid(element, "creatingUser"), "")


def _all(root: Any, name: str) -> list[Any]:
    return [one for one in root.iter(etree.Element) if local(one) == name]


def _codes(root: Any) -> Iterator[tuple[str, QdaCode]]:
    for element in _all(root, "Code"):
        above = element.getparent()
        group = attribute(above, "name") or "" if local(above) == "Code" else ""
        yield _guid(element, "guid"), QdaCode(attribute(element, "name") or "", group)


def _description(element: Any) -> str:
    return next((one.text or "" for one in element if local(one) == "Description"), "").strip()


def _guid(element: Any, name: str) -> str:
    """A GUID without its braces, which some tools write."""
    return (attribute(element, name) or "").strip("{}").upper()


def _position(written: str | None) -> int:
    return int(written) if written and written.isascii() and written.isdigit() else 0


def _moment(written: str | None) -> datetime | None:
    try:
        found = datetime.fromisoformat(written or "")
    except ValueError:
        return None
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


def _passed_over(root: Any) -> dict[str, int]:
    found: dict[str, int] = {}
    for element in root.iter(etree.Element):
        name = local(element)
        if name.endswith("Selection") and name != "PlainTextSelection" and not _is_twin(element):
            found[name] = found.get(name, 0) + 1
    return found


def _is_twin(element: Any) -> bool:
    """Whether an area of a page is a selection of the text beside it as well."""
    name = attribute(element, "name")
    above = element.getparent()
    texts = _all(above, "PlainTextSelection") if local(above) == "PDFSource" else []
    return name is not None and any(attribute(one, "name") == name for one in texts)


def _decoded(data: bytes, selections: tuple[QdaSelection, ...]) -> str:
    """The text as its positions count it: some tools count a CR LF as one character.

    Selections are mostly named by their first words, which tells.
    """
    text = data.decode("utf-8-sig", "replace")
    joined = text.replace("\r\n", "\n")
    if joined == text or _fits(joined, selections) <= _fits(text, selections):
        return text
    return joined


def _fits(text: str, selections: tuple[QdaSelection, ...]) -> int:
    """How many selections begin with the words they are named by."""
    return sum(
        bool(one.name) and text[one.start : one.stop].startswith(one.name[:20])
        for one in selections
    )


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
