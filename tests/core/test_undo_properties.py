"""Whatever is done, undoing all of it restores what was visible, and redoing restores that."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from factories import REPORT, add_document, claim_at, copy_of, passage, state_of
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.actions.assessments import Assess
from verifier.actions.attributions import (
    AddAchItem,
    AddHypothesis,
    AddIncident,
    EditAchItem,
    RateCell,
    RecordAttribution,
    Withdraw,
)
from verifier.actions.base import Action, Batch
from verifier.actions.claims import (
    AddClaim,
    AddHighlight,
    EditClaim,
    MoveHighlight,
    RelateClaims,
    RemoveHighlight,
    WithdrawClaim,
)
from verifier.actions.documents import EditDocument, RemoveDocument
from verifier.actions.evidence import (
    AddSource,
    CiteSource,
    EditCitation,
    EditSource,
    WithdrawCitation,
)
from verifier.actions.people import EditCase
from verifier.actions.reviews import AddComment, EditComment, ResolveComment, ReviewClaim
from verifier.errors import VerifierError
from verifier.queries.integrity import problems
from verifier.states import Decision, Relation, Stance

Make = Callable[["Desk"], Action]
WORDS = st.sampled_from(
    ["70 sites", "was shut", "cafe\u0301", "\u05d4\u05d0\u05ea\u05e8", "sites.\r\n"]
)


class Desk:
    """The ids that a run has made so far; an action on nothing is refused in words."""

    def __init__(self, ready: Path, folder: Path) -> None:
        self.workspace = copy_of(ready, folder / "case.vcase")
        self.document = add_document(self.workspace, REPORT)
        self.ids: dict[str, list[str]] = {}
        for action in (claim_at(self.document, "70 sites"), AddSource({"title": "One"})):
            self.note(self.workspace.do(action).steps)

    def one(self, kind: str, choice: int) -> str:
        """One of the ids of this kind; an id of nothing where there is none."""
        known = self.ids.get(kind, [])
        return known[choice % len(known)] if known else "nothing"

    def note(self, steps: tuple[object, ...]) -> None:
        """Remember what was made."""
        for step in steps:
            self.ids.setdefault(step.model.__name__, []).append(step.id)  # type: ignore[attr-defined]


def actions(choice: int, word: str) -> tuple[Make, ...]:
    """Each kind of action, on something that is there."""
    return (
        lambda d: AddClaim(word, (passage(d.document, word),), {"tags": (word,)}),
        lambda _: AddClaim(word),
        lambda d: EditClaim(d.one("Claim", choice), {"statement": word, "priority": choice % 4}),
        lambda d: EditClaim(d.one("Claim", choice), {"statement": f"{word} {choice}"}),
        lambda d: WithdrawClaim(d.one("Claim", choice)),
        lambda d: AddHighlight(d.one("Claim", choice), passage(d.document, word)),
        lambda d: MoveHighlight(d.one("Highlight", choice), passage(d.document, word)),
        lambda d: RemoveHighlight(d.one("Highlight", choice)),
        lambda d: RelateClaims(d.one("Claim", choice), d.one("Claim", 0), Relation.REPEATS),
        lambda d: Assess(d.one("Claim", choice), verdict="refuted", findings=(word,)),
        lambda _: AddSource({"title": word, "csl": {"n": {"2": [choice, 1.5]}}}),
        lambda d: EditSource(d.one("Source", choice), {"reliability": "B", "title": word}),
        lambda d: CiteSource(d.one("Claim", choice), d.one("Source", choice), Stance.REFUTES),
        lambda d: EditCitation(d.one("Citation", choice), {"note": word, "credibility": "2"}),
        lambda d: WithdrawCitation(d.one("Citation", choice)),
        lambda d: AddComment(d.one("Claim", choice), word),
        lambda d: EditComment(d.one("Comment", choice), f"{word} {choice}"),
        lambda d: ResolveComment(d.one("Comment", choice), bool(choice % 2)),
        lambda d: ReviewClaim(d.one("Claim", choice), list(Decision)[choice % 4], word),
        lambda _: AddIncident({"name": word}),
        lambda d: RecordAttribution(
            {"party": word, "actor": "GRU"}, d.one("Claim", choice), incident_of(d, choice)
        ),
        lambda d: AddHypothesis(d.one("Claim", choice), word),
        lambda d: AddAchItem(
            d.one("Claim", choice), word, cells={d.one("Hypothesis", choice): "CC"}
        ),
        lambda d: EditAchItem(d.one("AchItem", choice), {"credibility": "H", "reason": word}),
        lambda d: RateCell(
            d.one("AchItem", choice), d.one("Hypothesis", choice), ("I", "CC", "")[choice % 3]
        ),
        lambda d: Withdraw("Hypothesis", d.one("Hypothesis", choice)),
        lambda d: EditDocument(d.document.id, {"author": word}),
        lambda d: RemoveDocument(d.document.id),
        lambda _: EditCase({"house_rules": {"two": choice}, "notes": [{"text": word}]}),
        lambda d: Batch(
            "two",
            (
                EditClaim(d.one("Claim", choice), {"note": word}),
                EditClaim(d.one("Claim", choice), {"note": f"{word}!", "worth": "yes"}),
            ),
        ),
    )


def incident_of(desk: Desk, choice: int) -> str | None:
    """An incident for every other attribution."""
    return desk.one("Incident", choice) if choice % 2 and desk.ids.get("Incident") else None


KINDS = len(actions(0, ""))
SCRIPT = st.lists(
    st.tuples(st.integers(0, KINDS - 1), st.integers(0, 5), WORDS), min_size=1, max_size=25
)


@settings(max_examples=settings().max_examples // 4)
@given(script=SCRIPT)
def test_undoing_everything_and_redoing_everything(
    ready_case: Path, script: list[tuple[int, int, str]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(ready_case, Path(folder))
        with desk.workspace as workspace:
            states, done = [state_of(workspace)], []
            for kind, choice, word in script:
                try:
                    entry = workspace.do(actions(choice, word)[kind](desk))
                except VerifierError:
                    assert state_of(workspace) == states[-1]
                    continue
                desk.note(entry.steps)
                done.append(entry)
                states.append(state_of(workspace))
            undone = []
            for number in range(len(done) - 1, -1, -1):
                undone.append(workspace.undo(done[number]))
                assert state_of(workspace) == states[number]
            for number, entry in enumerate(reversed(undone), 1):
                workspace.undo(entry)
                assert state_of(workspace) == states[number]
            with workspace.reading() as session:
                assert list(problems(session, workspace.case_id)) == []
