"""The whole check, cheapest first: format, lint, types, import law, tests. Stops at the first red.

What passes is told in one line; the tests come last, and pytest's own summary closes the output.
Arguments are handed to pytest. Standard library only, but run inside `.venv`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Step:
    """One kind of check: `-m` and what follows. A loud step shows its output as it comes."""

    name: str
    module: tuple[str, ...]
    loud: bool = False


STEPS = (
    Step("format", ("ruff", "format", "--check", ".")),
    Step("lint", ("ruff", "check", ".")),
    Step("types", ("mypy",)),
    Step("import law", ("pytest", "-q", "tests/test_import_law.py")),
    Step("tests", ("pytest", "-n", "auto"), loud=True),
)


def main(arguments: Sequence[str]) -> int:
    for step in STEPS:
        module = (*step.module, *arguments) if step.loud else step.module
        code = passes(step, [sys.executable, "-m", *module], environment(os.environ))
        if code:
            return code
    return 0


def passes(step: Step, command: Sequence[str], environment: Mapping[str, str]) -> int:
    """The exit code; 0 is told as well done, anything else with all that the step said."""
    if step.loud:
        print(f"{step.name}:", flush=True)
        return subprocess.run(
            command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, check=False
        ).returncode
    began = time.monotonic()
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    seconds = time.monotonic() - began
    if done.returncode:
        sys.stdout.write(done.stdout.decode("utf-8", "replace"))
    print(f"{step.name}: {'FAILED' if done.returncode else 'ok'} ({seconds:.1f} s)", flush=True)
    return done.returncode


def environment(given: Mapping[str, str]) -> dict[str, str]:
    """The tests' windows go to no screen, so that nobody's work is disturbed and none is needed."""
    return {"QT_QPA_PLATFORM": "offscreen", **given}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
