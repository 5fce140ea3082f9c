"""The parts of the report: ticked or not, in an order that is dragged or moved by the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from verifier.export.settings import ALL_PARTS, Part
from verifier.ui.report_words import PARTS
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import row, tool_button
from verifier.ui.words import word

CODE = Qt.ItemDataRole.UserRole


class _List(QListWidget):
    """A list whose lines move with Alt+Up and Alt+Down."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and an arrow move the line, everything else is as usual."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(step)
        else:
            super().keyPressEvent(event)


class PartList(QWidget):
    """Which parts the report has, and in which order."""

    def __init__(self) -> None:
        super().__init__()
        self.list = _List()
        self.list.setAccessibleName(self.tr("Parts of the report"))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.list.setMinimumSize(290, 346)
        self.list.moved.connect(self.move_line)
        self.up = tool_button("arrow-up", self.tr("Earlier (Alt+Up)"))
        self.down = tool_button("arrow-down", self.tr("Later (Alt+Down)"))
        self.up.clicked.connect(self._move_up)
        self.down.clicked.connect(self._move_down)
        buttons = row(self.up, self.down, spacing=METRICS.space_xs)
        buttons.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(METRICS.space_xs)
        whole.addWidget(self.list, 1)
        whole.addLayout(buttons)

    def show_parts(self, parts: tuple[Part, ...]) -> None:
        """These parts ticked and first, in this order; then the others."""
        self.list.clear()
        for part in (*parts, *(each for each in ALL_PARTS if each not in parts)):
            item = QListWidgetItem(word(PARTS, part.value))
            item.setData(CODE, part.value)
            item.setSizeHint(QSize(0, METRICS.tree_row))
            flags = item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled
            item.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable)
            ticked = Qt.CheckState.Checked if part in parts else Qt.CheckState.Unchecked
            item.setCheckState(ticked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    @property
    def parts(self) -> tuple[Part, ...]:
        """The ticked parts in their order."""
        items = [self.list.item(at) for at in range(self.list.count())]
        ticked = [item for item in items if item.checkState() is Qt.CheckState.Checked]
        return tuple(Part(item.data(CODE)) for item in ticked)

    @Slot(int)
    def move_line(self, step: int) -> None:
        """Move the chosen line up or down."""
        at = self.list.currentRow()
        to = at + step
        if at >= 0 and 0 <= to < self.list.count():
            item = self.list.takeItem(at)
            self.list.insertItem(to, item)
            self.list.setCurrentRow(to)

    @Slot()
    def _move_up(self) -> None:
        self.move_line(-1)

    @Slot()
    def _move_down(self) -> None:
        self.move_line(1)
