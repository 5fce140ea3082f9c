"""The commands there are. `main.py --help` lists them from here and loads none of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """In which module of this package a command is, and what it does, in a line of 60 letters."""

    module: str
    help: str


COMMANDS = {
    "accept": Entry("proposals", "Accept proposed changes to a claim or its rating."),
    "annotate": Entry("claims", "Add claims and more from a JSON file."),
    "associate": Entry("associating", "Let the system open cases with Verifier."),
    "attach": Entry("locker", "Put a file into the evidence locker, and cite it."),
    "capture": Entry("capturing", "Fetch a page into the evidence locker, now."),
    "check-evidence": Entry("locker", "Hash every file in the locker again."),
    "claims": Entry("claims", "List the claims and how they are rated."),
    "export": Entry("reports", "Write the report to a Word file, or in another format."),
    "history": Entry("restoring", "Tell what was done to a claim, by whom and why."),
    "import": Entry("documents", "Take documents into the case: PDF, Word, HTML, text."),
    "import-from": Entry("reports", "Take in a project of another tool (REFI-QDA)."),
    "import-sources": Entry("sources", "Take sources over from RIS, BibTeX, CSL JSON or lines."),
    "info": Entry("cases", "Show what the case holds."),
    "new": Entry("cases", "Create a case."),
    "ocr": Entry("ocr", "Read the text of scanned pages, or of evidence."),
    "proposals": Entry("proposals", "List changes that are proposed to words of the case."),
    "read-again": Entry("editions", "Read a document's file again, as this version reads."),
    "reject": Entry("proposals", "Reject proposed changes: the words stay as they are."),
    "remove": Entry("removing", "Take a document out of the case, or back into it."),
    "replace": Entry("editions", "Replace a document by a new edition."),
    "report-settings": Entry("report_settings", "Show what the report is like, or change it."),
    "restore-points": Entry("restoring", "List the copies that were made before big changes."),
    "sample": Entry("sampling", "Build and export the sample case."),
    "scales": Entry("scales", "List the scales: shipped ones, your own, the case's."),
    "search": Entry("searching", "Find words in documents, claims, ratings and evidence."),
    "tables": Entry("tables", "Print a document's tables, cell by cell."),
    "take-back": Entry("reports", "Take an exported Word file back, with what was remarked."),
    "text": Entry("documents", "Print a document's canonical text."),
    "verify": Entry("cases", "Check that all is as it was written."),
    "window": Entry("window", "Open the window, on a case where one is given."),
}
