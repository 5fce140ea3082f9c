"""Two texts beside each other in the window: each is set for its own pane."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from reading_samples import long_text, place_before, sheet_of, top_line
from window_driving import LEFT, NONE, Bench

from verifier.queries.evidence import evidence
from verifier.ui.document_tab import DocumentTab
from verifier.ui.evidence_tab import EvidenceTab
from verifier.ui.reader.sheet import USUAL
from verifier.ui.reader.view import ReaderView

TEXT = long_text(150)


def side_by_side(bench: Bench) -> tuple[DocumentTab, EvidenceTab]:
    """A report and a source beside it, both set for their panes."""
    bench.new_case()
    bench.import_file(bench.write(text=TEXT))
    bench.inspector.taker.take([bench.write("source.txt", TEXT.replace("fox", "cat"))])
    bench.jobs_are_done()
    item = bench.shell.read(evidence)[0]
    bench.window.desk.show_evidence(item.id)
    report = bench.window.desk.current
    assert report is not None
    source = cast(EvidenceTab, bench.window.desk.beside.current)
    are_at_rest(bench, report.view, source.view)
    return report, source


def are_at_rest(bench: Bench, *views: ReaderView) -> None:
    """Wait until both are set for their panes and drawn."""
    bench.until(lambda: not any(view.is_being_set for view in views))
    bench.until(lambda: all(view.pictures and view.pictures.is_idle for view in views))


def drag_splitter(bench: Bench, by: int) -> None:
    """Drag the line between the two sides with the mouse, in small steps."""
    handle = bench.window.desk.sides.handle(1)
    start = QPoint(handle.width() // 2, handle.height() // 2)
    QTest.mousePress(handle, LEFT, NONE, start)
    for _ in range(10):
        QTest.mouseMove(handle, start + QPoint(by // 10, 0))
    QTest.mouseRelease(handle, LEFT, NONE, start)


def drag_words(view: ReaderView, words: str) -> None:
    provider = view.provider
    assert provider is not None
    start = provider.text.index(words)
    view.show_caret(start)
    first, last = (place_before(view, at).toPoint() for at in (start, start + len(words)))
    port = view.viewport()
    QTest.mousePress(port, LEFT, NONE, first)
    for point in (QPoint((first.x() + last.x()) // 2, last.y()), last):
        QTest.mouseMove(port, point)
    QTest.mouseRelease(port, LEFT, NONE, last)


def test_both_are_read_at_full_size(bench: Bench) -> None:
    report, source = side_by_side(bench)
    for view in (report.view, source.view):
        assert view.zoom() >= 1.0
        assert sheet_of(view) < USUAL.width
        assert view.horizontalScrollBar().maximum() == 0


def test_the_top_line_stays_when_the_splitter_is_dragged(bench: Bench) -> None:
    report, source = side_by_side(bench)
    views = (report.view, source.view)
    for view in views:
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    are_at_rest(bench, *views)
    tops, sheets = [top_line(view).start for view in views], [sheet_of(view) for view in views]
    for by in (100, -150, 50):
        drag_splitter(bench, by)
        are_at_rest(bench, *views)
        for view, top in zip(views, tops, strict=True):
            line = top_line(view)
            assert line.start <= top < line.stop
        assert [sheet_of(view) for view in views] != sheets


def test_a_claim_made_in_the_narrow_pane_has_its_words_in_every_pane(bench: Bench) -> None:
    view = side_by_side(bench)[0].view
    words = "Paragraph 20 says that the quick brown fox jumps over"
    drag_words(view, words)
    bench.key(Qt.Key.Key_H)
    (line,) = bench.claims
    (highlight,) = line.highlights
    assert highlight.range.of(TEXT) == words
    bench.window.desk.beside.close_all()
    bench.until(lambda: sheet_of(view) > 2 * USUAL.width / 3)
    inside = place_before(view, highlight.range.start + 12)
    assert [mark.label for mark in view.highlights_at(inside)] == [line.claim.label]


def test_a_jump_to_a_claim_lands_on_its_words(bench: Bench) -> None:
    view = side_by_side(bench)[0].view
    drag_words(view, "Paragraph 120 says")
    bench.key(Qt.Key.Key_H)
    (line,) = bench.claims
    bench.shell.select("")
    view.verticalScrollBar().setValue(0)
    drag_splitter(bench, -100)
    bench.shell.select(line.claim.id)
    are_at_rest(bench, view)
    place = place_before(view, line.highlights[0].range.start)
    assert view.viewport().rect().contains(place.toPoint())
    assert [mark.label for mark in view.highlights_at(place)] == [line.claim.label]


def test_where_the_reading_stood_is_found_again_in_another_pane(bench: Bench) -> None:
    report, source = side_by_side(bench)
    view = report.view
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    are_at_rest(bench, view, source.view)
    top, path = top_line(view).start, bench.shell.path
    bench.shell.close()
    bench.shell.open(path)
    view = bench.view
    bench.until(lambda: sheet_of(view) > 2 * USUAL.width / 3)
    line = top_line(view)
    assert line.start <= top < line.stop


def test_a_document_behind_another_is_where_it_was_when_it_comes_to_the_front(bench: Bench) -> None:
    report, source = side_by_side(bench)
    view, desk = report.view, bench.window.desk
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    are_at_rest(bench, view)
    top, before = top_line(view).start, sheet_of(view)
    bench.import_file(bench.write("other.txt", "Another report."))
    drag_splitter(bench, -120)
    are_at_rest(bench, bench.view, source.view)
    desk.show_document(report.document_id)
    bench.until(lambda: sheet_of(view) < before)
    are_at_rest(bench, view)
    line = top_line(view)
    assert line.start <= top < line.stop
    assert view.horizontalScrollBar().maximum() == 0


def test_the_lists_make_room_for_two_documents_in_a_small_window(bench: Bench) -> None:
    bench.window.resize(1024, 700)
    report, source = side_by_side(bench)
    desk = bench.window.desk
    assert desk.left.isHidden()
    views = (report.view, source.view)
    bench.until(lambda: all(len(top_line(view)) >= 24 for view in views))
    bench.window.actions_of["view.left"].trigger()
    assert not desk.left.isHidden(), "whoever wants the lists has them"
    bench.window.actions_of["view.left"].trigger()
    desk.beside.close_all()
    assert not desk.left.isHidden()


def test_the_table_makes_room_for_the_page_in_a_low_window(bench: Bench) -> None:
    bench.new_case()
    bench.import_file(bench.write(text=TEXT))
    table, toggle = bench.window.desk.table, bench.window.actions_of["view.table"]
    bench.window.desk.show_table()
    assert table.isVisible()
    bench.window.resize(1024, 580)
    bench.until(table.isHidden)
    assert not toggle.isChecked()
    bench.until(lambda: bench.view.height() > 250)
    toggle.trigger()
    assert table.isVisible(), "whoever wants it has it"
    toggle.trigger()
    bench.window.resize(1024, 800)
    bench.until(table.isVisible)
    assert toggle.isChecked()
