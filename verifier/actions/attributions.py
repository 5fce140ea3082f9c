"""Cyberattacks, who is said to have done them, and competing accounts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute

from verifier import scales
from verifier.actions.base import Ledger, check_unlocked, claim_of, edit
from verifier.actions.claims import check_dates, editable_claim
from verifier.actions.own_scales import keep_scale
from verifier.errors import Invalid
from verifier.ids import new_id
from verifier.models import (
    AchCell,
    AchItem,
    AchItemEvidence,
    Attribution,
    AttributionEvidence,
    Evidence,
    Hypothesis,
    Incident,
)
from verifier.models.base import Entity
from verifier.states import Consistency

INCIDENT_FIELDS = frozenset(
    "name aliases start end victims victim_countries kind initial_access description".split()
)
ATTRIBUTION_FIELDS = frozenset(
    "actor actor_aliases actor_category sponsor_state state_responsibility level party "
    "party_country basis kind natures date stated_confidence stated_band likelihood "
    "confidence reason indicators not_disclosed contested_by legal different_incident note".split()
)
LINKS = frozenset({"claim_id", "incident_id"})
HYPOTHESIS_FIELDS = frozenset("label text note optional position".split())
ACH_ITEM_FIELDS = frozenset(
    "label text date kind credibility relevance dependency_group reason position".split()
)
WITHDRAWABLE: Mapping[str, type[Attribution | Incident | Hypothesis | AchItem]] = {
    model.__name__: model for model in (Attribution, Incident, Hypothesis, AchItem)
}


@dataclass(frozen=True)
class AddIncident:
    """Record a cyberattack."""

    details: Mapping[str, Any]
    id: str = field(default_factory=new_id)
    title: str = "add incident"

    def do(self, ledger: Ledger) -> None:
        """Add it under its name."""
        if not str(self.details.get("name", "")).strip():
            raise Invalid("An incident needs a name.", "Give it one.")
        check_dates(self.details, "start", "end")
        ledger.add(Incident(id=self.id, case_id=ledger.case_id, **self.details))
        ledger.session.flush()


@dataclass(frozen=True)
class EditIncident:
    """Correct what is known of an incident."""

    incident_id: str
    changes: Mapping[str, Any]
    title: str = "edit incident"

    def do(self, ledger: Ledger) -> None:
        """Change the fields."""
        if not str(self.changes.get("name", "x")).strip():
            raise Invalid("An incident needs a name.", "Give it one.")
        check_dates(self.changes, "start", "end")
        edit(ledger, Incident, self.incident_id, self.changes, INCIDENT_FIELDS)


@dataclass(frozen=True)
class RecordAttribution:
    """Write down who says who did it, since when, and in which words."""

    details: Mapping[str, Any]
    claim_id: str | None = None
    incident_id: str | None = None
    evidence_ids: tuple[str, ...] = ()
    id: str = field(default_factory=new_id)
    title: str = "record attribution"

    def do(self, ledger: Ledger) -> None:
        """Add it with the evidence it rests on."""
        if not str(self.details.get("party", "")).strip():
            raise Invalid("An attribution needs the party that makes it.", "Say who says so.")
        if self.claim_id is not None:
            editable_claim(ledger, self.claim_id)
        ledger.add(
            Attribution(
                id=self.id,
                case_id=ledger.case_id,
                claim_id=self.claim_id,
                incident_id=self.incident_id,
                **_with_scales(ledger, self.details),
            )
        )
        ledger.session.flush()
        for evidence_id in self.evidence_ids:
            ledger.get(Evidence, evidence_id)
            ledger.add(AttributionEvidence(attribution_id=self.id, evidence_id=evidence_id))


@dataclass(frozen=True)
class EditAttribution:
    """Revise an attribution; another claim or incident may be named for it, too."""

    attribution_id: str
    changes: Mapping[str, Any] = field(default_factory=dict)
    evidence_ids: tuple[str, ...] | None = None
    """What it rests on from now on; as it was where `None`."""
    title: str = "edit attribution"

    def do(self, ledger: Ledger) -> None:
        """Change the fields, and what it rests on."""
        allowed = ATTRIBUTION_FIELDS | LINKS | {"likelihood_scale", "confidence_scale"}
        changes = _with_scales(ledger, self.changes)
        if "party" in changes and not str(changes["party"]).strip():
            raise Invalid("An attribution needs the party that makes it.", "Say who says so.")
        if changes.get("claim_id") is not None:
            editable_claim(ledger, changes["claim_id"])
        if changes.get("incident_id") is not None:
            ledger.get(Incident, changes["incident_id"])
        _unlocked(ledger, ledger.get(Attribution, self.attribution_id))
        edit(ledger, Attribution, self.attribution_id, changes, allowed)
        if self.evidence_ids is not None:
            owner = AttributionEvidence.attribution_id
            _rest_on(ledger, AttributionEvidence, owner, self.attribution_id, self.evidence_ids)


@dataclass(frozen=True)
class AddHypothesis:
    """Name a competing account."""

    claim_id: str
    text: str
    details: Mapping[str, Any] = field(default_factory=dict)
    id: str = field(default_factory=new_id)
    title: str = "add hypothesis"

    def do(self, ledger: Ledger) -> None:
        """Add it after the others."""
        if not self.text.strip():
            raise Invalid("A hypothesis needs words.", "Write who would have done what.")
        editable_claim(ledger, self.claim_id)
        position = _next_position(ledger, Hypothesis, self.claim_id)
        details = {"label": f"H{position}", "position": position, **self.details}
        ledger.add(
            Hypothesis(id=self.id, claim_id=self.claim_id, text=self.text.strip(), **details)
        )
        ledger.session.flush()


@dataclass(frozen=True)
class EditHypothesis:
    """Reword a competing account."""

    hypothesis_id: str
    changes: Mapping[str, Any]
    title: str = "edit hypothesis"

    def do(self, ledger: Ledger) -> None:
        """Change the fields."""
        words = "A hypothesis needs words.", "Write who would have done what."
        _needs_words(self.changes, *words)
        _unlocked(ledger, ledger.get(Hypothesis, self.hypothesis_id))
        edit(ledger, Hypothesis, self.hypothesis_id, self.changes, HYPOTHESIS_FIELDS)


@dataclass(frozen=True)
class AddAchItem:
    """Add a row to the matrix, with its cells if they are known: hypothesis id -> code."""

    claim_id: str
    text: str
    details: Mapping[str, Any] = field(default_factory=dict)
    evidence_ids: tuple[str, ...] = ()
    cells: Mapping[str, str] = field(default_factory=dict)
    id: str = field(default_factory=new_id)
    title: str = "add matrix row"

    def do(self, ledger: Ledger) -> None:
        """Add the row after the others."""
        if not self.text.strip():
            raise Invalid("A row of the matrix needs words.", "Write what is known.")
        editable_claim(ledger, self.claim_id)
        position = _next_position(ledger, AchItem, self.claim_id)
        details = {"label": f"E{position:02}", "position": position, **self.details}
        ledger.add(AchItem(id=self.id, claim_id=self.claim_id, text=self.text.strip(), **details))
        ledger.session.flush()
        for evidence_id in self.evidence_ids:
            ledger.get(Evidence, evidence_id)
            ledger.add(AchItemEvidence(item_id=self.id, evidence_id=evidence_id))
        for hypothesis_id, code in self.cells.items():
            RateCell(self.id, hypothesis_id, code).do(ledger)


@dataclass(frozen=True)
class EditAchItem:
    """Reword a row or weigh it differently."""

    item_id: str
    changes: Mapping[str, Any] = field(default_factory=dict)
    evidence_ids: tuple[str, ...] | None = None
    """What it stands for from now on; as it was where `None`."""
    title: str = "edit matrix row"

    def do(self, ledger: Ledger) -> None:
        """Change the fields, and what the row stands for."""
        _needs_words(self.changes, "A row of the matrix needs words.", "Write what is known.")
        check_dates(self.changes, "date")
        _unlocked(ledger, ledger.get(AchItem, self.item_id))
        edit(ledger, AchItem, self.item_id, self.changes, ACH_ITEM_FIELDS)
        if self.evidence_ids is not None:
            owner = AchItemEvidence.item_id
            _rest_on(ledger, AchItemEvidence, owner, self.item_id, self.evidence_ids)


@dataclass(frozen=True)
class RateCell:
    """Say how consistent a row is with a hypothesis; an empty code takes the rating back."""

    item_id: str
    hypothesis_id: str
    code: str
    note: str = ""
    id: str = field(default_factory=new_id)
    title: str = "rate cell"

    def do(self, ledger: Ledger) -> None:
        """Set the actor's cell."""
        if self.code and self.code not in set(Consistency):
            raise Invalid(
                f"“{self.code}” is no consistency.", f"Use one of {', '.join(Consistency)}."
            )
        _unlocked(ledger, ledger.get(AchItem, self.item_id))
        ledger.get(Hypothesis, self.hypothesis_id)
        cell = ledger.session.scalar(
            select(AchCell).where(
                AchCell.item_id == self.item_id,
                AchCell.hypothesis_id == self.hypothesis_id,
                AchCell.person_id == ledger.actor.id,
                AchCell.withdrawn_at.is_(None),
            )
        )
        if cell is None:
            if self.code:
                ledger.add(
                    AchCell(
                        id=self.id,
                        item_id=self.item_id,
                        hypothesis_id=self.hypothesis_id,
                        person_id=ledger.actor.id,
                        code=self.code,
                        note=self.note,
                    )
                )
        elif self.code:
            ledger.change(cell, {"code": self.code, "note": self.note or cell.note})
        else:
            ledger.withdraw(cell)


@dataclass(frozen=True)
class Withdraw:
    """Take an attribution, an incident, a hypothesis or a row of the matrix out of sight."""

    kind: str
    """Attribution, Incident, Hypothesis or AchItem."""
    id: str
    title: str = "withdraw"

    def do(self, ledger: Ledger) -> None:
        """Withdraw it."""
        row = ledger.get(WITHDRAWABLE[self.kind], self.id)
        _unlocked(ledger, row)
        ledger.withdraw(row)


def _unlocked(ledger: Ledger, row: Entity) -> None:
    """Stop where the claim that the row hangs on is approved and locked."""
    claim = claim_of(ledger, row)
    if claim is not None:
        check_unlocked(claim)


def _with_scales(ledger: Ledger, details: Mapping[str, Any]) -> dict[str, Any]:
    """The details, checked, with a scale (the case's, if none is named) beside each code."""
    check_dates(details, "date")
    case = ledger.case()
    found = dict(details)
    for name, usual in (
        ("likelihood", case.likelihood_scale),
        ("confidence", case.confidence_scale),
    ):
        if found.get(name):
            scale_id = found.get(f"{name}_scale") or usual
            scales.scale(scale_id).level(found[name])
            keep_scale(ledger, scale_id)
            found[f"{name}_scale"] = scale_id
    return found


def _needs_words(changes: Mapping[str, Any], what: str, advice: str) -> None:
    """Stop where the text would become empty."""
    if not str(changes.get("text", "x")).strip():
        raise Invalid(what, advice)


def _rest_on(
    ledger: Ledger,
    model: type[AttributionEvidence] | type[AchItemEvidence],
    owner: InstrumentedAttribute[str],
    owner_id: str,
    wanted: tuple[str, ...],
) -> None:
    """Let something rest on these items: links that are missing are added, others withdrawn."""
    links: Sequence[Any] = ledger.session.scalars(
        select(model).where(owner == owner_id, model.withdrawn_at.is_(None)).order_by(model.id)
    ).all()
    for link in links:
        if link.evidence_id not in wanted:
            ledger.withdraw(link)
    known = {link.evidence_id for link in links}
    for evidence_id in dict.fromkeys(wanted):
        if evidence_id not in known:
            ledger.get(Evidence, evidence_id)
            ledger.add(model(**{owner.key: owner_id, "evidence_id": evidence_id}))


def _next_position(ledger: Ledger, model: type[Hypothesis] | type[AchItem], claim_id: str) -> int:
    last = ledger.session.scalar(select(func.max(model.position)).where(model.claim_id == claim_id))
    return (last or 0) + 1
