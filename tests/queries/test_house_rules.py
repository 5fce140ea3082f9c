"""House rules warn or block, as the case says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from factories import add_claim, add_document

from verifier.actions.assessments import Assess
from verifier.actions.evidence import AddEvidence, AddSource, Cite, CiteSource
from verifier.actions.people import EditCase
from verifier.actions.reviews import ReviewClaim
from verifier.errors import Invalid, NotAllowed
from verifier.queries import claims, rules
from verifier.queries.rules import Rating
from verifier.states import Decision, EvidenceKind, Rule, Severity, Stance
from verifier.workspace import Workspace

GRADED = {"credibility": "2"}


@pytest.fixture
def claim_id(workspace: Workspace) -> str:
    """A claim without anything."""
    return add_claim(workspace, add_document(workspace), "70 sites")


def cite(
    workspace: Workspace,
    claim_id: str,
    *,
    stance: Stance = Stance.SUPPORTS,
    source: Mapping[str, Any] | None = None,
    item: Mapping[str, Any] | None = None,
    kind: EvidenceKind = EvidenceKind.LINK,
    details: Mapping[str, Any] = GRADED,
) -> None:
    """Cite a new item of a new source."""
    adding = AddSource({"title": "A bulletin", **(source or {})})
    holding = AddEvidence(kind, item or {}, adding.id)
    for action in (adding, holding, Cite(claim_id, holding.id, stance, details)):
        workspace.do(action)


def broken(workspace: Workspace, claim_id: str, **rating: str) -> set[Rule]:
    """The rules that a rating would break."""
    scaled = {f"{name}_scale": SCALES[name] for name in rating if name in SCALES}
    with workspace.reading() as session:
        found = rules.draft_breaches(
            session, workspace.case_id, claim_id, Rating(**scaled, **rating)
        )
    return {breach.rule for breach in found}


SCALES = {"verdict": "verification", "confidence": "analytic", "likelihood": "icd203"}


def test_a_rating_without_reason_or_evidence_breaks_three_rules(
    workspace: Workspace, claim_id: str
) -> None:
    found = broken(workspace, claim_id, verdict="supported")
    assert found == {Rule.REASON, Rule.TWO_SOURCES, Rule.CITED}


def test_a_claim_that_nobody_rated_breaks_none(workspace: Workspace, claim_id: str) -> None:
    with workspace.reading() as session:
        assert rules.draft_breaches(session, workspace.case_id, claim_id, rules.Rating()) == ()


def test_two_items_of_one_origin_are_one_source(workspace: Workspace, claim_id: str) -> None:
    for _ in range(2):
        cite(workspace, claim_id, source={"independence_group": "the ministry"})
    rated = {"verdict": "supported", "reason": "Both say so."}
    assert broken(workspace, claim_id, **rated) == {Rule.TWO_SOURCES}
    cite(workspace, claim_id)
    assert broken(workspace, claim_id, **rated) == set()


def test_a_refuted_claim_needs_two_sources_that_refute(workspace: Workspace, claim_id: str) -> None:
    cite(workspace, claim_id, stance=Stance.REFUTES)
    cite(workspace, claim_id, stance=Stance.CONTEXT)
    rated = {"verdict": "refuted", "reason": "The list has 22."}
    assert broken(workspace, claim_id, **rated) == {Rule.TWO_SOURCES}
    cite(workspace, claim_id, stance=Stance.REFUTES)
    assert broken(workspace, claim_id, **rated) == set()


def test_what_cannot_be_judged_needs_no_sources(workspace: Workspace, claim_id: str) -> None:
    cite(workspace, claim_id, stance=Stance.CONTEXT)
    assert broken(workspace, claim_id, verdict="unverified", reason="No record.") == set()


def test_independently_confirmed_counts_origins_not_items(
    workspace: Workspace, claim_id: str
) -> None:
    for group in ("agency", "agency", ""):
        cite(workspace, claim_id, item={"origin_group": group})
    cite(workspace, claim_id, stance=Stance.REFUTES)
    with workspace.reading() as session:
        cited = rules.citations_of(session, workspace.case_id)
        assert rules.origins(cited[claim_id], Stance.SUPPORTS) == 2


@pytest.mark.parametrize(
    ("source", "item", "kind", "is_enough"),
    [
        ({"kind": "primary", "archive_url": "https://archive.example/1"}, {}, "link", True),
        ({"kind": "primary"}, {"archive_url": "https://archive.example/1"}, "link", True),
        ({"kind": "primary"}, {}, "link", False),
        ({}, {"archive_url": "https://archive.example/1"}, "link", False),
        ({}, {"archive_url": "https://archive.example/1"}, "dataset", True),
    ],
)
def test_the_highest_confidence_needs_an_archived_primary_source(
    workspace: Workspace,
    claim_id: str,
    source: dict[str, str],
    item: dict[str, str],
    kind: str,
    is_enough: bool,
) -> None:
    cite(workspace, claim_id, source=source, item=item, kind=EvidenceKind(kind))
    found = broken(workspace, claim_id, confidence="high", reason="It is on record.")
    assert (Rule.ARCHIVED_PRIMARY not in found) is is_enough
    assert Rule.ARCHIVED_PRIMARY not in broken(workspace, claim_id, confidence="moderate")


def test_a_citation_without_grade_is_told(workspace: Workspace, claim_id: str) -> None:
    cite(workspace, claim_id, details={})
    with workspace.reading() as session:
        (breach,) = rules.draft_breaches(session, workspace.case_id, claim_id, rules.Rating())
    assert (breach.rule, breach.severity) == (Rule.GRADED, Severity.WARN)
    assert breach.text == "One citation has no grade."


def test_likelihood_and_confidence_are_kept_apart(workspace: Workspace, claim_id: str) -> None:
    assert broken(workspace, claim_id, likelihood="likely", reason="Signs.") == {
        Rule.LIKELIHOOD_NEEDS_CONFIDENCE
    }
    reason = "It is likely, with high confidence, that they did it."
    assert Rule.NEVER_IN_ONE_SENTENCE in broken(workspace, claim_id, reason=reason)


def test_a_rule_that_is_off_says_nothing(workspace: Workspace, claim_id: str) -> None:
    workspace.do(EditCase({"house_rules": dict.fromkeys(Rule, "off")}))
    assert broken(workspace, claim_id, verdict="supported") == set()


def test_a_blocking_rule_stops_the_rating_and_is_named(workspace: Workspace, claim_id: str) -> None:
    workspace.do(EditCase({"house_rules": {"cited": "block"}}))
    with pytest.raises(NotAllowed, match="no evidence is cited"):
        workspace.do(Assess(claim_id, verdict="supported"))
    cite(workspace, claim_id)
    workspace.do(Assess(claim_id, verdict="supported"))


@pytest.mark.parametrize("decision", [Decision.SUBMIT, Decision.APPROVE])
def test_a_blocking_rule_stops_the_review(
    workspace: Workspace, claim_id: str, decision: Decision
) -> None:
    workspace.do(Assess(claim_id, verdict="supported"))
    workspace.do(EditCase({"house_rules": {"reason": "block"}}))
    with pytest.raises(NotAllowed, match="no reason"):
        workspace.do(ReviewClaim(claim_id, decision))
    workspace.do(Assess(claim_id, verdict="supported", reason="The list says so."))
    workspace.do(ReviewClaim(claim_id, decision))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"house_rules": {"coffee": "block"}}, "no house rule “coffee”"),
        ({"house_rules": {"reason": "maybe"}}, "cannot be “maybe”"),
        ({"verdict_scale": "unheard-of"}, "no scale “unheard-of”"),
        ({"verdict_scale": "icd203"}, "scale of likelihood"),
    ],
)
def test_rules_and_scales_that_do_not_exist_are_refused(
    workspace: Workspace, changes: dict[str, Any], words: str
) -> None:
    with pytest.raises(Invalid, match=words):
        workspace.do(EditCase(changes))


def test_the_list_counts_origins_as_the_rules_do(anywhere: Workspace) -> None:
    workspace = anywhere
    claim_id = add_claim(workspace, add_document(workspace), "70 sites")
    for title, group in (("A", "agency"), ("B", "agency"), ("C", "")):
        source = AddSource({"title": title, "independence_group": group})
        workspace.do(source)
        workspace.do(CiteSource(claim_id, source.id, Stance.SUPPORTS))
    extra = AddEvidence(EvidenceKind.LINK, {"title": "D"})
    workspace.do(extra)
    workspace.do(Cite(claim_id, extra.id, Stance.SUPPORTS))
    workspace.do(Cite(claim_id, extra.id, Stance.CONTEXT))
    with workspace.reading() as session:
        (line,) = claims.summaries(session, workspace.case_id)
        cited = rules.citations_of(session, workspace.case_id)[claim_id]
    assert (line.citations, line.origins) == (5, 3)
    assert rules.origins(cited, Stance.SUPPORTS) == line.origins
