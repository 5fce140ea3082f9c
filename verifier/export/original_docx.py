"""The Word file as it came, with the claims highlighted and commented, and nothing else touched.

Only the parts that must change are written anew: the body (and notes and heads with a passage in
them), the comments with what belongs to them, the body's relationships and the list of content
types. Every other part keeps its bytes, and the text stays the same to the character.
"""

from __future__ import annotations

import io
import itertools
import posixpath
import re
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import IO, Any

from lxml import etree

from verifier.errors import Invalid
from verifier.export.comments import CommentPart
from verifier.export.draft import shown_highlights
from verifier.export.opc import CONTENT_TYPES, EPOCH, PACKAGE
from verifier.export.original_notes import left_behind, margin_draft
from verifier.export.original_runs import Place, Runs
from verifier.export.palette import known_level
from verifier.export.sections.remarks import threads_of
from verifier.export.wml import MC, W, run
from verifier.export.words import tr
from verifier.queries.claims import HighlightRow
from verifier.queries.originals import Original
from verifier.queries.report import ReportClaim, ReportData
from verifier.reading.docx import locate_docx
from verifier.reading.docx_located import LocatedText, Piece
from verifier.reading.docx_package import attribute, local
from verifier.reading.limits import Limits
from verifier.text.anchoring import Anchorer
from verifier.text.ranges import TextRange
from verifier.text.regions import PictureRegion
from verifier.text.selectors import PositionSelector, QuoteSelector, Selectors

STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PARAGRAPH_ID = re.compile(rb'\bparaId="([0-9A-Fa-f]{8})"')
_COLOURS = {
    "green": (0, 255, 0),
    "cyan": (0, 255, 255),
    "yellow": (255, 255, 0),
    "red": (255, 0, 0),
    "magenta": (255, 0, 255),
}
"""Of the sixteen that Word has, those on which black text can be read."""
_ON_WORDS = {
    "": "On the words",
    "header": "On the words of a running head",
    "footer": "On the words of a running foot",
    "diagram": "On the words of the diagram",
}
"""How a comment begins that cannot stand on the words themselves, by where these stand."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """A passage to be marked."""

    highlight: HighlightRow
    claim: ReportClaim
    range: TextRange
    picture: Piece | None = None
    """The picture of which a region is marked; None: words are."""


def annotate_docx(
    data: ReportData, original: Original, exported_at: datetime, file: IO[bytes]
) -> list[str]:
    """Write the marked file; what could not be marked, in words."""
    name = original.row.file_name
    located = locate_docx(io.BytesIO(original.data), name, Limits())
    with zipfile.ZipFile(io.BytesIO(original.data)) as archive:
        return _Marking(data, original, located, archive, exported_at).write(file)


class _Marking:
    """One file being marked."""

    def __init__(
        self,
        data: ReportData,
        original: Original,
        located: LocatedText,
        archive: zipfile.ZipFile,
        exported_at: datetime,
    ) -> None:
        self._located = located
        self._archive = archive
        self._members = {_key(info.filename): info for info in archive.infolist()}
        self._notices = left_behind(data, original.row.id)
        self._new: dict[str, bytes] = {}
        """Parts that are written anew, by their names in the package."""
        self._w = etree.QName(located.roots[located.main]).namespace or W
        self._marks = self._find(data, original)
        self._runs = Runs(located, [mark.range for mark in self._marks])
        self._draft = margin_draft(
            data,
            exported_at,
            first=self._first_number(),
            first_paragraph=self._first_paragraph(),
        )

    def write(self, file: IO[bytes]) -> list[str]:
        """Mark, then copy every member, the changed ones in their new form."""
        self._mark()
        for name, root in self._located.roots.items():
            if id(root) in self._runs.changed:
                self._new[self._members[_key(name)].filename] = _serialised(root)
        self._add_parts(self._draft.comments.parts())
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target:
            for info in self._archive.infolist():
                new = self._new.pop(info.filename, None)
                content = self._archive.read(info) if new is None else new
                target.writestr(_same(info), content)
            for name, content in self._new.items():
                target.writestr(zipfile.ZipInfo(name, EPOCH), content, zipfile.ZIP_DEFLATED)
        return self._notices

    def _find(self, data: ReportData, original: Original) -> list[_Mark]:
        """The passages of this document; found again where the text is not what it was."""
        claims = {claim.row.id: claim for claim in data.claims}
        document = next((d for d in data.documents if d.row.id == original.row.id), None)
        if document is None:
            raise Invalid("The document is not in the case.", "Choose one of its documents.")
        same = self._located.text == document.text
        anchorer = None if same else Anchorer(self._located.text)
        marks = []
        for highlight in shown_highlights(document):
            claim = claims.get(highlight.claim_id)
            if claim is None:
                continue
            if isinstance(highlight.region, PictureRegion):
                piece = self._picture(highlight.region)
                if piece is None:
                    self._notices.append(f"{claim.row.label} was not found: {highlight.words}.")
                else:
                    here = TextRange(piece.start, piece.start)
                    marks.append(_Mark(highlight, claim, here, piece))
                continue
            if highlight.start == highlight.stop:
                continue
            where: TextRange | None = TextRange(highlight.start, highlight.stop)
            if anchorer is not None:
                where = anchorer.locate(_selectors(highlight)).range
            if where is None:
                self._notices.append(f"{claim.row.label} was not found: “{highlight.quote}”.")
            else:
                marks.append(_Mark(highlight, claim, where))
        return marks

    def _picture(self, region: PictureRegion) -> Piece | None:
        """The picture that a region is one of: its number and its bytes must both be right."""
        found = self._located.pictures[region.number - 1 : region.number]
        same = (piece for piece, block in found if block.picture_sha256 == region.picture)
        return next(same, None)

    def _pieces(self, mark: _Mark) -> list[Piece]:
        return [mark.picture] if mark.picture is not None else self._runs.of(mark.range)

    def _mark(self) -> None:
        seen: set[str] = set()
        placed: list[tuple[_Mark, Place, list[int]]] = []
        for mark in self._marks:
            pieces = self._pieces(mark)
            place = self._runs.place(pieces) if pieces else None
            if place is None:
                words = mark.highlight.words if mark.picture else f"“{mark.highlight.quote}”"
                self._notices.append(
                    f"{mark.claim.row.label} stands where Word knows no comment: {words}."
                )
                continue
            first = mark.claim.row.id not in seen
            seen.add(mark.claim.row.id)
            placed.append((mark, place, self._comment(mark, place, first=first)))
        for mark in sorted(self._marks, key=lambda m: len(m.range)):
            if mark.picture is None:
                self._runs.highlight(self._runs.of(mark.range), self._colour(mark.claim))
        for _, place, numbers in placed:
            self._set(place, numbers)

    def _comment(self, mark: _Mark, place: Place, *, first: bool) -> list[int]:
        threads = threads_of(self._draft, mark.claim, mark.highlight, first=first)
        region = mark.highlight.region
        if isinstance(region, PictureRegion):
            rating, replies = threads[0]
            told = run(_part_of_picture(region))
            threads[0] = (replace(rating, paragraphs=(told, *rating.paragraphs)), replies)
        elif not place.exact:
            rating, replies = threads[0]
            where = self._pieces(mark)[0].where
            quoted = run(f"{_ON_WORDS[where]}: “{mark.highlight.quote}”")
            threads[0] = (replace(rating, paragraphs=(quoted, *rating.paragraphs)), replies)
        return [n for thread in threads for n in self._draft.comments.add_thread(*thread)]

    def _set(self, place: Place, numbers: Iterable[int]) -> None:
        """The marks of comments around a place, or at the beginning of a paragraph beside it."""
        root = place.start.getroottree().getroot()
        self._runs.changed.add(id(root))
        for number in numbers:
            begin = self._element("commentRangeStart", number)
            end = self._element("commentRangeEnd", number)
            shown = etree.Element(f"{{{self._w}}}r")
            shown.append(self._element("commentReference", number))
            if place.stop is None:
                properties = next((p for p in place.start if local(p) == "pPr"), None)
                at = 0 if properties is None else 1
                place.start[at:at] = [begin, end, shown]
            else:
                place.start.addprevious(begin)
                place.stop.addnext(shown)
                place.stop.addnext(end)

    def _element(self, name: str, number: int) -> Any:
        made = etree.Element(f"{{{self._w}}}{name}")
        made.set(f"{{{self._w}}}id", str(number))
        return made

    def _colour(self, claim: ReportClaim) -> str:
        row = claim.assessment
        scale = row.verdict_scale or self._draft.data.case.verdict_scale if row else ""
        level = known_level(scale, row.verdict) if row else None
        return nearest_colour(level.look.tint) if level and level.look else "lightGray"

    def _first_number(self) -> int:
        """One more than the largest number of a comment in the file."""
        root = self._read(self._part_of("comments"))
        numbers = (attribute(one, "id") or "" for one in (root if root is not None else ()))
        return max((int(n) for n in numbers if n.isdecimal()), default=-1) + 1

    def _first_paragraph(self) -> int:
        """The first id of a paragraph in the widest gap between those that the file uses."""
        found = {0, 0x7FFFFFFF}
        for info in self._members.values():
            if info.filename.endswith(".xml"):
                found.update(int(n, 16) for n in _PARAGRAPH_ID.findall(self._archive.read(info)))
        used = sorted(number for number in found if number < 0x80000000)
        _, before = max((b - a, a) for a, b in itertools.pairwise(used))
        return before + 1

    def _read(self, name: str | None) -> Any:
        info = self._members.get(_key(name)) if name else None
        return etree.fromstring(self._archive.read(info), _PARSER) if info is not None else None

    def _rels_name(self) -> str:
        folder, base = posixpath.split(self._located.main)
        wanted = posixpath.join(folder, "_rels", f"{base}.rels")
        info = self._members.get(_key(wanted))
        return info.filename if info is not None else wanted

    def _relations(self) -> Any:
        root = self._read(self._rels_name())
        return etree.Element(f"{{{PACKAGE}/relationships}}Relationships") if root is None else root

    def _part_of(self, kind: str) -> str | None:
        """The body's part of a relationship type, by the type's last component."""
        for relation in self._relations():
            if (relation.get("Type") or "").rsplit("/", 1)[-1] == kind:
                return self._resolved(relation.get("Target") or "")
        return None

    def _resolved(self, target: str) -> str:
        folder = posixpath.dirname(self._located.main)
        return posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")

    def _add_parts(self, parts: Iterable[CommentPart]) -> None:
        """Comments go into the parts that there are, or into new ones beside the body."""
        styles = self._styles()
        relations, types = self._relations(), self._read(CONTENT_TYPES)
        new = False
        for part in parts:
            made = etree.fromstring(self._in_its_namespace(part.xml))
            _drop_unknown_styles(made, styles)
            known = self._part_of(part.name)
            old = self._read(known)
            if known is not None and old is not None:
                self._new[self._members[_key(known)].filename] = _serialised(merged(old, made))
                continue
            new = True
            self._new[self._relate(part, relations, types)] = _serialised(made)
        if new:
            self._new[self._rels_name()] = _serialised(relations)
            self._new[CONTENT_TYPES] = _serialised(types)

    def _relate(self, part: CommentPart, relations: Any, types: Any) -> str:
        """Make a new part known; its name in the package."""
        folder = posixpath.dirname(self._located.main)
        base = part.name
        while _key(posixpath.join(folder, f"{base}.xml")) in self._members:
            base += "1"
        name = posixpath.join(folder, f"{base}.xml")
        ids = {relation.get("Id") for relation in relations}
        number = len(ids) + 1
        while f"rId{number}" in ids:
            number += 1
        row = etree.SubElement(relations, f"{{{PACKAGE}/relationships}}Relationship")
        row.set("Id", f"rId{number}")
        kind = part.relationship
        row.set("Type", kind.replace(_OFFICE, _STRICT_OFFICE) if self._w == STRICT else kind)
        row.set("Target", f"{base}.xml")
        override = etree.SubElement(types, f"{{{PACKAGE}/content-types}}Override")
        override.set("PartName", f"/{name}")
        override.set("ContentType", part.content_type)
        return name

    def _in_its_namespace(self, xml: bytes) -> bytes:
        return xml.replace(W.encode(), self._w.encode()) if self._w != W else xml

    def _styles(self) -> set[str]:
        root = self._read(self._part_of("styles"))
        return {attribute(s, "styleId") or "" for s in root} if root is not None else set()


def _part_of_picture(region: PictureRegion) -> str:
    """Which part of the picture a comment is about: Word knows comments on whole pictures only."""
    words = tr(
        "On a region of the picture: {left} to {right} % from its left, "
        "{top} to {bottom} % from its top."
    )
    sides = {"left": region.x0, "right": region.x1, "top": region.y0, "bottom": region.y1}
    return words.format(**{name: f"{side:.0f}" for name, side in sides.items()})


_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def nearest_colour(tint: str) -> str:
    """The highlight of Word that is nearest in hue to a colour such as #b3f2ea."""
    red, green, blue = (int(tint[at : at + 2], 16) for at in (1, 3, 5))
    low, high = min(red, green, blue), max(red, green, blue)
    if high - low < 24:
        return "lightGray"
    full = [255 * (value - low) / (high - low) for value in (red, green, blue)]

    def distance(name: str) -> float:
        return sum((a - b) ** 2 for a, b in zip(full, _COLOURS[name], strict=True))

    return min(_COLOURS, key=distance)


def merged(old: Any, new: Any) -> Any:
    """The root of a part with the children of another, and every prefix of either declared."""
    prefixes: Mapping[Any, Any] = {**new.nsmap, **old.nsmap}
    root = etree.Element(old.tag, dict(old.attrib), nsmap=dict(prefixes))
    ignorable = f"{{{MC}}}Ignorable"
    listed = dict.fromkeys(
        prefix
        for element in (old, new)
        for prefix in (element.get(ignorable) or "").split()
        if prefix in prefixes
    )
    if listed:
        root.set(ignorable, " ".join(listed))
    people = {attribute(one, "author") for one in old if local(one) == "person"}
    root.extend(list(old))
    root.extend([one for one in new if attribute(one, "author") not in people or not people])
    return root


def _drop_unknown_styles(root: Any, known: set[str]) -> None:
    """Take out the names of styles that the document does not have."""
    for element in list(root.iter(etree.Element)):
        if local(element) in ("pStyle", "rStyle") and attribute(element, "val") not in known:
            element.getparent().remove(element)


def _selectors(row: HighlightRow) -> Selectors:
    quote = QuoteSelector(row.quote, row.prefix, row.suffix)
    return Selectors(quote, PositionSelector(row.start, row.stop))


def _serialised(root: Any) -> bytes:
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True))


def _same(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """A member's name, time and compression, for a new archive."""
    made = zipfile.ZipInfo(info.filename, info.date_time)
    deflated = info.compress_type != zipfile.ZIP_STORED
    made.compress_type = zipfile.ZIP_DEFLATED if deflated else zipfile.ZIP_STORED
    made.external_attr = info.external_attr
    made.create_system = info.create_system
    return made


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
