"""What is said to the person, and what is remembered of them: what the shell stands on."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from verifier import settings as settings_file
from verifier.errors import CannotWrite, VerifierError
from verifier.settings import Settings
from verifier.ui.notices import Notice, NoticeKind, problem

SETTINGS_WAIT_MS = 1500


class Telling(QObject):
    """Holds the settings, and tells notices to whoever shows them."""

    told = Signal(object)
    """A Notice for the person."""
    outdated = Signal(str)
    """The words of a notice that is not true any more."""
    settings_changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.unwritten: CannotWrite | None = None
        """Why the settings could not be written the last time; `None` where they were."""
        self._own = self._lent = ""
        """The name that is kept, where another one was lent for this time."""
        self._settings_wait = QTimer(self)
        self._settings_wait.setSingleShot(True)
        self._settings_wait.setInterval(SETTINGS_WAIT_MS)
        self._settings_wait.timeout.connect(self._write_settings)

    def tell(self, notice: Notice) -> None:
        """Say something to the person."""
        self.told.emit(notice)

    def tell_hint(self, text: str) -> None:
        """Say something that is good to know."""
        self.tell(Notice(NoticeKind.HINT, text))

    def tell_error(self, error: VerifierError) -> None:
        """Say what went wrong."""
        self.tell(problem(error))

    def remember_soon(self, settings: Settings) -> None:
        """Keep settings, on the disk in a moment: for what changes with every click."""
        self.settings = settings
        self._settings_wait.start()

    @Slot()
    def _write_settings(self) -> None:
        self.remember(self.settings)

    def remember(self, settings: Settings) -> bool:
        """Keep settings for the next start; whether they could be written."""
        self._settings_wait.stop()
        self.settings = settings
        is_lent = bool(self._lent) and settings.person == self._lent
        self.unwritten = None
        try:
            settings_file.save(replace(settings, person=self._own) if is_lent else settings)
        except CannotWrite as error:
            self.unwritten = error
            self.tell_error(error)
        self.settings_changed.emit()
        return self.unwritten is None

    def work_as(self, name: str) -> None:
        """Work in a name for this time; the one that is kept stays."""
        self._own, self._lent = self.settings.person, name.strip()
        self.settings = replace(self.settings, person=self._lent)
        self.settings_changed.emit()

    def name_person(self, name: str) -> None:
        """Remember who works here."""
        self.remember(replace(self.settings, person=name.strip()))
