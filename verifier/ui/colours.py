"""The colours of a theme as Qt's palette, and by which of its roles the style sheet finds them.

A palette has no role for what is dangerous, doubtful or done. Those colours travel in three roles
that nothing in this window paints with: links are never told as visited, rows do not alternate,
and no frame has a line in its middle.
"""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from verifier.ui.tokens import Tokens

_Role = QPalette.ColorRole
_ROLES: tuple[tuple[QPalette.ColorRole, str], ...] = (
    (_Role.Window, "window"),
    (_Role.WindowText, "text"),
    (_Role.Base, "surface"),
    (_Role.AlternateBase, "warning"),
    (_Role.Text, "text"),
    (_Role.Button, "surface"),
    (_Role.ButtonText, "text"),
    (_Role.BrightText, "on_accent"),
    (_Role.PlaceholderText, "muted"),
    (_Role.ToolTipBase, "raised"),
    (_Role.ToolTipText, "text"),
    (_Role.Highlight, "selection"),
    (_Role.HighlightedText, "text"),
    (_Role.Accent, "accent"),
    (_Role.Link, "accent"),
    (_Role.LinkVisited, "danger"),
    (_Role.Light, "raised"),
    (_Role.Midlight, "success"),
    (_Role.Mid, "border"),
    (_Role.Dark, "control"),
    (_Role.Shadow, "border"),
)

ROLE_OF = {
    "window": "window",
    "surface": "base",
    "raised": "light",
    "border": "mid",
    "control": "dark",
    "text": "text",
    "muted": "placeholder-text",
    "accent": "accent",
    "on_accent": "bright-text",
    "selection": "highlight",
    "danger": "link-visited",
    "warning": "alternate-base",
    "success": "midlight",
}
"""The name that a style sheet has for the role in which a token's colour travels."""


def palette(tokens: Tokens) -> QPalette:
    """The palette of a theme."""
    made = QPalette()
    for role, name in _ROLES:
        made.setColor(role, QColor(getattr(tokens, name)))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.muted))
    made.setColor(QPalette.ColorGroup.Disabled, _Role.Highlight, QColor(tokens.raised))
    made.setColor(QPalette.ColorGroup.Disabled, _Role.HighlightedText, QColor(tokens.muted))
    return made
