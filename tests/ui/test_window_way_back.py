"""Back to where a link, an outline or a claim was followed, and forward again."""

from __future__ import annotations

import pikepdf
import pytest
from pdf_making import link_first_page
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from reading_samples import make_pdf
from window_driving import LEFT, NONE, Bench

from verifier.actions.claims import AddClaim
from verifier.text.ranges import TextRange

ALT = Qt.KeyboardModifier.AltModifier
PAGES = [[f"Page {number} begins here"] for number in range(1, 9)]


@pytest.fixture
def reading(bench: Bench) -> Bench:
    """A PDF of eight pages, the keyboard in it."""
    bench.new_case()
    path = bench.folder / "report.pdf"
    make_pdf(path, PAGES).close()
    bench.import_file(path)
    bench.jobs_are_done()
    bench.view.setFocus()
    return bench


def jump(bench: Bench, page: int) -> None:
    """Go to a page by its number, as a person does."""
    bench.window.controllers.going.to_page(str(page))
    assert bench.view.current_page() == page
    turn(bench)


def turn(bench: Bench) -> None:
    """Let what belongs to one jump be over."""
    bench.until(lambda: not bench.window.desk.way_back.is_jumping)


def is_enabled(bench: Bench, command: str) -> bool:
    return bench.window.actions_of[command].isEnabled()


def test_alt_and_an_arrow_go_back_to_what_was_read_and_forward_again(reading: Bench) -> None:
    view = reading.view
    assert not is_enabled(reading, "go.back")
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 150)
    before = view.position()
    jump(reading, 5)
    jump(reading, 8)
    reading.key(Qt.Key.Key_Left, ALT)
    assert view.current_page() == 5
    reading.key(Qt.Key.Key_Left, ALT)
    assert view.position() == before
    assert not is_enabled(reading, "go.back")
    reading.key(Qt.Key.Key_Right, ALT)
    assert view.current_page() == 5
    reading.key(Qt.Key.Key_Right, ALT)
    assert view.current_page() == 8
    assert not is_enabled(reading, "go.forward")


def test_the_buttons_of_the_mouse_do_the_same_and_mark_nothing(reading: Bench) -> None:
    jump(reading, 6)
    port = reading.view.viewport()
    QTest.mouseClick(port, Qt.MouseButton.BackButton, NONE, port.rect().center())
    assert reading.view.current_page() == 1
    QTest.mouseClick(port, Qt.MouseButton.ForwardButton, NONE, port.rect().center())
    assert reading.view.current_page() == 6
    assert reading.view.caret() is None


def test_turning_pages_and_scrolling_are_no_jumps(reading: Bench) -> None:
    reading.window.controllers.going.next_page()
    reading.window.controllers.going.next_page()
    reading.view.verticalScrollBar().setValue(0)
    assert not is_enabled(reading, "go.back")


def test_a_jump_elsewhere_forgets_the_way_forward(reading: Bench) -> None:
    jump(reading, 5)
    reading.key(Qt.Key.Key_Left, ALT)
    assert is_enabled(reading, "go.forward")
    jump(reading, 3)
    assert not is_enabled(reading, "go.forward")


def test_back_keeps_the_zoom_that_was_chosen_meanwhile(reading: Bench) -> None:
    jump(reading, 5)
    reading.view.set_zoom(1.5)
    reading.key(Qt.Key.Key_Left, ALT)
    assert (reading.view.current_page(), reading.view.zoom()) == (1, 1.5)


def test_back_from_a_claim_in_another_document_is_back_in_the_first(reading: Bench) -> None:
    first = reading.view
    tab = reading.window.desk.current
    assert tab is not None
    place = tab.content.text.index("Page 7")
    claim = AddClaim("It begins", (tab.passage(TextRange(place, place + 6)),))
    reading.do(claim)
    reading.import_file(reading.write())
    reading.jobs_are_done()
    second = reading.view
    turn(reading)
    reading.window.desk.way_back.forget()
    reading.shell.select(claim.id)
    assert reading.view is first
    assert first.current_page() == 7
    turn(reading)
    reading.window.actions_of.run("go.back")
    assert reading.view is second
    assert not is_enabled(reading, "go.back")


def test_places_in_a_document_that_was_closed_are_passed_over(reading: Bench) -> None:
    jump(reading, 5)
    reading.import_file(reading.write())
    reading.jobs_are_done()
    desk = reading.window.desk
    desk.tabs.close_tab(0)
    reading.window.actions_of.run("go.back")
    assert not is_enabled(reading, "go.back")
    assert desk.current is not None


def test_an_end_of_the_open_claim_moves_only_while_its_highlight_shows(reading: Bench) -> None:
    reading.drag_over("begins here")
    reading.key(Qt.Key.Key_H)
    (line,) = reading.claims
    was = line.highlights[0].range
    jump(reading, 6)
    reading.view.setFocus()
    reading.key(Qt.Key.Key_Left, ALT)
    assert reading.view.current_page() == 1
    reading.view.setFocus()
    reading.key(Qt.Key.Key_Left, ALT)
    reading.view.mover.settle()
    (line,) = reading.claims
    assert line.highlights[0].range.stop == was.stop - 1


def test_a_link_within_a_text_is_followed_and_come_back_from(bench: Bench) -> None:
    bench.new_case()
    text = "[To the method](#method)\n\n" + "words\n\n" * 300 + "## Method\n\nhow\n"
    bench.import_file(bench.write("report.md", text))
    bench.jobs_are_done()
    view = bench.view
    provider = view.provider
    assert provider is not None
    (link,) = provider.links(0)
    place = view.to_viewport(0, link.rect).center().toPoint()
    QTest.mouseClick(view.viewport(), LEFT, NONE, place)
    heading = provider.text.rindex("Method")
    assert view.rects_of(len(provider.starts) - 2, TextRange(heading, heading + 6))
    assert view.visible_pages().stop == view.page_count
    assert "Not opened" not in bench.told
    turn(bench)
    bench.window.actions_of.run("go.back")
    assert view.verticalScrollBar().value() == 0


def test_a_link_within_a_pdf_leads_to_its_height_on_the_page(bench: Bench) -> None:
    path = bench.folder / "report.pdf"
    make_pdf(path, PAGES).close()
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        high = float(file.pages[5].mediabox[3])
        target = [file.pages[5].obj, pikepdf.Name.XYZ, 0, high - 300, 0]
        action = pikepdf.Dictionary(S=pikepdf.Name.GoTo, D=pikepdf.Array(target))
        link_first_page(file, top=high, A=action)
        file.save(path)
    bench.new_case()
    bench.import_file(path)
    view = bench.view
    provider = view.provider
    assert provider is not None
    bench.until(lambda: provider.links(0))
    view.follow(provider.links(0)[0])
    position = view.position()
    assert (position.page, round(position.y)) == (5, 300)


def test_back_from_a_series_of_finds_is_back_where_it_began(reading: Bench) -> None:
    reading.window.actions_of.run("find")
    bar = reading.window.desk.find_bar
    bar.field.setText("Page")
    reading.until(lambda: "of 8" in bar.count.text())
    for number in (2, 4, 6):
        bar.go_to(number)
        turn(reading)
    assert reading.view.current_page() == 7
    reading.window.actions_of.run("go.back")
    assert reading.view.current_page() == 1
    assert not is_enabled(reading, "go.back")
