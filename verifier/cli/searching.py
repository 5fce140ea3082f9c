"""Search across a case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import click

from verifier.cli.base import CASE, JSON, Session, command, session, show
from verifier.queries import documents
from verifier.queries.search import Hit, misnamed, search
from verifier.queries.search_spelling import meant
from verifier.text.page_names import NUMBERS, PageNames


@command("search")
@CASE
@click.argument("query", nargs=-1, required=True)
@click.option("--limit", default=100, show_default=True, help="Of texts, and of the rest, each.")
@JSON
@session
def search_(
    session: Session, case_path: str, query: tuple[str, ...], limit: int, as_json: bool
) -> None:
    """Find words in documents, claims, ratings, comments, sources and evidence.

    QUERY: words, "a phrase", prefix*, -not, and filters: in:claims verdict:refuted confidence:low
    likelihood: by:AN assignee: kind:statistic status:approved tag:x stance:refutes. Case, accents
    and kinds of quotes do not matter. Write -- before a QUERY that begins with a dash.
    """
    with session.open(case_path) as workspace, workspace.reading() as reading:
        asked = " ".join(query)
        hits = search(reading, workspace.case_id, asked, limit=limit)
        unknown = () if hits else misnamed(reading, workspace.case_id, asked)
        instead = "" if hits or as_json else meant(reading, workspace.case_id, asked)
        pages = {
            owner: PageNames(documents.page_labels(reading, workspace.case_id, owner))
            for owner in {_owner(hit) for hit in hits if hit.page is not None}
        }
    lines = "\n".join(_line(hit, pages.get(_owner(hit), NUMBERS)) for hit in hits)
    found = [_data(hit, pages.get(_owner(hit), NUMBERS)) for hit in hits]
    show(found, as_json, lines or _nothing(unknown, instead))


def _owner(hit: Hit) -> str:
    """The edition or the item whose page a hit is on."""
    return hit.edition_id or hit.evidence_id or ""


def _nothing(unknown: Sequence[str], instead: str) -> str:
    if unknown:
        return f"Nothing was found: there is no {', '.join(unknown)}."
    return f"Nothing was found. Did you mean: {instead}" if instead else "Nothing was found."


def _data(hit: Hit, names: PageNames) -> dict[str, Any]:
    data = asdict(hit)
    data["page_label"] = (names.own(hit.page) or None) if hit.page is not None else None
    data["start"], data["stop"] = (hit.range.start, hit.range.stop) if hit.range else (None, None)
    data["matches"] = [[match.start, match.stop] for match in hit.snippet.matches]
    data["snippet"] = hit.snippet.text
    del data["range"]
    return data


def _line(hit: Hit, names: PageNames) -> str:
    place = f", p. {names.with_number(hit.page)}" if hit.page is not None else ""
    return f"{hit.kind:>10}  {hit.title}{place}: {hit.snippet.text}"
