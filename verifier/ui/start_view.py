"""What the window shows while no case is open: begin one, open one, go on with one of late."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance, Slot
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from verifier.settings import RecentCase, login_name
from verifier.ui.icons import icon
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import (
    clear_layout,
    column,
    fill_centred,
    frame,
    label,
    push_button,
    row,
    tool_button,
)

WIDTH = 640


class StartView(QScrollArea):
    """The first thing a person sees."""

    named = Signal()
    """The person has a name now."""
    new_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()
    recent_wanted = Signal(str)

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.name = QLineEdit()
        self._name_card = self._make_name_card()
        self.new = self._big("file-plus", self.tr("New case"), self.new_wanted, "primary")
        self.open = self._big("folder-open", self.tr("Open a case"), self.open_wanted)
        self.sample = self._big("book-open", self.tr("Try the sample case"), self.sample_wanted)
        self._recent = column(spacing=METRICS.space_xs)
        self._recent_title = label(self.tr("RECENT CASES"), "section")
        self._build()
        shell.settings_changed.connect(self.refresh)
        self.refresh()

    def _big(self, symbol: str, text: str, wanted: SignalInstance, kind: str = "") -> QPushButton:
        made = push_button(text, kind)
        made.setProperty("big", True)
        made.setIcon(icon(symbol))
        made.setIconSize(QSize(18, 18))
        made.clicked.connect(wanted)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return made

    def _make_name_card(self) -> QFrame:
        card = frame("card")
        self.name.setAccessibleName(self.tr("Your name"))
        self.name.setPlaceholderText(self.tr("First name and surname"))
        if not self._shell.settings.person:
            self.name.setText(login_name())
            self.name.selectAll()
        self.name.returnPressed.connect(self._keep_name)
        self.name.editingFinished.connect(self._keep_name)
        self.name.textChanged.connect(self._allow)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(16, 14, 16, 16)
        inner.setSpacing(METRICS.space_m)
        inner.addWidget(label(self.tr("What is your name?"), "title"))
        words = self.tr(
            "It stands beside every claim, rating and comment of yours, and in the Word report."
        )
        inner.addWidget(label(words, "muted", wrap=True))
        inner.addWidget(self.name)
        return card

    def _build(self) -> None:
        inner = QWidget()
        inner.setMaximumWidth(WIDTH)
        whole = QVBoxLayout(inner)
        whole.setContentsMargins(24, 56, 24, 24)
        whole.setSpacing(METRICS.space_l)
        whole.addWidget(label("Verifier", "heading"))
        words = self.tr("Check a report line by line: claims, sources, ratings, and a Word report.")
        whole.addWidget(label(words, "muted", wrap=True))
        whole.addSpacing(METRICS.space_m)
        whole.addWidget(self._name_card)
        whole.addLayout(row(self.new, self.open, self.sample))
        whole.addSpacing(METRICS.space_m)
        whole.addWidget(self._recent_title)
        whole.addLayout(self._recent)
        whole.addStretch()
        fill_centred(self, inner)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @Slot()
    def refresh(self) -> None:
        """Show the cases of late as they are now."""
        settings = self._shell.settings
        self._name_card.setVisible(not settings.person)
        self._allow()
        clear_layout(self._recent)
        self._recent_title.setVisible(bool(settings.recent))
        for case in settings.recent:
            line = RecentLine(case)
            line.wanted.connect(self.recent_wanted)
            line.forgotten.connect(self._forget)
            self._recent.addWidget(line)

    @Slot()
    def _allow(self) -> None:
        named = bool(self._shell.settings.person or self.name.text().strip())
        for button in (self.new, self.open, self.sample):
            button.setEnabled(named)
        self.new.setIcon(icon("file-plus", self._shell.theme.tokens.on_accent if named else None))

    @Slot()
    def _keep_name(self) -> None:
        name = self.name.text().strip()
        if name and not self._shell.settings.person:
            self._shell.name_person(name)
            self.named.emit()

    def settle(self) -> bool:
        """Keep what stands in the name field; whether the person has a name now."""
        self._keep_name()
        if not self._shell.settings.person:
            self.name.setFocus()
        return bool(self._shell.settings.person)

    @Slot(str)
    def _forget(self, path: str) -> None:
        self._shell.remember(self._shell.settings.without_recent(path))


class RecentLine(QWidget):
    """A case of late: a button with its title and place, and one to forget it."""

    wanted = Signal(str)
    forgotten = Signal(str)

    def __init__(self, case: RecentCase) -> None:
        super().__init__()
        self._path = case.path
        missing = case.is_missing
        words = self.tr("%1 (missing)").replace("%1", case.title) if missing else case.title
        self.button = push_button("", "row")
        self.button.setAccessibleName(words)
        self.button.setAccessibleDescription(case.path)
        self.button.setEnabled(not missing)
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(self._want)
        inner = QVBoxLayout(self.button)
        inner.setContentsMargins(12, 4, 12, 4)
        inner.setSpacing(2)
        inner.addStretch()
        inner.addWidget(label(words, "muted" if missing else ""))
        place = label(case.path, "muted")
        place.setToolTip(case.path)
        place.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        inner.addWidget(place)
        inner.addStretch()
        forget = tool_button("x", self.tr("Forget %1").replace("%1", case.title))
        forget.clicked.connect(self._forget)
        line = row(self.button, forget)
        self.setLayout(line)

    @Slot()
    def _want(self) -> None:
        self.wanted.emit(self._path)

    @Slot()
    def _forget(self) -> None:
        self.forgotten.emit(self._path)
