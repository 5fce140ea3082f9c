"""Where the program starts."""

from __future__ import annotations

import json
import os
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import click

from verifier import __version__, paths
from verifier.cli.base import commands, error_data, say
from verifier.errors import VerifierError


def main(arguments: Sequence[str]) -> int:
    """Run a command, or open the window where none is given; the exit code."""
    if sys.stdout is None:  # started with it closed: the work is done, the words go nowhere
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        commands.main(list(arguments), prog_name="main.py", standalone_mode=False)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 1
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.UsageError as error:
        error.show()
        show_error(arguments, "usage", error.format_message(), "Ask it with --help.")
        return 2
    except (click.Abort, KeyboardInterrupt):
        say("Stopped.")
        show_error(arguments, "stopped", "Stopped.")
        return 1
    except VerifierError as error:
        say(f"Error: {error}")
        show_error(arguments, **error_data(error))
        return 1
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception:
        log = write_crash(traceback.format_exc())
        say(f"Error: this is a fault in Verifier. The case is as it was. Details: {log}")
        what = "This is a fault in Verifier. The case is as it was."
        show_error(arguments, "fault", what, f"Details: {log}")
        return 1
    return 0


def show_error(arguments: Sequence[str], kind: str, what: str, advice: str = "") -> None:
    """Where JSON was asked for, what went wrong is JSON too: there is always something to parse."""
    if "--json" not in arguments:
        return
    data = {"error": {"kind": kind, "what": what, "advice": advice}}
    with suppress(OSError):
        print(json.dumps(data, ensure_ascii=False, indent=2), flush=True)


def write_crash(report: str) -> Path:
    """Keep a traceback where the person can find it."""
    folder = paths.user_state()
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / "crash.log"
    with log.open("a", encoding="utf-8") as file:
        file.write(f"{datetime.now(UTC).isoformat()} {__version__}\n{report}\n")
    return log
