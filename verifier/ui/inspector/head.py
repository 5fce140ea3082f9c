"""The top of the inspector: number, status, the passages, what is claimed, by whom and when."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from verifier.actions.claims import EditClaim, RemoveHighlight
from verifier.queries.claims import HighlightRow
from verifier.queries.seen_text import ocr_pages
from verifier.states import Anchoring
from verifier.text.regions import PictureRegion
from verifier.ui.combo import choose_in, combo
from verifier.ui.drafts import DraftLine, DraftText, Save
from verifier.ui.inspector.data import ClaimData
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import Section, clear_layout, column, frame, label, row, tool_button
from verifier.ui.words import KINDS, STATUSES, word

QUOTE_AT_MOST = 280


class Head(QWidget):
    """Who, what, where and when of a claim."""

    passage_wanted = Signal(str, str)
    """Document id and highlight id of a passage to look at."""
    step_wanted = Signal(int)
    withdraw_wanted = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._claim: ClaimData | None = None
        self._latest: dict[str, str] = {}
        self._title = label("", "title")
        self._status = label("", "chip")
        self._passages = column(spacing=METRICS.space_s)
        self.statement = DraftText(shell.drafts, self._save_statement)
        self.statement.setAccessibleName(self.tr("Statement"))
        self.statement.setPlaceholderText(self.tr("What is claimed, in one sentence of its own"))
        self.statement.setFixedHeight(76)
        self.kind = combo(self.tr("Kind of claim"), [(code, word(KINDS, code)) for code in KINDS])
        self.kind.activated.connect(self._choose_kind)
        self.claimant = self._line(self.tr("Claimant"), self.tr("Who says so"), self._save_claimant)
        self.date = self._line(self.tr("Date of the claim"), "2022-01-14", self._save_date)
        self._build()

    def _line(self, name: str, hint: str, save: Save) -> DraftLine:
        made = DraftLine(self._shell.drafts, save)
        made.setAccessibleName(name)
        made.setPlaceholderText(hint)
        return made

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(METRICS.space_m + 4)
        whole.addLayout(self._top())
        whole.addLayout(self._passages)
        section = Section(self.tr("STATEMENT"))
        section.body.addWidget(self.statement)
        whole.addWidget(section)
        grid = QGridLayout()
        grid.setSpacing(METRICS.space_s)
        for at, (words, field) in enumerate(
            (
                (self.tr("Kind"), self.kind),
                (self.tr("Claimant"), self.claimant),
                (self.tr("Date"), self.date),
            )
        ):
            grid.addWidget(label(words, "muted"), at, 0)
            grid.addWidget(field, at, 1)
        grid.setColumnStretch(1, 1)
        whole.addLayout(grid)

    def _top(self) -> QHBoxLayout:
        up = tool_button("chevron-up", self.tr("Previous claim"))
        up.clicked.connect(self._step_up)
        down = tool_button("chevron-down", self.tr("Next claim"))
        down.clicked.connect(self._step_down)
        away = tool_button("trash-2", self.tr("Withdraw this claim"))
        away.clicked.connect(self.withdraw_wanted)
        top = row(self._title, self._status)
        top.addStretch()
        for button in (away, up, down):
            top.addWidget(button)
        return top

    @Slot()
    def _step_up(self) -> None:
        self.step_wanted.emit(-1)

    @Slot()
    def _step_down(self) -> None:
        self.step_wanted.emit(1)

    def show_claim(self, data: ClaimData) -> None:
        """Show a claim; what is being typed about it stays."""
        is_other = self._claim is None or self._claim.row.id != data.row.id
        passages_differ = (
            is_other or self._claim is None or self._claim.highlights != data.highlights
        )
        latest = {document.id: document.edition_id for document in self._shell.documents}
        passages_differ = passages_differ or latest != self._latest
        self._claim, self._latest = data, latest
        self._title.setText(self.tr("Claim %1").replace("%1", data.row.label))
        self._status.setText(word(STATUSES, data.row.status))
        self.statement.show_text(data.row.statement, force=is_other)
        self.claimant.show_text(data.row.claimant, force=is_other)
        self.date.show_text(data.row.date, force=is_other)
        choose_in(self.kind, data.row.kind)
        for field in (self.statement, self.claimant, self.date):
            field.setReadOnly(data.is_locked)
        self.kind.setEnabled(not data.is_locked)
        if passages_differ:
            self._show_passages(data)

    def _show_passages(self, data: ClaimData) -> None:
        clear_layout(self._passages)
        titles = {document.id: document.title for document in self._shell.documents}
        seen = {row.edition_id: ocr_pages(row.notices) for row in self._shell.documents}
        for highlight in data.highlights:
            is_seen = highlight.page in seen.get(highlight.edition_id, ())
            said = data.running.said(highlight)
            title = titles.get(highlight.document_id, "")
            page = self._shell.pages.of(highlight.edition_id).with_number(highlight.page)
            card = PassageCard(highlight, said, page, title, is_seen=is_seen)
            card.wanted.connect(self._show_passage)
            latest = self._latest.get(highlight.document_id, highlight.edition_id)
            if highlight.edition_id != latest:
                card.tell_earlier()
            if len(data.highlights) > 1:
                card.removed.connect(self._remove_passage)
                card.offer_removal()
            self._passages.addWidget(card)
        if not data.highlights:
            words = self.tr("No passage yet: select words in a document and press Shift+H.")
            self._passages.addWidget(label(words, "muted", wrap=True))

    @Slot()
    def _show_passage(self) -> None:
        card = self.sender()
        if isinstance(card, PassageCard):
            self.passage_wanted.emit(card.highlight.document_id, card.highlight.id)

    @Slot()
    def _remove_passage(self) -> None:
        card = self.sender()
        if isinstance(card, PassageCard):
            self._shell.do(RemoveHighlight(card.highlight.id), self.tr("remove passage"))

    def _edit(self, text: str, merge: str, **changes: str) -> bool:
        assert self._claim is not None
        claim_id = self._claim.row.id
        return self._shell.do(EditClaim(claim_id, changes), text, merge=f"{merge}:{claim_id}")

    def _save_statement(self, text: str) -> bool:
        return self._edit(self.tr("edit statement"), "statement", statement=text.strip())

    def _save_claimant(self, text: str) -> bool:
        return self._edit(self.tr("edit claimant"), "claimant", claimant=text.strip())

    def _save_date(self, text: str) -> bool:
        return self._edit(self.tr("edit date"), "date", date=text.strip())

    @Slot(int)
    def _choose_kind(self, _at: int) -> None:
        code = str(self.kind.currentData() or "")
        if self._claim is not None and code != self._claim.row.kind:
            self._edit(self.tr("change kind"), "kind", kind=code)


class PassageCard(QWidget):
    """A passage as its document says it (`said`, in one line); a click shows it there."""

    wanted = Signal()
    removed = Signal()

    def __init__(
        self,
        highlight: HighlightRow,
        said: str,
        page: str,
        document: str,
        *,
        is_seen: bool = False,
    ) -> None:
        super().__init__()
        self.highlight = highlight
        box = frame("quote")
        quote = said
        region = self.tr("A region of the page")
        if isinstance(highlight.region, PictureRegion):
            number = str(highlight.region.number)
            region = self.tr("A region of picture %1").replace("%1", number)
        if len(quote) > QUOTE_AT_MOST:
            quote = quote[: QUOTE_AT_MOST - 1].rstrip() + "…"
        words = label(f"“{quote}”" if quote else region, wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        place = self.tr("Page %1 · %2").replace("%1", page).replace("%2", document)
        if is_seen and quote:
            place = f"{place} · {self.tr('read by OCR: compare with the picture')}"
        where = QLabel(place)
        where.setProperty("role", "muted")
        where.setWordWrap(True)
        self._bottom = row(where)
        self._bottom.setStretch(0, 1)
        show = tool_button("eye", self.tr("Show this passage"))
        show.clicked.connect(self.wanted)
        self._bottom.addWidget(show)
        inner = QVBoxLayout(box)
        inner.setContentsMargins(12, 8, 6, 6)
        inner.setSpacing(METRICS.space_xs)
        self._earlier = label("", "warning", wrap=True)
        self._earlier.hide()
        inner.addWidget(words)
        inner.addWidget(self._earlier)
        inner.addLayout(self._bottom)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(box)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._remove: QToolButton | None = None

    def offer_removal(self) -> None:
        """Let the passage be taken from the claim."""
        remove = tool_button("x", self.tr("Take this passage from the claim"))
        remove.clicked.connect(self.removed)
        self._bottom.addWidget(remove)

    def tell_earlier(self) -> None:
        """Say that the document has a newer edition, in which this passage has no place."""
        words = self.tr("In an earlier edition only: waits for a decision")
        if self.highlight.anchoring == Anchoring.GONE:
            words = self.tr("In an earlier edition only")
        self._earlier.setText(words)
        self._earlier.show()

    @property
    def told_of_edition(self) -> str:
        """What is said of the edition that the passage stands in."""
        return self._earlier.text()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click shows the passage in its document."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.wanted.emit()
