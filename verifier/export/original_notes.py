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
