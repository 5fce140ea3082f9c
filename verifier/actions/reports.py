"""Reports that went out: what each said is kept, so that the next can say what changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from verifier.actions.base import Ledger
from verifier.errors import Invalid
from verifier.ids import new_id
from verifier.models import Report


@dataclass(frozen=True)
class RecordReport:
    """Keep that a report was given out, and the judgements that it held."""

    file_name: str
    sha256: str
    data: Mapping[str, Any]
    settings: Mapping[str, Any] = field(default_factory=dict)
    format: str = "report"
    id: str = field(default_factory=new_id)
    title: str = "record report"

    def do(self, ledger: Ledger) -> None:
        """Add it."""
        if not self.file_name:
            raise Invalid("The report has no file name.", "Write it to a file first.")
        ledger.add(
            Report(
                id=self.id,
                case_id=ledger.case_id,
                person_id=ledger.actor.id,
                format=self.format,
                file_name=self.file_name,
                sha256=self.sha256,
                settings=dict(self.settings),
                data=dict(self.data),
            )
        )
