"""An item of the locker that is open for reading, with its quoted words marked in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from verifier.actions.base import Action, Change
from verifier.actions.evidence import Cite, EditCitation
from verifier.exchange.evidence_ocr import is_picture
from verifier.queries import documents
from verifier.queries.evidence import CitationRow, citations
from verifier.queries.seen_text import NO_TEXT, OCR
from verifier.reading.detect import PICTURE
from verifier.states import Stance
from verifier.text.page_names import names_of
from verifier.text.ranges import TextRange
from verifier.text.regions import Kept, PictureRegion, Place, Region
from verifier.text.selectors import describe
from verifier.ui.inner_pictures import fetch_pictures
from verifier.ui.looks import stance_mark
from verifier.ui.pages_of import (
    EvidenceContent,
    evidence_pages_of,
    exact_range,
    page_count_of,
    read_evidence,
    title_of,
)
from verifier.ui.passages import region_passage
from verifier.ui.picture_strip import PictureStrip
from verifier.ui.reader.highlights import LinePattern, PaintedHighlight
from verifier.ui.reader.selection import page_of
from verifier.ui.reader.view import ReaderView
from verifier.ui.shell import Shell
from verifier.ui.words import STANCES, word

KINDS = frozenset({"Citation", "Claim", "Evidence"})


class EvidenceTab(QWidget):
    """One item beside the report. Selected words become the quote of a citation."""

    selection_changed = Signal()
    link_wanted = Signal(str)
    pictures_wanted = Signal(str, int)
    """Text is to be read in the pictures of the item with this id; the page in front, from 1."""

    def __init__(self, shell: Shell, evidence_id: str) -> None:
        super().__init__()
        self._shell = shell
        self.evidence_id = evidence_id
        self.content: EvidenceContent = shell.read(read_evidence, evidence_id)
        provider = evidence_pages_of(self.content, self._boxes)
        self.view = ReaderView(self, shell.theme.tokens)
        self.view.names = names_of(self.content.pages)
        self.view.offer(
            self.tr("Quote for the open claim"),
            self.tr("Quote the selected words for the open claim (%1)").replace("%1", "Q"),
            Qt.Key.Key_Q,
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.strip = PictureStrip(self, self.view.names)
        self._fill_strip()
        self.strip.read_wanted.connect(self.want_text)
        whole.addWidget(self.strip)
        whole.addWidget(self.view, 1)
        self.view.set_document(provider)
        item = self.content.item
        kind = PICTURE if is_picture(item) else ""
        fetch_pictures(shell, self.view, item.blob_sha256 or "", self.title, kind)
        self.view.movable = True
        self.view.place_moved.connect(self.move_quote)
        self.view.claim_wanted.connect(self.quote)
        self.view.selection_changed.connect(self._tell_selection)
        self.view.highlight_clicked.connect(self._click)
        self.view.highlight_opened.connect(self._click)
        self.view.link_activated.connect(self.link_wanted)
        shell.theme.changed.connect(self.view.set_tokens)
        shell.changed.connect(self._follow)
        shell.selected.connect(self._select)
        self.mark_quotes()

    def _fill_strip(self) -> None:
        """Say of pages that are pictures that they have no text, or what read it."""
        content = self.content
        properties = content.layer.properties if content.layer is not None else None
        count = page_count_of(content.item) if is_picture(content.item) else 0
        if count == 1:
            self.strip.show_picture(properties)
        elif count:
            pages = [{"code": NO_TEXT, "page": number} for number in content.scanned]
            seen = content.layer.notices if content.layer is not None else ()
            notices = [*(notice for notice in seen if notice.get("code") == OCR), *pages]
            self.strip.show_pages(notices, properties or {}, len(content.pages), count)
        elif content.layer is not None:
            self.strip.show_pages(content.layer.notices, content.layer.properties)
        else:
            pages = [{"code": NO_TEXT, "page": number} for number in content.scanned]
            self.strip.show_pages(pages, {})

    @Slot()
    def want_text(self) -> None:
        """Ask for the text of the item's pictures."""
        self.pictures_wanted.emit(self.evidence_id, self.view.current_page())

    def _boxes(self, number: int) -> bytes:
        layer = self.content.item.text_layer_id
        if layer is None:
            return b""
        with self._shell.workspace.reading() as session:
            return documents.page_boxes(session, layer, number)

    def close_document(self) -> None:
        """Let go of the file; threads and timers end."""
        self._shell.theme.changed.disconnect(self.view.set_tokens)
        self._shell.changed.disconnect(self._follow)
        self._shell.selected.disconnect(self._select)
        self.view.close_document()

    @property
    def title(self) -> str:
        """What to call it."""
        return title_of(self.content.item)

    @property
    def selection(self) -> Place | None:
        """The words that are selected, or the region that is marked."""
        return self.view.selected_place()

    @Slot()
    def _tell_selection(self) -> None:
        self.selection_changed.emit()

    # What is quoted

    @Slot(object)
    def _follow(self, change: Change) -> None:
        if self._shell.is_open and change.kinds & KINDS:
            self.mark_quotes()

    @Slot(str)
    def _select(self, _claim_id: str) -> None:
        if self._shell.is_open:
            self.mark_quotes()

    def mark_quotes(self) -> None:
        """Mark the words that claims quote, in the colours of what they do to them."""
        self.view.set_highlights([self._painted(row) for row in self._quoting()])

    def _quoting(self) -> list[CitationRow]:
        length, provider = len(self.content.text), self.view.provider
        pages = self.view.page_count if provider is not None and provider.paged else 0
        return [
            row
            for row in self._shell.read(citations, evidence_id=self.evidence_id)
            if _is_here(row.place, length, pages)
        ]

    def _painted(self, row: CitationRow) -> PaintedHighlight:
        line = self._shell.claims.get(row.claim_id)
        claim = line.claim if line is not None else None
        mark = stance_mark(row.stance)
        words = f": {claim.statement}" if claim is not None else ""
        name = claim.label if claim is not None else ""
        region = row.region
        return PaintedHighlight(
            id=row.id,
            label=name,
            range=TextRange(row.start or 0, row.stop or 0),
            region=region if isinstance(region, Region) else None,
            picture=region if isinstance(region, PictureRegion) else None,
            tint=mark.tint,
            line=mark.line,
            pattern=LinePattern(mark.pattern),
            sign=mark.icon,
            selected=row.claim_id == self._shell.selection,
            description=f"{name} · {word(STANCES, row.stance)}{words}",
        )

    @Slot(str)
    def _click(self, citation_id: str) -> None:
        for row in self._quoting():
            if row.id == citation_id:
                self._shell.select(row.claim_id)

    def show_quote(self, citation_id: str) -> None:
        """Scroll to the quoted words of a citation and draw the eye to them."""
        for highlight in self.view.highlights():
            if highlight.id == citation_id:
                self.view.ensure_visible(highlight.kept, flash=True)

    # Quoting

    @Slot(object)
    def quote(self, wanted: Place) -> None:
        """Quote a place for the open claim: in a citation that waits for it, or in a new one."""
        claim_id = self._shell.selection
        if not claim_id:
            self._shell.tell_hint(self.tr("Open the claim first for which this is quoted."))
            return
        exact = self._exact(wanted)
        if exact is not None and self._shell.do(self._quoted(claim_id, exact), self.tr("quote")):
            self.view.select(None)

    def _exact(self, wanted: Place) -> Place | None:
        """The words without the blanks around them; where there are none, that is said."""
        if not isinstance(wanted, TextRange):
            return wanted
        exact = exact_range(self.content.text, wanted)
        if len(exact):
            return exact
        self._shell.tell_hint(self.tr("There are no words in what is selected."))
        return None

    def _quoted(self, claim_id: str, exact: Place) -> Action:
        cited = self._shell.read(citations, claim_id=claim_id)
        own = [row for row in cited if row.evidence_id == self.evidence_id]
        details = self._place(exact)
        for row in own:
            if not row.quote and row.region is None:
                if row.locator:
                    details = {**details, "locator": row.locator}
                return EditCitation(row.id, details)
        stance = Stance(own[-1].stance) if own else Stance.CONTEXT
        return Cite(claim_id, self.evidence_id, stance, details)

    @Slot(str, object)
    def move_quote(self, citation_id: str, wanted: Place) -> None:
        """Let a citation quote other words or another region, as its grips were dragged."""
        exact = self._exact(wanted)
        if exact is None:
            self.mark_quotes()
        else:
            self._shell.do(EditCitation(citation_id, self._place(exact)), self.tr("move quote"))

    def _place(self, exact: Place) -> Mapping[str, Any]:
        """The quote with its context and its place, and the page where there are pages."""
        if isinstance(exact, Region):
            return self._region(exact)
        said = describe(self.content.text, exact).quote
        provider = self.view.provider
        details: dict[str, Any] = {
            "quote": said.quote,
            "prefix": said.prefix,
            "suffix": said.suffix,
            "start": exact.start,
            "stop": exact.stop,
        }
        if provider is not None and provider.paged:
            details["locator"] = self._locator(page_of(provider, exact.start), "")
        return details

    def _region(self, drawn: Region) -> Mapping[str, Any]:
        """The rectangle that is quoted, on which page or of which picture in the text."""
        marked = region_passage(self.view, "", drawn)
        details: dict[str, Any] = {
            "quote": "",
            "rectangles": [list(rectangle) for rectangle in marked.rectangles],
            "picture": marked.picture,
        }
        if not marked.picture:
            words = self._locator(drawn.page - 1, self.tr("marked region"))
            return {**details, "locator": words}
        words = self.tr("marked region of picture %1")
        return {
            **details,
            "prefix": marked.prefix,
            "suffix": marked.suffix,
            "start": marked.range.start,
            "stop": marked.range.stop,
            "locator": words.replace("%1", f"{marked.rectangles[0][0]:.0f}"),
        }

    def _locator(self, page: int, what: str) -> str:
        """Which page, counted from 0, and what on it; most pictures have one page only."""
        if is_picture(self.content.item) and len(self.content.pages) == 1:
            return what
        name = self.view.names.of(page + 1)
        words = self.tr("p. %1").replace("%1", name)
        return f"{words}, {what}" if what else words


def _is_here(place: Kept | None, length: int, pages: int) -> bool:
    """Whether a place lies in a text of this length, or on one of so many pages."""
    if isinstance(place, PictureRegion):
        return not pages
    if isinstance(place, Region):
        return place.page <= pages
    return place is not None and place.stop <= length
