"""Small pieces that the panels are put together from: labels, buttons, rows and columns."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTabBar,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from verifier.ui.icons import icon
from verifier.ui.tokens import METRICS

ROOM_BESIDE_WORDS = 40
"""Pixels of a field that are for its edges and a button in it."""

TITLE_BAR = 40
"""Points that the frame of a window may take above and below it."""

# A painter that knows the direction of reading turns left and right by itself.
LEADING = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
TRAILING = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter


def resize_in_room(window: QWidget, width: int, height: int) -> None:
    """Give a window this size, or as much of it as its screen has room for.

    At twice the size a usual screen has 960 by 540 points: buttons below that are out of reach.
    Where the window that it belongs to is larger than the screen, so may it be.
    """
    room = window.screen().availableSize() - QSize(0, TITLE_BAR)
    parent = window.parentWidget()
    if parent is not None:
        room = room.expandedTo(parent.window().size())
    window.resize(QSize(width, height).boundedTo(room))


def holds_focus(widget: QWidget) -> bool:
    """Whether the keyboard is in a widget or in something inside it."""
    focus = QApplication.focusWidget()
    return focus is not None and (widget is focus or widget.isAncestorOf(focus))


def label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """A label with a role of the style sheet. Its text is plain: documents may hold anything."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        made.setProperty("role", role)
    made.setWordWrap(wrap)
    return made


def tool_button(name: str, tip: str) -> QToolButton:
    """A button that is an icon, with its name for who cannot see it."""
    made = QToolButton()
    made.setIcon(icon(name))
    made.setToolTip(tip)
    made.setAccessibleName(tip)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made


def close_button(bar: QTabBar, at: int, tip: str) -> QToolButton:
    """A small button at the end of a tab that closes it, in the place of Qt's own."""
    close = tool_button("x", tip)
    close.setIconSize(QSize(14, 14))
    close.setProperty("small", True)
    close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    bar.setTabButton(at, QTabBar.ButtonPosition.RightSide, close)
    bar.setTabButton(at, QTabBar.ButtonPosition.LeftSide, None)
    return close


class PushButton(QPushButton):
    """Return presses it while it has the focus, and only then; Space does as everywhere."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Return as a click."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


def push_button(text: str, kind: str = "") -> QPushButton:
    """A button with words; `kind` as in the style sheet."""
    made = PushButton(text)
    if kind:
        made.setProperty("kind", kind)
    made.setAutoDefault(False)
    return made


def fit_words(field: QLineEdit, least: int) -> None:
    """Make a field as wide as what it asks for, and at least so many pixels."""
    words = field.fontMetrics().horizontalAdvance(field.placeholderText())
    field.setFixedWidth(max(least, words + ROOM_BESIDE_WORDS))


def column(*, margin: int = 0, spacing: int = METRICS.space_m) -> QVBoxLayout:
    """An empty column of widgets."""
    made = QVBoxLayout()
    made.setContentsMargins(margin, margin, margin, margin)
    made.setSpacing(spacing)
    return made


def row(*widgets: QWidget, spacing: int = METRICS.space_m) -> QHBoxLayout:
    """Widgets side by side."""
    made = QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    for widget in widgets:
        made.addWidget(widget)
    return made


def named(words: str, field: QWidget) -> QWidget:
    """A field with its name above it."""
    made = QWidget()
    inner = QVBoxLayout(made)
    inner.setContentsMargins(0, 0, 0, 0)
    inner.setSpacing(METRICS.space_xs)
    name = label(words)
    name.setBuddy(field)
    field.setAccessibleName(words)
    inner.addWidget(name)
    inner.addWidget(field)
    return made


def fill_centred(area: QScrollArea, inner: QWidget) -> None:
    """Scroll over what has a largest width, and stands in the middle of a wider window."""
    page = frame("window")
    centre = QHBoxLayout(page)
    centre.setContentsMargins(0, 0, 0, 0)
    centre.addStretch(1)
    centre.addWidget(inner, 100)
    centre.addStretch(1)
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)


def beside_table(page: QWidget) -> QScrollArea:
    """Scrolls over what is told of the chosen row of a table."""
    area = QScrollArea()
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    area.setMinimumSize(372, 180)
    return area


def look_like_documents(tabs: QTabWidget, name: str) -> None:
    """Tabs that are opened, moved and closed, under a name for who does not see them."""
    tabs.setDocumentMode(True)
    tabs.setMovable(True)
    tabs.setUsesScrollButtons(True)
    tabs.tabBar().setAccessibleName(name)
    tabs.tabBar().setExpanding(False)
    tabs.tabBar().setDrawBase(False)


def asks_to_save(event: QKeyEvent) -> bool:
    """Whether it is Ctrl+Return, which saves a form from any of its fields."""
    is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return is_return and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


def two_lines(metrics: QFontMetrics, text: str, width: int) -> str:
    """Words in at most two lines of a width; what is too long is cut with an ellipsis."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and len(lines) == 1 and metrics.horizontalAdvance(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    cut = Qt.TextElideMode.ElideRight
    return "\n".join(metrics.elidedText(line, cut, width) for line in lines)


def clear_layout(layout: QLayout) -> None:
    """Take every widget out of a layout for good."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        inner = item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear_layout(inner)


class Section(QWidget):
    """A heading in small capitals with room for buttons beside it, and content below."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = label(title, "section")
        self.head = row(self._title, spacing=METRICS.space_xs)
        self.head.addStretch()
        self.body = column(spacing=METRICS.space_s)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(METRICS.space_s)
        whole.addLayout(self.head)
        whole.addLayout(self.body)

    def name(self, title: str) -> None:
        """Give it another heading."""
        self._title.setText(title.upper())


def frame(panel: str) -> QFrame:
    """A frame with a ground of the style sheet."""
    made = QFrame()
    made.setProperty("panel", panel)
    return made
