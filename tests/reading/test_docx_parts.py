"""What stands in other parts of a Word file than its body."""

from __future__ import annotations

import io

from test_docx_reading import OFFICE, R, W, package, reading, run, styled

from verifier.reading.document import ReadDocument
from verifier.reading.docx import locate_docx
from verifier.reading.limits import Limits


def section(*references: str, more: str = "") -> str:
    return f"<w:sectPr>{''.join(references)}{more}</w:sectPr>"


def reference(kind: str, page: str = "default") -> str:
    return f'<w:{kind}Reference w:type="{page}" r:id="m{kind}"/>'


def head(words: str) -> str:
    return f"<w:hdr {W}><w:p>{run(words)}</w:p></w:hdr>"


def kinds(document: ReadDocument) -> list[tuple[str, str]]:
    return [(one.kind, document.text[one.start : one.stop]) for one in document.blocks]


BODY = f"<w:p>{run('Words.')}</w:p>"


def test_running_heads_and_feet_stand_last_and_once() -> None:
    both = section(reference("header"), reference("footer"))
    sections = f"<w:p><w:pPr>{both}</w:pPr>{run('One.')}</w:p>{BODY}{both}"
    found = reading(package(sections, header=head("Press office"), footer=head("No. 12/345")))
    assert kinds(found)[2:] == [("header", "Press office"), ("footer", "No. 12/345")]


def test_heads_that_word_does_not_show_are_not_read() -> None:
    first, even = reference("header", "first"), reference("footer", "even")
    parts = {"header": head("First page"), "footer": head("Even page")}
    assert reading(package(BODY + section(first, even), **parts)).text == "Words.\n"
    settings = f"<w:settings {W}><w:evenAndOddHeaders/></w:settings>"
    body = BODY + section(first, even, more="<w:titlePg/>")
    shown = reading(package(body, **parts, settings=settings))
    assert shown.text == "Words.\nFirst page\nEven page\n"


def test_the_number_of_the_page_alone_is_no_foot() -> None:
    number = f'<w:fldSimple w:instr="PAGE">{run("7")}</w:fldSimple>'
    alone = f"<w:ftr {W}><w:p>{number}</w:p></w:ftr>"
    beside = f"<w:ftr {W}><w:p>{run('Statutes')}</w:p><w:p>{number}</w:p></w:ftr>"
    body = BODY + section(reference("footer"))
    assert reading(package(body, footer=alone)).text == "Words.\n"
    assert reading(package(body, footer=beside)).text == "Words.\nStatutes\n"


def test_a_link_in_a_note_leads_where_the_note_says() -> None:
    link = '<w:hyperlink r:id="r1">' + run("source") + "</w:hyperlink>"
    note = f'<w:footnote w:id="2" {R}><w:p>{link}</w:p></w:footnote>'
    relations = (
        f'<Relationships><Relationship Id="r1" Type="{OFFICE}/hyperlink" '
        'Target="https://example.org/source" TargetMode="External"/></Relationships>'
    )
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = f"<w:p>{run('Words.')}{mark}</w:p>"
    parts = {"word/_rels/footnotes.xml.rels": relations}
    found = reading(package(body, note, **parts))
    assert styled(found) == [("link", "source", "https://example.org/source")]


def test_the_words_of_a_diagram_stand_below_it() -> None:
    a = "http://schemas.openxmlformats.org/drawingml/2006/main"
    dgm = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
    points = "".join(
        f'<d:pt type="{kind}"><d:t><a:p><a:r><a:t>{words}</a:t></a:r></a:p></d:t></d:pt>'
        for kind, words in (("node", "Hearing"), ("pres", "no words"), ("node", "Vote 2024"))
    )
    diagram = (
        f'<d:dataModel xmlns:d="{dgm}" xmlns:a="{a}"><d:ptLst>{points}</d:ptLst></d:dataModel>'
    )
    drawing = (
        f'<w:drawing><a:graphic xmlns:a="{a}"><a:graphicData uri="{dgm}">'
        f'<d:relIds xmlns:d="{dgm}" r:dm="mdiagramData"/></a:graphicData></a:graphic></w:drawing>'
    )
    body = f"<w:p>{run('Steps:')}<w:r>{drawing}</w:r></w:p>{BODY}"
    file = package(body, diagramData=diagram)
    assert reading(file).text == "Steps:\nHearing\nVote 2024\nWords.\n"
    located = locate_docx(io.BytesIO(file), "report.docx", Limits())
    told = [(located.text[one.start : one.stop], one.where) for one in located.pieces]
    assert told == [
        ("Steps:", ""),
        ("Hearing", "diagram"),
        ("Vote 2024", "diagram"),
        ("Words.", ""),
    ]
    assert all(one.note.tag.endswith("}drawing") for one in located.pieces if one.where)


def test_files_that_the_document_takes_in_are_told() -> None:
    document = reading(package(BODY + '<w:altChunk r:id="r9"/>'))
    assert "import it again" in document.notices[0].text
