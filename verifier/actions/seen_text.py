"""The text that was seen in the pictures of an item of the locker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from verifier.actions.base import LOCKED, Ledger, check_unlocked
from verifier.actions.documents import keep_text_layer
from verifier.actions.evidence import log_custody
from verifier.actions.quotes import quoting, text_of
from verifier.errors import Conflict
from verifier.models import Citation, Evidence
from verifier.states import Custody
from verifier.text.anchoring import Anchorer, AnchorStatus
from verifier.text.document import ReadDocument
from verifier.text.selectors import PositionSelector, QuoteSelector, Selectors, describe


@dataclass(frozen=True)
class ReadTextOfEvidence:
    """Give an item the text that was seen in its pictures. Its bytes stay as they are.

    Words that are quoted keep their place or get their new one; those of a locked claim may not
    move. The custody log says who read it, by what, and how sure that was.
    """

    evidence_id: str
    sha256: str
    """Of the bytes that were read."""
    before: str | None
    """The text that the item had then."""
    read: ReadDocument = field(repr=False)
    note: str
    """What the custody log says."""
    title: str = "read text of evidence"

    def do(self, ledger: Ledger) -> None:
        """Keep the text, take the quotes over, write the log."""
        item = ledger.get(Evidence, self.evidence_id)
        name = item.title or item.file_name
        if (item.blob_sha256, item.text_layer_id) != (self.sha256, self.before):
            raise Conflict(
                f"Somebody read the text of “{name}” a moment ago.",
                "Look at that; nothing was added.",
            )
        layer_id = keep_text_layer(ledger.session, self.sha256, self.read)
        if layer_id == self.before:
            raise Conflict(f"“{name}” has this very text already.", "Nothing was added.")
        ledger.change(item, {"text_layer_id": layer_id})
        self._take_over(ledger)
        # What is logged is a note about the bytes: before and after they are the same.
        log_custody(
            ledger,
            item.id,
            Custody.ANNOTATED,
            before=self.sha256,
            after=self.sha256,
            note=self.note,
        )

    def _take_over(self, ledger: Ledger) -> None:
        before = text_of(ledger.session, self.before) if self.before is not None else None
        anchorer = Anchorer(self.read.text, before)
        for citation, claim in quoting(ledger.session, self.evidence_id):
            had_place = citation.start is not None
            if not had_place and claim.status in LOCKED:
                continue
            changes = _place(anchorer, citation)
            if had_place and any(getattr(citation, name) != new for name, new in changes.items()):
                check_unlocked(claim)
            ledger.change(citation, changes)


def _place(anchorer: Anchorer, citation: Citation) -> Mapping[str, Any]:
    """Where the quoted words stand in the text; nowhere, unless they stand there word for word."""
    quote = QuoteSelector(citation.quote, citation.prefix, citation.suffix)
    position = None
    if citation.start is not None and citation.stop is not None:
        position = PositionSelector(citation.start, citation.stop)
    anchor = anchorer.locate(Selectors(quote, position))
    if anchor.range is None or anchor.status is AnchorStatus.FUZZY:
        return {"start": None, "stop": None}
    said = describe(anchorer.text, anchor.range).quote
    return {
        "quote": said.quote,
        "prefix": said.prefix,
        "suffix": said.suffix,
        "start": anchor.range.start,
        "stop": anchor.range.stop,
    }
