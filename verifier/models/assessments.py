"""Ratings: assessments of claims, attributions of attacks, competing hypotheses."""

from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from verifier.models.base import Base, Entity, belongs_to, may_belong_to, one_of
from verifier.states import AchItemKind, Consistency, Weight


class Assessment(Entity, Base):
    """One person's judgement of a claim at one time. A later one supersedes it.

    Verdict, confidence and likelihood are three fields, each a code of a scale; an empty code is
    "not rated". Numbers are derived from the scale, never stored.
    """

    __tablename__ = "assessments"

    claim_id: Mapped[str] = belongs_to("claims")
    person_id: Mapped[str] = belongs_to("people")
    verdict_scale: Mapped[str] = mapped_column(default="")
    verdict: Mapped[str] = mapped_column(default="")
    confidence_scale: Mapped[str] = mapped_column(default="")
    confidence: Mapped[str] = mapped_column(default="")
    likelihood_scale: Mapped[str] = mapped_column(default="")
    likelihood: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")
    findings: Mapped[list[str]] = mapped_column(default=list)
    """What is wrong or imprecise in the claim."""
    correction: Mapped[str] = mapped_column(default="")
    """How the passage should read."""
    assumptions: Mapped[list[str]] = mapped_column(default=list)
    gaps: Mapped[list[str]] = mapped_column(default=list)
    would_change: Mapped[list[str]] = mapped_column(default=list)
    supersedes_id: Mapped[str | None] = mapped_column(String(36))
    reopened_because: Mapped[str] = mapped_column(default="")
    """Why it no longer counts as settled, such as changed wording in a new edition."""


class Incident(Entity, Base):
    """A cyberattack."""

    __tablename__ = "incidents"

    case_id: Mapped[str] = belongs_to("cases")
    name: Mapped[str]
    aliases: Mapped[list[str]] = mapped_column(default=list)
    start: Mapped[str] = mapped_column(default="")
    end: Mapped[str] = mapped_column(default="")
    victims: Mapped[list[str]] = mapped_column(default=list)
    victim_countries: Mapped[list[str]] = mapped_column(default=list)
    kind: Mapped[str] = mapped_column(default="")
    initial_access: Mapped[list[str]] = mapped_column(default=list)
    description: Mapped[str] = mapped_column(default="")


class Attribution(Entity, Base):
    """Who is said to have done it, who says so, since when, and how sure they say they are."""

    __tablename__ = "attributions"

    case_id: Mapped[str] = belongs_to("cases")
    claim_id: Mapped[str | None] = may_belong_to("claims", index=True)
    incident_id: Mapped[str | None] = may_belong_to("incidents")
    actor: Mapped[str]
    """The attributed actor in the party's words."""
    actor_aliases: Mapped[list[str]] = mapped_column(default=list)
    actor_category: Mapped[str] = mapped_column(default="")
    sponsor_state: Mapped[str] = mapped_column(default="")
    state_responsibility: Mapped[str] = mapped_column(default="")
    level: Mapped[str] = mapped_column(default="")
    """How far it goes: machine, persona, individual, group, organisation, responsible-state."""
    party: Mapped[str]
    party_country: Mapped[str] = mapped_column(default="")
    basis: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default="")
    natures: Mapped[list[str]] = mapped_column(default=list)
    date: Mapped[str] = mapped_column(default="")
    stated_confidence: Mapped[str] = mapped_column(default="")
    """The party's own words, apart from our rating."""
    stated_band: Mapped[str] = mapped_column(default="")
    likelihood_scale: Mapped[str] = mapped_column(default="")
    likelihood: Mapped[str] = mapped_column(default="")
    confidence_scale: Mapped[str] = mapped_column(default="")
    confidence: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")
    indicators: Mapped[list[str]] = mapped_column(default=list)
    not_disclosed: Mapped[str] = mapped_column(default="")
    contested_by: Mapped[list[str]] = mapped_column(default=list)
    legal: Mapped[list[dict[str, Any]]] = mapped_column(default=list)
    different_incident: Mapped[bool] = mapped_column(default=False)
    """The party speaks of another incident; kept because it is often mistaken for this one."""
    note: Mapped[str] = mapped_column(default="")


class AttributionEvidence(Entity, Base):
    """Evidence that an attribution rests on."""

    __tablename__ = "attribution_evidence"

    attribution_id: Mapped[str] = belongs_to("attributions")
    evidence_id: Mapped[str] = belongs_to("evidence")


class Hypothesis(Entity, Base):
    """One of several competing accounts of what a claim speaks of."""

    __tablename__ = "hypotheses"

    claim_id: Mapped[str] = belongs_to("claims")
    label: Mapped[str]
    text: Mapped[str]
    note: Mapped[str] = mapped_column(default="")
    optional: Mapped[bool] = mapped_column(default=False)
    position: Mapped[int] = mapped_column(default=0)


class AchItem(Entity, Base):
    """A row of the matrix: evidence, an assumption, or the absence of expected evidence."""

    __tablename__ = "ach_items"
    __table_args__ = (
        one_of("kind", AchItemKind),
        one_of("credibility", Weight),
        one_of("relevance", Weight),
    )

    claim_id: Mapped[str] = belongs_to("claims")
    label: Mapped[str]
    text: Mapped[str]
    date: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default=AchItemKind.EVIDENCE)
    credibility: Mapped[str] = mapped_column(default=Weight.MEDIUM)
    relevance: Mapped[str] = mapped_column(default=Weight.MEDIUM)
    dependency_group: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)


class AchItemEvidence(Entity, Base):
    """Evidence that a row of the matrix stands for."""

    __tablename__ = "ach_item_evidence"

    item_id: Mapped[str] = belongs_to("ach_items")
    evidence_id: Mapped[str] = belongs_to("evidence")


class AchCell(Entity, Base):
    """How consistent a row is with a hypothesis, as one person sees it."""

    __tablename__ = "ach_cells"
    __table_args__ = (one_of("code", Consistency),)

    item_id: Mapped[str] = belongs_to("ach_items")
    hypothesis_id: Mapped[str] = belongs_to("hypotheses")
    person_id: Mapped[str | None] = may_belong_to("people")
    code: Mapped[str]
    note: Mapped[str] = mapped_column(default="")
