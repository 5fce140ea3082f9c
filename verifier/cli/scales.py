"""Scales: what there is to rate with."""

from __future__ import annotations

from typing import Any

import click

from verifier import paths, scales
from verifier.cli.base import JSON, Session, command, say, session, show


@command("scales")
@click.argument("case_path", metavar="[CASE.vcase]", required=False)
@JSON
@session
def scales_(session: Session, case_path: str | None, as_json: bool) -> None:
    """List the scales: those that ship, your own, and those that a case carries.

    Your own are TOML files like the ones in resources/scales, in the folder that is named; a file
    that cannot be used is told with the place of the fault.
    """
    carried: set[str] = set()
    if case_path is not None:
        before = scales.known_scales()
        with session.open(case_path):
            after = scales.known_scales()
        carried = {each for each in after if after[each] is not before.get(each)}
    own, faults = scales.own_scales(), scales.own_faults()
    rows: list[dict[str, Any]] = [
        {
            "id": scale.id,
            "kind": scale.kind,
            "title": scale.title,
            "from": _origin(scale.id, carried, set(own)),
            "levels": list(scale.codes),
        }
        for scale in scales.known_scales().values()
    ]
    lines = [f"{row['id']:24}  {row['kind']:20}  {row['title']} ({row['from']})" for row in rows]
    lines.append(f"Your own scales lie in {paths.user_scales()}.")
    data = {"scales": rows, "folder": str(paths.user_scales()), "faults": list(faults)}
    show(data, as_json, "\n".join(lines))
    for fault in faults:
        say(f"Error: {fault}")
    if faults:
        raise SystemExit(1)


def _origin(scale_id: str, carried: set[str], own: set[str]) -> str:
    if scale_id in carried:
        return "the case"
    return "your own" if scale_id in own else "Verifier"
