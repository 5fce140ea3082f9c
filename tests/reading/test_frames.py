"""Pages in frames of a saved page are read in their place, or it is told that they are missing."""

from __future__ import annotations

import base64
import tempfile
from html import escape
from pathlib import Path

import pytest
from test_inner_pictures import address_of, png
from test_plain_text import pieces, reading

from verifier.reading.html import html_pictures, mhtml_pictures
from verifier.reading.limits import Limits


def part(html: str, *, name: str = "", location: str = "", charset: str = "utf-8") -> str:
    """A part of a saved page."""
    head = f"Content-Type: text/html; charset={charset}\r\nContent-Transfer-Encoding: base64\r\n"
    head += f"Content-ID: <{name}>\r\n" if name else ""
    head += f"Content-Location: {location}\r\n" if location else ""
    return f"--b\r\n{head}\r\n{base64.b64encode(html.encode(charset)).decode()}\r\n"


def saved(*parts: str) -> bytes:
    """A page that a browser saved, its own part first."""
    head = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/a/story\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n'
    )
    return (head + "".join(parts) + "--b--\r\n").encode()


def missing(data: bytes, name: str = "a.html") -> list[str]:
    """The addresses of frames that are told as not in the file."""
    blocks = reading(name, data).blocks
    return [block.data["alt"] for block in blocks if block.data.get("drawn") == "frame"]


def test_words_of_a_frames_own_attribute_stand_in_its_place() -> None:
    inner = "<p>Said <b>in</b> the frame.</p><script>x()</script><p hidden>Hidden.</p>"
    page = f"<p>Before</p><iframe srcdoc='{escape(inner)}'>no frames here</iframe><p>After</p>"
    document = reading("a.html", page.encode())
    assert document.text == "Before\nSaid in the frame.\nAfter\n"
    assert missing(page.encode()) == []


def test_parts_of_a_saved_page_stand_where_their_frames_are() -> None:
    page = (
        '<p>Before</p><iframe src="cid:one@mhtml.blink"></iframe><p>Between '
        '<iframe src="two.html"></iframe> and on</p><object type="text/html" '
        'data="https://example.org/three">Old browser</object>'
    )
    data = saved(
        part(page, location="https://example.org/a/story"),
        part("<p>First</p><iframe src='sub/four.html'></iframe>", name="one@mhtml.blink",
             location="https://example.org/b/one.html"),
        part("<style>.x { display: none }</style><p class=x>Ad</p><p>Другий</p>",
             location="https://example.org/a/two.html", charset="windows-1251"),
        part("<p>Third</p>", location="https://example.org/three"),
        part("<p>Fourth</p>", location="https://example.org/b/sub/four.html"),
    )  # fmt: skip
    document = reading("a.mhtml", data)
    assert pieces(document, "paragraph") == [
        "Before", "First", "Fourth", "Between", "Другий", "and on", "Third",
    ]  # fmt: skip
    assert [notice.code for notice in document.notices] == ["hidden"]


def test_a_page_of_frames_is_read_from_its_parts() -> None:
    frames = '<html><frameset><frame src="a.html"><frame src="b.html"></frameset></html>'
    kept = part("<h1>Left</h1>", location="https://example.org/a/a.html")
    document = reading("a.mhtml", saved(part(frames), kept))
    assert document.text == "Left\n"
    assert missing(saved(part(frames), kept), "a.mhtml") == ["b.html"]


@pytest.mark.parametrize(
    ("frame", "told"),
    [
        ('<iframe src="https://www.example.com/embed/5"></iframe>', ["https://www.example.com/embed/5"]),
        ('<iframe src="page_files/saved.html" width="600"></iframe>', ["page_files/saved.html"]),
        ('<embed src="film.swf">', ["film.swf"]),
        ('<p><embed src="a.swf"> two</p><div><embed src="b.swf"></div>', ["a.swf", "b.swf"]),
        ('<object data="map.html"><p>Old</p></object>', ["map.html"]),
        ('<iframe src="https://tracker.example" width="1" height="1"></iframe>', []),
        ('<iframe src="https://tracker.example" width=0></iframe>', []),
        ('<iframe src="https://ad.example" style="display:none"></iframe>', []),
        ('<iframe src="about:blank"></iframe><iframe></iframe>', []),
        ('<iframe src="javascript:void(0)"></iframe>', []),
        ('<object type="image/svg+xml" data="logo"></object><embed src="a.png">', []),
        ('<div hidden><iframe src="https://ad.example"></iframe></div>', []),
    ],
)  # fmt: skip
def test_a_frame_whose_page_is_not_in_the_file_is_told_in_its_place(
    frame: str, told: list[str]
) -> None:
    page = f"<p>Before</p>{frame}<p>After</p>".encode()
    text = reading("a.html", page).text
    assert text.startswith("Before\n")
    assert text.endswith("After\n")
    assert missing(page) == told
    if told:
        blocks = reading("a.html", page).blocks
        at = [block.kind for block in blocks].index("chart")
        assert 0 < at < len(blocks) - 1


def test_what_stands_behind_an_embedded_film_is_read() -> None:
    page = "<p>One <embed src='a.swf'> two <b>three</b> four</p><p>After</p>"
    assert reading("a.html", page.encode()).text.split() == ["One", "two", "three", "four", "After"]


def test_frames_that_hold_themselves_come_to_an_end() -> None:
    loop = part("<p>Again</p><iframe src='cid:me'></iframe>", name="me")
    document = reading("a.mhtml", saved(part("<iframe src='cid:me'></iframe>"), loop))
    assert document.text == "Again\n" * 4
    many = saved(part("<iframe src='cid:me'></iframe>" * 300), part("<p>One</p>", name="me"))
    assert reading("a.mhtml", many).text == "One\n" * 100


def test_pictures_of_a_page_keep_their_numbers_whatever_its_frames_show() -> None:
    first, second, inside = (png(n, n) for n in (2, 3, 4))
    frame = escape(f"<img src='{address_of(inside)}'>")
    page = f"<p>Words</p><img src='{address_of(first)}'><iframe srcdoc=\"{frame}\"></iframe>"
    page += f"<img src='{address_of(second)}'>"
    blocks = [one for one in reading("a.html", page.encode()).blocks if one.kind == "picture"]
    assert [block.data["picture"] for block in blocks] == ["1", "1.1", "2"]
    wanted = {"1": first, "1.1": inside, "2": second}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.html"
        path.write_bytes(page.encode())
        assert dict(html_pictures(path, "a.html", Limits(), ())) == wanted
        path.write_bytes(saved(part(page)))
        assert dict(mhtml_pictures(path, "a.mhtml", Limits(), ())) == wanted
