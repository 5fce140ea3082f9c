"""The Word file itself, marked: same text, same other parts, marks on the very words."""

from __future__ import annotations

import io
import os
import random
import re
import subprocess
import zipfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.text import WD_COLOR_INDEX
from docx_reading import W14, W15, W, validator
from factories_report import EXPORTED
from lxml import etree
from originals import case_of

from verifier.errors import Unreadable
from verifier.exchange.taking_back import _RATING
from verifier.export import libreoffice
from verifier.export.original_docx import STRICT, annotate_docx, nearest_colour
from verifier.reading.docx import locate_docx, read_docx
from verifier.reading.here import read_here
from verifier.reading.limits import Limits
from verifier.text.ranges import TextRange

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("VERIFIER_SHARED") or ROOT.parent / "shared")
CORPUS = sorted((SHARED / "corpus" / "docx").rglob("*.do[ct][xm]"))
MAY_CHANGE = re.compile(
    r"word/(document\d*|comments\w*|people\d*|(foot|end)notes\d*|(head|foot)er\d*)\.xml|"
    r"word/_rels/document\d*\.xml\.rels|\[Content_Types\]\.xml"
)
MARKS = ("commentRangeStart", "commentRangeEnd")


def annotated(path: Path, ranges: Sequence[TextRange], *, talk: bool = False) -> bytes:
    data, original = case_of(path, ranges, talk=talk)
    file = io.BytesIO()
    annotate_docx(data, original, EXPORTED, file)
    return file.getvalue()


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def text_of(content: bytes, tmp_path: Path) -> str:
    path = tmp_path / "read.docx"
    path.write_bytes(content)
    return read_docx(path, path.name, Limits()).text


def words_in_ranges(root: Any) -> dict[str, str]:
    """The words between the marks of each comment, without what is deleted or said twice."""
    found: dict[str, list[str]] = defaultdict(list)
    opened: set[str] = set()
    for element in root.iter(etree.Element):
        name = etree.QName(element).localname
        if name == "commentRangeStart":
            opened.add(element.get(f"{W}id"))
        elif name == "commentRangeEnd":
            opened.discard(element.get(f"{W}id"))
        elif name == "t" and not any(
            etree.QName(above).localname in ("Fallback", "txbxContent", "moveFrom", "del")
            for above in element.iterancestors()
        ):
            for number in opened:
                found[number].append(element.text or "")
    return {number: "".join(words) for number, words in found.items()}


def own_comments(content: bytes) -> dict[str, str]:
    """Comments of the checkers by number, with their words."""
    root = etree.fromstring(parts(content)["word/comments.xml"])
    return {
        c.get(f"{W}id", ""): "\n".join("".join(map(str, p.itertext())) for p in c.iter(f"{W}p"))
        for c in root
        if c.get(f"{W}author") in ("A. Novak", "R. Haas")
    }


def squeezed(words: str) -> str:
    """Without white space, and what no `t` says: other hyphens, and the tick boxes of forms."""
    return re.sub(r"\s|[\u2011\u00ad☐☒]", "", words)


def passages_of(text: str, seed: str, count: int = 8) -> list[TextRange]:
    """Passages anywhere in a text, long and short, across paragraphs, overlapping."""
    chance = random.Random(seed)
    found = []
    for _ in range(count if text.strip() else 0):
        start = chance.randrange(len(text))
        where = TextRange(start, min(len(text), start + chance.choice((1, 7, 40, 200))))
        if where.of(text).strip():
            found.append(where)
    return found


def made(tmp_path: Path, *paragraphs: str) -> Path:
    """A Word file of plain paragraphs."""
    document = docx.Document()
    for words in paragraphs:
        document.add_paragraph(words)
    path = tmp_path / "made.docx"
    document.save(str(path))
    return path


def range_of(path: Path, words: str) -> TextRange:
    start = read_here(path).text.index(words)
    return TextRange(start, start + len(words))


def text_and_passages(path: Path) -> tuple[str, list[TextRange]]:
    """What is read in a real file, and passages in it; skips what has none."""
    try:
        read = read_here(path)
    except Unreadable:
        pytest.skip("refused by the reader")
    passages = passages_of(read.text, path.name)
    if not passages:
        pytest.skip("no text")
    return read.text, passages


readable = pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)


@readable
def test_a_real_file_keeps_its_text_and_its_other_parts(path: Path, tmp_path: Path) -> None:
    text, passages = text_and_passages(path)
    content = annotated(path, passages, talk=True)
    assert text_of(content, tmp_path) == text
    before, after = parts(path.read_bytes()), parts(content)
    for name, data in before.items():
        assert after[name] == data or MAY_CHANGE.fullmatch(name), name
    assert all(MAY_CHANGE.fullmatch(name) for name in after.keys() - before.keys())


@readable
def test_a_comment_in_a_real_file_stands_on_the_very_words(path: Path) -> None:
    text, passages = text_and_passages(path)
    content = annotated(path, passages)
    found = words_in_ranges(etree.fromstring(parts(content)["word/document.xml"]))
    said = own_comments(content)
    for number, words in said.items():
        if words.startswith("On the words"):
            continue
        claim = int(re.match(r"C(\d+):", words)[1])  # type: ignore[index]
        # A passage that runs into another flow is held to the first.
        assert squeezed(passages[claim - 1].of(text)).startswith(squeezed(found[number]))
        assert found[number] or not squeezed(passages[claim - 1].of(text))


@readable
def test_a_real_file_is_as_valid_as_before(path: Path, tmp_path: Path, shared: Path) -> None:
    check = validator(shared)
    if check is None:
        pytest.skip("the validator is not on this machine")
    _, passages = text_and_passages(path)
    target = tmp_path / "out.docx"
    target.write_bytes(annotated(path, passages, talk=True))
    kinds = {(f[1], re.sub(r"\d+", "#", f[3])) for f in check.validate(str(path))}
    new = [f for f in check.validate(str(target)) if (f[1], re.sub(r"\d+", "#", f[3])) not in kinds]
    assert new == []


def test_libreoffice_keeps_every_comment_in_every_real_file(tmp_path: Path) -> None:
    program = libreoffice.find()
    if program is None or not CORPUS:
        pytest.skip("LibreOffice or the corpus is not on this machine")
    counts = {}
    for path in CORPUS:
        try:
            read = read_here(path)
        except Unreadable:
            continue
        passages = passages_of(read.text, path.stem, 30)
        if passages:
            content = annotated(path, passages)
            (tmp_path / f"{path.stem}.docx").write_bytes(content)
            counts[path.stem] = parts(content)["word/comments.xml"].count(b"<w:comment ")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    options = [profile, "--headless", "--convert-to", "odt", "--outdir", str(tmp_path / "out")]
    files = [str(path) for path in sorted(tmp_path.glob("*.docx"))]
    subprocess.run([str(program), *options, *files], check=True, capture_output=True, timeout=300)
    kept = {
        name: parts((tmp_path / "out" / f"{name}.odt").read_bytes())["content.xml"].count(
            b"<office:annotation "
        )
        for name in counts
    }
    assert kept == counts


def test_the_passage_is_highlighted_and_commented_to_the_character(tmp_path: Path) -> None:
    path = made(tmp_path, "The dam 🛰 failed at dawn.", "Nobody was hurt.")
    content = annotated(path, [range_of(path, "dam 🛰 failed")])
    root = etree.fromstring(parts(content)["word/document.xml"])
    marked = [
        "".join(t.text or "" for t in r.iter(f"{W}t"))
        for r in root.iter(f"{W}r")
        if r.find(f"{W}rPr/{W}highlight") is not None
    ]
    assert marked == ["dam 🛰 failed"]
    assert list(words_in_ranges(root).values()) == ["dam 🛰 failed"]


def test_overlapping_passages_across_paragraphs_each_have_their_words(tmp_path: Path) -> None:
    path = made(tmp_path, "One two three.", "Four five six.")
    text = read_here(path).text
    wanted = ["two three.\nFour", "three.\nFour five", "two"]
    content = annotated(path, [TextRange(text.index(w), text.index(w) + len(w)) for w in wanted])
    found = words_in_ranges(etree.fromstring(parts(content)["word/document.xml"]))
    assert sorted(found.values()) == sorted(w.replace("\n", "") for w in wanted)


def test_replies_hang_on_their_thread(tmp_path: Path) -> None:
    path = made(tmp_path, "The dam failed.")
    after = parts(annotated(path, [range_of(path, "dam")], talk=True))
    extended = etree.fromstring(after["word/commentsExtended.xml"])
    parents = [e.get(f"{W15}paraIdParent") for e in extended]
    assert [bool(parent) for parent in parents] == [False, False, True]
    assert parents[2] == extended[1].get(f"{W15}paraId")


def test_comments_that_are_there_stay_and_numbers_do_not_clash(tmp_path: Path) -> None:
    document = docx.Document()
    runs = document.add_paragraph("The dam failed at dawn.").runs
    document.add_comment(runs, text="Old remark", author="Editor", initials="E")
    path = tmp_path / "old.docx"
    document.save(str(path))
    content = annotated(path, [range_of(path, "failed")], talk=True)
    after = etree.fromstring(parts(content)["word/comments.xml"])
    numbers = [c.get(f"{W}id") for c in after]
    assert len(numbers) == len(set(numbers)) == 4
    assert "Old remark" in "".join(map(str, after[0].itertext()))
    ids = [p.get(f"{W14}paraId") for p in after.iter(f"{W}p") if p.get(f"{W14}paraId")]
    assert len(ids) == len(set(ids))
    again = docx.Document(io.BytesIO(content))
    assert [c.author for c in again.comments] == ["Editor", "A. Novak", "R. Haas", "R. Haas"]


def test_a_highlight_of_the_author_is_kept(tmp_path: Path) -> None:
    document = docx.Document()
    run = document.add_paragraph().add_run("The dam failed.")
    run.font.highlight_color = WD_COLOR_INDEX.TURQUOISE
    path = tmp_path / "own.docx"
    document.save(str(path))
    root = etree.fromstring(parts(annotated(path, [range_of(path, "dam")]))["word/document.xml"])
    assert {h.get(f"{W}val") for h in root.iter(f"{W}highlight")} == {"cyan"}


BODY = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body>{}<w:sectPr/></w:body></w:document>"
)


def with_body(tmp_path: Path, body: str, notes: str = "") -> Path:
    """A Word file with this markup in its body."""
    path = made(tmp_path, "x")
    content = parts(path.read_bytes())
    content["word/document.xml"] = BODY.format(body).encode()
    if notes:
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
        content["[Content_Types].xml"] = content["[Content_Types].xml"].replace(
            b"</Types>",
            f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'.encode(),
        )
        office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        name = "word/_rels/document.xml.rels"
        content[name] = content[name].replace(
            b"</Relationships>",
            f'<Relationship Id="rId99" Type="{office}/footnotes" Target="footnotes.xml"/>'
            "</Relationships>".encode(),
        )
        content["word/footnotes.xml"] = notes.encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return path


def marked_root(path: Path, words: str) -> Any:
    return etree.fromstring(parts(annotated(path, [range_of(path, words)]))["word/document.xml"])


def names(elements: Any) -> list[str]:
    return [etree.QName(e).localname for e in elements]


def test_in_a_note_the_words_are_highlighted_and_the_comment_hangs_on_the_mark(
    tmp_path: Path,
) -> None:
    notes = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:footnote w:id="2"><w:p><w:r><w:t>Said the ministry.</w:t></w:r></w:p></w:footnote>'
        "</w:footnotes>"
    )
    body = '<w:p><w:r><w:t>It failed.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    content = annotated(path := with_body(tmp_path, body, notes), [range_of(path, "ministry")])
    after = parts(content)
    assert b"comment" not in after["word/footnotes.xml"]
    assert b"highlight" in after["word/footnotes.xml"]
    paragraph = etree.fromstring(after["word/document.xml"])[0][0]
    assert names(paragraph) == ["r", "commentRangeStart", "r", "commentRangeEnd", "r"]
    assert "On the words: “ministry”" in next(iter(own_comments(content).values()))


def test_in_a_note_that_begins_with_a_blank_the_very_words_are_highlighted(
    tmp_path: Path,
) -> None:
    notes = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/><w:t xml:space="preserve">  Said the '
        "ministry.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    body = '<w:p><w:r><w:t>It failed.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    content = annotated(path := with_body(tmp_path, body, notes), [range_of(path, "the ministry")])
    root = etree.fromstring(parts(content)["word/footnotes.xml"])
    marked = [run for run in root.iter("{*}r") if run.find("{*}rPr/{*}highlight") is not None]
    assert ["".join(map(str, run.itertext())) for run in marked] == ["the ministry"]


def test_a_claim_on_a_running_head_is_highlighted_there_and_commented_in_its_section(
    tmp_path: Path,
) -> None:
    document = docx.Document()
    document.add_paragraph("First section")
    second = document.add_section()
    document.add_paragraph("Second section")
    document.add_paragraph("More")
    second.header.is_linked_to_previous = False
    second.header.paragraphs[0].text = "Draft of the ministry, not for release"
    path = tmp_path / "heads.docx"
    document.save(str(path))
    content = annotated(path, [range_of(path, "the ministry")])
    after = parts(content)
    (head,) = [name for name in after if b"Draft of" in after[name] and "header" in name]
    root = etree.fromstring(after[head])
    marked = [run for run in root.iter("{*}r") if run.find("{*}rPr/{*}highlight") is not None]
    assert ["".join(map(str, run.itertext())) for run in marked] == ["the ministry"]
    (said,) = own_comments(content).values()
    assert said.startswith("On the words of a running head: “the ministry”\nC1: ")
    assert _RATING.match(said), "the claim is known when the file comes back"
    body = etree.fromstring(after["word/document.xml"])
    (reference,) = body.iter("{*}commentReference")
    paragraph = next(above for above in reference.iterancestors() if above.tag.endswith("}p"))
    assert "".join(map(str, paragraph.itertext())) == "Second section"
    assert text_of(content, tmp_path) == read_here(path).text


def test_a_claim_on_the_words_of_a_diagram_is_commented_around_it(tmp_path: Path) -> None:
    path = with_diagram(tmp_path)
    content = annotated(path, [range_of(path, "Warn")])
    after = parts(content)
    assert after["word/diagrams.xml"] == parts(path.read_bytes())["word/diagrams.xml"]
    (said,) = own_comments(content).values()
    assert said.startswith("On the words of the diagram: “Warn”\nC1: ")
    assert _RATING.match(said), "the claim is known when the file comes back"
    paragraph = etree.fromstring(after["word/document.xml"])[0][0]
    assert names(paragraph) == ["r", "commentRangeStart", "r", "commentRangeEnd", "r"]
    assert names(paragraph[2]) == ["drawing"]
    assert text_of(content, tmp_path) == read_here(path).text


def with_diagram(tmp_path: Path) -> Path:
    """A Word file with a paragraph and a diagram of two boxes in it."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    drawing = "http://schemas.openxmlformats.org/drawingml/2006"
    box = '<d:pt modelId="{}"><d:t><a:p><a:r><a:t>{}</a:t></a:r></a:p></d:t></d:pt>'
    boxes = "".join(box.format(number, words) for number, words in enumerate(("Warn", "Act")))
    path = with_body(
        tmp_path,
        f'<w:p><w:r><w:t>So:</w:t></w:r><w:r><w:drawing xmlns:a="{drawing}/main">'
        f'<a:graphic><a:graphicData uri="{drawing}/diagram"><d:relIds xmlns:d="{drawing}/diagram" '
        f'xmlns:r="{office}" r:dm="rId98"/></a:graphicData></a:graphic></w:drawing></w:r></w:p>',
    )
    content = parts(path.read_bytes())
    content["word/diagrams.xml"] = (
        f'<d:dataModel xmlns:d="{drawing}/diagram" xmlns:a="{drawing}/main"><d:ptLst>{boxes}'
        "</d:ptLst></d:dataModel>"
    ).encode()
    name = "word/_rels/document.xml.rels"
    content[name] = content[name].replace(
        b"</Relationships>",
        f'<Relationship Id="rId98" Type="{office}/diagramData" Target="diagrams.xml"/>'
        "</Relationships>".encode(),
    )
    with zipfile.ZipFile(path, "w") as archive:
        for part, data in content.items():
            archive.writestr(part, data)
    return path


def test_marks_go_around_a_field_a_control_and_a_ruby_never_inside(tmp_path: Path) -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1 May field</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    control = "<w:sdt><w:sdtContent><w:r><w:t>in a control</w:t></w:r></w:sdtContent></w:sdt>"
    simple = '<w:fldSimple w:instr="DATE"><w:r><w:t>simple one</w:t></w:r></w:fldSimple>'
    plain = "<w:r><w:t>plain</w:t></w:r>"
    path = with_body(tmp_path, f"<w:p>{plain}{field}{control}{simple}{plain}</w:p>")
    # The field's result is cut into three runs between the field's four others.
    for words, inside in (("May", ["r"] * 7), ("a control", ["sdt"]), ("simple", ["fldSimple"])):
        paragraph = marked_root(path, words)[0][0]
        found = names(paragraph)
        start, stop = (found.index(name) for name in MARKS)
        assert found[start + 1 : stop] == inside
        for name in MARKS:
            (mark,) = paragraph.iter(f"{W}{name}")
            assert mark.getparent() is paragraph


def test_a_comment_in_the_first_paragraph_of_a_control_stands_beside_it(tmp_path: Path) -> None:
    control = (
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>Held here</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        "<w:p><w:r><w:t>After.</w:t></w:r></w:p>"
    )
    body = marked_root(with_body(tmp_path, control), "Held")[0]
    (mark,) = body.iter(f"{W}commentRangeStart")
    assert mark.getparent() is body[1]
    assert body[0].find(f".//{W}highlight") is not None


def test_in_a_text_box_words_are_highlighted_and_the_host_is_commented(tmp_path: Path) -> None:
    box = (
        "<w:p><w:r><w:t>Host.</w:t></w:r><w:r><w:pict><w:txbxContent><w:p><w:r>"
        "<w:t>Boxed words</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>"
    )
    paragraph = marked_root(with_body(tmp_path, box), "words")[0][0]
    assert names(paragraph) == ["r", "commentRangeStart", "r", "commentRangeEnd", "r"]
    (mark,) = paragraph.iter(f"{W}highlight")
    assert "".join(mark.getparent().getparent().itertext()) == "words"


def test_a_comment_that_begins_in_a_table_ends_in_it(tmp_path: Path) -> None:
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    body = (
        f"<w:tbl><w:tr>{cell.format('One')}{cell.format('Two')}</w:tr></w:tbl>"
        "<w:p><w:r><w:t>After it.</w:t></w:r></w:p>"
    )
    path = with_body(tmp_path, body)
    root = marked_root(path, "Two\nAfter")
    assert list(words_in_ranges(root).values()) == ["Two"]
    highlighted = [m.getparent().getparent() for m in root.iter(f"{W}highlight")]
    assert ["".join(r.itertext()) for r in highlighted] == ["Two", "After"]


def test_a_comment_that_begins_in_a_frame_ends_in_it(tmp_path: Path) -> None:
    framed = '<w:p><w:pPr><w:framePr w:wrap="around"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'
    after = "<w:p><w:r><w:t>After it.</w:t></w:r></w:p>"
    path = with_body(tmp_path, framed.format("Framed one") + framed.format("Two") + after)
    for words, kept in (("one\nTwo\nAfter", "oneTwo"), ("Two\nAfter", "Two"), ("After", "After")):
        root = marked_root(path, words)
        assert list(words_in_ranges(root).values()) == [kept]


def test_deleted_words_are_no_text_and_inserted_ones_are(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>It </w:t></w:r><w:del w:id='1' w:author='E'><w:r><w:delText>never"
        "</w:delText></w:r></w:del><w:ins w:id='2' w:author='E'><w:r><w:t>really</w:t></w:r>"
        "</w:ins><w:r><w:t> failed.</w:t></w:r></w:p>"
    )
    root = marked_root(with_body(tmp_path, body), "It really failed")
    assert list(words_in_ranges(root).values()) == ["It really failed"]
    assert "".join(root.itertext()).count("never") == 1


def test_a_tracked_format_change_gets_an_id_of_its_own_when_its_run_is_split(
    tmp_path: Path,
) -> None:
    body = (
        "<w:p><w:r><w:rPr><w:b/><w:rPrChange w:id='7' w:author='E'><w:rPr/></w:rPrChange></w:rPr>"
        "<w:t>One two three</w:t></w:r></w:p>"
    )
    root = marked_root(with_body(tmp_path, body), "two")
    ids = [change.get(f"{W}id") for change in root.iter(f"{W}rPrChange")]
    assert len(ids) == len(set(ids)) == 3
    for change in root.iter(f"{W}rPrChange"):
        assert change.getnext() is None


def test_a_strict_document_gets_strict_comments(tmp_path: Path) -> None:
    path = made(tmp_path, "The dam failed.")
    content = parts(path.read_bytes())
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    office = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    strict_office = b"http://purl.oclc.org/ooxml/officeDocument/relationships"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in content.items():
            changed = data.replace(usual, STRICT.encode()).replace(office, strict_office)
            archive.writestr(name, changed)
    after = parts(annotated(path, [range_of(path, "dam")]))
    assert STRICT.encode() in after["word/comments.xml"]
    assert usual not in after["word/comments.xml"]
    assert strict_office + b"/comments" in after["word/_rels/document.xml.rels"]


def test_the_same_case_gives_the_same_file(tmp_path: Path) -> None:
    path = made(tmp_path, "The dam failed.")
    where = [range_of(path, "dam")]
    assert annotated(path, where) == annotated(path, where)


def test_every_character_is_located_in_an_element_that_says_it(tmp_path: Path) -> None:
    path = made(tmp_path, "One\ttwo", "three")
    located = locate_docx(path, path.name, Limits())
    assert located.text == read_here(path).text
    said = [located.text[piece.start : piece.stop] for piece in located.pieces]
    assert said == ["One", "\t", "two", "three"]


@pytest.mark.parametrize(
    ("tint", "colour"),
    [
        ("#b3f2ea", "cyan"),
        ("#f7f2bd", "yellow"),
        ("#fbdddd", "red"),
        ("#c3f0c8", "green"),
        ("#e6e9ee", "lightGray"),
    ],
)
def test_the_nearest_of_words_highlights_is_taken(tint: str, colour: str) -> None:
    assert nearest_colour(tint) == colour
