"""The evidence locker: taking files in, and checking that they are what was put in.

Bytes are hashed when an item is opened, when somebody asks for it, and before every export. A
changed or missing file is written into its custody log and flagged; it is never replaced.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from verifier.actions.base import Action, Batch
from verifier.actions.evidence import LogCustody
from verifier.actions.locker import AttachEvidence
from verifier.queries import locker
from verifier.queries.locker import Original
from verifier.states import Custody, EvidenceKind, Stance
from verifier.workspace import Workspace

if TYPE_CHECKING:
    from verifier.reading.evidence import Examined


@dataclass(frozen=True)
class Faulty:
    """An item whose bytes are not what was put in."""

    evidence_id: str
    title: str
    sha256: str
    found: str
    """SHA-256 of what is there now; empty where the file is missing."""

    def __str__(self) -> str:
        if not self.found:
            return f"The file of “{self.title}” is missing from the case."
        return f"The file of “{self.title}” was changed: it is not what was put into the case."


@dataclass(frozen=True)
class EvidenceReport:
    """What a check of the locker found."""

    checked: int
    faulty: tuple[Faulty, ...]


def attaching(
    examined: Examined,
    *,
    claim_id: str | None = None,
    stance: Stance = Stance.CONTEXT,
    citation: Mapping[str, Any] | None = None,
    source_id: str | None = None,
    details: Mapping[str, Any] | None = None,
    captured_at: datetime | None = None,
) -> AttachEvidence:
    """The action that puts an examined file into the locker, and cites it for a claim if named."""
    return AttachEvidence(
        EvidenceKind(examined.kind),
        examined.data,
        examined.file_name,
        examined.media_type,
        read=examined.read,
        properties=examined.properties,
        details=details or {},
        source_id=source_id,
        captured_at=captured_at,
        claim_id=claim_id,
        stance=stance,
        citation=citation or {},
    )


def capturing(
    examined: Examined,
    *,
    address: str,
    final_address: str,
    status: int,
    captured_at: datetime,
    note: str,
    source_id: str | None = None,
) -> Batch:
    """The action that puts a page into the locker that was fetched just now, with its log."""
    offset = captured_at.utcoffset()
    details = {
        "url": address,
        "final_url": final_address,
        "http_status": status,
        "captured_offset": int(offset.total_seconds() // 60) if offset else 0,
        "method": "captured by Verifier when asked to",
        "tool": "Verifier",
    }
    item = attaching(examined, source_id=source_id, details=details, captured_at=captured_at)
    digest = hashlib.sha256(examined.data).hexdigest()
    log = LogCustody(item.id, Custody.CAPTURED, after=digest, note=note)
    return Batch("capture page", (item, log))


def verify_evidence(
    workspace: Workspace, log: Callable[[Action], object] | None = None
) -> EvidenceReport:
    """Hash every file in the locker again; log each new fault, and each recovery from one.

    `log` writes into the custody logs; the workspace does, where it is `None`.
    """
    with workspace.reading() as session:
        known = locker.flagged(session, workspace.case_id)
        checked = locker.held(session, workspace.case_id)
        damaged = tuple(map(faulty, locker.damaged(session, workspace.case_id)))
        failed = {each.evidence_id for each in damaged}
        mended = [
            locker.original(session, workspace.case_id, each) for each in known.keys() - failed
        ]
    entries: list[Action] = [
        _failed(each) for each in damaged if known.get(each.evidence_id) != each.found
    ]
    entries += [_verified(each) for each in mended]
    if entries:
        (log or workspace.do)(Batch("check evidence", tuple(entries)))
    return EvidenceReport(checked, damaged)


def open_evidence(
    workspace: Workspace, evidence_id: str, log: Callable[[Action], object] | None = None
) -> Original:
    """An item's bytes, checked as they are opened; a new fault is logged, as above."""
    with workspace.reading() as session:
        found = locker.original(session, workspace.case_id, evidence_id)
        known = locker.flagged(session, workspace.case_id)
    if not found.is_intact and known.get(evidence_id) != found.found:
        (log or workspace.do)(_failed(faulty(found)))
    if found.is_intact and evidence_id in known:
        (log or workspace.do)(_verified(found))
    return found


def faulty(found: Original) -> Faulty:
    """What is to be said of an item that is not intact."""
    return Faulty(found.evidence_id, found.title or found.file_name, found.sha256, found.found)


def _failed(item: Faulty) -> LogCustody:
    return LogCustody(
        item.evidence_id,
        Custody.HASH_FAILED,
        before=item.sha256,
        after=item.found,
        note=str(item),
    )


def _verified(found: Original) -> LogCustody:
    note = "The file is what was put in again."
    return LogCustody(
        found.evidence_id, Custody.VERIFIED, before=found.sha256, after=found.found, note=note
    )
