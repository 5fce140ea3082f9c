"""Highlights and comments that somebody put into a file before: taken over, if one wants to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Slot

from verifier.actions.takeover import taking_over
from verifier.exchange.remarks import untaken
from verifier.queries import documents
from verifier.queries.documents import DocumentRow
from verifier.states import TakeOver
from verifier.text.document import Remark
from verifier.ui.notices import Notice, NoticeKind
from verifier.ui.shell import Shell


class Remarks(QObject):
    """Offers the remarks of a document; nothing is taken over unasked."""

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell

    @Slot(str)
    def offer(self, document_id: str) -> None:
        """Say how many there are and what can become of them; closing the notice leaves them."""
        row, remarks = self._shell.read(untaken, document_id)
        if remarks:
            self._ask(row, remarks)
        else:
            words = self.tr("%1 has no highlights or comments that are not in the case already.")
            self._shell.tell_hint(words.replace("%1", row.file_name))

    @Slot(str)
    def offer_new(self, document_id: str) -> None:
        """Offer those that a new edition came with, if there are any."""
        row, remarks = self._shell.read(untaken, document_id)
        if remarks:
            self._ask(row, remarks)

    def _ask(self, row: DocumentRow, remarks: Sequence[Remark]) -> None:
        words = self.tr("Highlights and comments that somebody put into %1: %2. Take them over?")
        words = words.replace("%1", row.file_name).replace("%2", str(len(remarks)))
        as_claims = partial(self.take, row.id, TakeOver.CLAIMS)
        as_note = partial(self.take, row.id, TakeOver.NOTES)
        others = ((self.tr("As a note of the document"), as_note),)
        self._shell.tell(Notice(NoticeKind.HINT, words, self.tr("As claims"), as_claims, others))

    def take(self, document_id: str, how: TakeOver) -> None:
        """Take them over, as one step to undo."""
        if not self._shell.is_open or not self._shell.has_document(document_id):
            return
        row, remarks = self._shell.read(untaken, document_id)
        if not remarks:
            return
        with self._shell.workspace.reading() as session:
            text = documents.text(session, row.text_layer_id)
            pages = documents.pages(session, row.text_layer_id)
        action = taking_over(remarks, text, pages, document=row, how=how)
        words = self.tr("Taken over: %1").replace("%1", str(len(remarks)))
        tell = partial(self._shell.tell, Notice(NoticeKind.DONE, words))
        self._shell.do_beside(action, self.tr("take over remarks"), tell)
