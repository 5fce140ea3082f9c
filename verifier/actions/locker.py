"""Putting a file into the locker and citing it, as one step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from verifier.actions.base import Ledger
from verifier.actions.evidence import AddEvidence, Cite
from verifier.ids import new_id
from verifier.states import EvidenceKind, Stance
from verifier.text.document import ReadDocument

METHOD = "file attached by hand"


@dataclass(frozen=True)
class AttachEvidence:
    """Keep a file's bytes with what it says of itself; cite it where a claim is named.

    A quote in `citation` is looked for in the file's text.
    """

    kind: EvidenceKind
    data: bytes = field(repr=False)
    file_name: str
    media_type: str
    read: ReadDocument | None = field(default=None, repr=False)
    properties: Mapping[str, str] = field(default_factory=dict)
    details: Mapping[str, Any] = field(default_factory=dict)
    """Fields of the item, such as title, url, captured_offset."""
    source_id: str | None = None
    captured_at: datetime | None = None
    """When it was captured; what the file itself says where it is `None`."""
    claim_id: str | None = None
    stance: Stance = Stance.CONTEXT
    citation: Mapping[str, Any] = field(default_factory=dict)
    id: str = field(default_factory=new_id)
    citation_id: str = field(default_factory=new_id)
    title: str = "attach evidence"

    def do(self, ledger: Ledger) -> None:
        """Add the item, then the citation."""
        said = {
            "title": self.properties.get("title") or self.file_name,
            "url": self.properties.get("address", ""),
            "language": self.properties.get("language", ""),
            "collector": ledger.actor.name,
            "method": METHOD,
        }
        given = {name: value for name, value in self.details.items() if value not in ("", None)}
        AddEvidence(
            self.kind,
            {**said, **given, "properties": dict(self.properties)},
            self.source_id,
            self.data,
            self.media_type,
            self.file_name,
            self.read,
            self.captured_at or moment(self.properties.get("captured", "")),
            self.id,
        ).do(ledger)
        if self.claim_id is not None:
            Cite(self.claim_id, self.id, self.stance, self.citation, self.citation_id).do(ledger)


def moment(text: str) -> datetime | None:
    """A time with its zone in ISO 8601; `None` where the text is none, or has no zone."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo is not None else None
