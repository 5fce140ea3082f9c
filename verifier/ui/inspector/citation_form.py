"""The form that attaches a source to a claim, or corrects how; in place, no dialog."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QFrame, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from verifier import scales
from verifier.actions.base import Action, Batch
from verifier.actions.evidence import (
    AddSource,
    Cite,
    CiteSource,
    EditCitation,
    EditEvidence,
    EditSource,
)
from verifier.queries.evidence import CitationRow, EvidenceRow, SourceRow, evidence
from verifier.states import EvidenceKind, Stance
from verifier.text.likeness import same_page
from verifier.ui.choices import Choice, Choices
from verifier.ui.combo import choose_in, combo
from verifier.ui.dropped import Link
from verifier.ui.forms.field import CONTEXT, words_of
from verifier.ui.leading_edge import LeadingEdge
from verifier.ui.looks import stance_chip
from verifier.ui.pages_of import title_of
from verifier.ui.shell import Shell
from verifier.ui.sources.fields import SOURCE_KINDS
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import asks_to_save, label, push_button, row
from verifier.ui.words import STANCES, word

NEW = ""
FILE = "file:"
RELIABILITY = Qt.ItemDataRole.UserRole + 1
ORIGIN = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class Subject:
    """What is edited: a citation with its source."""

    citation: CitationRow
    source: SourceRow | None
    item: EvidenceRow | None = None


def grade_choices(scale_id: str, none: str) -> list[tuple[str, str]]:
    """The levels of an Admiralty scale, as (code, words)."""
    levels = scales.scale(scale_id).levels
    return [("", none), *((level.code, f"{level.code} – {level.label}") for level in levels)]


class CitationForm(QFrame):
    """Source, stance, quoted words and grade."""

    done = Signal()
    """The form may go."""

    def __init__(self, shell: Shell, claim_id: str, subject: Subject | None = None) -> None:
        super().__init__()
        self._shell = shell
        self.claim_id = claim_id
        self._subject = subject
        self.is_saved = False
        self.lacks_sources = subject is None
        """Those of the case are still to be offered: it could not be asked for them."""
        self._pages: dict[str, str] = {}
        """The sources of the case by the pages that they are."""
        self.setProperty("panel", "card")
        none = self.tr("Not graded")
        self.source = combo(self.tr("Source"), [(NEW, self.tr("New source…"))])
        self.source.currentIndexChanged.connect(self._choose_source)
        self.title = self._line(self.tr("Title of the publication"))
        self.publisher = self._line(self.tr("Publisher or person"))
        self.url = self._line(self.tr("Link"))
        self.stance = Choices(self.tr("What it does to the claim"), 2, may_be_empty=False)
        self.quote = QPlainTextEdit()
        LeadingEdge(self.quote)
        self.quote.setAccessibleName(self.tr("Quoted words"))
        self.quote.setPlaceholderText(self.tr("The words of the source, exactly"))
        self.quote.setTabChangesFocus(True)
        self.quote.setFixedHeight(64)
        self.locator = self._line(self.tr("Place in it: page, table, minute"))
        self.reliability = combo(
            self.tr("Reliability of the source"), grade_choices("nato-reliability", none)
        )
        self.credibility = combo(
            self.tr("Credibility of the information"), grade_choices("nato-credibility", none)
        )
        self.kind = combo(self.tr("Kind of source"), words_of(SOURCE_KINDS, CONTEXT))
        self.why = self._line(self.tr("Why this credibility"))
        self.origin = self._line(self.tr("Shared origin, such as: the ministry"))
        self.origin.setToolTip(
            self.tr("Evidence with the same words here counts as one origin, not as several")
        )
        self.note = QPlainTextEdit()
        LeadingEdge(self.note)
        self.note.setAccessibleName(self.tr("Note on the citation"))
        self.note.setPlaceholderText(self.tr("Note: why it matters"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(44)
        self.save = push_button(
            self.tr("Add source") if subject is None else self.tr("Save"), "primary"
        )
        self.save.clicked.connect(self.submit)
        self.cancel = push_button(self.tr("Cancel"))
        self.cancel.clicked.connect(self.done)
        self._build()
        self.repaint_choices()
        self._fill()
        self._at_first = self.written()

    def _line(self, name: str) -> QLineEdit:
        made = QLineEdit()
        made.setAccessibleName(name)
        made.setPlaceholderText(name)
        made.returnPressed.connect(self.submit)
        return made

    def _build(self) -> None:
        self._new = QWidget()
        fresh = QVBoxLayout(self._new)
        fresh.setContentsMargins(0, 0, 0, 0)
        fresh.setSpacing(METRICS.space_s)
        for field in (self.title, self.publisher, self.url, self.kind):
            fresh.addWidget(field)
        buttons = row(self.cancel, self.save)
        buttons.setStretch(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(10, 10, 10, 10)
        whole.setSpacing(METRICS.space_s)
        for widget in (self.source, self._new, self.stance, self.quote, self.locator):
            whole.addWidget(widget)
        whole.addWidget(label(self.tr("Reliability of the source, credibility of this"), "muted"))
        for widget in (self.reliability, self.credibility, self.why, self.origin, self.note):
            whole.addWidget(widget)
        whole.addLayout(buttons)

    def repaint_choices(self) -> None:
        """Offer the stances in the colours of the theme."""
        tokens = self._shell.theme.tokens
        self.stance.offer(
            [
                Choice(
                    code, word(STANCES, code), chip=stance_chip(code, word(STANCES, code), tokens)
                )
                for code in STANCES
            ],
            tokens,
        )

    def offer_sources(
        self, sources: Sequence[SourceRow], items: Sequence[EvidenceRow] = ()
    ) -> None:
        """Let the person choose among the sources of the case, and the files in its locker."""
        self.lacks_sources = False
        for source in sources:
            self._pages.setdefault(same_page(source.url), source.id)
            words = source.name
            if source.publisher and source.publisher != words:
                words = f"{words} · {source.publisher}"
            self._offer(words, source.id, source.reliability, source.independence_group)
        grades = {source.id: source.reliability for source in sources}
        for item in items:
            if item.blob_sha256 is not None:
                words = f"{self.tr('File')}: {title_of(item)}"
                grade = grades.get(item.source_id or "", "")
                self._offer(words, FILE + item.id, grade, item.origin_group)
        self._complete_origins(sources, items)

    def _offer(self, words: str, code: str, reliability: str, origin: str) -> None:
        self.source.addItem(" ".join(words.split())[:120], code)
        at = self.source.count() - 1
        self.source.setItemData(at, reliability, RELIABILITY)
        self.source.setItemData(at, origin, ORIGIN)

    def _complete_origins(self, sources: Sequence[SourceRow], items: Sequence[EvidenceRow]) -> None:
        """What was written before is completed while it is typed."""
        known = {item.origin_group for item in items}
        known |= {source.independence_group for source in sources}
        completer = QCompleter(sorted(known - {""}), self)
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.origin.setCompleter(completer)

    def _fill(self) -> None:
        if self._subject is None:
            self.stance.choose(Stance.SUPPORTS)
            return
        cited, source = self._subject.citation, self._subject.source
        self.source.setVisible(False)
        self._new.setVisible(source is not None)
        if source is not None:
            self.title.setText(source.title)
            self.publisher.setText(source.publisher)
            self.url.setText(source.url)
            choose_in(self.kind, source.kind)
            choose_in(self.reliability, source.reliability)
        if self._subject.item is not None:
            self.origin.setText(self._subject.item.origin_group)
        self.why.setText(cited.credibility_reason)
        self.note.setPlainText(cited.note)
        self.stance.choose(cited.stance)
        self.quote.setPlainText(cited.quote)
        self.locator.setText(cited.locator)
        choose_in(self.credibility, cited.credibility)

    @Slot(int)
    def _choose_source(self, at: int) -> None:
        is_new = self.source.itemData(at) == NEW
        self._new.setVisible(is_new)
        if not is_new:
            choose_in(self.reliability, str(self.source.itemData(at, RELIABILITY) or ""))
            self.origin.setText(str(self.source.itemData(at, ORIGIN) or ""))
        is_file = str(self.source.itemData(at) or "").startswith(FILE)
        self.reliability.setEnabled(not is_file)

    @property
    def citation_id(self) -> str:
        """The citation that is corrected; empty for a new one."""
        return self._subject.citation.id if self._subject is not None else ""

    def written(self) -> dict[str, str]:
        """What stands in it, by the names of its fields."""
        return {
            "source": str(self.source.currentData() or NEW),
            "stance": self.stance.code,
            "origin": self.origin.text(),
            **self._described(),
            **self._cited(),
        }

    def write(self, written: Mapping[str, str]) -> None:
        """Have in it what was written before; a source that is gone is a new one."""
        choose_in(self.source, written.get("source", NEW))
        self.stance.choose(written.get("stance", "") or self.stance.code)
        for name in ("kind", "reliability", "credibility"):
            choose_in(getattr(self, name), written.get(name, ""))
        for name in ("title", "publisher", "url", "locator", "origin"):
            getattr(self, name).setText(written.get(name, ""))
        self.why.setText(written.get("credibility_reason", ""))
        for name in ("quote", "note"):
            getattr(self, name).setPlainText(written.get(name, ""))

    @property
    def is_begun(self) -> bool:
        """Whether something was written or chosen in it."""
        return self.written() != self._at_first

    def take_link(self, link: Link) -> bool:
        """Have the source of an address in it, or the address for a new one; not over another."""
        is_chosen = self.is_begun and self.source.currentData() != NEW
        if is_chosen or same_page(self.url.text()) not in ("", same_page(link.url)):
            return False
        known = self._pages.get(same_page(link.url), NEW)
        choose_in(self.source, known)
        self._choose_source(self.source.currentIndex())
        if known == NEW:
            self.url.setText(link.url)
            self.title.setText(self.title.text() or link.title)
        else:
            self.quote.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def begin(self) -> None:
        """Put the cursor where the work starts."""
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def submit(self) -> None:
        """Attach the source, or save the corrections, once: Ctrl+Return in a line asks twice."""
        if self.is_saved:
            return
        action, text = self._action()
        self.is_saved = self._shell.do(action, text)
        if self.is_saved:
            self.done.emit()

    def _action(self) -> tuple[Action, str]:
        cited = self._cited()
        stance = Stance(self.stance.code or Stance.CONTEXT)
        if self._subject is not None:
            return self._correction(cited | {"stance": stance.value}), self.tr("edit source")
        chosen = str(self.source.currentData() or NEW)
        if chosen.startswith(FILE):
            item_id = chosen.removeprefix(FILE)
            actions: list[Action] = [Cite(self.claim_id, item_id, stance, cited)]
        elif chosen == NEW:
            source = AddSource(self._described())
            actions = [source, CiteSource(self.claim_id, source.id, stance, cited)]
            item_id = self._link_of(actions[-1])
        else:
            actions = [CiteSource(self.claim_id, chosen, stance, cited)]
            item_id = self._link_of(actions[-1])
            reliability = str(self.reliability.currentData() or "")
            if reliability != (self.source.currentData(RELIABILITY) or ""):
                actions.insert(0, EditSource(chosen, {"reliability": reliability}))
        if self.origin.text().strip() != (self.source.currentData(ORIGIN) or ""):
            actions.append(self._shared(item_id))
        return Batch("add source", tuple(actions)), self.tr("add source")

    def _shared(self, evidence_id: str) -> Action:
        return EditEvidence(evidence_id, {"origin_group": self.origin.text().strip()})

    def _link_of(self, action: Action) -> str:
        """The item that citing a source will use: its link, or the new one."""
        assert isinstance(action, CiteSource)
        known = (
            item.id
            for item in self._shell.read(evidence)
            if item.source_id == action.source_id and item.kind == EvidenceKind.LINK
        )
        return next(known, action.evidence_id)

    def _correction(self, cited: Mapping[str, Any]) -> Action:
        assert self._subject is not None
        subject = self._subject
        actions: list[Action] = [EditCitation(subject.citation.id, cited)]
        if subject.source is not None:
            actions.append(EditSource(subject.source.id, self._described()))
        if subject.item is not None:
            actions.append(self._shared(subject.item.id))
        return Batch("edit source", tuple(actions))

    def _described(self) -> dict[str, str]:
        return {
            "title": self.title.text().strip(),
            "publisher": self.publisher.text().strip(),
            "url": self.url.text().strip(),
            "kind": str(self.kind.currentData()),
            "reliability": str(self.reliability.currentData() or ""),
        }

    def _cited(self) -> dict[str, str]:
        return {
            "quote": self.quote.toPlainText().strip(),
            "locator": self.locator.text().strip(),
            "credibility": str(self.credibility.currentData() or ""),
            "credibility_reason": self.why.text().strip(),
            "note": self.note.toPlainText().strip(),
        }

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the form; Ctrl+Return saves it."""
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        elif asks_to_save(event):
            self.submit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the colours of the theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.repaint_choices()
