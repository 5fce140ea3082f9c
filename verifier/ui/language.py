"""The language of the window: as the system has it, or chosen; it holds from the next start."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from verifier.paths import resources

LANGUAGES = (("", "System"), ("en", "English"), ("uk", "Українська"))
"""Code and its own name; the empty code follows the system."""
TRANSLATED = frozenset({"uk"})


def use_language(app: QApplication, chosen: str) -> str:
    """Speak the chosen language, or the system's where that is known; the code that is used."""
    if chosen:
        QLocale.setDefault(QLocale(chosen))
    code = QLocale().name().partition("_")[0]
    app.setLayoutDirection(QLocale().textDirection())
    if code not in TRANSLATED:
        return "en"
    own, of_qt = QTranslator(app), QTranslator(app)
    if own.load(f"verifier_{code}", str(resources() / "i18n")):
        app.installTranslator(own)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if of_qt.load(f"qtbase_{code}", folder):
        app.installTranslator(of_qt)
    return code
