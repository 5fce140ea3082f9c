"""The window: what opens when no command is given. Qt is loaded only then."""

from __future__ import annotations

from pathlib import Path

import click

from verifier.addresses import is_server
from verifier.cli.base import command
from verifier.errors import CannotWrite


@command("window")
@click.argument("case", metavar="[CASE]", required=False)
def window(case: str | None) -> None:
    """Open the window, on a case where one is given: a file, or an address on a server.

    The same as no command at all.
    """
    from verifier.ui.display import display_problem

    if problem := display_problem():
        raise CannotWrite(problem)
    from verifier.ui.app import run

    person = click.get_current_context().find_root().params.get("person") or ""
    raise SystemExit(run((), located(case) if case else None, person))


def located(case: str) -> Path | str:
    """A file, or the address of a case on a server as it is."""
    return case if is_server(case) else Path(case)
