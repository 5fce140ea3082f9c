"""Who is said to have done it: every party's statement on a line of time."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from verifier.actions.attributions import Withdraw
from verifier.actions.base import Change
from verifier.queries.attributions import AttributionRow, IncidentRow, attributions, incidents
from verifier.ui.empty_state import EmptyState
from verifier.ui.looks import label as level_label
from verifier.ui.places.attribution_form import AttributionForm
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import clear_layout, column, frame, label, push_button, row, tool_button

KINDS = frozenset({"Attribution", "AttributionEvidence", "Incident"})
DATE_WIDTH = 92
WIDTH = 860


class Timeline(QScrollArea):
    """All attributions of the case by date, and the form to record one more."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.form: AttributionForm | None = None
        self.rows: tuple[AttributionRow, ...] = ()
        self.setAccessibleName(self.tr("Attribution"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._title = label(self.tr("Who is said to have done it"), "heading", wrap=True)
        self._about = label("", "muted", wrap=True)
        self.add = push_button(self.tr("Record attribution"), "primary")
        self.add.clicked.connect(self.begin)
        self._place = column()
        self._list = column(spacing=0)
        self._build()
        shell.changed.connect(self._follow)
        shell.theme.changed.connect(self.refresh)
        self.refresh()

    def _build(self) -> None:
        inner = QWidget()
        inner.setMaximumWidth(WIDTH)
        whole = QVBoxLayout(inner)
        whole.setContentsMargins(24, 24, 24, 24)
        whole.setSpacing(METRICS.space_m)
        head = row(self._title)
        head.setStretch(0, 1)
        head.addWidget(self.add)
        whole.addLayout(head)
        whole.addWidget(self._about)
        whole.addLayout(self._place)
        whole.addSpacing(METRICS.space_m)
        whole.addLayout(self._list)
        whole.addStretch()
        page = frame("window")
        centre = QHBoxLayout(page)
        centre.setContentsMargins(0, 0, 0, 0)
        centre.addStretch(1)
        centre.addWidget(inner, 100)
        centre.addStretch(1)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @Slot(object)
    def _follow(self, change: Change) -> None:
        if change.kinds & KINDS:
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read and show them again."""
        if not self._shell.is_open:
            return
        self.rows = self._shell.read(attributions)
        self._about.setText(" · ".join(_about(row) for row in self._shell.read(incidents)))
        self._about.setVisible(bool(self._about.text()))
        clear_layout(self._list)
        last = len(self.rows) - 1
        for at, attribution in enumerate(self.rows):
            card = AttributionCard(self._shell, attribution, is_first=at == 0, is_last=at == last)
            card.edit_wanted.connect(self._edit)
            self._list.addWidget(card)
        if not self.rows:
            self._list.addWidget(
                EmptyState(
                    "network",
                    self.tr("Nobody has been named yet"),
                    self.tr(
                        "Record who says who did it, since when, and in which words they put "
                        "their confidence. Our own rating stands apart from theirs."
                    ),
                )
            )

    @Slot()
    def begin(self) -> None:
        """Open the form for one more."""
        line = self._shell.claims.get(self._shell.selection)
        claim_id = line.claim.id if line and line.claim.kind == "attribution" else None
        self._open_form(AttributionForm(self._shell, claim_id=claim_id))

    @Slot()
    def _edit(self) -> None:
        card = self.sender()
        if isinstance(card, AttributionCard):
            self._open_form(AttributionForm(self._shell, card.row))

    def _open_form(self, form: AttributionForm) -> None:
        self._close_form()
        self.form = form
        form.done.connect(self._close_form)
        self._place.addWidget(form)
        form.begin()
        self.verticalScrollBar().setValue(0)

    @Slot()
    def _close_form(self) -> None:
        if self.form is not None:
            clear_layout(self._place)
            self.form = None
            self.add.setFocus()


def _about(incident: IncidentRow) -> str:
    days = "–".join(dict.fromkeys(day for day in (incident.start, incident.end) if day))
    return f"{incident.name} ({days})" if days else incident.name


class _Rail(QWidget):
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
    """One statement."""

    edit_wanted = Signal()

    def __init__(
        self, shell: Shell, attribution: AttributionRow, *, is_first: bool, is_last: bool
    ) -> None:
        super().__init__()
        self._shell = shell
        self.row = attribution
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
        line.addWidget(_Rail(colour, tokens.border, is_first=is_first, is_last=is_last))
        box = QVBoxLayout()
        box.setContentsMargins(0, 4, 0, 8)
        box.addWidget(self._card())
        line.addLayout(box, 1)
        self.setAccessibleName(f"{attribution.date}: {attribution.party}, {attribution.actor}")

    def _card(self) -> QFrame:
        said = self.row
        card = frame("card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(14, 10, 10, 12)
        inner.setSpacing(METRICS.space_xs)
        actor = label(said.actor or self.tr("Nobody named"), wrap=True)
        bold = QFont(actor.font())
        bold.setWeight(QFont.Weight.DemiBold)
        actor.setFont(bold)
        edit = tool_button("pencil", self.tr("Edit this attribution"))
        edit.clicked.connect(self.edit_wanted)
        away = tool_button("x", self.tr("Withdraw this attribution"))
        away.clicked.connect(self._withdraw)
        top = row(actor, edit, away, spacing=METRICS.space_xs)
        top.setStretch(0, 1)
        inner.addLayout(top)
        country = f" ({said.party_country})" if said.party_country else ""
        inner.addWidget(label(self.tr("says %1").replace("%1", said.party + country), wrap=True))
        if said.stated_confidence:
            inner.addWidget(self._in_their_words())
        chips = self._chips()
        if chips:
            line = row(*(label(words, "chip") for words in chips), spacing=METRICS.space_xs)
            line.addStretch()
            inner.addLayout(line)
        for words in self._ours():
            inner.addWidget(label(words, "muted", wrap=True))
        return card

    def _in_their_words(self) -> QWidget:
        box = frame("quote")
        inner = QVBoxLayout(box)
        inner.setContentsMargins(10, 6, 8, 6)
        inner.addWidget(label(f"“{self.row.stated_confidence}”", wrap=True))
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
        if said.contested_by:
            who = ", ".join(said.contested_by)
            found.append(self.tr("Contested by %1").replace("%1", who))
        return found

    @Slot()
    def _withdraw(self) -> None:
        self._shell.do(Withdraw("Attribution", self.row.id), self.tr("withdraw attribution"))
