"""What pages are called: a PDF may say "iv" where the fourth of its pages stands.

What the document prints is what people cite; where it is not the number counted from the first
page, both are told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol


class NumberedPage(Protocol):
    """A page with its number from 1, and what the document calls it ("" for nothing)."""

    @property
    def number(self) -> int: ...
    @property
    def label(self) -> str: ...


class PageNames:
    """The names of one text's pages, by their numbers from 1: of those that have another."""

    def __init__(self, labels: Mapping[int, str] | None = None) -> None:
        self._labels = labels or {}

    def __bool__(self) -> bool:
        """Whether any page is not called by its number."""
        return bool(self._labels)

    @property
    def longest(self) -> str:
        """The name that takes most letters."""
        return max(self._labels.values(), key=len, default="")

    def own(self, number: int) -> str:
        """The name of a page that is not called by its number; else nothing."""
        return self._labels.get(number, "")

    def of(self, number: int) -> str:
        """What a page is called."""
        return self.own(number) or str(number)

    def with_number(self, number: int) -> str:
        """What it is called, and which one it is where that is something else: iv (4)."""
        name = self.of(number)
        return name if name == str(number) else f"{name} ({number})"

    def number_of(self, name: str) -> int | None:
        """The first page that is called so, else the one with this number; None for neither."""
        wanted = name.strip()
        itself = int(wanted) if wanted.isascii() and wanted.isdigit() else None
        called = [number for number, label in self._labels.items() if label == wanted]
        if itself is not None and itself not in self._labels:
            called.append(itself)
        if not called:
            alike = wanted.casefold()
            called = [n for n, label in self._labels.items() if label.casefold() == alike]
        return min(called, default=itself)


NUMBERS = PageNames()
"""Of a text whose pages are called by their numbers."""


def names_of(pages: Iterable[NumberedPage]) -> PageNames:
    """The names of a text's pages."""
    labels = {page.number: page.label for page in pages if page.label}
    return PageNames({number: name for number, name in labels.items() if name != str(number)})
