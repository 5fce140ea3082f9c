"""What of a Word document is not shown or not read, counted and told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from verifier.text.document import Notice

CHUNKS = (
    "Parts of the document are files of their own that it has taken in, and are not read. "
    "Open it in Word, save it there, and import it again."
)


@dataclass(slots=True)
class Missing:
    """Counts of what a reader does not see."""

    charts: int = 0
    """Charts and diagrams, which Word draws anew from their data."""
    pictures: int = 0
    """In a format that cannot be opened."""
    chunks: int = 0
    """Files of other kinds that Word takes in when it opens the document."""

    def notices(self) -> Iterator[Notice]:
        """A word on each kind."""
        if self.charts:
            yield _not_shown(self.charts)
        if self.pictures:
            yield _not_opened(self.pictures)
        if self.chunks:
            yield Notice("not-read", CHUNKS)


def _not_shown(count: int) -> Notice:
    words = (
        f"{count} charts or diagrams are not shown: only Word draws them. "
        "Look at them there, or in a PDF."
        if count > 1
        else "A chart or diagram is not shown: only Word draws it. Look at it there, or in a PDF."
    )
    return Notice("not-shown", words)


def _not_opened(count: int) -> Notice:
    words = (
        f"{count} pictures are in a format that only Word draws. Look at them there, or in a PDF."
        if count > 1
        else "A picture is in a format that only Word draws. Look at it there, or in a PDF."
    )
    return Notice("not-shown", words)
