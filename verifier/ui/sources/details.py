"""Everything about one source: its reference in words, its form, what is published, what rests on
it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from verifier.actions.evidence import EditSource, WithdrawSource
from verifier.queries.evidence import CitationRow, EvidenceRow, SourceRow
from verifier.references.csl import item_of
from verifier.references.formatting import formatted
from verifier.ui.combo import Combo
from verifier.ui.forms.form import Form
from verifier.ui.pages_of import title_of
from verifier.ui.shell import Shell
from verifier.ui.sources.fields import FIELDS, change_of, values_of
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import (
    Section,
    clear_layout,
    frame,
    label,
    push_button,
    row,
    tool_button,
)

BODIES = ("publisher", "person")
"""Kinds of sources that other sources belong to."""
WEB = ("http", "https")
LISTED = 12


@dataclass(frozen=True, slots=True)
class Known:
    """What the case holds around the source that is looked at."""

    sources: Sequence[SourceRow]
    evidence: Sequence[EvidenceRow]
    citations: Sequence[CitationRow]


class SourceDetails(QWidget):
    """A form that saves itself, with the reference as it will be printed."""

    source_wanted = Signal(str)
    publication_wanted = Signal(str)
    """Another publication of this publisher or person is to be made."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.source: SourceRow | None = None
        self.reference = label("", wrap=True)
        self.reference.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.form = Form(FIELDS, drafts=shell.drafts, keep=self._keep)
        self._around = QVBoxLayout()
        self._publish = push_button(self.tr("Add a publication"))
        self._publish.clicked.connect(self._add_publication)
        self._away = push_button(self.tr("Withdraw the source"), "danger")
        self._away.clicked.connect(self._withdraw)
        self._build()

    def _build(self) -> None:
        copy = tool_button("copy", self.tr("Copy the reference"))
        copy.clicked.connect(self._copy)
        self._link = tool_button("external-link", self.tr("Open the link in the browser"))
        self._link.clicked.connect(self._open)
        box = frame("quote")
        line = row(self.reference, copy, self._link, spacing=METRICS.space_xs)
        line.setContentsMargins(10, 6, 8, 6)
        line.setStretch(0, 1)
        box.setLayout(line)
        self._around.setSpacing(METRICS.space_xs)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 16)
        whole.setSpacing(METRICS.space_l)
        whole.addWidget(box)
        whole.addWidget(self.form)
        whole.addLayout(self._around)
        foot = row(self._publish, self._away)
        foot.addStretch()
        whole.addLayout(foot)
        whole.addStretch()

    def show_source(self, source: SourceRow, known: Known) -> None:
        """Show a source; what is being typed about it stays."""
        is_other = self.source is None or self.source.id != source.id
        self.source = source
        self._offer_parents(source, known.sources)
        self.form.show_values(values_of(source), force=is_other)
        language = self._shell.case.language or "en"
        told = formatted([item_of(source)], language)[0]
        self.reference.setText(told or source.name)
        self._link.setEnabled(QUrl(source.url).scheme() in WEB)
        self._publish.setVisible(source.kind in BODIES)
        self._show_around(source, known)

    def _offer_parents(self, source: SourceRow, sources: Sequence[SourceRow]) -> None:
        box = self.form.widgets["parent_id"]
        assert isinstance(box, Combo)
        box.clear()
        box.addItem(self.tr("Nobody chosen"), "")
        for other in sources:
            if other.kind in BODIES and other.id != source.id:
                box.addItem(other.name, other.id)

    def _show_around(self, source: SourceRow, known: Known) -> None:
        clear_layout(self._around)
        children = [other for other in known.sources if other.parent_id == source.id]
        if children:
            section = Section(f"{self.tr('PUBLICATIONS')} · {len(children)}")
            for child in children[:LISTED]:
                button = push_button(" ".join(child.name.split()), "link")
                button.setProperty("source", child.id)
                button.clicked.connect(self._go)
                section.body.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeading)
            self._around.addWidget(section)
        items = [item for item in known.evidence if item.source_id == source.id]
        cited = [each for each in known.citations if each.source_id == source.id]
        if items:
            section = Section(f"{self.tr('EVIDENCE')} · {len(items)}")
            for item in items[:LISTED]:
                section.body.addWidget(label(title_of(item), "muted", wrap=True))
            self._around.addWidget(section)
        if cited:
            self._around.addWidget(self._claims(cited))

    def _claims(self, cited: Sequence[CitationRow]) -> Section:
        ids = list(dict.fromkeys(each.claim_id for each in cited))
        section = Section(f"{self.tr('CITED FOR')} · {len(ids)}")
        line = row(spacing=METRICS.space_xs)
        for claim_id in ids[:LISTED]:
            known = self._shell.claims.get(claim_id)
            if known is not None:
                button = push_button(known.claim.label)
                button.setToolTip(known.claim.statement)
                button.setProperty("claim", claim_id)
                button.clicked.connect(self._select)
                line.addWidget(button)
        line.addStretch()
        section.body.addLayout(line)
        return section

    # Doing

    def _keep(self, name: str, value: Any) -> bool:
        """Save a field. Those of the citation data are stored as one: the others come first."""
        self._shell.drafts.settle()
        if self.source is None:
            return True
        action = EditSource(self.source.id, change_of(self.source, name, value))
        key = f"source:{self.source.id}:{name}"
        return self._shell.do(action, self.tr("edit source"), merge=key)

    @Slot()
    def _select(self) -> None:
        self._shell.select(str(self.sender().property("claim")))

    @Slot()
    def _go(self) -> None:
        self.source_wanted.emit(str(self.sender().property("source")))

    @Slot()
    def _add_publication(self) -> None:
        if self.source is not None:
            self.publication_wanted.emit(self.source.id)

    @Slot()
    def _withdraw(self) -> None:
        if self.source is not None:
            self._shell.do(WithdrawSource(self.source.id), self.tr("withdraw source"))

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.reference.text())

    @Slot()
    def _open(self) -> None:
        if self.source is not None:
            QDesktopServices.openUrl(QUrl(self.source.url))
