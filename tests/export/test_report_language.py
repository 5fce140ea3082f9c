"""The report in another language: every word of it, and what the file says of itself."""

from __future__ import annotations

import re
import zipfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import factories_report as make
import pytest
from docx_reading import Docx, W, validator
from report_texts import texts
from sample_case import sample_data

from verifier.export.html_page import html_page
from verifier.export.report import build_report
from verifier.export.settings import ReportSettings
from verifier.export.wording import count, day, listed, moment
from verifier.export.words import NAMES, language_of, noun, speaking, table
from verifier.queries.report import ReportData

OTHERS = sorted(set(NAMES) - {"en"})


def written(data: ReportData, language: str) -> zipfile.ZipFile:
    file = BytesIO()
    settings = ReportSettings(language=language)
    build_report(data, exported_at=make.EXPORTED, settings=settings).save(file)
    return zipfile.ZipFile(file)


@pytest.mark.parametrize("language", OTHERS)
def test_a_table_holds_every_text_and_nothing_else(language: str) -> None:
    assert set(table(language).texts) == texts()


@pytest.mark.parametrize("language", OTHERS)
def test_a_text_keeps_the_places_of_its_values(language: str) -> None:
    for english, other in table(language).texts.items():
        places = sorted(re.findall(r"\{\w*\}", english))
        assert sorted(re.findall(r"\{\w*\}", other)) == places, english
        assert english[:1].isspace() <= other[:1].isspace() or other[:1] in ",", english


def test_nouns_dates_and_lists_follow_the_language() -> None:
    with speaking("uk"):
        assert [noun(n, "source") for n in (1, 3, 5, 11, 21, 93)] == [
            *("джерело", "джерела", "джерел", "джерел", "джерело", "джерела"),
        ]
        assert count(2643, "character") == "2\xa0643 символи"
        assert day("2022-01-18") == "18 січня 2022"
        assert day("2022-01") == "січень 2022"
        assert moment(datetime(2022, 1, 18, tzinfo=UTC)) == "18 січня 2022"
        assert listed(["А", "Б", "В"]) == "А, Б та В"
    assert count(3, "claim") == "three claims"


def test_the_language_is_the_chosen_one_else_the_cases_else_english() -> None:
    assert language_of("uk", "en") == "uk"
    assert language_of("", "uk-UA") == "uk"
    assert language_of("", "de") == "en"


def test_a_ukrainian_report_says_so_and_has_no_english_label(shared: Path, tmp_path: Path) -> None:
    package = written(sample_data(), "uk")
    target = tmp_path / "report.docx"
    target.write_bytes(_bytes(package))
    check = validator(shared)
    assert check is None or check.validate(target) == []
    styles = package.read("word/styles.xml").decode()
    assert 'w:lang w:val="uk"' in styles
    assert "<dc:language>uk</dc:language>" in package.read("docProps/core.xml").decode()
    assert "Додаток %1" in package.read("word/numbering.xml").decode()
    footers = "".join(
        package.read(name).decode() for name in package.namelist() if "/footer" in name
    )
    assert "Сторінка " in footers
    said = {
        "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
        for paragraph in Docx(BytesIO(_bytes(package))).document.iter(f"{W}p")
    }
    english = {text for text in texts() if len(text) > 12 and "{" not in text}
    assert said & english == set()
    assert "Підсумок перевірки" in said


def test_english_stays_as_it_was_beside_it() -> None:
    before = written(sample_data(), "en").read("word/document.xml")
    written(sample_data(), "uk")
    assert written(sample_data(), "en").read("word/document.xml") == before


def _bytes(package: zipfile.ZipFile) -> bytes:
    file = package.fp
    assert isinstance(file, BytesIO)
    return file.getvalue()


def test_the_page_speaks_the_language_too() -> None:
    page = html_page(sample_data(), make.EXPORTED, "uk").decode()
    assert '<html lang="uk">' in page
    assert "Твердження одним поглядом" in page
    text = set(re.findall(r">([^<>]{12,})<", page))
    assert text & {words for words in texts() if len(words) > 12 and "{" not in words} == set()
