"""Cases: new, open, the sample, copies, settings, undo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Slot

from verifier.errors import Cancelled
from verifier.ui import file_dialogs
from verifier.ui.case_settings import CaseSettings
from verifier.ui.controllers.controller import Controller, Parts
from verifier.ui.jobs import Progress
from verifier.ui.notices import Notice, NoticeKind
from verifier.ui.restore_dialog import RestoreDialog
from verifier.ui.sampling import SampleMaker
from verifier.ui.server_dialog import ServerDialog


class Cases(Controller):
    """What is done to a case as a whole."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self._start = parts.start
        self._sampler = SampleMaker(self.shell, parts.window)

    @Slot()
    def new(self) -> None:
        """Ask where the new case shall be, and begin it."""
        if self.has_name():
            path = file_dialogs.new_case(self.window)
            if path is not None:
                self.shell.create(path, path.stem)

    @Slot()
    def open(self) -> None:
        """Ask for a case, and open it."""
        if self.has_name():
            path = file_dialogs.open_case(self.window)
            if path is not None:
                self.shell.open_beside(path)

    @Slot()
    def open_on_server(self) -> None:
        """Ask for a team's server and one of its cases."""
        if self.has_name():
            ServerDialog(self.shell, self.window).open()

    @Slot()
    def open_sample(self) -> None:
        """Build the sample case where the person wants it, and open it."""
        if self.has_name():
            folder = file_dialogs.sample_folder(self.window)
            if folder is not None:
                self._sampler.make(folder)

    @Slot(str)
    def open_recent(self, path: str) -> None:
        """Open a case of the list of recent ones."""
        if self.has_name():
            self.shell.open_beside(path)

    def has_name(self) -> bool:
        """Whether it is known who works here; on the start view the name is asked for."""
        return self.shell.is_open or self._start.settle()

    @Slot()
    def close(self) -> None:
        """Back to the start view."""
        self.shell.close()

    @Slot()
    def save_copy(self) -> None:
        """Write a copy of the case as one file."""
        if self._is_on_server(self.tr("A case on a server is not one file to copy.")):
            return
        target = file_dialogs.copy_target(self.window, self.shell.path)
        if target is not None and self.shell.drafts.settle():
            self._write_copy(target)

    def _write_copy(self, target: Path) -> None:
        """Write it beside the window: it takes as long as the case is large."""
        workspace = self.shell.workspace

        def work(progress: Progress, cancelled: Callable[[], bool]) -> None:
            def copied(share: float) -> None:
                if cancelled():
                    raise Cancelled
                progress(share)

            workspace.save_copy(target, copied)

        def then(_: object) -> None:
            words = self.tr("The copy is written: %1").replace("%1", str(target))
            self.shell.tell(Notice(NoticeKind.DONE, words))

        title = self.tr("Writing %1").replace("%1", target.name)
        self.shell.jobs.run(title, work, then, self.shell.tell_error)

    @Slot()
    def settings(self) -> None:
        """Title, scales, house rules and people of the case."""
        CaseSettings(self.shell, self.window).open()

    @Slot()
    def restore_points(self) -> None:
        """Show the copies that were made of the case, and go back to one."""
        if not self._is_on_server(self.tr("A case on a server has no restore points.")):
            RestoreDialog(self.shell, self.window).open()

    def _is_on_server(self, words: str) -> bool:
        """Whether it is; then it is said what cannot be done so, and who can help."""
        if self.shell.is_on_server:
            help_ = self.tr("Ask who runs the server for a backup.")
            self.shell.tell_hint(f"{words} {help_}")
        return self.shell.is_on_server

    @Slot()
    def undo(self) -> None:
        """Take back what was done last."""
        self.shell.undo()

    @Slot()
    def redo(self) -> None:
        """Do it again."""
        self.shell.redo()
