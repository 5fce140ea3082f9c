"""The form that attaches a source to a claim, or corrects how; in place, no dialog."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from verifier import scales
from verifier.actions.base import Action, Batch
from verifier.actions.evidence import AddSource, CiteSource, EditCitation, EditSource
from verifier.queries.evidence import CitationRow, SourceRow
from verifier.states import Stance
from verifier.ui.choices import Choice, Choices
from verifier.ui.combo import choose_in, combo
from verifier.ui.looks import stance_chip
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import label, push_button, row
from verifier.ui.words import STANCES, word

NEW = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is edited: a citation with its source."""

    citation: CitationRow
    source: SourceRow | None


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
        self._claim_id = claim_id
        self._subject = subject
        self.setProperty("panel", "card")
        none = self.tr("Not graded")
        self.source = combo(self.tr("Source"), [(NEW, self.tr("New source…"))])
        self.source.currentIndexChanged.connect(self._choose_source)
        self.title = self._line(self.tr("Title of the publication"))
        self.publisher = self._line(self.tr("Publisher or person"))
        self.url = self._line(self.tr("Link"))
        self.stance = Choices(self.tr("What it does to the claim"), 2, may_be_empty=False)
        self.quote = QPlainTextEdit()
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
        self.save = push_button(
            self.tr("Add source") if subject is None else self.tr("Save"), "primary"
        )
        self.save.clicked.connect(self.submit)
        self.cancel = push_button(self.tr("Cancel"))
        self.cancel.clicked.connect(self.done)
        self._build()
        self.repaint_choices()
        self._fill()

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
        for field in (self.title, self.publisher, self.url):
            fresh.addWidget(field)
        buttons = row(self.cancel, self.save)
        buttons.setStretch(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(10, 10, 10, 10)
        whole.setSpacing(METRICS.space_s)
        for widget in (self.source, self._new, self.stance, self.quote, self.locator):
            whole.addWidget(widget)
        whole.addWidget(label(self.tr("Reliability of the source, credibility of this"), "muted"))
        whole.addWidget(self.reliability)
        whole.addWidget(self.credibility)
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

    def offer_sources(self, sources: Sequence[SourceRow]) -> None:
        """Let the person choose among the sources of the case."""
        for source in sources:
            words = source.name
            if source.publisher and source.publisher != words:
                words = f"{words} · {source.publisher}"
            self.source.addItem(" ".join(words.split())[:120], source.id)
            self.source.setItemData(
                self.source.count() - 1, source.reliability, Qt.ItemDataRole.UserRole + 1
            )

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
            choose_in(self.reliability, source.reliability)
        self.stance.choose(cited.stance)
        self.quote.setPlainText(cited.quote)
        self.locator.setText(cited.locator)
        choose_in(self.credibility, cited.credibility)

    @Slot(int)
    def _choose_source(self, at: int) -> None:
        is_new = self.source.itemData(at) == NEW
        self._new.setVisible(is_new)
        known = self.source.itemData(at, Qt.ItemDataRole.UserRole + 1)
        if not is_new:
            choose_in(self.reliability, str(known or ""))

    def begin(self) -> None:
        """Put the cursor where the work starts."""
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def submit(self) -> None:
        """Attach the source, or save the corrections."""
        action, text = self._action()
        if self._shell.do(action, text):
            self.done.emit()

    def _action(self) -> tuple[Action, str]:
        cited = self._cited()
        stance = Stance(self.stance.code or Stance.CONTEXT)
        if self._subject is not None:
            return self._correction(cited | {"stance": stance.value}), self.tr("edit source")
        text = self.tr("add source")
        chosen = str(self.source.currentData() or NEW)
        if chosen != NEW:
            actions: list[Action] = [CiteSource(self._claim_id, chosen, stance, cited)]
            known = self.source.currentData(Qt.ItemDataRole.UserRole + 1) or ""
            reliability = str(self.reliability.currentData() or "")
            if reliability != known:
                actions.insert(0, EditSource(chosen, {"reliability": reliability}))
            return Batch("add source", tuple(actions)), text
        source = AddSource(self._described())
        cite = CiteSource(self._claim_id, source.id, stance, cited)
        return Batch("add source", (source, cite)), text

    def _correction(self, cited: Mapping[str, Any]) -> Action:
        assert self._subject is not None
        actions: list[Action] = [EditCitation(self._subject.citation.id, cited)]
        if self._subject.source is not None:
            actions.append(EditSource(self._subject.source.id, self._described()))
        return Batch("edit source", tuple(actions))

    def _described(self) -> dict[str, str]:
        return {
            "title": self.title.text().strip(),
            "publisher": self.publisher.text().strip(),
            "url": self.url.text().strip(),
            "reliability": str(self.reliability.currentData() or ""),
        }

    def _cited(self) -> dict[str, str]:
        return {
            "quote": self.quote.toPlainText().strip(),
            "locator": self.locator.text().strip(),
            "credibility": str(self.credibility.currentData() or ""),
        }

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the form; Ctrl+Return saves it."""
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        elif (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.submit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the colours of the theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.repaint_choices()
