"""A project of another tool into actions: its texts become documents, its selections claims.

What a text already is in the case is not taken in twice, nor is a claim that stands there already
with the same words on the same passage. Codes become tags; those that this program wrote itself
(“Verdict (house-5)”) become a rating again. Notes become remarks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from verifier import scales
from verifier.actions.assessments import Assess
from verifier.actions.base import Action, Actor, Batch
from verifier.actions.claims import AddClaim, Passage
from verifier.actions.documents import ImportDocument
from verifier.actions.people import JoinCase
from verifier.actions.reviews import AddComment
from verifier.errors import Invalid
from verifier.exchange.qdpx_reading import QdaCode, QdaSelection, QdaText, read_project
from verifier.ids import new_id
from verifier.queries import case, claims, documents
from verifier.states import ClaimKind, Role
from verifier.text.document import ReadDocument, ReadPage
from verifier.text.ranges import TextRange
from verifier.text.selectors import describe
from verifier.workspace import Workspace

READER = "REFI-QDA 1.0"
_RATED = re.compile(r"(Verdict|Confidence|Likelihood) \(([a-z0-9-]+)\)")
_OWN_KINDS, _OWN_TAGS = "Kind of claim", "Tags"
_OWN_NAME = re.compile(r"C(\d+)")
_REASON = re.compile(r"C\d+: reason")


@dataclass(frozen=True)
class QdpxPlan:
    """What taking a project in would do."""

    action: Batch
    counts: Mapping[str, int]
    notices: tuple[str, ...]


def plan(workspace: Workspace, path: Path) -> QdpxPlan:
    """Plan to take a project in."""
    return _Planner(workspace, path).plan()


@dataclass
class _Coded:
    """What the codes of a selection say, sorted out."""

    verdict: tuple[str, str] = ("", "")
    """Scale and code; likewise below."""
    confidence: tuple[str, str] = ("", "")
    likelihood: tuple[str, str] = ("", "")
    kind: str = ""
    tags: list[str] = field(default_factory=list)


@dataclass
class _Planner:
    workspace: Workspace
    path: Path
    actions: list[Action] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    notices: list[str] = field(default_factory=list)
    people: dict[str, str] = field(default_factory=dict)
    editions: dict[str, str] = field(default_factory=dict)
    """Text -> id of the edition that has it, known or planned."""

    def plan(self) -> QdpxPlan:
        """Texts first, then what is selected in them."""
        project = read_project(self.path)
        self._read_case()
        for text in project.texts:
            self._plan_text(text)
        for kind, number in project.passed_over.items():
            self.notices.append(f"{number} × {kind} left out: only words can be claims.")
        title = f"take in {self.path.name}"
        return QdpxPlan(Batch(title, tuple(self.actions)), self.counts, tuple(self.notices))

    def _read_case(self) -> None:
        case_id = self.workspace.case_id
        with self.workspace.reading() as session:
            self.people = {p.name: p.id for p in case.people(session, case_id)}
            self.numbers = {row.statement: row.id for row in claims.claim_rows(session, case_id)}
            passages = claims.highlights(session, case_id)
            for row in documents.documents(session, case_id):
                self.editions[documents.text(session, row.text_layer_id)] = row.edition_id
        self.standing = {(h.claim_id, h.edition_id, h.start, h.stop) for h in passages}

    def _count(self, name: str, action: Action) -> None:
        self.actions.append(action)
        self.counts[name] = self.counts.get(name, 0) + 1

    def _plan_text(self, text: QdaText) -> None:
        edition = None
        if text.text is None:
            if text.selections:
                self.notices.append(
                    f"The text of “{text.name}” is not in the project; what is selected in it "
                    "comes without its passage."
                )
        elif text.text.strip():
            edition = self.editions.get(text.text) or self._import(text)
        for selection in text.selections:
            self._plan_selection(text, edition, selection)

    def _import(self, text: QdaText) -> str:
        words, data = text.text or "", text.data or b""
        read = ReadDocument(
            media_type="text/plain",
            reader=READER,
            text=words,
            pages=(ReadPage(1, 0, len(words)),),
            properties={"title": text.name} if text.name else {},
        )
        name = text.name if text.name.lower().endswith(".txt") else f"{text.name or 'text'}.txt"
        action = ImportDocument(read, data, name.replace("/", "-").replace("\\", "-"))
        self._count("documents", action)
        self.editions[words] = action.edition_id
        return action.edition_id

    def _plan_selection(self, text: QdaText, edition: str | None, chosen: QdaSelection) -> None:
        passages = self._passages(text, edition, chosen)
        if edition is not None and not passages:
            self.notices.append(f"“{chosen.name}” selects nothing in “{text.name}”.")
            return
        statement = chosen.description or (passages[0].quote.strip() if passages else chosen.name)
        if not statement.strip() or self._stands(statement, passages):
            return
        coded = self._sorted(chosen.codes)
        number = _OWN_NAME.fullmatch(chosen.name)
        action = AddClaim(
            statement,
            passages,
            {"kind": coded.kind, "tags": coded.tags},
            number=int(number[1]) if number else None,
        )
        self._count("claims", action)
        self._plan_rating(action.id, chosen, coded)
        for note in chosen.notes:
            if note.text and not _REASON.fullmatch(note.name):
                person = self._person(note.user)
                remark = AddComment(action.id, note.text, person_id=person, at=note.at)
                self._count("comments", remark)

    def _passages(
        self, text: QdaText, edition: str | None, chosen: QdaSelection
    ) -> tuple[Passage, ...]:
        words = text.text or ""
        if edition is None or not 0 <= chosen.start < chosen.stop <= len(words):
            return ()
        where = TextRange(chosen.start, chosen.stop)
        quote = describe(words, where).quote
        if not quote.quote.strip():
            return ()
        return (Passage(edition, where, quote.quote, quote.prefix, quote.suffix),)

    def _stands(self, statement: str, passages: tuple[Passage, ...]) -> bool:
        """Whether the case has the claim already, on this passage."""
        claim_id = self.numbers.get(statement)
        if claim_id is None:
            return False
        if not passages:
            return True
        ((edition, start, stop),) = ((p.edition_id, p.range.start, p.range.stop) for p in passages)
        return (claim_id, edition, start, stop) in self.standing

    def _plan_rating(self, claim_id: str, chosen: QdaSelection, coded: _Coded) -> None:
        reasons = [note for note in chosen.notes if _REASON.fullmatch(note.name)]
        rated = (coded.verdict, coded.confidence, coded.likelihood)
        if not any(code for _, code in rated) and not reasons:
            return
        (verdict, confidence, likelihood) = rated
        user = reasons[0].user if reasons else chosen.user
        action = Assess(
            claim_id,
            verdict=verdict[1],
            confidence=confidence[1],
            likelihood=likelihood[1],
            reason=reasons[0].text if reasons else "",
            person_id=self._person(user),
            at=reasons[0].at if reasons else chosen.at,
            verdict_scale=verdict[0],
            confidence_scale=confidence[0],
            likelihood_scale=likelihood[0],
        )
        self._count("assessments", action)

    def _sorted(self, codes: tuple[QdaCode, ...]) -> _Coded:
        coded = _Coded()
        for code in codes:
            rated = _RATED.fullmatch(code.group)
            level = _level(rated[2], code.name) if rated else None
            if rated and level:
                setattr(coded, rated[1].lower(), (rated[2], level))
            elif code.group == _OWN_KINDS and code.name in set(ClaimKind):
                coded.kind = code.name
            elif code.group in ("", _OWN_TAGS):
                coded.tags.append(code.name)
            else:
                coded.tags.append(f"{code.group}: {code.name}")
        return coded

    def _person(self, name: str) -> str | None:
        """Somebody of the case by name; a newcomer joins as a checker."""
        if not name.strip():
            return None
        if name not in self.people:
            self.people[name] = new_id()
            self._count("people", JoinCase(Actor(self.people[name], name, Role.CHECKER)))
        return self.people[name]


def _level(scale_id: str, label: str) -> str:
    """The code of a level by its label; empty where the scale or the label is not known."""
    try:
        found = scales.scale(scale_id)
    except Invalid:
        return ""
    return next((level.code for level in found.levels if level.label == label), "")
