"""What the window says by itself is said by a screen reader, too."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from window_driving import CTRL_SHIFT, Bench

from verifier.ui.notices import Notice, NoticeKind

Said = list[tuple[str, bool]]


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> Said:
    """What a screen reader is given to say, and whether at once."""
    words: Said = []

    def heard(event: QAccessibleAnnouncementEvent) -> None:
        urgent = event.politeness() is QAccessible.AnnouncementPoliteness.Assertive
        words.append((event.message(), urgent))

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", heard)
    return words


def test_notices_are_announced_and_problems_at_once(bench: Bench, said: Said) -> None:
    bench.shell.tell(Notice(NoticeKind.DONE, "It is done."))
    bench.shell.tell(Notice(NoticeKind.PROBLEM, "The disk is full."))
    assert said[-2:] == [("It is done.", False), ("The disk is full.", True)]


def test_what_was_probably_meant_is_announced(bench: Bench, said: Said) -> None:
    bench.new_case()
    bench.import_file(bench.write())
    bench.key(Qt.Key.Key_F, CTRL_SHIFT)
    bench.type("minstry said")
    wanted = ("Nothing was found. Did you mean “ministry said”?", False)
    bench.until(lambda: wanted in said)
    bench.key(Qt.Key.Key_Escape)


def test_nothing_is_announced_where_nobody_listens(
    bench: Bench, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QAccessible, "isActive", lambda: False)
    bench.shell.tell(Notice(NoticeKind.DONE, "It is done."))
    assert said == []
