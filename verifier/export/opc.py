"""Word files as packages: members, content types and relationships, written byte for byte alike.

The zip's own times are fixed and its members ordered, so the same parts always give the same file.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Container
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from urllib.parse import quote
from xml.sax.saxutils import quoteattr

from lxml import etree

from verifier.errors import Unreadable

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
CONTENT_TYPES = "[Content_Types].xml"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
EPOCH = (1980, 1, 1, 0, 0, 0)

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


@dataclass(frozen=True, slots=True)
class Relationship:
    """From one part to another, or to an address outside."""

    id: str
    type: str
    target: str
    external: bool = False


@dataclass(slots=True)
class Package:
    """The parts of a Word file by name, without the leading slash."""

    parts: dict[str, bytes]
    defaults: dict[str, str]
    overrides: dict[str, str]
    root: list[Relationship]
    document: list[Relationship]
    document_name: str = "word/document.xml"
    _links: dict[str, str] = field(default_factory=dict)

    def of_type(self, kind: str) -> list[str]:
        """Names of the document's own parts of a kind ("styles", "header", ...)."""
        wanted = f"{OFFICE}/{kind}"
        return [self._resolve(r.target) for r in self.document if r.type == wanted]

    def add(self, name: str, data: bytes, content_type: str, kind: str) -> str:
        """A part of the document; `kind` is the relationship's type. Returns its id."""
        self.parts[name] = data
        self.overrides[name] = content_type
        return self._relate(kind, posixpath.relpath(name, posixpath.dirname(self.document_name)))

    def add_root(self, name: str, data: bytes, content_type: str, kind: str) -> None:
        """A part of the package as a whole, such as its properties."""
        self.parts[name] = data
        self.overrides[name] = content_type
        self.root.append(Relationship(_next_id(self.root), kind, name))

    def add_loose(self, name: str, data: bytes, extension_type: str) -> None:
        """A part that only another part points to, known by its ending."""
        self.parts[name] = data
        self.defaults[name.rsplit(".", 1)[-1].lower()] = extension_type

    def link(self, url: str) -> str:
        """The id of a relationship to an address; the same address has one id."""
        if url not in self._links:
            # Word refuses a whole file for one address with a space or a stray bracket in it.
            clean = quote(url.strip(), safe="%/:=&?~#+!$,;'@()*")
            self._links[url] = self._relate(f"{OFFICE}/hyperlink", clean, external=True)
        return self._links[url]

    def keep(self, kinds: Container[str]) -> None:
        """Keep the document's parts of these kinds only, and what they point to."""
        self.document[:] = [
            r for r in self.document if not r.external and r.type.rsplit("/", 1)[-1] in kinds
        ]
        self.root[:] = [r for r in self.root if r.type == f"{OFFICE}/officeDocument"]
        wanted = {self.document_name}
        waiting = [self._resolve(r.target) for r in self.document]
        while waiting:
            name = waiting.pop()
            if name in wanted or name not in self.parts:
                continue
            wanted.add(name)
            rels = _rels_name(name)
            if rels in self.parts:
                wanted.add(rels)
                waiting += [
                    _resolved(name, r.target)
                    for r in _read_relationships(self.parts[rels])
                    if not r.external
                ]
        for name in self.parts.keys() - wanted:
            del self.parts[name]
        for name in self.overrides.keys() - wanted:
            del self.overrides[name]

    def save(self, file: IO[bytes]) -> None:
        """Write the zip."""
        members = {
            CONTENT_TYPES: self._content_types(),
            "_rels/.rels": _relationships(self.root),
            self.document_name: self.parts[self.document_name],
            _rels_name(self.document_name): _relationships(self.document),
            **dict(sorted(self.parts.items())),
        }
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            for name, data in members.items():
                archive.writestr(_member(name), data)

    def _relate(self, kind: str, target: str, *, external: bool = False) -> str:
        relationship = Relationship(_next_id(self.document), kind, target, external)
        self.document.append(relationship)
        return relationship.id

    def _resolve(self, target: str) -> str:
        return _resolved(self.document_name, target)

    def _content_types(self) -> bytes:
        rows = [
            f"<Default Extension={quoteattr(ending)} ContentType={quoteattr(kind)}/>"
            for ending, kind in sorted(self.defaults.items())
        ]
        rows += [
            f"<Override PartName={quoteattr('/' + name)} ContentType={quoteattr(kind)}/>"
            for name, kind in sorted(self.overrides.items())
        ]
        return _xml(f'<Types xmlns="{PACKAGE}/content-types">{"".join(rows)}</Types>')


def read_package(path: Path) -> Package:
    """A Word file's parts, or an error in words."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
            return _package(parts)
    except (OSError, zipfile.BadZipFile, KeyError, etree.XMLSyntaxError) as error:
        raise Unreadable(
            f"“{path.name}” is not a Word file that can serve as a template.",
            "Save it in Word as a .docx document, or leave the setting empty.",
        ) from error


def _package(parts: dict[str, bytes]) -> Package:
    types = etree.fromstring(parts.pop(CONTENT_TYPES), _PARSER)
    root = _read_relationships(parts.pop("_rels/.rels"))
    document = next(r.target.lstrip("/") for r in root if r.type == f"{OFFICE}/officeDocument")
    own = parts.pop(_rels_name(document), None)
    return Package(
        parts=parts,
        defaults={
            row.get("Extension", "").lower(): row.get("ContentType", "")
            for row in types.iter(f"{{{PACKAGE}/content-types}}Default")
        },
        overrides={
            row.get("PartName", "").lstrip("/"): row.get("ContentType", "")
            for row in types.iter(f"{{{PACKAGE}/content-types}}Override")
        },
        root=root,
        document=_read_relationships(own) if own else [],
        document_name=document,
    )


def _read_relationships(data: bytes) -> list[Relationship]:
    return [
        Relationship(
            row.get("Id", ""),
            row.get("Type", ""),
            row.get("Target", ""),
            row.get("TargetMode") == "External",
        )
        for row in etree.fromstring(data, _PARSER)
    ]


def _relationships(rows: list[Relationship]) -> bytes:
    written = "".join(
        f'<Relationship Id="{r.id}" Type={quoteattr(r.type)} Target={quoteattr(r.target)}'
        + (' TargetMode="External"/>' if r.external else "/>")
        for r in rows
    )
    return _xml(f'<Relationships xmlns="{PACKAGE}/relationships">{written}</Relationships>')


def _next_id(rows: list[Relationship]) -> str:
    """One more than the last: every id is given here or was read, so numbers only grow."""
    last = rows[-1].id.removeprefix("rId") if rows else "0"
    if last.isdecimal() and all(r.id != f"rId{int(last) + 1}" for r in rows[:50]):
        return f"rId{int(last) + 1}"
    numbers = (r.id.removeprefix("rId") for r in rows)
    return f"rId{max((int(n) for n in numbers if n.isdecimal()), default=0) + 1}"


def _resolved(source: str, target: str) -> str:
    """The member that a relationship's target names, seen from the part it belongs to."""
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), target))


def _rels_name(name: str) -> str:
    folder, base = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def _member(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 0
    return info


def _xml(root: str) -> bytes:
    return (DECLARATION + root).encode()
