"""Every way out of a case, as data: what the window offers and what the command line takes.

A format writes to a path, through a file that takes the target's place only when it is whole. What
makes it is loaded for the first one that is written: together they take as long as the window.
"""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from verifier.errors import Invalid
from verifier.export.csv_tables import csv_bytes
from verifier.export.files import check_same, replacing, stamp_of
from verifier.export.flat import tables
from verifier.export.select import shown
from verifier.export.settings import ReportSettings
from verifier.queries.originals import Original
from verifier.queries.report import ReportData

if TYPE_CHECKING:
    from verifier.export.report import Progress


@dataclass(frozen=True, slots=True)
class Export:
    """What is exported, and how. `exported_at` carries the person's time zone."""

    data: ReportData
    exported_at: datetime
    settings: ReportSettings = field(default_factory=ReportSettings)
    original: Original | None = None
    """The document, for formats that need one."""
    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    """PDFs of the case by their documents' ids, for formats that hold them."""
    site: str = ""
    """Address of the page that ClaimReview mark-up will stand on."""
    notices: list[str] = field(default_factory=list)
    """What the person should know of the outcome; writers add to it."""
    progress: Progress | None = None
    cancelled: Callable[[], bool] | None = None

    @property
    def shown(self) -> ReportData:
        """The data with the claims that the settings let through."""
        return shown(self.data, self.settings)


ESTIMATED = "LibreOffice could not lay the report out: its page numbers are estimates."
RELATIVE = (
    "The addresses are relative, because no page was named; search engines want an absolute one."
)
Writer = Callable[[Export, Path], tuple[Path, ...]]
"""Writes to a path, and perhaps beside it; returns every file that was written."""


@dataclass(frozen=True, slots=True)
class Format:
    """A way out. `label` is what a menu says, `extension` has its dot."""

    id: str
    label: str
    extension: str
    write: Writer
    needs_document: bool = False
    takes_document: bool = False
    holds_files: bool = False
    """Whether the case's PDFs go into the file."""


def _plain(make: Callable[[Export], bytes]) -> Writer:
    """A writer of one file that is made in memory."""

    def write(export: Export, target: Path) -> tuple[Path, ...]:
        seen = stamp_of(target)
        content = make(export)
        with replacing(target, seen=seen) as file:
            file.write(content)
        return (target,)

    return write


def _claim_reviews(export: Export) -> bytes:
    if not export.site:
        export.notices.append(RELATIVE)
    from verifier.export.claim_review import claim_reviews

    return claim_reviews(export.shown, export.site)


def _html(export: Export) -> bytes:
    from verifier.export.html_page import html_page

    return html_page(export.shown, export.exported_at, export.settings.language)


def _ris(export: Export) -> bytes:
    from verifier.export.references import ris

    return ris(export.shown)


def _csl_json(export: Export) -> bytes:
    from verifier.export.references import csl_json

    return csl_json(export.shown)


def _web_annotations(export: Export) -> bytes:
    from verifier.export.web_annotations import annotation_collection

    return annotation_collection(export.shown, export.exported_at)


def _stix(export: Export) -> bytes:
    from verifier.export.stix import bundle

    return bundle(export.shown, export.exported_at)


def _report(export: Export, target: Path) -> tuple[Path, ...]:
    from verifier.export.layout import layout_of
    from verifier.export.report import write_report

    lay_out = layout_of(export.cancelled) if export.settings.exact_pages else None
    exact = write_report(
        export.data,
        target,
        exported_at=export.exported_at,
        settings=export.settings,
        progress=export.progress,
        cancelled=export.cancelled,
        lay_out=lay_out,
    )
    if lay_out is not None and not exact:
        export.notices.append(ESTIMATED)
    return (target,)


def _csv(export: Export, target: Path) -> tuple[Path, ...]:
    """The claims at `target`; sources and citations beside it, under names made of its own."""
    claims, *others = tables(export.shown)
    beside = [target.with_name(f"{target.stem}-{t.name.lower()}{target.suffix}") for t in others]
    # All are on the disk before the first takes an old one's place.
    seen = {path: stamp_of(path) for path in (target, *beside)}
    with ExitStack() as stack:
        for table, path in ((claims, target), *zip(others, beside, strict=True)):
            file = stack.enter_context(replacing(path, seen=seen[path]))
            file.write(csv_bytes(table))
            file.flush()
            os.fsync(file.fileno())
        for path, stamp in seen.items():
            check_same(path, stamp)
    return (target, *beside)


def _xlsx(export: Export, target: Path) -> tuple[Path, ...]:
    from verifier.export.xlsx import write_workbook

    with replacing(target) as file:
        write_workbook(tables(export.shown), file)
    return (target,)


def _qdpx(export: Export, target: Path) -> tuple[Path, ...]:
    from verifier.export.qdpx import write_project

    with replacing(target) as file:
        write_project(export.shown, file, export.exported_at, export.files)
    return (target,)


def _marked_word(export: Export, original: Original, file: BinaryIO) -> list[str]:
    from verifier.export.original_docx import annotate_docx

    return annotate_docx(export.shown, original, export.exported_at, file)


def _marked_pdf(export: Export, original: Original, file: BinaryIO) -> list[str]:
    from verifier.export.original_pdf import annotate_pdf

    return annotate_pdf(export.shown, original, export.exported_at, file)


def _original(export: Export, target: Path) -> tuple[Path, ...]:
    """The document as it came, with marks: Word or PDF."""
    original = export.original
    if original is None:
        raise Invalid("It is not said which document.", "Choose one of the case's documents.")
    annotate = ANNOTATORS.get(original.row.media_type)
    if annotate is None:
        raise Invalid(
            f"{original.row.file_name} is neither a Word file nor a PDF, so it holds no comments.",
            "Export the report or the HTML page: they show its text with every claim marked.",
        )
    made, seen = io.BytesIO(), stamp_of(target)
    export.notices.extend(annotate(export, original, made))
    with replacing(target, seen=seen) as file:
        file.write(made.getbuffer())
    return (target,)


def _pdf(export: Export, target: Path) -> tuple[Path, ...]:
    """The marked copy of a PDF where a document is named, else the report through LibreOffice."""
    from verifier.export.accessible_pdf import accessible_pdf

    if export.original is not None:
        if export.original.row.media_type != PDF:
            raise Invalid(
                f"{export.original.row.file_name} is not a PDF.",
                "Ask for the format “original” to have it back with marks.",
            )
        return _original(export, target)
    seen = stamp_of(target)
    with tempfile.TemporaryDirectory(prefix="verifier-") as folder:
        report = Path(folder) / "report.docx"
        _report(export, report)
        made = accessible_pdf(report, export.cancelled)
    with replacing(target, seen=seen) as file:
        file.write(made)
    return (target,)


PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ANNOTATORS = {WORD: _marked_word, PDF: _marked_pdf}
"""What can hand a document back with marks, by media type."""
FORMATS: Mapping[str, Format] = {
    each.id: each
    for each in (
        Format("report", "Word report", ".docx", _report),
        Format(
            "original",
            "The document itself, marked",
            "",
            _original,
            needs_document=True,
            takes_document=True,
        ),
        Format("pdf", "PDF", ".pdf", _pdf, takes_document=True),
        Format("html", "HTML page", ".html", _plain(_html)),
        Format("csv", "CSV tables", ".csv", _csv),
        Format("xlsx", "Excel workbook", ".xlsx", _xlsx),
        Format("ris", "RIS references", ".ris", _plain(_ris)),
        Format("csl-json", "CSL JSON references", ".json", _plain(_csl_json)),
        Format(
            "annotations",
            "W3C Web Annotations",
            ".jsonld",
            _plain(_web_annotations),
        ),
        Format(
            "claimreview",
            "ClaimReview mark-up",
            ".jsonld",
            _plain(_claim_reviews),
        ),
        Format("qdpx", "REFI-QDA project", ".qdpx", _qdpx, holds_files=True),
        Format("stix", "STIX 2.1 bundle", ".json", _plain(_stix)),
    )
}


def format_named(format_id: str) -> Format:
    """The format with this id."""
    try:
        return FORMATS[format_id]
    except KeyError:
        raise Invalid(
            f"There is no format “{format_id}”.", f"Known are: {', '.join(FORMATS)}."
        ) from None
