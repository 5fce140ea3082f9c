"""LibreOffice reads the report as it was meant: every comment on its words, threads with it."""

from __future__ import annotations

import io
import re
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import factories_report as make
import pikepdf
import pypdfium2
import pytest
from lxml import etree
from sample_case import sample_data

from verifier.errors import Cancelled, CannotWrite, NotFound
from verifier.export import layout, libreoffice
from verifier.export.accessible_pdf import _figures
from verifier.export.formats import ESTIMATED, Export, format_named
from verifier.export.report import write_report
from verifier.queries.report import ReportData

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "Kyiv said on Friday 🛰 that it was hit.\nשלום עולם, and a second paragraph."
CLAIMS = 9
RANGES = ((0, 39), (5, 19), (10, 30), (30, 55), (60, 66))


def commented() -> ReportData:
    shown = make.document(TEXT)
    claims = [
        make.claim(
            number,
            highlights=(make.highlight(shown, number, *one),),
            comments=(
                make.comment(10 * number, "Sure?", claim=number),
                make.comment(10 * number + 1, "Yes.", claim=number, parent=10 * number),
            ),
        )
        for number, one in enumerate(RANGES, start=1)
    ]
    return make.data([shown], claims)


def annotation_ranges(odt: bytes) -> dict[str, str]:
    """The words of each annotation in an ODT file's own reading, by the annotation's name."""
    with zipfile.ZipFile(io.BytesIO(odt)) as archive:
        root = etree.fromstring(archive.read("content.xml"))
    found: dict[str, str] = {}
    opened: set[str] = set()
    first = True

    def add(words: str | None) -> None:
        for name in opened:
            found[name] += words or ""

    def walk(element: etree._Element) -> None:
        nonlocal first
        if element.tag == f"{OFFICE}annotation":
            name = element.get(f"{OFFICE}name", "")
            opened.add(name)
            found[name] = ""
        elif element.tag == f"{OFFICE}annotation-end":
            opened.discard(element.get(f"{OFFICE}name", ""))
        else:
            tag = str(element.tag).rpartition("}")[2]
            if tag in ("p", "h"):
                add(None if first else "\n")
                first = False
            add(" " * int(element.get(f"{element.tag[: -len(tag)]}c", "1")) if tag == "s" else "")
            add(element.text)
            for child in element:
                walk(child)
        if element.tail:
            add(element.tail)

    walk(root)
    return found


@pytest.mark.skipif(libreoffice.find() is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_every_comment_on_its_own_words(tmp_path: Path) -> None:
    report = tmp_path / "report.docx"
    write_report(commented(), report, exported_at=make.EXPORTED)
    found = annotation_ranges(libreoffice.convert(report, "odt"))
    wanted = [TEXT[start:stop] for start, stop in RANGES for _ in range(3)]
    assert sorted(found.values()) == sorted(wanted)


@pytest.fixture(scope="module")
def sample_pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report on the sample's first claims with its pages numbered, as a PDF.

    LibreOffice sets it twice: all of them would take it three times as long.
    """
    target = tmp_path_factory.mktemp("sample") / "report.pdf"
    export = Export(replace(sample_data(), claims=sample_data().claims[:CLAIMS]), make.EXPORTED)
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv(layout.OFF, raising=False)
        format_named("pdf").write(export, target)
    assert export.notices == []
    return target


@pytest.mark.skipif(libreoffice.find() is None, reason="LibreOffice is not installed")
def test_page_numbers_are_those_of_the_pages(sample_pdf: Path) -> None:
    with pypdfium2.PdfDocument(sample_pdf) as pdf:
        pages = [page.get_textpage().get_text_bounded() for page in pdf]
    # Which lines of the contents are broken depends on the fonts of the machine.
    listed = re.sub(r"\s+", " ", " ".join(pages[1:4]))
    contents = re.findall(r"(C\d+\.) (?:(?!C\d+\.).)*?[. ]{3,}(\d+)", listed)
    labels = [f"C{number}." for number in range(1, CLAIMS + 1)]
    assert [words for words, _ in contents][:CLAIMS] == labels
    assert len({number for _, number in contents}) > 2
    for words, number in contents:
        assert words in pages[int(number) - 1], (words, number)


@pytest.mark.skipif(libreoffice.find() is None, reason="LibreOffice is not installed")
def test_the_pdf_has_structure_language_title_and_words_for_its_charts(sample_pdf: Path) -> None:
    with pikepdf.open(sample_pdf) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang).startswith("en")
        assert pdf.open_metadata()["pdfuaid:part"] == "1"
        assert "Weekly report" in str(pdf.open_metadata()["dc:title"])
        told = [str(one.Alt) for one in _figures(pdf.Root.StructTreeRoot.K)]
    assert [words.split(":")[0] for words in told] == [
        "Bar chart of claims by verdict",
        "Stacked bar chart of confidence by verdict",
    ]


def test_pages_that_libreoffice_cannot_tell_are_estimated_and_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> bytes:
        raise CannotWrite("It broke.", "Try again.")

    monkeypatch.delenv(layout.OFF)
    monkeypatch.setattr(libreoffice, "find", lambda: tmp_path)
    monkeypatch.setattr(libreoffice, "convert", fail)
    export = Export(commented(), make.EXPORTED)
    format_named("report").write(export, tmp_path / "report.docx")
    assert (tmp_path / "report.docx").is_file()
    assert export.notices == [ESTIMATED]


def test_without_libreoffice_that_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "find", lambda: None)
    with pytest.raises(NotFound, match="not installed"):
        libreoffice.convert(tmp_path / "report.docx", "pdf")


@pytest.fixture
def profiles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[Path]]:
    """A program that tells its profiles, and converts only what is named good."""
    program, written = tmp_path / "soffice", tmp_path / "profiles"
    program.write_text(
        f"""#!/bin/sh
echo "${{1#-env:UserInstallation=file://}}" >> "{written}"
case "$8" in */good.docx) echo PDF > "$7/good.pdf" ;; esac
"""
    )
    program.chmod(0o755)
    monkeypatch.setattr(libreoffice, "find", lambda: program)
    monkeypatch.setattr(libreoffice, "_profiles", [])
    return lambda: [Path(line) for line in written.read_text().splitlines()]


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands in for LibreOffice")
def test_the_profile_of_a_run_that_went_well_serves_the_next(
    profiles: Callable[[], list[Path]], tmp_path: Path
) -> None:
    for _ in range(2):
        assert libreoffice.convert(tmp_path / "good.docx", "pdf") == b"PDF\n"
    first, second = profiles()
    assert first == second
    assert first.is_dir()
    libreoffice.forget_profiles()
    assert not first.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands in for LibreOffice")
def test_the_profile_of_a_run_that_failed_serves_nobody(
    profiles: Callable[[], list[Path]], tmp_path: Path
) -> None:
    with pytest.raises(CannotWrite, match="could not convert"):
        libreoffice.convert(tmp_path / "bad.docx", "pdf")
    libreoffice.convert(tmp_path / "good.docx", "pdf")
    first, second = profiles()
    assert first != second
    assert not first.exists()
    libreoffice.forget_profiles()


@pytest.fixture
def endless(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program that starts another one, and both never end."""
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nsleep 600 &\nwait\n")
    program.chmod(0o755)
    monkeypatch.setattr(libreoffice, "find", lambda: program)
    return tmp_path / "report.docx"


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands in for LibreOffice")
def test_a_conversion_that_hangs_is_ended(endless: Path) -> None:
    with pytest.raises(CannotWrite, match="did not finish"):
        libreoffice.convert(endless, "pdf", timeout=0.3)


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands in for LibreOffice")
def test_a_conversion_can_be_stopped(endless: Path) -> None:
    with pytest.raises(Cancelled):
        libreoffice.convert(endless, "pdf", cancelled=lambda: True)
