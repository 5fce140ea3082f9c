"""Word documents (.docx, .docm, .dotx): the text as it reads with all tracked changes accepted.

Paragraphs, lists, table cells, text boxes and content controls stand in document order; footnotes
and endnotes follow at the end in the order of their marks, each saying where its mark is. Running
heads and feet stand last, once.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

import docx

from verifier.errors import Unreadable
from verifier.reading.building import TextBuilder
from verifier.reading.document import Notice, ReadDocument, Remark
from verifier.reading.docx_content import (
    CHARACTERS,
    REMOVED,
    alternative,
    content,
    inside,
)
from verifier.reading.docx_drawings import Drawings
from verifier.reading.docx_fields import Fields, link_of_field, shown_by_form
from verifier.reading.docx_formulas import parts_of_formula
from verifier.reading.docx_heads import Head, is_page_number, shown_heads
from verifier.reading.docx_located import LocatedText, Piece
from verifier.reading.docx_missing import Missing
from verifier.reading.docx_notes import NoteMarks
from verifier.reading.docx_numbers import Numbers
from verifier.reading.docx_package import Package, Relation, attribute, local
from verifier.reading.docx_properties import properties_of
from verifier.reading.docx_remarks import remarks_of
from verifier.reading.docx_shapes import placed_cells
from verifier.reading.docx_styles import (
    Role,
    child,
    is_mark_gone,
    is_on,
    own_role,
    roles_of_styles,
)
from verifier.reading.docx_symbols import as_shown, symbol
from verifier.reading.limits import Limits
from verifier.text.document import pictures_of

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_COMMENT_MARKS = frozenset(["commentRangeStart", "commentRangeEnd", "commentReference"])
_STYLES = (("b", "bold"), ("i", "italic"), ("u", "underline"), ("strike", "strike"))
_WHITE = re.compile(r"[\t\r\n]")


def read_docx(path: Path, name: str, limits: Limits) -> ReadDocument:
    """A Word document."""
    with Package(path, name, limits) as package:
        build, walk = _walked(package, name, limits)
        notices = []
        if not build.length:
            words = "The document holds no text: it may consist of pictures only."
            notices.append(Notice("no-text", words))
        notices += walk.missing.notices()
        reader = f"verifier with python-docx {docx.__version__}"
        properties = properties_of(package)
        remarks = walk.remarks()
        return build.document(MEDIA_TYPE, reader, tuple(notices), properties, remarks)


def locate_docx(file: Path | IO[bytes], name: str, limits: Limits) -> LocatedText:
    """The same text as `read_docx` gives, with the element behind every character."""
    with Package(file, name, limits) as package:
        build, walk = _walked(package, name, limits)
        read = build.document(MEDIA_TYPE, "", (), {})
        pictures = tuple(zip(walk.pictures, pictures_of(read.blocks), strict=True))
        return LocatedText(read.text, tuple(walk.pieces), pictures, walk.main, walk.roots)


def _walked(package: Package, name: str, limits: Limits) -> tuple[TextBuilder, _Walk]:
    """The text as it was built, and the walk that built it."""
    main = package.main_part()
    root = package.xml(main)
    body = child(root, "body") if root is not None else None
    if body is None or local(root) != "document":
        raise package.damaged()
    build = TextBuilder(name, limits)
    walk = _Walk(build, package, main, root)
    try:
        walk.blocks(body)
        walk.notes()
        walk.heads()
    except RecursionError as error:
        raise Unreadable(
            f"{name} is nested deeper than any document a person wrote.",
            "Print it to a PDF and check that.",
        ) from error
    return build, walk


class _Walk:
    """Goes over the body, then over the notes that it met."""

    def __init__(self, build: TextBuilder, package: Package, main: str, root: Any) -> None:
        self.main = main
        self.roots: dict[str, Any] = {main: root}
        self.pieces: list[Piece] = []
        self.pictures: list[Piece] = []
        self.missing = Missing()
        self._build = build
        self._package = package
        self._relations: dict[str, Relation] = package.relations(main)
        self._parts = {one.kind: one.target for one in self._relations.values()}
        styles = self._parts.get("styles")
        self._roles = roles_of_styles(package.xml(styles) if styles else None)
        self._notes: list[tuple[Any, int, int]] = []
        """The marks of notes, each with its place in the text and its section."""
        self._sections = 0
        self._note: Any = None
        self._head: Head | None = None
        self._diagram: Any = None
        """The drawing of the diagram that the reading is in."""
        self._drawings = Drawings(build, package, self.missing)
        self._tables = 0
        self._in_gap = False
        """Whether the blank between a note's own mark and its words stands next."""
        self._joined = False
        self._turned = False
        """Whether a page or a column has ended within a paragraph: its next words begin a line."""
        self._fields = Fields()
        self._commented: dict[str, list[int]] = {}
        self._numbers = self._numbered()

    def _numbered(self) -> Numbers:
        numbering, styles = self._parts.get("numbering"), self._parts.get("styles")
        return Numbers(
            self._package.xml(numbering) if numbering else None,
            self._package.xml(styles) if styles else None,
        )

    def blocks(self, parent: Any, role: Role | None = None) -> None:
        """Paragraphs and tables inside an element; `role` is that of a note or a text box."""
        for element in parent:
            kind = local(element)
            if kind == "p":
                self._paragraph(element, role)
            elif kind == "tbl":
                self._table(element)
            elif kind in _COMMENT_MARKS:
                self._comment_mark(element)
            elif kind == "bookmarkStart":
                self._build.name(attribute(element, "name") or "")
            elif kind == "altChunk":
                self.missing.chunks += 1
            elif kind == "AlternateContent":
                self.blocks(alternative(element), role)
            elif kind not in REMOVED:
                self.blocks(element, role)

    def notes(self) -> None:
        """The notes, in the order of their marks."""
        known = {kind: self._note_elements(kind) for kind in ("footnote", "endnote")}
        relations = {
            kind: self._package.relations(self._parts.get(f"{kind}s", "")) for kind in known
        }
        marks = NoteMarks(self.roots[self.main], self._settings())
        done = 0
        while done < len(self._notes):
            self._note, at, section = self._notes[done]
            done += 1
            kind = local(self._note).removesuffix("Reference")
            element = known[kind].pop(attribute(self._note, "id") or "", None)
            if element is None:
                continue
            self._joined, self._in_gap = False, True
            self._relations = relations[kind]
            # A mark that the author typed stands in the text, and in the note, and is not counted.
            is_own = attribute(self._note, "customMarkFollows") in ("1", "true", "on")
            mark = "" if is_own else marks.next(kind, section)
            self._cell_like(element, "footnote", mark=mark, at=at, kind_of_note=kind)
        self._in_gap, self._note = False, None

    def heads(self) -> None:
        """The running heads and feet, each with words of its own."""
        relations = self._package.relations(self.main)
        shown = shown_heads(self.roots[self.main], relations, self._settings(), self._package.xml)
        self._joined = False
        for head in shown:
            self._head = head
            self.roots[head.part] = head.root
            self._relations = self._package.relations(head.part)
            self.blocks(head.root, Role(head.kind))

    def _settings(self) -> Any:
        part = self._parts.get("settings")
        return self._package.xml(part) if part else None

    def _comment_mark(self, element: Any) -> None:
        """Where a comment's passage begins or ends, or where its mark stands: the last one ends."""
        here = self._build.mark() if local(element) == "commentRangeStart" else self._build.length
        self._commented.setdefault(attribute(element, "id") or "", []).append(here)

    def remarks(self) -> tuple[Remark, ...]:
        """The comments, each on its passage."""
        part = self._parts.get("comments")
        root = self._package.xml(part) if part else None
        return remarks_of(root, self._commented, self._build)

    def _note_elements(self, kind: str) -> dict[str, Any]:
        part = self._parts.get(f"{kind}s")
        root = self._package.xml(part) if part else None
        if part is None or root is None:
            return {}
        self.roots[part] = root
        return {attribute(one, "id") or "": one for one in root if local(one) == kind}

    def _paragraph(self, element: Any, role: Role | None) -> None:
        if self._head is not None and is_page_number(element):
            return
        properties = child(element, "pPr")
        if not self._joined:
            self._build.start()
        self._turned = False
        self._inline(element)
        # Where its mark is deleted the next one's words follow on, which says what both are.
        self._joined = is_mark_gone(properties)
        found = role or self._role(properties)
        label = "" if self._joined else self._numbers.next(properties)
        self._build.become(found.kind, found.level, **_numbered(label))
        self._sections += child(properties, "sectPr") is not None
        if not self._joined:
            self._build.finish()
            self._text_boxes()

    def _text_boxes(self) -> None:
        boxes, diagrams = self._drawings.waiting()
        for box in boxes:
            self.blocks(box)
        for words, self._diagram in diagrams:
            self.blocks(words)
        self._diagram = None

    def _role(self, properties: Any) -> Role:
        own = own_role(properties)
        style = child(properties, "pStyle")
        named = self._roles.get(attribute(style, "val") or "") if style is not None else None
        if named and named.kind == "heading":
            return named
        return own or named or Role()

    def _table(self, element: Any) -> None:
        self._build.finish()
        self._joined = False
        self._tables += 1
        table = self._tables
        for cell, place in placed_cells(element):
            self._cell_like(cell, "table-cell", table=table, **place)

    def _cell_like(self, cell: Any, block_kind: str, **data: Any) -> None:
        """The paragraphs of a cell or a note as one block, with a line end between them.

        Those of a list in a cell are blocks of their own, since each has its number.
        """
        self._build.start(block_kind, 0, **data)
        first, was_numbered = True, False
        for element in content(cell):
            if local(element) == "tbl":
                self._table(element)
                self._build.start(block_kind, 0, **data)
                first, was_numbered = True, False
                continue
            properties = child(element, "pPr")
            is_gone = is_mark_gone(properties)
            is_counted = block_kind == "table-cell" and not is_gone
            label = self._numbers.next(properties) if is_counted else ""
            if not self._joined and (label or was_numbered):
                self._build.start(block_kind, 0, **data)
            elif not first and not self._joined:
                self._build.line_break()
            before, self._turned = self._build.length, False
            self._inline(element)
            is_empty = self._build.length == before and not self._joined
            if label and is_empty:
                self._build.place(block_kind, **_numbered(label))
            elif label:
                self._build.become(block_kind, 0, **data, **_numbered(label))
            first, was_numbered, self._joined = is_empty, bool(label), is_gone
        self._joined = False
        self._build.finish()
        self._text_boxes()

    def _inline(self, parent: Any) -> None:
        for element in parent:
            kind = local(element)
            if kind == "r":
                self._run(element)
            elif kind in ("hyperlink", "fldSimple"):
                self._link(element, kind)
            elif kind in _COMMENT_MARKS:
                self._comment_mark(element)
            elif kind == "bookmarkStart":
                self._build.name(attribute(element, "name") or "")
            elif kind == "AlternateContent":
                self._inline(alternative(element))
            elif kind not in REMOVED:
                self._formula(element)

    def _formula(self, element: Any) -> None:
        """Any other element; one of a formula with the signs that no element of it stands for."""
        parts = parts_of_formula(element)
        if parts is None:
            self._inline(element)
            return
        for part in parts:
            if isinstance(part, str):
                self._build.add(part)
                continue
            start = self._build.mark()
            self._inline(part[0])
            if part[1]:
                self._build.span(start, part[1])

    def _link(self, element: Any, kind: str) -> None:
        start = self._build.mark()
        self._inline(element)
        if kind == "fldSimple":
            target = link_of_field(attribute(element, "instr") or "")
        else:
            anchor = attribute(element, "anchor")
            relation = self._relations.get(attribute(element, "id") or "")
            target = relation.target if relation else ""
            target += f"#{anchor}" if anchor else ""
        if target:
            self._build.span(start, "link", target)

    def _run(self, run: Any) -> None:
        properties = child(run, "rPr")
        looks = frozenset() if properties is None else frozenset(map(local, properties))
        if "vanish" in looks and is_on(properties, "vanish"):
            return
        start = self._build.mark()
        for element in run:
            self._piece(element, local(element))
        for name, style in _STYLES:
            if name in looks and is_on(properties, name):
                self._build.span(start, style)
        raised = child(properties, "vertAlign") if "vertAlign" in looks else None
        if raised is not None and attribute(raised, "val") in ("superscript", "subscript"):
            self._build.span(start, attribute(raised, "val") or "")

    def _piece(self, element: Any, kind: str) -> None:
        if kind == "fldChar":
            if attribute(element, "fldCharType") == "end":
                self._field_ends(element)
            else:
                self._fields.mark(element, self._build.mark())
        elif kind == "instrText":
            self._fields.add_code(element.text or "")
        elif self._fields.in_code:
            return
        elif kind == "t":
            self._add(element, as_shown(element, _WHITE.sub(" ", element.text or "")))
        elif kind in CHARACTERS:
            self._add(element, CHARACTERS[kind])
        elif kind == "cr" or (
            kind == "br" and attribute(element, "type") in (None, "textWrapping")
        ):
            start = self._build.length
            self._build.line_break()
            self._locate(element, start)
        elif kind == "br":
            self._turned = True
        elif kind == "sym":
            self._add(element, symbol(element))
        elif kind in ("footnoteReference", "endnoteReference"):
            self._notes.append((element, self._build.length, self._sections))
        elif kind in _COMMENT_MARKS:
            self._comment_mark(element)
        elif kind == "AlternateContent":
            for inner in alternative(element):
                self._piece(inner, local(inner))
        elif kind == "ruby":
            # How the words are spoken stands above them in small letters, and is left out.
            self._inline(inside(element, "rubyBase"))
        elif kind in ("drawing", "pict", "object"):
            here = self._build.length
            only_boxes = self._head is not None
            for _ in self._drawings.place(element, self._relations, only_boxes=only_boxes):
                self.pictures.append(self._piece_at(here, here, element))

    def _add(self, element: Any, words: str) -> None:
        if self._turned and words:
            self._turned = False
            self._build.new_line()
        shown = words.lstrip() if self._in_gap else words
        self._in_gap = self._in_gap and not shown
        start = self._build.length
        self._build.add(shown)
        self._locate(element, start, len(words) - len(shown))

    def _locate(self, element: Any, start: int, skipped: int = 0) -> None:
        """Note what the element has just added to the text, if anything."""
        if self._build.length > start:
            self.pieces.append(self._piece_at(start, self._build.length, element, skipped))

    def _piece_at(self, start: int, stop: int, element: Any, skipped: int = 0) -> Piece:
        host = self._diagram if self._note is None else self._note
        head = self._head
        return Piece(
            start,
            stop,
            element,
            self._fields.outermost,
            host,
            skipped,
            beside=head.beside if head is not None else None,
            where=head.kind if head is not None else "diagram" if self._diagram is not None else "",
        )

    def _field_ends(self, element: Any) -> None:
        """Where a field ends, its result is a link's words; a form's has none of its own."""
        ended = self._fields.end(element)
        if ended is None:
            return
        target = link_of_field(ended.code)
        is_empty = ended.start is None or ended.start >= self._build.length
        if target and ended.start is not None and not is_empty:
            self._build.span(ended.start, "link", target)
        elif is_empty and not self._fields.in_code:
            start = self._build.length
            self._build.add(shown_by_form(ended.begin))
            if self._build.length > start:
                piece = self._piece_at(start, self._build.length, element)
                self.pieces.append(replace(piece, field=ended))


def _numbered(label: str) -> dict[str, str]:
    """What a block tells of the number before it."""
    return {"number": label} if label else {}
