"""Kill -9 at any moment of a day at the window: what it had shown as saved is in the case.

VERIFIER_KILL_ROUNDS=50 does so on fifty days instead of one; VERIFIER_KILL_SEED chooses other days.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from child_processes import running
from factories import OWNER, add_document

from verifier import database
from verifier.queries import claims
from verifier.queries.audit import trail
from verifier.queries.integrity import problems
from verifier.workspace import Workspace

DAY = Path(__file__).with_name("day.py")
ROUNDS = int(os.environ.get("VERIFIER_KILL_ROUNDS", "1"))
SEED = int(os.environ.get("VERIFIER_KILL_SEED", "7"))
STEPS = 30
WINDOWS = 2
"""Killed one after the other on the same case."""
REPORT = "".join(f"This is fact {at:02} of the report.\n\n" for at in range(40))


def window_on(
    case: Path | str, seed: int, steps: int, who: str = OWNER
) -> AbstractContextManager[subprocess.Popen[str]]:
    """Somebody at work in a window of their own."""
    return running(DAY, case, seed, steps, who)


def killed(process: subprocess.Popen[str], after: int, later: float) -> list[dict[str, Any]]:
    """Kill it some seconds after so many steps; what it told until then, line by line."""
    assert process.stdout is not None
    assert process.stderr is not None
    told = [process.stdout.readline() for _ in range(after)]
    try:
        process.wait(later)
    except subprocess.TimeoutExpired:
        process.kill()
    rest, errors = process.stdout.read(), process.stderr.read()
    process.wait()
    assert errors == ""
    assert process.returncode in (-signal.SIGKILL, 0)
    whole = [line for line in (*told, *rest.splitlines(keepends=True)) if line.endswith("\n")]
    assert len(whole) >= after
    return [json.loads(line) for line in whole]


def check(case: Path, told: dict[str, Any]) -> None:
    """All that was told is in the case, in its trail, and nothing is damaged."""
    from day import shown

    with Workspace.open(case, person=OWNER) as workspace, workspace.reading() as session:
        events = trail(session, workspace.case_id)
        assert len(events) >= told["events"]
        written = json.dumps([event.after for event in events], ensure_ascii=False)
        assert [token for token in told["tokens"] if token not in written] == []
        if len(events) == told["events"]:
            lines = claims.summaries(session, workspace.case_id)
            assert {line.claim.id: shown(line) for line in lines} == told["claims"]
        there = {event.entity_id for event in events if event.entity == "Claim"}
        assert set(told["claims"]) <= there
        assert list(problems(session, workspace.case_id)) == []
    assert database.integrity_problems(str(case)) == []
    assert not case.with_name(f"{case.name}-wal").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
@pytest.mark.parametrize("day", range(ROUNDS))
def test_a_killed_window_has_lost_nothing_that_it_had_shown_as_saved(
    case_file: Path, day: int
) -> None:
    with Workspace.open(case_file, person=OWNER) as workspace:
        add_document(workspace, REPORT)
    chance = random.Random(SEED + day)
    written = []
    for at in range(WINDOWS):
        with window_on(case_file, (SEED + day) * 100 + at, STEPS) as process:
            told = killed(process, chance.randint(2, 20), chance.choice((0.001, 0.01, 0.05, 0.2)))
        check(case_file, told[-1])
        written += told[-1]["tokens"]
    assert written
