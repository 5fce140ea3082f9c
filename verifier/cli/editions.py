"""New editions: replace a document and see what became of each passage."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from verifier.actions.takeover import taking_over
from verifier.cli.base import CASE, JSON, Session, command, session, show
from verifier.cli.documents import progress_of
from verifier.exchange import editions, rereading
from verifier.exchange.editions import Found, Plan
from verifier.exchange.places import Places
from verifier.exchange.remarks import untaken
from verifier.exchange.restoring import make_restore_point
from verifier.queries import documents
from verifier.reading.files import read_file
from verifier.reading.worker import Worker
from verifier.states import TakeOver
from verifier.text.editions import Fate
from verifier.text.page_names import NUMBERS, PageNames
from verifier.workspace import Workspace


@command("replace")
@CASE
@click.argument("document")
@click.argument("file", metavar="FILE")
@click.option(
    "--accept-changed",
    is_flag=True,
    help="Take changed wordings for the passages, and reopen their claims.",
)
@click.option(
    "--take-over",
    type=click.Choice([how.value for how in TakeOver]),
    default=TakeOver.NONE.value,
    show_default=True,
    help="Make claims, or a note of the document, of what somebody wrote into the new file.",
)
@JSON
@session
def replace_(
    session: Session,
    case_path: str,
    document: str,
    file: str,
    accept_changed: bool,
    take_over: str,
    as_json: bool,
) -> None:
    """Replace a document by a new edition.

    Both editions are kept. Passages whose words stand unchanged are taken over; the list says which
    were the same, moved, changed, ambiguous or gone. The last three wait for a decision.
    """
    path = Path(file)
    with session.open(case_path) as workspace:
        # Name the document before the file is read: a slip should not cost minutes.
        editions.check_document(workspace, document)
        with Worker() as worker, progress_of(path.name) as progress:
            data, read = read_file(path, worker=worker, progress=progress)
        places = Places.of_read(read)
        plan = editions.plan(workspace, document, read.text, places=places)
        with workspace.reading() as reading:
            pages = documents.quoted_page_names(reading, workspace.case_id)
        batch, added = editions.replacing(
            plan, read, data, path.name, accept_changed=accept_changed
        )
        make_restore_point(workspace, "before a new edition")
        workspace.do(batch)
        remarks = _take_over(workspace, plan.document.id, TakeOver(take_over))
    taken = {Fate.SAME, Fate.MOVED} | ({Fate.CHANGED} if accept_changed else set())
    shown: dict[str, Any] = {
        "document": plan.document.id,
        "edition_id": added.id,
        "file_name": path.name,
        "counts": plan.counts,
        "passages": [_data(each, pages, taken=each.fate in taken) for each in plan.found],
        "remarks": remarks,
    }
    words = _words(plan)
    if plan.counts[Fate.CHANGED] and accept_changed:
        words += "\nThe claims whose wording changed were reopened."
    elif plan.counts[Fate.CHANGED]:
        words += "\nChanged ones wait for a decision; --accept-changed would have taken them."
    if remarks:
        done = "taken over" if take_over != TakeOver.NONE else "not taken over (--take-over)"
        words += f"\nHighlights and comments in the new file: {remarks}, {done}."
    show(shown, as_json, words)


@command("read-again")
@CASE
@click.argument("document")
@JSON
@session
def read_again_(session: Session, case_path: str, document: str, as_json: bool) -> None:
    """Read a document's file again, as this version of the program reads.

    The text becomes a new edition of the same file, for which the same holds as for a replaced
    document. A file that reads as it did is left as it is.
    """
    with session.open(case_path) as workspace:
        with Worker() as worker, progress_of(document) as progress:
            found = rereading.read_again(workspace, document, worker, progress=progress)
        with workspace.reading() as reading:
            pages = documents.quoted_page_names(reading, workspace.case_id)
        make_restore_point(workspace, "before reading again")
        workspace.do(found.batch())
    data = {
        "document": found.plan.document.id,
        "counts": found.plan.counts,
        "passages": [
            _data(each, pages, taken=each.fate in editions.CERTAIN) for each in found.plan.found
        ],
    }
    show(data, as_json, _words(found.plan))


def _take_over(workspace: Workspace, document_id: str, how: TakeOver) -> int:
    """Take over what the new file brings of remarks; how many those are, taken over or not."""
    with workspace.reading() as session:
        row, remarks = untaken(session, workspace.case_id, document_id)
        text = documents.text(session, row.text_layer_id) if remarks else ""
        pages = documents.pages(session, row.text_layer_id)
    if remarks and how is not TakeOver.NONE:
        workspace.do(taking_over(remarks, text, pages, document=row, how=how))
    return len(remarks)


def _data(each: Found, pages: Mapping[str, PageNames], *, taken: bool) -> dict[str, Any]:
    new, old = each.outcome.new, each.highlight
    return {
        "claim": each.claim,
        "claim_id": each.highlight.claim_id,
        "highlight": each.highlight.id,
        "fate": each.fate.value,
        "taken_over": taken,
        "old": {
            "text": each.outcome.old_words,
            "start": old.start,
            "stop": old.stop,
            "page": old.page,
            "page_label": pages.get(old.edition_id, NUMBERS).own(old.page) or None,
        },
        "new": {"text": each.outcome.new_words, "start": new.start, "stop": new.stop}
        if new
        else None,
        "score": round(each.outcome.score, 3),
        "candidates": [[place.start, place.stop] for place in each.outcome.candidates]
        if each.fate is Fate.AMBIGUOUS
        else [],
    }


def _words(plan: Plan) -> str:
    lines = [_line(each) for each in plan.found]
    counted = ", ".join(f"{number} {fate}" for fate, number in plan.counts.items() if number)
    lines.append(f"Edition {plan.document.edition + 1} of “{plan.document.title}” was added.")
    lines.append(f"Passages: {counted or 'none'}.")
    return "\n".join(lines)


def _line(each: Found) -> str:
    line = f"{each.fate.value:>9}  {each.claim}  “{each.outcome.old_words}”"
    if each.fate is Fate.CHANGED:
        line += f"\n           now “{each.outcome.new_words}”"
    if each.fate is Fate.AMBIGUOUS:
        line += f" ({len(each.outcome.candidates)} places)"
    return line
