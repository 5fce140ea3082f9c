"""How far the checking is: how many claims are rated, and how."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from verifier.ui.looks import level, level_mark
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import label, row

BAR_HEIGHT = 8


class ProgressCard(QFrame):
    """Rated claims of all, with a bar in the colours of their verdicts."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.setProperty("panel", "card")
        self._count = label("")
        self._bar = VerdictBar(shell)
        head = row(label(self.tr("Rated")))
        head.addStretch()
        head.addWidget(self._count)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(12, 10, 12, 12)
        whole.setSpacing(METRICS.space_m)
        whole.addLayout(head)
        whole.addWidget(self._bar)
        shell.claims.reset.connect(self.refresh)
        shell.claims.updated.connect(self.refresh)
        shell.theme.changed.connect(self._bar.update)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Count again."""
        verdicts = self._shell.claims.verdicts
        counted = {key: count for key, count in verdicts.items() if key[1] and count}
        everything, rated = len(self._shell.claims), sum(counted.values())
        parts = []
        for key in sorted(counted, key=lambda key: -(_rank(*key))):
            look = level_mark(*key)
            parts.append((look.line, counted[key], look.label))
        self._bar.show_parts(parts, everything)
        self._count.setText(f"{rated} / {everything}")
        self.setVisible(bool(everything))


def _rank(scale_id: str, code: str) -> int:
    found = level(scale_id, code)
    return found.rank if found is not None and found.rank is not None else -1


class VerdictBar(QWidget):
    """A bar cut into the verdicts there are."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._parts: list[tuple[str, int, str]] = []
        self._all = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_parts(self, parts: list[tuple[str, int, str]], everything: int) -> None:
        """Colour, count and word of each verdict, and how many claims there are in all."""
        self._parts, self._all = parts, everything
        words = ", ".join(f"{word}: {count}" for _, count, word in parts)
        self.setToolTip(words)
        self.setAccessibleName(words or self.tr("Nothing is rated yet"))
        self.update()

    def sizeHint(self) -> QSize:
        """Thin."""
        return QSize(100, BAR_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        path = QPainterPath()
        path.addRoundedRect(whole, BAR_HEIGHT / 2, BAR_HEIGHT / 2)
        painter.setClipPath(path)
        tokens = self._shell.theme.tokens
        painter.fillRect(whole, QColor(tokens.border))
        left = whole.left()
        for colour, count, _ in self._parts:
            width = whole.width() * count / max(1, self._all)
            painter.fillRect(QRectF(left, 0, max(1.0, width - 1), whole.height()), QColor(colour))
            left += width
        painter.end()
