"""Words that could not be saved when the case had to be closed: the disk full, the server gone.

The person is asked first. What they keep lies on this computer, with where they were in the case,
and is shown when the case is opened again, until they take it. It is put into no field: somebody
else may have written there meanwhile. Where it cannot be kept there either, it goes to the
clipboard.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from verifier.ui.leading_edge import LeadingEdge
from verifier.ui.notices import Notice, NoticeKind
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.told import told_error
from verifier.ui.widgets import column, label, push_button, resize_in_room, row

SIZE = (640, 360)
KEPT = "unsaved"
"""Under this name they lie among the places in a case."""
SHOWN = 200
"""Characters of them in the notice."""
Go = Callable[[], object]


class KeptWords(QObject):
    """Asks, keeps, and gives back."""

    def __init__(self, shell: Shell, window: QWidget) -> None:
        super().__init__(window)
        self._shell = shell
        self._window = window
        self.dialog: KeepingDialog | None = None
        self._words = ""
        """What it asks about."""
        shell.unsaved.connect(self._ask)
        shell.opened.connect(self._give_back)

    @Slot(object)
    def _ask(self, go: Go) -> None:
        """Ask what is to become of what is being written; `go` closes, once that is settled."""
        if self.dialog is not None:
            return
        shell = self._shell
        why, drafts = shell.why_unsaved, shell.drafts
        fields, texts = drafts.names, [drafts.words]
        can_keep = shell.remember(shell.settings)
        if not can_keep:  # what is not sent would have been kept there, too
            fields += [name for name, _ in drafts.unsent_words]
            texts += [text for _, text in drafts.unsent_words]
        self._words = "\n\n".join(text for text in texts if text)
        reason = told_error(why) if why is not None else ""
        dialog = KeepingDialog(reason, fields, self._words, self._window)
        dialog.keep.clicked.connect(partial(self._keep, go))
        dialog.copy.clicked.connect(partial(self._copy, go))
        dialog.drop.clicked.connect(partial(self._close, go))
        dialog.finished.connect(self._put_away)
        self.dialog = dialog
        dialog.open()
        if not can_keep:
            dialog.cannot_keep()

    def _keep(self, go: Go, *_: object) -> None:
        """Keep the words with the settings; where these cannot be written, that is said."""
        shell = self._shell
        place = shell.settings.places.get(shell.place, {})
        before = list(place.get(KEPT, ()))
        kept = [*before, self._words] if self._words else before
        if shell.remember(shell.settings.with_place(shell.place, {**place, KEPT: kept})):
            self._close(go)
            return
        shell.settings = shell.settings.with_place(shell.place, {**place, KEPT: before})
        if self.dialog is not None:
            self.dialog.cannot_keep()

    def _copy(self, go: Go, *_: object) -> None:
        QGuiApplication.clipboard().setText(self._words)
        self._close(go)

    def _close(self, go: Go, *_: object) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        self._shell.let_go(go)

    @Slot()
    def _put_away(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()

    @Slot()
    def _give_back(self) -> None:
        for words in self._shell.settings.places.get(self._shell.place, {}).get(KEPT, ()):
            text = self.tr(
                "When this case was closed, what you were writing could not be saved. It was "
                "kept on this computer: %1"
            )
            shown = words if len(words) <= SHOWN else f"{words[:SHOWN]}…"
            action = self.tr("Copy what you were writing")
            take = partial(self._take, words)
            notice = Notice(NoticeKind.WARNING, text.replace("%1", shown), action, take)
            self._shell.tell(notice)

    def _take(self, words: str) -> None:
        """It is on the clipboard now, and kept no longer."""
        QGuiApplication.clipboard().setText(words)
        shell = self._shell
        if shell.is_open:
            place = dict(shell.settings.places.get(shell.place, {}))
            place[KEPT] = [each for each in place.get(KEPT, ()) if each != words]
            shell.remember(shell.settings.with_place(shell.place, place))


class KeepingDialog(QDialog):
    """What cannot be saved now and why, and what can be done."""

    def __init__(self, why: str, fields: list[str], words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("This cannot be saved now"))
        self.words = QPlainTextEdit(words)
        LeadingEdge(self.words)
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(self.tr("What you were writing"))
        lost = self.tr("Not saved: %1").replace("%1", ", ".join(fields))
        self._how = label(wrap=True)
        self._how.setText(
            self.tr(
                "It can be kept on this computer: when you open the case again, it is shown to you."
            )
        )
        self.stay = push_button(self.tr("Stay"))
        self.drop = push_button(self.tr("Close without it"), "danger")
        self.copy = push_button(self.tr("Copy and close"))
        self.keep = push_button(self.tr("Keep it here and close"), "primary")
        self.stay.clicked.connect(self.reject)
        buttons = row(self.stay, self.drop, self.copy, self.keep)
        buttons.insertStretch(0)
        whole = column(margin=METRICS.space_l, spacing=METRICS.space_l)
        self.labels = (label(why, wrap=True), label(lost, wrap=True), self._how)
        """What is said, from top to bottom."""
        whole.addWidget(self.labels[0])
        whole.addWidget(self.labels[1])
        whole.addWidget(self.words, 1)
        whole.addWidget(self._how)
        whole.addLayout(buttons)
        self.setLayout(whole)
        resize_in_room(self, *SIZE)
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def cannot_keep(self) -> None:
        """Say that there is no room on this computer either, and what else can be done."""
        self._how.setText(
            self.tr("It cannot be kept on this computer either. Copy it, and paste it elsewhere.")
        )
        self.keep.setEnabled(False)
        self.copy.setFocus(Qt.FocusReason.OtherFocusReason)
