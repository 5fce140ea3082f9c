"""REFI-QDA out: valid, and every selection is the passage."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from sample_case import EXPORTED, sample_data

from verifier.export.qdpx import NAMESPACE, project, write_project
from verifier.queries.report import ReportData


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
