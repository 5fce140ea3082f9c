"""Word documents read as they look with all changes accepted."""

from __future__ import annotations

import io
import tempfile
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from verifier.reading.document import ReadDocument
from verifier.reading.docx_charts import title_of
from verifier.reading.here import read_here

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def reading(data: bytes) -> ReadDocument:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.docx"
        path.write_bytes(data)
        return read_here(path)


NOTES = ("footnote", "endnote")


def package(body: str, footnotes: str = "", endnotes: str = "", **more: str) -> bytes:
    """A Word file of this body; relation r1 is a web address. More parts go by their names."""
    relations = (
        f'<Relationship Id="r1" Type="{OFFICE}/hyperlink" Target="https://example.org/a" '
        f'TargetMode="External"/><Relationship Id="r2" Type="{OFFICE}/footnotes" '
        'Target="footnotes.xml"/><Relationship Id="r3" Type="'
        f'{OFFICE}/image" Target="media/map.png"/>'
        f'<Relationship Id="r4" Type="{OFFICE}/endnotes" Target="endnotes.xml"/>'
    ) + "".join(
        f'<Relationship Id="m{kind}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>'
        for kind, part in more.items()
        if part and "/" not in kind
    )
    parts = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships><Relationship Id="a" Type="{OFFICE}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {W} {R}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f"<Relationships>{relations}</Relationships>",
        "word/footnotes.xml": f"<w:footnotes {W}>{footnotes}</w:footnotes>",
        "word/endnotes.xml": f"<w:endnotes {W}>{endnotes}</w:endnotes>",
        **{f"word/{kind}.xml": part for kind, part in more.items() if part and "/" not in kind},
        **{name: part for name, part in more.items() if "/" in name},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def run(text: str, properties: str = "") -> str:
    made = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{made}<w:t xml:space="preserve">{text}</w:t></w:r>'


def styled(document: ReadDocument) -> list[tuple[str, str, str]]:
    return [(one.kind, document.text[one.start : one.stop], one.target) for one in document.spans]


def test_paragraphs_headings_lists_and_tables_stand_in_document_order() -> None:
    made = docx.Document()
    made.core_properties.title = "Who did it"
    made.add_heading("Findings", 2)
    made.add_paragraph("First words.")
    made.add_paragraph("An item", style="List Bullet")
    table = made.add_table(2, 2)
    for n, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"cell {n}"
    table.cell(0, 0).add_paragraph("more")
    made.add_paragraph("Last words.")
    out = io.BytesIO()
    made.save(out)
    document = reading(out.getvalue())
    assert document.text == (
        "Findings\nFirst words.\nAn item\ncell 0\nmore\ncell 1\ncell 2\ncell 3\nLast words.\n"
    )
    kinds = [(block.kind, block.level) for block in document.blocks]
    assert kinds[:3] == [("heading", 2), ("paragraph", 0), ("list-item", 1)]
    assert document.blocks[4].data == {"table": 1, "row": 0, "col": 1}
    assert document.properties["title"] == "Who did it"


def test_tracked_changes_read_as_accepted() -> None:
    deleted_mark = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    body = (
        f"<w:p>{run('kept ')}<w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
        f"<w:ins>{run('new')}</w:ins></w:p>"
        f"<w:p>{deleted_mark}{run('joined ')}</w:p><w:p>{run('paragraphs')}</w:p>"
    )
    assert reading(package(body)).text == "kept new\njoined paragraphs\n"


def test_notes_follow_in_the_order_of_their_marks_and_say_where_they_stand() -> None:
    def mark(n: int) -> str:
        return f'<w:r><w:footnoteReference w:id="{n}"/></w:r>'

    def note(n: int, text: str) -> str:
        return f'<w:footnote w:id="{n}"><w:p>{run(text)}</w:p></w:footnote>'

    body = f"<w:p>{run('One')}{mark(7)}{run(' two')}{mark(3)}</w:p><w:p>{run('end')}</w:p>"
    document = reading(package(body, note(3, "third") + note(7, "seventh")))
    assert document.text == "One two\nend\nseventh\nthird\n"
    notes = [block.data for block in document.blocks if block.kind == "footnote"]
    assert [(data["mark"], data["at"]) for data in notes] == [("1", 3), ("2", 7)]


@pytest.mark.parametrize("gap", [run(" "), run("\u00a0 "), "<w:r><w:tab/></w:r>", ""])
def test_a_note_begins_with_its_first_word(gap: str) -> None:
    body = f"<w:p>{run('One')}<w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
    words = run("  said in the note, ") + run(" twice")
    own = "<w:r><w:footnoteRef/></w:r>"
    note = f'<w:footnote w:id="2"><w:p>{own}{gap}{words}</w:p></w:footnote>'
    document = reading(package(body, note))
    assert document.text == "One\nsaid in the note,  twice\n"


@pytest.mark.parametrize(
    ("said", "marks"),
    [
        ("", ["1", "i"]),
        ('<w:endnotePr><w:numFmt w:val="upperRoman"/></w:endnotePr>', ["1", "I"]),
        ('<w:footnotePr><w:numFmt w:val="lowerLetter"/></w:footnotePr>', ["a", "i"]),
    ],
)
def test_marks_of_notes_are_those_that_word_shows(said: str, marks: list[str]) -> None:
    references = "".join(f'<w:r><w:{kind}Reference w:id="2"/></w:r>' for kind in NOTES)
    body = f"<w:p>{run('One')}{references}</w:p><w:sectPr>{said}</w:sectPr>"
    note = f'<w:footnote w:id="2"><w:p>{run("note")}</w:p></w:footnote>'
    document = reading(package(body, note, note.replace("footnote", "endnote")))
    found = [block.data for block in document.blocks if block.kind == "footnote"]
    assert [data["mark"] for data in found] == marks


def test_styles_links_fields_and_hidden_text() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText>HYPERLINK "https://example.org/f"</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run("field")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    off = '<w:b w:val="0"/>'
    body = (
        f"<w:p>{run('bold', '<w:b/>')}{run(' plain ', off)}"
        f'<w:hyperlink r:id="r1">{run("link")}</w:hyperlink> {field}'
        f"{run('secret', '<w:vanish/>')}<w:r><w:tab/><w:noBreakHyphen/></w:r></w:p>"
    )
    document = reading(package(body))
    assert document.text == "bold plain linkfield\t\u2011\n"
    assert styled(document) == [
        ("bold", "bold", ""),
        ("link", "link", "https://example.org/a"),
        ("link", "field", "https://example.org/f"),
    ]


def test_content_controls_text_boxes_and_pictures_are_found_once() -> None:
    box = f"<w:txbxContent><w:p>{run('boxed')}</w:p></w:txbxContent>"
    drawing = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-'
        f'compatibility/2006"><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    picture = '<w:r><w:drawing><a:blip xmlns:a="urn:a" r:embed="r3"/></w:drawing></w:r>'
    body = (
        f"<w:sdt><w:sdtContent><w:p>{run('controlled')}{drawing}</w:p></w:sdtContent></w:sdt>"
        f"<w:p>{run('after')}{picture}</w:p>"
    )
    document = reading(package(body))
    assert document.text == "controlled\nboxed\nafter\n"
    pictures = [block for block in document.blocks if block.kind == "picture"]
    assert [block.data["part"] for block in pictures] == ["word/media/map.png"]


words = st.text(
    st.characters(
        exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp"), exclude_characters="\ufffe\uffff"
    ),
    min_size=1,
)


@settings(max_examples=settings().max_examples // 3)
@given(st.lists(words, min_size=1, max_size=8))
def test_the_text_of_any_paragraphs_comes_back(paragraphs: list[str]) -> None:
    made = docx.Document()
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    out = io.BytesIO()
    made.save(out)
    document = reading(out.getvalue())
    assert document.text == "".join(f"{paragraph}\n" for paragraph in paragraphs)
    assert [document.text[b.start : b.stop] for b in document.blocks] == paragraphs


LEVELS = "".join(
    f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>'
    f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    for level, start, kind, pattern in (
        (0, 1, "decimal", "%1."), (1, 1, "lowerLetter", "%1.%2)"), (2, 3, "upperRoman", "(%3)"),
    )
)  # fmt: skip
NUMBERING = (
    f'<w:numbering {W}><w:abstractNum w:abstractNumId="7">{LEVELS}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="5"/></w:lvlOverride></w:num></w:numbering>'
)


def item(text: str, level: int, number: int = 1) -> str:
    return (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        f"</w:pPr>{run(text)}</w:p>"
    )


def with_numbering(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            if name.endswith("document.xml.rels"):
                more = f'<Relationship Id="r9" Type="{OFFICE}/numbering" Target="numbering.xml"/>'
                text = text.replace("</Relationships>", f"{more}</Relationships>")
            new.writestr(name, text)
        new.writestr("word/numbering.xml", NUMBERING)
    return out.getvalue()


def test_numbers_of_lists_are_counted_and_are_no_text() -> None:
    body = "".join(
        (item("one", 0), item("sub", 1), item("sub", 1), item("deep", 2), item("two", 0),
         item("sub", 1), f"<w:p>{run('between')}</w:p>", item("five", 0, 2), item("six", 0, 2),
         item("none", 0, 0))
    )  # fmt: skip
    document = reading(with_numbering(package(body)))
    labels = [block.data.get("number") for block in document.blocks]
    assert labels == ["1.", "1.a)", "1.b)", "(III)", "2.", "2.a)", None, "5.", "6.", None]
    assert document.text.startswith("one\nsub\nsub\n")


def test_bullets_and_numbers_of_common_styles() -> None:
    made = docx.Document()
    for style in ("List Bullet", "List Number", "List Number"):
        made.add_paragraph("item", style=style)
    out = io.BytesIO()
    made.save(out)
    found = reading(out.getvalue()).blocks
    assert [block.data["number"] for block in found] == ["•", "1.", "2."]


def test_words_with_their_pronunciation_above_are_read_without_it() -> None:
    base = f"<w:rubyBase>{run('漢')}</w:rubyBase>"
    ruby = f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('かん')}</w:rt>{base}</w:ruby></w:r>"
    assert reading(package(f"<w:p>{ruby}{run('字')}</w:p>")).text == "漢字\n"


def test_a_chart_that_cannot_be_shown_is_told_at_its_place() -> None:
    extent = '<wp:extent xmlns:wp="wp" cx="2540000" cy="1270000"/>'
    data = '<a:graphicData xmlns:a="a" uri="http://x/2006/chart"/>'
    words = '<wp:docPr xmlns:wp="wp" descr="Prices by year"/>'
    drawing = f"<w:r><w:drawing>{extent}{words}{data}</w:drawing></w:r>"
    document = reading(package(f"<w:p>{run('See')}{drawing}{run(' below')}</w:p>"))
    assert [notice.code for notice in document.notices] == ["not-shown"]
    assert document.notices[0].text.startswith("A chart or diagram is not shown")
    (place,) = [block for block in document.blocks if block.kind == "chart"]
    assert (place.start, place.stop) == (3, 3)
    size = {"width": 200.0, "height": 100.0}
    assert place.data == {"drawn": "chart", "alt": "Prices by year", **size}


def test_a_chart_is_told_with_the_title_that_it_draws() -> None:
    part = (
        '<c:chartSpace xmlns:c="c" xmlns:a="a"><c:chart><c:title><c:tx><c:rich><a:p><a:r>'
        "<a:t>Prices </a:t></a:r><a:r><a:t>doubled</a:t></a:r></a:p></c:rich></c:tx></c:title>"
        "</c:chart></c:chartSpace>"
    )
    assert title_of(etree.fromstring(part)) == "Prices doubled"
    assert title_of(etree.fromstring(part.replace("c:title>", "c:name>"))) == ""


def test_signs_of_symbol_fonts_are_the_characters_they_look_like() -> None:
    arrow = '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>'
    unknown = '<w:r><w:sym w:font="Webdings" w:char="F0E0"/></w:r>'
    greek = run("\uf061 or \uf0b1", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>')
    private = run("\uf061", '<w:rFonts w:ascii="Own"/>')
    document = reading(package(f"<w:p>{arrow}{unknown}{greek}{private}</w:p>"))
    assert document.text == "→\uf0e0α or ±\uf061\n"


def test_a_fraction_is_read_with_its_bar() -> None:
    math = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    over, under = (f"<m:{one}><m:r><m:t>{one[0]}</m:t></m:r></m:{one}>" for one in ("num", "den"))
    formula = f"<m:oMath {math}><m:f>{over}{under}</m:f></m:oMath>"
    assert reading(package(f"<w:p>{run('x = ')}{formula}{run('.')}</w:p>")).text == "x = n/d.\n"
