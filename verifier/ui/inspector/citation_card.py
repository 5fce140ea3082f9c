"""One citation as a card: what is cited, in which words, what it does, how it is graded."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from verifier.queries.evidence import CitationRow, EvidenceRow, SourceRow
from verifier.ui.chips import ChipLabel
from verifier.ui.icons import icon
from verifier.ui.looks import label as level_label
from verifier.ui.looks import stance_chip
from verifier.ui.pages_of import is_readable
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import frame, label, row, tool_button
from verifier.ui.words import STANCES, word

QUOTE_AT_MOST = 240
WEB = ("http", "https")


class CitationCard(QFrame):
    """One citation; `said` are the quoted words in one line."""

    open_wanted = Signal()
    edit_wanted = Signal()
    withdraw_wanted = Signal()

    def __init__(
        self,
        shell: Shell,
        citation: CitationRow,
        said: str,
        source: SourceRow | None,
        item: EvidenceRow | None,
        *,
        may_change: bool,
        flagged: bool = False,
        is_seen: bool = False,
    ) -> None:
        super().__init__()
        self.citation = citation
        self._said = said
        self.source = source
        self._item = item
        self.setProperty("panel", "card")
        stance = word(STANCES, citation.stance)
        chip = ChipLabel(stance_chip(citation.stance, stance, shell.theme.tokens))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(10, 8, 8, 8)
        whole.setSpacing(METRICS.space_xs)
        top = row(self._icon(), self._title())
        top.setStretch(1, 1)
        whole.addLayout(top)
        if self._from():
            whole.addWidget(label(self._from(), "muted", wrap=True))
        if flagged:
            words = self.tr("The file was changed or is missing: see the locker.")
            whole.addWidget(label(words, "error", wrap=True))
        if citation.quote:
            whole.addWidget(self._quote())
        if is_seen:
            words = self.tr("Read by OCR: compare with the picture.")
            whole.addWidget(label(words, "muted", wrap=True))
        for words in self._more():
            whole.addWidget(label(words, "muted", wrap=True))
        bottom = row(chip, spacing=METRICS.space_xs)
        if self.grade:
            bottom.addWidget(self._grade())
        bottom.addStretch()
        self._add_buttons(bottom, may_change=may_change)
        whole.addLayout(bottom)
        self.setAccessibleName(f"{stance}: {self.name}")

    @property
    def name(self) -> str:
        """What is cited, in one line."""
        if self.source is not None and self.source.name:
            return self.source.name
        item = self._item
        return (item.title or item.file_name or item.url) if item is not None else ""

    @property
    def grade(self) -> str:
        """Reliability and credibility together: "B2"."""
        reliability = self.source.reliability if self.source is not None else ""
        return f"{reliability}{self.citation.credibility}"

    @property
    def url(self) -> str:
        """Where it can be looked at."""
        for place in (self.source, self._item):
            if place is not None and QUrl(place.url).scheme() in WEB:
                return place.url
        return ""

    def _icon(self) -> QLabel:
        name = "paperclip" if self._item is not None and self._item.blob_sha256 else "landmark"
        sign = QLabel()
        sign.setPixmap(icon(name).pixmap(16, 16))
        sign.setFixedWidth(18)
        sign.setAlignment(Qt.AlignmentFlag.AlignTop)
        return sign

    def _title(self) -> QLabel:
        title = label(self.name, wrap=True)
        font = QFont(title.font())
        font.setWeight(QFont.Weight.DemiBold)
        title.setFont(font)
        return title

    def _from(self) -> str:
        parts = []
        if self.source is not None:
            parts = [self.source.publisher, self.source.published]
        parts.append(self.citation.locator)
        return " · ".join(part for part in parts if part and part != self.name)

    def _more(self) -> list[str]:
        found = []
        item = self._item
        has_text = item is not None and item.text_layer_id is not None
        if self.citation.quote and has_text and self.citation.start is None:
            found.append(self.tr("These words were not found in the text of the evidence."))
        if self.citation.note:
            found.append(self.citation.note)
        if self.origin:
            found.append(self.tr("Shared origin: %1").replace("%1", self.origin))
        return found

    @property
    def origin(self) -> str:
        """The origin it shares with other evidence, or that its source shares."""
        own = self._item.origin_group if self._item is not None else ""
        return own or (self.source.independence_group if self.source is not None else "")

    def _quote(self) -> QWidget:
        words = self._said
        if len(words) > QUOTE_AT_MOST:
            words = words[: QUOTE_AT_MOST - 1].rstrip() + "…"
        box = frame("quote")
        inner = QVBoxLayout(box)
        inner.setContentsMargins(10, 6, 8, 6)
        text = label(f"“{words}”", wrap=True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inner.addWidget(text)
        return box

    def _grade(self) -> QLabel:
        made = label(self.grade, "chip")
        reliability = self.source.reliability if self.source is not None else ""
        words = [
            level_label("nato-reliability", reliability),
            level_label("nato-credibility", self.citation.credibility),
        ]
        tip = " · ".join(part for part in words if part)
        made.setToolTip(tip)
        made.setAccessibleName(f"{self.grade}: {tip}")
        return made

    def _add_buttons(self, bottom: QHBoxLayout, *, may_change: bool) -> None:
        buttons = []
        if self._item is not None and is_readable(self._item):
            read = tool_button("book-open", self.tr("Open evidence beside the report (E)"))
            read.clicked.connect(self.open_wanted)
            buttons.append(read)
        if self.url:
            link = tool_button("external-link", self.tr("Open the link in the browser"))
            link.clicked.connect(self._open)
            buttons.append(link)
        if may_change:
            edit = tool_button("pencil", self.tr("Edit this source"))
            edit.clicked.connect(self.edit_wanted)
            away = tool_button("x", self.tr("Take this source away from the claim"))
            away.clicked.connect(self.withdraw_wanted)
            buttons += [edit, away]
        for button in buttons:
            bottom.addWidget(button)

    @Slot()
    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl(self.url))
