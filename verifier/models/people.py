"""The case and the people who work on it."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from verifier.models.base import Base, Entity, belongs_to, one_of
from verifier.states import Role


class Case(Entity, Base):
    """One investigation, with the scales and house rules it has chosen."""

    __tablename__ = "cases"

    title: Mapped[str]
    language: Mapped[str] = mapped_column(default="en")
    """BCP 47 tag of the language that the report is written in."""
    description: Mapped[str] = mapped_column(default="")
    verdict_scale: Mapped[str] = mapped_column(default="verification")
    confidence_scale: Mapped[str] = mapped_column(default="analytic")
    likelihood_scale: Mapped[str] = mapped_column(default="icd203")
    own_scales: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """Scales that do not ship with the program, as their files have them, by id."""
    house_rules: Mapped[dict[str, Any]] = mapped_column(default=dict)
    report_settings: Mapped[dict[str, Any]] = mapped_column(default=dict)
    notes: Mapped[list[dict[str, Any]]] = mapped_column(default=list)
    """Traps met and gaps left open: kind, text, and what else belongs to them."""
    archived_at: Mapped[datetime | None]


class Person(Entity, Base):
    """Somebody who works on the case."""

    __tablename__ = "people"
    __table_args__ = (one_of("role", Role),)

    case_id: Mapped[str] = belongs_to("cases")
    name: Mapped[str]
    initials: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    role: Mapped[str] = mapped_column(default=Role.CHECKER)
