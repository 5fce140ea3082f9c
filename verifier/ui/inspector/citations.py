"""What is cited for a claim: cards with stance, source, quoted words and grade."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from verifier.actions.evidence import WithdrawCitation
from verifier.errors import NotAllowed, Unreachable
from verifier.queries import evidence
from verifier.queries.evidence import CitationRow, EvidenceRow, SourceRow
from verifier.states import Stance
from verifier.ui.dropped import Link
from verifier.ui.inspector.citation_card import CitationCard
from verifier.ui.inspector.citation_form import CitationForm, Subject
from verifier.ui.inspector.data import ClaimData
from verifier.ui.inspector.waiting_forms import Key, WaitingForms
from verifier.ui.notices import Notice, NoticeKind
from verifier.ui.pages_of import is_readable
from verifier.ui.shell import Shell
from verifier.ui.widgets import Section, clear_layout, column, label, tool_button
from verifier.workspace import Workspace

WORDS = "title publisher url quote locator origin credibility_reason note".split()
"""The fields of a form that hold words."""


class Citations(QWidget):
    """The sources of a claim, and the form to attach one more.

    A form in which something was written waits while another one is written, or another claim is
    looked at, or the case is closed.
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
        self._waiting = WaitingForms()
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
            self._put_aside()
        self._claim = data
        self._take_up()
        if self.form is not None and self.form.lacks_sources:
            self.form.offer_sources(*self._sources())
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
            data.running.said(citation),
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
        if self._claim is not None and not self._claim.is_locked:
            self._want_form("")

    def begin_with(self, link: Link) -> None:
        """Open the form for one more source, with the address of a page in it."""
        claim = self._claim
        if claim is None:
            return
        if claim.is_locked:
            words = f"{claim.row.label} is approved and locked."
            self._shell.tell_error(NotAllowed(words, "Let an editor reopen it."))
            return
        self.begin()
        if self.form is not None and not self.form.take_link(link):
            words = self.tr("Another source is being written: add it, or leave it, first.")
            self._shell.tell_hint(words)

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
        if isinstance(card, CitationCard):
            self._want_form(card.citation.id)

    @Slot()
    def _withdraw(self) -> None:
        card = self.sender()
        if isinstance(card, CitationCard):
            self._shell.do(WithdrawCitation(card.citation.id), self.tr("take source away"))

    # Forms

    def _want_form(self, citation_id: str) -> None:
        """Open the form of a citation, or for one more: what is written in another one waits."""
        if self.form is None or self.form.citation_id != citation_id:
            self._put_aside()
            self._open_form(citation_id)
        if self.form is not None:
            self.form.begin()
            self.form_opened.emit()

    def _open_form(self, citation_id: str) -> None:
        assert self._claim is not None
        key = (self._claim.row.id, citation_id)
        form = self._waiting.take(key)
        if form is None:
            form = self._new_form(citation_id)
            if words := self._waiting.words_of(key):
                form.write(words)
        self.form = form
        form.done.connect(self._close_form, Qt.ConnectionType.UniqueConnection)
        self._place.addWidget(form)
        form.show()

    def _new_form(self, citation_id: str) -> CitationForm:
        data = self._claim
        assert data is not None
        cited = next((row for row in data.citations if row.id == citation_id), None)
        if cited is not None:
            item = data.evidence.get(cited.evidence_id)
            subject = Subject(cited, data.source_of(cited), item)
            return CitationForm(self._shell, data.row.id, subject)
        try:
            offered = self._sources()
        except Unreachable as error:
            if self._waiting.has_words((data.row.id, citation_id)):
                raise  # they may speak of one of the sources
            self._shell.tell_error(error)
            return CitationForm(self._shell, data.row.id)
        form = CitationForm(self._shell, data.row.id)
        form.offer_sources(*offered)
        return form

    def _sources(self) -> tuple[tuple[SourceRow, ...], tuple[EvidenceRow, ...]]:
        """What may be cited."""
        return self._shell.read(evidence.sources), self._shell.read(evidence.evidence)

    def _put_aside(self) -> None:
        """Keep what is written out of sight; a form in which nothing is written goes."""
        form, self.form = self.form, None
        if form is None:
            return
        form.hide()
        self._place.removeWidget(form)
        if form.is_begun:
            self._waiting.put(form)
        else:
            form.deleteLater()

    def _take_up(self) -> None:
        """Show again what was begun last for the claim, if it can still be done."""
        data = self._claim
        if data is None or data.is_locked or self.form is not None:
            return
        there = {"", *(row.id for row in data.citations)}
        citation_id = self._waiting.last_of(data.row.id, there)
        if citation_id is not None:
            self._open_form(citation_id)

    @property
    def begun(self) -> list[dict[str, str]]:
        """What was written in forms that are not done, for the next time the case is open."""
        return self._waiting.kept_words(self.form)

    @property
    def written(self) -> list[str]:
        """The words in these forms, one text each."""
        forms = ([form.get(name, "") for name in WORDS] for form in self.begun)
        return [text for words in forms if (text := "\n".join(filter(None, words)))]

    def wait_with(self, begun: object) -> None:
        """Have what was begun when the case was closed wait for its claims again."""
        self._waiting.keep_words(begun)

    @Slot()
    def _forget_forms(self) -> None:
        """The case is closed."""
        self._claim = self.form = None
        clear_layout(self._place)
        self._waiting.clear()

    @Slot()
    def _close_form(self) -> None:
        form = self.form
        if form is not None:
            had_focus = form.isAncestorOf(self.focusWidget() or self)
            if form.is_begun and not form.is_saved:
                self._offer_back(form)
            clear_layout(self._place)
            self.form = None
            self._take_up()
            if had_focus:
                self.add.setFocus()

    def _offer_back(self, form: CitationForm) -> None:
        """Escape is pressed soon: what was written can be had again."""
        key = (form.claim_id, form.citation_id)
        words = self.tr("The form of the source was left; what was written in it is not saved.")
        act = partial(self._bring_back, self._shell.workspace, key, form.written())
        self._shell.tell(Notice(NoticeKind.HINT, words, self.tr("Bring it back"), act))

    def _bring_back(self, workspace: Workspace, key: Key, written: Mapping[str, str]) -> None:
        if not self._shell.is_open or self._shell.workspace is not workspace:
            return
        self._waiting.keep(key, written)
        if self._claim is not None and self._claim.row.id == key[0]:
            self._put_aside()
            self._take_up()
        else:
            self._shell.select(key[0])
        if self.form is not None:
            self.form.begin()
            self.form_opened.emit()


def can_open(data: ClaimData, citation: CitationRow) -> bool:
    """Whether what is cited can be read in the window."""
    item = data.evidence.get(citation.evidence_id)
    return item is not None and is_readable(item)
