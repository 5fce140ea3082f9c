"""Every text of the window is translated, and what Qt loads is what people edited.

After a change of texts: `python scripts/translate.py`, then translate what it calls unfinished.
"""

from __future__ import annotations

import ast
import importlib.util
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import core_texts
import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from verifier.errors import NotFound
from verifier.ui.commands.command import GROUPS
from verifier.ui.commands.table import COMMANDS, by_id
from verifier.ui.language import LANGUAGES, TRANSLATED, use_language
from verifier.ui.told import history_word, told, told_error

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "i18n"
SHOWN_BY = frozenset(
    "label push_button tool_button combo named setText setToolTip setWindowTitle setAccessibleName "
    "setPlaceholderText setAccessibleDescription addTab QCheckBox QLabel Section EmptyState "
    "tell_hint".split()
)
"""Calls whose first words a person reads."""
SKIPPED = {"tool_button": 1, "EmptyState": 1}
"""How many words come before them that name an icon."""
NAMES = frozenset({"Verifier", "LibreOffice", "https://"})


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """scripts/translate.py."""
    spec = importlib.util.spec_from_file_location("translate", ROOT / "scripts" / "translate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def ukrainian(qapp: QApplication, own_language: None) -> None:
    """The program in Ukrainian."""
    assert use_language(qapp, "uk") == "uk"


def messages(file: Path) -> dict[tuple[str, str], ET.Element]:
    found = {}
    for context in ET.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            found[context.findtext("name", ""), message.findtext("source", "")] = message
    return found


@pytest.mark.parametrize("language", sorted(TRANSLATED))
def test_every_text_is_in_the_file_and_translated(
    script: ModuleType, tmp_path: Path, language: str
) -> None:
    kept = FOLDER / f"verifier_{language}.ts"
    shutil.copy(kept, tmp_path)
    fresh = messages(script.update(language, tmp_path))
    assert fresh.keys() == messages(kept).keys()
    left = [
        source
        for (_, source), message in fresh.items()
        if (found := message.find("translation")) is None or found.get("type") == "unfinished"
    ]
    assert left == []


@pytest.mark.parametrize("language", sorted(TRANSLATED))
def test_places_for_values_survive_translation(language: str) -> None:
    for (_, source), message in messages(FOLDER / f"verifier_{language}.ts").items():
        words = "".join(message.find("translation").itertext())  # type: ignore[union-attr]
        for mark in ("%1", "%2", "%3", "%n"):
            assert (mark in source) == (mark in words), source


@pytest.mark.parametrize("language", sorted(TRANSLATED))
def test_what_qt_loads_is_made_from_the_file(
    script: ModuleType, tmp_path: Path, language: str
) -> None:
    shutil.copy(FOLDER / f"verifier_{language}.ts", tmp_path)
    built = script.build(tmp_path / f"verifier_{language}.ts")
    assert built.read_bytes() == (FOLDER / f"verifier_{language}.qm").read_bytes()


def test_every_language_can_be_chosen() -> None:
    assert {code for code, _ in LANGUAGES} == {"", "en", *TRANSLATED}


@pytest.mark.usefixtures("ukrainian")
def test_the_window_speaks_ukrainian() -> None:
    assert by_id()["quit"].text == "Ви&йти"
    assert QCoreApplication.translate(
        "Words", "Likelihood and confidence never stand in one sentence"
    ).startswith("Імовірність")


@pytest.mark.usefixtures("ukrainian")
def test_no_two_commands_of_a_ukrainian_menu_share_a_letter() -> None:
    for group, _ in GROUPS:
        words = [command.text for command in COMMANDS if command.group is group]
        letters = [text[text.index("&") + 1].lower() for text in words if "&" in text]
        assert len(letters) == len(set(letters)), (group, words)


def test_what_the_core_says_is_known_to_the_window() -> None:
    kept = (FOLDER / "core.txt").read_text(encoding="utf-8").splitlines()
    assert sorted(kept) == sorted(core_texts.for_window().splitlines())


def test_every_error_of_the_core_is_seen_by_translators() -> None:
    known, told_somewhere = set(core_texts.core()), set()
    for file in core_texts.sources():
        told_somewhere |= set(core_texts.errors_in(core_texts.nodes(file)))
    assert len(told_somewhere) > 200
    assert told_somewhere <= known


@pytest.mark.usefixtures("ukrainian")
def test_the_window_says_in_ukrainian_what_the_core_says() -> None:
    error = NotFound("There is no file case.vcase.", "Check the name, or create a new case.")
    assert told_error(error) == "Файлу case.vcase немає. Перевірте ім’я або створіть нову справу."
    assert told("“1 May” is no day. Write it as 2022-01-14.").startswith("«1 May» — не день. ")
    assert told("A house rule forbids this. The rating has no reason.").endswith("не має підстави.")
    assert told("Nobody ever said this.") == "Nobody ever said this."


@pytest.mark.usefixtures("ukrainian")
def test_the_history_speaks_ukrainian() -> None:
    assert all(history_word(name) != name for name in core_texts.history())
    assert history_word("Add claim") == "Додати твердження"


def test_in_english_the_core_is_repeated_word_for_word(qapp: QApplication) -> None:
    assert told("“1 May” is no day.") == "“1 May” is no day."


def shown_literals(file: Path) -> Iterator[str]:
    """Words that a person would read and no translator would ever see."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        name = node.func.id if isinstance(node.func, ast.Name) else name
        if name not in SHOWN_BY:
            continue
        for word in node.args[SKIPPED.get(name, 0) :][:2]:
            if _is_words(word):
                yield f"{file.name}:{node.lineno} {ast.unparse(word)}"


def _is_words(node: ast.expr) -> bool:
    if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
        return False
    words = node.value
    return words not in NAMES and (words[:1].isupper() or " " in words.strip())


def test_no_text_of_the_window_is_left_out_of_translation() -> None:
    files = sorted((ROOT / "verifier" / "ui").rglob("*.py"))
    assert [found for file in files for found in shown_literals(file)] == []


def test_a_text_that_is_left_out_is_found(tmp_path: Path) -> None:
    file = tmp_path / "view.py"
    file.write_text('label("Save it")\nbutton.setToolTip(self.tr("Save it"))\n', encoding="utf-8")
    assert list(shown_literals(file)) == ["view.py:1 'Save it'"]
