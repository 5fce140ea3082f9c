"""The verification report: frozen data in, a Word document out.

Parts write markup into a draft in the order of the settings. Then the page numbers, the table of
contents, the comments and the properties are filled in, and the package is written beside the
target and moved over it. The same data, settings and time of export give the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from verifier.errors import Cancelled
from verifier.export.comments import Comments
from verifier.export.draft import Draft
from verifier.export.files import replacing, stamp_of
from verifier.export.footnotes import write_footnotes
from verifier.export.metrics import read_metrics, read_page
from verifier.export.opc import DECLARATION, Package
from verifier.export.pages import fill_pages
from verifier.export.properties import (
    fill_stories,
    name_appendices,
    write_language,
    write_properties,
)
from verifier.export.sections.attribution import attribution
from verifier.export.sections.audit import audit
from verifier.export.sections.cards import cards
from verifier.export.sections.changes import changes
from verifier.export.sections.claims import claims
from verifier.export.sections.contents import contents, fill_contents
from verifier.export.sections.cover import cover
from verifier.export.sections.method import method
from verifier.export.sections.notes import notes
from verifier.export.sections.sources import sources
from verifier.export.sections.summary import summary
from verifier.export.sections.text import texts
from verifier.export.select import shown
from verifier.export.settings import Part, ReportSettings, settings_from_json
from verifier.export.template import open_template
from verifier.export.wml import NAMESPACES
from verifier.export.words import language_of, speaking
from verifier.queries.report import ReportData

Progress = Callable[[float, str], None]
"""Share done from 0 to 1, and what is being done."""
LAYOUT = "layout"
"""What is being done while LibreOffice lays the report out."""
WRITERS: dict[Part, Callable[[Draft], None]] = {
    Part.COVER: cover,
    Part.SUMMARY: summary,
    Part.CLAIMS: claims,
    Part.TEXT: texts,
    Part.CARDS: cards,
    Part.ATTRIBUTION: attribution,
    Part.SOURCES: sources,
    Part.CHANGES: changes,
    Part.NOTES: notes,
    Part.METHOD: method,
    Part.AUDIT: audit,
    Part.CONTENTS: contents,
}


def write_report(
    data: ReportData,
    target: Path,
    *,
    exported_at: datetime,
    settings: ReportSettings | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    lay_out: Callable[[Package], Mapping[str, int] | None] | None = None,
) -> bool:
    """Write the report to `target`; what stood there is replaced only when all is written.

    `exported_at` carries the person's time zone: comments are dated in it, as Word does. Without
    `settings` those count that the case keeps. `lay_out` lays the report out and tells on which
    page each bookmark is; the answer is whether it could. Without it page numbers are estimates.
    """
    settings = settings or settings_from_json(data.case.report_settings)

    def build(pages: Mapping[str, int] | None = None) -> Package:
        return build_report(
            data,
            exported_at=exported_at,
            settings=settings,
            progress=progress if pages is None else None,
            cancelled=cancelled,
            pages=pages,
        )

    seen = stamp_of(target)
    package, pages = build(), None
    if lay_out is not None:
        if progress:
            progress(len(WRITERS) / (len(WRITERS) + 1), LAYOUT)
        pages = lay_out(package)
        package = build(pages) if pages else package
    with replacing(target, seen=seen) as file:
        package.save(file)
    return bool(pages)


def build_report(
    data: ReportData,
    *,
    exported_at: datetime,
    settings: ReportSettings,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    pages: Mapping[str, int] | None = None,
) -> Package:
    """The report as a package, ready to be saved; `pages` are those of bookmarks that are known."""
    with speaking(language_of(settings.language, data.case.language)):
        return _build(data, exported_at, settings, progress, cancelled, pages or {})


def _build(
    data: ReportData,
    exported_at: datetime,
    settings: ReportSettings,
    progress: Progress | None,
    cancelled: Callable[[], bool] | None,
    pages: Mapping[str, int],
) -> Package:
    package = open_template(settings.template)
    draft = Draft(
        data=shown(data, settings),
        settings=settings,
        exported_at=exported_at,
        package=package,
        comments=Comments(exported_at.tzinfo),
    )
    _write_parts(draft, progress, cancelled)
    _finish(draft, pages)
    return package


def _write_parts(
    draft: Draft, progress: Progress | None, cancelled: Callable[[], bool] | None
) -> None:
    place = None
    parts = [part for part in dict.fromkeys(draft.settings.parts) if part in WRITERS]
    for number, part in enumerate(parts):
        if cancelled and cancelled():
            raise Cancelled
        if progress:
            progress(number / (len(parts) + 1), part.value)
        WRITERS[part](draft)
        if part is Part.CONTENTS:
            place = len(draft.body) - 1
    if place is not None:
        fill_contents(draft, place)


def _finish(draft: Draft, pages: Mapping[str, int]) -> None:
    """Everything that is known only when the body stands."""
    package = draft.package
    old = package.parts[package.document_name].decode()
    section = _section(old)
    styles = read_metrics(package.parts[package.of_type("styles")[0]])
    draft.body.insert(0, f"{DECLARATION}<w:document {NAMESPACES}><w:body>")
    draft.body.append(f"{section}</w:body></w:document>")
    xml = "".join(draft.body)
    draft.body.clear()
    filled = fill_pages(xml, styles, read_page(section), known=pages)
    package.parts[package.document_name] = filled.encode()
    del xml
    draft.comments.write(package)
    write_footnotes(draft)
    write_language(draft)
    fill_stories(draft)
    name_appendices(draft)
    write_properties(draft)


def _section(document: str) -> str:
    """The template's own page: size, margins, headers and footers."""
    start = document.rfind("<w:sectPr")
    stop = document.rfind("</w:sectPr>")
    return document[start : stop + len("</w:sectPr>")] if 0 <= start < stop else ""
