"""The dialogs of the system that ask for files; each answers a path, or nothing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

CASES = "Verifier (*.vcase)"


def _home() -> Path:
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(place) or Path.home())


def _with_ending(chosen: str, ending: str) -> Path | None:
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == ending else path.with_name(path.name + ending)


def new_case(parent: QWidget) -> Path | None:
    """Where the new case shall be."""
    start = str(_home() / QCoreApplication.translate("FileDialogs", "New case.vcase"))
    title = QCoreApplication.translate("FileDialogs", "New case")
    chosen, _ = QFileDialog.getSaveFileName(parent, title, start, CASES)
    return _with_ending(chosen, ".vcase")


def open_case(parent: QWidget) -> Path | None:
    """Which case to open."""
    title = QCoreApplication.translate("FileDialogs", "Open a case")
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(_home()), CASES)
    return Path(chosen) if chosen else None


def copy_target(parent: QWidget, case: Path) -> Path | None:
    """Where the copy of a case shall be."""
    title = QCoreApplication.translate("FileDialogs", "Save a copy")
    name = QCoreApplication.translate("FileDialogs", "%1 (copy).vcase").replace("%1", case.stem)
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(case.with_name(name)), CASES)
    return _with_ending(chosen, ".vcase")


def report_target(parent: QWidget, case: Path) -> Path | None:
    """Where the Word report shall be."""
    title = QCoreApplication.translate("FileDialogs", "Export report to Word")
    start = str(case.with_suffix(".docx"))
    chosen, _ = QFileDialog.getSaveFileName(parent, title, start, "Word (*.docx)")
    return _with_ending(chosen, ".docx")


def edition(parent: QWidget, title_of_document: str) -> Path | None:
    """Which file replaces a document."""
    title = QCoreApplication.translate("FileDialogs", "New edition of %1")
    kinds = QCoreApplication.translate("FileDialogs", "Documents")
    everything = QCoreApplication.translate("FileDialogs", "All files")
    filters = f"{kinds} (*.docx *.pdf *.txt *.md *.html *.htm);;{everything} (*)"
    title = title.replace("%1", title_of_document)
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(_home()), filters)
    return Path(chosen) if chosen else None


def export_target(parent: QWidget, case: Path, kind: str, ending: str) -> Path | None:
    """Where an export in some format shall be; `ending` has its dot."""
    title = QCoreApplication.translate("FileDialogs", "Export")
    start = str(case.with_suffix(ending))
    chosen, _ = QFileDialog.getSaveFileName(parent, title, start, f"{kind} (*{ending})")
    return _with_ending(chosen, ending)


def table_target(parent: QWidget, name: str) -> Path | None:
    """Where a table of a document shall be."""
    title = QCoreApplication.translate("FileDialogs", "Save the table")
    start = str(_home() / f"{name}.csv")
    chosen, _ = QFileDialog.getSaveFileName(parent, title, start, "CSV (*.csv)")
    return _with_ending(chosen, ".csv")


def sheet_target(parent: QWidget) -> Path | None:
    """Where the sheet of shortcuts shall be: a PDF, or a page of HTML."""
    title = QCoreApplication.translate("FileDialogs", "Save a sheet to print")
    start = str(_home() / "Verifier.pdf")
    chosen, _ = QFileDialog.getSaveFileName(parent, title, start, "PDF (*.pdf);;HTML (*.html)")
    if chosen.lower().endswith(".html"):
        return Path(chosen)
    return _with_ending(chosen, ".pdf")


def template(parent: QWidget) -> Path | None:
    """A house's own template of the report."""
    title = QCoreApplication.translate("FileDialogs", "Template of the report")
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(_home()), "Word (*.docx *.dotx)")
    return Path(chosen) if chosen else None


def citation_style(parent: QWidget) -> Path | None:
    """A citation style of the person's own."""
    title = QCoreApplication.translate("FileDialogs", "Citation style")
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(_home()), "CSL (*.csl)")
    return Path(chosen) if chosen else None


def documents(parent: QWidget) -> list[Path]:
    """Which documents to import."""
    title = QCoreApplication.translate("FileDialogs", "Import documents")
    kinds = QCoreApplication.translate("FileDialogs", "Documents")
    everything = QCoreApplication.translate("FileDialogs", "All files")
    filters = f"{kinds} (*.docx *.pdf *.txt *.md *.html *.htm);;{everything} (*)"
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, str(_home()), filters)
    return [Path(each) for each in chosen]


def evidence_files(parent: QWidget) -> list[Path]:
    """Which files to put into the locker."""
    title = QCoreApplication.translate("FileDialogs", "Add evidence")
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, str(_home()))
    return [Path(each) for each in chosen]


def original_target(parent: QWidget, name: str) -> Path | None:
    """Where a copy of an original of the locker shall be."""
    title = QCoreApplication.translate("FileDialogs", "Save the original")
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(_home() / name))
    return Path(chosen) if chosen else None


def scale_file(parent: QWidget) -> Path | None:
    """A scale to take over."""
    title = QCoreApplication.translate("FileDialogs", "Import a scale")
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(_home()), "TOML (*.toml)")
    return Path(chosen) if chosen else None


def scale_target(parent: QWidget, name: str) -> Path | None:
    """Where a scale shall be written."""
    title = QCoreApplication.translate("FileDialogs", "Export the scale")
    start = str(_home() / f"{name}.toml")
    chosen, _ = QFileDialog.getSaveFileName(parent, title, start, "TOML (*.toml)")
    return _with_ending(chosen, ".toml")


def references(parent: QWidget) -> Path | None:
    """A list of references of another tool."""
    title = QCoreApplication.translate("FileDialogs", "Import references")
    kinds = QCoreApplication.translate("FileDialogs", "References")
    everything = QCoreApplication.translate("FileDialogs", "All files")
    filters = f"{kinds} (*.ris *.bib *.json *.txt);;{everything} (*)"
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(_home()), filters)
    return Path(chosen) if chosen else None


def word_report(parent: QWidget) -> Path | None:
    """Which Word file came back from an editor."""
    title = QCoreApplication.translate("FileDialogs", "Take back a Word report")
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(_home()), "Word (*.docx)")
    return Path(chosen) if chosen else None


def project(parent: QWidget) -> Path | None:
    """A project of another tool."""
    title = QCoreApplication.translate("FileDialogs", "Import from another tool")
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(_home()), "REFI-QDA (*.qdpx)")
    return Path(chosen) if chosen else None


def sample_folder(parent: QWidget) -> Path | None:
    """In which folder the sample case shall be built."""
    title = QCoreApplication.translate("FileDialogs", "A folder for the sample case")
    chosen = QFileDialog.getExistingDirectory(parent, title, str(_home()))
    return Path(chosen) if chosen else None
