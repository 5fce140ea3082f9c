"""Proposed changes: list them, accept them, reject them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

import click

from verifier.actions.base import Action, Batch
from verifier.actions.proposals import AcceptProposal, RejectProposal
from verifier.cli.base import CASE, JSON, Session, command, session, show
from verifier.errors import Invalid, NotFound
from verifier.queries.proposals import ProposalRow, proposals
from verifier.text.merging import changes
from verifier.workspace import Workspace

SHORT = 8
"""Characters from the end of an id that a list shows; commands take them as well."""
IDS = click.argument("ids", metavar="ID...", nargs=-1, required=True)


@command("proposals")
@CASE
@click.option("--all", "decided", is_flag=True, help="Those that were decided on, too.")
@JSON
@session
def list_proposals(session: Session, case_path: str, decided: bool, as_json: bool) -> None:
    """List changes that are proposed to words of the case.

    [-words-] would go, {+words+} would come. They are made by `take-back`.
    """
    with session.open(case_path) as workspace, workspace.reading() as reading:
        rows = proposals(reading, workspace.case_id, only_open=not decided)
    words = "\n".join(map(_line, rows)) or "Nothing is proposed."
    show([{**asdict(row), "claim": row.claim} for row in rows], as_json, words)


@command("accept")
@CASE
@IDS
@JSON
@session
def accept(session: Session, case_path: str, ids: Sequence[str], as_json: bool) -> None:
    """Accept proposed changes: the claim or its rating is reworded."""
    _decide(session, case_path, ids, as_json, accepted=True)


@command("reject")
@CASE
@IDS
@JSON
@session
def reject(session: Session, case_path: str, ids: Sequence[str], as_json: bool) -> None:
    """Reject proposed changes: the words stay as they are."""
    _decide(session, case_path, ids, as_json, accepted=False)


def _decide(
    session: Session, case_path: str, ids: Sequence[str], as_json: bool, *, accepted: bool
) -> None:
    with session.open(case_path) as workspace:
        found = [_named(workspace, one) for one in ids]
        made: tuple[Action, ...] = tuple(
            AcceptProposal(one) if accepted else RejectProposal(one) for one in found
        )
        workspace.do(Batch("accept changes" if accepted else "reject changes", made))
    decision = "accepted" if accepted else "rejected"
    show({"decision": decision, "ids": found}, as_json, f"{decision.capitalize()}: {len(found)}.")


def _named(workspace: Workspace, wanted: str) -> str:
    """The whole id that ends like this."""
    with workspace.reading() as reading:
        rows = proposals(reading, workspace.case_id)
    found = [row.id for row in rows if row.id.endswith(wanted)]
    if not found:
        raise NotFound(f"There is no proposed change {wanted}.", "`proposals` lists them.")
    if len(found) > 1:
        raise Invalid(f"Several proposed changes end with {wanted}.", "Give the whole id.")
    return found[0]


def _line(row: ProposalRow) -> str:
    marks = {"out": "[-{}-]", "in": "{{+{}+}}", "same": "{}"}
    shown = "".join(marks[kind].format(words) for kind, words in changes(row.old, row.new))
    words = " ".join(f"{row.before}{shown}{row.after}".split())
    state = f" ({row.decision})" if row.decision else ""
    target = row.field.replace("_", " ")
    return f"{row.id[-SHORT:]}\t{row.claim}\t{target}{state}\t{row.person}\t{words}"
