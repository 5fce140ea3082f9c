"""Python's search for reference cycles, done by the window's own thread and when nobody waits.

Left to itself it may run in a worker thread, where it would delete Qt objects of the window's
thread, and it may stop the window for a tenth of a second in the middle of scrolling. So it is
switched off while this object lives, and a timer does the work: the young generation often, for it
takes a millisecond, the middle one when the window did next to nothing since the last look, the old
one after a while of that. Of a case of ten thousand claims they are left out: they hold no circles,
and to look at them takes 50 ms.
"""

from __future__ import annotations

import gc
import time

from PySide6.QtCore import QObject, QTimer, Slot

from verifier.ui.shell import Shell

EVERY_MS = 2_000
BUSY = 0.05
"""Of the time: a window's thread that worked more is in use."""
IDLE_LOOKS = 3
"""So many looks in a row: on a busy machine a window that is in use may seem idle for one."""
YOUNG, MIDDLE, OLD = 700, 10, 10
"""Python's own thresholds: objects made, then searches of the next younger generation."""
MIDDLE_AT_LAST = 100
"""So often the middle generation is put off at most: it takes 40 ms after much scrolling."""
OLD_AT_LAST = 100
"""So often the old generation is put off at most."""


class IdleGarbage(QObject):
    """Make one after the first window is shown; `stop` gives Python its own habit back."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Unsearched: of what a start makes nothing is garbage, and a look at all takes 80 ms.
        gc.freeze()
        gc.disable()
        self._seen = (time.monotonic(), time.thread_time())
        self._idle_looks = 0
        self._is_all_due = False
        """A case was closed: what was left out may be garbage."""
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def follow(self, shell: Shell) -> None:
        """Leave out what a case of very many claims has brought, as long as it is open."""
        shell.claims.came.connect(self._leave_out)
        shell.closed.connect(self._take_in)

    @Slot()
    def _leave_out(self) -> None:
        if not self._is_all_due:
            gc.freeze()

    @Slot()
    def _take_in(self) -> None:
        gc.unfreeze()
        self._is_all_due = True

    def stop(self) -> None:
        """Let Python search whenever it likes again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    @Slot()
    def look(self) -> None:
        """Search the generations that are due."""
        young, middle, old = gc.get_count()
        self._idle_looks = self._idle_looks + 1 if self._is_idle() else 0
        if self._is_all_due and self._idle_looks >= IDLE_LOOKS:
            gc.collect()
            gc.freeze()
            self._is_all_due = False
        elif (old > OLD and self._idle_looks >= IDLE_LOOKS) or old > OLD_AT_LAST:
            gc.collect()
        elif (middle > MIDDLE and self._idle_looks) or middle > MIDDLE_AT_LAST:
            gc.collect(1)
        elif young > YOUNG:
            gc.collect(0)

    def _is_idle(self) -> bool:
        """Whether this thread did next to nothing since the last look."""
        clock, worked = self._seen
        self._seen = (time.monotonic(), time.thread_time())
        return self._seen[1] - worked < BUSY * max(1e-3, self._seen[0] - clock)
