"""Reading a document's file again, as this version of the program reads.

A case keeps the text that its passages stand in, also when a later version reads the same file
truer. Where somebody asks for that, the new text becomes a new edition of the same file, and its
passages are looked for there as in any new edition.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from verifier.actions.base import Batch
from verifier.errors import Conflict, Invalid
from verifier.exchange import editions
from verifier.exchange.editions import Plan
from verifier.exchange.places import Places
from verifier.queries import documents
from verifier.queries.documents import DocumentRow
from verifier.queries.seen_text import ocr_pages
from verifier.reading.worker import Progress, Worker
from verifier.text.document import Block, ReadDocument, Span
from verifier.workspace import Workspace

Parts = tuple[tuple[Block, ...], tuple[Span, ...]]


class ReadsTheSame(Conflict):
    """There is nothing new in a text that was read again."""


@dataclass(frozen=True)
class ReadAgain:
    """A document as its file reads now, and what becomes of its passages."""

    plan: Plan
    read: ReadDocument = field(repr=False)
    data: bytes = field(repr=False)

    def batch(self) -> Batch:
        """The step that adds the edition and takes over what is beyond doubt."""
        made, _ = editions.replacing(self.plan, self.read, self.data, self.plan.document.file_name)
        return Batch("read document again", made.actions)


def read_again(
    workspace: Workspace,
    document: str,
    worker: Worker,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ReadAgain:
    """Read the file of a document's latest edition; ReadsTheSame where it reads as it did."""
    with workspace.reading() as session:
        row = documents.document(session, workspace.case_id, document)
        if ocr_pages(row.notices):
            raise Invalid(
                f"Pages of {row.file_name} were read from their pictures, which would be lost.",
                "Read the text of scanned pages anew instead.",
            )
        data = documents.blob(session, row.sha256)
        text = documents.text(session, row.text_layer_id)
        parts = documents.structure(session, row.text_layer_id)
    read = worker.read(data, name=row.file_name, progress=progress, cancelled=cancelled)
    if read.text == text:
        read = _with_other_parts(read, row, parts)
    plan = editions.plan(
        workspace, row.id, read.text, places=Places.of_read(read), is_same_file=True
    )
    return ReadAgain(plan, read, data)


def _with_other_parts(read: ReadDocument, row: DocumentRow, parts: Parts) -> ReadDocument:
    """What reads the same, divided in another way; which way is told by the day of reading."""
    if (read.blocks, read.spans) == parts:
        raise ReadsTheSame(
            f"{row.file_name} reads as it did: its words, paragraphs and headings are the same.",
            "Nothing was added.",
        )
    return replace(read, reader=f"{read.reader}, {datetime.now(UTC).date().isoformat()}")
