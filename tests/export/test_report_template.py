"""A house's own template: its looks are taken, its text is not, and nothing is missing."""

from __future__ import annotations

from pathlib import Path

import docx
import factories_report as make
import pytest
from docx.shared import Pt
from docx_reading import Docx, W, validator

from verifier.export.report import write_report
from verifier.export.settings import ReportSettings


def house(path: Path) -> Path:
    """A template as a house might make it: a logo line, its own heading, translated style ids."""
    document = docx.Document()
    document.add_paragraph("Text of the template that nobody wants in the report")
    document.add_table(rows=1, cols=1).cell(0, 0).text = "nor this"
    document.styles["Heading 1"].font.size = Pt(31)
    document.styles["Heading 2"].element.set(f"{W}styleId", "berschrift2")
    document.sections[0].header.paragraphs[0].text = "THE HOUSE – {{title}}"
    document.save(str(path))
    return path


def written(tmp_path: Path) -> Docx:
    template = house(tmp_path / "house.docx")
    target = tmp_path / "report.docx"
    data = make.marked("Some words.", (0, 4))
    settings = ReportSettings(template=str(template))
    write_report(data, target, exported_at=make.EXPORTED, settings=settings)
    return Docx(target)


def styles(report: Docx) -> dict[str, object]:
    return {s.get(f"{W}styleId", ""): s for s in report.tree("word/styles.xml").iter(f"{W}style")}


def test_a_house_template_gives_its_looks_and_not_its_text(tmp_path: Path) -> None:
    report = written(tmp_path)
    assert "nobody wants" not in report.words()
    assert b'w:val="62"' in report.parts["word/styles.xml"], "31 points for the first heading"
    headers = [data for name, data in report.parts.items() if "header" in name]
    assert any("THE HOUSE – Weekly report".encode() in data for data in headers)


def test_what_a_house_template_lacks_is_filled_in(tmp_path: Path) -> None:
    report = written(tmp_path)
    assert set(report.styles_used()) <= styles(report).keys()


def test_a_style_with_a_translated_id_is_found_by_its_name(tmp_path: Path) -> None:
    heading = styles(written(tmp_path))["Heading2"]
    assert heading.find(f"{W}basedOn").get(f"{W}val") == "berschrift2"  # type: ignore[attr-defined]


def test_a_report_on_a_house_template_is_valid(tmp_path: Path, shared: Path) -> None:
    check = validator(shared)
    if check is None:
        pytest.skip("the validator is not on this machine")
    written(tmp_path)
    found = check.validate(tmp_path / "report.docx")
    own = [row for row in found if "zoom" not in row[3]]  # python-docx's blank lacks its percent
    assert own == []
