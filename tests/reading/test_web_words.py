"""Words of web pages, Markdown and mail that stand where one would not look for them."""

from __future__ import annotations

import pytest
from test_plain_text import reading, styled


def page(body: str) -> str:
    document = reading("page.html", f"<html><body>{body}</body></html>".encode())
    return document.text


def numbers(body: str) -> list[str]:
    document = reading("page.html", f"<html><body>{body}</body></html>".encode())
    return [str(one.data.get("number", "")) for one in document.blocks]


@pytest.mark.parametrize("attribute", ["shadowrootmode", "shadowmode"])
def test_what_a_page_keeps_in_a_shadow_is_read(attribute: str) -> None:
    card = f"<news-card><template {attribute}=open><p>Told</p></template><b>more</b></news-card>"
    assert page(f"<p>Seen</p>{card}<template><p>never</p></template>") == "Seen\nTold\nmore\n"


def test_a_button_that_is_a_heading_is_read_and_others_are_not() -> None:
    body = "<h2><button>What was said?</button></h2><h3>Title <button>Share</button></h3>"
    assert page(f"{body}<p>Words <button>Send</button></p>") == "What was said?\nTitle\nWords\n"


def test_a_closed_dialog_is_not_read_and_an_open_one_stands_apart() -> None:
    body = "<dialog>cookies</dialog><dialog open>Notice</dialog>words"
    assert page(body) == "Notice\nwords\n"


def test_how_a_word_is_spoken_is_left_out() -> None:
    assert page("<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字</p>") == "漢字\n"


@pytest.mark.parametrize(
    ("opening", "shown"),
    [
        ("ol type=a", ["a.", "b."]),
        ("ol type=I start=4", ["IV.", "V."]),
        ("ol style='list-style-type: lower-roman'", ["i.", "ii."]),
        ("ol reversed", ["2.", "1."]),
        ("ol reversed start=9", ["9.", "8."]),
        ("menu", ["", ""]),
    ],
)
def test_numbers_of_lists_are_written_as_the_page_asks(opening: str, shown: list[str]) -> None:
    assert numbers(f"<{opening}><li>x<li>y</{opening.split()[0]}>") == shown


def test_a_list_in_a_cell_has_its_marks() -> None:
    body = (
        "<table><tr><th>a<th>b</tr><tr><td>Duties:<ol><li>one<li><p>two</p><p>more</p></ol>end"
        "<td><ul><li>x</ul></table>"
    )
    document = reading("page.html", f"<html><body>{body}</body></html>".encode())
    assert document.text == "a\nb\nDuties:\none\ntwo\nmore\nend\nx\n"
    cells = [
        (document.text[one.start : one.stop], one.data.get("number"), one.data["col"])
        for one in document.blocks[2:]
    ]
    assert cells == [
        ("Duties:", None, 0),
        ("one", "1.", 0),
        ("two\nmore", "2.", 0),
        ("end", None, 0),
        ("x", "•", 1),
    ]


def test_a_page_of_frames_says_where_its_words_are() -> None:
    frames = '<frameset><frame src="a.html"><noframes>Get a browser</noframes></frameset>'
    document = reading("old.html", f"<html>{frames}</html>".encode())
    assert not document.text
    assert "frames" in document.notices[0].text


def test_html_within_markdown_reads_as_a_page_does() -> None:
    source = (
        "Some 10<sup>6</sup> people.\n\n<table><tr><td>Kyiv</td><td>12</td></tr></table>\n\n"
        "| a |\n|---|\n| b |\n\n<div><p>One</p><p>two</p></div>\n"
    )
    document = reading("notes.md", source.encode())
    assert document.text == "Some 106 people.\nKyiv\n12\na\nb\nOne\ntwo\n"
    assert styled(document) == [("superscript", "6", "")]
    tables = [one.data["table"] for one in document.blocks if one.kind == "table-cell"]
    assert tables == [1, 1, 2, 2]


def test_numbers_in_markdown_keep_their_sign() -> None:
    document = reading("notes.md", b"1) one\n2) two\n")
    assert [one.data["number"] for one in document.blocks] == ["1)", "2)"]


LETTER = """From: press@example.org
To: desk@example.org
Subject: Figures
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Twelve=C2=A0people =E2=80=94 no more.
--b
Content-Type: application/pdf
Content-Disposition: attachment; filename=figures.pdf

%PDF
--b--
"""


def test_a_memo_with_a_head_of_its_own_is_a_text() -> None:
    memo = "To: All\nFrom: The director\nRe: Budget\n\nTwelve people were hired.\n"
    document = reading("memo.txt", memo.encode())
    assert (document.media_type, document.text) == ("text/plain", memo)


def test_a_mail_is_read_as_a_document_and_names_what_is_attached() -> None:
    document = reading("letter.eml", LETTER.encode())
    assert document.media_type == "message/rfc822"
    assert document.text.endswith("Subject: Figures\nTwelve\u00a0people — no more.\n")
    assert [one.text for one in document.notices] == [
        "What is attached to the message was not read: figures.pdf."
    ]
