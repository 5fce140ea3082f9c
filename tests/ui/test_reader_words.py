"""What the view says in words: to the pointer that rests, and to those who hear the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot
from reading_samples import HARD, WAIT, marked, place_before, plain, shown

from verifier.scales import PATTERNS
from verifier.text.ranges import TextRange
from verifier.ui.reader.highlights import LinePattern


def test_the_view_is_a_document_with_the_text_of_its_page(qtbot: QtBot) -> None:
    view = shown(qtbot, plain(HARD))
    heard = QAccessible.queryAccessibleInterface(view)
    assert heard.role() == QAccessible.Role.Document
    assert heard.text(QAccessible.Text.Name) == "Document: Sample"
    assert heard.text(QAccessible.Text.Description) == "Page 1 of 1"
    assert heard.text(QAccessible.Text.Value) == HARD
    view.select(TextRange(0, 5))
    assert heard.text(QAccessible.Text.Value) == "Plain"


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_a_pointer_that_rests_on_a_highlight_is_told_the_claim(qtbot: QtBot) -> None:
    view = shown(qtbot, plain(HARD))
    view.set_highlights([marked(HARD, "thumb", "C1", description="C1 · False: It has thumbs.")])
    point = place_before(view, HARD.index("thumb") + 1).toPoint()
    event = QHelpEvent(QEvent.Type.ToolTip, point, view.viewport().mapToGlobal(point))
    QApplication.sendEvent(view.viewport(), event)
    qtbot.waitUntil(lambda: "It has thumbs" in QToolTip.text(), timeout=WAIT)
    QToolTip.hideText()


def test_every_pattern_of_the_scales_can_be_drawn() -> None:
    assert {str(pattern) for pattern in LinePattern} == set(PATTERNS)
