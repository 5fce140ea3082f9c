"""The HTML page: one file, no script, readable without colour, well-formed."""

from __future__ import annotations

import itertools
import re
from html.parser import HTMLParser

import factories_report as make
from sample_case import EXPORTED, sample_data

from verifier.export.html_page import html_page
from verifier.queries.report import ReportData

VOID = {"meta", "br", "link", "img", "hr", "input"}


class Page(HTMLParser):
    """Checks nesting while it collects ids, links and text."""

    def __init__(self, data: ReportData) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.texts: list[str] = []
        self.headings: list[int] = []
        self.feed(html_page(data, EXPORTED).decode())
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        if tag not in VOID:
            self.open.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        for name, value in attrs:
            assert not name.startswith("on")
            assert name != "src"
            if name == "id":
                self.ids.append(value or "")
            elif name == "href":
                self.links.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.texts.append(data)

    @property
    def text(self) -> str:
        return "".join(self.texts)


def test_the_page_is_well_formed_and_fetches_nothing() -> None:
    page = Page(sample_data())
    assert not {"script", "img", "link", "iframe", "object"} & set(page.seen)
    source = html_page(sample_data(), EXPORTED).decode()
    assert "url(" not in source
    assert "@import" not in source
    assert "default-src 'none'" in source


def test_every_link_inside_the_page_leads_somewhere_and_ids_are_unique() -> None:
    page = Page(sample_data())
    assert len(page.ids) == len(set(page.ids))
    inside = {link[1:] for link in page.links if link.startswith("#")}
    assert inside <= set(page.ids)
    assert all(f"claim-{claim.row.number}" in page.ids for claim in sample_data().claims)


def test_every_claim_shows_its_statement_and_its_verdict_as_sign_and_word() -> None:
    page = Page(sample_data())
    for claim in sample_data().claims:
        assert claim.row.statement in page.text
    assert "≈ Supported, but imprecise" in page.text


def test_headings_never_skip_a_level() -> None:
    levels = Page(sample_data()).headings
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_the_text_of_the_document_is_whole_although_passages_overlap() -> None:
    text = "The <first> claim & the second overlap."
    shown = make.document(text)
    one = make.highlight(shown, 1, 0, 24)
    two = make.highlight(shown, 2, 12, 38)
    claims = [make.claim(1, highlights=(one,)), make.claim(2, highlights=(two,))]
    page = Page(make.data([shown], claims))
    assert page.seen.count("mark") >= 4
    assert text in re.sub(r"\[C\d\s.\]", "", page.text)


def test_the_same_code_of_two_scales_keeps_its_two_looks() -> None:
    shown = make.document("One. Two.")
    claims = [
        make.claim(
            number,
            highlights=(make.highlight(shown, number, at, at + 4),),
            history=(make.assessment(number, "true", verdict_scale=scale),),
        )
        for number, at, scale in ((1, 0, "house-5"), (2, 5, "politifact"))
    ]
    source = html_page(make.data([shown], claims), EXPORTED).decode()
    assert "mark.v-house-5-true{" in source
    assert "mark.v-politifact-true{" in source


def test_words_from_outside_cannot_become_markup() -> None:
    shown = make.document("<script>alert(1)</script>")
    claim = make.claim(
        1,
        '"><img src=x onerror=alert(1)>',
        highlights=(make.highlight(shown, 1, 0, 25),),
        citations=(make.citation(1),),
    )
    source = make.source(1, url="javascript:alert(1)", title="<b>")
    page = Page(make.data([shown], [claim], sources=[source], items=[make.evidence(1)]))
    assert "script" not in page.seen
    assert not any(link.startswith("javascript:") for link in page.links)


def test_a_rating_of_earlier_words_says_so() -> None:
    why = "Edition 2 says “22” instead of “17”."
    claims = [
        make.claim(1, history=(make.assessment(1, reopened_because=why),)),
        make.claim(2, history=(make.assessment(2),)),
    ]
    text = Page(make.data([], claims)).text
    assert text.count("Reopened") == 1
    assert why in text
