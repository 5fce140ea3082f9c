"""Captions and what refers to them are fields that hold their words already."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from docx_reading import Docx, W
from sample_case import EXPORTED, sample_data

from verifier.export.report import write_report
from verifier.export.settings import ReportSettings


@pytest.mark.parametrize("language", ["en", "uk"])
def test_a_reference_says_what_its_caption_says(tmp_path: Path, language: str) -> None:
    target = tmp_path / "report.docx"
    settings = ReportSettings(language=language)
    write_report(sample_data(), target, exported_at=EXPORTED, settings=settings)
    captions: dict[str, str] = {}
    references: list[tuple[str, str]] = []
    for paragraph in Docx(target).document.iter(f"{W}p"):
        captions.update(_captions(paragraph))
        references += _references(paragraph)
    assert len(references) == 5
    assert [captions[name] for name, _ in references] == [said for _, said in references]


def test_every_field_has_its_result_already(tmp_path: Path) -> None:
    target = tmp_path / "report.docx"
    write_report(sample_data(), target, exported_at=EXPORTED)
    read = Docx(target)
    assert b"updateFields" not in read.parts["word/settings.xml"]
    for paragraph in read.document.iter(f"{W}p"):
        for instruction, result in _fields(paragraph):
            assert result or instruction.startswith("TOC"), instruction


@dataclass
class _Field:
    instruction: str = ""
    result: str = ""
    has_result: bool = False


def _captions(paragraph: object) -> dict[str, str]:
    """The words inside each caption's bookmark."""
    found: dict[str, str] = {}
    name = ""
    for element in paragraph.iter():  # type: ignore[attr-defined]
        if element.tag == f"{W}bookmarkStart" and str(element.get(f"{W}name")).startswith("_Ref_"):
            name = str(element.get(f"{W}name"))
            found[name] = ""
        elif element.tag == f"{W}bookmarkEnd":
            name = ""
        elif element.tag == f"{W}t" and name:
            found[name] += element.text or ""
    return found


def _references(paragraph: object) -> list[tuple[str, str]]:
    return [
        (found[1], result)
        for instruction, result in _fields(paragraph)
        if (found := re.match(r"REF (\w+)", instruction))
    ]


def _fields(paragraph: object) -> list[tuple[str, str]]:
    """Instruction and result of every field that begins and ends in a paragraph."""
    done: list[tuple[str, str]] = []
    waiting: list[_Field] = []
    for element in paragraph.iter():  # type: ignore[attr-defined]
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            waiting.append(_Field())
        elif kind == "separate" and waiting:
            waiting[-1].has_result = True
        elif kind == "end" and waiting:
            ended = waiting.pop()
            done.append((ended.instruction.strip(), ended.result))
        elif element.tag == f"{W}instrText" and waiting:
            waiting[-1].instruction += element.text or ""
        elif element.tag == f"{W}t" and waiting and waiting[-1].has_result:
            waiting[-1].result += element.text or ""
    return done
