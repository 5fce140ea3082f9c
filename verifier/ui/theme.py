"""The look of the window: fonts, palette and style sheet from the tokens, light or dark.

Qt says "unknown" for the system's colour scheme on many Linux desktops and under test: that counts
as light. Widgets that paint for themselves listen to `Theme.changed`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from verifier.paths import resources
from verifier.ui.colours import palette
from verifier.ui.repainting import Repainting
from verifier.ui.stylesheet import stylesheet
from verifier.ui.tokens import DARK, LIGHT, METRICS, ThemeMode, Tokens

WINDOW_FONT = "Inter"
READING_FONT = "Literata"
CODE_FONTS = ("Cascadia Mono", "Menlo", "DejaVu Sans Mono", "Noto Sans Mono", "monospace")


@cache
def load_fonts() -> tuple[str, ...]:
    """Make the bundled fonts known to Qt, once; the families that there are now."""
    families: list[str] = []
    for file in sorted((resources() / "fonts").glob("*.ttf")):
        families += QFontDatabase.applicationFontFamilies(
            QFontDatabase.addApplicationFont(str(file))
        )
    return tuple(families)


def window_font() -> QFont:
    """The font of the window. Figures are tabular, so that columns of numbers line up."""
    font = QFont(WINDOW_FONT)
    font.setPixelSize(METRICS.text)
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


class Theme(QObject):
    """Keeps the application's look to the chosen mode and, on "system", to the system's."""

    changed = Signal(object)
    """The new Tokens."""

    def __init__(self, app: QApplication, mode: ThemeMode = ThemeMode.SYSTEM) -> None:
        super().__init__(app)
        self._app = app
        self._mode = mode
        self._tokens = LIGHT
        self._repainting = Repainting(app, self)
        load_fonts()
        if not app.styleSheet():  # else every widget there is would be polished again
            app.setStyle("Fusion")
        app.setFont(window_font())
        app.styleHints().colorSchemeChanged.connect(self._follow)
        self._apply()

    @property
    def mode(self) -> ThemeMode:
        """What the person chose."""
        return self._mode

    @property
    def tokens(self) -> Tokens:
        """The colours that hold now."""
        return self._tokens

    def set_mode(self, mode: ThemeMode) -> None:
        """Light, dark, or as the system has it."""
        self._mode = mode
        self._apply()

    @contextmanager
    def put_on_last(self) -> Iterator[None]:
        """Widgets made meanwhile get the style sheet at the end, all at once.

        Under a style sheet a widget is looked at again each time that something around it joins
        something larger: building the window takes three times as long.
        """
        self._app.setStyleSheet("")
        try:
            yield
        finally:
            self._tell_windows()
            self._app.setStyleSheet(stylesheet())

    def _follow(self) -> None:
        if self._mode is ThemeMode.SYSTEM:
            self._apply()

    def _wanted(self) -> Tokens:
        if self._mode is not ThemeMode.SYSTEM:
            return DARK if self._mode is ThemeMode.DARK else LIGHT
        scheme = self._app.styleHints().colorScheme()
        return DARK if scheme is Qt.ColorScheme.Dark else LIGHT

    def _apply(self) -> None:
        self._tokens = self._wanted()
        colours = palette(self._tokens)
        is_new = colours != self._app.palette()
        if is_new:
            self._app.setPalette(colours)
            self._tell_windows()
        if not self._app.styleSheet():
            self._app.setStyleSheet(stylesheet())
        elif is_new:
            self._repainting.begin()
        self.changed.emit(self._tokens)

    def _tell_windows(self) -> None:
        for window in self._app.topLevelWidgets():
            if window.parent() is None:  # what opens from a window asks that one
                window.setProperty("dark", self._tokens.dark)
