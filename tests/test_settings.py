"""The settings survive a restart, a newer version's keys, and a broken file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from verifier import settings
from verifier.errors import CannotWrite
from verifier.settings import RecentCase, Settings


def test_what_was_saved_is_there_at_the_next_start(tmp_path: Path) -> None:
    chosen = (
        Settings(person="Anna Nowak", theme="dark", shortcuts={"claim.add": "J"})
        .with_recent(tmp_path / "a.vcase", "A")
        .with_place(tmp_path / "a.vcase", {"page": 3})
    )
    settings.save(chosen)
    assert settings.load().settings == chosen


def test_a_new_person_has_the_usual_settings() -> None:
    assert settings.load() == settings.Loaded(Settings())


def test_keys_of_a_newer_version_are_kept() -> None:
    settings.file().parent.mkdir(parents=True)
    settings.file().write_text('{"person": "A", "voice": {"speed": 2}}', encoding="utf-8")
    settings.save(settings.load().settings)
    assert json.loads(settings.file().read_text("utf-8"))["voice"] == {"speed": 2}


@pytest.mark.parametrize("broken", ["{", "[]", '{"recent": [1]}', '{"window": 5}', "\x00"])
def test_a_broken_file_is_set_aside_and_told(broken: str) -> None:
    settings.file().parent.mkdir(parents=True)
    settings.file().write_text(broken, encoding="utf-8")
    loaded = settings.load()
    assert loaded.settings == Settings()
    assert "set aside" in loaded.problem
    assert settings.file().with_suffix(".broken.json").read_text("utf-8") == broken
    assert settings.load().problem == ""


def test_a_case_stands_once_in_the_list_latest_first(tmp_path: Path) -> None:
    a, b = tmp_path / "a.vcase", tmp_path / "b.vcase"
    chosen = Settings().with_recent(a, "A").with_recent(b, "B").with_recent(a, "A2")
    assert chosen.recent == (RecentCase(str(a), "A2"), RecentCase(str(b), "B"))
    assert chosen.without_recent(str(a)).recent == (RecentCase(str(b), "B"),)
    assert chosen.recent[0].is_missing


def test_settings_that_cannot_be_written_are_told_in_words() -> None:
    settings.file().parent.parent.mkdir(parents=True, exist_ok=True)
    settings.file().parent.write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(CannotWrite, match="settings cannot be written"):
        settings.save(Settings())
