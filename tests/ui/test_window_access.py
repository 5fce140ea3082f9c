"""The window without a mouse and without eyes: every control has a name and can be reached."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from window_driving import Bench

from verifier.ui.places.table_of import PLACES
from verifier.ui.reader.view import ReaderView

CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QAbstractItemView, ReaderView)


def nameless(root: QWidget) -> list[str]:
    found = []
    for widget in root.findChildren(QWidget):
        if not isinstance(widget, CONTROLS) or not widget.isVisible():
            continue
        if isinstance(widget.parent(), QComboBox | QLineEdit):
            continue
        spoken = QAccessible.queryAccessibleInterface(widget)
        name = spoken.text(QAccessible.Text.Name) if spoken is not None else ""
        if not (name or widget.accessibleName()):
            found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found


def open_everything(bench: Bench) -> None:
    bench.new_case()
    bench.import_file(bench.write())
    bench.drag_over("Wages rose by 4 per cent")
    bench.key(Qt.Key.Key_H)
    bench.view.setFocus()
    bench.window.controllers.claims.add_source()


def test_every_control_has_a_name(bench: Bench) -> None:
    assert nameless(bench.window) == []
    open_everything(bench)
    desk = bench.window.desk
    desk.show_table()
    desk.table.view.selectAll()
    desk.table.head.ask_name()
    bench.inspector.begin_details()
    bench.inspector.begin_relation()
    bench.inspector.begin_split()
    assert nameless(bench.window) == []
    for name in PLACES:
        desk.show_place(name)
        assert nameless(bench.window) == [], name


def test_tab_goes_through_the_inspector_and_never_gets_stuck(bench: Bench) -> None:
    open_everything(bench)
    bench.inspector.begin_statement()
    seen: list[QWidget] = []
    while bench.focus not in seen:
        seen.append(bench.focus)
        bench.key(Qt.Key.Key_Tab)
    inside = [widget for widget in seen if bench.inspector.isAncestorOf(widget)]
    assert bench.inspector.rating.reason in inside
    assert bench.inspector.comments.field in inside
    assert len(inside) >= 15


def test_a_letter_typed_into_a_field_is_no_shortcut(bench: Bench) -> None:
    open_everything(bench)
    bench.inspector.begin_statement()
    bench.type("High jinks, clearly")
    assert bench.inspector.head.statement.toPlainText() == "High jinks, clearly"
    assert len(bench.claims) == 1
