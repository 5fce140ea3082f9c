"""The button that floats below a fresh selection: one click makes a claim of it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from verifier.ui.icons import icon
from verifier.ui.tokens import METRICS, Tokens

BELOW = 8


class ClaimButton(QToolButton):
    """Hidden until there is a selection."""

    def __init__(self, parent: QWidget, tokens: Tokens) -> None:
        super().__init__(parent)
        self.setProperty("floating", True)
        self.setText(self.tr("Make a claim") + "  H")
        self.setToolTip(self.tr("Make a claim of the selected passage (H)"))
        self.setAccessibleName(self.tr("Make a claim of the selection"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(METRICS.icon, METRICS.icon))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_tokens(tokens)
        self.hide()

    def set_words(self, words: str, tip: str) -> None:
        """Offer something else than a claim."""
        self.setText(words)
        self.setToolTip(tip)
        self.setAccessibleName(tip)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take the colours of another theme."""
        self.setIcon(icon("highlighter", tokens.on_accent))

    def place_below(self, end: QRectF, window: QRect) -> None:
        """Stand below the last rectangle of the selection; above it where there is no room."""
        if not end.intersects(QRectF(window)):
            self.hide()
            return
        self.adjustSize()
        x = min(max(window.left() + 4, round(end.right()) - self.width() // 2),
                window.right() - self.width() - 4)  # fmt: skip
        y = round(end.bottom()) + BELOW
        if y + self.height() > window.bottom():
            y = round(end.top()) - BELOW - self.height()
        self.move(x, y)
        self.show()
        self.raise_()
