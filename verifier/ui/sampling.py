"""The sample case: built where the person wants it, then opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from verifier.reading.files import read_file
from verifier.ui.jobs import Progress
from verifier.ui.shell import Shell

FILE = "sample.vcase"


class SampleMaker(QObject):
    """Builds the sample case in the background."""

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell

    def make(self, folder: Path) -> None:
        """Build the sample in a folder; one that is there already is opened as it is."""
        path = folder / FILE
        if path.is_file():
            self._shell.open_beside(path)
            return
        title = self.tr("Building the sample case")
        work = _building(folder, self._shell.settings.person)
        self._shell.jobs.run(title, work, self._open, self._shell.tell_error)

    @Slot(object)
    def _open(self, path: Path) -> None:
        self._shell.open_beside(path)


def _building(folder: Path, person: str) -> Callable[[Progress, Callable[[], bool]], object]:
    def work(progress: Progress, cancelled: Callable[[], bool]) -> Path:
        from verifier.exchange import sample

        progress(None)
        _, read = read_file(sample.folder() / sample.REPORT, cancelled=cancelled)
        return sample.build(folder, person=person, read=read, name=FILE)

    return work
