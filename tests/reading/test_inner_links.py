"""Links that lead to another place of the same document."""

from __future__ import annotations

from test_docx_reading import package, run
from test_docx_reading import reading as reading_word
from test_plain_text import reading

from verifier.reading.document import TARGET, ReadDocument


def places(document: ReadDocument) -> dict[str, str]:
    """What each inner link leads to: the rest of the line there."""
    return {
        span.target: document.text[span.start :].split("\n")[0]
        for span in document.spans
        if span.kind == TARGET
    }


def test_links_within_a_web_page_lead_to_what_has_their_name() -> None:
    page = (
        b"<p><a href='#how'>Method</a> <a href='#old%20name'>Old</a> <a href='#none'>?</a></p>"
        b"<p>Before</p><h2 id=how>How it was done</h2><p>Words <a name='old name'></a>go on</p>"
        b"<p id=unused>Nobody asks for it</p>"
    )
    found = reading("a.html", page)
    assert places(found) == {"#how": "How it was done", "#old%20name": "go on"}
    assert "Nobody asks" in found.text


def test_a_name_at_the_end_of_a_page_is_its_end_and_the_first_of_two_counts() -> None:
    page = b"<a href='#end'>E</a> <a href='#x'>X</a><p id=x>One</p><p id=x>Two</p><p id=end></p>"
    assert places(reading("a.html", page)) == {"#end": "", "#x": "One"}


def test_links_that_a_browser_saved_with_the_whole_address_of_the_page_are_inner_ones() -> None:
    saved = (
        b"MIME-Version: 1.0\r\nSnapshot-Content-Location: https://example.org/a?b=1\r\n"
        b'Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
        b"Content-Type: text/html\r\n\r\n"
        b"<a href='https://example.org/a?b=1#how'>In</a> <a href='https://example.org/c#how'>Out</a>"
        b"<h2 id=how>How</h2>\r\n--b--\r\n"
    )
    document = reading("a.mhtml", saved)
    assert places(document) == {"#how": "How"}
    assert [one.target for one in document.spans if one.kind == "link"] == [
        "#how",
        "https://example.org/c#how",
    ]


def test_links_of_markdown_lead_to_headings_and_to_named_places() -> None:
    text = (
        "[a](#how-we-count-2024) [b](#notes-1) [c](#here) [d](#\u0432\u0441\u0442\u0443\u043f)\n\n"
        "## How *we* count (2024)!\n\n## Notes\n\nx\n\n## Notes\n\ny <a id='here'></a>z\n\n"
        "# \u0412\u0441\u0442\u0443\u043f\n"
    )
    document = reading("a.md", text.encode())
    second = document.text.rindex("Notes")
    targets = {span.target: span.start for span in document.spans if span.kind == TARGET}
    assert targets["#notes-1"] == second
    assert set(places(document).values()) == {"How we count (2024)!", "Notes", "z", "Вступ"}


def test_links_of_a_word_file_lead_to_their_bookmarks() -> None:
    mark = '<w:bookmarkStart w:id="1" w:name="_Toc1"/>'
    outside = '<w:bookmarkStart w:id="2" w:name="tab"/>'
    body = (
        f'<w:p><w:hyperlink w:anchor="_Toc1">{run("Method")}</w:hyperlink>'
        f'<w:hyperlink w:anchor="tab">{run("Table")}</w:hyperlink></w:p>'
        f"<w:p>{run('Before')}</w:p><w:p>{mark}{run('How')}</w:p>{outside}<w:p>{run('Cells')}</w:p>"
    )
    assert places(reading_word(package(body))) == {"#_Toc1": "How", "#tab": "Cells"}


def test_a_name_takes_nothing_from_the_text() -> None:
    named = reading("a.html", b"<p>One <b id=a>two</b> <a href='#a'>three</a></p>")
    plain = reading("a.html", b"<p>One <b>two</b> <a href='/a'>three</a></p>")
    assert named.text == plain.text == "One two three\n"
