"""Word's answers into actions: remarks, replies, resolved marks, and edits as proposed changes.

A tracked edit in a field of a claim proposes how that field should read; one in a passage of the
text under check, how the passage should; one elsewhere in a claim's card is told with the words
around it. Nothing is changed until somebody accepts it.

Taking the same file back twice adds nothing the second time: what the case holds already, by
person, time and words, is passed over. Nothing is ever removed: a comment that is missing from the
file may have been made after the export.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from verifier.actions.base import Action, Actor, Batch
from verifier.actions.people import JoinCase
from verifier.actions.proposals import ProposeChange
from verifier.actions.reviews import AddComment, ResolveComment
from verifier.errors import Conflict
from verifier.exchange.word_answers import (
    Spot,
    TrackedEdit,
    WordAnswers,
    WordComment,
    answers_in,
    read_answers,
)
from verifier.exchange.word_edits import Rewording
from verifier.ids import comment_key, lasting_number, new_id, passage_key, rating_key
from verifier.queries import case, claims, documents, proposals, reviews
from verifier.queries.claims import ClaimRow
from verifier.queries.reviews import CommentRow
from verifier.reading.docx import MEDIA_TYPE as WORD
from verifier.scales import load_scales
from verifier.states import ProposedField, Role
from verifier.workspace import Workspace

_RATING = re.compile(r"(?:On the words(?: of [a-z ]+)?: [^\n]*\n)?C(\d+): ([^\n]+)\.(?:\n|$)")


SETTLED = "The comment with the rating was marked as resolved in Word."


@dataclass(frozen=True, slots=True)
class Taken:
    """One thing that taking the file back would do. `kind` is one of comment, reply, resolved,
    reopened, reworded, proposed change."""

    kind: str
    claim: str
    author: str
    at: datetime | None
    text: str
    field: str = ""
    """Of a proposed change: what it is to, as `verifier.states.ProposedField` has it."""
    old: str = ""
    new: str = ""


@dataclass(frozen=True, slots=True)
class TakeBack:
    """What taking a file back would do."""

    action: Batch
    taken: tuple[Taken, ...]
    unplaced: tuple[Taken, ...]
    """What stands nowhere near a claim: it is told, and left out."""


def plan(workspace: Workspace, path: Path) -> TakeBack:
    """Plan to take a Word file back."""
    answers = read_answers(path)
    if answers.case_id and answers.case_id != workspace.case_id:
        raise Conflict(
            f"{path.name} is a report of another case.", "Open that case to take it back."
        )
    planner = _Planner(workspace, answers, path.name)
    planned = planner.plan()
    is_ours = bool(answers.case_id or planner.known or planner.rated)
    if not (is_ours or planned.taken or planned.unplaced):
        raise Conflict(
            f"{path.name} is no report of Verifier, and nothing in it answers this case.",
            "Choose the Word file that was exported from this case and came back.",
        )
    return planned


@dataclass
class _Planner:
    workspace: Workspace
    answers: WordAnswers
    file_name: str
    actions: list[Action] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)
    unplaced: list[Taken] = field(default_factory=list)
    newcomers: dict[str, str] = field(default_factory=dict)
    known: dict[str, CommentRow] = field(default_factory=dict)
    """Number in the file -> the case's own remark."""
    rated: dict[str, str] = field(default_factory=dict)
    """Number in the file -> claim, for comments that say how the claim is rated."""
    added: dict[str, str] = field(default_factory=dict)
    """Number in the file -> id of the remark that is planned for it."""

    settled: set[str] = field(default_factory=set)
    """Claims whose rating somebody ticked off."""
    proposed: dict[tuple[str, ...], set[datetime | None]] = field(default_factory=dict)
    """Who proposes what -> when, so that nothing is proposed twice."""

    def plan(self) -> TakeBack:
        """Know again what is ours, then plan what is new, threads before their replies."""
        self._read_case()
        self._recognise()
        roots = [one for one in self.answers.comments if one.parent is None]
        replies = [one for one in self.answers.comments if one.parent is not None]
        for comment in (*roots, *replies):
            self._plan_comment(comment)
        for one in self.answers.fields:
            row = self.by_number.get(one.claim)
            if row is not None and one.field in set(ProposedField):
                self._propose(row.id, ProposedField(one.field), one.rewording)
        for edit in self.answers.edits:
            if not edit.in_field:
                self._plan_edit(edit)
        return TakeBack(
            Batch("take back Word's answers", tuple(self.actions)),
            tuple(self.taken),
            tuple(self.unplaced),
        )

    def _read_case(self) -> None:
        case_id = self.workspace.case_id
        with self.workspace.reading() as session:
            self.people = {p.name: p.id for p in case.people(session, case_id)}
            self.claims = {row.id: row for row in claims.claim_rows(session, case_id)}
            self.passages = claims.highlights(session, case_id)
            self.remarks = reviews.comments(session, case_id)
            self.withdrawn = reviews.withdrawn_comments(session, case_id)
            former = reviews.former_words(session, case_id)
            for row in proposals.proposals(session, case_id):
                key = (row.person, row.claim_id, row.field, row.old, row.new)
                self.proposed.setdefault(key, set()).add(row.at)
            theirs = [] if self.answers.case_id else list(_originals(session, case_id))
        self.original_comments = {
            (c.author, _squeezed(c.text)) for one in theirs for c in one.comments
        }
        self.original_edits = {(e.author, e.removed, e.added) for one in theirs for e in one.edits}
        self.by_number = {row.number: row for row in self.claims.values()}
        self.former = {
            row.id: {_squeezed(words) for words in former.get(row.id, ())}
            for row in (*self.remarks, *self.withdrawn)
        }
        self.standing = {row.id for row in self.remarks}
        self.here = {(r.person, _second(r.at), _squeezed(r.text)) for r in self.remarks}

    def _recognise(self) -> None:
        """By the lasting numbers; where a program wrote numbers of its own, by author and words."""
        ever = (*self.withdrawn, *self.remarks)
        remarks = {lasting_number(comment_key(row.id)): row for row in ever}
        rated = {lasting_number(rating_key(claim_id)): claim_id for claim_id in self.claims}
        rated |= {lasting_number(passage_key(h.id)): h.claim_id for h in self.passages}
        for comment in self.answers.comments:
            if comment.lasting in remarks:
                self.known[comment.number] = remarks[comment.lasting]
            elif comment.lasting in rated:
                self.rated[comment.number] = rated[comment.lasting]
        if not self.known and not self.rated:
            self._recognise_words()

    def _recognise_words(self) -> None:
        said = {
            (row.person, words): row
            for row in self.remarks
            for words in (*self.former[row.id], _squeezed(row.text))
        }
        signs = _verdict_signs()
        for comment in self.answers.comments:
            row = said.get((comment.author, _squeezed(comment.text)))
            found = _RATING.match(comment.text)
            if row is not None:
                self.known[comment.number] = row
            elif found and found[2].split()[0] in signs and int(found[1]) in self.by_number:
                self.rated[comment.number] = self.by_number[int(found[1])].id

    def _plan_comment(self, comment: WordComment) -> None:
        if comment.number in self.rated:
            if comment.resolved:
                self._plan_settled(self.rated[comment.number])
            return
        row = self.known.get(comment.number)
        if row is not None:
            self._plan_known(comment, row)
            return
        if not comment.text.strip() or self._is_here(comment.author, comment.at, comment.text):
            return
        if (comment.author, _squeezed(comment.text)) in self.original_comments:
            return
        claim_id = self._claim_of(comment)
        kind = "reply" if comment.parent is not None else "comment"
        if self._tell(kind, claim_id, comment.author, comment.at, comment.text):
            action = AddComment(
                claim_id or "",
                comment.text,
                parent_id=self._parent_of(comment),
                person_id=self._person(comment.author, comment.initials),
                at=comment.at,
            )
            self.added[comment.number] = action.id
            self.actions.append(action)
            if comment.resolved and comment.parent is None:
                self.actions.append(ResolveComment(action.id))

    def _plan_settled(self, claim_id: str) -> None:
        """Somebody ticked off the comment that says how a claim is rated: that is a remark."""
        if claim_id in self.settled or any(
            row.claim_id == claim_id and row.text == SETTLED for row in self.remarks
        ):
            return
        self.settled.add(claim_id)
        if self._tell("resolved", claim_id, "", None, SETTLED):
            action = AddComment(claim_id, SETTLED)
            self.actions += (action, ResolveComment(action.id))

    def _plan_known(self, comment: WordComment, row: CommentRow) -> None:
        """A remark of the case: it may have been settled, opened again, or reworded.

        Its author may have reworded it here or taken it back since: that is nothing new of Word's.
        """
        is_root = row.parent_id is None and row.id in self.standing
        if is_root and comment.resolved != (row.resolved_at is not None):
            kind = "resolved" if comment.resolved else "reopened"
            self._tell(kind, row.claim_id, row.person, None, row.text)
            self.actions.append(ResolveComment(row.id, comment.resolved))
        ours = {_squeezed(row.text), *self.former[row.id]}
        if _squeezed(comment.text) not in ours and comment.text.strip():
            words = f"Reworded in Word: {comment.text}"
            if any(_squeezed(other.text) == _squeezed(words) for other in self.remarks):
                return
            self._tell("reworded", row.claim_id, row.person, None, comment.text)
            root = self._thread_of(row)
            self.actions.append(AddComment(row.claim_id, words, parent_id=root))

    def _thread_of(self, row: CommentRow) -> str | None:
        """The remark that a thread begins with; `None` where that was taken back."""
        root = row.parent_id or row.id
        return root if root in self.standing else None

    def _plan_edit(self, edit: TrackedEdit) -> None:
        """An edit outside a claim's fields: in a passage, or somewhere near a claim."""
        if (edit.author, edit.removed, edit.added) in self.original_edits:
            return
        inner = next((number for number in edit.spot.comments if number in self.rated), "")
        for one in self.answers.commented.get(inner, ()):
            if one.author == edit.author:
                self._propose(self.rated[inner], ProposedField.PASSAGE, one)
                return
        claim_id = self._claim_at(edit.spot)
        if claim_id is None:
            self._tell("proposed change", None, edit.author, edit.at, _told(edit))
            return
        words = Rewording(edit.author, edit.at, edit.removed, edit.added)
        self._propose(claim_id, ProposedField.ELSEWHERE, words, edit.before, edit.after)

    def _propose(
        self,
        claim_id: str,
        target: ProposedField,
        words: Rewording,
        before: str = "",
        after: str = "",
    ) -> None:
        key = (words.author, claim_id, target.value, words.old, words.new)
        if words.at in self.proposed.get(key, ()) or (words.at is None and key in self.proposed):
            return
        self.proposed.setdefault(key, set()).add(words.at)
        row = self.claims[claim_id]
        told = f"{target.value.replace('_', ' ')}: {_shown(words.old)} → {_shown(words.new)}"
        self.taken.append(
            Taken(
                "proposed change",
                row.label,
                words.author,
                words.at,
                told,
                target.value,
                words.old,
                words.new,
            )
        )
        self.actions.append(
            ProposeChange(
                claim_id,
                target,
                words.old,
                words.new,
                before,
                after,
                self.file_name,
                person_id=self._person(words.author, ""),
                at=words.at,
            )
        )

    def _tell(
        self, kind: str, claim_id: str | None, author: str, at: datetime | None, text: str
    ) -> bool:
        """List it; False where it has no claim to stand on."""
        row = self.claims.get(claim_id or "")
        taken = Taken(kind, row.label if row else "", author, at, text)
        (self.taken if row else self.unplaced).append(taken)
        return row is not None

    def _is_here(self, author: str, at: datetime | None, text: str) -> bool:
        return at is not None and (author, _second(at), _squeezed(text)) in self.here

    def _claim_of(self, comment: WordComment) -> str | None:
        if comment.parent is not None:
            return self._claim_of_number(comment.parent)
        return self._claim_at(self.answers.spots.get(comment.number, Spot()))

    def _claim_of_number(self, number: str) -> str | None:
        """The claim that a comment of the file is about."""
        if number in self.known:
            return self.known[number].claim_id
        if number in self.rated:
            return self.rated[number]
        return self._claim_at(self.answers.spots.get(number, Spot()))

    def _claim_at(self, spot: Spot) -> str | None:
        for number in spot.comments:
            if number in self.rated:
                return self.rated[number]
            if number in self.known:
                return self.known[number].claim_id
        for number_of_claim in (spot.card, spot.linked):
            row: ClaimRow | None = self.by_number.get(number_of_claim or 0)
            if row is not None:
                return row.id
        return None

    def _parent_of(self, comment: WordComment) -> str | None:
        """The remark that is answered; an answer to a rating begins a thread of its own."""
        if comment.parent is None:
            return None
        row = self.known.get(comment.parent)
        if row is not None:
            return self._thread_of(row)
        return self.added.get(comment.parent)

    def _person(self, name: str, initials: str) -> str | None:
        """Who it was; somebody new joins as a checker. None is the person who takes it back."""
        if not name.strip():
            return None
        known = self.people.get(name) or self.newcomers.get(name)
        if known is None:
            known = self.newcomers[name] = new_id()
            newcomer = Actor(known, name, Role.CHECKER)
            self.actions.append(JoinCase(newcomer, initials))
        return known


def _originals(session: Session, case_id: str) -> Iterator[WordAnswers]:
    """What the Word files of the case said before they were given out: nobody's answer."""
    for row in documents.documents(session, case_id):
        if row.media_type == WORD:
            yield answers_in(io.BytesIO(documents.blob(session, row.sha256)), row.file_name)


def _told(edit: TrackedEdit) -> str:
    """A tracked edit in words, with what stands around it."""
    where = f"In “…{edit.before}[…]{edit.after}…”"
    return f"{_shown(edit.removed)} → {_shown(edit.added)}. {where}"


def _shown(words: str) -> str:
    return f"“{words}”" if words else "nothing"


def _verdict_signs() -> set[str]:
    """The sign before every verdict in the comments of a report, whatever its language."""
    levels = (
        level
        for scale in load_scales().values()
        if scale.kind == "verdict"
        for level in scale.levels
    )
    return {level.look.sign for level in levels if level.look} | {"–"}


def _second(at: datetime) -> str:
    return f"{at:%Y-%m-%dT%H:%M:%S}"


def _squeezed(words: str) -> str:
    return " ".join(words.split())


def in_words(taken: Iterable[Taken]) -> list[str]:
    """A line for each, as a preview shows it."""
    return [f"{one.claim or '–'}\t{one.kind}\t{one.author}\t{_squeezed(one.text)}" for one in taken]
