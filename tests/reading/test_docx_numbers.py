"""Numbers that Word paints before paragraphs, in lists, tables and notes."""

from __future__ import annotations

import pytest
from test_docx_reading import W, package, reading, run

from verifier.reading.figures import written


def numbered(words: str, level: int = 0, number: int = 1, look: str = "") -> str:
    """A paragraph of a list."""
    place = f'<w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>'
    properties = f"<w:pPr><w:numPr>{place}</w:numPr>{look}</w:pPr>"
    return f"<w:p>{properties}{run(words) if words else ''}</w:p>"


def level(depth: int, pattern: str, more: str = "", style: str = "decimal") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>{more}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def listed(*levels: str, more: str = "") -> str:
    inside = "".join(levels)
    return (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">{inside}</w:abstractNum>{more}'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def numbers(body: str, numbering: str, styles: str = "") -> list[str]:
    document = reading(package(body, numbering=numbering, styles=styles))
    return [str(block.data.get("number", "")) for block in document.blocks]


@pytest.mark.parametrize(
    ("restart", "last"),
    [("", "1."), ('<w:lvlRestart w:val="0"/>', "3."), ('<w:lvlRestart w:val="1"/>', "1.")],
)
def test_articles_count_on_through_the_chapters_where_the_list_says_so(
    restart: str, last: str
) -> None:
    body = "".join(numbered("Words.", depth) for depth in (0, 1, 1, 0, 1))
    numbering = listed(level(0, "%1"), level(1, "%2.", restart))
    assert numbers(body, numbering) == ["1", "1.", "2.", "2", last]


def test_a_list_may_be_that_of_a_style() -> None:
    linked = '<w:numStyleLink w:val="House"/>'
    more = (
        f'<w:abstractNum w:abstractNumId="7">{level(0, "No. %1")}</w:abstractNum>'
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
    )
    styles = (
        f'<w:styles {W}><w:style w:type="numbering" w:styleId="House"><w:pPr><w:numPr>'
        '<w:numId w:val="2"/></w:numPr></w:pPr></w:style></w:styles>'
    )
    body = numbered("one") + numbered("two")
    assert numbers(body, listed(linked, more=more), styles) == ["No. 1", "No. 2"]


@pytest.mark.parametrize("change", ["del", "moveFrom"])
def test_an_item_that_a_tracked_change_takes_away_is_not_counted(change: str) -> None:
    look = f"<w:rPr><w:{change}/></w:rPr>"
    gone = numbered("gone", look=look).replace("<w:r>", f"<w:{change}><w:r>")
    gone = gone.replace("</w:r>", f"</w:r></w:{change}>").replace("w:t", "w:delText")
    assert numbers(numbered("one") + gone + numbered("two"), listed(level(0, "%1."))) == [
        "1.",
        "2.",
    ]


def bullet(depth: int, sign: str, font: str = "") -> str:
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>' if font else ""
    pattern = level(depth, sign, style="bullet")
    return pattern.replace("</w:lvl>", f"{fonts}</w:lvl>")


def test_bullets_are_the_signs_of_their_levels() -> None:
    signs = [
        bullet(0, "\uf0b7", "Symbol"), bullet(1, "o", "Courier New"),
        bullet(2, "\uf0a7", "Wingdings"), bullet(3, "–"), bullet(4, "\u00d8", "Wingdings"),
        bullet(5, "\uf0fc", "Wingdings"), bullet(6, "\uf055", "Nobody's Font"), bullet(7, ""),
        bullet(8, "").replace("<w:lvlText", '<w:lvlPicBulletId w:val="0"/><w:lvlText'),
    ]  # fmt: skip
    body = "".join(numbered("Words.", depth) for depth in range(9))
    assert numbers(body, listed(*signs)) == ["•", "o", "▪", "–", "➢", "✓", "•", "", "•"]


def test_what_follows_a_deleted_heading_is_no_heading() -> None:
    gone = (
        "<w:p><w:pPr><w:outlineLvl w:val='0'/><w:rPr><w:del/></w:rPr></w:pPr>"
        "<w:del><w:r><w:delText>Old title</w:delText></w:r></w:del></w:p>"
    )
    document = reading(package(f"{gone}<w:p>{run('Plain words.')}</w:p>"))
    assert [(block.kind, document.text) for block in document.blocks] == [
        ("paragraph", "Plain words.\n")
    ]


def test_cells_have_their_numbers_and_so_has_what_follows_the_table() -> None:
    rows = "".join(
        f"<w:tr><w:tc>{numbered(words)}</w:tc><w:tc><w:p>{run(town)}</w:p></w:tc></w:tr>"
        for words, town in (("", "Kyiv"), ("own words", "Lviv"))
    )
    body = f"<w:tbl>{rows}</w:tbl>{numbered('after')}"
    document = reading(package(body, numbering=listed(level(0, "%1."))))
    assert document.text == "Kyiv\nown words\nLviv\nafter\n"
    found = [
        (document.text[one.start : one.stop], one.data.get("number")) for one in document.blocks
    ]
    assert found == [
        ("", "1."),
        ("Kyiv", None),
        ("own words", "2."),
        ("Lviv", None),
        ("after", "3."),
    ]


def test_a_list_in_a_cell_has_a_number_for_each_item() -> None:
    inside = f"<w:p>{run('Duties:')}</w:p>{numbered('one')}{numbered('two')}<w:p>{run('end')}</w:p>"
    body = f"<w:tbl><w:tr><w:tc>{inside}</w:tc></w:tr></w:tbl>"
    document = reading(package(body, numbering=listed(level(0, "%1)"))))
    assert document.text == "Duties:\none\ntwo\nend\n"
    assert [one.data.get("number") for one in document.blocks] == [None, "1)", "2)", None]
    assert {(one.data["row"], one.data["col"]) for one in document.blocks} == {(0, 0)}


def test_cells_of_a_row_that_begins_later_stand_in_their_columns() -> None:
    later = '<w:trPr><w:gridBefore w:val="2"/></w:trPr>'
    body = f"<w:tbl><w:tr>{later}<w:tc><w:p>{run('third')}</w:p></w:tc></w:tr></w:tbl>"
    (cell,) = reading(package(body)).blocks
    assert cell.data["col"] == 2


def test_a_mark_that_the_author_typed_is_not_counted() -> None:
    own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>'
    usual = '<w:r><w:footnoteReference w:id="3"/></w:r>'
    notes = "".join(
        f'<w:footnote w:id="{key}"><w:p>{run("note")}</w:p></w:footnote>' for key in (2, 3)
    )
    document = reading(package(f"<w:p>{run('One')}{own}{usual}</w:p>", notes))
    marks = [one.data["mark"] for one in document.blocks if one.kind == "footnote"]
    assert marks == ["", "1"]


@pytest.mark.parametrize(
    ("said", "marks"),
    [('<w:numStart w:val="5"/>', ["5", "6"]), ('<w:numRestart w:val="eachSect"/>', ["1", "1"])],
)
def test_notes_begin_where_the_document_says(said: str, marks: list[str]) -> None:
    def mark(key: int) -> str:
        return f'<w:r><w:footnoteReference w:id="{key}"/></w:r>'

    ends = f"<w:sectPr><w:footnotePr>{said}</w:footnotePr></w:sectPr>"
    body = (
        f"<w:p><w:pPr>{ends}</w:pPr>{run('One')}{mark(2)}</w:p><w:p>{run('two')}{mark(3)}</w:p>"
        f"{ends}"
    )
    notes = "".join(
        f'<w:footnote w:id="{key}"><w:p>{run("note")}</w:p></w:footnote>' for key in (2, 3)
    )
    found = [one.data.get("mark") for one in reading(package(body, notes)).blocks]
    assert found == [None, None, *marks]


@pytest.mark.parametrize(
    ("value", "style", "figures"),
    [
        (4, "russianLower", "г"),
        (30, "russianUpper", "АА"),
        (28, "lowerLetter", "bb"),
        (1999, "upperRoman", "MCMXCIX"),
        (3, "decimalEnclosedCircle", "③"),
        (21, "decimalEnclosedCircle", "21"),
        (23, "chineseCounting", "二十三"),
        (15, "hebrew1", "טו"),
        (112, "ordinal", "112th"),
        (2, "ordinal", "2nd"),
        (7, "decimalZero", "07"),
        (7, "unheardOf", "7"),
    ],
)
def test_numbers_are_written_as_the_list_asks(value: int, style: str, figures: str) -> None:
    assert written(value, style) == figures
