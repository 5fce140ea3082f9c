"""The dialogs of the system that ask for files; each answers a path, or nothing.

They begin in the folder that was used last, at first in that of the person's documents.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

CASES = "Verifier (*.vcase)"
READABLE = (
    "*.pdf *.docx *.docm *.dotx *.html *.htm *.xhtml *.mhtml *.mht *.eml *.txt *.md *.markdown"
)


@dataclass
class LastFolder:
    """Where files were looked for last; the window keeps it from one start to the next."""

    path: Path | None = None

    def begin(self) -> Path:
        """In which folder a dialog begins."""
        if self.path is not None and self.path.is_dir():
            return self.path
        place = QStandardPaths.StandardLocation.DocumentsLocation
        documents = Path(QStandardPaths.writableLocation(place) or Path.home())
        return documents if documents.is_dir() else Path.home()

    def chose(self, path: Path) -> Path:
        """A file was chosen: the next dialog begins beside it."""
        self.path = path.parent
        return path


last_folder = LastFolder()


def _open_one(parent: QWidget, title: str, filters: str) -> Path | None:
    begin = str(last_folder.begin())
    chosen, _ = QFileDialog.getOpenFileName(parent, title, begin, filters)
    return last_folder.chose(Path(chosen)) if chosen else None


def _open_many(parent: QWidget, title: str, filters: str = "") -> list[Path]:
    begin = str(last_folder.begin())
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, begin, filters)
    return [last_folder.chose(Path(each)) for each in chosen]


def _save(
    parent: QWidget, title: str, start: Path, filters: str = "", endings: tuple[str, ...] = ()
) -> Path | None:
    """Of several endings the first is taken where the person wrote none of them."""
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(start), filters)
    if not chosen:
        return None
    path = last_folder.chose(Path(chosen))
    if not endings or path.suffix.lower() in endings:
        return path
    return path.with_name(path.name + endings[0])


def _documents_filter() -> str:
    kinds = QCoreApplication.translate("FileDialogs", "Documents")
    everything = QCoreApplication.translate("FileDialogs", "All files")
    return f"{kinds} ({READABLE});;{everything} (*)"


def new_case(parent: QWidget) -> Path | None:
    """Where the new case shall be."""
    start = last_folder.begin() / QCoreApplication.translate("FileDialogs", "New case.vcase")
    title = QCoreApplication.translate("FileDialogs", "New case")
    return _save(parent, title, start, CASES, (".vcase",))


def open_case(parent: QWidget) -> Path | None:
    """Which case to open."""
    title = QCoreApplication.translate("FileDialogs", "Open a case")
    return _open_one(parent, title, CASES)


def copy_target(parent: QWidget, case: Path) -> Path | None:
    """Where the copy of a case shall be."""
    title = QCoreApplication.translate("FileDialogs", "Save a copy")
    name = QCoreApplication.translate("FileDialogs", "%1 (copy).vcase").replace("%1", case.stem)
    return _save(parent, title, case.with_name(name), CASES, (".vcase",))


def report_target(parent: QWidget, case: Path) -> Path | None:
    """Where the Word report shall be."""
    title = QCoreApplication.translate("FileDialogs", "Export report to Word")
    start = case.with_suffix(".docx")
    return _save(parent, title, start, "Word (*.docx)", (".docx",))


def edition(parent: QWidget, title_of_document: str) -> Path | None:
    """Which file replaces a document."""
    title = QCoreApplication.translate("FileDialogs", "New edition of %1")
    title = title.replace("%1", title_of_document)
    return _open_one(parent, title, _documents_filter())


def export_target(parent: QWidget, case: Path, kind: str, ending: str) -> Path | None:
    """Where an export in some format shall be; `ending` has its dot."""
    title = QCoreApplication.translate("FileDialogs", "Export")
    start = case.with_suffix(ending)
    return _save(parent, title, start, f"{kind} (*{ending})", (ending,))


def table_target(parent: QWidget, name: str) -> Path | None:
    """Where a table of a document shall be."""
    title = QCoreApplication.translate("FileDialogs", "Save the table")
    start = last_folder.begin() / f"{name}.csv"
    return _save(parent, title, start, "CSV (*.csv)", (".csv",))


def sheet_target(parent: QWidget) -> Path | None:
    """Where the sheet of shortcuts shall be: a PDF, or a page of HTML."""
    title = QCoreApplication.translate("FileDialogs", "Save a sheet to print")
    start = last_folder.begin() / "Verifier.pdf"
    return _save(parent, title, start, "PDF (*.pdf);;HTML (*.html)", (".pdf", ".html"))


def template(parent: QWidget) -> Path | None:
    """A house's own template of the report."""
    title = QCoreApplication.translate("FileDialogs", "Template of the report")
    return _open_one(parent, title, "Word (*.docx *.dotx)")


def citation_style(parent: QWidget) -> Path | None:
    """A citation style of the person's own."""
    title = QCoreApplication.translate("FileDialogs", "Citation style")
    return _open_one(parent, title, "CSL (*.csl)")


def documents(parent: QWidget) -> list[Path]:
    """Which documents to import."""
    title = QCoreApplication.translate("FileDialogs", "Import documents")
    return _open_many(parent, title, _documents_filter())


def evidence_files(parent: QWidget) -> list[Path]:
    """Which files to put into the locker."""
    title = QCoreApplication.translate("FileDialogs", "Add evidence")
    return _open_many(parent, title)


def original_target(parent: QWidget, name: str) -> Path | None:
    """Where a copy of an original of the locker shall be."""
    title = QCoreApplication.translate("FileDialogs", "Save the original")
    return _save(parent, title, last_folder.begin() / name)


def scale_file(parent: QWidget) -> Path | None:
    """A scale to take over."""
    title = QCoreApplication.translate("FileDialogs", "Import a scale")
    return _open_one(parent, title, "TOML (*.toml)")


def scale_target(parent: QWidget, name: str) -> Path | None:
    """Where a scale shall be written."""
    title = QCoreApplication.translate("FileDialogs", "Export the scale")
    start = last_folder.begin() / f"{name}.toml"
    return _save(parent, title, start, "TOML (*.toml)", (".toml",))


def references(parent: QWidget) -> Path | None:
    """A list of references of another tool."""
    title = QCoreApplication.translate("FileDialogs", "Import references")
    kinds = QCoreApplication.translate("FileDialogs", "References")
    everything = QCoreApplication.translate("FileDialogs", "All files")
    filters = f"{kinds} (*.ris *.bib *.json *.txt);;{everything} (*)"
    return _open_one(parent, title, filters)


def word_report(parent: QWidget) -> Path | None:
    """Which Word file came back from an editor."""
    title = QCoreApplication.translate("FileDialogs", "Take back a Word report")
    return _open_one(parent, title, "Word (*.docx)")


def project(parent: QWidget) -> Path | None:
    """A project of another tool."""
    title = QCoreApplication.translate("FileDialogs", "Import from another tool")
    return _open_one(parent, title, "REFI-QDA (*.qdpx)")


def sample_folder(parent: QWidget) -> Path | None:
    """In which folder the sample case shall be built."""
    title = QCoreApplication.translate("FileDialogs", "A folder for the sample case")
    chosen = QFileDialog.getExistingDirectory(parent, title, str(last_folder.begin()))
    return Path(chosen) if chosen else None
