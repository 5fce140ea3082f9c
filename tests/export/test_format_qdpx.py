"""REFI-QDA out: valid, and every selection is the passage."""

from __future__ import annotations

import io
import uuid
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from originals import case_of
from pdf_making import line, pdf_of
from sample_case import EXPORTED, sample_data

from verifier.exchange.qdpx_reading import read_project
from verifier.export.qdpx import NAMESPACE, project, write_project
from verifier.queries.report import ReportData
from verifier.reading.here import read_here
from verifier.text.ranges import TextRange


def written(data: ReportData) -> tuple[Any, dict[str, str]]:
    file = io.BytesIO()
    write_project(data, file, EXPORTED)
    with zipfile.ZipFile(file) as archive:
        texts = {
            name.removeprefix("Sources/"): archive.read(name).decode()
            for name in archive.namelist()
            if name.startswith("Sources/")
        }
        return etree.fromstring(archive.read("project.qde")), texts


def q(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def test_the_project_validates_against_the_published_schema(shared: Path) -> None:
    schema = shared / "schemas" / "refi-qda" / "Project.xsd"
    if not schema.exists():
        pytest.skip("the schema is not on this machine")
    root, _ = written(sample_data())
    etree.XMLSchema(etree.parse(str(schema))).assertValid(root)


def test_every_selection_is_the_passage_in_the_text_beside_it() -> None:
    root, texts = written(sample_data())
    passages = {h.id.upper(): h.quote for c in sample_data().claims for h in c.highlights}
    found = {}
    for source in root.iter(q("TextSource")):
        text = texts[source.get("plainTextPath").removeprefix("internal://")]
        for selection in source.iter(q("PlainTextSelection")):
            start, stop = (int(selection.get(k)) for k in ("startPosition", "endPosition"))
            found[selection.get("guid")] = text[start:stop]
    assert found == passages


def test_every_code_and_note_that_is_used_is_defined_once() -> None:
    root, _ = written(sample_data())
    guids = [e.get("guid") for e in root.iter() if e.get("guid")]
    assert len(guids) == len(set(guids))
    for name, kind in (("CodeRef", "Code"), ("NoteRef", "Note")):
        used = {e.get("targetGUID") for e in root.iter(q(name))}
        assert used
        assert used <= {e.get("guid") for e in root.iter(q(kind))}


def test_two_exports_speak_of_the_same_codes() -> None:
    assert project(sample_data(), EXPORTED) == project(sample_data(), EXPORTED)


def with_guids(xml: bytes) -> etree._Element:
    """The project with real GUIDs in place of the short ids that tests give their rows."""
    root = etree.fromstring(xml)
    for element in root.iter():
        for name in ("guid", "targetGUID", "creatingUser"):
            if name in element.attrib:
                element.set(name, str(uuid.uuid5(uuid.NAMESPACE_OID, str(element.get(name)))))
    return root


def test_a_pdf_goes_along_and_its_passages_are_areas_of_its_pages(
    shared: Path, tmp_path: Path
) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(pdf_of([line(72, 700, "The dam failed at dawn.")]))
    words = "failed at dawn"
    text = read_here(path).text
    data, source = case_of(path, [TextRange(text.index(words), text.index(words) + len(words))])
    (document,) = data.documents
    (highlight,) = document.highlights
    boxed = replace(highlight, rectangles=[[1.0, 118.5, 82.0, 190.2, 95.0]])
    data = replace(data, documents=(replace(document, highlights=(boxed,)),))
    file = io.BytesIO()
    write_project(data, file, EXPORTED, {document.row.id: source.data})
    with zipfile.ZipFile(file) as archive:
        root = etree.fromstring(archive.read("project.qde"))
        schema = etree.XMLSchema(etree.parse(str(shared / "schemas/refi-qda/Project.xsd")))
        assert schema.validate(with_guids(archive.read("project.qde"))), schema.error_log
        (pdf,) = root.iter(f"{{{NAMESPACE}}}PDFSource")
        inside = str(pdf.get("path")).replace("internal://", "Sources/")
        assert archive.read(inside) == source.data
    (area,) = pdf.iter(f"{{{NAMESPACE}}}PDFSelection")
    place = ("page", "firstX", "firstY", "secondX", "secondY")
    assert [area.get(name) for name in place] == ["0", "118", "697", "191", "710"]
    (selected,) = pdf.iter(f"{{{NAMESPACE}}}PlainTextSelection")
    codes = [
        [ref.get("targetGUID") for ref in one.iter(f"{{{NAMESPACE}}}CodeRef")]
        for one in (area, selected)
    ]
    assert codes[0] == codes[1] != []
    target = tmp_path / "out.qdpx"
    target.write_bytes(file.getvalue())
    project_read = read_project(target)
    assert project_read.passed_over == {}
    assert [one.name for one in project_read.texts[0].selections] == ["C1"]
