"""Processes of their own, for tests in which the process is the point."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

TESTS = Path(__file__).parent


@contextmanager
def running(
    script: Path, *arguments: object, by: tuple[str, ...] = ()
) -> Iterator[subprocess.Popen[str]]:
    """A script that knows the program, the tests' helpers and those beside it.

    In the end it is gone, whatever became of the test.
    """
    search = os.pathsep.join(map(str, (TESTS.parent, TESTS, script.parent)))
    with subprocess.Popen(
        [*by, sys.executable, str(script), *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": search},
    ) as process:
        try:
            yield process
        finally:
            process.kill()
