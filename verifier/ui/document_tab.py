"""A document that is open: its pages, with the claims of the case marked in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from itertools import chain
from typing import Any

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from verifier.actions.claims import MoveHighlight, Passage
from verifier.queries import documents
from verifier.queries.claims import ClaimSummary, HighlightRow
from verifier.reading.render import PdfView
from verifier.text.page_names import names_of
from verifier.text.regions import PictureRegion, Place, Region
from verifier.text.selectors import describe
from verifier.ui.inner_pictures import fetch_pictures
from verifier.ui.looks import verdict_mark
from verifier.ui.pages_of import Content, exact_range, pages_of, read_content
from verifier.ui.passages import rectangles_of, region_passage
from verifier.ui.picture_strip import PictureStrip
from verifier.ui.reader.anchor import anchor_from
from verifier.ui.reader.canvas import ReadingPosition, ZoomMode
from verifier.ui.reader.highlights import LinePattern, PaintedHighlight
from verifier.ui.reader.view import ReaderView
from verifier.ui.shell import Shell

AT_ONCE = 300
"""Claims whose marks are made between two events."""


class DocumentTab(QWidget):
    """One document in the middle of the window."""

    claim_wanted = Signal(object, object)
    """This tab, and the TextRange or Region in it that is to become a claim."""
    selection_changed = Signal()
    link_wanted = Signal(str)
    scans_wanted = Signal(str, int)
    """The scanned pages of the document with this id are to be read; the page in front, from 1."""

    def __init__(
        self,
        shell: Shell,
        document_id: str,
        content: Content | None = None,
        pdf: PdfView | None = None,
    ) -> None:
        """Show a document, whose content was read already or else is read now."""
        super().__init__()
        self._shell = shell
        self.document_id = document_id
        self.content = content or shell.read(read_content, document_id)
        self._painted: dict[str, list[PaintedHighlight]] = {}
        """By claim, for those with a passage in this edition."""
        self._claim_of: dict[str, str] = {}
        """By highlight."""
        self._selected = ""
        self._waiting: list[ClaimSummary] | None = None
        """Claims that are still to be marked, the next one last; None: not asked for yet."""
        self._marking = QTimer(self)
        self._marking.setSingleShot(True)
        self._marking.timeout.connect(self._mark_some)
        self.view = ReaderView(self, shell.theme.tokens)
        self.view.names = names_of(self.content.pages)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.strip = PictureStrip(self, self.view.names)
        self.strip.show_pages(self.content.row.notices, self.content.row.properties)
        self.strip.read_wanted.connect(self._want_scans)
        whole.addWidget(self.strip)
        whole.addWidget(self.view, 1)
        self.view.set_document(pages_of(self.content, self._boxes, pdf))
        fetch_pictures(shell, self.view, self.content.row.sha256, self.title)
        self.view.claim_wanted.connect(self._want_claim)
        self.view.selection_changed.connect(self._tell_selection)
        self.view.movable = True
        self.view.place_moved.connect(self.move_highlight)
        self.view.highlight_clicked.connect(self._click)
        self.view.highlight_opened.connect(self._click)
        self.view.link_activated.connect(self.link_wanted)
        shell.theme.changed.connect(self.view.set_tokens)
        shell.claims.reset.connect(self.mark_claims)
        shell.claims.updated.connect(self._follow)
        shell.selected.connect(self._select)
        self.mark_claims()

    def _boxes(self, number: int) -> bytes:
        with self._shell.workspace.reading() as session:
            return documents.page_boxes(session, self.content.row.text_layer_id, number)

    def close_document(self) -> None:
        """Let go of the file; threads and timers end."""
        self._marking.stop()
        shell = self._shell
        shell.theme.changed.disconnect(self.view.set_tokens)
        shell.claims.reset.disconnect(self.mark_claims)
        shell.claims.updated.disconnect(self._follow)
        shell.selected.disconnect(self._select)
        self.view.close_document()

    @property
    def title(self) -> str:
        """The title of the document."""
        return self.content.row.title

    @Slot(object)
    def _want_claim(self, place: Place) -> None:
        self.claim_wanted.emit(self, place)

    @Slot()
    def _want_scans(self) -> None:
        self.scans_wanted.emit(self.document_id, self.view.current_page())

    # Claims

    @Slot()
    def mark_claims(self) -> None:
        """Mark the passages of all claims; of very many, a few hundred between two events."""
        self._painted.clear()
        self._claim_of.clear()
        self._selected = self._shell.selection
        self._waiting = None
        if self._shell.claims.count_in(self.document_id) > AT_ONCE:
            self._marking.start(0)
        else:
            self._mark_some()

    @Slot()
    def _mark_some(self) -> None:
        if self._waiting is None:
            self._waiting = self._shell.claims.in_document(self.document_id)[::-1]
        for _ in range(min(AT_ONCE, len(self._waiting))):
            self._paint(self._waiting.pop())
        if self._waiting:
            self._marking.start(0)
        else:
            self.view.set_highlights(list(chain.from_iterable(self._painted.values())))

    def _paint(self, line: ClaimSummary) -> list[PaintedHighlight]:
        """What to show for a claim in this edition."""
        edition, claim_id = self.content.row.edition_id, line.claim.id
        found = [self._look(line, h) for h in line.highlights if h.edition_id == edition]
        if found:
            self._painted[claim_id] = found
            self._claim_of.update((highlight.id, claim_id) for highlight in found)
        return found

    def _look(self, line: ClaimSummary, highlight: HighlightRow) -> PaintedHighlight:
        mark = verdict_mark(line.assessment)
        verdict = mark.label or self.tr("Not rated")
        region = highlight.region
        return PaintedHighlight(
            id=highlight.id,
            label=line.claim.label,
            range=highlight.range,
            tint=mark.tint,
            line=mark.line,
            pattern=LinePattern(mark.pattern),
            sign=mark.icon,
            selected=line.claim.id == self._selected,
            description=f"{line.claim.label} · {verdict}: {line.claim.statement}",
            region=region if isinstance(region, Region) else None,
            picture=region if isinstance(region, PictureRegion) else None,
        )

    @Slot(object)
    def _follow(self, claim_ids: Iterable[str]) -> None:
        """Mark these claims as they are now; the others stay as they are."""
        if self._marking.isActive():
            self.mark_claims()
            return
        fresh: list[PaintedHighlight] = []
        before: set[str] = set()
        for claim_id in claim_ids:
            before.update(highlight.id for highlight in self._painted.pop(claim_id, ()))
            line = self._shell.claims.get(claim_id)
            fresh += self._paint(line) if line is not None else []
        gone = before - {highlight.id for highlight in fresh}
        for highlight_id in gone:
            self._claim_of.pop(highlight_id, None)
        if fresh or gone:
            self.view.change_highlights(fresh, gone)

    @Slot(str)
    def _select(self, claim_id: str) -> None:
        before, self._selected = self._selected, claim_id
        self._follow({before, claim_id} - {""})
        self.show_claim(claim_id)

    def show_claim(self, claim_id: str) -> None:
        """Scroll to the first passage of a claim; one of an earlier edition stands nowhere here."""
        line, edition = self._shell.claims.get(claim_id), self.content.row.edition_id
        own = [h for h in line.highlights if h.edition_id == edition] if line else []
        if own:
            self.view.ensure_visible(own[0].place)

    @Slot(str)
    def _click(self, highlight_id: str) -> None:
        claim_id = self._claim_of.get(highlight_id)
        if claim_id is not None:
            self._shell.select(claim_id)

    def show_passage(self, highlight_id: str) -> bool:
        """Scroll to a passage and draw the eye to it; whether it stands in this edition."""
        for highlight in self._painted.get(self._claim_of.get(highlight_id, ""), ()):
            if highlight.id == highlight_id:
                self.view.ensure_visible(highlight.kept, flash=True)
                return True
        return False

    # Selection

    @property
    def selection(self) -> Place | None:
        """The words that are selected, or the region that is marked."""
        return self.view.selected_place()

    @Slot()
    def _tell_selection(self) -> None:
        self.selection_changed.emit()

    def passage(self, wanted: Place) -> Passage:
        """A place as a passage: words without the blanks around them, never half a letter."""
        edition = self.content.row.edition_id
        if isinstance(wanted, Region):
            return region_passage(self.view, edition, wanted)
        exact = exact_range(self.content.text, wanted)
        said = describe(self.content.text, exact).quote
        rectangles = rectangles_of(self.view, exact)
        return Passage(edition, exact, said.quote, said.prefix, said.suffix, rectangles)

    @Slot(str, object)
    def move_highlight(self, highlight_id: str, wanted: Place) -> None:
        """Give a passage other ends, as its grips were dragged or keys moved them."""
        self._shell.do(MoveHighlight(highlight_id, self.passage(wanted)), self.tr("move highlight"))

    # Where the reading stands

    def place(self) -> dict[str, Any]:
        """Where the reading stands, to be remembered."""
        return asdict(self.view.position())

    def restore(self, place: Mapping[str, Any]) -> None:
        """Go back to where the reading stood; a place that makes no sense is ignored."""
        try:
            position = ReadingPosition(
                page=int(place["page"]),
                y=float(place["y"]),
                mode=ZoomMode(place["mode"]),
                zoom=float(place["zoom"]),
                rotation=int(place["rotation"]),
                columns=int(place["columns"]),
                anchor=anchor_from(place.get("anchor")),
            )
        except (KeyError, ValueError, TypeError):
            return
        self.view.restore(position)
