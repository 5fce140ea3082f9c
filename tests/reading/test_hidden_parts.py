"""What only style sheets hide in a saved page is not read; what they show is."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from verifier.reading.css import rules_of, selector
from verifier.reading.document import ReadDocument
from verifier.reading.here import read_here

BODY = """<p>Prices rose by 4 per cent in a year, the office said in its report.</p>
<div class="menu wide" id="top"><p>Sections of the paper</p></div><p>Wages rose.</p>"""


def reading(data: bytes, name: str = "a.html") -> ReadDocument:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        return read_here(path)


def page(sheet: str, body: str = BODY, more: str = "") -> ReadDocument:
    head = f"<head><style {more}>{sheet}</style></head>"
    return reading(f"<html>{head}<body>{body}</body></html>".encode())


def has_menu(sheet: str, body: str = BODY, more: str = "") -> bool:
    document = page(sheet, body, more)
    assert "Prices rose" in document.text
    assert "Wages rose." in document.text
    is_read = "Sections" in document.text
    assert is_read is not any(notice.code == "hidden" for notice in document.notices)
    return is_read


@pytest.mark.parametrize(
    "sheet",
    [
        ".menu { display: none }",
        "#top{color:red;DISPLAY:NONE!important}",
        "body > div.menu.wide { display: none; }",
        "p + .menu, .other { display: none }",
        "div[id=top] p { display: none }",
        "div:not(.open) { display: none }",
        "@media screen and (min-width: 800px) { .menu { display: none } }",
        "@charset 'utf-8'; /* a } */ .a::before { content: '}' } .menu { display: none }",
        ".menu { display: block } .menu { display: none }",
        "div.menu { display: none } .menu { display: block }",
        "@supports (display: grid) { @media all { .menu { display: none } } }",
    ],
)
def test_what_a_sheet_hides_is_left_out_and_told(sheet: str) -> None:
    assert not has_menu(sheet)


@pytest.mark.parametrize(
    "sheet",
    [
        ".menu { display: none } .menu { display: block }",
        ".menu { display: none } #top { display: flex }",
        ".menu { display: block !important } #top { display: none }",
        "@media print { .menu { display: none } }",
        "@media (max-width: 40em) { .menu { display: none } }",
        ".menu:hover { display: none }",
        ".menu::after { display: none }",
        ".menu:nth-child(2) { display: none }",
        ".menu { display: none } .menu:first-child { display: block }",
        "html, body { display: none }",
        "@keyframes x { .menu { display: none } }",
        ".menus { display: none } .menu .wide { display: none }",
        ".menu { display: none",
        "}}{{ .menu : { display none } ;; }",
    ],
)
def test_what_is_shown_after_all_or_may_be_is_read(sheet: str) -> None:
    assert has_menu(sheet)


def test_a_style_of_its_own_shows_an_element_against_its_sheet() -> None:
    body = BODY.replace('id="top"', 'id="top" style="display: block"')
    assert has_menu(".menu { display: none }", body)
    assert not has_menu(".menu { display: none !important }", body)


def test_a_sheet_for_print_hides_nothing() -> None:
    assert has_menu(".menu { display: none }", more='media="print"')


def test_a_page_that_a_script_would_show_is_read() -> None:
    document = page("main { display: none }", f"<h1>Head</h1><main>{BODY}</main>")
    assert "Prices rose" in document.text
    (notice,) = document.notices
    assert "all were read" in notice.text


def test_sheets_that_were_saved_with_a_page_count() -> None:
    saved = (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/a/story\r\n"
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n"
        b"--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
        b"<html><head><link rel=stylesheet href='cid:css-1@mhtml.blink'>"
        b"<link rel='stylesheet' href='../b.css'></head><body>"
        + BODY.encode()
        + b"<p class=x>Second</p></body></html>\r\n"
        b"--b\r\nContent-Type: text/css\r\nContent-Location: cid:css-1@mhtml.blink\r\n\r\n"
        b".menu { display: none }\r\n"
        b"--b\r\nContent-Type: text/css\r\nContent-Location: https://example.org/b.css\r\n\r\n"
        b".x { display: none }\r\n--b--\r\n"
    )  # fmt: skip
    text = reading(saved, "a.mhtml").text
    assert "Wages rose." in text
    assert "Sections" not in text
    assert "Second" not in text


def test_pictures_keep_their_numbers_whatever_is_hidden_before_them() -> None:
    gif = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
    body = f'{BODY}<div class="menu"><img src="{gif}"></div><img src="{gif}">'
    (block,) = [b for b in page(".menu { display: none }", body).blocks if b.kind == "picture"]
    assert block.data["picture"] == "2"


@given(st.text(alphabet="ab.#>+~*:[]()='\"{};,@/ !\n-display:none", max_size=80))
def test_no_sheet_is_too_broken_to_be_read(sheet: str) -> None:
    for rule in rules_of(sheet):
        for each in rule.selectors:
            each.fits(lxml_html.fromstring("<p class=a id=b>c</p>"))


def test_selectors_weigh_as_in_browsers() -> None:
    told = {"a": (0, 0, 1), "#a .b > c": (1, 1, 1), "*": (0, 0, 0), "a:not(.b)": (0, 1, 1)}
    found = {each: selector(each) for each in told}
    assert {each: one.specificity for each, one in found.items() if one is not None} == told
