"""A copy of the PDF as it came, with the claims as highlights, notes and replies.

A highlight brings its own appearance (multiplied, half transparent), because several programs draw
none or an opaque one otherwise. Its quads are the boxes of the characters, in the file's own
coordinates: the page's turn and crop are undone here.
"""

from __future__ import annotations

import io
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, BinaryIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from verifier.errors import Encrypted, Invalid, Unreadable
from verifier.export.comments import Remark
from verifier.export.draft import Draft, shown_highlights
from verifier.export.original_notes import left_behind, margin_draft, plain
from verifier.export.sections.remarks import Thread, threads_of
from verifier.queries.claims import HighlightRow
from verifier.queries.documents import PageRow
from verifier.queries.originals import Original
from verifier.queries.report import ReportClaim, ReportData, ReportDocument
from verifier.reading.boxes import rectangles, unpack_boxes
from verifier.text.ranges import TextRange
from verifier.text.running import parts_of

OPACITY = 0.45
_PRINT = 4
"""Annotation flag: shown on paper, too."""
_HIDDEN = 30
"""Annotation flags of what is not drawn on the page: hidden, no zoom, no turn, and printed."""
_IDS = uuid.UUID("0a4a8a6e-52b1-5f0b-9d39-54c1f9a7f9e1")
Rectangle = tuple[float, float, float, float]
"""Left, top, right, bottom of the page as shown, in points."""
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class PageFrame:
    """The visible box of a page in the file's own coordinates, and its turn clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    def in_file(self, x: float, y: float) -> Point:
        """A point of the shown page (y downwards) where the file has it (y upwards)."""
        if self.rotation == 90:
            return self.left + y, self.bottom + x
        if self.rotation == 180:
            return self.right - x, self.bottom + y
        if self.rotation == 270:
            return self.right - y, self.top - x
        return self.left + x, self.top - y

    def quad(self, box: Rectangle) -> list[Point]:
        """Upper left, upper right, lower left, lower right, as the page is read."""
        x0, y0, x1, y1 = box
        return [self.in_file(x, y) for x, y in ((x0, y0), (x1, y0), (x0, y1), (x1, y1))]


def annotate_pdf(
    data: ReportData, original: Original, exported_at: datetime, file: BinaryIO
) -> list[str]:
    """Write the marked copy; what could not be marked, in words."""
    document = next((d for d in data.documents if d.row.id == original.row.id), None)
    if document is None:
        raise Invalid("The document is not in the case.", "Choose one of its documents.")
    name = original.row.file_name
    try:
        with pikepdf.open(io.BytesIO(original.data)) as pdf:
            notices = _Marking(data, document, original, pdf, exported_at).mark()
            pdf.save(file, deterministic_id=not pdf.is_encrypted, encryption=pdf.is_encrypted)
    except pikepdf.PasswordError as error:
        raise Encrypted(
            f"{name} is protected by a password, so a copy cannot be written.",
            "Import a copy without the password.",
        ) from error
    except pikepdf.PdfError as error:
        raise Unreadable(
            f"{name} is too damaged to be copied with notes.",
            "Print it to a new PDF and import that.",
        ) from error
    return notices


class _Marking:
    """One file being marked."""

    def __init__(
        self,
        data: ReportData,
        document: ReportDocument,
        original: Original,
        pdf: Pdf,
        exported_at: datetime,
    ) -> None:
        self._document = document
        self._original = original
        self._pdf = pdf
        self._claims = {claim.row.id: claim for claim in data.claims}
        self._running = data.running
        self._draft: Draft = margin_draft(data, exported_at)
        self._seen: set[str] = set()

    def mark(self) -> list[str]:
        """Add every annotation; what could not be marked, in words."""
        notices = left_behind(self._draft.data, self._document.row.id)
        if _is_signed(self._pdf):
            notices.append("The file is signed; in a copy with notes the signature is broken.")
        for highlight in shown_highlights(self._document):
            claim = self._claims.get(highlight.claim_id)
            if claim is not None and not self._mark(highlight, claim):
                notices.append(f"{claim.row.label} has no place on a page: “{highlight.quote}”.")
        return notices

    def _mark(self, highlight: HighlightRow, claim: ReportClaim) -> bool:
        """A highlight on each page the passage stands on; the remarks hang on the first."""
        threads = self._threads(highlight, claim)
        marked = False
        for number, boxes in self._boxes(highlight):
            page = self._pdf.pages[number - 1]
            mark = self._add(page, boxes, claim, threads if not marked else threads[:1])
            if highlight.region is not None:
                mark.Subtype = Name.Square
                mark.IC = mark.C
                del mark.QuadPoints
            marked = True
        return marked

    def _threads(self, highlight: HighlightRow, claim: ReportClaim) -> list[Thread]:
        first = claim.row.id not in self._seen
        self._seen.add(claim.row.id)
        return threads_of(self._draft, claim, highlight, first=first)

    def _boxes(self, highlight: HighlightRow) -> Iterator[tuple[int, list[Rectangle]]]:
        """Page numbers with the rectangles of the passage on them.

        Those of a passage over running lines are measured anew: it may have been made when these
        were marked, too.
        """
        drawn: dict[int, list[Rectangle]] = {}
        for page, x0, y0, x1, y1 in (r for r in highlight.rectangles if len(r) == 5):
            drawn.setdefault(int(page), []).append((x0, y0, x1, y1))
        passed = self._running.passed_over(highlight)
        for page_row in self._document.pages:
            if page_row.number > len(self._pdf.pages):
                return
            measured = self._measured(highlight, page_row, passed) if passed else []
            found = measured or drawn.get(page_row.number)
            found = found or self._measured(highlight, page_row, passed)
            if found:
                yield page_row.number, found

    def _measured(
        self, highlight: HighlightRow, page: PageRow, passed: Sequence[TextRange]
    ) -> list[Rectangle]:
        """The rectangles of a passage's characters on a page, without what it goes over."""
        start, stop = max(highlight.start, page.start), min(highlight.stop, page.stop)
        packed = self._original.boxes.get(page.number)
        if start >= stop or packed is None:
            return []
        boxes = unpack_boxes(packed, page.width, page.height)
        return [
            rectangle
            for part in parts_of(TextRange(start, stop), passed)
            for rectangle in rectangles(boxes, part.start - page.start, part.stop - page.start)
        ]

    def _add(
        self, page: Any, boxes: Sequence[Rectangle], claim: ReportClaim, threads: Sequence[Thread]
    ) -> Any:
        """The annotation over some rectangles of a page, with its remarks."""
        frame = frame_of(page)
        quads = [frame.quad(box) for box in boxes]
        verdict = self._draft.verdict(claim)
        (rating, _), *talks = threads
        mark = self._annotation(page, rating, f"{claim.row.label}: {verdict.label}")
        mark.Subtype = Name.Highlight
        mark.Rect = Array(_around(quads))
        mark.QuadPoints = Array([value for quad in quads for point in quad for value in point])
        colour = _between(verdict.tint, verdict.line)
        mark.C = Array(colour)
        mark.AP = Dictionary(N=self._appearance(quads, colour))
        self._pop_up(page, mark, quads)
        for first, replies in talks:
            for remark in (first, *replies):
                self._reply(page, mark, remark)
        return mark

    def _annotation(self, page: Any, remark: Remark, subject: str) -> Any:
        """What every annotation has; it stands on the page already."""
        at = f"D:{remark.at.astimezone(UTC):%Y%m%d%H%M%S}Z"
        made = self._pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Contents=String("\r".join(plain(p) for p in remark.paragraphs)),
                T=String(remark.author),
                Subj=String(subject),
                NM=String(str(uuid.uuid5(_IDS, f"{remark.key} {len(_annotations(page))}"))),
                M=String(at),
                CreationDate=String(at),
                F=_PRINT,
                P=page.obj,
            )
        )
        _annotations(page).append(made)
        return made

    def _pop_up(self, page: Any, mark: Any, quads: Sequence[Sequence[Point]]) -> None:
        """The window of the note, closed, at the right edge of the page."""
        frame = frame_of(page)
        top = max(y for quad in quads for _, y in quad)
        pop_up = self._pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Popup,
                Rect=Array([frame.right, top - 120, frame.right + 200, top]),
                Parent=mark,
                Open=False,
                P=page.obj,
            )
        )
        mark.Popup = pop_up
        _annotations(page).append(pop_up)

    def _reply(self, page: Any, mark: Any, remark: Remark) -> None:
        """A remark in the thread of a highlight; a resolved one says so in its state."""
        reply = self._annotation(page, remark, "Remark")
        reply.Subtype = Name.Text
        reply.Rect = mark.Rect
        reply.IRT = mark
        reply.RT = Name.R
        reply.F = _HIDDEN
        if remark.resolved:
            reply.Contents = String(f"{reply.Contents!s} (resolved)")

    def _appearance(self, quads: Sequence[Sequence[Point]], colour: Sequence[float]) -> Any:
        """The quads filled with the verdict's colour, multiplied onto the page."""
        red, green, blue = colour
        drawn = [f"/Marked gs {red:.3f} {green:.3f} {blue:.3f} rg"]
        for upper_left, upper_right, lower_left, lower_right in quads:
            corners = (upper_left, upper_right, lower_right, lower_left)
            path = " ".join(
                f"{x:.3f} {y:.3f} {'l' if n else 'm'}" for n, (x, y) in enumerate(corners)
            )
            drawn.append(f"{path} h f")
        form = self._pdf.make_stream("\n".join(drawn).encode())
        form.Type = Name.XObject
        form.Subtype = Name.Form
        form.BBox = Array(_around(quads))
        form.Group = Dictionary(S=Name.Transparency)
        state = Dictionary(Type=Name.ExtGState, BM=Name.Multiply, ca=OPACITY, CA=OPACITY)
        form.Resources = Dictionary(ExtGState=Dictionary(Marked=state))
        return form


def frame_of(page: Any) -> PageFrame:
    """The part of a page that is shown: the CropBox inside the MediaBox."""
    media, crop = (_sorted([float(v) for v in box]) for box in (page.mediabox, page.cropbox))
    left, bottom = max(media[0], crop[0]), max(media[1], crop[1])
    right, top = min(media[2], crop[2]), min(media[3], crop[3])
    if left >= right or bottom >= top:
        left, bottom, right, top = media
    return PageFrame(left, bottom, right, top, _rotation(page.obj))


def _rotation(page: Any) -> int:
    """The turn that a page asks for, its own or inherited."""
    node, seen = page, 0
    while node is not None and seen < 64:
        if "/Rotate" in node:
            return int(node.Rotate) % 360 // 90 * 90
        node, seen = node.get("/Parent"), seen + 1
    return 0


def _annotations(page: Any) -> Any:
    """The page's own list of annotations, made where there is none or a shared one."""
    if not isinstance(page.obj.get("/Annots"), Array):
        page.obj.Annots = Array()
    return page.obj.Annots


def _is_signed(pdf: Pdf) -> bool:
    form = pdf.Root.get("/AcroForm")
    return isinstance(form, Dictionary) and bool(int(form.get("/SigFlags", 0)) & 1)


def _around(quads: Sequence[Sequence[Point]]) -> list[float]:
    across = [x for quad in quads for x, _ in quad]
    up = [y for quad in quads for _, y in quad]
    return [min(across), min(up), max(across), max(up)]


def _sorted(box: list[float]) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = box
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _between(tint: str, line: str) -> list[float]:
    """Midway between a verdict's two colours: half transparent, the tint alone is too pale."""
    pairs = ((int(tint[at : at + 2], 16), int(line[at : at + 2], 16)) for at in (0, 2, 4))
    return [round((first + second) / 510, 4) for first, second in pairs]
