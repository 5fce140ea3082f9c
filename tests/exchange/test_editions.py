"""Replacing a document: what becomes of its passages, and what a person decides."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from factories import (
    Imported,
    add_claim,
    add_document,
    claim_at,
    join,
    read_text,
    state_of,
)
from pdf_making import lines, pdf_of

from verifier.actions.assessments import Assess
from verifier.actions.base import Done
from verifier.actions.claims import AddClaim, Passage
from verifier.actions.documents import ImportDocument
from verifier.actions.editions import AddEdition, ChoosePlace, InheritHighlight, LeaveHighlight
from verifier.actions.people import EditCase
from verifier.actions.reviews import ReviewClaim
from verifier.errors import Conflict, Invalid, NotAllowed
from verifier.exchange import editions
from verifier.exchange.editions import Plan
from verifier.exchange.places import Places
from verifier.ids import new_id
from verifier.queries import audit, claims, documents
from verifier.queries.integrity import problems
from verifier.reading.boxes import unpack_boxes
from verifier.reading.here import read_here
from verifier.states import Anchoring, Decision
from verifier.text.editions import Fate
from verifier.text.ranges import TextRange
from verifier.text.regions import Region
from verifier.workspace import Workspace

OLD = (
    "The dam at Nova failed at dawn on Monday.\n"
    "Officials counted 70 flooded houses along the river.\n"
    "Nobody was hurt, the mayor told reporters.\n"
    "Repairs will cost two million.\n"
    "The bridge of Lower Town was swept away by the flood.\n"
    "Experts had warned of cracks in the concrete for years.\n"
)
NEW = (
    "UPDATED on Tuesday, with figures from the ministry of works.\n"
    "Experts had warned of cracks in the concrete for years.\n"
    "The dam at Nova failed at dawn on Monday.\n"
    "Officials counted 95 flooded houses along the river.\n"
    "Nobody was hurt, the mayor told reporters.\n"
    "The bridge of Lower Town was swept away by the flood.\n"
)


def replaced(
    workspace: Workspace, document: Imported, text: str = NEW, *, accept_changed: bool = False
) -> tuple[Plan, Done]:
    read = read_text(text, len(text) // 2)
    plan = editions.plan(workspace, document.id, text)
    batch, _ = editions.replacing(
        plan, read, text.encode(), "second.txt", accept_changed=accept_changed
    )
    return plan, workspace.do(batch)


@pytest.fixture
def report(anywhere: Workspace) -> Imported:
    document = add_document(anywhere, OLD)
    for quote in (
        "failed at dawn",
        "Officials counted 70 flooded houses along the river.",
        "Repairs will cost two million.",
        "warned of cracks in the concrete",
    ):
        add_claim(anywhere, document, quote)
    return document


def fates(plan: Plan) -> list[str]:
    return [each.fate.value for each in plan.found]


def passages(workspace: Workspace) -> list[tuple[str, str, str]]:
    """Claim, words and anchoring of every passage that is told."""
    with workspace.reading() as session:
        labels = {row.id: row.label for row in claims.claim_rows(session, workspace.case_id)}
        rows = claims.highlights(session, workspace.case_id)
    return sorted((labels[row.claim_id], row.quote, row.anchoring) for row in rows)


def is_sound(workspace: Workspace) -> bool:
    with workspace.reading() as session:
        return list(problems(session, workspace.case_id)) == []


def test_each_passage_is_the_same_moved_changed_or_gone(
    anywhere: Workspace, report: Imported
) -> None:
    plan, _ = replaced(anywhere, report)
    assert fates(plan) == ["same", "changed", "gone", "moved"]
    changed = plan.found[1].outcome
    assert changed.new_words == "Officials counted 95 flooded houses along the river."
    with anywhere.reading() as session:
        latest = documents.document(session, anywhere.case_id, report.id)
        heirs = claims.highlights(session, anywhere.case_id, edition_id=latest.edition_id)
        kept = claims.highlights(session, anywhere.case_id, edition_id=report.edition_id)
    assert latest.edition == 2
    assert [(row.quote, row.anchoring) for row in heirs] == [
        ("warned of cracks in the concrete", Anchoring.MOVED),
        ("failed at dawn", Anchoring.EXACT),
    ]
    assert len(kept) == 4
    assert is_sound(anywhere)


def test_a_claim_with_an_heir_shows_one_passage(anywhere: Workspace, report: Imported) -> None:
    before = [(label, quote) for label, quote, _ in passages(anywhere)]
    replaced(anywhere, report)
    assert [(label, quote) for label, quote, _ in passages(anywhere)] == before


def test_replacing_is_undone_and_redone_in_one_step(anywhere: Workspace, report: Imported) -> None:
    before = state_of(anywhere)
    _, done = replaced(anywhere, report)
    after = state_of(anywhere)
    undone = anywhere.undo(done)
    assert state_of(anywhere) == before
    anywhere.undo(undone)
    assert state_of(anywhere) == after


def test_accepted_wording_reopens_the_claim_and_overwrites_no_rating(anywhere: Workspace) -> None:
    document = add_document(anywhere, OLD)
    with join(anywhere, "Ben") as checker:
        claim = add_claim(checker, document, "Officials counted 70 flooded houses along the river.")
        checker.do(Assess(claim, verdict="supported", confidence="high", reason="Counted."))
        checker.do(ReviewClaim(claim, Decision.SUBMIT))
    anywhere.do(ReviewClaim(claim, Decision.APPROVE))
    replaced(anywhere, document)
    waiting = editions.waiting(anywhere, document.id)
    assert fates(waiting) == ["changed"]
    anywhere.do(editions.accept(waiting, waiting.found[0]))
    with anywhere.reading() as session:
        (row,) = claims.summaries(session, anywhere.case_id)
        history = claims.assessments(session, anywhere.case_id)
        verbs = [event.verb for event in audit.trail(session, anywhere.case_id)]
    assert row.claim.status == "in_progress"
    assert row.assessment is not None
    assert "95 flooded houses" in row.assessment.reopened_because
    assert (row.assessment.verdict, row.assessment.person) == ("supported", "Ben")
    assert history[0].reopened_because == ""
    assert history[1].supersedes_id == history[0].id
    assert [each.anchoring for each in row.highlights] == [Anchoring.CONFIRMED]
    assert verbs[-1] == "AcceptWording"
    assert editions.waiting(anywhere, document.id).found == ()
    assert is_sound(anywhere)


def test_a_rating_of_earlier_words_breaks_a_rule_until_somebody_rates_anew(
    anywhere: Workspace,
) -> None:
    document = add_document(anywhere, OLD)
    claim = add_claim(anywhere, document, "Officials counted 70 flooded houses along the river.")
    rated = Assess(claim, verdict="supported", confidence="high", reason="Counted.")
    anywhere.do(rated)
    anywhere.do(EditCase({"house_rules": {"rated_as_worded": "block"}}))
    anywhere.do(ReviewClaim(claim, Decision.SUBMIT))
    replaced(anywhere, document, accept_changed=True)
    with pytest.raises(NotAllowed, match="given before the passage changed"):
        anywhere.do(ReviewClaim(claim, Decision.SUBMIT))
    anywhere.do(replace(rated, id=new_id()))
    anywhere.do(ReviewClaim(claim, Decision.SUBMIT))


def test_changed_wordings_can_all_be_accepted_at_once(
    anywhere: Workspace, report: Imported
) -> None:
    replaced(anywhere, report, accept_changed=True)
    assert fates(editions.waiting(anywhere, report.id)) == ["gone"]


def test_a_passage_of_several_places_waits_until_one_is_chosen(anywhere: Workspace) -> None:
    old = "Alpha beta gamma. The ministry declined to comment. Delta epsilon zeta.\n"
    new = (
        "Entirely other words here. The ministry declined to comment. And so on it goes.\n"
        "Quite unlike before. The ministry declined to comment. Nothing is as it was.\n"
    )
    document = add_document(anywhere, old)
    claim = add_claim(anywhere, document, "The ministry declined to comment.")
    anywhere.do(Assess(claim, verdict="supported", reason="True."))
    replaced(anywhere, document, new)
    waiting = editions.waiting(anywhere, document.id)
    assert fates(waiting) == ["ambiguous"]
    second = waiting.found[0].outcome.candidates[1]
    anywhere.do(editions.choose(waiting, waiting.found[0], second))
    assert passages(anywhere) == [("C1", "The ministry declined to comment.", Anchoring.CONFIRMED)]
    with anywhere.reading() as session:
        (row,) = claims.summaries(session, anywhere.case_id)
    assert row.highlights[0].start == second.start
    assert row.assessment is not None
    assert row.assessment.reopened_because == ""
    assert is_sound(anywhere)


def test_a_passage_that_is_gone_waits_until_somebody_leaves_it(
    anywhere: Workspace, report: Imported
) -> None:
    replaced(anywhere, report, accept_changed=True)
    (gone,) = editions.waiting(anywhere, report.id).found
    left = anywhere.do(LeaveHighlight(gone.highlight.id))
    assert editions.waiting(anywhere, report.id).found == ()
    anywhere.undo(left)
    assert len(editions.waiting(anywhere, report.id).found) == 1


def test_what_waits_is_looked_for_in_the_third_edition_too(
    anywhere: Workspace, report: Imported
) -> None:
    replaced(anywhere, report, accept_changed=True)
    third = NEW + "Repairs will cost two million.\n"
    plan, _ = replaced(anywhere, report, third)
    assert fates(plan) == ["same", "same", "same"] or set(fates(plan)) <= {"same", "moved"}
    waiting = editions.waiting(anywhere, report.id)
    assert [each.outcome.new_words for each in waiting.found] == ["Repairs will cost two million."]
    anywhere.do(editions.take_over(waiting, waiting.found[0]))
    assert editions.waiting(anywhere, report.id).found == ()
    assert is_sound(anywhere)


def test_the_same_bytes_are_no_new_edition(anywhere: Workspace, report: Imported) -> None:
    with pytest.raises(Conflict, match=r"again\.txt is the edition"):
        anywhere.do(AddEdition(report.id, read_text(OLD), OLD.encode(), "again.txt"))


def test_a_passage_is_taken_over_once_and_only_by_a_later_edition(
    anywhere: Workspace, report: Imported
) -> None:
    plan, _ = replaced(anywhere, report)
    with pytest.raises(Conflict, match="taken over already"):
        anywhere.do(editions.take_over(_now(anywhere, plan), plan.found[0]))
    back = claim_at(report, "failed at dawn").passages[0]
    with pytest.raises(Invalid, match="later edition"):
        anywhere.do(InheritHighlight(plan.found[2].highlight.id, back))
    with pytest.raises(Invalid, match="later edition"):
        anywhere.do(ChoosePlace(plan.found[2].highlight.id, back))


def _now(workspace: Workspace, plan: Plan) -> Plan:
    with workspace.reading() as session:
        row = documents.document(session, workspace.case_id, plan.document.id)
    return Plan(row, plan.text, plan.found)


def test_a_place_that_is_not_there_cannot_be_accepted(
    anywhere: Workspace, report: Imported
) -> None:
    plan, _ = replaced(anywhere, report)
    gone = next(each for each in plan.found if each.fate is Fate.GONE)
    with pytest.raises(Invalid):
        editions.accept(plan, gone)
    with pytest.raises(Invalid):
        editions.take_over(plan, gone)


def pdf_of_lines(first: list[str], second: list[str]) -> bytes:
    """Two pages with lines of text."""
    return pdf_of([lines(100, 700, first), lines(100, 700, second)])


def test_heirs_on_the_pages_of_a_pdf_know_their_rectangles(
    anywhere: Workspace, tmp_path: Path
) -> None:
    said = ["The ministry said on Friday that seventy", "websites had been defaced."]
    old, new = tmp_path / "old.pdf", tmp_path / "new.pdf"
    old.write_bytes(pdf_of_lines(said, ["An appendix."]))
    new.write_bytes(pdf_of_lines(["A new first line of the report.", *said], ["An appendix."]))
    document = ImportDocument(read_here(old), old.read_bytes(), "old.pdf")
    anywhere.do(document)
    text = document.read.text
    start = text.index("seventy")
    words = TextRange(start, text.index(" had been"))
    drawn = Region(2, 100, 100, 200, 150)
    passages = (
        Passage(document.edition_id, words, words.of(text)),
        Passage(document.edition_id, TextRange(0, 0), "", rectangles=(drawn.as_rectangle,), page=2),
    )
    anywhere.do(AddClaim("Seventy websites were defaced.", passages))
    read = read_here(new)
    plan = editions.plan(anywhere, document.id, read.text, places=Places.of_read(read))
    assert [(each.fate.value, each.highlight.region) for each in plan.found] == [
        ("changed", drawn),
        ("same", None),
    ]
    batch, adding = editions.replacing(plan, read, new.read_bytes(), "new.pdf", accept_changed=True)
    anywhere.do(batch)
    with anywhere.reading() as session:
        heirs = claims.highlights(session, anywhere.case_id, edition_id=adding.id)
    region, heir = sorted(heirs, key=lambda one: one.region is None)
    assert region.region == drawn
    assert heir.quote == words.of(text)
    (first, second) = heir.rectangles
    boxes = unpack_boxes(read.pages[0].boxes, 612, 792)
    inside = boxes[heir.start : heir.stop]
    assert first[0] == second[0] == 1
    assert first[1] == pytest.approx(inside[0, 0], abs=0.1)
    assert second[3] == pytest.approx(inside[-1, 2], abs=0.1)
    assert second[2] > first[2]
