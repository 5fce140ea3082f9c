"""The thread in which text is set: who asks gets the answer, or the error."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from verifier.ui.reader.composer import Composer


def test_work_is_done_in_one_other_thread_until_it_is_stopped() -> None:
    composer = Composer()
    threads = {composer.ask(threading.get_ident, urgent=urgent) for urgent in (True, False, True)}
    assert len(threads) == 1
    assert threading.get_ident() not in threads
    composer.stop()
    composer.stop()
    assert composer.ask(lambda: 6 * 7, urgent=True) == 42
    composer.stop()


def test_what_is_raised_there_is_raised_where_it_was_asked() -> None:
    composer = Composer()
    with pytest.raises(ZeroDivisionError):
        composer.ask(lambda: 1 // 0, urgent=True)
    assert composer.ask(lambda: "alive", urgent=False) == "alive"
    composer.stop()


def test_what_somebody_waits_for_comes_before_what_can_wait() -> None:
    composer, done = Composer(), list[str]()
    begun, go = threading.Event(), threading.Event()

    def hold() -> None:
        begun.set()
        go.wait()

    def asks(work: Callable[[], object], *, urgent: bool) -> threading.Thread:
        made = threading.Thread(target=lambda: composer.ask(work, urgent=urgent))
        made.start()
        return made

    threads = [asks(hold, urgent=True)]
    begun.wait()
    threads.append(asks(lambda: done.append("later"), urgent=False))
    threads.append(asks(lambda: done.append("now"), urgent=True))
    while len(composer._later) + len(composer._urgent) < 2:
        pass
    go.set()
    for thread in threads:
        thread.join()
    composer.stop()
    assert done == ["now", "later"]


def test_what_nobody_waits_for_is_done_before_the_thread_ends() -> None:
    composer, done = Composer(), list[str]()
    composer.order(lambda: done.append("ordered"))
    composer.stop()
    assert done == ["ordered"]
