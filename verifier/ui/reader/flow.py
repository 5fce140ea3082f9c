"""Text without pages of its own (Word, HTML, Markdown, plain text) as one long sheet of paper.

The text is cut into stretches that stand for pages; each is set when it is first looked at. Until
then its height is estimated from its characters, with the ratio that held for those set so far.
Setting, finding the places of characters and drawing are the composer's, in a thread of its own;
what the window is told are heights, places and pictures.
"""

from __future__ import annotations

import weakref
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from verifier.reading.worker import SafePicture
from verifier.text.document import TARGET, Block, Span, picture_key
from verifier.text.ranges import TextRange
from verifier.ui.reader.composer import Composer
from verifier.ui.reader.flow_estimates import Estimates
from verifier.ui.reader.flow_spans import Spans
from verifier.ui.reader.flow_text import FlowText
from verifier.ui.reader.geometry import PageGeometry
from verifier.ui.reader.layout import Sizes
from verifier.ui.reader.provider import Link
from verifier.ui.reader.selection import page_of
from verifier.ui.reader.set_text import SetText
from verifier.ui.reader.sheet import USUAL, Sheet

PICTURES_KEPT = 12
"""Decoded; as they came they are small."""


class FlowProvider:
    """A text with blocks and spans, as `PageProvider`."""

    paged = False

    def __init__(
        self, text: str, blocks: Sequence[Block] = (), spans: Sequence[Span] = (), title: str = ""
    ) -> None:
        self.title = title
        self.text = text
        self._flow = FlowText(text, blocks)
        self.starts: Sequence[int] = self._flow.starts
        self._spans = Spans([span for span in spans if span.kind != TARGET])
        self._targets = {span.target: span.start for span in spans if span.kind == TARGET}
        self._estimates = Estimates(self._flow)
        self._pictures: dict[str, SafePicture] = {}
        self._decoded: OrderedDict[str, QImage] = OrderedDict()
        """The composer's alone."""
        self._composer = Composer()
        self._ends = weakref.finalize(self, self._composer.stop)
        self._set = self._made(USUAL)
        self._anew: SetText | None = None
        """What is made ready and not taken yet."""

    @property
    def sheet(self) -> Sheet:
        """What the text is set on."""
        return self._set.sheet

    def set_on(self, sheet: Sheet) -> SetText:
        """The text on another sheet, to be made ready and taken; one asked for before is gone."""
        if self._anew is not None:
            self._anew.forget()
        self._anew = self._made(sheet)
        return self._anew

    def take(self, anew: SetText) -> None:
        """Show the text on its new sheet from now on."""
        before, self._set, self._anew = self._set, anew, None
        before.forget()

    @property
    def picture_keys(self) -> list[str]:
        """What the pictures of the text are fetched by, in their order."""
        keys = (picture_key(block.data) for block in self._flow.pictures)
        return list(dict.fromkeys(key for key in keys if key))

    def take_pictures(self, pictures: Mapping[str, SafePicture]) -> None:
        """Show these pictures from now on, which the reading process wrote."""
        self._pictures = dict(pictures)

    def digest(self, number: int) -> str:
        """The SHA-256 of a picture of the text, from 1; empty for one that does not show."""
        found = self._flow.all_pictures[number - 1 : number]
        taken = self._pictures.get(picture_key(found[0].data)) if found else None
        return taken.sha256 if taken is not None else ""

    def picture_start(self, number: int) -> int:
        """Where in the text a picture stands."""
        return self._flow.all_pictures[number - 1].start

    def page_of_picture(self, number: int) -> int | None:
        """The stretch on which a picture stands; None where the text has no such picture."""
        if not 1 <= number <= len(self._flow.all_pictures):
            return None
        return page_of(self, self.picture_start(number))

    def page_sizes(self) -> Sizes:
        """Exact where a stretch has been set, estimated elsewhere."""
        return self._set.page_sizes()

    def settled(self, page: int) -> bool:
        """Whether the height of a stretch is known."""
        return self._set.settled(page)

    def settle(self, page: int) -> bool:
        """Set the stretch, if it has never been."""
        return self._set.settle(page)

    def measure(self, page: int) -> None:
        """Set the stretch in the composer's thread, while the window goes on."""
        self._set.measure(page)

    def measured(self, page: int) -> bool:
        """Whether the composer has set the stretch before."""
        return self._set.measured(page)

    def located(self, page: int) -> bool:
        """Whether the places of the characters of a stretch have been found."""
        return self._set.located(page)

    def geometry(self, page: int) -> PageGeometry:
        """The places of the characters of a stretch."""
        return self._set.geometry(page)

    def render(
        self,
        page: int,
        scale: float,
        clip: QRect,
        give_up: Callable[[], bool] | None = None,  # noqa: ARG002
    ) -> QImage:
        """Paint a part of a stretch, and find the places of its characters."""
        return self._set.render(page, scale, clip)

    def links(self, page: int) -> Sequence[Link]:
        """The addresses and the places in the text that spans of the stretch lead to."""
        start, stop = self.starts[page], self.starts[page + 1]
        geometry = self.geometry(page)
        found = []
        for span in self._spans.between(start, stop):
            if span.kind == "link" and span.target:
                rects = geometry.rects(max(0, span.start - start), min(span.stop, stop) - start)
                place = self._targets.get(span.target)
                address = span.target if place is None else ""
                found += [Link(rect, address, offset=place) for rect in rects]
        return found

    def paragraph(self, index: int) -> TextRange:
        """The block around an offset, or the line."""
        return self._flow.paragraph_at(index)

    def starts_paragraph(self, index: int) -> bool:
        """Whether a block or a line begins at an offset."""
        return self.paragraph(index).start == index

    def running_lines(
        self,
        words: TextRange,  # noqa: ARG002
        page: int | None = None,  # noqa: ARG002
    ) -> Sequence[TextRange]:
        """A text without pages has none."""
        return ()

    def close(self) -> None:
        """Forget what has been set; the composer's thread ends."""
        for each in (self._set, self._anew):
            if each is not None:
                each.forget()
        self._composer.stop()

    def _made(self, sheet: Sheet) -> SetText:
        return SetText(
            self._flow, self._spans, self._estimates, sheet, self._composer, self._picture
        )

    def _picture(self, key: str) -> QImage | None:
        """Called by the composer."""
        found = self._decoded.get(key)
        if found is None:
            taken = self._pictures.get(key)
            if taken is None:
                return None
            found = self._decoded[key] = QImage.fromData(taken.data)
            if len(self._decoded) > PICTURES_KEPT:
                self._decoded.popitem(last=False)
        self._decoded.move_to_end(key)
        return None if found.isNull() else found
