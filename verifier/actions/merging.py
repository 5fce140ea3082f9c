"""Several entries of one source into one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from verifier.actions.base import Ledger
from verifier.errors import Invalid
from verifier.models import Evidence, Source

FILLED = (
    "title publisher author published date_note url archive_url language description interests "
    "reliability reliability_reason credibility independence_group csl"
).split()
"""What the survivor takes from the others where it says nothing itself."""
GRADE = ("reliability", "reliability_reason")
"""A grade and its reason belong together."""


@dataclass(frozen=True)
class MergeSources:
    """Make duplicates one source. Their evidence is the survivor's from now on."""

    survivor_id: str
    other_ids: tuple[str, ...]
    title: str = "merge sources"

    def do(self, ledger: Ledger) -> None:
        """Move evidence and publications, fill in, and say where the others went."""
        survivor = ledger.get(Source, self.survivor_id)
        others = [ledger.get(Source, each) for each in dict.fromkeys(self.other_ids)]
        if not others or survivor in others:
            raise Invalid("A source is merged with others.", "Choose at least one other source.")
        if any(source.merged_into_id for source in (survivor, *others)):
            raise Invalid("One of these was merged already.", "Look at the list again.")
        for other in others:
            for evidence in self._of(ledger, Evidence, Evidence.source_id == other.id):
                ledger.change(evidence, {"source_id": survivor.id})
            line = _line_of(ledger, survivor)
            for child in self._of(ledger, Source, Source.parent_id == other.id):
                parent_id = other.parent_id if child.id in line else survivor.id
                ledger.change(child, {"parent_id": parent_id})
            ledger.change(survivor, taken_over(survivor, other))
            ledger.change(other, {"merged_into_id": survivor.id})

    def _of(self, ledger: Ledger, model: type[Any], condition: Any) -> list[Any]:
        return list(ledger.session.scalars(select(model).where(condition).order_by(model.id)))


def taken_over(survivor: Any, other: Any) -> dict[str, Any]:
    """What the survivor of a merge takes from another source: only what it does not say itself."""
    kept = set(GRADE) if survivor.reliability else set()
    return {
        name: getattr(other, name)
        for name in FILLED
        if name not in kept and not getattr(survivor, name) and getattr(other, name)
    }


def _line_of(ledger: Ledger, source: Source) -> set[str]:
    """A source, and what it belongs to: none of them may come to belong to the source."""
    line: set[str] = set()
    above: str | None = source.id
    while above is not None and above not in line:
        line.add(above)
        above = ledger.session.get_one(Source, above).parent_id
    return line
