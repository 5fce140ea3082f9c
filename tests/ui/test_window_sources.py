"""Sources in the window: pasted, completed, graded, merged."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from test_window_places import with_claim
from window_driving import Bench

from verifier.actions.base import Batch
from verifier.actions.evidence import AddSource, CiteSource
from verifier.queries.evidence import SourceRow, evidence, sources
from verifier.references.csl import Item
from verifier.references.parsing import parse_references
from verifier.states import Stance
from verifier.ui.combo import Combo, choose_in
from verifier.ui.places import sources as sources_place
from verifier.ui.places.sources import Sources
from verifier.ui.tables import choose_row

RIS = """TY  - JOUR
TI  - Attributing Cyber Attacks
AU  - Rid, Thomas
JO  - J. Strategic Studies
PY  - 2015
DO  - 10.1080/01402390.2014.977382
ER  -
"""


def place(bench: Bench) -> Sources:
    return cast(Sources, bench.window.desk.show_place("sources"))


def stored(bench: Bench) -> dict[str, SourceRow]:
    return {row.title: row for row in bench.shell.read(sources)}


def choose(view: Sources, name: str, code: str) -> None:
    box = cast(Combo, view.details.form.widgets[name])
    choose_in(box, code)
    box.activated.emit(box.currentIndex())


def test_pasted_references_become_sources_that_are_completed_in_place(bench: Bench) -> None:
    claim_id = with_claim(bench)
    view = place(bench)
    view.begin_paste()
    assert view.paste is not None
    view.paste.text.setPlainText(RIS)
    view.paste.look()
    assert "New: Rid, Thomas" in view.paste.told.text()
    bench.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert view.paste is None
    (row,) = stored(bench).values()
    assert view.details.source == row
    assert "Attributing Cyber Attacks" in view.details.reference.text()

    choose(view, "kind", "primary")
    choose(view, "reliability", "B")
    reason = cast(QPlainTextEdit, view.details.form.widgets["reliability_reason"])
    reason.setFocus()
    bench.type("Peer reviewed.")
    pages = cast(QLineEdit, view.details.form.widgets["csl.page"])
    pages.setFocus()
    bench.type("4-37")
    bench.key(Qt.Key.Key_Return)
    (row,) = stored(bench).values()
    assert (row.kind, row.reliability, row.reliability_reason) == ("primary", "B", "Peer reviewed.")
    assert row.csl["page"] == "4-37"
    assert "4–37" in view.details.reference.text()
    bench.undo()
    (row,) = stored(bench).values()
    assert "page" not in row.csl

    assert bench.shell.do(CiteSource(claim_id, row.id, Stance.SUPPORTS))
    view.details._withdraw()
    assert "has evidence" in bench.told
    view.begin_paste()
    assert view.paste is not None
    view.paste.text.setPlainText("https://doi.org/10.1080/01402390.2014.977382")
    view.paste.look()
    assert "In the case" in view.paste.told.text()
    assert not view.paste.add.isEnabled()
    bench.key(Qt.Key.Key_Escape)
    assert view.paste is None


def test_a_file_of_references_is_imported_and_publications_hang_on_their_publisher(
    bench: Bench,
) -> None:
    bench.new_case()
    view = place(bench)
    bench.answer("references", bench.write("library.ris", RIS))
    view.import_file()
    bench.until(lambda: stored(bench))
    assert "Sources added: 1." in bench.told
    publisher = AddSource({"title": "Journal house", "kind": "publisher", "reliability": "A"})
    assert bench.shell.do(publisher)
    view.show_source(stored(bench)["Attributing Cyber Attacks"].id)
    choose(view, "parent_id", publisher.id)
    assert stored(bench)["Attributing Cyber Attacks"].parent_id == publisher.id
    view.show_source(publisher.id)
    view.details._add_publication()
    bench.type("Volume two")
    bench.key(Qt.Key.Key_Return)
    child = stored(bench)["Volume two"]
    assert (child.parent_id, child.reliability) == (publisher.id, "A")
    view.filter.setText("volume")
    assert [row.title for row in view.model.rows] == ["Volume two"]


def test_references_of_a_file_that_is_read_too_long_come_into_no_other_case(
    bench: Bench,
) -> None:
    bench.new_case()
    bench.answer("references", bench.write("library.ris", RIS))
    place(bench).import_file()
    (job,) = bench.shell.jobs.awaited
    job.cancel()
    bench.new_case("another.vcase")
    bench.jobs_are_done()
    assert not stored(bench)


def test_references_of_a_file_whose_reading_was_stopped_are_not_taken(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.new_case()

    def stopped_meanwhile(data: bytes, name: str) -> tuple[Item, ...]:
        bench.shell.jobs.awaited[0].cancel()
        return parse_references(data, name)

    monkeypatch.setattr(sources_place, "parse_references", stopped_meanwhile)
    bench.answer("references", bench.write("library.ris", RIS))
    place(bench).import_file()
    bench.jobs_are_done()
    assert not stored(bench)


def test_duplicates_are_offered_and_merged_with_a_preview(bench: Bench) -> None:
    claim_id = with_claim(bench)
    first = AddSource({"title": "Bulletin", "url": "https://example.org/a", "reliability": "B"})
    second = AddSource({"title": "Daily", "url": "http://www.example.org/a/", "language": "uk"})
    assert bench.shell.do(first)
    assert bench.shell.do(second)
    assert bench.shell.do(CiteSource(claim_id, second.id, Stance.SUPPORTS))
    view = place(bench)
    assert view.duplicates.text() == "Possible duplicates: 1"
    bench.click(view.duplicates)
    panel = view.merging
    assert panel is not None
    panel.choices[0].setChecked(True)
    assert panel.survivor.id == first.id
    assert "moves to it: 1" in panel.preview.text()
    assert "Language" in panel.preview.text()
    bench.click(panel.merge)
    bench.until(lambda: len(stored(bench)) == 1 and not bench.shell.big.doing)
    (row,) = stored(bench).values()
    assert (row.title, row.language, row.reliability) == ("Bulletin", "uk", "B")
    assert [item.source_id for item in bench.shell.read(evidence)] == [first.id]
    assert view.details.source == row
    assert not view.duplicates.isVisibleTo(view)
    bench.undo()
    assert len(stored(bench)) == 2
    bench.click(view.duplicates)
    assert view.merging is not None
    bench.click(view.merging.apart)
    assert not view.suspicions


def test_what_is_typed_about_a_source_while_the_disk_is_full_stays_until_there_is_room(
    bench: Bench,
) -> None:
    with_claim(bench)
    first, second = AddSource({"title": "The agency"}), AddSource({"title": "The ministry"})
    bench.do(Batch("add sources", (first, second)))
    view = place(bench)
    choose_row(view.table, view.model.place_of(first.id))
    words = "Peer reviewed. " * 8000
    bench.may_grow(1)
    reason = cast(QPlainTextEdit, view.details.form.widgets["reliability_reason"])
    reason.setPlainText(words)
    choose_row(view.table, view.model.place_of(second.id))
    assert "the disk is full" in bench.told
    bench.until(lambda: [row.id for row in view.chosen] == [first.id])
    assert reason.toPlainText() == words
    bench.may_grow(1_000_000)
    choose_row(view.table, view.model.place_of(second.id))
    assert view.details.source is not None
    assert view.details.source.id == second.id
    assert stored(bench)["The agency"].reliability_reason == words.strip()


def test_two_fields_of_the_citation_data_that_waited_are_both_saved(bench: Bench) -> None:
    bench.new_case()
    source = AddSource({"title": "Bulletin"})
    bench.do(source)
    view = place(bench)
    view.show_source(source.id)
    bench.may_grow(1)
    words = "At length. " * 4000
    for name in ("csl.page", "csl.volume"):
        field = cast(QLineEdit, view.details.form.widgets[name])
        field.setFocus()
        field.setText(words)
        field.textEdited.emit(words)
    assert not bench.shell.drafts.settle()
    bench.may_grow(1_000_000)
    assert bench.shell.drafts.settle()
    assert set(stored(bench)["Bulletin"].csl) == {"page", "volume"}
