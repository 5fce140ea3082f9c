"""Chips above the table: all claims, or those of one verdict, with how many there are."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Signal, Slot
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from verifier import scales
from verifier.ui.chips import CHIP_HEIGHT, chip_width, draw_chip
from verifier.ui.looks import UNRATED_SIGN, Chip
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import CENTRE, clear_layout, tool_button

ALL = "*"


class FilterChip(QPushButton):
    """A chip that can be chosen."""

    def __init__(self, code: str, chip: Chip, shell: Shell) -> None:
        super().__init__()
        self.code = code
        self.is_short = False
        self._shell = shell
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_chip(chip)

    def show_chip(self, chip: Chip) -> None:
        """Another number, or colours of another theme."""
        short = chip.text.rsplit(" ", 1)[-1] if self.code != ALL else chip.text
        self._long, self._short = chip, replace(chip, text=short)
        self.setText(chip.text)
        self.setAccessibleName(chip.text)
        self.setToolTip(chip.text)
        self.updateGeometry()
        self.update()

    @property
    def _chip(self) -> Chip:
        return self._short if self.is_short else self._long

    @property
    def full_width(self) -> int:
        """With the word and the number."""
        return chip_width(self._long, self.fontMetrics()) + 10

    def shorten(self, wanted: bool) -> None:
        """Show sign and number only, or the word too."""
        self.is_short = wanted
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the chip, with room for its ring."""
        return QSize(chip_width(self._chip, self.fontMetrics()) + 10, CHIP_HEIGHT + 6)

    def minimumSizeHint(self) -> QSize:
        """It may be cut."""
        return QSize(46, CHIP_HEIGHT + 6)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the chip, and a ring around the chosen or focused one."""
        tokens = self._shell.theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        chip = self._chip
        if self.code == ALL:
            ground = tokens.accent if self.isChecked() else tokens.raised
            painter.setPen(QColor(ground))
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
            painter.setPen(QColor(tokens.on_accent if self.isChecked() else tokens.text))
            painter.drawText(box, CENTRE, chip.text)
        else:
            draw_chip(painter, box, chip)
        if self.isChecked() or self.hasFocus():
            painter.setBrush(QColor(0, 0, 0, 0))
            painter.setPen(QPen(QColor(tokens.accent), 1.5))
            ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)
        painter.end()


class VerdictFilter(QWidget):
    """The chips of the verdicts that there are."""

    chosen = Signal(object)
    """A verdict's code, "" for unrated, None for all."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._chosen = ALL
        self._shown: tuple[object, ...] = ()
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(METRICS.space_xs)
        self.setAccessibleName(self.tr("Filter by verdict"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.chips: list[FilterChip] = []
        self.more = tool_button("ellipsis", self.tr("More verdicts"))
        self.more.setParent(self)
        self.more.setMenu(QMenu(self))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.menu().triggered.connect(self._choose_more)
        self.more.hide()

    @Slot()
    def refresh(self) -> None:
        """Count again."""
        if not self._shell.is_open:
            return
        everything = len(self._shell.claims)
        counted: Counter[str] = Counter()
        for (_, code), count in self._shell.claims.verdicts.items():
            if count:
                counted[code] += count
        wanted = (self._shell.theme.tokens.dark, everything, *sorted(counted.items()))
        if wanted == self._shown:
            return
        self._shown = wanted
        words = self.tr("All %1").replace("%1", str(everything))
        offered = [(ALL, Chip(words, "", "", ""))]
        offered += [(code, self._chip(code, count)) for code, count in self._order(counted)]
        if [chip.code for chip in self.chips] == [code for code, _ in offered]:
            for known, (_, chip) in zip(self.chips, offered, strict=True):
                known.show_chip(chip)
        else:
            self._make_chips(offered)
        self._fit()
        if self._chosen != ALL and self._chosen not in counted:
            self._choose(ALL)

    def _make_chips(self, offered: list[tuple[str, Chip]]) -> None:
        self._line.removeWidget(self.more)
        clear_layout(self._line)
        self.chips = [FilterChip(code, chip, self._shell) for code, chip in offered]
        for chip in self.chips:
            chip.setChecked(chip.code == self._chosen)
            chip.clicked.connect(self._click)
            self._line.addWidget(chip)
        self._line.addWidget(self.more)
        self._line.addStretch()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words where there is room for all of them, else signs and numbers."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Room for signs and numbers."""
        return QSize(56 * max(1, len(self.chips)), CHIP_HEIGHT + 6)

    def _fit(self) -> None:
        """Words where all fit, else signs and numbers; what does not fit even so is in a menu."""
        gaps = METRICS.space_xs * len(self.chips)
        is_short = sum(chip.full_width for chip in self.chips) + gaps > self.width()
        for chip in self.chips:
            if chip.is_short != is_short:
                chip.shorten(is_short)
        widths = [chip.sizeHint().width() + METRICS.space_xs for chip in self.chips]
        room = self.width()
        if sum(widths) > room:
            room -= self.more.sizeHint().width() + METRICS.space_xs
        menu = self.more.menu()
        menu.clear()
        for chip, width in zip(self.chips, widths, strict=True):
            room -= width
            chip.setVisible(room >= 0)
            if room < 0:
                action = menu.addAction(chip.accessibleName())
                action.setData(chip.code)
                action.setCheckable(True)
                action.setChecked(chip.code == self._chosen)
        self.more.setVisible(not menu.isEmpty())

    def _order(self, counted: Counter[str]) -> list[tuple[str, int]]:
        known = scales.known_scales()
        order = [*scales.find(known, self._shell.case.verdict_scale).codes, ""]
        ranked = [code for code in order if code in counted]
        others = sorted(code for code in counted if code not in order)
        return [(code, counted[code]) for code in (*ranked, *others)]

    def _chip(self, code: str, count: int) -> Chip:
        tokens = self._shell.theme.tokens
        if not code:
            words = self.tr("Not rated")
            return Chip(f"{words} {count}", UNRATED_SIGN, tokens.raised, tokens.muted)
        known = scales.known_scales()
        scale = scales.find(known, self._shell.case.verdict_scale)
        found = scale.level(code) if code in scale.codes else None
        if found is None or found.look is None:
            return Chip(f"{code} {count}", "?", tokens.raised, tokens.text)
        look = found.look
        ground, ink = (look.dark_chip, look.dark_ink) if tokens.dark else (look.chip, look.ink)
        return Chip(f"{found.label} {count}", look.sign, ground, ink, look.icon)

    @Slot()
    def _click(self) -> None:
        chip = self.sender()
        if isinstance(chip, FilterChip):
            self._choose(chip.code if chip.code != self._chosen else ALL)

    @Slot(QAction)
    def _choose_more(self, action: QAction) -> None:
        code = str(action.data())
        self._choose(code if code != self._chosen else ALL)
        self._fit()

    def choose(self, code: str | None) -> None:
        """Show which verdict is chosen, without telling anybody."""
        self._chosen = ALL if code is None else code
        for chip in self.chips:
            chip.setChecked(chip.code == self._chosen)

    def _choose(self, code: str) -> None:
        self._chosen = code
        for chip in self.chips:
            chip.setChecked(chip.code == code)
        self.chosen.emit(None if code == ALL else code)
