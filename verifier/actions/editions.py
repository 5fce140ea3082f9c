"""A new edition of a document, and what is decided about each passage of the old one.

Nothing is deleted: the old edition keeps its highlights, and a passage that was found again has an
heir on the new one. Changed wording reopens the claim: what was rated was the old wording.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from sqlalchemy import func, select

from verifier.actions.base import Ledger
from verifier.actions.claims import Passage, add_highlight
from verifier.actions.documents import keep_blob, keep_text_layer
from verifier.errors import Conflict, Invalid
from verifier.ids import new_id
from verifier.models import Assessment, Claim, Document, Edition, Highlight
from verifier.models.audit import snapshot
from verifier.states import Anchoring, ClaimStatus
from verifier.text.document import ReadDocument

CARRIED = (
    "verdict_scale verdict confidence_scale confidence likelihood_scale likelihood reason findings "
    "correction assumptions gaps would_change"
).split()


@dataclass(frozen=True)
class AddEdition:
    """Take in a new state of a document's file beside the ones there are."""

    document_id: str
    read: ReadDocument
    data: bytes = field(repr=False)
    file_name: str
    reread: bool = False
    """Whether it is the same file, whose text was read anew in another way."""
    id: str = field(default_factory=new_id)
    title: str = "replace document"

    def do(self, ledger: Ledger) -> None:
        """Add the edition; the bytes of the latest one with the same text are refused in words."""
        session = ledger.session
        document = ledger.get(Document, self.document_id)
        sha256 = keep_blob(session, self.data, self.read.media_type)
        layer_id = keep_text_layer(session, sha256, self.read)
        latest = session.scalars(
            select(Edition)
            .where(Edition.document_id == document.id, Edition.withdrawn_at.is_(None))
            .order_by(Edition.number.desc())
        ).first()
        if self.reread and latest is not None and latest.blob_sha256 != sha256:
            raise Conflict(
                f"What was read again is not the file of the latest edition of “{document.title}”.",
                "Nothing was added. Have the case verified: its file may be damaged.",
            )
        same_text = latest is not None and latest.text_layer_id == layer_id
        if latest is not None and latest.blob_sha256 == sha256 and (same_text or not self.reread):
            raise Conflict(
                f"{self.file_name} is the edition of “{document.title}” that is in the case.",
                "Nothing was added.",
            )
        last = session.scalar(
            select(func.max(Edition.number)).where(Edition.document_id == document.id)
        )
        ledger.add(
            Edition(
                id=self.id,
                document_id=document.id,
                number=(last or 0) + 1,
                blob_sha256=sha256,
                text_layer_id=layer_id,
                file_name=self.file_name,
            )
        )
        session.flush()


@dataclass(frozen=True)
class InheritHighlight:
    """Give a passage its heir on a later edition, where its words stand unchanged."""

    highlight_id: str
    passage: Passage
    title: str = "take passage over"

    def do(self, ledger: Ledger) -> None:
        """Add the heir. A locked claim gets it too: nothing that was approved has changed."""
        _inherit(ledger, self.highlight_id, self.passage)


@dataclass(frozen=True)
class AcceptWording:
    """Say that these words of the later edition are the passage, though they differ."""

    highlight_id: str
    passage: Passage
    title: str = "accept changed wording"

    def do(self, ledger: Ledger) -> None:
        """Add the heir, and reopen the claim and its ratings."""
        old, heir = _inherit(ledger, self.highlight_id, self.passage, confirmed=True)
        number = ledger.get(Edition, heir.edition_id).number
        why = f"Edition {number} says “{heir.quote}” instead of “{old.quote}”."
        if not heir.quote:
            why = f"The region on page {heir.page} is one of edition {number} now."
        _reopen(ledger, old.claim_id, why)


@dataclass(frozen=True)
class ChoosePlace:
    """Say which of several places of the later edition is the passage."""

    highlight_id: str
    passage: Passage
    title: str = "choose passage"

    def do(self, ledger: Ledger) -> None:
        """Add the heir, as confirmed by a person."""
        _inherit(ledger, self.highlight_id, self.passage, confirmed=True)


@dataclass(frozen=True)
class LeaveHighlight:
    """Say that a passage stands in the old edition only."""

    highlight_id: str
    title: str = "leave passage on the old edition"

    def do(self, ledger: Ledger) -> None:
        """Flag it as gone from the later ones, as a person has seen; it stays where it is."""
        highlight = ledger.get(Highlight, self.highlight_id)
        ledger.change(highlight, {"anchoring": Anchoring.GONE.value, "confirmed_at": ledger.at})


def _inherit(
    ledger: Ledger, highlight_id: str, passage: Passage, *, confirmed: bool = False
) -> tuple[Highlight, Highlight]:
    """The passage and its heir, which is new."""
    old = ledger.get(Highlight, highlight_id)
    ledger.get(Claim, old.claim_id)
    before = ledger.get(Edition, old.edition_id)
    after = ledger.get(Edition, passage.edition_id)
    if before.document_id != after.document_id or before.number >= after.number:
        raise Invalid(
            "A passage is taken over by a later edition of its own document.",
            "Add it as another passage of the claim instead.",
        )
    heir = ledger.session.scalar(
        select(Highlight.id).where(
            Highlight.replaces_id == old.id,
            Highlight.edition_id == after.id,
            Highlight.withdrawn_at.is_(None),
        )
    )
    if heir is not None:
        raise Conflict("This passage was taken over already.", "Look at the new edition.")
    if confirmed:
        passage = replace(passage, anchoring=Anchoring.CONFIRMED)
    made = add_highlight(ledger, old.claim_id, passage)
    made.replaces_id = old.id
    made.confirmed_at = ledger.at if confirmed else None
    ledger.session.flush()
    return old, made


def _reopen(ledger: Ledger, claim_id: str, why: str) -> None:
    """Take the claim back into work; each rating that stands is superseded by one that says why."""
    claim = ledger.get(Claim, claim_id)
    history = ledger.session.scalars(
        select(Assessment)
        .where(Assessment.claim_id == claim_id, Assessment.withdrawn_at.is_(None))
        .order_by(Assessment.created_at, Assessment.id)
    ).all()
    superseded = {row.supersedes_id for row in history}
    for row in history:
        if row.id not in superseded:
            values = snapshot(row)
            ledger.add(
                Assessment(
                    id=new_id(),
                    claim_id=claim_id,
                    person_id=row.person_id,
                    supersedes_id=row.id,
                    reopened_because=why,
                    **{name: values[name] for name in CARRIED},
                )
            )
    if history or claim.status != ClaimStatus.UNSTARTED:
        ledger.change(claim, {"status": ClaimStatus.IN_PROGRESS.value})
