"""Reports that went out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from verifier.models import Person, Report
from verifier.queries.rows import fetch


@dataclass(frozen=True, slots=True)
class PastReport:
    """A report with the judgements that it held, as `verifier.export.frozen` keeps them."""

    id: str
    at: datetime
    person: str | None
    file_name: str
    sha256: str
    data: dict[str, Any]


def last_report(session: Session, case_id: str, format_id: str = "report") -> PastReport | None:
    """The report that was given out last, if any was."""
    statement = (
        select(
            Report.id, Report.created_at, Person.name, Report.file_name, Report.sha256, Report.data
        )
        .outerjoin(Person, Person.id == Report.person_id)
        .where(
            Report.case_id == case_id,
            Report.format == format_id,
            Report.withdrawn_at.is_(None),
        )
        .order_by(Report.created_at.desc(), Report.id.desc())
        .limit(1)
    )
    return next(iter(fetch(session, PastReport, statement)), None)
