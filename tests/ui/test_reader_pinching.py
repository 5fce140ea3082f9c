"""Two fingers on the screen or on the pad zoom about the place between them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reading_samples import make_pdf, shown

from verifier.ui.reader.position import ZoomMode
from verifier.ui.reader.view import ReaderView

CENTRE = QPoint(500, 300)
STILL = QPoint()


@pytest.fixture(scope="session")
def screen() -> QPointingDevice:
    """A screen that feels fingers."""
    return QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)


@pytest.fixture
def view(qtbot: QtBot, tmp_path: Path) -> ReaderView:
    """A few pages at 100 %, from their middle."""
    pages = [[f"Line {line} of page {page}" for line in range(40)] for page in range(4)]
    made = shown(qtbot, make_pdf(tmp_path / "pages.pdf", pages), 800, 700)
    made.set_zoom(1.0)
    made.go_to(1, 100.0)
    return made


def held(view: ReaderView) -> tuple[int, float, float]:
    """What lies between the fingers."""
    place = view.place_at(QPointF(CENTRE))
    assert place is not None
    return place


def pinch(view: ReaderView, screen: QPointingDevice, apart: list[int], by: QPoint = STILL) -> None:
    """Put two fingers down, move them so far from the middle one after the other, lift them.

    With each step the middle goes elsewhere.
    """
    port = view.viewport()
    for at, away in enumerate([*apart, apart[-1]]):
        centre = CENTRE + by * min(at, len(apart) - 1)
        touch = QTest.touchEvent(port, screen, False)
        on_finger = touch.press if at == 0 else touch.release if at == len(apart) else touch.move
        on_finger(0, centre - QPoint(away, 0), port)
        on_finger(1, centre + QPoint(away, 0), port)
        touch.commit()


def test_two_fingers_zoom_by_as_much_as_they_part(
    view: ReaderView, screen: QPointingDevice
) -> None:
    page, x, y = held(view)
    pinch(view, screen, [80, 100, 120, 150])
    assert view.zoom() == pytest.approx(1.5)
    assert held(view)[0] == page
    assert held(view)[1:] == pytest.approx((x, y), abs=1.5)


def test_fingers_that_come_together_make_the_pages_smaller(
    view: ReaderView, screen: QPointingDevice
) -> None:
    pinch(view, screen, [200, 160, 120, 80])
    assert view.zoom() == pytest.approx(0.5)


def test_two_fingers_take_the_paper_with_them(view: ReaderView, screen: QPointingDevice) -> None:
    view.set_zoom_mode(ZoomMode.WIDTH)
    zoom, before = view.zoom(), view.verticalScrollBar().value()
    pinch(view, screen, [100] * 5, QPoint(0, -20))
    moved = view.verticalScrollBar().value() - before
    assert moved in (60, 80)
    assert (view.zoom(), view.zoom_mode) == (zoom, ZoomMode.WIDTH)


def test_what_lies_between_two_fingers_stays_between_them(
    view: ReaderView, screen: QPointingDevice
) -> None:
    page, x, y = held(view)
    pinch(view, screen, [80, 100, 120, 150], QPoint(-10, -30))
    place = view.place_at(QPointF(CENTRE + QPoint(-10, -30) * 3))
    assert place is not None
    assert place[0] == page
    assert place[1:] == pytest.approx((x, y), abs=25)  # Qt takes the first step for the beginning


def test_two_fingers_that_only_rest_leave_the_pages_as_they_are(
    view: ReaderView, screen: QPointingDevice
) -> None:
    view.set_zoom_mode(ZoomMode.WIDTH)
    before = view.zoom()
    pinch(view, screen, [100])
    assert view.zoom() == before
    assert view.zoom_mode is ZoomMode.WIDTH


def test_a_pinch_on_the_pad_zooms_about_the_pointer(view: ReaderView) -> None:
    page, x, y = held(view)
    for change in (0.1, 0.1, -0.05):
        event = QNativeGestureEvent(
            Qt.NativeGestureType.ZoomNativeGesture,
            QPointingDevice.primaryPointingDevice(),
            2,
            QPointF(CENTRE),
            QPointF(CENTRE),
            QPointF(view.viewport().mapToGlobal(CENTRE)),
            change,
            QPointF(),
        )
        QApplication.sendEvent(view.viewport(), event)
    assert view.zoom() == pytest.approx(1.1 * 1.1 * 0.95)
    assert held(view)[0] == page
    assert held(view)[1:] == pytest.approx((x, y), abs=1.5)
