"""What is cited for a claim: cards with stance, source, quoted words and grade."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from verifier.actions.evidence import WithdrawCitation
from verifier.queries import evidence
from verifier.queries.evidence import CitationRow
from verifier.states import Stance
from verifier.ui.inspector.citation_card import CitationCard
from verifier.ui.inspector.citation_form import CitationForm, Subject
from verifier.ui.inspector.data import ClaimData
from verifier.ui.pages_of import is_readable
from verifier.ui.shell import Shell
from verifier.ui.widgets import Section, clear_layout, column, label, tool_button


class Citations(QWidget):
    """The sources of a claim, and the form to attach one more.

    A form in which something was written waits for its claim while another one is looked at.
    """

    form_opened = Signal()
    files_wanted = Signal()
    evidence_wanted = Signal(str, str)
    """An item of the locker is to be opened: its id and the citation's."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._claim: ClaimData | None = None
        self._shown: tuple[object, ...] = ()
        self.form: CitationForm | None = None
        self._waiting: dict[str, CitationForm] = {}
        shell.closed.connect(self._forget_forms)
        self._opened = ""
        self._section = Section(self.tr("SOURCES"))
        self.add = tool_button("plus", self.tr("Add a source"))
        self.add.clicked.connect(self.begin)
        self.attach = tool_button("paperclip", self.tr("Attach files as evidence (Shift+L)"))
        self.attach.clicked.connect(self.files_wanted)
        self._section.head.addWidget(self.attach)
        self._section.head.addWidget(self.add)
        self._place = column()
        self._list = column()
        self.confirmed = label("", "muted", wrap=True)
        self._section.body.addWidget(self.confirmed)
        self._section.body.addLayout(self._place)
        self._section.body.addLayout(self._list)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._section)

    def show_claim(self, data: ClaimData) -> None:
        """Show what is cited for a claim."""
        if self._claim is not None and self._claim.row.id != data.row.id:
            self._put_aside(self._claim.row.id)
        self._claim = data
        self._take_up(data.row.id)
        self.add.setEnabled(not data.is_locked)
        self.attach.setEnabled(not data.is_locked)
        used = tuple(data.source_of(citation) for citation in data.citations)
        dark = self._shell.theme.tokens.dark
        items = tuple(data.evidence.get(each.evidence_id) for each in data.citations)
        flagged, seen = tuple(sorted(data.flagged)), tuple(data.seen.items())
        wanted = (dark, data.row.id, data.is_locked, data.citations, used, items, flagged, seen)
        if wanted == self._shown:
            return
        self._shown = wanted
        clear_layout(self._list)
        for citation in data.citations:
            self._list.addWidget(self._card(data, citation))
        if not data.citations:
            words = self.tr("Nothing is cited yet. Press L to add a source.")
            self._list.addWidget(label(words, "muted", wrap=True))
        self.confirmed.setText(self._confirmation(data))
        self.confirmed.setVisible(bool(self.confirmed.text()))
        title = self.tr("SOURCES")
        self._section.name(f"{title} · {len(data.citations)}" if data.citations else title)

    def _confirmation(self, data: ClaimData) -> str:
        """How many origins stand behind each side: items with one origin count once."""
        told = []
        for stance, one, several in (
            (
                Stance.SUPPORTS,
                self.tr("Supported by one origin: not independently confirmed."),
                self.tr("Independently confirmed by %1 origins (items: %2)."),
            ),
            (
                Stance.REFUTES,
                self.tr("Refuted by one origin."),
                self.tr("Independently refuted by %1 origins (items: %2)."),
            ),
        ):
            count = data.origins.get(stance, 0)
            items = sum(each.stance == stance for each in data.citations)
            if count:
                words = one if count == 1 else several.replace("%1", str(count))
                told.append(words.replace("%2", str(items)))
        return " ".join(told)

    def _card(self, data: ClaimData, citation: CitationRow) -> CitationCard:
        card = CitationCard(
            self._shell,
            citation,
            data.source_of(citation),
            data.evidence.get(citation.evidence_id),
            may_change=not data.is_locked,
            flagged=citation.evidence_id in data.flagged,
            is_seen=data.is_seen(citation),
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
            read = self._shell.read
            form.offer_sources(read(evidence.sources), read(evidence.evidence))
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
            item = self._claim.evidence.get(card.citation.evidence_id)
            subject = Subject(card.citation, card.source, item)
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

    def _put_aside(self, claim_id: str) -> None:
        """Keep what is written for a claim out of sight."""
        form = self.form
        if form is None or not form.is_begun:
            self._close_form()
            return
        form.hide()
        self._place.removeWidget(form)
        self._waiting[claim_id], self.form = form, None

    def _take_up(self, claim_id: str) -> None:
        """Show again what was begun for a claim."""
        form = self._waiting.pop(claim_id, None)
        if form is not None:
            self.form = form
            self._place.addWidget(form)
            form.show()

    @Slot()
    def _forget_forms(self) -> None:
        """The case is closed."""
        self._close_form()
        for form in self._waiting.values():
            form.deleteLater()
        self._waiting.clear()
        self._claim = None

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
