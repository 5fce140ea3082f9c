"""Scales of one's own in the window: copied, changed, refused in words, chosen by a case."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from window_driving import Bench

from verifier import paths, scales
from verifier.actions.claims import AddClaim
from verifier.ui.case_settings import CaseSettings
from verifier.ui.combo import choose_in
from verifier.ui.forms.colour import ColourField
from verifier.ui.scales.editor import ScaleEditor
from verifier.ui.scales.levels import Levels

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the plugin without a screen


def editor_of(bench: Bench) -> ScaleEditor:
    bench.window.actions_of["scales"].trigger()
    found = bench.window.findChildren(ScaleEditor)[-1]
    bench.until(found.isVisible)
    return found


def choose(editor: ScaleEditor, scale_id: str) -> None:
    ids = [editor.list.item(at).data(Qt.ItemDataRole.UserRole) for at in range(editor.list.count())]
    editor.list.setCurrentRow(ids.index(scale_id))


def write(levels: Levels, name: str, words: str) -> None:
    assert levels.form is not None
    write_into(levels.form.widgets[name], words)


def write_into(field: QWidget, words: str) -> None:
    assert isinstance(field, QLineEdit)
    field.selectAll()
    QTest.keyClicks(field, words)


def test_a_shipped_scale_is_copied_changed_and_chosen_by_a_case(bench: Bench) -> None:
    bench.new_case()
    editor = editor_of(bench)
    choose(editor, "house-5")
    assert not editor.levels.isEnabled()
    bench.click(editor.copy)
    assert editor.levels.isEnabled()
    write_into(editor.form.widgets["title"], "Our verdicts")
    levels = editor.levels
    write(levels, "label", "Right")
    editor.settle()
    own = scales.own_scales()["house-5-own"]
    assert (own.title, own.level("true").label) == ("Our verdicts", "Right")
    assert own.level("true").numbers == {"claimreview": 5}

    write(levels, "code", "false")
    editor.settle()
    assert "Not written" in editor.told.text()
    assert "stands on more than one level" in editor.told.text()
    assert scales.read_scale(paths.user_scales() / "house-5-own.toml").codes[0] == "true"
    write(levels, "code", "right")
    levels.list.setCurrentRow(8)
    bench.click(levels.buttons["remove"])
    bench.click(levels.buttons["add"])
    write(levels, "label", "Outdated")
    choose_in(levels.like, "house-5\nmisleading")
    levels.like.activated.emit(levels.like.currentIndex())
    editor.settle()
    own = scales.own_scales()["house-5-own"]
    look = own.levels[-1].look
    assert look is not None
    assert (own.levels[-1].label, look.sign) == ("Outdated", "≠")
    assert levels.form is not None
    ink = cast(ColourField, levels.form.widgets["look.ink"])
    ink.show_colour("#eeeeee")
    ink.changed.emit()
    editor.settle()
    assert "hard to read" in editor.told.text()

    target = bench.folder / "ours.toml"
    bench.answer("scale_target", target)
    bench.click(editor.give)
    assert scales.read_scale(target).title == "Our verdicts"
    bench.answer("scale_file", target)
    bench.click(editor.take)
    assert "is called “house-5-own”" in editor.told.text()
    editor.close()

    bench.window.actions_of["case.settings"].trigger()
    settings = bench.window.findChildren(CaseSettings)[-1]
    box = settings.scales["verdict"]
    choose_in(box, "house-5-own")
    box.activated.emit(box.currentIndex())
    settings.close()
    assert bench.shell.case.verdict_scale == "house-5-own"
    claim = AddClaim("Prices doubled.")
    assert bench.shell.do(claim)
    bench.shell.select(claim.id)
    assert bench.inspector.rating.verdict.buttons[0].text() == "Right"


def test_what_a_case_carries_changes_when_the_scale_is_chosen_again(bench: Bench) -> None:
    bench.new_case()
    table = scales.table_of(scales.scale("analytic"))
    scales.write_own(scales.scale_of({**table, "id": "ours"}, "ours.toml"))
    claim = AddClaim("Prices doubled.")
    assert bench.shell.do(claim)
    bench.window.actions_of["case.settings"].trigger()
    settings = bench.window.findChildren(CaseSettings)[-1]
    box = settings.scales["confidence"]
    choose_in(box, "ours")
    box.activated.emit(box.currentIndex())
    table["level"][0] |= {"label": "Weak"}
    scales.write_own(scales.scale_of({**table, "id": "ours"}, "ours.toml"))
    bench.shell.select(claim.id)
    assert bench.inspector.rating.confidence.buttons[0].text() == "Low"
    box.activated.emit(box.currentIndex())
    settings.close()
    assert bench.inspector.rating.confidence.buttons[0].text() == "Weak"
    scales.remove_own("ours")
    assert scales.scale("ours").levels[0].label == "Weak"
