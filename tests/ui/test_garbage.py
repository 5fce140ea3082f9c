"""Reference cycles are found by the window's thread, and Python's own habit comes back."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot
from window_driving import Bench

from verifier.actions.base import Batch
from verifier.actions.claims import AddClaim
from verifier.ui import claim_book
from verifier.ui.garbage import IDLE_LOOKS, MIDDLE, MIDDLE_AT_LAST, YOUNG, IdleGarbage


@pytest.fixture
def garbage(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[IdleGarbage]:
    # What all tests before have made stays out of the search: thawed, it takes a second.
    monkeypatch.setattr(gc, "unfreeze", gc.freeze)
    made = IdleGarbage()
    yield made
    made.stop()
    has_its_habit_back = gc.isenabled()
    gc.disable()
    assert has_its_habit_back


class Knot:
    """Refers to itself."""

    def __init__(self) -> None:
        self.me = self


def test_python_does_not_search_by_itself(garbage: IdleGarbage) -> None:
    assert not gc.isenabled()


def test_a_look_frees_what_nobody_holds(garbage: IdleGarbage) -> None:
    knot = Knot()
    held = weakref.ref(knot)
    del knot
    many = [Knot() for _ in range(YOUNG + 1)]
    garbage.look()
    assert held() is None
    assert len(many) == YOUNG + 1


@pytest.mark.parametrize(
    ("middle", "is_idle", "searched"),
    [(MIDDLE + 1, True, 1), (MIDDLE + 1, False, 0), (MIDDLE_AT_LAST + 1, False, 1)],
)
def test_what_takes_long_is_searched_when_nobody_waits_but_is_not_put_off_for_ever(
    garbage: IdleGarbage,
    monkeypatch: pytest.MonkeyPatch,
    middle: int,
    is_idle: bool,
    searched: int,
) -> None:
    generations: list[int] = []
    monkeypatch.setattr(gc, "collect", generations.append)
    monkeypatch.setattr(gc, "get_count", lambda: (YOUNG + 1, middle, 0))
    monkeypatch.setattr(IdleGarbage, "_is_idle", lambda _self: is_idle)
    garbage.look()
    assert generations == [searched]


def test_very_many_claims_are_left_out_of_the_search_as_long_as_their_case_is_open(
    garbage: IdleGarbage, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    for name in ("freeze", "unfreeze", "collect"):
        monkeypatch.setattr(gc, name, lambda *_, name=name: done.append(name))
    monkeypatch.setattr(gc, "get_count", lambda: (0, 0, 0))
    monkeypatch.setattr(IdleGarbage, "_is_idle", lambda _self: True)
    monkeypatch.setattr(claim_book, "AT_ONCE", 1)
    garbage.follow(bench.shell)
    path = bench.new_case()
    assert bench.shell.do(Batch("add claims", (AddClaim("Bread"), AddClaim("Apples"))))
    bench.shell.close()
    assert done == ["unfreeze"]
    for _ in range(IDLE_LOOKS):
        garbage.look()
    assert done == ["unfreeze", "collect", "freeze"]
    bench.shell.open(path)
    bench.until(lambda: len(done) > 3)
    assert done[3:] == ["freeze"]
