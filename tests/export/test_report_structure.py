"""The report as a Word file: valid, complete, the same every time, and linked both ways."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import factories_report as make
import pytest
from docx_reading import W14, W15, Docx, W, validator

from verifier.errors import Cancelled, Invalid, Unreadable
from verifier.export.report import write_report
from verifier.export.settings import ALL_PARTS, Part, ReportSettings, settings_from_json
from verifier.queries.report import ReportData
from verifier.text.document import Block

TEXT = "The first claim stands here.\nHeading\nThe second, with an emoji 🛰 in it, is wrong."


def small_case() -> ReportData:
    shown = make.document(TEXT, blocks=(Block(29, 36, "heading", 1),))
    first = make.claim(
        1,
        "The first claim",
        highlights=(make.highlight(shown, 1, 0, 27),),
        citations=(make.citation(1), make.citation(2, source=2, stance="refutes", quote="")),
        comments=(
            make.comment(1, "Is it?", resolved_at=make.START),
            make.comment(2, "It is.", parent=1),
            make.comment(3, "Indeed.", parent=2),
            make.comment(4, "Archive it.\nToday."),
        ),
        status="published",
    )
    judged = make.assessment(
        2,
        "refuted",
        confidence="high",
        likelihood="likely",
        findings=["No satellite"],
        correction="It stood still.",
        gaps=["The launch log"],
    )
    earlier = make.assessment(3, "mixed", claim_id="c2", id="a0")
    second = make.claim(
        2,
        highlights=(make.highlight(shown, 2, 37, len(TEXT)),),
        history=(earlier, replace(judged, supersedes_id="a0")),
    )
    return make.data(
        [shown],
        [first, second],
        sources=[make.source(1), make.source(2, url="https://e.org/a b[c]", reliability="F")],
        items=[make.evidence(1), make.evidence(2)],
        case=make.case_row(notes=[{"kind": "trap", "text": "Wrong year", "how": "Read the URL"}]),
    )


def written(
    tmp_path: Path, data: ReportData | None = None, settings: ReportSettings | None = None
) -> Docx:
    target = tmp_path / "report.docx"
    write_report(data or small_case(), target, exported_at=make.EXPORTED, settings=settings)
    return Docx(target)


@pytest.mark.parametrize("parts", [ALL_PARTS, (Part.TEXT,), (Part.CARDS, Part.COVER), ()])
def test_a_report_is_valid_whatever_its_parts(
    tmp_path: Path, shared: Path, parts: tuple[Part, ...]
) -> None:
    check = validator(shared)
    if check is None:
        pytest.skip("the validator is not on this machine")
    written(tmp_path, settings=ReportSettings(parts=parts))
    assert check.validate(tmp_path / "report.docx") == []


def test_an_empty_case_is_a_valid_report(tmp_path: Path, shared: Path) -> None:
    written(tmp_path, make.data())
    check = validator(shared)
    assert check is None or check.validate(tmp_path / "report.docx") == []


def test_the_same_case_gives_the_same_bytes(tmp_path: Path) -> None:
    files = [tmp_path / "one.docx", tmp_path / "two.docx"]
    for file in files:
        write_report(small_case(), file, exported_at=make.EXPORTED)
    assert files[0].read_bytes() == files[1].read_bytes()


def test_only_the_time_of_export_differs_when_it_is_exported_later(tmp_path: Path) -> None:
    one = written(tmp_path)
    write_report(small_case(), tmp_path / "b", exported_at=make.EXPORTED + timedelta(minutes=5))
    two = Docx(tmp_path / "b")
    changed = {name for name in one.parts if one.parts[name] != two.parts[name]}
    assert changed == {"docProps/core.xml", "word/footer1.xml"}


def test_every_comment_has_its_marks_and_every_mark_its_comment(tmp_path: Path) -> None:
    report = written(tmp_path)
    comments = set(report.comments())
    assert len(comments) == 2 + 4
    for mark in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        found = [e.get(f"{W}id", "") for e in report.document.iter(f"{W}{mark}")]
        assert sorted(found) == sorted(comments)


def test_replies_hang_on_their_thread_and_resolved_threads_are_done(tmp_path: Path) -> None:
    report = written(tmp_path)
    last = {
        comment.findall(f"{W}p")[-1].get(f"{W14}paraId"): "".join(
            t.text or "" for t in comment.iter(f"{W}t")
        )
        for comment in report.comments().values()
    }
    threads = {
        last[row.get(f"{W15}paraId")]: (
            last.get(row.get(f"{W15}paraIdParent")),
            row.get(f"{W15}done"),
        )
        for row in report.tree("word/commentsExtended.xml")
    }
    assert threads["Is it?"] == (None, "1")
    assert threads["It is."] == ("Is it?", "1")
    assert threads["Indeed."] == ("Is it?", "1")
    assert threads["Archive it.Today."] == (None, "0")


def test_a_comment_names_its_author_and_both_times(tmp_path: Path) -> None:
    report = written(tmp_path)
    first = report.comments()["0"]
    assert first.get(f"{W}author") == "A. Novak"
    assert first.get(f"{W}initials") == "AN"
    assert first.get(f"{W}date") == "2022-01-18T11:00:00Z"
    assert b'dateUtc="2022-01-18T09:00:00Z"' in report.parts["word/commentsExtensible.xml"]


def test_confidence_and_likelihood_never_share_a_paragraph(tmp_path: Path) -> None:
    report = written(tmp_path)
    stories = [report.document, report.tree("word/comments.xml")]
    for paragraph in (p for story in stories for p in story.iter(f"{W}p")):
        words = "".join(t.text or "" for t in paragraph.iter(f"{W}t"))
        assert not ("Confidence:" in words and "Likelihood:" in words)


def test_tags_lead_to_cards_and_cards_lead_back(tmp_path: Path) -> None:
    report = written(tmp_path)
    names = {b.get(f"{W}name") for b in report.document.iter(f"{W}bookmarkStart")}
    jumps = {h.get(f"{W}anchor") for h in report.document.iter(f"{W}hyperlink")}
    assert {"claim_1", "passage_1", "source_2"} <= names & jumps


def test_tables_repeat_their_header_row(tmp_path: Path) -> None:
    report = written(tmp_path)
    heads = [row for row in report.document.iter(f"{W}tr") if "TableHead" in _styles(row)]
    assert len(heads) >= 6
    assert all(row.find(f"{W}trPr/{W}tblHeader") is not None for row in heads)


def _styles(row: object) -> set[str]:
    return {style.get(f"{W}val") for style in row.iter(f"{W}pStyle")}  # type: ignore[attr-defined]


def test_the_language_and_the_title_are_those_of_the_case(tmp_path: Path) -> None:
    data = replace(small_case(), case=make.case_row(language="uk", title="Звіт & більше"))
    report = written(tmp_path, data)
    assert b'<w:lang w:val="uk"' in report.parts["word/styles.xml"]
    assert "Звіт &amp; більше".encode() in report.parts["docProps/core.xml"]
    assert "Звіт &amp; більше".encode() in report.parts["word/header1.xml"]
    assert b"python-docx" not in b"".join(report.parts.values())


def test_right_to_left_text_is_set_right_to_left(tmp_path: Path) -> None:
    report = written(tmp_path, make.marked("שלום world\nLatin שלום", (0, 4)))
    bidi = [p.find(f"{W}pPr/{W}bidi") is not None for p in report.document.iter(f"{W}p")]
    assert bidi.count(True) >= 1
    first = next(p for p in report.document.iter(f"{W}p") if p.find(f"{W}pPr/{W}bidi") is not None)
    assert first.find(f"{W}r/{W}rPr/{W}rtl") is not None


def test_only_published_claims_and_their_sources_are_shown(tmp_path: Path) -> None:
    report = written(tmp_path, settings=ReportSettings(only_published=True))
    assert "[C1" in report.words()
    assert "[C2" not in report.words()


def test_claims_below_the_wanted_confidence_are_left_out(tmp_path: Path) -> None:
    report = written(tmp_path, settings=ReportSettings(minimum_confidence="high"))
    assert "[C1" not in report.words()
    assert "[C2" in report.words()


def test_parts_stand_in_the_order_of_the_settings(tmp_path: Path) -> None:
    settings = ReportSettings(parts=(Part.SOURCES, Part.CLAIMS))
    words = written(tmp_path, settings=settings).words()
    assert words.index("List of sources") < words.index("Claims at a glance")
    assert "Evidence cards" not in words


def test_settings_survive_being_kept_in_the_case() -> None:
    settings = ReportSettings(parts=(Part.TEXT, Part.AUDIT), minimum_confidence="high")
    assert settings_from_json(settings.to_json()) == settings
    assert settings_from_json({"from_the_future": 1}) == ReportSettings()
    with pytest.raises(Invalid, match="no part “index”"):
        settings_from_json({"parts": ["index"]})


def test_a_template_that_is_no_word_file_is_refused_in_words(tmp_path: Path) -> None:
    house = tmp_path / "house.docx"
    house.write_text("not a zip")
    with pytest.raises(Unreadable, match=r"house\.docx"):
        written(tmp_path, settings=ReportSettings(template=str(house)))


def test_stopping_leaves_no_file(tmp_path: Path) -> None:
    target = tmp_path / "report.docx"
    with pytest.raises(Cancelled):
        write_report(small_case(), target, exported_at=make.EXPORTED, cancelled=lambda: True)
    assert list(tmp_path.iterdir()) == []


def test_charts_tell_their_numbers_in_words_and_carry_their_data(tmp_path: Path) -> None:
    report = written(tmp_path)
    told = [e.get("descr", "") for e in report.document.iter() if str(e.tag).endswith("}docPr")]
    assert "Bar chart of claims by verdict: Supported 1;" in told[0]
    with zipfile.ZipFile(tmp_path / "report.docx") as archive:
        assert "word/embeddings/chart1.xlsx" in archive.namelist()


def test_contents_and_references_hold_page_numbers_that_grow(tmp_path: Path) -> None:
    many = make.marked(
        "\n".join(["A long line of words. " * 40] * 60), *[(n, n + 5) for n in range(0, 600, 10)]
    )
    report = written(tmp_path, many)
    entries = [p for p in report.document.iter(f"{W}p") if _styles(p) & {"TOC1", "TOC2"}]
    pages = [int([t.text or "" for t in p.iter(f"{W}t")][-1]) for p in entries]
    assert pages == sorted(pages)
    assert pages[0] == 4, "cover and two pages of contents come first"
    assert pages[-1] > 10


def test_the_settings_kept_in_the_case_count(tmp_path: Path) -> None:
    data = small_case()
    kept = replace(data, case=make.case_row(report_settings={"parts": ["sources"]}))
    assert "Claims at a glance" not in written(tmp_path, kept).words()


def test_threads_stand_in_the_card_where_no_comment_carries_them(tmp_path: Path) -> None:
    assert "Discussion" not in written(tmp_path).words()
    alone = written(tmp_path, settings=ReportSettings(parts=(Part.CARDS,))).words()
    assert "R. Haas: Is it? (settled)" in alone
    assert "R. Haas: Indeed." in alone


def test_paragraph_numbers_run_on_through_all_documents(tmp_path: Path) -> None:
    shown = [
        make.document("One.\nTwo.", number=1),
        make.document("Three.\n\nFour.", number=2, language="he"),
    ]
    claims = [
        make.claim(1, highlights=(make.highlight(shown[0], 1, 5, 9),)),
        make.claim(2, highlights=(make.highlight(shown[1], 2, 8, 13),)),
    ]
    report = written(tmp_path, make.data(shown, claims))
    text = report.words()
    assert "The reports with their claims marked" in text
    assert [word for word in ("¶2", "¶4") if word in text] == ["¶2", "¶4"]
    assert "¶3" not in text
    assert report.styles_used().count("TextPara") == 4
