"""The case itself, and who works on it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from verifier import scales
from verifier.actions.base import Actor, Ledger, edit
from verifier.actions.own_scales import keep_scale
from verifier.errors import Invalid
from verifier.models import Case, Person
from verifier.states import Role, Rule, Severity

CASE_FIELDS = frozenset(
    "title language description verdict_scale confidence_scale likelihood_scale house_rules "
    "report_settings notes archived_at".split()
)
PERSON_FIELDS = frozenset({"name", "initials", "email"})


@dataclass(frozen=True)
class CreateCase:
    """The first entry of every trail: the case and its owner."""

    case_id: str
    case_title: str
    language: str
    owner: Actor
    title: str = "create case"

    def do(self, ledger: Ledger) -> None:
        """Add the case, then its owner."""
        _check_language(self.language)
        ledger.add(Case(id=self.case_id, title=self.case_title, language=self.language))
        ledger.session.flush()
        ledger.add(_person(self.case_id, self.owner))


@dataclass(frozen=True)
class JoinCase:
    """Somebody opens the case for the first time."""

    newcomer: Actor
    initials: str = ""
    title: str = "join case"

    def do(self, ledger: Ledger) -> None:
        """Add the newcomer in the role they come with."""
        person = _person(ledger.case_id, self.newcomer)
        person.initials = self.initials or person.initials
        ledger.add(person)
        ledger.session.flush()


@dataclass(frozen=True)
class EditCase:
    """Change the case's title, scales, rules or notes."""

    changes: Mapping[str, Any]
    title: str = "edit case"

    def do(self, ledger: Ledger) -> None:
        """Change the fields."""
        if not str(self.changes.get("title", "x")).strip():
            raise Invalid("A case needs a title.", "Give it one.")
        _check_language(str(self.changes.get("language", "")))
        chosen = _check_scales(self.changes)
        _check_rules(self.changes.get("house_rules", {}))
        for scale_id in chosen:
            keep_scale(ledger, scale_id, anew=True)
        edit(ledger, Case, ledger.case_id, self.changes, CASE_FIELDS)


def _check_language(tag: str) -> None:
    """Stop at what no Word file could carry as its language (empty is none)."""
    if tag and not re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", tag):
        raise Invalid(
            f"“{tag}” is not a language tag.", "Give one such as en, uk, pt-BR or zh-Hant."
        )


@dataclass(frozen=True)
class EditPerson:
    """Correct somebody's name, initials or address."""

    person_id: str
    changes: Mapping[str, Any]
    title: str = "edit person"

    def do(self, ledger: Ledger) -> None:
        """Change the fields."""
        edit(ledger, Person, self.person_id, self.changes, PERSON_FIELDS)


@dataclass(frozen=True)
class SetRole:
    """Give somebody another role. Owners only; the last owner stays one."""

    person_id: str
    role: Role
    title: str = "set role"

    def do(self, ledger: Ledger) -> None:
        """Change the role."""
        ledger.require(Role.OWNER)
        if self.person_id == ledger.actor.id and self.role != Role.OWNER:
            raise Invalid("You cannot give up being the owner.", "Let another owner do it.")
        ledger.change(ledger.get(Person, self.person_id), {"role": self.role.value})


def _check_scales(changes: Mapping[str, Any]) -> list[str]:
    """The ids of the scales that are chosen; a scale of another kind is refused."""
    chosen = []
    for kind in ("verdict", "confidence", "likelihood"):
        if f"{kind}_scale" not in changes:
            continue
        scale_id = changes[f"{kind}_scale"]
        scale = scales.own_scales().get(scale_id) or scales.scale(scale_id)
        if scale.kind != kind:
            raise Invalid(
                f"“{scale.title}” is a scale of {scale.kind}, not of {kind}.",
                f"Choose a {kind} scale.",
            )
        chosen.append(scale_id)
    return chosen


def _check_rules(house_rules: Mapping[str, Any]) -> None:
    for name, severity in house_rules.items():
        if name not in set(Rule):
            raise Invalid(f"There is no house rule “{name}”.", f"The rules: {', '.join(Rule)}.")
        if severity not in set(Severity):
            raise Invalid(
                f"A house rule cannot be “{severity}”.", f"It is one of {', '.join(Severity)}."
            )


def _person(case_id: str, actor: Actor) -> Person:
    return Person(
        id=actor.id,
        case_id=case_id,
        name=actor.name,
        initials=initials_of(actor.name),
        role=actor.role,
    )


def initials_of(name: str) -> str:
    """Up to three initials: "Anna Maria Nowak" -> "AMN"."""
    return "".join(word[0] for word in name.split() if word[0].isalnum())[:3].upper()
