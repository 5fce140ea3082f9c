"""Words that could not be saved because the server was gone when the case had to be closed.

The person is asked first. What they keep lies on this computer, with where they were in the case,
and is shown when the case is opened again, until they take it. It is put into no field: somebody
else may have written there meanwhile.
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
from verifier.ui.widgets import column, label, push_button, resize_in_room, row

SIZE = (520, 320)
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
        shell.unsaved.connect(self._ask)
        shell.opened.connect(self._give_back)

    @Slot(object)
    def _ask(self, go: Go) -> None:
        """Ask what is to become of what is being written; `go` closes, once that is settled."""
        if self.dialog is not None:
            return
        self.dialog = KeepingDialog(self._shell.drafts.words, self._window)
        self.dialog.accepted.connect(partial(self._keep, go))
        self.dialog.finished.connect(self._put_away)
        self.dialog.open()

    def _keep(self, go: Go) -> None:
        shell = self._shell
        words = shell.drafts.words
        if words:
            place = shell.settings.places.get(shell.place, {})
            kept = [*place.get(KEPT, ()), words]
            shell.remember(shell.settings.with_place(shell.place, {**place, KEPT: kept}))
        shell.drafts.abandon()
        go()

    @Slot()
    def _put_away(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()

    @Slot()
    def _give_back(self) -> None:
        for words in self._shell.settings.places.get(self._shell.place, {}).get(KEPT, ()):
            text = self.tr(
                "When this case was closed, its server did not answer. What you were writing was "
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
    """What cannot be saved now, and what can be done."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("The server does not answer"))
        self.words = QPlainTextEdit(words)
        LeadingEdge(self.words)
        self.words.setReadOnly(True)
        self.words.setAccessibleName(self.tr("What you were writing"))
        text = self.tr(
            "This cannot be saved now. It can be kept on this computer: when you open the case "
            "again, it is shown to you."
        )
        self.stay = push_button(self.tr("Stay"))
        self.keep = push_button(self.tr("Keep it here and close"), "primary")
        self.stay.clicked.connect(self.reject)
        self.keep.clicked.connect(self.accept)
        buttons = row(self.stay, self.keep)
        buttons.insertStretch(0)
        whole = column(margin=METRICS.space_l, spacing=METRICS.space_l)
        whole.addWidget(label(text, wrap=True))
        whole.addWidget(self.words, 1)
        whole.addLayout(buttons)
        self.setLayout(whole)
        resize_in_room(self, *SIZE)
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)
