"""What every command shares: the group, in whose name it works, and how it speaks."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from verifier import __version__, settings
from verifier.addresses import is_server
from verifier.errors import CannotWrite, NotFound, VerifierError
from verifier.workspace import Workspace

EPILOG = "Exit codes: 0 done, 1 could not be done, 2 wrong usage."
CASE = click.argument("case_path", metavar="CASE.vcase")
JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")


@dataclass(frozen=True)
class Session:
    """What every command knows: in whose name it works."""

    person: str

    def open(self, location: str) -> Workspace:
        """The case, opened; says so when it was upgraded or opened in safe mode."""
        workspace = Workspace.open(location, person=self.person)
        if workspace.backup is not None:
            say(f"The case was brought to this version; the old one is kept as {workspace.backup}.")
        if workspace.safe_mode:
            say("The case is on a network folder: it was opened in safe mode, which is slower.")
        return workspace


session = click.make_pass_decorator(Session)


MODULES = {
    **dict.fromkeys(("new", "info", "verify"), "cases"),
    **dict.fromkeys(("annotate", "claims"), "claims"),
    **dict.fromkeys(("import", "text"), "documents"),
    **dict.fromkeys(("attach", "check-evidence"), "locker"),
    "remove": "removing",
    "report-settings": "report_settings",
    **dict.fromkeys(("proposals", "accept", "reject"), "proposals"),
    **dict.fromkeys(("export", "take-back", "import-from"), "reports"),
    **dict.fromkeys(("restore-points", "history"), "restoring"),
    "associate": "associating",
    "ocr": "ocr",
    **dict.fromkeys(("replace", "read-again"), "editions"),
    "sample": "sampling",
    "scales": "scales",
    "search": "searching",
    "capture": "capturing",
    "import-sources": "sources",
    "tables": "tables",
    "window": "window",
}
"""In which module of this package each command is."""


class Commands(click.Group):
    """The commands, each loaded when it is asked for; a case file opens the window on it."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """All there are, loaded or not."""
        return sorted(MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load the command's module, which puts it into the group."""
        if cmd_name in MODULES:
            import_module(f"verifier.cli.{MODULES[cmd_name]}")
        return super().get_command(ctx, cmd_name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """`main.py CASE.vcase` is `main.py window CASE.vcase`, also with a server's address."""
        is_case = args[0].lower().endswith(".vcase") or is_server(args[0])
        if args[0] not in MODULES and is_case:
            args = ["window", *args]
        return super().resolve_command(ctx, args)


@click.group(
    cls=Commands,
    invoke_without_command=True,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--as",
    "person",
    metavar="NAME",
    envvar="VERIFIER_PERSON",
    help="In whose name to work. Default: $VERIFIER_PERSON, else the name given in the window.",
)
@click.version_option(__version__, prog_name="Verifier")
@click.pass_context
def commands(context: click.Context, person: str | None) -> None:
    """Check a report line by line, rate its claims, and export a verification report to Word.

    Without a command, the window opens; `main.py CASE.vcase` opens that case in it.
    """
    context.obj = Session(person or default_person())
    if context.invoked_subcommand is None:
        window = commands.get_command(context, "window")
        assert window is not None
        context.invoke(window)


def command(name: str) -> Callable[[Callable[..., None]], click.Command]:
    """Make a function a command of that name."""
    return commands.command(name, epilog=EPILOG)


@contextmanager
def printing() -> Iterator[None]:
    """Output that cannot be written (a full disk behind it) is told in words."""
    try:
        yield
    except BrokenPipeError:  # whoever reads has had enough
        raise
    except OSError as error:
        raise CannotWrite(
            f"The output could not be written ({error.strerror}).", "Send it somewhere else."
        ) from error


def show(data: Any, as_json: bool, words: str) -> None:
    """Print data as JSON, or the words for it."""
    told = json.dumps(data, ensure_ascii=False, indent=2, default=str) if as_json else words
    with printing():
        click.echo(told)


def say(words: str) -> None:
    """Tell something beside the data: it goes to standard error."""
    click.echo(words, err=True)


def error_data(error: VerifierError) -> dict[str, str]:
    """An error as JSON shows it: its kind, what happened, what to do about it."""
    kind = re.sub(r"(?<=.)([A-Z])", r"-\1", type(error).__name__).lower()
    return {"kind": kind, "what": error.what, "advice": error.advice}


def read_bytes(path: Path) -> bytes:
    """A file's bytes, or words about why not."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise NotFound(f"{path} cannot be read ({error.strerror}).", "Check the name.") from error


def default_person() -> str:
    """The name the person gave in the window, else that of whoever is logged in."""
    return settings.load().settings.person or settings.login_name() or "Somebody"
