"""Regions of pictures in a text without pages: drawn, taken, moved and quoted in the window."""

from __future__ import annotations

import base64
import hashlib
import io
from pathlib import Path

import docx
import pytest
from docx.shared import Pt
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from window_driving import CTRL, LEFT, NONE, Bench

from verifier.actions.claims import AddClaim
from verifier.queries.evidence import citations, evidence
from verifier.text.regions import PictureRegion, Region
from verifier.ui.evidence_tab import EvidenceTab
from verifier.ui.reader.flow import FlowProvider
from verifier.ui.reader.frames import shown_place
from verifier.ui.reader.view import ReaderView

ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
BLUE, ORANGE = (51, 102, 230), (230, 140, 30)


def chart() -> bytes:
    """A picture whose left half is blue and whose right half is orange."""
    image = Image.new("RGB", (400, 200), BLUE)
    image.paste(ORANGE, (200, 0, 400, 200))
    made = io.BytesIO()
    image.save(made, "PNG")
    return made.getvalue()


DIGEST = hashlib.sha256(chart()).hexdigest()


def word_file(folder: Path) -> Path:
    made = docx.Document()
    made.add_paragraph("Prices doubled in one year.")
    made.add_picture(io.BytesIO(chart()), width=Pt(300), height=Pt(150))
    made.add_paragraph("So says the ministry.")
    path = folder / "report.docx"
    made.save(str(path))
    return path


def page(folder: Path, suffix: str = "html") -> Path:
    address = "data:image/png;base64," + base64.b64encode(chart()).decode()
    path = folder / f"report.{suffix}"
    if suffix == "md":
        words = f"Prices doubled in one year.\n\n![chart]({address})\n\nSo says the ministry.\n"
    else:
        words = (
            "<p>Prices doubled in one year.</p>"
            f"<p><img src='{address}'></p><p>So says the ministry.</p>"
        )
    path.write_text(words, encoding="utf-8")
    return path


def frame(bench: Bench, view: ReaderView, number: int = 1) -> tuple[float, float, float, float]:
    """Where the picture is shown, in points, once its pixels are there."""
    provider = view.provider
    assert isinstance(provider, FlowProvider)
    bench.until(lambda: provider.digest(number))
    return provider.geometry(0).pictures[number]


def point(view: ReaderView, x: float, y: float) -> QPoint:
    return view.to_viewport(0, (x, y, x, y)).topLeft().toPoint()


def drag(view: ReaderView, start: QPoint, stop: QPoint, modifier: Qt.KeyboardModifier) -> None:
    port = view.viewport()
    QTest.mousePress(port, LEFT, modifier, start)
    for place in ((start + stop) / 2, stop):
        QTest.mouseMove(port, place)
    QTest.mouseRelease(port, LEFT, modifier, stop)


def marked(bench: Bench) -> PictureRegion:
    """The region of the only claim."""
    (line,) = bench.claims
    (passage,) = line.highlights
    assert isinstance(passage.region, PictureRegion)
    return passage.region


@pytest.mark.parametrize("kind", ["docx", "html", "md"])
def test_a_region_of_a_picture_is_drawn_and_becomes_a_claim(bench: Bench, kind: str) -> None:
    bench.new_case()
    bench.import_file(word_file(bench.folder) if kind == "docx" else page(bench.folder, kind))
    view = bench.view
    x0, y0, x1, y1 = frame(bench, view)
    middle = (x0 + x1) / 2
    drag(view, point(view, middle, y0 + 20), point(view, x1 + 90, y1 - 20), ALT)
    region = view.region
    assert region is not None
    assert region.x1 == x1
    bench.key(Qt.Key.Key_H)
    kept = marked(bench)
    assert (kept.number, kept.picture) == (1, DIGEST)
    assert kept.x0 == pytest.approx(50, abs=0.5)
    assert kept.x1 == 100
    (passage,) = bench.claims[0].highlights
    assert passage.prefix.strip().endswith("one year.")
    assert passage.suffix.strip().startswith("So says")
    assert bench.claims[0].claim.statement == "Region of picture 1"


def test_it_is_painted_and_clicked_where_the_picture_is_at_every_zoom(bench: Bench) -> None:
    bench.new_case()
    bench.import_file(word_file(bench.folder))
    view = bench.view
    x0, y0, x1, y1 = frame(bench, view)
    drag(view, point(view, x0 + 15, y0 + 15), point(view, x0 + 75, y0 + 75), ALT)
    bench.key(Qt.Key.Key_H)
    bench.shell.select("")
    for zoom in (0.5, 1.0, 2.0):
        view.set_zoom(zoom)
        bench.until(lambda: not view.is_being_set)
        view.ensure_visible(marked(bench))
        x0, y0, x1, y1 = frame(bench, view)
        inside = view.to_viewport(0, (x0 + 15, y0 + 15, x0 + 75, y0 + 75)).center()
        assert [mark.label for mark in view.highlights_at(inside)] == ["C1"]
        outside = QPointF(point(view, x0 + 90, y0 + 45))
        assert not view.highlights_at(outside)
        QTest.mouseClick(view.viewport(), LEFT, NONE, inside.toPoint())
        assert bench.shell.selection == bench.claims[0].claim.id
        bench.shell.select("")
    tags = view._tags_of(0)
    assert [tag.highlight.label for tag in tags] == ["C1"]
    where = view.to_viewport(0, (x0, y0, x1, y1)).translated(QPointF(view.offset))
    assert where.top() < tags[0].rect.center().y() < where.bottom()


def test_clicks_go_through_what_lies_on_each_other_smallest_first(bench: Bench) -> None:
    bench.new_case()
    bench.import_file(word_file(bench.folder))
    view = bench.view
    x0, y0, x1, y1 = frame(bench, view)
    for inset in (10, 30):
        start, stop = point(view, x0 + inset, y0 + inset), point(view, x1 - inset, y1 - inset)
        drag(view, start, stop, ALT)
        bench.key(Qt.Key.Key_H)
    bench.shell.select("")
    outer, inner = (line.claim.id for line in bench.claims)
    for chosen in (inner, outer, inner):
        view.click_highlight(view.highlights_at(QPointF(point(view, x0 + 60, y0 + 60))))
        assert bench.shell.selection == chosen


def test_a_passage_that_is_looked_for_is_flashed_on_its_picture(bench: Bench) -> None:
    bench.new_case()
    bench.import_file(page(bench.folder))
    view = bench.view
    x0, y0, _, _ = frame(bench, view)
    drag(view, point(view, x0 + 15, y0 + 15), point(view, x0 + 75, y0 + 75), ALT)
    bench.key(Qt.Key.Key_H)
    tab = bench.window.desk.current
    assert tab is not None
    tab.show_passage(bench.claims[0].highlights[0].id)
    flashed = view._flashed
    assert isinstance(flashed, Region)
    assert flashed.rect == pytest.approx((x0 + 15, y0 + 15, x0 + 75, y0 + 75), abs=1.5)


def test_a_passage_far_down_a_long_text_is_gone_to(bench: Bench) -> None:
    bench.new_case()
    line = "<p>" + "A line of the report that nobody has looked at yet. " * 12 + "</p>"
    file = page(bench.folder)
    file.write_text(line * 500 + file.read_text(encoding="utf-8"), encoding="utf-8")
    bench.import_file(file)
    view = bench.view
    provider = view.provider
    assert isinstance(provider, FlowProvider)
    stretch = provider.page_of_picture(1)
    assert stretch is not None
    assert not provider.settled(stretch)
    kept = PictureRegion(1, 20, 20, 60, 60, DIGEST)
    view.ensure_visible(kept)
    where = shown_place(provider, kept)
    assert isinstance(where, Region)
    shown = view.to_viewport(stretch, where.rect)
    assert view.viewport().rect().contains(shown.topLeft().toPoint())


def test_a_region_has_no_grips_until_its_picture_shows(bench: Bench) -> None:
    bench.new_case()
    bench.import_file(page(bench.folder))
    view = bench.view
    x0, y0, _, _ = frame(bench, view)
    drag(view, point(view, x0 + 15, y0 + 15), point(view, x0 + 75, y0 + 75), ALT)
    bench.key(Qt.Key.Key_H)
    assert view.mover.grips(0)
    provider = view.provider
    assert isinstance(provider, FlowProvider)
    provider.take_pictures({})
    assert not view.mover.grips(0)
    kept = marked(bench)
    view.setFocus()
    bench.key(Qt.Key.Key_Right, ALT)
    view.mover.settle()
    assert marked(bench) == kept


def test_keys_draw_change_copy_and_take_it(bench: Bench) -> None:
    bench.new_case()
    bench.import_file(page(bench.folder))
    view = bench.view
    x0, y0, x1, y1 = frame(bench, view)
    view.setFocus()
    bench.key(Qt.Key.Key_M)
    first = view.region
    assert first is not None
    assert first.within((x0, y0, x1, y1)) == first
    for _ in range(40):
        bench.key(Qt.Key.Key_Right)
        bench.key(Qt.Key.Key_Down, SHIFT)
    moved = view.region
    assert moved is not None
    assert (moved.x1, moved.y1) == (x1, y1)
    bench.key(Qt.Key.Key_C, CTRL)
    image = QGuiApplication.clipboard().image()
    assert image.pixelColor(image.width() // 2, image.height() // 2) == QColor(*ORANGE)
    bench.key(Qt.Key.Key_Return)
    kept = marked(bench)
    assert (kept.x1, kept.y1) == (100, 100)
    view.setFocus()
    bench.key(Qt.Key.Key_Left, ALT)
    bench.until(lambda: marked(bench) != kept)
    assert marked(bench).x1 == pytest.approx(100 - 600 / (x1 - x0), abs=0.01)
    bench.undo()
    assert marked(bench) == kept
    bench.undo()
    assert not bench.claims
    bench.redo()
    assert marked(bench) == kept


def test_nothing_is_drawn_beside_a_picture(bench: Bench) -> None:
    bench.new_case()
    bench.import_file(page(bench.folder))
    view = bench.view
    _, y0, x1, _ = frame(bench, view)
    drag(view, point(view, x1 + 20, y0 + 20), point(view, x1 + 80, y0 + 90), ALT)
    assert view.region is None
    far = "<p>Far.</p><p><img src='https://example.org/a.png' alt='far' width=400 height=300></p>"
    bench.import_file(bench.write("far.html", far))
    bench.jobs_are_done()
    view = bench.view
    drag(view, point(view, x1 - 200, y0 + 2), point(view, x1 - 100, y0 + 20), ALT)
    assert view.region is None
    bench.import_file(bench.write("words.txt"))
    bench.view.setFocus()
    bench.key(Qt.Key.Key_M)
    assert bench.view.region is None
    assert "none shows here" in bench.told


def test_a_region_of_a_picture_in_the_evidence_is_quoted(bench: Bench) -> None:
    bench.new_case()
    claim = AddClaim("Prices doubled.")
    assert bench.shell.do(claim)
    bench.shell.select(claim.id)
    bench.inspector.taker.take([page(bench.folder)])
    bench.jobs_are_done()
    (item,) = bench.shell.read(evidence)
    bench.window.desk.show_evidence(item.id)
    bench.jobs_are_done()
    tab = bench.window.desk.beside.current
    assert isinstance(tab, EvidenceTab)
    x0, y0, _, _ = frame(bench, tab.view)
    drag(tab.view, point(tab.view, x0 + 10, y0 + 10), point(tab.view, x0 + 90, y0 + 60), ALT)
    bench.key(Qt.Key.Key_Q)

    def quoted() -> PictureRegion:
        (row,) = bench.shell.read(citations, claim_id=claim.id)
        assert isinstance(row.region, PictureRegion)
        return row.region

    kept = quoted()
    assert (kept.number, kept.picture) == (1, DIGEST)
    (row,) = bench.shell.read(citations, claim_id=claim.id)
    assert row.locator == "marked region of picture 1"
    (mark,) = tab.view.highlights_at(QPointF(point(tab.view, x0 + 50, y0 + 30)))
    assert mark.id == row.id
    tab.view.setFocus()
    bench.key(Qt.Key.Key_Right, ALT)
    bench.until(lambda: quoted() != kept)
    bench.undo()
    assert quoted() == kept
