"""Making sources of pasted text: DOIs, links, RIS, BibTeX or CSL JSON, shown before they count."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout
from shiboken6 import isValid

from verifier.errors import VerifierError
from verifier.exchange.sources import SourcePlan, plan_sources
from verifier.references.formatting import formatted
from verifier.references.parsing import parse_references
from verifier.ui.notices import Notice, NoticeKind
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.told import told_error
from verifier.ui.widgets import asks_to_save, label, push_button, row

PAUSE_MS = 250
LONGEST = 200_000
"""Characters of pasted text; more belongs into a file."""
SHOWN = 8


class PasteReferences(QFrame):
    """A field for pasted references, and what would come of them."""

    done = Signal(str)
    """The form may go; the id of the first source that was made, or nothing."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.plan: SourcePlan | None = None
        self.setProperty("panel", "card")
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("References"))
        self.text.setPlaceholderText(
            self.tr("Paste a DOI, a link, RIS, BibTeX or CSL JSON; several are taken at once")
        )
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(96)
        self.told = label("", "muted", wrap=True)
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.add = push_button(self.tr("Add sources"), "primary")
        self.add.setEnabled(False)
        self.add.clicked.connect(self.submit)
        cancel = push_button(self.tr("Cancel"))
        cancel.clicked.connect(self._leave)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.look)
        self.text.textChanged.connect(self._timer.start)
        buttons = row(cancel, self.add)
        buttons.insertStretch(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(12, 12, 12, 12)
        whole.setSpacing(METRICS.space_m)
        whole.addWidget(self.text)
        whole.addWidget(self.told)
        whole.addLayout(buttons)

    def begin(self) -> None:
        """Put the cursor where the work starts."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def look(self) -> None:
        """Say what is in the text. Nothing is looked up on the network."""
        self._timer.stop()
        text = self.text.toPlainText()
        self.plan = None
        if not text.strip():
            self.told.clear()
        elif len(text) > LONGEST:
            self.told.setText(self.tr("This is a long list: import it as a file."))
        else:
            self._show_plan(text)
        self.add.setEnabled(self.plan is not None and bool(self.plan.added))

    def _show_plan(self, text: str) -> None:
        try:
            items = parse_references(text.encode(), self.tr("the pasted text"))
        except VerifierError as error:
            self.told.setText(told_error(error))
            return
        self.plan = plan_sources(self._shell.workspace, items)
        self.told.setText(told_of(self.plan, self.tr("New: %1"), self.tr("In the case: %1")))

    @Slot()
    def submit(self) -> None:
        """Add what is new."""
        self.look()
        if self.plan is None or not self.plan.added:
            return
        first = self.plan.action.actions[0].id  # type: ignore[attr-defined]
        take_over(self._shell, self.plan, partial(self._end, first))

    def _end(self, source_id: str) -> None:
        if isValid(self):
            self.done.emit(source_id)

    @Slot()
    def _leave(self) -> None:
        self.done.emit("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the form; Ctrl+Return adds."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif asks_to_save(event):
            self.submit()
        else:
            super().keyPressEvent(event)


def told_of(plan: SourcePlan, new: str, known: str) -> str:
    """What a plan would do, a line for each of the first references."""
    lines = [new.replace("%1", line) for line in formatted(plan.added[:SHOWN])]
    lines += [known.replace("%1", line) for line in formatted(plan.known[:SHOWN])]
    more = len(plan.added) + len(plan.known) - len(lines)
    return "\n".join([*lines, f"… + {more}"] if more else lines)


def take_over(shell: Shell, plan: SourcePlan, then: Callable[[], None] | None = None) -> None:
    """Add the new sources of a plan, and say how many; `then` follows where it was done."""

    def tell() -> None:
        words = QCoreApplication.translate(
            "PasteReferences", "Sources added: %1. In the case already: %2."
        )
        words = words.replace("%1", str(len(plan.added))).replace("%2", str(len(plan.known)))
        shell.tell(Notice(NoticeKind.DONE, words))
        if then is not None:
            then()

    name = QCoreApplication.translate("PasteReferences", "add sources")
    shell.do_beside(plan.action, name, tell)
