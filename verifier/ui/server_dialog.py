"""Cases on a team's PostgreSQL server: which server, in whose name, which of its cases."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from shiboken6 import isValid

from verifier.addresses import is_server, of_case, parted, with_password, without_password
from verifier.errors import VerifierError
from verifier.ui.jobs import Progress
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.told import told_error
from verifier.ui.widgets import label, named, push_button, resize_in_room, row
from verifier.workspace import Workspace, cases_on

SIZE = (560, 480)
OPTION = "server"
"""The small choice under which the address is kept, without its password."""


class ServerDialog(QDialog):
    """Asks a server in a job which cases it has; opens one, or begins one there."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Open a case on a server"))
        resize_in_room(self, *SIZE)
        self.address = QLineEdit(str(shell.settings.options.get(OPTION, "")))
        self.password = QLineEdit()
        self.ask = push_button(self.tr("Show its cases"))
        self.cases = QListWidget()
        self.title = QLineEdit()
        self.begin = push_button(self.tr("Begin it there"))
        self.choose = push_button(self.tr("Open"), "primary")
        self.words = label(self.tr("Its cases stand here once it is asked."), "muted", wrap=True)
        self._is_asking = False
        self._asked = ""
        """The address, with its password, whose cases are listed."""
        self._build()
        self._allow()

    def _build(self) -> None:
        self.address.setPlaceholderText("postgresql://name@host/database")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText(self.tr("Kept nowhere; empty where none is needed"))
        self.cases.setProperty("panel", "framed")
        self.cases.setAccessibleName(self.tr("Cases on the server"))
        for field in (self.address, self.password):
            field.textChanged.connect(self._allow)
            field.returnPressed.connect(self.show_cases)
        self.title.textChanged.connect(self._allow)
        self.title.returnPressed.connect(self.begin_case)
        self.ask.clicked.connect(self.show_cases)
        self.cases.currentRowChanged.connect(self._allow)
        self.cases.itemActivated.connect(self.open_case)
        self.choose.clicked.connect(self.open_case)
        self.begin.clicked.connect(self.begin_case)
        close = push_button(self.tr("Close"))
        close.clicked.connect(self.close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 16)
        whole.setSpacing(METRICS.space_m)
        whole.addWidget(named(self.tr("Address of the server's database"), self.address))
        account = row(named(self.tr("Password"), self.password), self.ask)
        account.setAlignment(self.ask, Qt.AlignmentFlag.AlignBottom)
        whole.addLayout(account)
        whole.addWidget(self.words)
        whole.addWidget(self.cases, 1)
        new = row(named(self.tr("A new case, by its title"), self.title), self.begin)
        new.setAlignment(self.begin, Qt.AlignmentFlag.AlignBottom)
        whole.addLayout(new)
        buttons = row(close, self.choose)
        buttons.insertStretch(0)
        whole.addLayout(buttons)

    @property
    def _whole_address(self) -> str:
        address, _ = parted(self.address.text().strip())
        return with_password(address, self.password.text())

    @Slot()
    def _allow(self) -> None:
        """What makes sense now."""
        is_address = is_server(self.address.text().strip()) and not self._is_asking
        is_known = not self._is_asking and self._asked == self._whole_address
        self.ask.setEnabled(is_address)
        self.begin.setEnabled(is_address and bool(self.title.text().strip()))
        self.choose.setEnabled(is_known and self.cases.currentRow() >= 0)

    @Slot()
    def show_cases(self) -> None:
        """Ask the server what it has."""
        if self.ask.isEnabled():
            address = self._whole_address
            self._work(self.tr("Asking the server…"), lambda: cases_on(address), self._list)

    def _list(self, found: Sequence[tuple[str, str]]) -> None:
        self._asked = self._whole_address
        self._keep_address()
        self.cases.clear()
        for case_id, title in found:
            item = QListWidgetItem(title)
            item.setData(Qt.ItemDataRole.UserRole, case_id)
            item.setToolTip(case_id)
            item.setSizeHint(QSize(0, METRICS.tree_row))
            self.cases.addItem(item)
        self.words.setText("" if found else self.tr("There is no case yet: begin one below."))
        self.cases.setCurrentRow(0 if found else -1)
        (self.cases if found else self.title).setFocus()

    @Slot()
    def open_case(self) -> None:
        """Open the chosen one in place of the case that is open."""
        item = self.cases.currentItem()
        if item is not None and self.choose.isEnabled():
            self._open(of_case(self._asked, str(item.data(Qt.ItemDataRole.UserRole))))

    @Slot()
    def begin_case(self) -> None:
        """Begin a new one there, and open it."""
        if not self.begin.isEnabled():
            return
        address, title = self._whole_address, self.title.text().strip()
        person = self._shell.settings.person

        def begin() -> str:
            with Workspace.create(address, title=title, person=person) as made:
                return made.address

        self._work(self.tr("Beginning the case…"), begin, self._open)

    def _open(self, address: str) -> None:
        self._keep_address()
        shell = self._shell
        self.close()
        shell.open_beside(address)

    def _keep_address(self) -> None:
        kept = {**self._shell.settings.options, OPTION: without_password(self.address.text())}
        self._shell.remember(replace(self._shell.settings, options=kept))

    def _work(self, words: str, ask: Callable[[], object], then: Callable[..., None]) -> None:
        """Ask the server in a job; what goes wrong is told here, beside what was typed."""

        def work(_progress: Progress, _cancelled: Callable[[], bool]) -> object:
            return ask()

        def done(found: object) -> None:
            if isValid(self):
                self._wait_no_more("")
                then(found)

        def failed(error: VerifierError) -> None:
            if isValid(self):
                self._wait_no_more(told_error(error))

        self._is_asking = True
        self.words.setText(words)
        self._allow()
        self._shell.jobs.run("", work, done, failed)

    def _wait_no_more(self, words: str) -> None:
        self._is_asking = False
        self.words.setText(words)
        self._allow()
