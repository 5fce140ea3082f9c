"""The case's passages and remarks as W3C Web Annotations (Recommendation of 23 February 2017).

One annotation for each passage of a claim: its bodies say what is claimed, how it was rated, why,
and which sources speak to it; its target carries three selectors that mean the same words (quote,
position in code points, and in documents with pages the page and its rectangle); a region without
words has the last one only. A region of a picture inside a text targets that picture, in the scope
of its document. One more for each remark, which targets the passage's annotation or
the remark it answers. All times are UTC.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from urllib.parse import quote

from verifier.export import palette
from verifier.export.flat import utc
from verifier.export.wording import is_web
from verifier.queries.claims import AssessmentRow, HighlightRow
from verifier.queries.evidence import CitationRow, EvidenceRow
from verifier.queries.report import ReportClaim, ReportData, ReportDocument
from verifier.queries.reviews import CommentRow
from verifier.text.document import pictures_of
from verifier.text.regions import PictureRegion

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
PDF_FRAGMENT = "http://tools.ietf.org/rfc/rfc3778"
"""What the Recommendation names; RFC 8118 took its place later."""
MEDIA_FRAGMENT = "http://www.w3.org/TR/media-frags/"
GENERATOR = {"id": "urn:verifier", "type": "Software", "name": "Verifier"}
_IDS = uuid.UUID("6f7d0f3e-6f2b-5a55-9f3a-2f6d2b1c7f10")
_STRAY_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def annotation_collection(data: ReportData, exported_at: datetime) -> bytes:
    """Everything as one AnnotationCollection with a single page."""
    items = list(all_annotations(data, exported_at))
    collection_id = f"urn:uuid:{data.case.id}"
    collection = {
        "@context": CONTEXT,
        "id": collection_id,
        "type": "AnnotationCollection",
        "label": data.case.title,
        "generator": GENERATOR,
        "generated": utc(exported_at),
        "total": len(items),
        "first": {
            "id": _urn(f"page 1 of {data.case.id}"),
            "type": "AnnotationPage",
            "partOf": collection_id,
            "startIndex": 0,
            "items": items,
        },
    }
    return (json.dumps(collection, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def all_annotations(data: ReportData, exported_at: datetime) -> Iterator[dict[str, Any]]:
    """Every annotation, each complete in itself."""
    writer = _Writer(data, exported_at)
    for claim in data.claims:
        for highlight in claim.highlights:
            if highlight.edition_id in writer.documents:
                yield writer.passage(claim, highlight)
        if claim.highlights and claim.highlights[0].edition_id in writer.documents:
            for comment in claim.comments:
                yield writer.remark(claim, comment)


class _Writer:
    def __init__(self, data: ReportData, exported_at: datetime) -> None:
        self._data = data
        self._language = data.case.language
        self._generated = utc(exported_at)
        self._items = {item.id: item for item in data.evidence}
        self.documents = {document.row.edition_id: document for document in data.documents}

    def passage(self, claim: ReportClaim, highlight: HighlightRow) -> dict[str, Any]:
        """A claim's passage with its rating and sources."""
        rating = claim.assessment
        at = rating.at if rating else claim.row.created_at
        return {
            **self._head(highlight.id, at),
            "motivation": ["assessing", "linking"] if rating else ["highlighting"],
            **(_creator(rating.person_id, rating.person) if rating else {}),
            "body": list(self._bodies(claim)),
            "target": _target(self.documents[highlight.edition_id], highlight),
        }

    def remark(self, claim: ReportClaim, comment: CommentRow) -> dict[str, Any]:
        """A remark on a claim, or an answer to a remark."""
        target = comment.parent_id or claim.highlights[0].id
        return {
            **self._head(comment.id, comment.at),
            "motivation": "replying" if comment.parent_id else "commenting",
            **_creator(comment.person_id, comment.person),
            "body": self._said(comment.text, "replying" if comment.parent_id else "commenting"),
            "target": f"urn:uuid:{target}",
        }

    def _head(self, row_id: str, at: datetime) -> dict[str, Any]:
        return {
            "@context": CONTEXT,
            "id": f"urn:uuid:{row_id}",
            "type": "Annotation",
            "created": utc(at),
            "generator": GENERATOR,
            "generated": self._generated,
        }

    def _said(self, value: str, purpose: str) -> dict[str, Any]:
        body = {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}
        if _LANGUAGE.fullmatch(self._language):
            body["language"] = self._language
        return body

    def _bodies(self, claim: ReportClaim) -> Iterator[dict[str, Any]]:
        yield self._said(f"{claim.row.label}: {claim.row.statement}", "describing")
        if claim.assessment:
            yield from self._rating(claim.assessment)
        for tag in claim.row.tags:
            yield self._said(tag, "tagging")
        for citation in claim.citations:
            item = self._items.get(citation.evidence_id)
            if item is not None and is_web(item.final_url or item.url):
                yield _link(citation, item)

    def _rating(self, row: AssessmentRow) -> Iterator[dict[str, Any]]:
        case = self._data.case
        if row.verdict:
            verdict = palette.verdict(row.verdict_scale or case.verdict_scale, row.verdict)
            yield self._said(f"Verdict: {verdict.label}", "classifying")
        if row.confidence:
            label = palette.label(row.confidence_scale or case.confidence_scale, row.confidence)
            yield self._said(f"Confidence: {label}", "assessing")
        if row.likelihood:
            term = palette.likelihood(row.likelihood_scale or case.likelihood_scale, row.likelihood)
            yield self._said(f"Likelihood: {term}", "assessing")
        for words in (row.reason, *row.findings):
            if words:
                yield self._said(words, "assessing")
        if row.correction:
            yield self._said(row.correction, "editing")


def _creator(person_id: str, name: str) -> dict[str, Any]:
    return {"creator": {"id": f"urn:uuid:{person_id}", "type": "Person", "name": name}}


def _link(citation: CitationRow, item: EvidenceRow) -> dict[str, Any]:
    """A source as a resource of its own, with the words quoted and the copy that was archived."""
    body: dict[str, Any] = {
        "type": "SpecificResource",
        "purpose": "linking",
        "source": iri(item.final_url or item.url),
    }
    if citation.quote:
        body["selector"] = _quote(citation.quote, citation.prefix, citation.suffix)
    state: dict[str, Any] = {}
    if item.captured_at is not None:
        state["sourceDate"] = utc(item.captured_at)
    if is_web(item.archive_url):
        state["cached"] = iri(item.archive_url)
    if state:
        body["state"] = {"type": "TimeState", **state}
    return body


def _quote(exact: str, prefix: str, suffix: str) -> dict[str, Any]:
    around = {"prefix": prefix, "suffix": suffix}
    kept = {key: value for key, value in around.items() if value}
    return {"type": "TextQuoteSelector", "exact": exact, **kept}


def _target(document: ReportDocument, highlight: HighlightRow) -> dict[str, Any]:
    region = highlight.region
    if isinstance(region, PictureRegion):
        block = pictures_of(document.blocks)[region.number - 1 : region.number]
        return {
            "type": "SpecificResource",
            "source": f"urn:sha256:{region.picture}",
            "scope": source_of(document),
            "selector": [
                {
                    "type": "FragmentSelector",
                    "conformsTo": MEDIA_FRAGMENT,
                    "value": region.fragment(block[0].picture_pixels if block else None),
                }
            ],
        }
    return {
        "type": "SpecificResource",
        "source": source_of(document),
        "selector": list(_selectors(document, highlight)),
    }


def _selectors(document: ReportDocument, highlight: HighlightRow) -> Iterator[dict[str, Any]]:
    """Ways to find the same place; a region is a rectangle and has no words."""
    if highlight.region is None:
        yield _quote(highlight.quote, highlight.prefix, highlight.suffix)
        yield {
            "type": "TextPositionSelector",
            "start": highlight.start,
            "end": highlight.stop,
        }
    if document.row.media_type == "application/pdf":
        yield {
            "type": "FragmentSelector",
            "conformsTo": PDF_FRAGMENT,
            "value": _fragment(highlight),
        }


def source_of(document: ReportDocument) -> str:
    """The document's own address, or a name made of its hash where it has none."""
    row = document.row
    return iri(row.url) if is_web(row.url) else f"urn:sha256:{row.sha256}"


def _fragment(highlight: HighlightRow) -> str:
    """The page, and the rectangle around the words on it: left, top, width, height in points."""
    boxes = [r[1:] for r in highlight.rectangles if len(r) == 5 and r[0] == highlight.page]
    if not boxes:
        return f"page={highlight.page}"
    left, top = (min(box[edge] for box in boxes) for edge in (0, 1))
    right, bottom = (max(box[edge] for box in boxes) for edge in (2, 3))
    shown = ",".join(f"{value:.0f}" for value in (left, top, right - left, bottom - top))
    return f"page={highlight.page}&viewrect={shown}"


def iri(url: str) -> str:
    """An address as a URI: what may not stand in one is percent-encoded."""
    whole = _STRAY_PERCENT.sub("%25", url.strip())
    clean = quote(whole, safe="%/:=&?~#+!$,;'@()*")
    before, mark, fragment = clean.partition("#")
    return before + mark + fragment.replace("#", "%23")


def _urn(name: str) -> str:
    return f"urn:uuid:{uuid.uuid5(_IDS, name)}"
