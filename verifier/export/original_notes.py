"""What is said in the margin of an original: the same remarks as in the report."""

from __future__ import annotations

from datetime import datetime

from lxml import etree

from verifier.export.comments import Comments
from verifier.export.draft import Draft
from verifier.export.opc import Package
from verifier.export.settings import ReportSettings
from verifier.export.wml import NAMESPACES
from verifier.queries.report import ReportData


def margin_draft(
    data: ReportData, exported_at: datetime, *, first: int = 0, first_paragraph: int | None = None
) -> Draft:
    """A draft without a document, in which remarks are worded and numbered."""
    numbering = {} if first_paragraph is None else {"first_paragraph": first_paragraph}
    return Draft(
        data=data,
        settings=ReportSettings(),
        exported_at=exported_at,
        package=Package({}, {}, {}, [], []),
        comments=Comments(exported_at.tzinfo, first=first, **numbering),
    )


def plain(runs: str) -> str:
    """The words of runs, without their markup."""
    root = etree.fromstring(f"<words {NAMESPACES}>{runs}</words>")
    return "".join(str(words) for words in root.itertext())


def left_behind(data: ReportData, document_id: str) -> list[str]:
    """The passages of a document that only an earlier edition has, in words."""
    return [
        f"{claim.row.label} stands in an earlier edition only: “{data.words(highlight)}”."
        for claim in data.claims
        for highlight in claim.highlights
        if highlight.document_id == document_id and data.is_earlier(highlight)
    ]
