"""Links that are dropped out of a browser: kept as they are, and nothing is fetched for them."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from test_window_places import with_claim
from window_driving import LEFT, NONE, Bench

from verifier.actions.claims import AddClaim, WithdrawClaim
from verifier.actions.evidence import AddSource
from verifier.queries.evidence import citations, evidence, sources
from verifier.ui.dropped import Link, links_in
from verifier.ui.places.locker import Locker

pytestmark = pytest.mark.usefixtures("short_pauses")

STORY = Link("https://example.org/story?id=5", "The bridge & the river")


def dragged(link: Link = STORY) -> QMimeData:
    """What Firefox gives for a link."""
    data = QMimeData()
    data.setUrls([QUrl(link.url)])
    data.setData("text/x-moz-url", f"{link.url}\n{link.title}".encode("utf-16-le"))
    return data


def drop(widget: QWidget, data: QMimeData) -> bool:
    """Drop something; whether it is taken."""
    place, action = QPoint(60, 60), Qt.DropAction.CopyAction
    entering = QDragEnterEvent(place, action, data, LEFT, NONE)
    entering.ignore()
    QApplication.sendEvent(widget, entering)
    if entering.isAccepted():
        QApplication.sendEvent(widget, QDropEvent(QPointF(place), action, data, LEFT, NONE))
    return entering.isAccepted()


def offered(bench: Bench) -> list[QPushButton]:
    return [
        button for card in bench.window.notices.cards for button in card.findChildren(QPushButton)
    ]


def test_an_address_is_told_with_the_title_that_the_browser_says() -> None:
    assert links_in(dragged()) == (STORY,)
    chrome = QMimeData()
    chrome.setUrls([QUrl(STORY.url)])
    chrome.setHtml(f'<a href="{STORY.url}">The <b>bridge</b>\n&amp; the river</a>')
    assert links_in(chrome) == (STORY,)
    bare = QMimeData()
    bare.setData("text/x-moz-url", f"{STORY.url}\n{STORY.url}".encode("utf-16-le"))
    assert links_in(bare) == (Link(STORY.url),)
    several = QMimeData()
    several.setUrls([QUrl("https://example.org/1"), QUrl("ftp://example.org"), QUrl(STORY.url)])
    assert links_in(several) == (Link("https://example.org/1"), Link(STORY.url))


def test_what_is_neither_a_file_nor_an_address_of_the_web_is_refused(bench: Bench) -> None:
    bench.new_case()
    data = QMimeData()
    data.setUrls([QUrl("javascript:alert(1)")])
    data.setText("words")
    assert not drop(bench.window, data)


def test_a_link_dropped_on_the_window_is_told_what_to_do_with(bench: Bench) -> None:
    assert drop(bench.window, dragged())
    assert "Nothing is fetched from the network: https://example.org/story?id=5" in bench.told
    assert "Save the page in the browser and drop the file here" in bench.told


def test_a_link_dropped_where_no_claim_is_open_is_kept_among_the_sources(bench: Bench) -> None:
    bench.new_case()
    assert drop(bench.window, dragged())
    (keep,) = offered(bench)
    assert keep.text() == "Keep it among the sources"
    bench.click(keep)
    (source,) = bench.shell.read(sources)
    assert (source.url, source.title) == (STORY.url, STORY.title)


def test_a_link_dropped_while_a_claim_is_open_can_be_its_source(bench: Bench) -> None:
    with_claim(bench)
    assert drop(bench.window, dragged())
    cite = offered(bench)[0]
    assert cite.text() == "Add it as a source of C1"
    bench.click(cite)
    form = bench.inspector.citations.form
    assert form is not None
    assert (form.url.text(), form.title.text()) == (STORY.url, STORY.title)
    bench.click(form.save)
    (source,) = bench.shell.read(sources)
    assert (source.url, source.title) == (STORY.url, STORY.title)
    assert len(bench.shell.read(citations)) == 1


def test_a_link_that_was_for_a_claim_that_is_gone_is_no_source_of_another(bench: Bench) -> None:
    gone = with_claim(bench)
    other = AddClaim("Wages rose.")
    bench.do(other)
    bench.shell.select(gone)
    assert drop(bench.window, dragged())
    cite = offered(bench)[0]
    bench.do(WithdrawClaim(gone))
    bench.shell.select(other.id)
    bench.click(cite)
    assert "This claim is no longer in the case." in bench.told
    assert bench.inspector.citations.form is None


def test_a_link_of_a_source_that_is_known_dropped_on_the_claim_chooses_it(bench: Bench) -> None:
    with_claim(bench)
    source = AddSource({"title": "Known", "url": "https://www.example.org/story?id=5#top"})
    assert bench.shell.do(source)
    assert drop(bench.inspector, dragged())
    form = bench.inspector.citations.form
    assert form is not None
    assert form.source.currentData() == source.id
    bench.click(form.save)
    assert len(bench.shell.read(sources)) == 1


def test_a_link_is_not_written_over_another_source_that_is_being_written(bench: Bench) -> None:
    with_claim(bench)
    bench.inspector.citations.begin()
    form = bench.inspector.citations.form
    assert form is not None
    form.url.setText("https://example.org/other")
    assert drop(bench.inspector, dragged())
    assert form.url.text() == "https://example.org/other"
    assert "Another source is being written" in bench.told


def test_a_link_dropped_on_the_locker_is_an_item_of_it(bench: Bench) -> None:
    bench.new_case()
    view = cast(Locker, bench.window.desk.show_place("evidence"))
    assert drop(view, dragged())
    (item,) = bench.shell.read(evidence)
    assert (item.kind, item.url, item.title) == ("link", STORY.url, STORY.title)
