"""Every format from the command line."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import docx
import pytest
from pdf_making import line, pdf_of
from sample_case import CHECKER, sample_file

from verifier.cli import main
from verifier.export.formats import FORMATS

pytestmark = pytest.mark.usefixtures("files_are_read_once")

WHOLE_CASE = [each.id for each in FORMATS.values() if not each.takes_document]


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_file(tmp_path_factory.mktemp("formats"))


def run(*arguments: str | Path) -> int:
    return main(["--as", CHECKER, *map(str, arguments)])


@pytest.mark.parametrize("name", WHOLE_CASE)
def test_the_sample_can_be_written_in_each_format(case: Path, tmp_path: Path, name: str) -> None:
    out = tmp_path / f"case{FORMATS[name].extension}"
    assert run("export", case, "-o", out, "--format", name) == 0
    assert out.stat().st_size > 1000


@pytest.mark.parametrize("name", WHOLE_CASE)
def test_what_stood_there_is_kept_where_the_new_file_cannot_be_written(
    case: Path, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "old"
    out.mkdir()
    assert run("export", case, "-o", out, "--format", name) == 1
    assert "could not be written" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [out]
    assert list(out.iterdir()) == []


def test_every_file_that_was_written_is_named(
    case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "case.csv"
    assert run("export", case, "-o", out, "--format", "csv", "--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert said["format"] == "csv"
    assert sorted(map(Path, said["files"])) == sorted(tmp_path.iterdir())


def test_a_format_that_there_is_not_is_wrong_usage(case: Path, tmp_path: Path) -> None:
    assert run("export", case, "-o", tmp_path / "x", "--format", "odt") == 2


@pytest.fixture
def two_documents(tmp_path: Path) -> Path:
    """A case with a Word file and a PDF."""
    written = docx.Document()
    written.add_paragraph("The dam failed at dawn.")
    written.save(str(tmp_path / "report.docx"))
    (tmp_path / "report.pdf").write_bytes(pdf_of([line(72, 700, "The dam failed at dawn.")]))
    case = tmp_path / "dam.vcase"
    assert run("new", case, "--title", "The dam") == 0
    assert run("import", case, tmp_path / "report.docx", tmp_path / "report.pdf") == 0
    return case


def test_a_document_comes_back_as_what_it_was(two_documents: Path, tmp_path: Path) -> None:
    for name, magic in (("report.docx", b"PK"), ("report.pdf", b"%PDF")):
        out = tmp_path / f"marked-{name}"
        given = ("--format", "original", "--document", name)
        assert run("export", two_documents, "-o", out, *given) == 0
        assert out.read_bytes().startswith(magic)


def test_pdf_of_a_document_is_its_marked_copy(two_documents: Path, tmp_path: Path) -> None:
    out = tmp_path / "marked.pdf"
    assert run("export", two_documents, "-o", out, "--format", "pdf", "--document", "D2") == 0
    assert out.read_bytes().startswith(b"%PDF")


def test_which_document_must_be_said_where_there_are_several(
    two_documents: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert run("export", two_documents, "-o", out, "--format", "original") == 1
    assert "report.docx" in capsys.readouterr().err
    assert run("export", two_documents, "-o", out, "--format", "pdf", "--document", "D1") == 1
    assert "original" in capsys.readouterr().err
    assert not out.exists()


def test_a_text_file_has_no_comments_to_come_back_with(
    case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("export", case, "-o", tmp_path / "out", "--format", "original") == 1
    assert "neither a Word file nor a PDF" in capsys.readouterr().err


def test_the_reports_settings_are_kept_or_count_for_once(
    case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "own.vcase"
    shutil.copyfile(case, own)
    kept = ("language=uk", "parts=cover,sources", "citation_style=dstu-8302", "exact_pages=no")
    assert run("report-settings", own, *kept, "--json") == 0
    settings = json.loads(capsys.readouterr().out)
    assert (settings["language"], settings["parts"]) == ("uk", ["cover", "sources"])
    assert run("export", own, "-o", tmp_path / "uk.docx") == 0
    said = words_of(tmp_path / "uk.docx")
    assert "Список джерел" in said
    assert any("URL: " in words for words in said)
    assert "Картки доказів" not in said
    assert run("export", own, "-o", tmp_path / "en.docx", "--set", "language=en") == 0
    assert "List of sources" in words_of(tmp_path / "en.docx")
    capsys.readouterr()
    assert run("report-settings", own) == 0
    assert "language=uk\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("colour=red", "no setting of the report"),
        ("charts=perhaps", "yes or no"),
        ("language=tlh", "does not speak"),
        ("parts=cover,index", "no part"),
        ("minimum_confidence=sure", "sure"),
        ("citation_style=none.csl", "no citation style"),
        ("template=none.docx", "is not there"),
    ],
)
def test_a_setting_that_could_not_be_followed_is_refused(
    case: Path, capsys: pytest.CaptureFixture[str], change: str, told: str
) -> None:
    before = case.read_bytes()
    assert run("report-settings", case, change) == 1
    assert told in capsys.readouterr().err
    assert case.read_bytes() == before


def words_of(report: Path) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(str(report)).paragraphs]


def test_mark_up_without_a_page_is_told_to_be_relative(
    case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "reviews.jsonld"
    assert run("export", case, "-o", out, "--format", "claimreview") == 0
    assert "relative" in capsys.readouterr().err
    site = ("--site", "https://checks.example/ukraine")
    assert run("export", case, "-o", out, "--format", "claimreview", *site) == 0
    assert "relative" not in capsys.readouterr().err
    urls = {one["url"].partition("#")[0] for one in json.loads(out.read_text("utf-8"))["@graph"]}
    assert urls == {"https://checks.example/ukraine"}
