"""Export as…: the format, its settings, progress, the file that was written, and what is kept."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QListWidgetItem
from shiboken6 import isValid
from window_driving import CTRL_SHIFT, Bench

from verifier.export import libreoffice
from verifier.export.settings import ALL_PARTS, Part, settings_from_json
from verifier.queries.case import counts
from verifier.ui.combo import choose_in
from verifier.ui.export_dialog import CODE, ExportDialog
from verifier.ui.preview import PreviewDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the plugin without a screen


def opened(bench: Bench) -> ExportDialog:
    """A case with a rated claim, and the dialog."""
    bench.new_case()
    bench.import_file(bench.write())
    bench.drag_over("prices doubled in a year")
    bench.key(Qt.Key.Key_H)
    bench.window.setFocus()
    bench.key(Qt.Key.Key_E, CTRL_SHIFT)
    return bench.window.findChildren(ExportDialog)[0]


def take(dialog: ExportDialog, format_id: str) -> None:
    for at in range(dialog.formats.count()):
        if dialog.formats.item(at).data(CODE) == format_id:
            dialog.formats.setCurrentRow(at)


def write(bench: Bench, dialog: ExportDialog, name: str) -> Path:
    target = bench.folder / name
    bench.answer("export_target", target)
    bench.click(dialog.export)
    bench.until(lambda: dialog.open_file.isVisible())
    return target


def line(dialog: ExportDialog, part: Part) -> QListWidgetItem:
    shown = dialog.report.parts.list
    return next(
        shown.item(at) for at in range(shown.count()) if shown.item(at).data(CODE) == part.value
    )


def body(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        return package.read("word/document.xml").decode()


@pytest.mark.parametrize(
    ("format_id", "name"),
    [("csv", "out.csv"), ("xlsx", "out.xlsx"), ("html", "out.html"), ("qdpx", "out.qdpx")],
)
def test_every_format_is_written_where_it_was_asked_for(
    bench: Bench, format_id: str, name: str
) -> None:
    dialog = opened(bench)
    take(dialog, format_id)
    assert not dialog.report.parts.isVisible()
    written = write(bench, dialog, name)
    assert written.stat().st_size > 0
    assert name in dialog.outcome.text()
    dialog.close()


def test_a_part_that_is_ticked_off_is_not_in_the_report_and_stays_off(bench: Bench) -> None:
    dialog = opened(bench)
    line(dialog, Part.AUDIT).setCheckState(Qt.CheckState.Unchecked)
    dialog.report.bottom_line.setText("Prices did not double.")
    written = write(bench, dialog, "out.docx")
    assert "Prices did not double." in body(written)
    kept = settings_from_json(bench.shell.case.report_settings)
    assert set(ALL_PARTS) - set(kept.parts) == {Part.AUDIT}
    dialog.close()
    again = ExportDialog(bench.shell, bench.window)
    assert line(again, Part.AUDIT).checkState() is Qt.CheckState.Unchecked
    assert again.report.bottom_line.text() == "Prices did not double."
    again.close()


def test_parts_move_by_the_keyboard_and_by_buttons(bench: Bench) -> None:
    dialog = opened(bench)
    bench.until(dialog.isActiveWindow)
    dialog.report.parts.list.setFocus()
    dialog.report.parts.list.setCurrentRow(2)
    third = dialog.report.parts.parts[2]
    bench.key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert dialog.report.parts.parts[1] is third
    bench.click(dialog.report.parts.down)
    assert dialog.report.parts.parts[2] is third
    dialog.close()


def test_language_and_citation_style_are_chosen_and_a_bad_style_is_told(bench: Bench) -> None:
    dialog = opened(bench)
    bad = bench.folder / "bad.csl"
    bad.write_text("<style/>", "utf-8")
    bench.answer("citation_style", bad)
    dialog.report._choose_style()
    assert "no citation style" in dialog.outcome.text()
    choose_in(dialog.report.language, "uk")
    choose_in(dialog.report.citation_style, "author-date")
    written = write(bench, dialog, "out.docx")
    assert "Підсумок перевірки" in body(written)
    kept = settings_from_json(bench.shell.case.report_settings)
    assert (kept.language, kept.citation_style) == ("uk", "author-date")
    dialog.close()


def test_the_settings_can_be_undone(bench: Bench) -> None:
    dialog = opened(bench)
    dialog.only_published.setChecked(True)
    choose_in(dialog.confidence, "high")
    write(bench, dialog, "out.docx")
    dialog.close()
    assert bench.shell.case.report_settings["only_published"] is True
    bench.undo()
    assert not bench.shell.case.report_settings.get("only_published")


def test_a_report_that_is_kept_is_in_the_case(bench: Bench) -> None:
    dialog = opened(bench)
    dialog.report.keep.setChecked(True)
    write(bench, dialog, "out.docx")
    assert bench.shell.read(counts)["reports"] == 1
    dialog.close()


def test_a_dialog_that_is_closed_while_its_file_is_written_leaves_no_trace(bench: Bench) -> None:
    dialog = opened(bench)
    take(dialog, "csv")
    bench.answer("export_target", bench.folder / "out.csv")
    bench.click(dialog.export)
    dialog.close()
    bench.qtbot.waitUntil(lambda: not isValid(dialog))
    bench.jobs_are_done()
    assert "out.csv" not in bench.told


def test_the_file_and_its_folder_are_opened_by_the_system(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def note(url: QUrl) -> bool:
        seen.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    dialog = opened(bench)
    written = write(bench, dialog, "out.docx")
    bench.click(dialog.open_file)
    bench.click(dialog.show_folder)
    assert seen == [str(written), str(written.parent)]
    dialog.close()


def test_a_place_that_cannot_be_written_to_is_told_in_words(bench: Bench) -> None:
    dialog = opened(bench)
    bench.answer("export_target", bench.folder / "missing" / "out.docx")
    bench.click(dialog.export)
    bench.until(lambda: "out.docx" in dialog.outcome.text() and not dialog.stop.isVisible())
    assert "folder is not there" in dialog.outcome.text()
    assert dialog.export.isEnabled()
    dialog.close()


def test_what_cannot_be_given_back_cannot_be_asked_for(bench: Bench) -> None:
    dialog = opened(bench)
    take(dialog, "original")
    assert not dialog.export.isEnabled()
    assert "no Word file or PDF" in dialog.outcome.text()
    take(dialog, "csv")
    assert dialog.export.isEnabled()
    dialog.close()


@pytest.mark.skipif(libreoffice.find() is None, reason="LibreOffice is not installed")
def test_the_pages_of_the_report_are_shown_before_it_is_written(bench: Bench) -> None:
    dialog = opened(bench)
    bench.click(dialog.preview)
    bench.qtbot.waitUntil(lambda: dialog.findChildren(PreviewDialog) != [], timeout=180_000)
    preview = dialog.findChildren(PreviewDialog)[0]
    assert preview.view.page_count > 3
    preview.close()
    dialog.close()


def test_without_libreoffice_it_is_said_and_there_is_no_preview(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "find", lambda: None)
    dialog = opened(bench)
    assert not dialog.preview.isVisible()
    take(dialog, "pdf")
    assert "LibreOffice is not installed" in dialog.about.text()
    assert not dialog.export.isEnabled()
    dialog.close()
