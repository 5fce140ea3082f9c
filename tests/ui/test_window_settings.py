"""Settings of the case and of the person, the About box, the language of the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from window_driving import Bench

from verifier.actions.base import Actor
from verifier.actions.people import JoinCase
from verifier.ids import new_id
from verifier.queries.case import people
from verifier.states import Role
from verifier.ui.about import AboutDialog
from verifier.ui.case_settings import CaseSettings
from verifier.ui.combo import Combo
from verifier.ui.commands.table import by_id
from verifier.ui.settings_dialog import SettingsDialog
from verifier.ui.shortcut_list import CODE

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the plugin without a screen


def dialog(bench: Bench, command: str, kind: type[QDialog]) -> QDialog:
    bench.window.actions_of[command].trigger()
    return bench.window.findChildren(kind)[0]


def pick(box: Combo, code: str) -> None:
    """Choose with the keyboard, as a person does."""
    box.setFocus()
    down = box.findData(code) > box.currentIndex()
    while box.currentData() != code:
        QTest.keyClick(box, Qt.Key.Key_Down if down else Qt.Key.Key_Up)


def test_the_scales_of_a_case_are_chosen_with_their_levels_in_sight(bench: Bench) -> None:
    bench.new_case()
    found = dialog(bench, "case.settings", CaseSettings)
    assert isinstance(found, CaseSettings)
    pick(found.scales["verdict"], "politifact")
    found.scales["verdict"].activated.emit(0)
    assert bench.shell.case.verdict_scale == "politifact"
    assert bench.window.actions_of["rate.verdict1"].text() == "Verdict: True"
    found.close()
    bench.undo()
    assert bench.shell.case.verdict_scale != "politifact"


def test_a_house_rule_blocks_from_now_on(bench: Bench) -> None:
    bench.new_case()
    found = dialog(bench, "case.settings", CaseSettings)
    assert isinstance(found, CaseSettings)
    pick(found.rules["two_sources"], "block")
    found.rules["two_sources"].activated.emit(0)
    assert bench.shell.case.house_rules == {"two_sources": "block"}
    found.close()


def test_the_title_is_kept_when_the_dialog_closes(bench: Bench) -> None:
    bench.new_case()
    found = dialog(bench, "case.settings", CaseSettings)
    assert isinstance(found, CaseSettings)
    found.case_title.setText("Prices and wages")
    found.description.setPlainText("For the Monday issue.")
    found.close()
    assert bench.shell.case.title == "Prices and wages"
    assert bench.shell.case.description == "For the Monday issue."


def test_an_owner_gives_roles_and_stays_the_owner(bench: Bench) -> None:
    bench.new_case()
    bench.shell.workspace.do(JoinCase(Actor(new_id(), "Bohdan Moroz", Role.CHECKER)))
    found = dialog(bench, "case.settings", CaseSettings)
    assert isinstance(found, CaseSettings)
    bohdan, anna = (
        next(row for row in bench.shell.read(people) if row.name.startswith(name))
        for name in ("Bohdan", "Anna")
    )
    assert not found.roles[anna.id].isEnabled()
    pick(found.roles[bohdan.id], "editor")
    found.roles[bohdan.id].activated.emit(0)
    found.initials[bohdan.id].setText("BoM")
    found.initials[bohdan.id].editingFinished.emit()
    now = {row.name: row for row in bench.shell.read(people)}
    assert (now["Bohdan Moroz"].role, now["Bohdan Moroz"].initials) == ("editor", "BoM")
    found.close()


def test_a_shortcut_is_changed_at_once_and_remembered(bench: Bench) -> None:
    found = dialog(bench, "settings", SettingsDialog)
    assert isinstance(found, SettingsDialog)
    shown = found.shortcuts.list
    row = next(at for at in range(shown.count()) if shown.item(at).data(CODE) == "help.about")
    shown.setCurrentRow(row)
    assert found.shortcuts.take("Ctrl+Alt+A")
    assert bench.window.actions_of["help.about"].shortcut().toString() == "Ctrl+Alt+A"
    assert bench.shell.settings.shortcuts == {"help.about": "Ctrl+Alt+A"}
    assert not found.shortcuts.take("Ctrl+O")
    assert by_id()["case.open"].plain in found.shortcuts.told.text()
    bench.click(found.shortcuts.reset)
    assert bench.shell.settings.shortcuts == {}
    found.close()


@pytest.mark.parametrize("name", ["keys.html", "keys.pdf"])
def test_the_shortcuts_can_be_printed(bench: Bench, name: str) -> None:
    found = dialog(bench, "settings", SettingsDialog)
    assert isinstance(found, SettingsDialog)
    target = bench.folder / name
    bench.answer("sheet_target", target)
    found.pages.setCurrentRow(2)
    bench.click(found.print)
    start = target.read_bytes()[:5]
    assert start == (b"%PDF-" if name.endswith("pdf") else b"<!doc")
    found.close()


def test_look_language_and_size_are_remembered(bench: Bench) -> None:
    found = dialog(bench, "settings", SettingsDialog)
    assert isinstance(found, SettingsDialog)
    pick(found.theme, "dark")
    found.theme.activated.emit(0)
    pick(found.language, "uk")
    found.language.activated.emit(0)
    pick(found.scale, "150")
    found.scale.activated.emit(0)
    assert bench.shell.theme.tokens.dark
    assert bench.shell.settings.options["language"] == "uk"
    assert bench.shell.settings.options["size"] == "150"
    assert found.later.text()
    found.close()


def test_the_about_box_names_version_file_schema_and_licences(bench: Bench) -> None:
    path = bench.new_case()
    found = dialog(bench, "help.about", AboutDialog)
    assert isinstance(found, AboutDialog)
    bench.click(found.copy)
    copied = QGuiApplication.clipboard().text()
    assert str(path) in copied
    assert "Schema: " in copied
    assert "pyside6-essentials" in found.licences.toPlainText()
    found.close()
