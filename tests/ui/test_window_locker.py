"""The locker in the window: fields, metadata, custody, and files that were changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import cast

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from shiboken6 import isValid
from test_window_cases import spoil
from test_window_places import drop_on, with_claim
from window_driving import Bench

from verifier.actions.base import Batch
from verifier.actions.evidence import AddEvidence, AddSource
from verifier.capturing.page import Capture
from verifier.queries.evidence import custody, evidence, sources
from verifier.queries.locker import flagged
from verifier.states import EvidenceKind
from verifier.ui.combo import Combo, choose_in
from verifier.ui.evidence import capture_box
from verifier.ui.evidence.fields import change_of, written
from verifier.ui.places import locker as locker_place
from verifier.ui.places.locker import Locker


def locker(bench: Bench) -> Locker:
    return cast(Locker, bench.window.desk.show_place("evidence"))


def deeds(bench: Bench) -> list[str]:
    return [entry.action for entry in bench.shell.read(custody)]


def write_in(bench: Bench, view: Locker, name: str, words: str) -> None:
    field = cast(QLineEdit, view.details.form.widgets[name])
    field.setFocus()
    field.selectAll()
    bench.type(words)
    bench.key(Qt.Key.Key_Return)


def test_what_is_known_of_an_item_is_shown_and_completed_in_place(bench: Bench) -> None:
    claim_id = with_claim(bench)
    source = AddSource({"title": "The agency"})
    assert bench.shell.do(source)
    view = locker(bench)
    photo = bench.folder / "photo.jpg"
    picture = Image.new("RGB", (30, 20))
    exif = picture.getexif()
    exif[272] = "EOS 5D"
    picture.save(photo, exif=exif)
    drop_on(view, photo)
    bench.until(lambda: view.model.rows)
    view.table.selectRow(0)
    assert view.details.item is not None
    assert view.details.item.properties["camera"] == "EOS 5D"
    assert "image/jpeg" in view.details.hash.text()

    write_in(bench, view, "captured_at", "2022-01-14 10:30 +02:00")
    write_in(bench, view, "archive_url", "https://archive.example/1")
    write_in(bench, view, "origin_group", "Ministry")
    box = cast(Combo, view.details.form.widgets["source_id"])
    choose_in(box, source.id)
    box.activated.emit(box.currentIndex())
    (item,) = bench.shell.read(evidence)
    assert item.captured_at is not None
    assert item.captured_at.isoformat() == "2022-01-14T08:30:00+00:00"
    assert (item.captured_offset, item.origin_group) == (120, "Ministry")
    assert (item.archive_url, item.source_id) == ("https://archive.example/1", source.id)
    write_in(bench, view, "captured_at", "yesterday")
    assert "not a time with its zone" in bench.told
    write_in(bench, view, "captured_at", "2022-01-14 10:30 +02:00")

    copy = bench.folder / "copy.jpg"
    bench.answer("original_target", copy)
    bench.click(view.details.save_button)
    assert copy.read_bytes() == photo.read_bytes()
    choose_in(view.details.deed, "redacted")
    view.details.note.setFocus()
    bench.type("Faces blurred for print")
    bench.key(Qt.Key.Key_Return)
    assert deeds(bench) == ["imported", "copied", "redacted"]
    bench.undo()
    assert deeds(bench)[-1] == "redacted"
    view.details.cite()
    assert [row.citations for row in bench.claims if row.claim.id == claim_id] == [1]
    view.details._withdraw()
    assert "a claim rests on this item" in bench.told


def test_a_file_that_was_changed_is_flagged_wherever_it_is_met(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = bench.new_case()
    view = locker(bench)
    drop_on(view, bench.write("note.txt", "A note.\n"))
    bench.until(lambda: view.model.rows)
    view.table.selectRow(0)
    view.verify_all()
    assert "All are what was put in" in bench.told
    with sqlite3.connect(path) as other:
        other.execute("UPDATE blobs SET data = x'00'")
    other.close()
    bench.window.desk.show_evidence(view.model.rows[0].id)
    assert "was changed" in bench.told
    assert len(bench.shell.read(flagged)) == 1
    assert "changed" in view.details.state.text()
    assert view.model.cells(view.model.rows[0])[1] == "! changed"
    assert deeds(bench) == ["imported", "hash_failed"]
    bench.window.notices.clear()
    bench.answer("report_target", bench.folder / "report.docx")
    bench.window.actions_of["report.word"].trigger()
    assert "was changed" in bench.told
    bench.jobs_are_done()
    bench.click(view.details.verify_button)
    assert deeds(bench) == ["imported", "hash_failed"]


def test_a_time_keeps_the_zone_it_was_written_with() -> None:
    changes = change_of("captured_at", "2022-01-14 23:30:05 -05:30")
    assert written(changes["captured_at"], changes["captured_offset"]) == (
        "2022-01-14 23:30:05 -05:30"
    )
    assert change_of("archived_at", "") == {"archived_at": None}


PAGE = Capture(
    data=b"<html><head><title>Sites down</title></head><body><p>Seventy sites.</p></body></html>",
    file_name="news.html",
    address="https://example.org/news",
    final_address="https://example.org/news?id=1",
    status=200,
    captured_at=datetime(2022, 1, 14, 9, 30, tzinfo=UTC),
    parts=2,
    missing=1,
)


def test_a_page_is_captured_only_when_switched_on_and_agreed_to(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def fetched(address: str, **_: object) -> Capture:
        asked.append(address)
        return PAGE

    monkeypatch.setattr("verifier.capturing.page.capture", fetched)
    bench.new_case()
    view = locker(bench)
    view.link.setFocus()
    bench.type("https://example.org/news")
    bench.key(Qt.Key.Key_Return)
    view.table.selectRow(0)
    box = view.details.capture
    assert not box.isVisibleTo(view)
    options = {**bench.shell.settings.options, capture_box.CAPTURE: True}
    bench.shell.remember(replace(bench.shell.settings, options=options))
    view.refresh()
    bench.click(box.ask)
    assert "example.org" in box._words.text()
    bench.click(box.leave)
    assert (asked, box.question.isVisibleTo(view)) == ([], False)
    bench.click(box.ask)
    bench.click(box.go)
    bench.until(lambda: len(view.model.rows) == 2)
    bench.jobs_are_done()
    assert asked == ["https://example.org/news"]
    page = view.model.rows[1]
    assert (page.kind, page.title, page.http_status) == ("page", "Sites down", 200)
    assert (page.final_url, page.captured_at) == (PAGE.final_address, PAGE.captured_at)
    assert set(deeds(bench)) == {"imported", "captured"}


def test_a_file_is_taken_also_where_the_view_is_closed_meanwhile(bench: Bench) -> None:
    bench.new_case()
    view = locker(bench)
    drop_on(view, bench.write("table.csv", "year,price\n2021,1\n2022,2\n"))
    bench.window.desk.tabs.close_tab(bench.window.desk.tabs.currentIndex())
    bench.until(lambda: not isValid(view))
    bench.until(lambda: "table.csv is in the locker now" in bench.told)
    assert [row.file_name for row in bench.shell.read(evidence)] == ["table.csv"]


def test_a_locker_of_very_many_items_that_cannot_be_read_says_so(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = bench.new_case()
    assert bench.shell.do(AddEvidence(EvidenceKind.LINK, {"title": "Table"}))
    assert bench.shell.do(AddSource({"title": "The agency"}))
    assert bench.shell.close()
    spoil(path, "sources")
    monkeypatch.setattr(locker_place, "AT_ONCE", 0)
    assert bench.shell.open(path)
    assert not locker(bench).model.rows
    bench.until(lambda: "is damaged" in bench.told)


def test_a_locker_of_very_many_items_is_read_when_its_view_stands(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_claim(bench)
    monkeypatch.setattr(locker_place, "AT_ONCE", 1)
    items = [AddEvidence(EvidenceKind.LINK, {"title": f"Table {at}"}) for at in range(3)]
    for item in items:
        assert bench.shell.do(item)
    asked: list[object] = []
    read = bench.shell.read

    def noted(query: Callable[..., object], *args: object, **kwargs: object) -> object:
        asked.append(query)
        return read(query, *args, **kwargs)

    monkeypatch.setattr(bench.shell, "read", noted)
    view = locker(bench)
    assert not view.model.rows
    bench.until(lambda: view.current is not None)
    assert view.current is not None
    assert view.current.title == "Table 0"
    assert custody in asked
    assert sources not in asked
    bench.window.desk.tabs.close_tab(bench.window.desk.tabs.currentIndex())

    again = locker(bench)
    again.choose(items[2].id)
    assert again.current is not None
    assert again.current.title == "Table 2"


def test_what_is_typed_about_an_item_while_the_disk_is_full_stays_until_there_is_room(
    bench: Bench,
) -> None:
    with_claim(bench)
    first, second = (
        AddEvidence(EvidenceKind.LINK, {"title": title, "url": f"https://example.org/{title}"})
        for title in ("one", "two")
    )
    bench.do(Batch("add items", (first, second)))
    view = locker(bench)
    bench.until(lambda: view.model.rows)
    view.choose(first.id)
    words = "Seen by us. " * 8000
    bench.may_grow(1)
    title = cast(QLineEdit, view.details.form.widgets["title"])
    title.setFocus()
    title.setText(words)
    title.textEdited.emit(words)
    view.choose(second.id)
    assert "the disk is full" in bench.told
    bench.until(lambda: view.current is not None and view.current.id == first.id)
    assert title.text() == words[: title.maxLength()]
    bench.may_grow(1_000_000)
    view.choose(second.id)
    assert view.details.item is not None
    assert view.details.item.id == second.id
