"""What a Qt test may forget: a timer that ticks on, a thread, a window nobody closed.

Timers and threads are noticed when they start; windows are compared with those of before.
"""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Iterable
from typing import Any, Self

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QWidget


class QtLeftovers:
    """Watches from `__enter__` on; `found` tells what is still there, and clears it away."""

    def __init__(self, own_windows: frozenset[str], patience_seconds: float) -> None:
        self.own_windows = own_windows
        self.patience_ms = int(patience_seconds * 1000)
        self.started: list[weakref.ReferenceType[QObject]] = []
        self.windows_before: set[int] = set()
        self._true_starts: list[tuple[type[QObject], Callable[..., Any]]] = []

    def __enter__(self) -> Self:
        self.windows_before = {shiboken6.getCppPointer(w)[0] for w in _windows()}
        for kind in (QTimer, QThread):
            self._watch_starts_of(kind)
        return self

    def __exit__(self, *_: object) -> None:
        for kind, true_start in self._true_starts:
            kind.start = true_start  # type: ignore[attr-defined]

    def found(self) -> list[str]:
        """In words; empty when the test cleaned up after itself."""
        _delete_what_was_marked()
        if not QThreadPool.globalInstance().waitForDone(self.patience_ms):
            return ["work in the thread pool"]
        left = [*self._running(), *self._new_windows()]
        if left:  # reference cycles may hold what nobody wants any more
            gc.collect()
            _delete_what_was_marked()
            left = [*self._running(), *self._new_windows()]
        words = [_words(item) for item in left]
        for item in left:
            _clear_away(item, self.patience_ms)
        return words

    def _watch_starts_of(self, kind: type[QObject]) -> None:
        true_start: Callable[..., Any] = kind.start  # type: ignore[attr-defined]
        self._true_starts.append((kind, true_start))
        started = self.started

        def start(this: QObject, *args: Any) -> Any:
            started.append(weakref.ref(this))
            # A signal hands its words to any method of Python; Qt's own `start` would not get them.
            return true_start(this, *(each for each in args if not isinstance(each, str)))

        kind.start = start  # type: ignore[attr-defined]

    def _running(self) -> list[QObject]:
        alive = [item for ref in self.started if (item := ref()) is not None]
        return [item for item in _unique(alive) if shiboken6.isValid(item) and _runs(item)]

    def _new_windows(self) -> list[QWidget]:
        return [
            window
            for window in _windows()
            if window.parent() is None
            and window.metaObject().className() not in self.own_windows
            and shiboken6.getCppPointer(window)[0] not in self.windows_before
        ]


def _windows() -> list[QWidget]:
    return [w for w in QApplication.topLevelWidgets() if shiboken6.isValid(w)]


def _unique(items: Iterable[QObject]) -> list[QObject]:
    return list({id(item): item for item in items}.values())


def _runs(item: QObject) -> bool:
    if isinstance(item, QThread):
        return item.isRunning()
    return isinstance(item, QTimer) and item.isActive()


def _words(item: QObject) -> str:
    name = item.objectName()
    parent = item.parent()
    return (
        f"a {type(item).__name__}"
        + (f" named {name!r}" if name else "")
        + (f" of a {type(parent).__name__}" if parent is not None else "")
        + (f" every {item.interval()} ms" if isinstance(item, QTimer) else "")
    )


def _clear_away(item: QObject, patience_ms: int) -> None:
    """So that one test's mistake does not fail the next one."""
    if isinstance(item, QTimer):
        item.stop()
    elif isinstance(item, QThread):
        item.quit()
        item.wait(patience_ms)
    elif isinstance(item, QWidget):
        item.close()
        item.deleteLater()
        _delete_what_was_marked()


def _delete_what_was_marked() -> None:
    """Qt deletes later only inside an event loop; between tests there is none."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
