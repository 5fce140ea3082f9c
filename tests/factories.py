"""Cases, documents and claims for tests, in a line each."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from verifier.actions.claims import AddClaim, Passage
from verifier.actions.documents import ImportDocument
from verifier.models.audit import UNTRACKED, plain
from verifier.queries.belonging import entities, in_case
from verifier.states import Role
from verifier.text.document import ReadDocument, ReadPage
from verifier.text.ranges import TextRange
from verifier.text.selectors import describe
from verifier.workspace import Workspace

OWNER = "Olena Kovalenko"
REPORT = (
    "On 13 January the web sites were defaced. 👩🏽‍💻 Officials spoke of 70 sites.\r\n"
    "Officials spoke of 70 sites. A cafe\u0301 in Київ was shut.\n"
    "\u05d4\u05d0\u05ea\u05e8 was shut too. Officials spoke of 70 sites.\n"
)


@dataclass(frozen=True)
class Imported:
    """A document in a case, with its text."""

    id: str
    edition_id: str
    text: str


def make_ready_case(path: Path) -> None:
    """A closed case with an owner and nothing else; tests copy it, which takes 2 ms."""
    Workspace.create(path, title="The ready case", person=OWNER).close()


def copy_of(ready: Path, target: Path) -> Workspace:
    """An open copy of the ready case."""
    shutil.copyfile(ready, target)
    return Workspace.open(target, person=OWNER)


def read_text(text: str, *page_lengths: int) -> ReadDocument:
    """What reading a plain file with this text yields; in pages of these lengths and a last one."""
    pages = []
    start = 0
    for number, length in enumerate([*page_lengths, len(text) - sum(page_lengths)], 1):
        pages.append(ReadPage(number, start, start + length))
        start += length
    return ReadDocument("text/plain", "factory 1", text, tuple(pages))


def add_document(
    workspace: Workspace, text: str = REPORT, *page_lengths: int, name: str = "report.txt"
) -> Imported:
    """Import a document with this text."""
    action = ImportDocument(read_text(text, *page_lengths), text.encode(), name)
    workspace.do(action)
    return Imported(action.id, action.edition_id, text)


def passage(document: Imported, quote: str, occurrence: int = 1) -> Passage:
    """The passage where the quote stands for the nth time."""
    start = -1
    for _ in range(occurrence):
        start = document.text.index(quote, start + 1)
    where = TextRange(start, start + len(quote))
    words = describe(document.text, where).quote
    return Passage(document.edition_id, where, words.quote, words.prefix, words.suffix)


def claim_at(
    document: Imported, quote: str, occurrence: int = 1, details: Mapping[str, Any] | None = None
) -> AddClaim:
    """The action that makes a claim of a quote."""
    return AddClaim(quote, (passage(document, quote, occurrence),), details or {})


def add_claim(workspace: Workspace, document: Imported, quote: str, occurrence: int = 1) -> str:
    """Make a claim of a quote; its id."""
    action = claim_at(document, quote, occurrence)
    workspace.do(action)
    return action.id


def join(workspace: Workspace, name: str, role: Role = Role.CHECKER) -> Workspace:
    """The same case, opened by somebody else in a role."""
    from verifier.actions.people import SetRole

    other = Workspace.open(workspace.location, person=name, case_id=workspace.case_id)
    other.join()
    if role is Role.CHECKER:
        return other
    workspace.do(SetRole(other.actor.id, role))
    other.close()
    return Workspace.open(workspace.location, person=name, case_id=workspace.case_id)


def visible(session: Session, case_id: str) -> dict[str, dict[str, Any]]:
    """Every row of the case that is not withdrawn, by kind and id, without versions."""
    state: dict[str, dict[str, Any]] = {}
    for name, model in entities().items():
        keys = [key for key in list(model.__mapper__.column_attrs.keys()) if key not in UNTRACKED]
        statement = select(*(getattr(model, key) for key in keys)).where(
            in_case(model, case_id), model.withdrawn_at.is_(None)
        )
        for values in session.execute(statement):
            row = plain(dict(zip(keys, values, strict=True))) or {}
            state.setdefault(name, {})[row["id"]] = row
    return state


def state_of(workspace: Workspace) -> dict[str, dict[str, Any]]:
    """What is visible in an open case now."""
    with workspace.reading() as session:
        return visible(session, workspace.case_id)
