"""Documents brought to the front: opened if need be, and told why one cannot be."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from verifier.errors import VerifierError
from verifier.ui.desk_tabs import DeskTabs
from verifier.ui.far_documents import FarDocuments
from verifier.ui.pages_of import Content
from verifier.ui.shell import Shell


def nothing() -> None:
    """What follows where nothing was asked for."""


class ToFront(QObject):
    """Shows documents in the tabs of the desk; `leave` is told which one is about to come."""

    def __init__(self, shell: Shell, tabs: DeskTabs, leave: Callable[[str], None]) -> None:
        super().__init__()
        self._shell = shell
        self._tabs = tabs
        self._leave = leave
        self._far = FarDocuments(shell)

    def bring(self, document_id: str, then: Callable[[], object] = nothing) -> None:
        """Show a document, then do something with it; one of a server's case is read first."""
        if not self._shell.has_document(document_id):
            return
        if self._shell.is_on_server and not self._tabs.has_document(document_id):
            self._far.fetch(document_id, partial(self._bring_read, then))
            return
        self._far.forget()
        self._leave(document_id)
        if self.show(document_id):
            then()

    def _bring_read(self, then: Callable[[], object], content: Content) -> None:
        self._leave(content.row.id)
        if self.show(content.row.id, content):
            then()

    def show(self, document_id: str, content: Content | None = None) -> bool:
        """Open a document or bring it to the front; whether it could be opened, else it is told."""
        try:
            self._tabs.show_document(document_id, content)
        except VerifierError as error:
            self._shell.tell_error(error)
            return False
        return True
