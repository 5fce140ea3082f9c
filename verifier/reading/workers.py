"""Reading processes kept warm, so that the next file need not wait until one has started."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from verifier.reading.worker import Worker


class Workers:
    """Lends a process to whoever reads a file; one that is idle stays warm. For any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._idle: Worker | None = None
        self._at_work: list[Worker] = []
        self._is_closed = False

    @property
    def at_work(self) -> tuple[Worker, ...]:
        """Those that are lent."""
        with self._lock:
            return tuple(self._at_work)

    def warm(self) -> None:
        """Start a process ahead; returns at once."""
        with self._lock:
            if self._idle is None and not self._is_closed:
                self._idle = Worker()
                self._idle.start()

    @contextmanager
    def borrow(self) -> Iterator[Worker]:
        """A process for one file: the warm one, or another where that one is at work."""
        with self._lock:
            worker, self._idle = self._idle or Worker(), None
            self._at_work.append(worker)
        try:
            yield worker
        finally:
            with self._lock:
                self._at_work.remove(worker)
                is_kept = self._idle is None and not self._is_closed
                if is_kept:
                    self._idle = worker
                    worker.start()
            if not is_kept:
                worker.close()

    def close(self) -> None:
        """End the idle process; those at work end when they are given back."""
        with self._lock:
            worker, self._idle = self._idle, None
            self._is_closed = True
        if worker is not None:
            worker.close()
