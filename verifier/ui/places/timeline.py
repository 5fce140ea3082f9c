"""Who is said to have done it: incidents, and every party's statement on a line of time."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from verifier.actions.base import Change
from verifier.queries.attributions import AttributionRow, attributions, incidents
from verifier.queries.evidence import EvidenceRow, evidence
from verifier.ui.attribution.card import AttributionCard
from verifier.ui.attribution.form import AttributionForm
from verifier.ui.attribution.incidents import Incidents
from verifier.ui.empty_state import EmptyState
from verifier.ui.pages_of import is_readable
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import clear_layout, column, fill_centred, label, push_button
from verifier.ui.wrapping import Head

KINDS = frozenset({"Attribution", "AttributionEvidence", "Incident", "Evidence"})
WIDTH = 860


class Timeline(QScrollArea):
    """The incidents, all attributions of the case by date, and the form to record one more."""

    open_wanted = Signal(str)
    """An item of the locker is to be opened for reading."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.form: AttributionForm | None = None
        self._editing = ""
        self._only = ""
        self.rows: tuple[AttributionRow, ...] = ()
        self._items: dict[str, EvidenceRow] = {}
        self.cards: dict[str, AttributionCard] = {}
        self.setAccessibleName(self.tr("Attribution"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._title = label(self.tr("Who is said to have done it"), "heading", wrap=True)
        self.incidents = Incidents(shell)
        self.incidents.filtered.connect(self._filter)
        self.add_incident = push_button(self.tr("New incident"))
        self.add_incident.clicked.connect(self.incidents.add)
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
        head = Head(self._title, self.add_incident, self.add)
        whole.addLayout(head)
        whole.addSpacing(METRICS.space_m)
        whole.addWidget(self.incidents)
        whole.addLayout(self._place)
        whole.addSpacing(METRICS.space_m)
        whole.addLayout(self._list)
        whole.addStretch()
        fill_centred(self, inner)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    @Slot(object)
    def _follow(self, change: Change) -> None:
        if change.kinds & KINDS:
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read and show them again; a form that is open stays as it is."""
        if not self._shell.is_open:
            return
        read = self._shell.read
        self.rows = read(attributions)
        named = {each for said in self.rows for each in said.evidence_ids}
        self._items = {item.id: item for item in read(evidence, evidence_ids=named)}
        counts = Counter(said.incident_id for said in self.rows if said.incident_id)
        self.incidents.show_incidents(read(incidents), dict(counts))
        self._show_cards()

    def _show_cards(self) -> None:
        form = self.form
        if form is not None:
            form.setParent(None)
        clear_layout(self._list)
        shown = [said for said in self.rows if self._only in ("", said.incident_id)]
        self.cards = {}
        for at, said in enumerate(shown):
            card = AttributionCard(
                self._shell, said, self._items, is_first=at == 0, is_last=at == len(shown) - 1
            )
            card.edit_wanted.connect(self._edit)
            card.open_wanted.connect(self._open)
            self.cards[said.id] = card
            self._list.addWidget(card)
        if form is not None:
            self._put(form)
        if not self.rows:
            self._list.addWidget(self._empty())

    def _empty(self) -> EmptyState:
        return EmptyState(
            "network",
            self.tr("Nobody has been named yet"),
            self.tr(
                "Record who says who did it, since when, and in which words they put "
                "their confidence. Our own rating stands apart from theirs."
            ),
        )

    @Slot(str)
    def _filter(self, incident_id: str) -> None:
        self._only = incident_id
        self._show_cards()

    # The form

    @Slot()
    def begin(self) -> None:
        """Open the form for one more."""
        line = self._shell.claims.get(self._shell.selection)
        claim_id = line.claim.id if line and line.claim.kind == "attribution" else None
        known = list(self.incidents.cards)
        incident_id = self._only or (known[0] if len(known) == 1 else "")
        self._open_form(
            AttributionForm(self._shell, claim_id=claim_id, incident_id=incident_id or None)
        )
        self.verticalScrollBar().setValue(0)

    @Slot(str)
    def _edit(self, attribution_id: str) -> None:
        said = next(row for row in self.rows if row.id == attribution_id)
        self._open_form(AttributionForm(self._shell, said), attribution_id)

    def _open_form(self, form: AttributionForm, attribution_id: str = "") -> None:
        self._close_form()
        self.form, self._editing = form, attribution_id
        form.done.connect(self._close_form)
        self._put(form)
        form.begin()

    def _put(self, form: AttributionForm) -> None:
        card = self.cards.get(self._editing)
        if card is None:
            self._place.addWidget(form)
        else:
            card.take_form(form)
        form.show()

    @Slot()
    def _close_form(self) -> None:
        form, self.form, self._editing = self.form, None, ""
        if form is not None:
            form.hide()
            form.deleteLater()
            for card in self.cards.values():
                card.card.show()
            self.add.setFocus()

    @Slot(str)
    def _open(self, evidence_id: str) -> None:
        item = self._items[evidence_id]
        if is_readable(item):
            self.open_wanted.emit(evidence_id)
        else:
            QDesktopServices.openUrl(QUrl(item.url))
