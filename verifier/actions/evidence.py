"""Sources, the evidence locker, and citing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import select

from verifier import scales
from verifier.actions.base import Ledger, edit
from verifier.actions.claims import editable_claim
from verifier.actions.documents import keep_blob, keep_text_layer
from verifier.actions.quotes import text_of
from verifier.actions.resting import check_items_free, check_sources_free
from verifier.errors import Invalid
from verifier.ids import new_id
from verifier.models import (
    Citation,
    CustodyEvent,
    Evidence,
    Source,
)
from verifier.states import Custody, EvidenceKind, SourceKind, Stance
from verifier.text.anchoring import AnchorStatus, locate
from verifier.text.document import ReadDocument
from verifier.text.selectors import QuoteSelector, Selectors, describe

SOURCE_FIELDS = frozenset(
    "label parent_id kind title publisher author published date_note url archive_url language "
    "description interests reliability credibility reliability_reason independence_group "
    "basis csl".split()
)
EVIDENCE_FIELDS = frozenset(
    "kind source_id title url final_url archive_url archive_service archived_at captured_at "
    "captured_offset collector method tool http_status language tlp rights origin_group note "
    "properties".split()
)
CITATION_FIELDS = frozenset(
    "stance quote prefix suffix start stop rectangles picture locator note credibility "
    "credibility_reason basis".split()
)


@dataclass(frozen=True)
class AddSource:
    """A publisher, a person, or one publication."""

    details: Mapping[str, Any]
    id: str = field(default_factory=new_id)
    title: str = "add source"

    def do(self, ledger: Ledger) -> None:
        """Add it; something must say what it is."""
        _check_grades(self.details)
        if not any(self.details.get(name) for name in ("title", "publisher", "author", "url")):
            raise Invalid(
                "A source needs a title, a publisher, an author or a link.", "Fill in one of them."
            )
        _check_source(self.details)
        _check_parent(ledger, self.id, self.details.get("parent_id"))
        ledger.add(Source(id=self.id, case_id=ledger.case_id, **self.details))
        ledger.session.flush()


@dataclass(frozen=True)
class EditSource:
    """Correct a source or grade it."""

    source_id: str
    changes: Mapping[str, Any]
    title: str = "edit source"

    def do(self, ledger: Ledger) -> None:
        """Change the fields."""
        _check_grades(self.changes)
        _check_source(self.changes)
        _check_parent(ledger, self.source_id, self.changes.get("parent_id"))
        edit(ledger, Source, self.source_id, self.changes, SOURCE_FIELDS)


@dataclass(frozen=True)
class WithdrawSource:
    """Take a source out of the case; not one that evidence or publications belong to."""

    source_id: str
    title: str = "withdraw source"

    def do(self, ledger: Ledger) -> None:
        """Withdraw it."""
        source = ledger.get(Source, self.source_id)
        check_sources_free(ledger.session, [source.id])
        ledger.withdraw(source)


@dataclass(frozen=True)
class AddEvidence:
    """Put an item into the locker: a link, or a file with its bytes and, if it was read, text."""

    kind: EvidenceKind
    details: Mapping[str, Any] = field(default_factory=dict)
    source_id: str | None = None
    data: bytes | None = field(default=None, repr=False)
    media_type: str = "application/octet-stream"
    file_name: str = ""
    read: ReadDocument | None = field(default=None, repr=False)
    captured_at: datetime | None = None
    id: str = field(default_factory=new_id)
    title: str = "add evidence"

    def do(self, ledger: Ledger) -> None:
        """Keep the bytes, add the item, and open its custody log."""
        session = ledger.session
        sha256 = layer_id = None
        if self.data is not None:
            sha256 = keep_blob(session, self.data, self.media_type)
        if self.read is not None and sha256 is not None:
            layer_id = keep_text_layer(session, sha256, self.read)
        ledger.add(
            Evidence(
                id=self.id,
                case_id=ledger.case_id,
                source_id=self.source_id,
                kind=self.kind.value,
                blob_sha256=sha256,
                text_layer_id=layer_id,
                file_name=self.file_name,
                captured_at=self.captured_at,
                **self.details,
            )
        )
        session.flush()
        if sha256 is not None:
            log_custody(ledger, self.id, Custody.IMPORTED, after=sha256)


@dataclass(frozen=True)
class EditEvidence:
    """Correct what is said of an item. Its bytes are never replaced."""

    evidence_id: str
    changes: Mapping[str, Any]
    title: str = "edit evidence"

    def do(self, ledger: Ledger) -> None:
        """Change the fields."""
        kind = self.changes.get("kind", EvidenceKind.FILE)
        if kind not in set(EvidenceKind):
            raise Invalid(
                f"“{kind}” is no kind of evidence.", f"Use one of {', '.join(EvidenceKind)}."
            )
        if self.changes.get("source_id") is not None:
            ledger.get(Source, self.changes["source_id"])
        edit(ledger, Evidence, self.evidence_id, self.changes, EVIDENCE_FIELDS)


@dataclass(frozen=True)
class WithdrawEvidence:
    """Take an item out of the locker; not one that anything rests on."""

    evidence_id: str
    title: str = "withdraw evidence"

    def do(self, ledger: Ledger) -> None:
        """Withdraw it."""
        item = ledger.get(Evidence, self.evidence_id)
        check_items_free(ledger.session, [item.id])
        ledger.withdraw(item)


@dataclass(frozen=True)
class LogCustody:
    """Write into an item's custody log that somebody verified, copied or exported it."""

    evidence_id: str
    action: Custody
    before: str = ""
    after: str = ""
    note: str = ""
    title: str = "log custody"

    def do(self, ledger: Ledger) -> None:
        """Add the entry."""
        ledger.get(Evidence, self.evidence_id)
        log_custody(
            ledger,
            self.evidence_id,
            self.action,
            before=self.before,
            after=self.after,
            note=self.note,
        )


@dataclass(frozen=True)
class Cite:
    """Apply a piece of evidence to a claim."""

    claim_id: str
    evidence_id: str
    stance: Stance
    details: Mapping[str, Any] = field(default_factory=dict)
    id: str = field(default_factory=new_id)
    title: str = "cite evidence"

    def do(self, ledger: Ledger) -> None:
        """Add the citation."""
        _check_grades(self.details)
        editable_claim(ledger, self.claim_id)
        evidence = ledger.get(Evidence, self.evidence_id)
        ledger.add(
            Citation(
                id=self.id,
                claim_id=self.claim_id,
                evidence_id=self.evidence_id,
                stance=self.stance.value,
                **located(ledger, evidence, self.details),
            )
        )


@dataclass(frozen=True)
class CiteSource:
    """Cite a source that has no item in the locker: its link becomes one, once."""

    claim_id: str
    source_id: str
    stance: Stance
    details: Mapping[str, Any] = field(default_factory=dict)
    id: str = field(default_factory=new_id)
    evidence_id: str = field(default_factory=new_id)
    title: str = "cite source"

    def do(self, ledger: Ledger) -> None:
        """Find or add the link, then cite it."""
        evidence_id = link_of(ledger, self.source_id, self.evidence_id)
        Cite(self.claim_id, evidence_id, self.stance, self.details, self.id).do(ledger)


@dataclass(frozen=True)
class EditCitation:
    """Change a citation's stance, quote, grade or note."""

    citation_id: str
    changes: Mapping[str, Any]
    title: str = "edit citation"

    def do(self, ledger: Ledger) -> None:
        """Change the fields."""
        _check_grades(self.changes)
        if "stance" in self.changes:
            Stance(self.changes["stance"])
        citation = ledger.get(Citation, self.citation_id)
        editable_claim(ledger, citation.claim_id)
        evidence = ledger.get(Evidence, citation.evidence_id)
        changes = located(ledger, evidence, self.changes)
        edit(ledger, Citation, self.citation_id, changes, CITATION_FIELDS)


@dataclass(frozen=True)
class WithdrawCitation:
    """Take a citation away from its claim; the evidence stays."""

    citation_id: str
    title: str = "withdraw citation"

    def do(self, ledger: Ledger) -> None:
        """Withdraw it."""
        citation = ledger.get(Citation, self.citation_id)
        editable_claim(ledger, citation.claim_id)
        ledger.withdraw(citation)


def located(ledger: Ledger, evidence: Evidence, details: Mapping[str, Any]) -> dict[str, Any]:
    """The details of a citation, with the place of its quote in the evidence's text.

    A quote that was selected there has its place. One that was typed is looked for: as it stands,
    or with other spaces, hyphens and quotation marks, in which case the evidence's own are taken.
    """
    found = dict(details)
    quote = found.get("quote")
    if quote is None or found.get("start") is not None:
        return found
    found |= {"start": None, "stop": None}
    if not quote.strip() or evidence.text_layer_id is None:
        return found
    text = text_of(ledger.session, evidence.text_layer_id)
    words = QuoteSelector(quote, found.get("prefix") or "", found.get("suffix") or "")
    anchor = locate(text, Selectors(words))
    if anchor.range is None or anchor.status is AnchorStatus.FUZZY:
        return found
    place = describe(text, anchor.range)
    return {
        **found,
        "quote": place.quote.quote,
        "prefix": place.quote.prefix,
        "suffix": place.quote.suffix,
        "start": anchor.range.start,
        "stop": anchor.range.stop,
    }


def link_of(ledger: Ledger, source_id: str, evidence_id: str) -> str:
    """The id of the source's link in the locker, made under `evidence_id` if there is none."""
    source = ledger.get(Source, source_id)
    known = ledger.session.scalar(
        select(Evidence.id)
        .where(
            Evidence.source_id == source_id,
            Evidence.kind == EvidenceKind.LINK.value,
            Evidence.withdrawn_at.is_(None),
        )
        .limit(1)
    )
    if known is not None:
        return known
    details = {
        "title": source.title or source.description,
        "url": source.url,
        "archive_url": source.archive_url,
        "language": source.language,
        "origin_group": source.independence_group,
    }
    AddEvidence(EvidenceKind.LINK, details, source_id, id=evidence_id).do(ledger)
    return evidence_id


def log_custody(
    ledger: Ledger,
    evidence_id: str,
    action: Custody,
    *,
    before: str = "",
    after: str = "",
    note: str = "",
) -> None:
    """Add an entry to a custody log; hashes are SHA-256 in hex."""
    ledger.add(
        CustodyEvent(
            evidence_id=evidence_id,
            action=action.value,
            sha256_before=before,
            sha256_after=after,
            note=note,
        )
    )


def _check_source(details: Mapping[str, Any]) -> None:
    """Stop at a kind of source that there is not."""
    kind = details.get("kind")
    if kind is not None and kind not in set(SourceKind):
        raise Invalid(f"“{kind}” is no kind of source.", f"Use one of {', '.join(SourceKind)}.")


def _check_parent(ledger: Ledger, source_id: str, parent_id: str | None) -> None:
    """Stop where a source would belong to itself, or to something that belongs to it."""
    above, passed = parent_id, {source_id}
    while above is not None:
        if above in passed:
            raise Invalid(
                "A source cannot belong to itself.", "Choose another publisher or person."
            )
        passed.add(above)
        above = ledger.get(Source, above).parent_id


def _check_grades(details: Mapping[str, Any]) -> None:
    """Stop at a grade that its scale does not have; empty means not graded."""
    for name, scale in (("reliability", "nato-reliability"), ("credibility", "nato-credibility")):
        if details.get(name):
            scales.scale(scale).level(details[name])
