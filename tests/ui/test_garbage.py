"""Reference cycles are found by the window's thread, and Python's own habit comes back."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from verifier.ui.garbage import YOUNG, IdleGarbage


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
