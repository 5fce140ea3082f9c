"""What is cited for a claim: cards with stance, source, quoted words and grade."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from verifier.actions.evidence import WithdrawCitation
from verifier.queries import evidence
from verifier.queries.evidence import CitationRow, EvidenceRow, SourceRow
from verifier.ui.chips import ChipLabel
from verifier.ui.icons import icon
from verifier.ui.inspector.citation_form import CitationForm, Subject
from verifier.ui.inspector.data import ClaimData
from verifier.ui.looks import label as level_label
from verifier.ui.looks import stance_chip
from verifier.ui.pages_of import is_readable
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import Section, clear_layout, column, frame, label, row, tool_button
from verifier.ui.words import STANCES, word

QUOTE_AT_MOST = 240
WEB = ("http", "https")


class Citations(QWidget):
    """The sources of a claim, and the form to attach one more."""

    form_opened = Signal()
    evidence_wanted = Signal(str, str)
    """An item of the locker is to be opened: its id and the citation's."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._claim: ClaimData | None = None
        self._shown: tuple[object, ...] = ()
        self.form: CitationForm | None = None
        self._opened = ""
        self._section = Section(self.tr("SOURCES"))
        self.add = tool_button("plus", self.tr("Add a source"))
        self.add.clicked.connect(self.begin)
        self._section.head.addWidget(self.add)
        self._place = column()
        self._list = column()
        self._section.body.addLayout(self._place)
        self._section.body.addLayout(self._list)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._section)

    def show_claim(self, data: ClaimData) -> None:
        """Show what is cited for a claim."""
        if self._claim is not None and self._claim.row.id != data.row.id:
            self._close_form()
        self._claim = data
        self.add.setEnabled(not data.is_locked)
        used = tuple(data.source_of(citation) for citation in data.citations)
        dark = self._shell.theme.tokens.dark
        wanted = (dark, data.row.id, data.is_locked, data.citations, used)
        if wanted == self._shown:
            return
        self._shown = wanted
        clear_layout(self._list)
        for citation in data.citations:
            self._list.addWidget(self._card(data, citation))
        if not data.citations:
            words = self.tr("Nothing is cited yet. Press L to add a source.")
            self._list.addWidget(label(words, "muted", wrap=True))
        title = self.tr("SOURCES")
        self._section.name(f"{title} · {len(data.citations)}" if data.citations else title)

    def _card(self, data: ClaimData, citation: CitationRow) -> CitationCard:
        card = CitationCard(
            self._shell,
            citation,
            data.source_of(citation),
            data.evidence.get(citation.evidence_id),
            may_change=not data.is_locked,
        )
        card.open_wanted.connect(self._open)
        card.edit_wanted.connect(self._edit)
        card.withdraw_wanted.connect(self._withdraw)
        return card

    @Slot()
    def begin(self) -> None:
        """Open the form for one more source."""
        if self._claim is None or self._claim.is_locked:
            return
        if self.form is None:
            form = CitationForm(self._shell, self._claim.row.id)
            form.offer_sources(self._shell.read(evidence.sources))
            self._open_form(form)
        if self.form is not None:
            self.form.begin()

    def open_evidence(self) -> None:
        """Open what is cited first, of that which can be read here; again: what is cited next."""
        data = self._claim
        cited = data.citations if data is not None else ()
        ids = [row.id for row in cited if data is not None and can_open(data, row)]
        if not ids:
            self._shell.tell_hint(self.tr("Nothing cited for this claim can be opened here."))
            return
        at = ids.index(self._opened) + 1 if self._opened in ids else 0
        self._want(next(row for row in cited if row.id == ids[at % len(ids)]))

    @Slot()
    def _open(self) -> None:
        card = self.sender()
        if isinstance(card, CitationCard):
            self._want(card.citation)

    def _want(self, citation: CitationRow) -> None:
        self._opened = citation.id
        self.evidence_wanted.emit(citation.evidence_id, citation.id)

    @Slot()
    def _edit(self) -> None:
        card = self.sender()
        if isinstance(card, CitationCard) and self._claim is not None:
            self._close_form()
            subject = Subject(card.citation, card.source)
            self._open_form(CitationForm(self._shell, self._claim.row.id, subject))

    @Slot()
    def _withdraw(self) -> None:
        card = self.sender()
        if isinstance(card, CitationCard):
            self._shell.do(WithdrawCitation(card.citation.id), self.tr("take source away"))

    def _open_form(self, form: CitationForm) -> None:
        self.form = form
        form.done.connect(self._close_form)
        self._place.addWidget(form)
        form.begin()
        self.form_opened.emit()

    @Slot()
    def _close_form(self) -> None:
        if self.form is not None:
            had_focus = self.form.isAncestorOf(self.focusWidget() or self)
            clear_layout(self._place)
            self.form = None
            if had_focus:
                self.add.setFocus()


def can_open(data: ClaimData, citation: CitationRow) -> bool:
    """Whether what is cited can be read in the window."""
    item = data.evidence.get(citation.evidence_id)
    return item is not None and is_readable(item)


class CitationCard(QFrame):
    """One citation."""

    open_wanted = Signal()
    edit_wanted = Signal()
    withdraw_wanted = Signal()

    def __init__(
        self,
        shell: Shell,
        citation: CitationRow,
        source: SourceRow | None,
        item: EvidenceRow | None,
        *,
        may_change: bool,
    ) -> None:
        super().__init__()
        self.citation = citation
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
        if citation.quote:
            whole.addWidget(self._quote())
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

    def _quote(self) -> QWidget:
        words = " ".join(self.citation.quote.split())
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
