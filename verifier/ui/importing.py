"""Taking files into the case: each is read in a process of its own, then kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from verifier.actions.documents import ImportDocument
from verifier.errors import VerifierError
from verifier.reading.files import read_file
from verifier.text.document import ReadDocument
from verifier.ui.jobs import Progress
from verifier.ui.notices import Notice, NoticeKind
from verifier.ui.shell import Shell
from verifier.ui.told import told

CASE_ENDING = ".vcase"


class Importer(QObject):
    """Imports documents in the background, as many at once as the jobs allow."""

    imported = Signal(str)
    """The id of a document that is in the case now."""
    remarked = Signal(str)
    """The id of a document that came with highlights or comments of somebody else."""

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell

    def take(self, files: Sequence[Path]) -> None:
        """Import these files."""
        for file in files:
            _Import(self, self._shell, file).start()


class _Import(QObject):
    """One file on its way into the case that was open when it was taken."""

    def __init__(self, importer: Importer, shell: Shell, file: Path) -> None:
        super().__init__(importer)
        self._importer = importer
        self._shell = shell
        self._file = file
        self._workspace = shell.workspace

    def start(self) -> None:
        title = self.tr("Reading %1").replace("%1", self._file.name)
        self._shell.jobs.run(title, _reading(self._file), self._keep, self._fail)

    def _keep(self, result: tuple[bytes, ReadDocument]) -> None:
        self.deleteLater()
        if not self._shell.is_open or self._shell.workspace is not self._workspace:
            return
        data, read = result
        action = ImportDocument(read, data, self._file.name)
        if not self._shell.do(action, self.tr("import document")):
            return
        self._tell(read)
        self._importer.imported.emit(action.id)
        if read.remarks:
            self._importer.remarked.emit(action.id)

    def _tell(self, read: ReadDocument) -> None:
        notices = [*read.notices, *(notice for page in read.pages for notice in page.notices)]
        once = [notice for notice in notices if notice.code != "remarks"]
        keys = {(n.code if n.page else n.text): told(n.text) for n in reversed(once)}
        words = list(reversed(keys.values()))
        if words:
            text = f"{self._file.name}: {' '.join(words[:4])}"
            self._shell.tell(Notice(NoticeKind.WARNING, text))
        else:
            text = self.tr("%1 is in the case now.").replace("%1", self._file.name)
            self._shell.tell(Notice(NoticeKind.DONE, text))

    def _fail(self, error: VerifierError) -> None:
        self.deleteLater()
        self._shell.tell_error(error)


def _reading(file: Path) -> Callable[[Progress, Callable[[], bool]], object]:
    """The work: take the file's bytes, and read them in a process of its own."""

    def work(progress: Progress, cancelled: Callable[[], bool]) -> tuple[bytes, ReadDocument]:
        def told(done: int, pages: int | None) -> None:
            progress(done / pages if pages else None, f"{done} / {pages}" if pages else f"{done}")

        progress(None)
        return read_file(file, progress=told, cancelled=cancelled)

    return work
