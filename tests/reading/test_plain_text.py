"""Text, Markdown and HTML: the words as a person reads them, offsets exact."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from verifier.errors import Unreadable
from verifier.reading.document import ReadDocument
from verifier.reading.here import read_here
from verifier.reading.plain import decode
from verifier.reading.wide import utf16_order


def reading(name: str, data: bytes) -> ReadDocument:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        return read_here(path)


def pieces(document: ReadDocument, kind: str) -> list[str]:
    return [document.text[b.start : b.stop] for b in document.blocks if b.kind == kind]


def styled(document: ReadDocument) -> list[tuple[str, str, str]]:
    return [(one.kind, document.text[one.start : one.stop], one.target) for one in document.spans]


letters = st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t")


@given(st.text(letters, min_size=1, max_size=300).filter(str.strip))
def test_a_unicode_text_is_its_own_canonical_text(text: str) -> None:
    if text.startswith("\ufeff"):
        text = text[1:] + "x"
    document = reading("a.txt", ("Start " + text).encode())
    assert document.text == "Start " + text
    assert document.notices == ()
    assert all(document.text[b.start : b.stop].strip() for b in document.blocks)


@given(st.lists(st.text(st.characters(min_codepoint=32, max_codepoint=0x24F,
                                      exclude_categories=["Cc"]), min_size=1), min_size=2),
       st.sampled_from(["\r\n", "\r", "\n"]))  # fmt: skip
def test_every_line_end_becomes_one_character(lines: list[str], end: str) -> None:
    text = "Aa " + end.join(lines)
    assert reading("a.txt", text.encode()).text == "Aa " + "\n".join(lines)


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
    ],
)
def test_unicode_is_read_with_and_without_its_mark(encoding: str, mark: bytes) -> None:
    text = "Zürich – “quoted” and e\u0301 \U0001f600, a long enough line of plain words\n"
    document = reading("a.txt", mark + text.encode(encoding))
    assert document.text == text
    assert document.properties["encoding"] == encoding


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "words",
    [
        "Міністерство повідомило, що міст відкрито.",
        "Το υπουργείο ανακοίνωσε ότι η γέφυρα άνοιξε.",
        "أعلنت الوزارة أن الجسر مفتوح.",
        "המשרד הודיע שהגשר פתוח.",
        "交通部宣布，大桥已经开通。",
        "ok",
    ],
)
def test_unicode_of_two_bytes_is_read_without_its_mark_in_every_script(
    encoding: str, words: str
) -> None:
    assert reading("a.txt", f"{words}\n".encode(encoding)).text == f"{words}\n"
    assert reading("a.csv", f"1;{words}\n".encode(encoding)).text == f"1;{words}\n"
    assert reading("a.md", f"# {words}\n".encode(encoding)).text == f"{words}\n"
    page = f"<html><body><p>{words}</p></body></html>"
    assert reading("a.html", page.encode(encoding)).text == f"{words}\n"


@given(st.randoms(use_true_random=True), st.integers(200, 800))
def test_bytes_that_are_no_text_are_no_unicode_of_two_bytes(noise: Random, size: int) -> None:
    assert utf16_order(b"\x00\x01" + noise.randbytes(size)) == ""


def test_a_legacy_encoding_is_found_and_told() -> None:
    text = "Das Ministerium erklärte, die Übergabe sei größtenteils ordnungsgemäß verlaufen. " * 5
    document = reading("a.txt", text.encode("cp1252"))
    assert document.text == text
    assert [notice.code for notice in document.notices] == ["encoding"]


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "Le résumé de l’été à Orléans coûte 5 € ; l’élève était là, dit Müller."),
        ("cp1252", "A situação não é fácil: três milhões de cidadãos não têm acesso à água."),
        ("cp1252", "La città è più grande di così; perché non c’è libertà né verità."),
        ("cp1252", "Även i går såg polisen två män på väg från Malmö till Göteborg."),
        ("cp1252", "Die Größe der Fläche beträgt fünf Hektar; die Prüfung sei „abgeschlossen“."),
        ("cp1250", "W Łodzi powiedział, że to nie była prawda, choć świadkowie mówili inaczej."),
        (
            "iso8859_2",
            "W Łodzi powiedział, że to nie była prawda, choć świadkowie mówili co innego.",
        ),
        ("cp1250", "Příliš žluťoučký kůň úpěl ďábelské ódy, řekl včera ministr v Praze."),
        ("cp1254", "Şu anda İstanbul’da yaşayan öğrenciler için güçlü bir çağrı yapıldı."),
        ("cp1257", "Šiandien ministras pranešė, kad žmonės jau grįžta į savo namus, bet lėčiau."),
    ],
)
def test_letters_of_one_language_tell_latin_encodings_apart(encoding: str, text: str) -> None:
    assert reading("a.txt", text.encode(encoding)).text == text
    assert reading("a.html", f"<p>{text}</p>".encode(encoding)).text == text + "\n"


def test_utf8_with_a_broken_byte_stays_utf8() -> None:
    text = "Übermäßig größer – " * 200
    document = reading("a.txt", text.encode() + b"\xff end")
    assert document.text == text + "\ufffd end"
    assert "1 bytes are not valid UTF-8" in document.notices[0].text


def test_zero_bytes_are_refused() -> None:
    with pytest.raises(Unreadable, match="binary data"):
        reading("a.txt", b"words and words " * 400 + b"\x00\x00" + b"more words")


def test_paragraphs_are_found_between_blank_lines_and_in_long_lines() -> None:
    wrapped = reading("a.txt", b"One\ntwo\n\nthree\n").text
    assert wrapped == "One\ntwo\n\nthree\n"
    assert pieces(reading("a.txt", b"One\ntwo\n\nthree\n"), "paragraph") == ["One\ntwo", "three"]
    assert pieces(reading("a.txt", b"One\ntwo"), "paragraph") == ["One", "two"]


MARKDOWN = """# The *main* claim

Some **bold** text with a [link](https://example.org/a) and `code`,
wrapped over two lines.

- first
- second
  - deeper

> quoted words

| a | b |
|---|---|
| 1 | 2 |

<script>bad()</script>

```
x = 1
```
"""


def test_a_page_of_a_printed_text_ends_a_paragraph() -> None:
    document = reading("printed.txt", b"page one\n\x0cpage two\n")
    assert [document.text[b.start : b.stop] for b in document.blocks] == ["page one", "page two"]


def test_markdown_is_read_without_its_marks() -> None:
    document = reading("a.md", MARKDOWN.encode())
    assert document.text == (
        "The main claim\nSome bold text with a link and code, wrapped over two lines.\n"
        "first\nsecond\ndeeper\nquoted words\na\nb\n1\n2\nx = 1\n"
    )
    assert styled(document) == [
        ("italic", "main", ""), ("bold", "bold", ""),
        ("link", "link", "https://example.org/a"), ("code", "code", ""),
    ]  # fmt: skip
    assert [b.level for b in document.blocks if b.kind == "list-item"] == [1, 1, 2]
    assert document.blocks[-2].data == {"table": 1, "row": 1, "col": 1}
    assert reading("a.txt", MARKDOWN.encode()).text == MARKDOWN


NOTED = """---
title: A report
---
Twelve plants closed.[^1] More[^long] will,[^1] and[^none].

Term
: What it means

[^long]: At length.

    And on.

[^1]: The ministry.
[^unused]: Nobody points here.
"""


def test_footnotes_of_markdown_stand_below_and_know_their_marks_place() -> None:
    document = reading("a.md", NOTED.encode())
    assert document.text == (
        "title: A report\nTwelve plants closed. More will, and[^none].\nTerm\nWhat it means\n"
        "The ministry.\nAt length.\nAnd on.\n"
    )
    assert pieces(document, "code") == ["title: A report"]
    notes = [block for block in document.blocks if block.kind == "footnote"]
    assert [note.data.get("mark") for note in notes] == ["1", "2", None]
    before = [document.text[: note.data["at"]] for note in notes[:2]]
    assert [words.split()[-1] for words in before] == ["closed.", "More"]
    defined = next(b for b in document.blocks if document.text[b.start : b.stop] == "What it means")
    assert (defined.kind, defined.level) == ("paragraph", 1)


PAGE = """<!DOCTYPE html><html lang="uk"><head><title>Saved  page</title>
<style>p {color: red}</style><script>bad()</script></head><body>
<h2>Head&shy;line</h2><p>One   <b>bold </b>
 and <a href="https://example.org/?a=1&amp;b">a link</a>.<br>Next &mdash; line</p>
<div hidden>hidden</div><p style="display: none">gone</p>
<ul><li>item</li></ul><table><tr><th>A</th><td>B</td></tr></table>
<a href="javascript:bad()">text</a><pre> kept
  spaces</pre><!-- comment --><img src="a.png" alt="Map"></body></html>"""


def test_html_is_read_as_a_browser_shows_it() -> None:
    document = reading("saved.pdf", PAGE.encode())
    assert document.media_type == "text/html"
    assert document.text == (
        "Head\u00adline\nOne bold and a link.\nNext — line\nitem\nA\nB\ntext\n kept\n  spaces\n"
    )
    assert ("link", "a link", "https://example.org/?a=1&b") in styled(document)
    assert not any("javascript" in target for _, _, target in styled(document))
    assert document.properties["title"] == "Saved page"
    assert document.properties["language"] == "uk"
    assert pieces(document, "table-cell") == ["A", "B"]
    assert [b.data for b in document.blocks if b.kind == "picture"] == [
        {"src": "a.png", "alt": "Map"}
    ]


def shape(page: str) -> list[tuple[str, str]]:
    document = reading("a.html", f"<html><body>{page}</body></html>".encode())
    return [(b.kind, document.text[b.start : b.stop]) for b in document.blocks]


def test_a_lists_item_keeps_its_mark_whatever_its_words_stand_in() -> None:
    page = "<ul><li><p>One</p><p>more</p></li><li><div>Two</div> tail</li></ul>"
    assert shape(page) == [
        ("list-item", "One"), ("paragraph", "more"), ("list-item", "Two"), ("paragraph", "tail"),
    ]  # fmt: skip


def test_numbers_of_a_list_are_those_that_a_browser_shows() -> None:
    page = "<ol start=3><li>a<li value=9>b<li>c</ol><ol><li>d</ol><ol start=-1><li>e</ol>"
    document = reading("a.html", page.encode())
    assert [b.data["number"] for b in document.blocks] == ["3.", "9.", "10.", "1.", "-1."]


def test_what_is_quoted_in_a_page_is_read_as_a_quotation() -> None:
    page = "<blockquote><p>We closed <q>all <q>twelve</q></q>.</p>loose</blockquote>after"
    assert shape(page) == [
        ("quote", "We closed “all ‘twelve’”."), ("quote", "loose"), ("paragraph", "after"),
    ]  # fmt: skip


def test_headings_captions_and_cells_stay_one_block_whatever_is_in_them() -> None:
    page = (
        "<h2><div>Head</div><div>line</div></h2><table><caption><p>Closures</p></caption>"
        "<tr><th>Year</th></tr><tr><td><p>2023</p><div>est.</div></td></tr></table>"
        "<figure><figcaption><p>A map</p></figcaption></figure>"
    )
    assert shape(page) == [
        ("heading", "Head\nline"), ("caption", "Closures"), ("table-cell", "Year"),
        ("table-cell", "2023\nest."), ("caption", "A map"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "table",
    [
        "<table role=presentation><tr><td>{}</td><td>side</td></tr></table>",
        "<table><tr><td><h2>Head</h2>{}</td><td>side</td></tr></table>",
        "<table><tr><td>{}</td></tr><tr><td><table><tr><td>side</td></tr></table></td></tr></table>",
    ],
)
def test_a_table_that_only_lays_out_a_page_is_no_table(table: str) -> None:
    found = shape(table.format("<p>One</p><p>Two</p>"))
    assert ("paragraph", "One") in found
    assert ("paragraph", "side") in found
    assert not any(kind == "table-cell" for kind, _ in found)


def test_a_table_within_a_cell_has_cells_of_its_own() -> None:
    page = "<table><tr><th>A</th><td>b<table><tr><td>c<td>d</table>e</td></tr></table>"
    document = reading("a.html", page.encode())
    assert [(document.text[b.start : b.stop], b.data["table"]) for b in document.blocks] == [
        ("A", 1), ("b", 1), ("c", 2), ("d", 2), ("e", 1),
    ]  # fmt: skip


BOXES = (
    "p div section ul ol li dl dt dd table tr td th caption blockquote h2 h3 pre figure figcaption "
    "b a span article details summary thead"
).split()


def boxed(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Boxes in boxes, in any order that a page may hold."""
    tag = st.sampled_from(BOXES)
    return st.tuples(tag, st.lists(inner, max_size=4)).map(
        lambda made: f"<{made[0]}> {' '.join(made[1])} </{made[0]}>"
    )


@given(st.recursive(st.sampled_from(["WORD", "WORD<br>WORD", "<hr>"]), boxed, max_leaves=25))
def test_every_word_of_a_page_is_read_once_and_in_order(page: str) -> None:
    for number in range(page.count("WORD")):
        page = page.replace("WORD", f"w{number}", 1)
    body = lxml_html.document_fromstring(f"<body>w {page} w")
    document = reading("a.html", lxml_html.tostring(body))
    assert re.findall(r"w\d*", document.text) == re.findall(
        r"w\d*", " ".join(map(str, body.itertext()))
    )
    stops = [0, *(block.stop for block in document.blocks)]
    assert all(stop <= b.start for stop, b in zip(stops, document.blocks, strict=False))
    assert document.text.endswith("\n")


def test_code_keeps_its_lines() -> None:
    assert shape("<pre><div>a</div><div>  b</div></pre><pre>\nc\n  d</pre>") == [
        ("code", "a\n  b"), ("code", "c\n  d"),
    ]  # fmt: skip


def test_words_for_screen_readers_alone_are_not_read() -> None:
    page = '<p>Share<span class="x sr-only"> on a network</span> this</p>'
    assert shape(page) == [("paragraph", "Share this")]


def test_html_is_decoded_as_it_declares() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body><p>Київ</p></body></html>'
    assert reading("a.html", page.encode("cp1251")).text == "Київ\n"


def test_a_page_that_is_utf8_is_read_so_whatever_it_says() -> None:
    page = (
        '<html><head><meta charset="windows-1251"></head><body><p>Київ – столиця</p></body></html>'
    )
    document = reading("a.html", page.encode())
    assert document.text == "Київ – столиця\n"
    assert [notice.code for notice in document.notices] == ["encoding"]


def test_deeply_nested_html_is_read_or_refused_never_cut() -> None:
    def nested(depth: int) -> bytes:
        return f"<html><body>{'<div>' * depth}deep{'</div>' * depth}<p>after</p>".encode()

    assert reading("a.html", nested(1500)).text == "deep\nafter\n"
    with pytest.raises(Unreadable, match="nested deeper"):
        reading("a.html", nested(3000))


def test_a_saved_page_in_one_file_is_read() -> None:
    saved = (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/story\r\n"
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n"
        b"--b\r\nContent-Type: text/html; charset=utf-8\r\n"
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\n"
        b"<html><body><p>caf=C3=A9 =E2=80=93 open</p></body></html>\r\n--b--\r\n"
    )  # fmt: skip
    document = reading("a.mhtml", saved)
    assert document.text == "café – open\n"
    assert document.properties["address"] == "https://example.org/story"


def test_markdown_keeps_what_is_quoted_many_times_over() -> None:
    assert reading("a.md", (">" * 60 + " the innermost words").encode()).text.strip() == (
        "the innermost words"
    )


def test_markdown_nested_beyond_reason_is_refused_not_cut() -> None:
    with pytest.raises(Unreadable, match="nested deeper"):
        reading("a.md", (">" * 5000 + " x").encode())


@pytest.mark.parametrize(
    "charset", ["=nonsense", "=hex", "=undefined", "=punycode", "*=utf-8''utf%008"]
)
def test_an_encoding_that_cannot_be_is_not_believed(charset: str) -> None:
    sheet = f"--b\r\nContent-Type: text/css; charset{charset}\r\n\r\n.a {{ display: none }}\r\n"
    page = f"--b\r\nContent-Type: text/html; charset{charset}\r\n\r\n<p>caf\u00e9</p>\r\n"
    head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n'
    assert reading("a.mhtml", f"{head}{page}{sheet}--b--\r\n".encode()).text == "caf\u00e9\n"
    mail = f"From: a@example.org\r\nContent-Type: text/plain; charset{charset}\r\n\r\ncaf\u00e9"
    assert "caf\u00e9" in reading("a.eml", mail.encode()).text
    assert decode("caf\u00e9".encode(), "a.txt", charset[1:]).text == "caf\u00e9"
