"""Evidence and documents beside the report: opened, quoted from, marked, put away."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from reading_samples import make_pdf, place_before
from window_driving import CTRL, LEFT, Bench

from verifier.actions.base import Batch
from verifier.actions.claims import AddClaim
from verifier.actions.evidence import AddEvidence, Cite
from verifier.queries.evidence import CitationRow, citations, evidence
from verifier.states import EvidenceKind, Stance
from verifier.text.ranges import TextRange
from verifier.text.regions import Region
from verifier.ui.document_tab import DocumentTab
from verifier.ui.evidence_tab import EvidenceTab
from verifier.ui.inspector.citation_card import CitationCard
from verifier.ui.places.locker import Locker
from verifier.ui.reader.view import ReaderView

SOURCE = "Office of statistics\n\nPrices rose by 12 per cent in a year; they did not double.\n"
WORDS = "Prices rose by 12 per cent"


def with_claim_and_source(bench: Bench, name: str = "office.txt", text: str = SOURCE) -> str:
    """A report, an open claim, and a source in the locker; the id of the source."""
    bench.new_case()
    bench.import_file(bench.write())
    claim = AddClaim("Prices doubled in a year.")
    assert bench.shell.do(claim)
    bench.shell.select(claim.id)
    bench.inspector.taker.take([bench.write(name, text)])
    bench.jobs_are_done()
    return bench.shell.read(evidence)[0].id


def opened(bench: Bench, evidence_id: str) -> EvidenceTab:
    """The source, open beside the report."""
    bench.window.desk.show_evidence(evidence_id)
    tab = bench.window.desk.beside.current
    assert isinstance(tab, EvidenceTab)
    return tab


def drag_over(tab: EvidenceTab, words: str) -> None:
    """Select words of the source with the mouse."""
    start = tab.content.text.index(words)
    first, last = (place_before(tab.view, at) for at in (start, start + len(words)))
    port = tab.view.viewport()
    QTest.mousePress(port, LEFT, Qt.KeyboardModifier.NoModifier, first.toPoint())
    for point in ((first + last) / 2, last):
        QTest.mouseMove(port, point.toPoint())
    QTest.mouseRelease(port, LEFT, Qt.KeyboardModifier.NoModifier, last.toPoint())
    selected = tab.view.selection()
    assert selected is not None
    assert selected.of(tab.content.text) == words


def cited(bench: Bench) -> tuple[CitationRow, ...]:
    """What is cited for the open claim."""
    return bench.shell.read(citations, claim_id=bench.shell.selection)


def test_the_locker_opens_a_source_beside_the_report(bench: Bench) -> None:
    with_claim_and_source(bench)
    locker = cast(Locker, bench.window.desk.show_place("evidence"))
    locker.table.selectRow(0)
    locker.open_item()
    beside = bench.window.desk.beside
    assert beside.isVisible()
    assert isinstance(beside.current, EvidenceTab)
    assert WORDS in beside.current.content.text
    bench.window.desk.show_document(bench.shell.documents[0].id)
    assert bench.view.isVisible()
    assert beside.current.view.isVisible()


def test_e_opens_what_the_claim_cites_at_the_quoted_words(bench: Bench) -> None:
    item = with_claim_and_source(bench, text=SOURCE + "\n\nmore\n" * 200)
    text = opened(bench, item).content.text
    at = text.rindex("more")
    place = {"quote": "more", "start": at, "stop": at + 4}
    assert bench.shell.do(Cite(bench.shell.selection, item, Stance.REFUTES, place))
    bench.window.desk.beside.close_all()
    assert not bench.window.desk.beside.isVisible()
    bench.view.setFocus()
    bench.key(Qt.Key.Key_E)
    tab = bench.window.desk.beside.current
    assert isinstance(tab, EvidenceTab)
    assert tab.view.verticalScrollBar().value() > 0
    card = bench.inspector.findChildren(CitationCard)[0]
    assert card.citation.stance == "refutes"


def test_the_selected_words_become_a_quote_with_their_exact_place(bench: Bench) -> None:
    item = with_claim_and_source(bench)
    tab = opened(bench, item)
    drag_over(tab, WORDS)
    bench.key(Qt.Key.Key_Q)
    (row,) = cited(bench)
    start = tab.content.text.index(WORDS)
    assert (row.evidence_id, row.quote, row.start, row.stop) == (
        item, WORDS, start, start + len(WORDS),
    )  # fmt: skip
    assert row.prefix.endswith("statistics\n\n") or row.prefix.endswith("statistics\n")
    assert row.suffix.startswith(" in a year")
    assert tab.selection is None
    assert [mark.range.of(tab.content.text) for mark in tab.view.highlights()] == [WORDS]
    bench.undo()
    assert not cited(bench)
    assert not tab.view.highlights()


def test_a_citation_without_a_quote_is_filled_not_doubled(bench: Bench) -> None:
    item = with_claim_and_source(bench)
    assert bench.shell.do(Cite(bench.shell.selection, item, Stance.REFUTES))
    tab = opened(bench, item)
    drag_over(tab, WORDS)
    bench.click(tab.view._button)
    (row,) = cited(bench)
    assert (row.stance, row.quote) == ("refutes", WORDS)
    drag_over(tab, "they did not double")
    bench.click(tab.view._button)
    assert [(row.stance, row.quote) for row in cited(bench)] == [
        ("refutes", WORDS),
        ("refutes", "they did not double"),
    ]


def test_quotes_are_marked_differently_for_what_they_do_to_the_claim(bench: Bench) -> None:
    item = with_claim_and_source(bench)
    claim, places = bench.shell.selection, ((0, 6), (7, 9))
    pairs = zip((Stance.SUPPORTS, Stance.REFUTES), places, strict=True)
    cites = [
        Cite(claim, item, stance, {"quote": SOURCE[start:stop], "start": start, "stop": stop})
        for stance, (start, stop) in pairs
    ]
    assert bench.shell.do(Batch("cite", tuple(cites)))
    first, second = opened(bench, item).view.highlights()
    assert first.tint != second.tint
    assert first.pattern != second.pattern


def test_a_blank_is_not_quoted(bench: Bench) -> None:
    tab = opened(bench, with_claim_and_source(bench, text="Grain   rose by 12 per cent.\n"))
    drag_over(tab, "   ")
    bench.key(Qt.Key.Key_Q)
    assert "There are no words in what is selected." in bench.told
    assert not any(row.quote for row in cited(bench))


def test_without_an_open_claim_quoting_says_what_is_missing(bench: Bench) -> None:
    item = with_claim_and_source(bench)
    tab = opened(bench, item)
    bench.shell.select("")
    drag_over(tab, WORDS)
    bench.click(tab.view._button)
    assert "Open the claim first" in bench.told
    assert not bench.shell.read(citations)


def test_a_pdf_nobody_could_read_still_shows_its_pages(bench: Bench) -> None:
    with_claim_and_source(bench)
    path = bench.folder / "scan.pdf"
    make_pdf(path, [["One"], ["Two"]]).close()
    action = AddEvidence(
        EvidenceKind.FILE,
        data=path.read_bytes(),
        media_type="application/pdf",
        file_name="scan.pdf",
    )
    assert bench.shell.do(action)
    tab = opened(bench, action.id)
    assert tab.view.page_count == 2
    assert tab.content.text == ""


def test_a_picture_is_looked_at_beside_the_report(bench: Bench) -> None:
    bench.new_case()
    image = QImage(120, 80, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.green)
    file = bench.folder / "street.png"
    assert image.save(str(file))
    bench.inspector.taker.take([file])
    bench.until(lambda: "in the locker now" in bench.told)
    (item,) = bench.shell.read(evidence)
    bench.window.desk.show_evidence(item.id)
    tab = bench.window.desk.beside.current
    assert tab is not None
    bench.jobs_are_done()
    bench.until(lambda: shows_green(tab.view))


def shows_green(view: ReaderView) -> bool:
    image = view.viewport().grab().toImage()
    points = [
        image.pixelColor(x, y) for x in range(0, image.width(), 20) for y in range(0, 200, 10)
    ]
    return any(at.green() > 200 and at.red() < 100 for at in points)


def test_a_link_without_a_page_says_that_there_is_nothing_to_open(bench: Bench) -> None:
    bench.new_case()
    action = AddEvidence(EvidenceKind.LINK, {"url": "https://example.org/a"})
    assert bench.shell.do(action)
    bench.window.desk.show_evidence(action.id)
    assert not bench.window.desk.beside.isVisible()
    assert "no text and no page" in bench.told


def test_the_report_can_stand_beside_itself_and_claims_are_made_in_both(bench: Bench) -> None:
    bench.new_case()
    bench.import_file(bench.write())
    bench.view.setFocus()
    bench.key(Qt.Key.Key_B, CTRL)
    beside = bench.window.desk.beside
    assert beside.isVisible()
    tab = beside.current
    assert isinstance(tab, DocumentTab)
    words = "prices doubled in a year"
    start = tab.content.text.index(words)
    tab.view.setFocus()
    tab.view.select(TextRange(start, start + len(words)))
    bench.key(Qt.Key.Key_H)
    assert [line.claim.statement for line in bench.claims] == [words]
    bench.key(Qt.Key.Key_B, CTRL)
    assert not beside.isVisible()
    bench.key(Qt.Key.Key_B, CTRL)
    assert beside.current is tab


def test_page_number_and_zoom_are_those_of_the_pages_that_are_looked_at(bench: Bench) -> None:
    bench.new_case()
    for name, count in (("report", 3), ("source", 9)):
        make_pdf(bench.folder / f"{name}.pdf", [[f"{name} {n}"] for n in range(count)])
    bench.import_file(bench.folder / "report.pdf")
    bench.inspector.taker.take([bench.folder / "source.pdf"])
    bench.jobs_are_done()
    report, source = bench.view, opened(bench, bench.shell.read(evidence)[0].id).view
    bar = bench.window.toolbar
    source.setFocus()
    source.set_zoom(2.0)
    assert bar._zoom.text() == "200 %"
    assert bench.window.status.where.text().startswith("Page 1 of 9")
    bench.key(Qt.Key.Key_G, CTRL)
    bench.type("7")
    bench.key(Qt.Key.Key_Return)
    assert (source.current_page(), report.current_page()) == (7, 1)
    assert bar.pages.number.text() == "7"
    report.setFocus()
    assert bar.pages.number.text() == "1"
    assert bar._zoom.text() == f"{round(report.zoom() * 100)} %"
    assert bench.window.status.where.text().startswith("Page 1 of 3")
    bench.window.desk.beside.hide()
    assert bench.window.desk.pages is report


def test_undoing_the_item_closes_its_tab(bench: Bench) -> None:
    item = with_claim_and_source(bench)
    opened(bench, item)
    bench.undo()
    assert not bench.window.desk.beside.count()


def test_closing_the_case_puts_everything_beside_away(bench: Bench) -> None:
    opened(bench, with_claim_and_source(bench))
    bench.window.controllers.cases.close()
    assert not bench.window.desk.beside.count()


def test_a_picture_opens_beside_and_a_region_of_it_is_cited(bench: Bench) -> None:
    bench.new_case()
    claim = AddClaim("The bridge fell.")
    assert bench.shell.do(claim)
    bench.shell.select(claim.id)
    picture = QImage(800, 600, QImage.Format.Format_RGB32)
    green = QColor("#336644")
    picture.fill(green)
    path = bench.folder / "bridge.png"
    assert picture.save(str(path))
    bench.inspector.taker.take([path])
    bench.jobs_are_done()
    (item,) = bench.shell.read(evidence)
    tab = opened(bench, item.id)
    assert tab.view.page_layout.points(0) == (600, 450)
    bench.until(lambda: tab.view.grab().toImage().pixelColor(200, 200) == green)
    tab.view.setFocus()
    bench.key(Qt.Key.Key_M)
    region = tab.view.region
    assert region is not None
    bench.key(Qt.Key.Key_Q)
    (row,) = cited(bench)
    assert (row.region, row.quote, row.start) == (Region(*region.as_rectangle), "", None)  # type: ignore[arg-type]
    assert row.locator == "marked region"
    (mark,) = tab.view.highlights()
    assert mark.region == row.region
    bench.key(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    bench.until(lambda: cited(bench)[0].region != row.region)
    bench.undo()
    assert cited(bench)[0].region == row.region
    bench.undo()
    assert not cited(bench)
    assert not tab.view.highlights()
