"""Everything about one item: whether it is whole, its form, what the file says, its custody log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from verifier.actions.evidence import Cite, EditEvidence, LogCustody, WithdrawEvidence
from verifier.errors import CannotWrite, Invalid, NotFound
from verifier.exchange.evidence_ocr import can_be_seen
from verifier.exchange.locker import faulty, open_evidence
from verifier.queries.evidence import CitationRow, CustodyRow, EvidenceRow, SourceRow
from verifier.queries.locker import Original
from verifier.queries.seen_text import SeenText
from verifier.states import Custody, Stance
from verifier.ui import file_dialogs
from verifier.ui.combo import Combo, combo
from verifier.ui.evidence.capture_box import CaptureBox
from verifier.ui.evidence.fields import CUSTODY, FIELDS, change_of, values_of
from verifier.ui.forms.field import CONTEXT, words_of
from verifier.ui.forms.form import Form
from verifier.ui.notices import Notice, NoticeKind
from verifier.ui.pages_of import is_readable
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.told import told
from verifier.ui.widgets import Section, clear_layout, label, push_button, row, tool_button
from verifier.ui.words import moment

BY_HAND = ("captured", "copied", "redacted", "annotated", "exported")
"""What a person writes into a custody log; the rest the program writes itself."""


HALF = 32
"""Digits of a hash in a line: all of them would ask for more room than there is."""


@dataclass(frozen=True, slots=True)
class Around:
    """What the case knows around an item."""

    sources: Sequence[SourceRow]
    """All that may be chosen for it."""
    citations: Sequence[CitationRow]
    """Those of the item."""
    custody: Sequence[CustodyRow]
    """The item's log."""
    flagged: dict[str, str]
    seen: SeenText | None
    """What was seen in the item's pictures."""


class EvidenceDetails(QWidget):
    """A form that saves itself, with the file's own metadata and the custody log."""

    open_wanted = Signal(str)
    pictures_wanted = Signal(str, int)

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.item: EvidenceRow | None = None
        self._offered: Sequence[SourceRow] | None = None
        self.state = label("", wrap=True)
        self.hash = label("", "muted", wrap=True)
        self.hash.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._copy = tool_button("copy", self.tr("Copy the SHA-256"))
        self._copy.clicked.connect(self._copy_hash)
        self.read = push_button(self.tr("Open evidence"))
        self.read.clicked.connect(self.open_item)
        self.see_button = push_button(self.tr("Read its text by OCR…"))
        self.see_button.clicked.connect(self._see)
        self.seen = label("", "muted", wrap=True)
        self.verify_button = push_button(self.tr("Verify the hash"))
        self.verify_button.clicked.connect(self.verify)
        self.save_button = push_button(self.tr("Save original…"))
        self.save_button.clicked.connect(self.save_original)
        self.cite_button = push_button(self.tr("Cite for the open claim"))
        self.cite_button.clicked.connect(self.cite)
        self.form = Form(FIELDS, drafts=shell.drafts, keep=self._keep)
        self.capture = CaptureBox(shell)
        self._about = QVBoxLayout()
        self.deed = combo(
            self.tr("What was done"),
            [each for each in words_of(CUSTODY, CONTEXT) if each[0] in BY_HAND],
        )
        self.note = QLineEdit()
        self.note.setPlaceholderText(self.tr("Why, for whom; Return writes it into the log"))
        self.note.setToolTip(self.note.placeholderText())
        self.note.setAccessibleName(self.tr("Note in the custody log"))
        self.note.returnPressed.connect(self.log)
        self._log = QVBoxLayout()
        self._away = push_button(self.tr("Withdraw the item"), "danger")
        self._away.clicked.connect(self._withdraw)
        self._build()

    def _build(self) -> None:
        first = row(self.read, self.verify_button)
        second = row(self.save_button, self.cite_button)
        third = row(self.see_button)
        for line in (first, second, third):
            line.addStretch()
        bytes_of = row(self.hash, self._copy, spacing=METRICS.space_xs)
        bytes_of.setStretch(0, 1)
        custody = Section(self.tr("CUSTODY LOG"))
        entry = row(self.deed, self.note)
        entry.setStretch(1, 1)
        custody.body.addLayout(entry)
        custody.body.addLayout(self._log)
        self._about.setSpacing(METRICS.space_xs)
        self._log.setSpacing(2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 16)
        whole.setSpacing(METRICS.space_m)
        whole.addWidget(self.state)
        whole.addLayout(bytes_of)
        whole.addLayout(first)
        whole.addLayout(second)
        whole.addLayout(third)
        whole.addWidget(self.seen)
        whole.addWidget(self.capture)
        whole.addSpacing(METRICS.space_m)
        whole.addWidget(self.form)
        whole.addLayout(self._about)
        whole.addSpacing(METRICS.space_m)
        whole.addWidget(custody)
        whole.addLayout(self._foot())
        whole.addStretch()

    def _foot(self) -> QHBoxLayout:
        foot = row(self._away)
        foot.addStretch()
        return foot

    def show_item(self, item: EvidenceRow, around: Around) -> None:
        """Show an item; what is being typed about it stays."""
        is_other = self.item is None or self.item.id != item.id
        self.item = item
        self._offer_sources(around.sources)
        self.form.show_values(values_of(item), force=is_other)
        self._show_state(item, around)
        self.capture.show_item(item)
        for button in (self.verify_button, self.save_button):
            button.setEnabled(item.blob_sha256 is not None)
        self.read.setEnabled(is_readable(item))
        self.see_button.setEnabled(can_be_seen(item) and item.id not in around.flagged)
        self._show_seen(around.seen)
        self.cite_button.setEnabled(bool(self._shell.selection))
        clear_layout(self._about)
        self._show_properties(item)
        self._show_claims(around.citations)
        clear_layout(self._log)
        names = dict(words_of(CUSTODY, CONTEXT))
        for log in reversed(around.custody):
            role = "error" if log.action == Custody.HASH_FAILED else "muted"
            self._log.addWidget(label(_told(log, names), role, wrap=True))
        if is_other:
            self.note.clear()

    def _show_state(self, item: EvidenceRow, around: Around) -> None:
        flagged = item.id in around.flagged
        if flagged and not around.flagged[item.id]:
            words = self.tr("The file is missing from the case.")
        elif flagged:
            words = self.tr("The file was changed: it is not what was put into the case.")
        elif item.blob_sha256 is None:
            words = self.tr("A link: nothing is kept in the case.")
        else:
            words = self.tr("The original is kept in the case.")
        self.state.setText(words)
        self.state.setProperty("role", "error" if flagged else "muted")
        self.state.style().polish(self.state)
        size = QLocale().formattedDataSize(item.size) if item.size is not None else ""
        kept = (item.file_name, item.media_type or "", size)
        facts = [" · ".join(part for part in kept if part)]
        if item.blob_sha256:
            facts += ["SHA-256", item.blob_sha256[:HALF], item.blob_sha256[HALF:]]
        self.hash.setText("\n".join(part for part in facts if part))
        self.hash.setVisible(bool(self.hash.text()))
        self._copy.setVisible(item.blob_sha256 is not None)

    def _show_seen(self, seen: SeenText | None) -> None:
        """What read the text, where it was seen in pictures."""
        if seen is not None:
            words = self.tr("Its text was read by OCR (%1, %2 sure): compare it with the picture.")
            self.seen.setText(words.replace("%1", seen.engine).replace("%2", seen.confidence))
        self.seen.setVisible(seen is not None)

    def _offer_sources(self, sources: Sequence[SourceRow]) -> None:
        if sources is self._offered:
            return
        self._offered = sources
        box = self.form.widgets["source_id"]
        assert isinstance(box, Combo)
        box.clear()
        box.addItem(self.tr("No source chosen"), "")
        for source in sources:
            box.addItem(f"{source.label} {' '.join(source.name.split())}".strip(), source.id)

    def _show_properties(self, item: EvidenceRow) -> None:
        if not item.properties:
            return
        section = Section(self.tr("WHAT THE FILE SAYS OF ITSELF"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(METRICS.space_l)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for at, (name, value) in enumerate(item.properties.items()):
            words = label(str(value), wrap=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(label(name, "muted"), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, at, 1)
        section.body.addLayout(grid)
        self._about.addSpacing(METRICS.space_m)
        self._about.addWidget(section)

    def _show_claims(self, cited: Sequence[CitationRow]) -> None:
        ids = list(dict.fromkeys(each.claim_id for each in cited))
        if not ids:
            return
        section = Section(f"{self.tr('CITED FOR')} · {len(ids)}")
        line = row(spacing=METRICS.space_xs)
        for claim_id in ids[:12]:
            known = self._shell.claims.get(claim_id)
            if known is not None:
                button = push_button(known.claim.label)
                button.setToolTip(known.claim.statement)
                button.setProperty("claim", claim_id)
                button.clicked.connect(self._select)
                line.addWidget(button)
        line.addStretch()
        section.body.addLayout(line)
        self._about.addSpacing(METRICS.space_m)
        self._about.addWidget(section)

    # Doing

    def _keep(self, name: str, value: Any) -> bool:
        if self.item is None:
            return True
        try:
            changes = change_of(name, value)
        except Invalid as error:
            self._shell.tell_error(error)
            return False
        key = f"evidence:{self.item.id}:{name}"
        action = EditEvidence(self.item.id, changes)
        return self._shell.do(action, self.tr("edit evidence"), merge=key)

    @Slot()
    def open_item(self) -> None:
        """Open it beside the report, where there is anything to read in it."""
        if self.item is not None:
            self.open_wanted.emit(self.item.id)

    @Slot()
    def _see(self) -> None:
        if self.item is not None:
            self.pictures_wanted.emit(self.item.id, 1)

    @Slot()
    def verify(self) -> None:
        """Hash the bytes again, and log what was found."""
        found = self._original()
        if found is None:
            return
        if found.is_intact:
            log = LogCustody(
                found.evidence_id, Custody.VERIFIED, before=found.sha256, after=found.found
            )
            self._shell.record(log)
            words = self.tr("%1 is as it came in.").replace("%1", found.title or found.file_name)
            self._shell.tell(Notice(NoticeKind.DONE, words))

    def _original(self) -> Original | None:
        """The bytes as they are now; a fault is logged and told."""
        if self.item is None or self.item.blob_sha256 is None:
            return None
        return checked(self._shell, self.item.id)

    @Slot()
    def save_original(self) -> None:
        """Write the original bytes to a file, and say so in the log."""
        found = self._original()
        target = file_dialogs.original_target(self, found.file_name) if found is not None else None
        if found is None or target is None:
            return
        try:
            target.write_bytes(found.data)
        except OSError as error:
            what = f"{target} cannot be written ({error.strerror})."
            self._shell.tell_error(CannotWrite(what, "Choose another folder."))
            return
        log = LogCustody(found.evidence_id, Custody.COPIED, after=found.found, note=target.name)
        self._shell.record(log)

    @Slot()
    def log(self) -> None:
        """Write an entry into the custody log; it stays there."""
        if self.item is not None:
            deed = Custody(str(self.deed.currentData()))
            if self._shell.record(LogCustody(self.item.id, deed, note=self.note.text().strip())):
                self.note.clear()

    @Slot()
    def cite(self) -> None:
        """Cite the item for the open claim; what it does to it is said at the citation."""
        if self.item is not None and self._shell.selection:
            action = Cite(self._shell.selection, self.item.id, Stance.CONTEXT)
            self._shell.do(action, self.tr("cite evidence"))

    @Slot()
    def _select(self) -> None:
        self._shell.select(str(self.sender().property("claim")))

    @Slot()
    def _withdraw(self) -> None:
        if self.item is not None:
            self._shell.do(WithdrawEvidence(self.item.id), self.tr("withdraw evidence"))

    @Slot()
    def _copy_hash(self) -> None:
        if self.item is not None:
            QGuiApplication.clipboard().setText(self.item.blob_sha256 or "")


def checked(shell: Shell, evidence_id: str) -> Original | None:
    """An item's bytes, hashed as they are opened; one that is not whole is flagged and told."""
    try:
        found = open_evidence(shell.workspace, evidence_id, shell.record)
    except NotFound:
        return None
    if not found.is_intact:
        shell.tell(Notice(NoticeKind.PROBLEM, told(str(faulty(found)))))
    return found


def _told(log: CustodyRow, names: dict[str, str]) -> str:
    who = f" · {log.person}" if log.person else ""
    note = f" · {told(log.note)}" if log.note else ""
    return f"{moment(log.at)}{who} · {names.get(log.action, log.action)}{note}"
