"""A Word file as a package of parts: checked before anything is unpacked, read within bounds.

The sizes that a ZIP file declares are not believed: every part is read up to its limit.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import IO, Any
from urllib.parse import unquote

from lxml import etree

from verifier.errors import Encrypted, TooLarge, Unreadable
from verifier.reading.limits import MEGABYTE, Limits

_FAULTS = (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, ValueError,
           RuntimeError, KeyError)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: the last word of the type, and a part's name or an address."""

    kind: str
    target: str
    external: bool


def local(element: Any) -> str:
    """An element's name without its namespace; "" for comments and the like."""
    tag = element.tag
    return _without_namespace(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=4096)
def _without_namespace(tag: str) -> str:
    return tag.rpartition("}")[2]


def attribute(element: Any, name: str) -> str | None:
    """An attribute by its name, in whichever namespace (transitional, strict or none)."""
    for key, value in element.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return None


class Package:
    """An open package."""

    def __init__(self, path: Path | IO[bytes], name: str, limits: Limits) -> None:
        self.name = name
        self._limits = limits
        self._unpacked = 0
        try:
            self._zip = zipfile.ZipFile(path)
        except _FAULTS as error:
            raise self.damaged() from error
        try:
            self._members = self._checked()
        except BaseException:
            self._zip.close()
            raise

    def __enter__(self) -> Package:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._zip.close()

    def damaged(self) -> Unreadable:
        """The error for a package that does not hold what it should."""
        return Unreadable(
            f"{self.name} is a damaged or incomplete Word file.",
            "Open it in Word, which may repair it, save it again, or get the file again.",
        )

    def _too_large(self) -> TooLarge:
        return TooLarge(
            f"{self.name} unpacks to far more than a Word document should hold.",
            "It may be made to harm. Ask where it comes from.",
        )

    def _checked(self) -> dict[str, zipfile.ZipInfo]:
        members = self._zip.infolist()
        if len(members) > self._limits.members:
            raise self._too_large()
        found: dict[str, zipfile.ZipInfo] = {}
        total = 0
        for member in members:
            if member.flag_bits & 1:
                raise Encrypted(
                    f"{self.name} is protected by a password.", "Save a copy without it."
                )
            key = member.filename.replace("\\", "/").lstrip("/").lower()
            if key in found:
                raise self.damaged()
            found[key] = member
            total += member.file_size
            packed = max(member.compress_size, 1)
            is_bomb = member.file_size > MEGABYTE and member.file_size > self._limits.ratio * packed
            if is_bomb or member.file_size > self._limits.member_size:
                raise self._too_large()
        if total > self._limits.package_size:
            raise self._too_large()
        return found

    def read(self, part: str) -> bytes | None:
        """A part's bytes, or None where there is no such part."""
        member = self._members.get(part.lower())
        if member is None:
            return None
        most = min(self._limits.member_size, self._limits.package_size - self._unpacked)
        try:
            with self._zip.open(member) as stream:
                data = stream.read(most + 1)
        except _FAULTS as error:
            raise self.damaged() from error
        if len(data) > most:
            raise self._too_large()
        self._unpacked += len(data)
        return data

    def xml(self, part: str) -> Any:
        """A part's root element, or None where there is no such part."""
        data = self.read(part)
        if data is None:
            return None
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
            remove_pis=True,
        )  # fmt: skip
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise self.damaged() from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise self.damaged()
        return root

    def relations(self, part: str) -> dict[str, Relation]:
        """What a part refers to, by id."""
        folder, _, file = part.rpartition("/")
        root = self.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
        if root is None:
            return {}
        found = {}
        for element in root:
            target = attribute(element, "Target") or ""
            external = attribute(element, "TargetMode") == "External"
            if not external:
                joined = posixpath.join("/" + folder, unquote(target))
                target = posixpath.normpath(joined).lstrip("/")
            kind = (attribute(element, "Type") or "").rpartition("/")[2]
            found[attribute(element, "Id") or ""] = Relation(kind, target, external)
        return found

    def main_part(self) -> str:
        """The name of the part with the document's body."""
        for relation in self.relations("").values():
            if relation.kind == "officeDocument" and not relation.external:
                return relation.target
        return "word/document.xml"
