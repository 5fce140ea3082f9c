"""The controllers of a window, under the names by which the tables of commands call them."""

from __future__ import annotations

from dataclasses import dataclass

from verifier.ui.controllers.cases import Cases
from verifier.ui.controllers.claims import Claims
from verifier.ui.controllers.claims_table import TableOfClaims
from verifier.ui.controllers.controller import Parts
from verifier.ui.controllers.documents import Documents
from verifier.ui.controllers.finding import Finding
from verifier.ui.controllers.going import Going
from verifier.ui.controllers.looking import Looking
from verifier.ui.controllers.pages import Pages
from verifier.ui.controllers.program import Program
from verifier.ui.controllers.rating import Rating
from verifier.ui.controllers.reports import Reports


@dataclass(frozen=True)
class Controllers:
    """A command's handler "claims.add" is the method `add` of `claims`."""

    cases: Cases
    documents: Documents
    reports: Reports
    finding: Finding
    claims: Claims
    rating: Rating
    table: TableOfClaims
    going: Going
    looking: Looking
    pages: Pages
    program: Program


def make_controllers(parts: Parts) -> Controllers:
    """All of them, for one window."""
    return Controllers(
        cases=Cases(parts),
        documents=Documents(parts),
        reports=Reports(parts),
        finding=Finding(parts),
        claims=Claims(parts),
        rating=Rating(parts),
        table=TableOfClaims(parts),
        going=Going(parts),
        looking=Looking(parts),
        pages=Pages(parts),
        program=Program(parts),
    )
