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
    QToolButton,
    QWidget,
)
from window_driving import Bench

from verifier.ui.places.table_of import PLACES
from verifier.ui.reader.view import ReaderView
from verifier.ui.top_bar import MORE

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


def way_of_tab(bench: Bench, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Where Tab goes until it comes back to something."""
    seen: list[QWidget] = []
    while bench.focus not in seen:
        seen.append(bench.focus)
        bench.key(key)
    return seen


def test_tab_goes_through_the_window_as_it_is_seen(bench: Bench) -> None:
    open_everything(bench)
    bench.inspector.begin_statement()
    way = way_of_tab(bench)
    rating, desk = bench.inspector.rating, bench.window.desk
    order = [
        way.index(widget)
        for widget in (
            bench.inspector.head.statement,
            next(b for b in rating.verdict.buttons if b in way),
            rating.reason,
            bench.inspector.comments.field,
            bench.window.toolbar.theme_button,
            desk.documents.list,
            desk.claims.filter,
            bench.view,
        )
    ]
    assert order == sorted(order)
    assert order[0] == 0
    back = way_of_tab(bench, Qt.Key.Key_Backtab)
    assert set(back) == set(way)
    assert [way[0], *reversed(way[1:])] == back


def test_a_control_that_tab_reaches_in_the_inspector_is_scrolled_into_view(bench: Bench) -> None:
    open_everything(bench)
    bench.window.resize(1000, 560)
    bench.inspector.begin_statement()
    for widget in way_of_tab(bench):
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
    way = [w for w in way_of_tab(bench) if bench.inspector.isAncestorOf(w)]
    assert way
    for _ in way:
        bench.key(Qt.Key.Key_Tab)
        if bench.inspector.isAncestorOf(bench.focus):
            assert not bench.focus.visibleRegion().isEmpty()


def test_the_button_of_the_tools_there_is_no_room_for_can_be_seen_and_heard(bench: Bench) -> None:
    bench.new_case()
    bench.window.resize(bench.window.minimumSizeHint().width(), 600)
    more = bench.window.toolbar.findChild(QToolButton, MORE)
    assert more is not None
    bench.until(more.isVisible)
    assert more.accessibleName() == "More tools"
    image = more.grab().toImage()
    colours = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
    assert len(colours) > 1
