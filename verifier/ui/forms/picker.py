"""Choosing items of the locker by typing a few letters: chosen ones above, matches below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from verifier.queries.evidence import EvidenceRow
from verifier.ui.pages_of import title_of
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import clear_layout, label, push_button, row, tool_button

MATCHES = 5


class EvidencePicker(QWidget):
    """Several items of the locker, by id, in the order they were chosen."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._items: dict[str, EvidenceRow] = {}
        self.ids: tuple[str, ...] = ()
        self.field = QLineEdit()
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(
            self.tr("Evidence: type a few letters, Return takes the first")
        )
        self.field.setToolTip(self.field.placeholderText())
        self.field.textEdited.connect(self._offer)
        self.field.returnPressed.connect(self._take_first)
        self._chosen = QVBoxLayout()
        self._matches = QVBoxLayout()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(METRICS.space_xs)
        for part in (self._chosen, self._matches):
            part.setSpacing(2)
        whole.addLayout(self._chosen)
        whole.addWidget(self.field)
        whole.addLayout(self._matches)

    def offer(self, items: Sequence[EvidenceRow]) -> None:
        """What can be chosen."""
        self._items = {item.id: item for item in items}

    def choose(self, ids: Sequence[str]) -> None:
        """Show these as chosen, without telling anybody."""
        self.ids = tuple(ids)
        clear_layout(self._chosen)
        for item_id in self.ids:
            item = self._items.get(item_id)
            words = label(title_of(item) if item is not None else item_id, wrap=True)
            away = tool_button("x", self.tr("Take %1 away").replace("%1", words.text()))
            away.setProperty("small", True)
            away.setIconSize(QSize(14, 14))
            away.setProperty("item", item_id)
            away.clicked.connect(self._drop)
            line = row(words, away, spacing=METRICS.space_xs)
            line.setStretch(0, 1)
            self._chosen.addLayout(line)

    @Slot(str)
    def _offer(self, text: str) -> None:
        clear_layout(self._matches)
        for item in self.matching(text):
            button = push_button(" ".join(title_of(item).split()), "link")
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.setProperty("item", item.id)
            button.clicked.connect(self._take)
            self._matches.addWidget(button)

    def matching(self, text: str) -> list[EvidenceRow]:
        """The first items with all the words that are not chosen yet."""
        words = text.casefold().split()
        found = [
            item
            for item in self._items.values()
            if words
            and item.id not in self.ids
            and all(
                word in f"{title_of(item)} {item.url} {item.file_name}".casefold() for word in words
            )
        ]
        return found[:MATCHES]

    @Slot()
    def _take(self) -> None:
        self._add(str(self.sender().property("item")))

    @Slot()
    def _take_first(self) -> None:
        for item in self.matching(self.field.text())[:1]:
            self._add(item.id)

    def _add(self, item_id: str) -> None:
        self.field.clear()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        clear_layout(self._matches)
        self.choose((*self.ids, item_id))
        self.changed.emit()

    @Slot()
    def _drop(self) -> None:
        button = self.sender()
        if isinstance(button, QToolButton):
            gone = str(button.property("item"))
            self.choose([item_id for item_id in self.ids if item_id != gone])
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.changed.emit()
