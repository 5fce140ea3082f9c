"""One party's statement on the line of time."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from verifier.actions.attributions import Withdraw
from verifier.queries.attributions import AttributionRow
from verifier.queries.evidence import EvidenceRow
from verifier.ui.forms.field import as_records
from verifier.ui.looks import label as level_label
from verifier.ui.pages_of import is_readable, title_of
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import frame, label, push_button, row, tool_button

DATE_WIDTH = 92


class Rail(QWidget):
    """The line of time beside a card, with a dot for its date."""

    def __init__(self, colour: str, line: str, *, is_first: bool, is_last: bool) -> None:
        super().__init__()
        self._colour, self._line = colour, line
        self._is_first, self._is_last = is_first, is_last
        self.setFixedWidth(24)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, y = self.width() / 2, 24.0
        painter.setPen(QPen(QColor(self._line), 2))
        top = y if self._is_first else 0.0
        bottom = y if self._is_last else float(self.height())
        painter.drawLine(QPointF(x, top), QPointF(x, bottom))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colour))
        painter.drawEllipse(QPointF(x, y), 6, 6)
        painter.end()


class AttributionCard(QWidget):
    """Who says who did it, in which words, on what grounds, and what came of it."""

    edit_wanted = Signal(str)
    open_wanted = Signal(str)
    """An item of the locker that it rests on is to be opened."""

    def __init__(
        self,
        shell: Shell,
        attribution: AttributionRow,
        items: Mapping[str, EvidenceRow],
        *,
        is_first: bool,
        is_last: bool,
    ) -> None:
        super().__init__()
        self._shell = shell
        self.row = attribution
        self._items = [items[each] for each in attribution.evidence_ids if each in items]
        tokens = shell.theme.tokens
        date = label(attribution.date or self.tr("undated"), "muted")
        date.setFixedWidth(DATE_WIDTH)
        date.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignTrailing)
        date.setContentsMargins(0, 16, 0, 0)
        colour = tokens.muted if attribution.different_incident else tokens.accent
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(METRICS.space_m)
        line.addWidget(date)
        line.addWidget(Rail(colour, tokens.border, is_first=is_first, is_last=is_last))
        self.box = QVBoxLayout()
        self.box.setContentsMargins(0, 4, 0, 8)
        self.card = self._card()
        self.box.addWidget(self.card)
        line.addLayout(self.box, 1)
        self.setAccessibleName(f"{attribution.date}: {attribution.party}, {attribution.actor}")

    def take_form(self, form: QWidget) -> None:
        """Let a form stand in the place of the words."""
        self.card.hide()
        self.box.addWidget(form)

    def _card(self) -> QFrame:
        said = self.row
        card = frame("card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(14, 10, 10, 12)
        inner.setSpacing(METRICS.space_xs)
        inner.addLayout(self._top())
        country = f" ({said.party_country})" if said.party_country else ""
        inner.addWidget(label(self.tr("says %1").replace("%1", said.party + country), wrap=True))
        if said.stated_confidence:
            inner.addWidget(self._in_their_words())
        chips = self._chips()
        if chips:
            line = row(*(label(words, "chip") for words in chips), spacing=METRICS.space_xs)
            line.addStretch()
            inner.addLayout(line)
        for words in (*self._theirs(), *self._ours()):
            inner.addWidget(label(words, "muted", wrap=True))
        for item in self._items:
            inner.addWidget(self._evidence(item), alignment=Qt.AlignmentFlag.AlignLeading)
        return card

    def _top(self) -> QHBoxLayout:
        said = self.row
        names = " / ".join((said.actor or self.tr("Nobody named"), *said.actor_aliases))
        actor = label(names, wrap=True)
        bold = QFont(actor.font())
        bold.setWeight(QFont.Weight.DemiBold)
        actor.setFont(bold)
        claim = self._shell.claims.get(said.claim_id or "")
        buttons = []
        if claim is not None:
            look = push_button(claim.claim.label, "quiet")
            look.setToolTip(claim.claim.statement)
            look.clicked.connect(self._select)
            buttons.append(look)
        edit = tool_button("pencil", self.tr("Edit this attribution"))
        edit.clicked.connect(self._edit)
        away = tool_button("x", self.tr("Withdraw this attribution"))
        away.clicked.connect(self._withdraw)
        top = row(actor, *buttons, edit, away, spacing=METRICS.space_xs)
        top.setStretch(0, 1)
        return top

    def _in_their_words(self) -> QWidget:
        box = frame("quote")
        inner = QVBoxLayout(box)
        inner.setContentsMargins(10, 6, 8, 6)
        band = f"  ({self.row.stated_band})" if self.row.stated_band else ""
        inner.addWidget(label(f"“{self.row.stated_confidence}”{band}", wrap=True))
        return box

    def _chips(self) -> list[str]:
        said = self.row
        found = [
            level_label("actor-category", said.actor_category),
            *(level_label("attribution-nature", code) for code in said.natures),
        ]
        if said.different_incident:
            found.append(self.tr("speaks of another incident"))
        return [words for words in found if words][:4]

    def _theirs(self) -> list[str]:
        said = self.row
        state = level_label("healey", said.state_responsibility)
        told = (
            (self.tr("Attributed by"), level_label("attribution-basis", said.basis)),
            (self.tr("Type"), level_label("attribution-type", said.kind)),
            (self.tr("Sponsor"), " · ".join(part for part in (said.sponsor_state, state) if part)),
            (self.tr("Reaches"), level_label("attribution-level", said.level)),
            (
                self.tr("Indicators"),
                ", ".join(level_label("attribution-indicator", code) for code in said.indicators),
            ),
            (self.tr("Not disclosed"), said.not_disclosed),
            (self.tr("Contested by"), ", ".join(said.contested_by)),
            (
                self.tr("Legal"),
                as_records(said.legal, ("kind", "date", "reference")).replace("\n", " · "),
            ),
            (self.tr("Note"), said.note),
        )
        return [f"{name}: {words}" for name, words in told if words]

    def _ours(self) -> list[str]:
        said, found = self.row, []
        if said.likelihood:
            words = level_label(said.likelihood_scale, said.likelihood)
            found.append(self.tr("Our likelihood: %1").replace("%1", words))
        if said.confidence:
            words = level_label(said.confidence_scale, said.confidence)
            found.append(self.tr("Our confidence: %1").replace("%1", words))
        if said.reason:
            found.append(said.reason)
        return found

    def _evidence(self, item: EvidenceRow) -> QWidget:
        words = " ".join(title_of(item).split())
        made = push_button(words if len(words) <= 80 else f"{words[:79]}…", "link")
        made.setToolTip(words)
        made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        made.setEnabled(is_readable(item) or item.url.startswith(("http://", "https://")))
        made.setProperty("item", item.id)
        made.clicked.connect(self._open)
        return made

    @Slot()
    def _edit(self) -> None:
        self.edit_wanted.emit(self.row.id)

    @Slot()
    def _select(self) -> None:
        self._shell.select(self.row.claim_id or "")

    @Slot()
    def _open(self) -> None:
        self.open_wanted.emit(str(self.sender().property("item")))

    @Slot()
    def _withdraw(self) -> None:
        self._shell.do(Withdraw("Attribution", self.row.id), self.tr("withdraw attribution"))
