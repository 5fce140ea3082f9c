"""main.py ocr on items of the evidence locker."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PIL import Image
from scan_making import RECORDED, TABLE

from verifier.actions.claims import AddClaim
from verifier.cli import main
from verifier.reading import tesseract
from verifier.workspace import Workspace

pytestmark = pytest.mark.usefixtures("files_are_read_once")


@pytest.fixture
def case(case_file: Path, tmp_path: Path) -> str:
    """A case with a picture of a page and a note in its locker."""
    with Workspace.open(case_file, person="Anna") as workspace:
        workspace.do(AddClaim("70 sites were down."))
    page, note = tmp_path / "page.png", tmp_path / "note.txt"
    Image.new("L", (567, 734), "white").save(page)
    note.write_text("A note.")
    for file in (page, note):
        assert main(["attach", str(case_file), "C1", str(file)]) == 0
    return str(case_file)


def test_a_picture_of_the_locker_is_read_and_the_case_stays_whole(
    case: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tesseract, "find", lambda: RECORDED)
    capsys.readouterr()
    assert main(["ocr", case, "page.png", "--evidence"]) == 0
    words = capsys.readouterr().out
    assert "saw text on 1 page and is 96 % sure" in words
    assert "whose file is as it was" in words
    assert main(["search", case, "in:evidence ministry"]) == 0
    assert "page.png" in capsys.readouterr().out
    assert main(["verify", case]) == 0
    assert main(["check-evidence", case]) == 0
    capsys.readouterr()
    assert main(["ocr", case, "page.png", "--evidence"]) == 1
    assert "very text already" in capsys.readouterr().err
    assert main(["ocr", case, "page.png", "--evidence", "--language", "ukr", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["engine"], told["pages"]) == ("Tesseract 5.3.0 (ukr)", 1)


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ("note.txt", "neither a PDF nor a picture"),
        ("nothing.png", "No item of the locker goes by “nothing.png”"),
    ],
)
def test_what_cannot_be_read_is_said_to_be_so(
    case: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    wanted: str,
    words: str,
) -> None:
    monkeypatch.setattr(tesseract, "find", lambda: RECORDED)
    assert main(["ocr", case, wanted, "--evidence"]) == 1
    assert words in capsys.readouterr().err


def test_a_picture_without_words_gets_no_text(
    case: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def nothing(*_: object, **__: object) -> str:
        return TABLE.splitlines()[0]

    monkeypatch.setattr(tesseract, "find", lambda: RECORDED)
    monkeypatch.setattr(type(RECORDED), "table", nothing)
    capsys.readouterr()
    assert main(["ocr", case, "page.png", "--evidence"]) == 0
    assert "saw no text there. Nothing was added" in capsys.readouterr().out
    with closing(sqlite3.connect(case)) as connection:
        assert connection.execute(
            "SELECT count(*) FROM evidence WHERE text_layer_id IS NOT NULL"
        ).fetchone() == (1,)


def test_a_changed_file_is_not_read_and_its_custody_log_says_so(
    case: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tesseract, "find", lambda: RECORDED)
    with closing(sqlite3.connect(case)) as connection:
        connection.execute("UPDATE blobs SET data = x'00' WHERE media_type = 'image/png'")
        connection.commit()
    assert main(["ocr", case, "page.png", "--evidence"]) == 1
    assert "was changed" in capsys.readouterr().err
    with closing(sqlite3.connect(case)) as connection:
        actions = connection.execute("SELECT action FROM custody_events").fetchall()
    assert ("hash_failed",) in actions
    assert ("annotated",) not in actions


def test_without_tesseract_it_is_said_what_to_install(
    case: str,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(tesseract, "_WINDOWS", "")
    assert main(["ocr", case, "page.png", "--evidence"]) == 1
    assert "Install it with" in capsys.readouterr().err
