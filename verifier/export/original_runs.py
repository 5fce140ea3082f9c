"""Marks in a Word document that somebody else made: runs are split, nothing is rewritten.

The reader says which element every character of the text came from. Here runs are cut where
passages begin and end, highlighted, and comment marks are set around them. A mark may only stand
where Word and LibreOffice both keep it, so it moves outwards where a place would not hold it: from
inside a field's result or a content control to around it, from a text box to its host paragraph,
from a note to the note's reference, from a diagram to around it, from a running head to the first
paragraph of its section.
"""

from __future__ import annotations

import copy
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Any

from lxml import etree

from verifier.reading.docx_located import LocatedText, Piece
from verifier.reading.docx_package import attribute, local
from verifier.text.ranges import TextRange

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_WORDS = "wordprocessingml"
"""In the namespace of everything that Word highlights; not of formulas and diagrams."""
_ORDER = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd "
    "fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
).split()
_AFTER_HIGHLIGHT = frozenset(_ORDER[_ORDER.index("highlight") + 1 :])
_HOLDS_MARKS = frozenset("p hyperlink ins moveTo smartTag customXml dir bdo".split())
"""Around a run, what comment marks may stand in beside it."""


_HEADS = ("header", "footer")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a comment's marks go: before `start`, and after `stop`. `exact` says that they
    enclose the passage itself and not something it stands in or beside."""

    start: Any
    stop: Any
    exact: bool


class Runs:
    """The runs of one document, cut at every passage's ends."""

    def __init__(self, located: LocatedText, passages: Iterable[TextRange]) -> None:
        self.changed: set[int] = set()
        """`id` of the root elements that something was changed below."""
        self._located = located
        self._next_id = 0
        cuts = sorted({place for passage in passages for place in (passage.start, passage.stop)})
        self._pieces = [part for piece in located.pieces for part in self._cut(piece, cuts)]
        self._starts = [piece.start for piece in self._pieces]

    def of(self, passage: TextRange) -> list[Piece]:
        """The pieces of a passage, as far as its first flow goes: body, text box or note."""
        first = bisect_left(self._starts, passage.start)
        last = bisect_right(self._starts, passage.stop - 1)
        if first and self._pieces[first - 1].stop > passage.start:
            first -= 1
        found = self._pieces[first:last]
        if not found:
            return []
        flow = _flow(found[0])
        return [piece for piece in found if _flow(piece) == flow]

    def highlight(self, pieces: Sequence[Piece], colour: str) -> None:
        """Highlight runs; one that has a highlight or a shade of its own keeps it."""
        for run in dict.fromkeys(_run_of(piece.element) for piece in pieces):
            if run is not None and _highlight(run, colour):
                self.changed.add(id(run.getroottree().getroot()))

    def place(self, pieces: Sequence[Piece]) -> Place | None:
        """Where the marks of a comment on these pieces go."""
        if pieces[0].where in _HEADS:
            return _beside_head(pieces[0])
        ending = _ending(pieces)
        first, last = _outwards(pieces[0], begin=True), _outwards(ending, begin=False)
        if first is None or last is None:
            return None
        beside = _beside_control(first.node)
        if beside is not None:
            return Place(beside, None, exact=False)
        whole = ending is pieces[-1]
        return Place(first.node, last.node, first.exact and last.exact and whole)

    def _cut(self, piece: Piece, cuts: Sequence[int]) -> Iterator[Piece]:
        """A piece in as many pieces as passages ask for, each in a run of its own."""
        parent = piece.element.getparent()
        if local(parent) != "r" or not _is_words(parent):
            yield piece
            return
        places = cuts[bisect_left(cuts, piece.start) : bisect_right(cuts, piece.stop)]
        if not places:
            yield piece
            return
        parts = []
        for place in reversed(places):
            if piece.start < place < piece.stop and local(piece.element) == "t":
                right = _split_text(piece.element, piece.skipped + place - piece.start)
                self._split_run(right)
                parts.append(replace(piece, start=place, element=right, skipped=0))
                piece = replace(piece, stop=place)
            elif place == piece.stop:
                following = piece.element.getnext()
                if following is not None:
                    self._split_run(following)
            elif place == piece.start:
                self._split_run(piece.element)
        yield piece
        yield from reversed(parts)

    def _split_run(self, child: Any) -> None:
        """Let a run begin with `child`, a child of a run."""
        run = child.getparent()
        moved = [child, *child.itersiblings()]
        before = child.getprevious()
        if before is None or local(before) == "rPr":
            return
        new = run.makeelement(run.tag, dict(run.attrib), run.nsmap)
        properties = next((one for one in run if local(one) == "rPr"), None)
        if properties is not None:
            new.append(self._copy(properties))
        new.extend(moved)
        run.addnext(new)
        self.changed.add(id(run.getroottree().getroot()))

    def _copy(self, properties: Any) -> Any:
        """Run properties; a tracked change of them gets an id of its own."""
        copied = copy.deepcopy(properties)
        for change in copied:
            if local(change) == "rPrChange":
                for key in change.attrib:
                    if key.endswith("}id"):
                        change.set(key, str(self._fresh_id()))
        return copied

    def _fresh_id(self) -> int:
        if not self._next_id:
            found = (
                attribute(element, "id") or ""
                for root in self._located.roots.values()
                for element in root.iter(etree.Element)
            )
            self._next_id = max((int(n) for n in found if n.isdecimal()), default=0)
        self._next_id += 1
        return self._next_id


@dataclass(frozen=True, slots=True)
class _Node:
    """An element that marks can stand beside. `exact`: it is the piece's own run."""

    node: Any
    exact: bool


def _ending(pieces: Sequence[Piece]) -> Piece:
    """Where a comment ends: LibreOffice drops one that leaves the table or frame it begins in.

    Nor does it keep one that ends in a frame and began before it.
    """
    table = _outermost(pieces[0].element, "tbl")
    if table is not None:
        return next(p for p in reversed(pieces) if _outermost(p.element, "tbl") is table)
    if _is_framed(pieces[0]):
        return list(takewhile(_is_framed, pieces))[-1]
    return next(p for p in reversed(pieces) if not _is_framed(p))


def _is_framed(piece: Piece) -> bool:
    """Whether the piece's paragraph stands in a frame, out of the flow of the others."""
    paragraph = next((a for a in piece.element.iterancestors() if local(a) == "p"), None)
    properties = (
        next((one for one in paragraph if local(one) == "pPr"), ())
        if (paragraph is not None)
        else ()
    )
    return any(local(one) == "framePr" for one in properties)


def _outermost(element: Any, name: str) -> Any:
    """The outermost element of a name around an element; None where there is none."""
    found = None
    for above in element.iterancestors():
        if local(above) == name:
            found = above
    return found


def _outwards(piece: Piece, *, begin: bool) -> _Node | None:
    """The element beside which a mark for this piece is safe."""
    element = piece.element if piece.note is None else piece.note
    exact = piece.note is None
    box = _outermost(element, "txbxContent")
    if box is not None:
        element, exact = box, False
    elif piece.field is not None and piece.note is None:
        mark = piece.field.begin if begin else piece.field.end
        if mark is not None:
            element, exact = mark, False
    node = _top_run(element)
    if node is None:
        return None
    outer = node
    for above in node.iterancestors():
        if local(above) == "p":
            break
        if local(above) not in _HOLDS_MARKS:
            outer = above
    return _Node(outer, exact and outer is node)


def _top_run(element: Any) -> Any:
    """The run that holds an element, the outermost within its paragraph."""
    found = element if local(element) == "r" else None
    for above in element.iterancestors():
        if local(above) == "r":
            found = above
        elif local(above) == "p":
            break
    return found


def _beside_control(node: Any) -> Any:
    """The paragraph beside a content control, where `node` stands in the control's first one.

    LibreOffice loses text before a comment there. None where the place is a plain one, or where
    there is nothing beside the control.
    """
    paragraph = next((above for above in node.iterancestors() if local(above) == "p"), None)
    control = None
    inner = paragraph
    while inner is not None:
        content = inner.getparent()
        if content is None or local(content) != "sdtContent":
            break
        if next((one for one in content if local(one) in ("p", "tbl", "sdt")), None) is not inner:
            break
        control = inner = content.getparent()
    if control is None:
        return None
    for sibling in (*control.itersiblings(), *control.itersiblings(preceding=True)):
        if local(sibling) == "p":
            return sibling
    return None


def _beside_head(piece: Piece) -> Place | None:
    """The paragraph that a comment on a running head or foot begins; None without one."""
    return None if piece.beside is None else Place(piece.beside, None, exact=False)


def _flow(piece: Piece) -> tuple[Any, Any, Any]:
    """Which stream of text a piece belongs to: the note, the text box, the head it stands in."""
    head = piece.element.getroottree().getroot() if piece.where in _HEADS else None
    return piece.note, _outermost(piece.element, "txbxContent"), head


def _run_of(element: Any) -> Any:
    """The run to be highlighted for an element; None where nothing can be."""
    for above in element.iterancestors():
        if local(above) == "r":
            return above if _is_words(above) else None
        if local(above) == "p":
            return None
    return None


def _is_words(element: Any) -> bool:
    return _WORDS in str(etree.QName(element).namespace or "")


def _split_text(element: Any, at: int) -> Any:
    """Cut a `t` after `at` characters; the new right half, beside it."""
    words = element.text or ""
    right = element.makeelement(element.tag, dict(element.attrib), element.nsmap)
    element.text, right.text = words[:at], words[at:]
    for half in (element, right):
        half.set(XML_SPACE, "preserve")
    element.addnext(right)
    return right


def _highlight(run: Any, colour: str) -> bool:
    """Set a run's highlight unless it has a look of its own there."""
    name = etree.QName(run)
    properties = next((one for one in run if local(one) == "rPr"), None)
    if properties is None:
        properties = run.makeelement(f"{{{name.namespace}}}rPr")
        run.insert(0, properties)
    elif any(local(one) == "highlight" or _is_shaded(one) for one in properties):
        return False
    mark = run.makeelement(f"{{{name.namespace}}}highlight")
    mark.set(f"{{{name.namespace}}}val", colour)
    following = next(
        (one for one in properties if local(one) in _AFTER_HIGHLIGHT or _is_extension(one)), None
    )
    if following is None:
        properties.append(mark)
    else:
        following.addprevious(mark)
    return True


def _is_shaded(element: Any) -> bool:
    return local(element) == "shd" and attribute(element, "fill") not in (None, "auto", "FFFFFF")


def _is_extension(element: Any) -> bool:
    """A tracked change of the properties, or one of Word's later effects: these stand last."""
    return local(element) == "rPrChange" or local(element) not in _ORDER
