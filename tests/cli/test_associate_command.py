"""A double click on a case opens it: what a desktop and Windows are told."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from verifier.cli import main
from verifier.cli.associating import MIME, desktop_entry, mime_type, registry_values, write_files

MIME_INFO = "{http://www.freedesktop.org/standards/shared-mime-info}"


def test_the_entry_starts_the_program_whatever_its_folder_is_called() -> None:
    entry = desktop_entry(['/home/anna/my 100% "tools"/run'])
    assert 'Exec="/home/anna/my 100%% \\\\"tools\\\\"/run" %f' in entry
    assert f"MimeType={MIME};" in entry


def test_a_case_is_told_by_its_ending_and_by_the_id_in_it(case_file: Path) -> None:
    kind = ET.fromstring(mime_type().encode()).find(f"{MIME_INFO}mime-type")
    assert kind is not None
    glob, match = kind.find(f"{MIME_INFO}glob"), kind.find(f"{MIME_INFO}magic/{MIME_INFO}match")
    assert glob is not None
    assert match is not None
    assert glob.get("pattern") == "*.vcase"
    at = int(match.get("offset", ""))
    held = int.from_bytes(case_file.read_bytes()[at : at + 4], "big")
    assert held == int(match.get("value", ""), 16)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="a Linux desktop")
def test_the_command_writes_for_the_person_alone_and_takes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    for _ in range(2):
        assert main(["associate", "--json"]) == 0
        told = json.loads(capsys.readouterr().out)
        assert all(Path(place).is_file() for place in told["places"])
    assert (tmp_path / "applications" / "verifier.desktop").is_file()
    if checker := shutil.which("desktop-file-validate"):
        subprocess.run([checker, tmp_path / "applications" / "verifier.desktop"], check=True)
    assert main(["associate", "--remove", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert not any(Path(place).exists() for place in told["places"])


@pytest.mark.skipif(sys.platform == "win32", reason="folders there are not refused like this")
def test_a_place_that_cannot_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "applications").write_text("a file", encoding="utf-8")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert main(["associate"]) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_windows_is_told_the_ending_and_the_program() -> None:
    values = registry_values([r"C:\Tools\verifier\run.cmd"])
    assert values[".vcase"] in values
    assert values[rf"{values['.vcase']}\shell\open\command"].endswith('run.cmd" "%1"')


def test_an_icon_goes_along(tmp_path: Path) -> None:
    icon = write_files(tmp_path, ["run"])[-1]
    assert "currentColor" not in icon.read_text(encoding="utf-8")
