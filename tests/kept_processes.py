"""Reading processes that outlive a test: starting one takes longer than what most tests do with it.

Only an idle one is kept, with the program's own command; what was stopped in the middle, or died,
is ended as it is in the program.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pytest

from verifier.reading import worker

MOST = 3
"""Idle processes; tests read few files at once."""
_Process = worker._Process


class Kept(_Process):
    """A process that goes back to the others when it is to end while it has nothing to do."""

    def __init__(self, command: Sequence[str], idle: list[Kept]) -> None:
        super().__init__(command)
        self._idle = idle
        self._is_at_work = False

    def send(self, job: dict[str, Any]) -> None:
        """Give the process its next job."""
        self._is_at_work = True
        super().send(job)

    def frames(self, *how: Any) -> Iterator[tuple[str, Any, bytes]]:
        """The frames of a job, which the last of them ends."""
        for frame in super().frames(*how):
            self._is_at_work = frame[0] not in ("done", "error")
            yield frame

    def end(self) -> None:
        """Wait for the next test, if that can be relied on."""
        if self.is_alive and not self._is_at_work and len(self._idle) < MOST:
            self._idle.append(self)
        else:
            super().end()

    def end_for_good(self) -> None:
        """After the last test."""
        super().end()


@contextmanager
def kept_processes() -> Iterator[None]:
    """Within it reading processes are lent to whoever would start one."""
    idle: list[Kept] = []

    def lend(command: Sequence[str]) -> _Process:
        if tuple(command) != worker.COMMAND:
            return _Process(command)
        while idle:
            kept = idle.pop()
            if kept.is_alive:
                return kept
            kept.end_for_good()
        return Kept(command, idle)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(worker, "_Process", lend)
        yield
    for kept in idle:
        kept.end_for_good()
