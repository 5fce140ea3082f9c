"""The report while it is being written: what every part needs to know, and where it writes to."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property

from verifier.export import palette
from verifier.export.comments import Comments
from verifier.export.marked import Paragraph, paragraphs
from verifier.export.opc import Package
from verifier.export.palette import Verdict
from verifier.export.settings import Part, ReportSettings
from verifier.export.wml import (
    LINK,
    external,
    field_of,
    jump,
    look,
    paragraph,
    run,
    spacing,
)
from verifier.export.wml import field as word_field
from verifier.export.wording import address, is_web
from verifier.export.words import tr
from verifier.queries.claims import HighlightRow, RelationRow
from verifier.queries.evidence import CitationRow, EvidenceRow, SourceRow
from verifier.queries.report import ReportClaim, ReportData, ReportDocument
from verifier.states import Anchoring, Stance

PAGE_OPEN, PAGE_CLOSE = "\ufdd0", "\ufdd1"
"""Around a bookmark's name: here its page number goes, once it is known. No text holds them."""


PAGE_TOP = "<w:pageBreakBefore/>" + spacing(before=0)
"""A heading at the top of a page."""


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of the table of contents."""

    level: int
    number: str
    words: str
    bookmark: str


@dataclass(slots=True)
class Draft:
    """A report under construction. Parts add markup with `put` in the order of the document."""

    data: ReportData
    settings: ReportSettings
    exported_at: datetime
    package: Package
    comments: Comments
    body: list[str] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    bookmarks: itertools.count[int] = field(default_factory=lambda: itertools.count(1))
    drawings: itertools.count[int] = field(default_factory=lambda: itertools.count(1))
    pictures: dict[str, dict[str, bytes]] = field(default_factory=dict)
    """Of each edition that regions are marked in the pictures of: those pictures, by SHA-256."""
    _tables: int = 0
    _figures: int = 0
    _sections: itertools.count[int] = field(default_factory=lambda: itertools.count(1))
    _appendices: itertools.count[int] = field(default_factory=lambda: itertools.count(0))
    index: Index = field(init=False)

    def __post_init__(self) -> None:
        self.index = Index(self.data)

    @property
    def language(self) -> str:
        """The language that most of the report is in: of its words and of the checkers'."""
        case = self.data.case.language
        wanted = self.settings.language
        return wanted if wanted and wanted != case.split("-")[0].lower() else case

    def has(self, part: Part) -> bool:
        """Whether the report shows a part, so that others may point to it."""
        return part in self.settings.parts

    @property
    def has_confidence(self) -> bool:
        """Whether any claim has a confidence on a scale that is known."""
        known = palette.known_scale(self.data.case.confidence_scale) is not None
        return known and any(c.assessment and c.assessment.confidence for c in self.data.claims)

    def put(self, *markup: str) -> None:
        """Add paragraphs or tables."""
        self.body.extend(markup)

    def say(self, style: str, content: str, properties: str = "") -> None:
        """Add a paragraph."""
        self.body.append(paragraph(style, content, properties))

    def heading(
        self,
        words: str,
        bookmark: str,
        *,
        level: int = 1,
        page_break: bool = False,
        within: tuple[str, str] = ("", ""),
    ) -> None:
        """A heading that the table of contents lists; `within` are marks around its words."""
        number = str(next(self._sections)) if level == 1 else ""
        self.headings.append(Heading(level, number, words, bookmark))
        self._heading(f"Heading{level}", within[0] + run(words) + within[1], bookmark, page_break)

    def appendix(self, words: str, bookmark: str, *, page_break: bool = False) -> None:
        """A heading of the first level that is lettered."""
        letter = chr(ord("A") + next(self._appendices))
        self.headings.append(Heading(1, tr("Appendix {letter}:", letter=letter), words, bookmark))
        self._heading("AppendixHeading", run(words), bookmark, page_break)

    def _heading(self, style: str, content: str, bookmark: str, page_break: bool) -> None:
        broken = PAGE_TOP if page_break else ""
        self.say(style, self.marked(bookmark, content), broken)

    def marked(self, bookmark: str, content: str) -> str:
        """Content that can be pointed to."""
        number = next(self.bookmarks)
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="{bookmark}"/>{content}'
            f'<w:bookmarkEnd w:id="{number}"/>'
        )

    def editable(self, claim: ReportClaim, name: str, place: int = 1) -> tuple[str, str]:
        """Marks around words that are a field of the claim, so that edits in Word find back.

        The bookmark's name is read by `verifier.exchange.word_edits`; `place` counts further
        places where the same field stands.
        """
        number = next(self.bookmarks)
        suffix = "" if place == 1 else f"_{place}"
        bookmark = f"_c{claim.row.number}_{name}{suffix}"
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="{bookmark}"/>',
            f'<w:bookmarkEnd w:id="{number}"/>',
        )

    def table_caption(self, words: str) -> None:
        """A numbered caption above a table."""
        self._tables += 1
        self._caption("Table", tr("Table"), self._tables, words)

    def figure_caption(self, words: str) -> None:
        """A numbered caption above a figure."""
        self._figures += 1
        self._caption("Figure", tr("Figure"), self._figures, words)

    def _caption(self, kind: str, name: str, number: int, words: str) -> None:
        counter = word_field(f"SEQ {kind} \\* ARABIC", str(number))
        named = self.marked(_caption_bookmark(kind, number), f"{run(f'{name} ')}{counter}")
        self.say("Caption", f"{named}{run(f'. {words}')}")

    def to_table(self, ahead: int = 1) -> str:
        """ "Table 4" as a field that follows its caption: the next table's, or one further on."""
        number = self._tables + ahead
        return self._reference("Table", f"{tr('Table')} {number}", number)

    def to_figure(self, ahead: int = 1) -> str:
        """The same of a figure."""
        number = self._figures + ahead
        return self._reference("Figure", f"{tr('Figure')} {number}", number)

    def _reference(self, kind: str, words: str, number: int) -> str:
        return word_field(f"REF {_caption_bookmark(kind, number)} \\h", words)

    def footnote(self, content: str) -> str:
        """A footnote; the answer is the mark in the text."""
        self.footnotes.append(content)
        return (
            '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
            f'<w:footnoteReference w:id="{len(self.footnotes)}"/></w:r>'
        )

    def page_of(self, bookmark: str, properties: str = "") -> str:
        """The page on which a bookmark lies."""
        result = f"<w:r>{properties}<w:t>{PAGE_OPEN}{bookmark}{PAGE_CLOSE}</w:t></w:r>"
        return field_of(f"PAGEREF {bookmark} \\h", result, properties)

    def web(self, url: str, words: str = "", properties: str = LINK) -> str:
        """A link to an address, or its plain words where it is none that can be clicked."""
        shown = run(words or address(url), properties if is_web(url) else "")
        return external(self.package.link(url), shown) if is_web(url) else shown

    def to_claim(self, claim: ReportClaim, properties: str = LINK) -> str:
        """A claim's number, leading to its card where there is one."""
        shown = run(claim.row.label, properties)
        return jump(card_bookmark(claim), shown) if self.has(Part.CARDS) else run(claim.row.label)

    def to_source(self, source: SourceRow, properties: str = LINK) -> str:
        """A source's number, leading to its entry in the list where there is one."""
        words = self.index.source_label(source)
        if not self.has(Part.SOURCES):
            return run(words)
        return jump(source_bookmark(self.index.source_number(source)), run(words, properties))

    def verdict(self, claim: ReportClaim) -> Verdict:
        """The verdict that counts."""
        row = claim.assessment
        return palette.verdict(
            row.verdict_scale or self.data.case.verdict_scale if row else "",
            row.verdict if row else "",
        )

    def dots(self, scale: str, code: str, size: float = 0) -> str:
        """A confidence as filled and empty dots."""
        shown = palette.dots(scale, code)
        filled = shown.count("●")
        return run(shown[:filled], look(color="1F3A5F", size=size)) + run(
            shown[filled:], look(color="8A94A3", size=size)
        )


class Index:
    """Who is who in the data: looked up by id, in the order in which the report numbers them."""

    def __init__(self, data: ReportData) -> None:
        self._data = data
        self.evidence: dict[str, EvidenceRow] = {item.id: item for item in data.evidence}
        self.sources: dict[str, SourceRow] = {source.id: source for source in data.sources}
        self.list = sorted(data.sources, key=lambda source: _natural(source.label))
        self._numbers = {source.id: n for n, source in enumerate(self.list, start=1)}
        self.claims: dict[str, ReportClaim] = {claim.row.id: claim for claim in data.claims}

    @cached_property
    def relations(self) -> dict[str, list[RelationRow]]:
        """How each claim stands to others."""
        found: dict[str, list[RelationRow]] = {}
        for relation in self._data.relations:
            found.setdefault(relation.claim_id, []).append(relation)
        return found

    def source_label(self, source: SourceRow) -> str:
        """S40, or its place in the list where it has no label of its own."""
        return source.label or f"S{self._numbers[source.id]}"

    def source_number(self, source: SourceRow) -> int:
        """Its place in the list, from 1."""
        return self._numbers[source.id]

    def citations(self, claim: ReportClaim) -> list[CitationRow]:
        """A claim's citations: what supports it, what refutes it, the rest; each by source."""
        order = {stance.value: place for place, stance in enumerate(Stance)}

        def place(citation: CitationRow) -> tuple[int, int]:
            source = self.source_of(citation)
            number = self._numbers[source.id] if source else len(self._numbers) + 1
            return order.get(citation.stance, len(order)), number

        return sorted(claim.citations, key=place)

    def source_of(self, citation: CitationRow) -> SourceRow | None:
        """The source behind a citation, if it is known."""
        return self.sources.get(citation.source_id or "")

    def source_of_evidence(self, evidence_id: str) -> SourceRow | None:
        """The source behind an item of evidence, if it is known."""
        item = self.evidence.get(evidence_id)
        return self.sources.get(item.source_id or "") if item else None

    @cached_property
    def uses(self) -> dict[str, list[ReportClaim]]:
        """The claims that each source is cited for."""
        found: dict[str, dict[str, ReportClaim]] = {}
        for claim in self._data.claims:
            for citation in claim.citations:
                if citation.source_id:
                    found.setdefault(citation.source_id, {})[claim.row.id] = claim
        return {source_id: list(claims.values()) for source_id, claims in found.items()}

    @cached_property
    def texts(self) -> list[tuple[ReportDocument, list[Paragraph]]]:
        """Every document cut into paragraphs; their numbers run on through all documents."""
        found = []
        first = 1
        for document in self._data.documents:
            cut = paragraphs(document.text, document.blocks, first=first)
            first = max((p.number for p in cut), default=first - 1) + 1
            found.append((document, cut))
        return found

    @cached_property
    def first_passages(self) -> dict[str, tuple[HighlightRow, int]]:
        """For each claim that stands in a text: its first passage there and its paragraph."""
        found: dict[str, tuple[HighlightRow, int]] = {}
        for document, cut in self.texts:
            for highlight, number in _numbered(document, cut):
                if highlight.claim_id in self.claims:
                    found.setdefault(highlight.claim_id, (highlight, number))
        return found


def _numbered(document: ReportDocument, cut: Sequence[Paragraph]) -> list[tuple[HighlightRow, int]]:
    """Each passage with the number of the paragraph in which it begins, or of the last before."""
    found = []
    at, number = 0, cut[0].number
    for highlight in sorted(shown_highlights(document), key=lambda h: (h.start, -h.stop)):
        while at + 1 < len(cut) and cut[at].stop < highlight.start:
            at += 1
            number = cut[at].number or number
        found.append((highlight, number))
    return found


def shown_highlights(document: ReportDocument) -> list[HighlightRow]:
    """Passages that were found in this edition, held inside its text."""
    length = len(document.text)
    return [
        replace(h, start=min(h.start, length), stop=max(min(h.stop, length), min(h.start, length)))
        for h in document.highlights
        if h.anchoring != Anchoring.GONE
    ]


def _natural(label: str) -> tuple[bool, list[tuple[int, str]]]:
    """S9 before S10, and what has no label last, in the order in which it came."""
    pieces = re.findall(r"(\d+)|(\D+)", label)
    return not label, [(int(digits or 0), words) for digits, words in pieces]


def _caption_bookmark(kind: str, number: int) -> str:
    """Around the name and number of a caption."""
    return f"_Ref_{kind}_{number}"


def spread(told: str, pieces: Mapping[str, str]) -> str:
    """A sentence with markup in the places of {names}; its words become runs."""
    return "".join(
        pieces[part[1:-1]] if part[1:-1] in pieces and part[:1] == "{" else run(part)
        for part in re.split(r"(\{\w+\})", told)
    )


def card_bookmark(claim: ReportClaim) -> str:
    """Where a claim's card begins."""
    return f"claim_{claim.row.number}"


def passage_bookmark(claim: ReportClaim) -> str:
    """Where a claim's first passage begins in the text."""
    return f"passage_{claim.row.number}"


def source_bookmark(number: int) -> str:
    """Where a source's entry stands in the list of sources."""
    return f"source_{number}"
