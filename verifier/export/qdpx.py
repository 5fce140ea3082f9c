"""The case for tools of qualitative analysis: REFI-QDA Project (QDPX), release 1.0.

Each document is a source with its canonical text; each passage is a selection of it, coded with
the verdict, the confidence and the claim's tags. What was found and remarked is a note on the
selection. Positions count code points and the end is excluded, as the text in the project does.

A PDF goes along itself: what is selected in its text is an area of its page as well. Pages count
from 0 and areas are whole points from the lower left corner, as tools that write such projects do.
"""

from __future__ import annotations

import math
import uuid
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import IO

from verifier.export import palette
from verifier.export.flat import utc
from verifier.export.opc import EPOCH
from verifier.export.wml import escape
from verifier.queries.claims import HighlightRow
from verifier.queries.report import ReportClaim, ReportData, ReportDocument

NAMESPACE = "urn:QDA-XML:project:1.0"
IDS = uuid.UUID("b0a5d3d4-1b1e-5a0e-8c8f-0f3f5f6f7a11")
_SCHEMA = "http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd"
_CLAIM_COLOUR = "#1F3A5F"


def write_project(
    data: ReportData,
    file: IO[bytes],
    exported_at: datetime,
    pdfs: Mapping[str, bytes] | None = None,
) -> None:
    """Write the project's zip: project.qde, and under Sources the texts and the PDFs."""
    held = pdfs or {}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        told = project(data, exported_at, frozenset(held))
        _member(archive, "project.qde", told.encode("utf-8", "replace"))
        for document in data.documents:
            if document.row.id in held:
                name = f"Sources/{_file_guid(document)}.pdf"
                _member(archive, name, held[document.row.id])
            text = document.text.encode("utf-8", "replace")
            _member(archive, f"Sources/{_text_guid(document)}.txt", text)


def _member(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    info = zipfile.ZipInfo(name, EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 0
    archive.writestr(info, content)


def project(data: ReportData, exported_at: datetime, pdfs: frozenset[str] = frozenset()) -> str:
    """The project's XML; `pdfs` are ids of documents whose PDF goes along."""
    return _Project(data, exported_at, pdfs).xml()


def _file_guid(document: ReportDocument) -> str:
    return _made(f"file {document.row.sha256}")


def _text_guid(document: ReportDocument) -> str:
    return _made(f"text {document.row.text_layer_id}")


def _made(name: str) -> str:
    """A GUID that is the same in every export of the same thing."""
    return str(uuid.uuid5(IDS, name)).upper()


def _guid(row_id: str) -> str:
    return row_id.upper()


class _Project:
    def __init__(self, data: ReportData, exported_at: datetime, pdfs: frozenset[str]) -> None:
        self._data = data
        self._pdfs = pdfs
        self._now = utc(exported_at)
        self._claims = {claim.row.id: claim for claim in data.claims}
        self._codes: dict[str, dict[str, tuple[str, str]]] = {}
        """Group -> code's guid -> name and colour, filled while the selections are written."""
        self._noted: dict[str, str] = {}

    def xml(self) -> str:
        """Sources first, because they say which codes are needed."""
        sources = "".join(self._source(document) for document in self._data.documents)
        notes = "".join(self._noted.values())
        case = self._data.case
        about = f"<Description>{escape(case.description)}</Description>" if case.description else ""
        return (
            '<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n'
            f'<Project xmlns="{NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
            f'xsi:schemaLocation="{NAMESPACE} {_SCHEMA}" name={_quoted(case.title)} '
            f'origin="Verifier" creationDateTime="{utc(case.created_at)}" '
            f'modifiedDateTime="{self._now}">'
            f"{_element('Users', self._users())}"
            f"{_element('CodeBook', _element('Codes', self._code_groups()))}"
            f"{_element('Sources', sources)}{_element('Notes', notes)}{about}</Project>"
        )

    def _users(self) -> str:
        """Everybody who may be named as somebody who coded or noted, those who left included."""
        people = {person.id: person.name for person in self._data.people}
        for claim in self._data.claims:
            people.update({row.person_id: row.person for row in claim.history})
            people.update({row.person_id: row.person for row in claim.comments})
        return "".join(
            f'<User guid="{_guid(person_id)}" name={_quoted(name)}/>'
            for person_id, name in people.items()
        )

    def _code_groups(self) -> str:
        return "".join(
            f'<Code guid="{_made(f"group {group}")}" name={_quoted(group)} isCodable="false" '
            f'color="{_CLAIM_COLOUR}">{_codes(codes)}</Code>'
            for group, codes in self._codes.items()
        )

    def _source(self, document: ReportDocument) -> str:
        row = document.row
        shown = [
            (highlight, self._claims[highlight.claim_id])
            for highlight in document.highlights
            if highlight.claim_id in self._claims
        ]
        selections = "".join(self._selection(highlight, claim) for highlight, claim in shown)
        about = ", ".join(filter(None, (row.author, row.publisher, row.published, row.url)))
        described = f"<Description>{escape(about)}</Description>" if about else ""
        name = _quoted(row.title or row.file_name)
        at = utc(row.imported_at)
        text = f'plainTextPath="internal://{_text_guid(document)}.txt" creationDateTime="{at}"'
        if row.id not in self._pdfs:
            return (
                f'<TextSource guid="{_guid(row.edition_id)}" name={name} {text}>'
                f"{described}{selections}</TextSource>"
            )
        areas = "".join(self._areas(document, highlight, claim) for highlight, claim in shown)
        return (
            f'<PDFSource guid="{_guid(row.edition_id)}" name={name} '
            f'path="internal://{_file_guid(document)}.pdf" creationDateTime="{at}">'
            f'{described}{areas}<Representation guid="{_text_guid(document)}" name={name} {text}>'
            f"{selections}</Representation></PDFSource>"
        )

    def _selection(self, highlight: HighlightRow, claim: ReportClaim) -> str:
        place = f'startPosition="{highlight.start}" endPosition="{highlight.stop}"'
        return self._said("PlainTextSelection", _guid(highlight.id), place, claim)

    def _areas(self, document: ReportDocument, highlight: HighlightRow, claim: ReportClaim) -> str:
        """The passage as an area of each page that it stands on."""
        heights = {page.number: page.height for page in document.pages}
        found: dict[int, list[Sequence[float]]] = {}
        for page, *box in highlight.rectangles:
            if len(box) == 4 and int(page) in heights:
                found.setdefault(int(page), []).append(box)
        return "".join(
            self._said(
                "PDFSelection",
                _made(f"area {highlight.id} {page}"),
                f'page="{page - 1}" {_area(boxes, heights[page])}',
                claim,
            )
            for page, boxes in found.items()
        )

    def _said(self, kind: str, guid: str, place: str, claim: ReportClaim) -> str:
        """A selection with what was said of it."""
        rating = claim.assessment
        by = f' creatingUser="{_guid(rating.person_id)}"' if rating else ""
        at = utc(rating.at if rating else claim.row.created_at)
        codings = "".join(
            f'<Coding guid="{_made(f"coding {guid} {code}")}"{by} '
            f'creationDateTime="{at}"><CodeRef targetGUID="{code}"/></Coding>'
            for code in self._codes_of(claim)
        )
        notes = "".join(f'<NoteRef targetGUID="{note}"/>' for note in self._notes_of(claim))
        return (
            f'<{kind} guid="{guid}" name={_quoted(claim.row.label)} {place}{by} '
            f'creationDateTime="{at}"><Description>{escape(claim.row.statement)}</Description>'
            f"{codings}{notes}</{kind}>"
        )

    def _codes_of(self, claim: ReportClaim) -> Iterator[str]:
        case, rating = self._data.case, claim.assessment
        if rating and rating.verdict:
            scale = rating.verdict_scale or case.verdict_scale
            shown = palette.verdict(scale, rating.verdict)
            yield self._code(f"Verdict ({scale})", rating.verdict, shown.label, f"#{shown.line}")
        if rating and rating.confidence:
            scale = rating.confidence_scale or case.confidence_scale
            label = palette.label(scale, rating.confidence)
            yield self._code(f"Confidence ({scale})", rating.confidence, label)
        if rating and rating.likelihood:
            scale = rating.likelihood_scale or case.likelihood_scale
            label = palette.label(scale, rating.likelihood)
            yield self._code(f"Likelihood ({scale})", rating.likelihood, label)
        if claim.row.kind:
            yield self._code("Kind of claim", claim.row.kind, claim.row.kind)
        for tag in claim.row.tags:
            yield self._code("Tags", tag, tag)

    def _code(self, group: str, code: str, name: str, colour: str = _CLAIM_COLOUR) -> str:
        guid = _made(f"code {group} {code}")
        self._codes.setdefault(group, {})[guid] = (name, colour)
        return guid

    def _notes_of(self, claim: ReportClaim) -> Iterator[str]:
        rating = claim.assessment
        words = _reasons(claim)
        if rating is not None and words:
            yield self._note(
                rating.id, f"{claim.row.label}: reason", words, rating.person_id, rating.at
            )
        for comment in claim.comments:
            name = f"{claim.row.label}: remark of {comment.person}"
            yield self._note(comment.id, name, comment.text, comment.person_id, comment.at)

    def _note(self, row_id: str, name: str, words: str, by: str, at: datetime) -> str:
        guid = _guid(row_id)
        self._noted[guid] = (
            f'<Note guid="{guid}" name={_quoted(name)} creatingUser="{_guid(by)}" '
            f'creationDateTime="{utc(at)}"><PlainTextContent>{escape(words)}</PlainTextContent>'
            "</Note>"
        )
        return guid


def _area(boxes: Sequence[Sequence[float]], height: float) -> str:
    """What boxes from the upper left corner cover, in whole points from the lower left one."""
    left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
    low, high = height - max(box[3] for box in boxes), height - min(box[1] for box in boxes)
    return (
        f'firstX="{math.floor(left)}" firstY="{math.floor(low)}" '
        f'secondX="{math.ceil(right)}" secondY="{math.ceil(high)}"'
    )


def _reasons(claim: ReportClaim) -> str:
    """Reason, findings and correction of the rating that counts, a line each."""
    rating = claim.assessment
    if rating is None:
        return ""
    correction = f"Should read: {rating.correction}" if rating.correction else ""
    return "\n".join(filter(None, (rating.reason, *rating.findings, correction)))


def _codes(codes: dict[str, tuple[str, str]]) -> str:
    return "".join(
        f'<Code guid="{guid}" name={_quoted(name)} isCodable="true" color="{colour.upper()}"/>'
        for guid, (name, colour) in codes.items()
    )


def _element(name: str, content: str) -> str:
    """The element, or nothing: the schema wants at least one thing in each."""
    return f"<{name}>{content}</{name}>" if content else ""


def _quoted(words: str) -> str:
    """The words as an attribute's value, line ends kept."""
    shown = escape(words).replace("\n", "&#10;").replace("\t", "&#9;")
    return f'"{shown}"'
