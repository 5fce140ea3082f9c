"""A page that takes long to draw holds nobody up."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from pdf_making import line, pdf_of
from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from verifier.errors import Cancelled
from verifier.reading.document import ReadPage
from verifier.reading.render import PdfView
from verifier.ui.reader import pictures
from verifier.ui.reader.pdf import PdfProvider
from verifier.ui.reader.pictures import Drawing, Pictures, Piece

WAIT = 20_000
STROKES = "".join(f"{at % 600} 0 m {at % 590} 792 l S\n" for at in range(15_000))
"""A page that takes PDFium a second or more."""


class Slow(PdfProvider):
    """A document whose first page takes until it is given up, or allowed to end."""

    def __init__(self) -> None:
        pages = [ReadPage(number, 0, 0, 612, 792) for number in (1, 2)]
        data = pdf_of([line(72, 700, "One"), line(72, 700, "Two")])
        super().__init__(data, "", pages, lambda _: b"")
        self.may_end = threading.Event()
        self.tries: list[str] = []

    def render(
        self, page: int, scale: float, clip: QRect, give_up: Callable[[], bool] | None = None
    ) -> QImage:
        if page == 0:
            self.tries.append("begun")
            while not self.may_end.wait(0.002):
                if give_up is not None and give_up():
                    self.tries.append("given up")
                    raise Cancelled
        image = QImage(clip.size(), QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        return image


def wish(page: int) -> tuple[Piece, Drawing]:
    return Piece(page, 1.0, 0), Drawing(page, 1.0, 612, 792)


def test_others_go_first_and_the_slow_one_says_so(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "PATIENCE", 0.01)
    provider = Slow()
    owner = QObject()
    made = Pictures(provider, 0.0, owner)
    made.want([wish(0), wish(1)])
    qtbot.waitUntil(lambda: made.cache.has_page(1), timeout=WAIT)
    qtbot.waitUntil(lambda: made.slow == {0}, timeout=WAIT)
    assert provider.tries[:2] == ["begun", "given up"]
    provider.may_end.set()
    qtbot.waitUntil(lambda: made.cache.has_page(0), timeout=WAIT)
    assert made.slow == set()
    made.close()
    provider.close()


def test_what_nobody_wants_any_more_is_given_up(qtbot: QtBot) -> None:
    provider = Slow()
    owner = QObject()
    made = Pictures(provider, 0.0, owner)
    made.want([wish(0)])
    qtbot.waitUntil(lambda: provider.tries == ["begun"], timeout=WAIT)
    made.want([wish(1)])
    qtbot.waitUntil(lambda: made.cache.has_page(1), timeout=WAIT)
    assert provider.tries == ["begun", "given up"]
    made.want([wish(0)])
    qtbot.waitUntil(lambda: len(provider.tries) == 3, timeout=WAIT)
    made.close()
    assert provider.tries[-1] == "given up"
    provider.close()


def test_pdfium_stops_in_the_middle_of_a_page_and_lets_others_in() -> None:
    asked: list[int] = []

    def give_up() -> bool:
        with PdfView(pdf_of([line(72, 700, "Other")])) as other:
            asked.append(other.page_count)
        return len(asked) == 3

    with PdfView(pdf_of([STROKES])) as view:
        with pytest.raises(Cancelled):
            view.render(1, 2.0, give_up=give_up)
        assert asked == [1, 1, 1]
        whole = view.render(1, 0.5)
        assert len(set(bytes(whole.pixels))) > 1
