"""Pages in the view: zoom, turn, going there, pictures that are sharp and bounded, links."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPaintEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from reading_samples import (
    WAIT,
    link_span,
    long_text,
    make_pdf,
    place_before,
    plain,
    rest,
    shown,
    without_ink,
)

from verifier.errors import Unreadable
from verifier.text.ranges import TextRange
from verifier.ui.reader.flow import FlowProvider
from verifier.ui.reader.geometry import PageGeometry
from verifier.ui.reader.layout import PageLayout, View
from verifier.ui.reader.pdf import PdfProvider
from verifier.ui.reader.pictures import Drawing, PictureCache, Piece
from verifier.ui.reader.position import ReadingPosition, ZoomMode, fitting_zoom
from verifier.ui.reader.provider import Link
from verifier.ui.reader.sheets import drawing_of

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
LINE_OR_TWO = 130
"""Characters."""


@pytest.fixture
def pdf(tmp_path: Path) -> PdfProvider:
    pages = [[f"Page {p} line {n} of many." for n in range(40)] for p in range(12)]
    return make_pdf(tmp_path / "twelve.pdf", pages)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("columns", [1, 2])
def test_every_box_holds_its_glyph(
    qtbot: QtBot, pdf: PdfProvider, rotation: int, columns: int
) -> None:
    view = shown(qtbot, pdf, width=1400, height=1000)
    view.set_rotation(rotation)
    view.set_columns(columns)
    view.set_zoom_mode(ZoomMode.PAGE)
    view.go_to_page(3)
    rest(qtbot, view)
    start = pdf.starts[2]
    letters = [n for n in range(start, start + 60) if pdf.text[n].isalnum()]
    assert without_ink(view, letters) == ""
    for n in letters:
        assert view.offset_at(place_before(view, n)) == n


def test_text_without_pages_has_its_glyphs_in_its_boxes(qtbot: QtBot) -> None:
    text = long_text()
    view = shown(qtbot, plain(text))
    rest(qtbot, view)
    assert without_ink(view, [n for n in range(120) if text[n].isalnum()]) == ""


def test_ctrl_and_wheel_zoom_at_the_pointer(qtbot: QtBot, pdf: PdfProvider) -> None:
    view = shown(qtbot, pdf)
    view.go_to_page(5)
    point = place_before(view, pdf.starts[4] + 200)
    before = view.zoom()
    for _ in range(3):
        event = QWheelEvent(
            point, view.mapToGlobal(point), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(view.viewport(), event)
    assert view.zoom() > before * 1.5
    assert view.offset_at(point) == pdf.starts[4] + 200


@pytest.mark.parametrize("flow", [False, True])
def test_zoom_keeps_the_place_and_its_bounds(qtbot: QtBot, pdf: PdfProvider, flow: bool) -> None:
    provider = plain(long_text(800)) if flow else pdf
    view = shown(qtbot, provider)
    view.go_to_page(6)
    reading = QPointF(view.viewport().width() / 2, view.viewport().height() / 3)
    place, words = view.place_at(reading), view.offset_at(reading) or 0
    assert place is not None
    with qtbot.waitSignal(view.zoom_changed, timeout=WAIT):
        view.set_zoom(0.6)
    for zoom in (1.7, 0.9, 3.1):
        view.set_zoom(zoom)
        now = view.place_at(reading)
        assert now is not None
        if flow:
            assert abs((view.offset_at(reading) or 0) - words) < LINE_OR_TWO
        else:
            assert now[0] == place[0]
            assert now[2] == pytest.approx(place[2], abs=2.5)
    view.set_zoom(99)
    assert view.zoom() == 4.0
    view.set_zoom(0.01)
    assert view.zoom() == 0.25
    view.zoom_in()
    assert view.zoom() == pytest.approx(0.33)


def test_a_picture_larger_than_any_window_is_fitted_into_its_width() -> None:
    shown = fitting_zoom([(6000.0, 4000.0)], View(), ZoomMode.WIDTH, QSize(400, 600))
    assert shown < 0.25
    layout = PageLayout([(6000.0, 4000.0)], View(zoom=shown), 400)
    assert layout.width <= 400


def test_a_single_page_has_the_whole_window_where_two_stand_in_a_row() -> None:
    window, page = QSize(1000, 600), (600.0, 800.0)
    one, two = View(), View(columns=2)
    alone = fitting_zoom([page], two, ZoomMode.WIDTH, window)
    assert alone == fitting_zoom([page], one, ZoomMode.WIDTH, window)
    assert fitting_zoom([page] * 2, two, ZoomMode.WIDTH, window) < 0.6 * alone


def test_of_two_pages_in_a_row_the_first_is_the_one_being_read(
    qtbot: QtBot, pdf: PdfProvider
) -> None:
    view = shown(qtbot, pdf)
    view.set_columns(2)
    assert view.current_page() == 1
    view.go_to_page(4)
    assert view.current_page() == 3


def test_a_resize_keeps_the_top_of_the_window(qtbot: QtBot, pdf: PdfProvider) -> None:
    view = shown(qtbot, pdf)
    view.go_to(4, 300.0)
    view.resize(600, 500)
    assert view.position().page == 4
    assert view.position().y == pytest.approx(300.0, abs=3)


def test_fit_width_and_fit_page(qtbot: QtBot, pdf: PdfProvider) -> None:
    view = shown(qtbot, pdf)
    view.set_zoom_mode(ZoomMode.WIDTH)
    assert view.page_layout.rect(0).width() <= view.viewport().width()
    assert view.page_layout.rect(0).width() > view.viewport().width() - 60
    view.set_zoom_mode(ZoomMode.PAGE)
    assert view.page_layout.rect(0).height() <= view.viewport().height()
    assert view.page_layout.rect(0).height() > view.viewport().height() - 60


class Painted(QObject):
    """Notes what was painted of a window."""

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self.rects: list[QRect] = []
        viewport.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QPaintEvent):
            self.rects.append(event.rect())
        return super().eventFilter(watched, event)


def test_a_page_that_is_turned_where_it_lies_leaves_nothing_of_itself_behind(
    qtbot: QtBot, tmp_path: Path
) -> None:
    view = shown(qtbot, make_pdf(tmp_path / "one.pdf", [["Only this."]]))
    view.set_zoom_mode(ZoomMode.WIDTH)
    rest(qtbot, view)
    corner, painted = view.page_layout.rect(0).topLeft(), Painted(view.viewport())
    view.set_rotation(90)
    assert view.page_layout.rect(0).topLeft() == corner
    assert view.page_layout.rect(0).bottom() < view.viewport().height()
    whole = view.viewport().rect()
    qtbot.waitUntil(lambda: whole in painted.rects, timeout=WAIT)


def test_a_page_that_cannot_come_to_the_top_is_read_all_the_same_once_it_was_gone_to(
    qtbot: QtBot, tmp_path: Path
) -> None:
    view = shown(qtbot, make_pdf(tmp_path / "small.pdf", [[f"Page {n}"] for n in range(8)]))
    view.set_zoom(0.25)
    view.verticalScrollBar().setValue(0)
    assert view.current_page() == 1
    told: list[int] = []
    view.page_changed.connect(told.append)
    view.go_to_page(8)
    for number in (7, 6, 5, 6, 7):
        view.turn_to_page(number)
        assert view.current_page() == number
    assert told == [8, 7, 6, 5, 6, 7]
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() - 1)
    bar.setValue(0)
    assert view.current_page() == 1
    bar.setValue(bar.maximum())
    view.go_to_page(2)
    assert view.current_page() == 2


def test_going_to_a_page_tells_which_one_is_read(qtbot: QtBot, pdf: PdfProvider) -> None:
    view = shown(qtbot, pdf)
    with qtbot.waitSignal(view.page_changed, timeout=WAIT) as told:
        view.go_to_page(7)
    assert told.args == [7]
    assert view.current_page() == 7
    assert "7" in view.accessibleDescription()
    view.go_to_page(99)
    assert view.current_page() == 12
    view.go_to_page(-3)
    assert view.current_page() == 1


@pytest.mark.parametrize("flow", [False, True])
def test_a_reading_position_is_found_again(qtbot: QtBot, pdf: PdfProvider, flow: bool) -> None:
    provider = plain(long_text(3000)) if flow else pdf
    view = shown(qtbot, provider)
    view.set_zoom(1.3)
    view.go_to(9, 120.0)
    kept = view.position()
    top = view.offset_at(QPointF(300, 5))
    view.verticalScrollBar().setValue(0)
    view.set_zoom_mode(ZoomMode.WIDTH)
    view.restore(kept)
    assert view.offset_at(QPointF(300, 5)) == top
    assert view.zoom() == pytest.approx(1.3)
    view.restore(ReadingPosition(page=10_000))
    assert view.current_page() <= view.page_count


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_reading_position_on_turned_pages_is_found_again(
    qtbot: QtBot, pdf: PdfProvider, turned: int
) -> None:
    view = shown(qtbot, pdf)
    view.set_rotation(turned)
    view.go_to_page(7)
    bar = view.verticalScrollBar()
    bar.setValue(bar.value() + 60)
    kept, top = view.position(), bar.value()
    view.set_rotation(0)
    bar.setValue(0)
    view.restore(kept)
    assert (view.rotation(), view.current_page()) == (turned, 7)
    assert abs(bar.value() - top) <= 1


def test_the_zoomed_picture_is_as_sharp_as_the_screen(qtbot: QtBot, pdf: PdfProvider) -> None:
    view = shown(qtbot, pdf)
    view.set_zoom(2.0)
    rest(qtbot, view)
    drawing = drawing_of(view.page_layout, 0, view.devicePixelRatioF())
    assert drawing.width == round(view.page_layout.rect(0).width() * view.devicePixelRatioF())
    assert view._pictures is not None
    image = view._pictures.cache.get(Piece(0, drawing.scale, 0))
    assert image is not None
    assert image.width() == drawing.width


def test_only_what_shows_of_a_large_page_is_drawn(qtbot: QtBot, pdf: PdfProvider) -> None:
    view = shown(qtbot, pdf)
    view.set_zoom(4.0)
    rest(qtbot, view)
    assert view._pictures is not None
    whole = 4 * view.page_layout.rect(0).width() * view.page_layout.rect(0).height()
    assert view._pictures.cache.size < whole


def test_pictures_are_kept_within_their_bound() -> None:
    cache = PictureCache(limit=1_000_000)
    for page in range(40):
        drawing = Drawing(page, 1.0, 100, 250)
        cache.put(Piece(page, 1.0, 0), QImage(QSize(100, 250), QImage.Format.Format_RGB32), drawing)
    assert cache.size <= 1_000_000
    assert cache.get(Piece(39, 1.0, 0)) is not None
    assert cache.get(Piece(0, 1.0, 0)) is None
    assert cache.others(39, 2.0)
    cache.clear()
    assert cache.size == 0


def test_bands_cover_a_picture_exactly() -> None:
    drawing = Drawing(0, 4.0, 3000, 9001)
    bands = drawing.pieces(0, 9001)
    clips = [drawing.clip(piece.band) for piece in bands]
    assert clips[0].top() == 0
    assert sum(clip.height() for clip in clips) == 9001
    assert all(one.bottom() + 1 == other.top() for one, other in itertools.pairwise(clips))
    assert len(drawing.pieces(100, 200)) == 1


class Broken:
    """A document whose second page cannot be drawn."""

    title = "Broken"
    text = "one two "
    starts: Sequence[int] = (0, 4, 8)
    paged = True

    def __init__(self) -> None:
        self.closed = False
        self.threads: set[threading.Thread] = set()

    def page_sizes(self) -> Sequence[tuple[float, float]]:
        return [(200.0, 200.0)] * 2

    def settled(self, page: int) -> bool:
        return True

    def settle(self, page: int) -> bool:
        return False

    def measure(self, page: int) -> None:
        raise AssertionError("its sizes are known")

    def measured(self, page: int) -> bool:
        return True

    def located(self, page: int) -> bool:
        return True

    def geometry(self, page: int) -> PageGeometry:
        return PageGeometry(self.text[page * 4 : page * 4 + 4], np.zeros((4, 4), dtype=np.float32))

    def render(
        self, page: int, scale: float, clip: QRect, give_up: Callable[[], bool] | None = None
    ) -> QImage:
        self.threads.add(threading.current_thread())
        if page == 1:
            raise Unreadable("Page 2 is damaged.", "Nothing can be done.")
        image = QImage(clip.size(), QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.green)
        return image

    def links(self, page: int) -> Sequence[Link]:
        return []

    def paragraph(self, index: int) -> TextRange:
        return TextRange(0, 4)

    def starts_paragraph(self, index: int) -> bool:
        return False

    def running_lines(self, words: TextRange, page: int | None = None) -> Sequence[TextRange]:
        return ()

    def close(self) -> None:
        self.closed = True


def test_a_page_that_cannot_be_drawn_says_so_and_the_others_go_on(qtbot: QtBot) -> None:
    provider = Broken()
    view = shown(qtbot, provider)
    view.set_zoom(1.0)
    rest(qtbot, view)
    assert view._pictures is not None
    assert "damaged" in view._pictures.failures[1]
    assert threading.main_thread() not in provider.threads
    centre = view.to_viewport(0, (100, 100, 100, 100)).topLeft().toPoint()
    assert view.viewport().grab().toImage().pixelColor(centre).green() > 200


def test_closing_ends_the_thread_and_the_document(qtbot: QtBot) -> None:
    provider = Broken()
    view = shown(qtbot, provider)
    view.set_document(plain("Other text."))
    assert provider.closed
    view.close_document()
    assert view.page_count == 0
    assert view.selection() is None
    view.viewport().grab()


def test_a_page_without_text_can_be_looked_at(qtbot: QtBot) -> None:
    view = shown(qtbot, Broken())
    QTest.mouseClick(view.viewport(), LEFT, NONE, QPoint(200, 200))
    QTest.mouseDClick(view.viewport(), LEFT, NONE, QPoint(200, 200))
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert not view.text_under(QPointF(200, 200))


def test_an_empty_text_can_be_looked_at(qtbot: QtBot) -> None:
    view = shown(qtbot, plain(""))
    QTest.mouseClick(view.viewport(), LEFT, NONE, QPoint(200, 200))
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert view.selection() is None


def test_a_link_is_told_not_opened(qtbot: QtBot) -> None:
    text = "See the annual report for more."
    provider = FlowProvider(text, spans=[link_span(text, "annual report", "https://example.org/r")])
    view = shown(qtbot, provider)
    point = place_before(view, text.index("annual") + 2)
    with qtbot.waitSignal(view.link_activated, timeout=WAIT) as told:
        QTest.mouseClick(view.viewport(), LEFT, NONE, point.toPoint())
    assert told.args == ["https://example.org/r"]
    assert view.tooltip_at(point.toPoint()) == "https://example.org/r"


def test_pages_are_found_by_height() -> None:
    layout = PageLayout([(100.0, 200.0)] * 5, View(zoom=0.75, gap=10, margin=20, columns=2), 500)
    assert layout.rect(0).size() == QSize(100, 200)
    assert layout.rect(1).left() == layout.rect(0).right() + 11
    assert list(layout.pages_between(0, 100)) == [0, 1]
    assert list(layout.pages_between(215, 300)) == [0, 1, 2, 3]
    assert list(layout.pages_between(640, 700)) == [4] if layout.rect(4).bottom() > 640 else True
    assert layout.page_at(QPointF(10, 10)) == 0
    assert layout.page_at(QPointF(490, 10)) == 1
    assert layout.page_at(QPointF(490, 9999)) == 4
