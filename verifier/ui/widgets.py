"""Small pieces that the panels are put together from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from verifier.ui.icons import draw_icon, has_icon, icon
from verifier.ui.looks import Chip
from verifier.ui.tokens import METRICS, Tokens

CHIP_HEIGHT = 22
CHIP_PADDING = 8
CHIP_SIGN = 14
EMPTY_WIDTH = 400

# A painter that knows the direction of reading turns left and right by itself.
LEADING = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
TRAILING = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter


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


def push_button(text: str, kind: str = "") -> QPushButton:
    """A button with words; `kind` as in the style sheet."""
    made = QPushButton(text)
    if kind:
        made.setProperty("kind", kind)
    made.setAutoDefault(False)
    return made


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


def chip_width(chip: Chip, metrics: QFontMetrics) -> int:
    """How wide a chip is drawn."""
    return metrics.horizontalAdvance(chip.text) + 2 * CHIP_PADDING + CHIP_SIGN + 4


def draw_chip(painter: QPainter, rect: QRectF, chip: Chip) -> None:
    """Paint a chip into a rectangle; a text that is too long is cut with an ellipsis."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(chip.ground))
    radius = rect.height() / 2
    painter.drawRoundedRect(rect, radius, radius)
    mirrored = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
    inner = rect.adjusted(CHIP_PADDING, 0, -CHIP_PADDING, 0)
    left = inner.right() - CHIP_SIGN if mirrored else inner.left()
    sign = QRectF(left, rect.center().y() - CHIP_SIGN / 2, CHIP_SIGN, CHIP_SIGN)
    _draw_sign(painter, sign, chip)
    painter.setPen(QColor(chip.ink))
    room = CHIP_SIGN + 4
    words = inner.adjusted(0, 0, -room, 0) if mirrored else inner.adjusted(room, 0, 0, 0)
    metrics = painter.fontMetrics()
    text = metrics.elidedText(chip.text, Qt.TextElideMode.ElideRight, int(words.width()) + 1)
    painter.drawText(words, LEADING, text)
    painter.restore()


def _draw_sign(painter: QPainter, rect: QRectF, chip: Chip) -> None:
    if has_icon(chip.icon):
        draw_icon(painter, rect, chip.icon, chip.ink)
    else:
        painter.setPen(QColor(chip.ink))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, chip.sign)


class ChipLabel(QWidget):
    """A chip that stands in a layout."""

    def __init__(self, chip: Chip, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chip = chip
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(chip.text)

    def show_chip(self, chip: Chip) -> None:
        """Show another one."""
        self._chip = chip
        self.setAccessibleName(chip.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        return QSize(chip_width(self._chip, self.fontMetrics()) + 1, CHIP_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """It may be cut, but never to nothing."""
        return QSize(min(60, self.sizeHint().width()), CHIP_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw it."""
        painter = QPainter(self)
        painter.setFont(self.font())
        draw_chip(painter, QRectF(self.rect()), self._chip)
        painter.end()


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several answers: its code, its words, its look when chosen."""

    code: str
    text: str
    tip: str = ""
    chip: Chip | None = None


class ChoiceButton(QPushButton):
    """An answer that can be chosen. Chosen, it wears the colours of its chip and a thick edge."""

    def __init__(self, choice: Choice, tokens: Tokens) -> None:
        super().__init__(choice.text)
        self.choice = choice
        self._tokens = tokens
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setToolTip(choice.tip or choice.text)
        self.setAccessibleName(choice.text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def use(self, tokens: Tokens, chip: Chip | None) -> None:
        """Wear the colours of another theme."""
        self._tokens = tokens
        self.choice = Choice(self.choice.code, self.choice.text, self.choice.tip, chip)
        self.update()

    def sizeHint(self) -> QSize:
        """Room for sign and words."""
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2 * 10 + self._room()
        return QSize(width, 34)

    def minimumSizeHint(self) -> QSize:
        """Words may be cut: the tip says them whole."""
        return QSize(44 + self._room(), 34)

    def _room(self) -> int:
        return CHIP_SIGN + 6 if self.choice.chip is not None else 0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw edge, sign and words."""
        tokens, chip = self._tokens, self.choice.chip
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, ink, edge, width = self._colours()
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(ground))
        inset = width / 2 + (2 if self.hasFocus() else 0)
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, METRICS.radius, METRICS.radius)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
            painter.drawRoundedRect(ring, METRICS.radius + 1, METRICS.radius + 1)
        inner = self.rect().adjusted(10, 0, -10, 0)
        if chip is not None:
            inner = self._paint_sign(painter, inner, chip, ink)
        font = self.font()
        font.setBold(False)
        if self.isChecked():
            font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        text = self._fitting(painter, inner.width())
        painter.drawText(inner, LEADING if chip is not None else CENTRE, text)
        painter.end()

    def _fitting(self, painter: QPainter, width: int) -> str:
        """The words in one line, in two smaller ones, or cut."""
        if painter.fontMetrics().horizontalAdvance(self.text()) <= width:
            return self.text()
        font = painter.font()
        font.setPixelSize(METRICS.label)
        painter.setFont(font)
        return two_lines(painter.fontMetrics(), self.text(), width)

    def _paint_sign(self, painter: QPainter, inner: QRect, chip: Chip, ink: str) -> QRect:
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = inner.right() - CHIP_SIGN if mirrored else inner.left()
        place = QRectF(QPointF(left, inner.center().y() - CHIP_SIGN / 2 + 0.5), QSize(14, 14))
        colour = ink if self.isChecked() else chip.ink
        _draw_sign(painter, place, Chip(chip.text, chip.sign, chip.ground, colour, chip.icon))
        room = CHIP_SIGN + 6
        return inner.adjusted(0, 0, -room, 0) if mirrored else inner.adjusted(room, 0, 0, 0)

    def _colours(self) -> tuple[str, str, str, float]:
        tokens, chip = self._tokens, self.choice.chip
        if not self.isEnabled():
            ground = tokens.selection if self.isChecked() else tokens.window
            return ground, tokens.muted, tokens.border, 1
        if self.isChecked():
            if chip is not None:
                return chip.ground, chip.ink, chip.ink, 2
            return tokens.selection, tokens.text, tokens.accent, 2
        ground = tokens.raised if self.underMouse() else tokens.surface
        return ground, tokens.text, tokens.control, 1


class Choices(QWidget):
    """Several answers of which one, or none, is chosen. Choosing the chosen one takes it back."""

    chosen = Signal(str)
    """The code the person chose; empty when they took it back."""

    def __init__(self, name: str, columns: int, *, may_be_empty: bool = True) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._columns = columns
        self._may_be_empty = may_be_empty
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(METRICS.space_s)
        self._buttons: list[ChoiceButton] = []

    @property
    def buttons(self) -> Sequence[ChoiceButton]:
        """In the order of the answers."""
        return self._buttons

    def offer(self, choices: Sequence[Choice], tokens: Tokens) -> None:
        """Offer these answers; the same ones only change their colours."""
        if [button.choice.code for button in self._buttons] == [each.code for each in choices]:
            for button, choice in zip(self._buttons, choices, strict=True):
                button.use(tokens, choice.chip)
            return
        clear_layout(self._grid)
        self._buttons = []
        for at, choice in enumerate(choices):
            button = ChoiceButton(choice, tokens)
            button.setAccessibleDescription(self.accessibleName())
            button.clicked.connect(self._click)
            self._grid.addWidget(button, at // self._columns, at % self._columns)
            self._buttons.append(button)
        for at in range(self._columns):
            self._grid.setColumnStretch(at, 1)

    @property
    def code(self) -> str:
        """The chosen code; empty for none."""
        return next((b.choice.code for b in self._buttons if b.isChecked()), "")

    def choose(self, code: str) -> None:
        """Show a code as chosen, without telling anybody."""
        for button in self._buttons:
            button.setChecked(button.choice.code == code)

    @Slot()
    def _click(self) -> None:
        button = self.sender()
        if not isinstance(button, ChoiceButton):
            return
        if not button.isChecked() and not self._may_be_empty:
            button.setChecked(True)
        self.choose(button.choice.code if button.isChecked() else "")
        self.chosen.emit(self.code)


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


class _Narrow(QLabel):
    """Words in lines that are never too long to read, in the middle of any width."""

    def __init__(self, text: str, role: str) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setWordWrap(True)
        self.setMaximumWidth(EMPTY_WIDTH)

    def heightForWidth(self, width: int) -> int:
        """A layout asks with all its width, of which only some is used."""
        return super().heightForWidth(min(width, EMPTY_WIDTH))


class EmptyState(QWidget):
    """What a place says that has nothing to show yet: what belongs here, and how it gets here."""

    def __init__(self, symbol: str, title: str, text: str, *buttons: QAbstractButton) -> None:
        super().__init__()
        self._symbol = symbol
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words = _Narrow(title, "title")
        more = _Narrow(text, "muted")
        inner = QWidget()
        inner.setMaximumWidth(EMPTY_WIDTH)
        centre = QHBoxLayout(self)
        centre.setContentsMargins(METRICS.space_xl, 0, METRICS.space_xl, 0)
        centre.addStretch(1)
        centre.addWidget(inner, 100)
        centre.addStretch(1)
        whole = QVBoxLayout(inner)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(METRICS.space_m)
        whole.addStretch(2)
        for widget in (self._picture, words, more):
            whole.addWidget(widget)
        for part in (words, more):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
        if buttons:
            line = row(*buttons)
            line.insertStretch(0)
            line.addStretch()
            whole.addSpacing(METRICS.space_m)
            whole.addLayout(line)
        whole.addStretch(3)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the colours of the theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        colour = self.palette().placeholderText().color().name()
        self._picture.setPixmap(icon(self._symbol, colour).pixmap(QSize(40, 40)))


def frame(panel: str) -> QFrame:
    """A frame with a ground of the style sheet."""
    made = QFrame()
    made.setProperty("panel", panel)
    return made


class Combo(QComboBox):
    """A list to choose from, in the look of the other fields; the wheel does not change it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(30)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turning the wheel scrolls what is around."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw edge, words and arrow."""
        palette = self.palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        edge = palette.accent().color() if focused else palette.dark().color()
        if not self.isEnabled():
            edge = palette.mid().color()
        width = 2.0 if focused else 1.0
        painter.setPen(QPen(edge, width))
        painter.setBrush(palette.base() if self.isEnabled() else palette.window())
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(box, METRICS.radius, METRICS.radius)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        arrow = QRectF(8 if mirrored else self.width() - 24, self.height() / 2 - 8, 16, 16)
        ink = palette.text().color() if self.isEnabled() else palette.placeholderText().color()
        draw_icon(painter, arrow, "chevron-down", palette.placeholderText().color().name())
        inner = self.rect().adjusted(*((28, 0, -9, 0) if mirrored else (9, 0, -28, 0)))
        painter.setPen(ink)
        text = painter.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(inner, LEADING, text)
        painter.end()


def combo(name: str, choices: Sequence[tuple[str, str]]) -> Combo:
    """A list to choose from: (code, words)."""
    made = Combo()
    made.setAccessibleName(name)
    made.setMinimumContentsLength(6)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    for code, text in choices:
        made.addItem(text, code)
    return made


def choose_in(box: QComboBox, code: str) -> None:
    """Show a code as chosen, without telling anybody."""
    box.blockSignals(True)
    box.setCurrentIndex(max(0, box.findData(code)))
    box.blockSignals(False)
