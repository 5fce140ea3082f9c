"""Regions in a report: the part of the page or picture that was marked, as a picture of it."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from verifier.export.charts import MAIN
from verifier.export.draft import Draft
from verifier.export.opc import OFFICE
from verifier.export.passages import region_of
from verifier.export.wml import DRAWING
from verifier.queries.report import ReportClaim

EMU = 12700
"""A point in the units of Word's drawings."""
WIDEST, HIGHEST = 470.0, 400.0
"""Points that a picture may take of the page of the report."""
PICTURE = f"{DRAWING}/picture"


def pictured(draft: Draft, claim: ReportClaim) -> Iterator[tuple[str, str]]:
    """The regions of a claim: what to call each, and the run with its picture, if any."""
    documents = {document.row.edition_id: document for document in draft.data.documents}
    for highlight in claim.highlights:
        region, words = highlight.region, region_of(draft.data, highlight)
        if region is not None:
            # A report without regions has no need of PDFium and numpy: they take 18 MB.
            from verifier.export.region_pictures import shown_region

            document = documents.get(highlight.edition_id)
            made = shown_region(document, region, draft.pictures) if document is not None else None
            yield words, _run(draft, *made, words) if made else ""


def _run(draft: Draft, png: bytes, size: tuple[float, float], told: str) -> str:
    """The run that shows a picture of this size in points; `told` is its alternative text."""
    number = next(draft.drawings)
    width, height = size
    shrunk = min(1.0, WIDEST / width, HIGHEST / height)
    across, down = (round(side * shrunk * EMU) for side in size)
    name = f"word/media/region{number}.png"
    relationship = draft.package.add(name, png, "image/png", f"{OFFICE}/image")
    extent = f'cx="{across}" cy="{down}"'
    words = escape(told)
    return (
        '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {extent}/><wp:docPr id="{number}" name="{words} {number}" descr="{words}"/>'
        f'<wp:cNvGraphicFramePr/><a:graphic xmlns:a="{MAIN}"><a:graphicData uri="{PICTURE}">'
        f'<pic:pic xmlns:pic="{PICTURE}"><pic:nvPicPr><pic:cNvPr id="{number}" name="{words}"/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{relationship}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:ln w="6350"><a:solidFill><a:srgbClr val="A0A0A0"/></a:solidFill></a:ln></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
