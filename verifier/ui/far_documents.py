"""Documents of a server's case: read in a job, and opened when they are there.

A long report is some megabytes of text, pages and file: the window would wait for all of it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from verifier.errors import VerifierError
from verifier.ui.jobs import Progress
from verifier.ui.pages_of import Content, read_content
from verifier.ui.shell import Shell

Show = Callable[[Content], None]


class FarDocuments(QObject):
    """Fetches a document; of several that are wanted one after the other, the last is shown."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._wanted: tuple[str, Show] | None = None
        self._coming: set[str] = set()
        shell.closed.connect(self.forget)

    def forget(self) -> None:
        """Show nothing that is still on its way: something else is looked at."""
        self._wanted = None

    def fetch(self, document_id: str, show: Show) -> None:
        """Read a document and show it then."""
        self._wanted = document_id, show
        if document_id in self._coming:
            return
        self._coming.add(document_id)
        workspace = self._shell.workspace

        def work(_progress: Progress, _cancelled: Callable[[], bool]) -> Content:
            with workspace.reading() as session:
                return read_content(session, workspace.case_id, document_id)

        title = self.tr("Opening %1").replace("%1", self._title(document_id))
        job = self._shell.jobs.run(title, work, self._show, self._fail, may_be_lost=True)
        job.ended.connect(partial(self._coming.discard, document_id))

    def _title(self, document_id: str) -> str:
        return next(row.title for row in self._shell.documents if row.id == document_id)

    def _show(self, content: Content) -> None:
        row = content.row
        self._coming.discard(row.id)
        if self._wanted is None or self._wanted[0] != row.id:
            return
        (_, show), self._wanted = self._wanted, None
        latest = {document.id: document.edition_id for document in self._shell.documents}
        if latest.get(row.id) == row.edition_id:
            show(content)
        elif row.id in latest:  # a new edition came meanwhile
            self.fetch(row.id, show)

    def _fail(self, error: VerifierError) -> None:
        self.forget()
        self._shell.tell_error(error)
