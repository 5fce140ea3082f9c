"""Finds words that have no room: labels, buttons, fields and titles of columns that are cut."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTableView,
    QToolButton,
    QWidget,
)

SLACK = 2
"""Pixels that rounding may take."""
BESIDE_WORDS = 20
"""Pixels of a line edit that are not for its words."""


def clipped(root: QWidget) -> list[str]:
    """What is cut in a widget that is shown, in words."""
    found = []
    for widget in root.findChildren(QWidget):
        if widget.isVisible() and widget.window() is root.window():
            found += [f"{_place(widget)}: {why}" for why in _faults(widget)]
    return found


def _faults(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel):
        yield from _label(widget)
    elif isinstance(widget, QCheckBox | QRadioButton | QPushButton | QToolButton):
        yield from _button(widget)
    elif isinstance(widget, QScrollArea):
        yield from _content(widget)
    elif isinstance(widget, QLineEdit):
        yield from _field(widget)
    elif isinstance(widget, QTableView):
        yield from _titles(widget)


def _label(label: QLabel) -> Iterator[str]:
    if not label.text() or label.property("cut"):
        return
    if label.wordWrap():
        need = label.heightForWidth(label.width())
        if need > label.height() + SLACK:
            yield f"{need} pixels high, has {label.height()}: {label.text()[:60]!r}"
    else:
        need = label.sizeHint().width()
        if need > label.width() + SLACK:
            yield f"{need} pixels wide, has {label.width()}: {label.text()[:60]!r}"
        if label.sizeHint().height() > label.height() + SLACK:
            yield f"too low: {label.text()[:60]!r}"


def _button(button: QAbstractButton) -> Iterator[str]:
    """A button that may be cut says so by a smaller minimum, and has its words in its tip."""
    if not button.text() or (
        isinstance(button, QToolButton)
        and button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
    ):
        return
    may_be_cut = button.toolTip() and button.minimumSizeHint().width() < button.sizeHint().width()
    need = button.minimumSizeHint() if may_be_cut else button.sizeHint()
    if need.width() > button.width() + SLACK:
        yield f"{need.width()} pixels wide, has {button.width()}: {button.text()!r}"
    if need.height() > button.height() + SLACK:
        yield f"{need.height()} pixels high, has {button.height()}: {button.text()!r}"


def _field(field: QLineEdit) -> Iterator[str]:
    """What an empty field asks for may be cut where its tip says it too."""
    if field.text() or field.placeholderText() in ("", field.toolTip()):
        return
    margins = field.textMargins()
    icons = 24 * len(field.actions())
    room = field.width() - BESIDE_WORDS - margins.left() - margins.right() - icons
    yield from _words(field, field.placeholderText(), room)


def _content(area: QScrollArea) -> Iterator[str]:
    """What cannot be scrolled sideways must not be wider than what is seen of it."""
    content, seen = area.widget(), area.viewport().width()
    is_fixed = area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    if content is not None and is_fixed and content.width() > seen + SLACK:
        yield f"content {content.width()} pixels wide, seen {seen}"


def _titles(table: QTableView) -> Iterator[str]:
    header, model = table.horizontalHeader(), table.model()
    if model is None or header.isHidden():
        return
    for at in range(header.count()):
        if not header.isSectionHidden(at):
            title = str(model.headerData(at, Qt.Orientation.Horizontal) or "")
            longest = max(title.split("\n"), key=len)
            yield from _words(header, longest, header.sectionSize(at) - 8)


def _words(widget: QWidget, words: str, room: int) -> Iterator[str]:
    need = widget.fontMetrics().horizontalAdvance(words)
    if need > room + SLACK:
        yield f"{need} pixels wide, has {room}: {words[:60]!r}"


def _place(widget: QWidget) -> str:
    """The classes around it, the nearest last."""
    names: list[str] = []
    around: QWidget | None = widget
    while around is not None:
        name = type(around).__name__
        if not name.startswith("Q") or not names:
            names.append(name)
        around = around.parentWidget()
    return " > ".join(reversed(names[:4]))
