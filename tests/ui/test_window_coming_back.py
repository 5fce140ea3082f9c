"""What an editor changed in Word comes back: a preview, proposed changes, accept and reject."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from window_driving import Bench

from verifier.export.qdpx import write_project
from verifier.queries.case import counts
from verifier.queries.report import report_data
from verifier.ui.coming_back import PreviewOfChanges
from verifier.ui.proposals_dialog import ProposalsDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the plugin without a screen

TRACKED = 'w:id="{}" w:author="R. Haas" w:date="2026-05-04T09:30:00Z"'


def insert_after(path: Path, words: str, added: str, number: int) -> None:
    """Track an insertion after the last run of these words, as Word would."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    body = parts["word/document.xml"].decode()
    at = body.index("</w:r>", body.rindex(words)) + len("</w:r>")
    run = f'<w:r><w:t xml:space="preserve">{added}</w:t></w:r>'
    body = f"{body[:at]}<w:ins {TRACKED.format(number)}>{run}</w:ins>{body[at:]}"
    parts["word/document.xml"] = body.encode()
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)


def test_edits_in_word_are_previewed_taken_back_accepted_and_undone(bench: Bench) -> None:
    bench.new_case()
    bench.import_file(bench.write())
    bench.drag_over("prices doubled in a year")
    bench.key(Qt.Key.Key_H)
    report = bench.folder / "out.docx"
    bench.answer("report_target", report)
    bench.window.actions_of["report.word"].trigger()
    bench.jobs_are_done()
    insert_after(report, "C1. prices doubled in a year", " in Kyiv", 901)
    insert_after(report, "No evidence has been cited for this claim.", " Why?", 902)

    bench.answer("word_report", report)
    bench.window.actions_of["report.back"].trigger()
    bench.until(lambda: bench.window.findChildren(PreviewOfChanges))
    preview = bench.window.findChildren(PreviewOfChanges)[0]
    shown = [preview.lines.topLevelItem(at) for at in range(preview.lines.topLevelItemCount())]
    told = [(item.text(0), item.text(2)) for item in shown if item is not None]
    assert told == [("C1", "R. Haas")] * 2
    assert shown[0] is not None
    assert "prices doubled in a year[+ in Kyiv+]" in shown[0].text(3)
    assert bench.shell.read(counts)["proposals"] == 0
    bench.click(preview.take)
    bench.until(lambda: bench.shell.read(counts)["proposals"] == 2 and not bench.shell.big.doing)
    assert bench.claims[0].claim.statement == "prices doubled in a year"

    waiting = bench.inspector.proposals
    assert waiting.isVisible()
    (statement,) = [each for each in waiting.changes if each.proposal.field == "statement"]
    assert "<u " in statement.change.text()
    bench.click(statement.accept)
    assert bench.claims[0].claim.statement == "prices doubled in a year in Kyiv"
    assert len(waiting.changes) == 1
    bench.undo()
    assert bench.claims[0].claim.statement == "prices doubled in a year"
    assert len(waiting.changes) == 2

    bench.window.actions_of["proposals"].trigger()
    dialog = bench.window.findChildren(ProposalsDialog)[0]
    bench.click(dialog.accept_all)
    assert bench.claims[0].claim.statement == "prices doubled in a year in Kyiv"
    assert [change.proposal.field for change in dialog.changes] == ["elsewhere"]
    bench.click(dialog.changes[0].reject)
    assert dialog.changes == []
    assert any("No proposed change waits" in each.text() for each in dialog.findChildren(QLabel))
    dialog.close()
    assert not waiting.isVisible()


def test_a_project_of_another_tool_is_previewed_and_imported(bench: Bench) -> None:
    bench.new_case("first.vcase")
    bench.import_file(bench.write())
    bench.drag_over("prices doubled in a year")
    bench.key(Qt.Key.Key_H)
    project = bench.folder / "out.qdpx"
    with project.open("wb") as file:
        write_project(bench.shell.read(report_data), file, datetime.now(UTC))
    bench.new_case("second.vcase")
    bench.answer("project", project)
    bench.window.actions_of["project.import"].trigger()
    bench.until(lambda: bench.window.findChildren(PreviewOfChanges))
    preview = bench.window.findChildren(PreviewOfChanges)[0]
    assert not bench.claims
    bench.click(preview.take)
    bench.until(lambda: bench.claims)
    assert bench.claims[0].claim.statement == "prices doubled in a year"
    assert len(bench.shell.documents) == 1
