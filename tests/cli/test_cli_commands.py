"""The command line, run as a person runs it: main.py in a process of its own, or main() here."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import docx
import pytest

from verifier.actions.claims import AddClaim, Passage
from verifier.cli import main
from verifier.cli.base import commands
from verifier.cli.table import COMMANDS
from verifier.queries import documents as queried
from verifier.text.ranges import TextRange
from verifier.text.regions import PictureRegion
from verifier.workspace import Workspace

pytestmark = pytest.mark.usefixtures("files_are_read_once")

ROOT = Path(__file__).parents[2]
REPORT = "The dam failed at dawn. 😀 Officials said nobody was hurt. The dam failed at dawn.\n"


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of a command run in this process."""
    code = main(["--as", "Anna Nowak", *arguments])
    said = capsys.readouterr()
    return code, said.out, said.err


def data_of(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    """The JSON that a command prints, which must succeed."""
    code, out, err = run(capsys, *arguments, "--json")
    assert code == 0, err
    return json.loads(out)


@pytest.fixture
def case(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """A case with one text document, D1."""
    path = str(tmp_path / "dam.vcase")
    assert run(capsys, "new", path, "--title", "The dam")[0] == 0
    report = tmp_path / "report.txt"
    report.write_bytes(REPORT.encode())
    assert run(capsys, "import", path, str(report))[0] == 0
    return path


def annotations_of(*claims: dict[str, Any], **more: Any) -> str:
    """A file of annotations with these claims."""
    return json.dumps(
        {"format": "verifier-annotations", "version": 1, "claims": list(claims), **more}
    )


def claim(claim_id: str, **highlight: Any) -> dict[str, Any]:
    """A claim with one passage."""
    return {"id": claim_id, "statement": f"Statement {claim_id}", "highlights": [highlight]}


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "--help")
    assert code == 0
    for command in "new import text annotate claims export info verify sample".split():
        assert f"  {command} " in out


def test_text_prints_what_offsets_count(case: str) -> None:
    done = subprocess.run(
        [sys.executable, "main.py", "text", case, "D1"], cwd=ROOT, capture_output=True, check=True
    )
    assert done.stdout == REPORT.encode()


def test_import_reports_ids_pages_and_characters(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(tmp_path / "x.vcase")
    run(capsys, "new", path, "--title", "X")
    (tmp_path / "a.txt").write_text("one", encoding="utf-8")
    [row] = data_of(capsys, "import", path, str(tmp_path / "a.txt"))
    assert row["id"]
    assert (row["pages"], row["characters"]) == (1, 3)
    assert row["warnings"] == []


def test_a_file_that_cannot_be_read_is_told_in_words_and_the_others_go_in(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty.pdf").write_bytes(b"")
    (tmp_path / "good.txt").write_text("good", encoding="utf-8")
    code, out, err = run(
        capsys, "import", case, str(tmp_path / "empty.pdf"), str(tmp_path / "good.txt"), "--json"
    )
    assert code == 1
    assert "empty.pdf" in err
    assert [entry.get("error", {}).get("kind") for entry in json.loads(out)] == ["unreadable", None]
    assert "Traceback" not in err
    assert data_of(capsys, "info", case)["counts"]["documents"] == 2


def test_the_same_file_twice_is_recognised(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, err = run(capsys, "import", case, str(tmp_path / "report.txt"))
    assert code == 1
    assert "already" in err


def test_annotations_are_anchored_on_the_right_one_of_equal_sentences(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    second = REPORT.rindex("The dam failed")
    passage = claim("C7", quote="The dam failed at dawn.", start=second, stop=second + 23)
    file = tmp_path / "a.json"
    file.write_text(
        annotations_of(passage),
        encoding="utf-8",
    )
    assert run(capsys, "annotate", case, str(file))[0] == 0
    [row] = data_of(capsys, "claims", case)
    assert row["label"] == "C7"
    [highlight] = row["highlights"]
    assert (highlight["start"], highlight["stop"]) == (second, second + 23)
    assert highlight["quote"] == REPORT[second : second + 23]
    assert data_of(capsys, "verify", case)["ok"]


def test_nothing_is_applied_when_a_passage_is_not_found_unless_partial(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.json"
    file.write_text(
        annotations_of(
            claim("C1", quote="Officials said nobody was hurt."),
            claim("C2", quote="Something the report never says at all."),
        ),
        encoding="utf-8",
    )
    code, out, err = run(capsys, "annotate", case, str(file), "--json")
    assert code == 1
    assert "C2" in err
    told = json.loads(out)
    assert not told["applied"]
    assert told["error"]["kind"] == "not-found"
    assert data_of(capsys, "claims", case) == []
    assert run(capsys, "annotate", case, str(file), "--partial")[0] == 1
    assert [row["label"] for row in data_of(capsys, "claims", case)] == ["C1"]


def test_applying_the_same_file_twice_adds_nothing(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.json"
    file.write_text(
        annotations_of(claim("C1", quote="Officials said nobody was hurt.")), encoding="utf-8"
    )
    run(capsys, "annotate", case, str(file))
    before = data_of(capsys, "info", case)["counts"]
    assert run(capsys, "annotate", case, str(file))[0] == 0
    assert data_of(capsys, "info", case)["counts"] == before


def test_annotations_that_do_not_fit_the_format_are_refused_with_the_place(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.json"
    file.write_text(annotations_of({"id": "C1", "surprise": 1}), encoding="utf-8")
    code, _, err = run(capsys, "annotate", case, str(file))
    assert code == 1
    assert "claims" in err
    assert "surprise" in err


@pytest.mark.parametrize(
    "arguments",
    [
        ["unknown-command", "x"],
        ["new"],
        ["new", "x.vcase"],
        ["export", "x.vcase"],
        ["claims", "x.vcase", "--no-such-option"],
    ],
)
def test_wrong_usage_exits_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, *arguments)[0] == 2
    code, out, _ = run(capsys, *arguments, "--json")
    assert code == 2
    assert json.loads(out)["error"]["kind"] == "usage"


@pytest.mark.parametrize(
    "arguments",
    [
        ["info", "missing.vcase"],
        ["text", "missing.vcase", "D1"],
        ["annotate", "missing.vcase", "missing.json"],
        ["export", "missing.vcase", "-o", "x.docx"],
        ["new", "no/such/folder/x.vcase", "--title", "X"],
    ],
)
def test_what_cannot_be_done_exits_with_1_and_says_why(
    arguments: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = run(capsys, *arguments)
    assert code == 1
    assert err.startswith("Error: ")
    assert not out
    assert list(tmp_path.iterdir()) == []


def test_where_json_was_asked_for_what_went_wrong_is_json_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = str(tmp_path / "missing.vcase")
    code, out, err = run(capsys, "claims", missing, "--json")
    told = json.loads(out)["error"]
    assert code == 1
    assert told["kind"] == "not-found"
    assert missing in told["what"]
    assert err == f"Error: {told['what']} {told['advice']}\n"
    monkeypatch.setattr(Workspace, "open", lambda *_, **__: 1 / 0)
    assert run(capsys, "claims", missing)[:2] == (1, "")
    assert json.loads(run(capsys, "claims", missing, "--json")[1])["error"]["kind"] == "fault"


def test_a_new_case_never_touches_a_file_that_exists(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "notes.vcase"
    path.write_text("mine", encoding="utf-8")
    assert run(capsys, "new", str(path), "--title", "X")[0] == 1
    assert path.read_text(encoding="utf-8") == "mine"


def test_a_foreign_file_is_refused_and_left_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "picture.vcase"
    path.write_bytes(b"\x89PNG\r\n")
    code, _, err = run(capsys, "info", str(path))
    assert code == 1
    assert "not a Verifier case" in err
    assert path.read_bytes() == b"\x89PNG\r\n"


def test_verify_notices_a_rating_changed_behind_the_programs_back(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import sqlite3

    file = tmp_path / "a.json"
    entry = claim("C1", quote="Officials said nobody was hurt.")
    entry["assessment"] = {"verdict": "supported", "reason": "seen"}
    file.write_text(annotations_of(entry), encoding="utf-8")
    assert run(capsys, "annotate", case, str(file))[0] == 0
    connection = sqlite3.connect(case)
    connection.execute("UPDATE assessments SET verdict = 'refuted'")
    connection.commit()
    connection.close()
    code, out, _ = run(capsys, "verify", case)
    assert code == 1
    assert "assessment" in out.lower()


def test_the_sample_is_built_exported_and_sound(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert run(capsys, "sample", str(out))[0] == 0
    path = str(out / "sample.vcase")
    assert sorted(file.name for file in out.iterdir()) == ["sample.docx", "sample.vcase"]
    assert data_of(capsys, "verify", path)["ok"]
    counts = data_of(capsys, "info", path)["counts"]
    assert counts["claims"] == counts["assessments"] == 26
    assert counts["sources"] == 93
    assert counts["attributions"] == 21
    assert counts["ach_items"] == 19
    text = (ROOT / "resources" / "sample" / "report.txt").read_text(encoding="utf-8")
    for row in data_of(capsys, "claims", path):
        for highlight in row["highlights"]:
            assert highlight["quote"] == text[highlight["start"] : highlight["stop"]]


def test_main_runs_without_qt(tmp_path: Path) -> None:
    """The command line needs no display and does not even load Qt."""
    code = (
        "import sys; from verifier.cli import main; "
        f"code = main(['new', {str(tmp_path / 'x.vcase')!r}, '--title', 'X']); "
        "sys.exit(code or int(any(name.startswith('PySide6') for name in sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "DISPLAY": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "x.vcase").is_file()


def test_tables_of_a_document_as_rows_json_and_csv(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "counts.html"
    page.write_text(
        "<html><p>Counts</p><table><tr><th>Who</th><th>How many</th></tr>"
        "<tr><td>Poland,<br>Latvia</td><td>2,040</td></tr></table></html>"
    )
    assert run(capsys, "import", case, str(page))[0] == 0
    code, out, _ = run(capsys, "tables", case, "D2")
    assert (code, out) == (
        0,
        "Table 1, page 1: 2 rows, 2 columns\nWho\tHow many\nPoland, Latvia\t2,040\n",
    )
    (table,) = data_of(capsys, "tables", case, "D2")
    assert table["rows"][1][1] == {"text": "2,040", "box": None}
    assert run(capsys, "tables", case, "D2", "--csv")[1].startswith('Who,How many\n"Poland,')
    assert "No table" in run(capsys, "tables", case, "D1")[1]
    assert run(capsys, "tables", case, "D1", "--area", "0", "0", "9", "9")[0] == 2


def test_a_search_finds_claims_and_pages(capsys: pytest.CaptureFixture[str], case: str) -> None:
    (hit,) = data_of(capsys, "search", case, "DAWN")
    assert (hit["kind"], hit["page"], hit["start"], hit["stop"]) == ("document", 1, 18, 22)
    start, stop = hit["matches"][0]
    assert hit["snippet"][start:stop] == "dawn"
    assert run(capsys, "search", case, "marmalade") == (0, "Nothing was found.\n", "")
    unknown = "Nothing was found: there is no verdict:marmalade.\n"
    assert run(capsys, "search", case, "dawn", "verdict:marmalade") == (0, unknown, "")
    assert run(capsys, "search", case, "--", "-dawn", 'in:"(', "NEAR(")[0] == 0


def test_replacing_a_document_lists_what_became_of_each_passage(
    capsys: pytest.CaptureFixture[str], case: str, tmp_path: Path
) -> None:
    file = tmp_path / "claims.json"
    quote = "Officials said nobody was hurt."
    file.write_text(
        annotations_of(claim("c1", quote=quote)),
        encoding="utf-8",
    )
    assert run(capsys, "annotate", case, str(file))[0] == 0
    second = tmp_path / "second.txt"
    second.write_text(REPORT.replace("nobody was hurt", "one man was hurt"), encoding="utf-8")
    changed = data_of(capsys, "replace", case, "D1", str(second), "--accept-changed")
    assert changed["counts"]["changed"] == 1
    assert changed["passages"][0]["new"]["text"] == "Officials said one man was hurt."
    (row,) = data_of(capsys, "claims", case)
    assert row["highlights"][0]["anchoring"] == "confirmed"
    assert run(capsys, "verify", case)[0] == 0
    code, _, err = run(capsys, "replace", case, "D1", str(second))
    assert code == 1
    assert "Nothing was added" in err


def commented_report(folder: Path) -> str:
    made = docx.Document()
    paragraph = made.add_paragraph("First: ")
    run_ = paragraph.add_run("the dam failed at dawn")
    made.add_comment(run_, text="Says who?", author="Jan", initials="J")
    path = folder / "commented.docx"
    made.save(str(path))
    return str(path)


def test_a_region_of_a_picture_is_told_checked_and_followed(
    capsys: pytest.CaptureFixture[str], case: str, tmp_path: Path
) -> None:
    data = (
        "iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAFElEQVR4nGOU"
        "rS9jwA2Y8MiNYGkAVrABJlrJQNQAAAAASUVORK5CYII="
    )
    image = f"<p><img src='data:image/png;base64,{data}' width=100 height=100></p>"
    page, new = tmp_path / "page.html", tmp_path / "new.html"
    page.write_text(f"<p>The dam failed.</p>{image}<p>Nobody was hurt.</p>", encoding="utf-8")
    new.write_text(f"<p>The dam failed.</p>{image}<p>One man was hurt.</p>", encoding="utf-8")
    assert run(capsys, "import", case, str(page))[0] == 0
    digest = hashlib.sha256(base64.b64decode(data)).hexdigest()
    with Workspace.open(case, person="Anna Nowak") as workspace:
        with workspace.reading() as session:
            edition = queried.document(session, workspace.case_id, "D2").edition_id
        drawn = PictureRegion(1, 10, 20, 60, 70.5, digest)
        where = TextRange(16, 16)
        passage = Passage(edition, where, "", rectangles=(drawn.as_rectangle,), picture=digest)
        workspace.do(AddClaim("It broke here.", (passage,)))
    assert run(capsys, "verify", case)[0] == 0
    (row,) = data_of(capsys, "claims", case)
    assert row["highlights"][0]["picture"] == digest
    assert row["highlights"][0]["rectangles"] == [[1, 10, 20, 60, 70.5]]
    changed = data_of(capsys, "replace", case, "D2", str(new))
    assert changed["counts"]["same"] == 1
    (row,) = data_of(capsys, "claims", case)
    assert row["highlights"][0]["edition"] != edition
    assert run(capsys, "verify", case)[0] == 0


def test_comments_in_a_file_become_claims_when_asked_for(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = commented_report(tmp_path)
    (document,) = data_of(capsys, "import", case, path, "--take-over", "claims")
    assert [warning["code"] for warning in document["warnings"]] == ["remarks"]
    (made,) = data_of(capsys, "claims", case)
    assert made["statement"] == "the dam failed at dawn"
    (highlight,) = made["highlights"]
    assert (highlight["quote"], highlight["start"]) == ("the dam failed at dawn", 7)
    assert run(capsys, "verify", case)[0] == 0


@pytest.mark.parametrize("how", ["notes", "none"])
def test_comments_in_a_file_become_a_note_or_nothing(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], how: str
) -> None:
    (document,) = data_of(capsys, "import", case, commented_report(tmp_path), "--take-over", how)
    assert data_of(capsys, "claims", case) == []
    with Workspace.open(case, person="Anna Nowak") as workspace, workspace.reading() as reading:
        row = queried.document(reading, workspace.case_id, document["id"])
        (remark,) = queried.remarks(reading, row.text_layer_id)
    assert remark.text == "Says who?"
    assert row.note.startswith("comment, Jan") == (how == "notes")
    assert row.note.endswith("“the dam failed at dawn”: Says who?") == (how == "notes")


def test_comments_that_were_taken_over_are_not_offered_again(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = commented_report(tmp_path)
    _, words, _ = run(capsys, "import", case, path, "--take-over", "claims")
    assert "Highlights and comments in the file were taken over as claims." in words
    assert "can be taken over" not in words


@pytest.mark.parametrize(("how", "claims"), [("none", 0), ("claims", 1)])
def test_comments_in_a_new_edition_are_told_and_taken_over_when_asked_for(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], how: str, claims: int
) -> None:
    first = tmp_path / "first.txt"
    first.write_text("First: the dam failed at dawn\n", encoding="utf-8")
    data_of(capsys, "import", case, str(first))
    second = commented_report(tmp_path)
    changed = data_of(capsys, "replace", case, "D1", second, "--take-over", how)
    assert changed["remarks"] == 1
    assert len(data_of(capsys, "claims", case)) == claims


def test_every_command_is_where_the_table_says() -> None:
    context = click.Context(commands)
    assert [name for name in COMMANDS if commands.get_command(context, name) is None] == []
    assert set(commands.commands) == set(COMMANDS)


def test_the_list_of_commands_names_each_in_a_line_of_its_own(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, said, _ = run(capsys, "--help")
    lines = [line.split(maxsplit=1) for line in said.partition("Commands:")[2].splitlines()]
    listed = {words[0]: words[1] for words in lines if words and words[0] in COMMANDS}
    assert code == 0
    assert listed == {name: entry.help for name, entry in COMMANDS.items()}
