"""How a view of the whole case with a list is laid out: head, filter and table, what is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QLayout,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from verifier.ui.shell import Shell
from verifier.ui.side_by_side import SideBySide
from verifier.ui.tables import plain_look, set_widths
from verifier.ui.tokens import METRICS
from verifier.ui.two_lines import TWO_LINES, TwoLines

PARTS = (330, 500)
"""Pixels of list and details at first."""


def lay_out(
    place: QWidget,
    head: QLayout,
    search: QLineEdit,
    table: QTableView,
    details: QWidget,
    hint: QLabel | None = None,
) -> None:
    """Fill a view: the head, a hint, then filter and table beside the details."""
    side = QWidget()
    left = QVBoxLayout(side)
    left.setContentsMargins(0, 0, METRICS.space_l, 0)
    left.setSpacing(METRICS.space_m)
    left.addWidget(search)
    left.addWidget(table, 1)
    whole = QVBoxLayout(place)
    whole.setContentsMargins(24, 24, 24, 16)
    whole.setSpacing(METRICS.space_m)
    whole.addLayout(head)
    if hint is not None:
        whole.addWidget(hint)
    whole.addWidget(SideBySide(side, details, PARTS), 1)


def begin_table(
    table: QTableView,
    model: QAbstractItemModel,
    shell: Shell,
    words: tuple[str, str],
    columns: tuple[int, int, Sequence[int]],
) -> None:
    """A table whose lines have a name and, smaller, something below it.

    `words` name the table and its head; `columns` are the column of the name, the role of what
    stands below it, and the widths in pixels. The name takes the room that is left.
    """
    name, more, widths = columns
    table.setModel(model)
    plain_look(table, *words, TWO_LINES)
    table.setItemDelegateForColumn(name, TwoLines(shell, more, table))
    table.setMinimumSize(240, 120)
    set_widths(table, widths)
    table.horizontalHeader().setSectionResizeMode(name, QHeaderView.ResizeMode.Stretch)
