"""What pages are called: a PDF may say "iv" where the fourth of its pages stands.

What the document prints is what people cite; where it is not the number counted from the first
page, both are told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from verifier.errors import Unreachable
from verifier.queries.documents import PageRow, page_labels

if TYPE_CHECKING:
    from verifier.ui.shell import Shell


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

    def of(self, number: int) -> str:
        """What a page is called."""
        return self._labels.get(number) or str(number)

    def with_number(self, number: int) -> str:
        """What it is called, and which one it is where that is something else: iv (4)."""
        name = self.of(number)
        return name if name == str(number) else f"{name} ({number})"

    def place(self, number: int, pages: int) -> str:
        """Which page of how many one is, beside its name: (4 of 320); / 320 where that says it."""
        if self.of(number) == str(number):
            return f"/ {pages}"
        words = QCoreApplication.translate("PageNames", "(%1 of %2)")
        return words.replace("%1", str(number)).replace("%2", str(pages))

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


def names_of(pages: Sequence[PageRow]) -> PageNames:
    """The names of a text's pages."""
    labels = {page.number: page.label for page in pages if page.label}
    return PageNames({number: name for number, name in labels.items() if name != str(number)})


class NamedPages:
    """The names of pages of the case's editions and evidence, each text read once."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._known: dict[str, PageNames] = {}
        shell.closed.connect(self._known.clear)

    def of(self, owner_id: str) -> PageNames:
        """The pages of an edition, or of an item of the locker; their file never changes.

        As long as a server does not answer they are called by their numbers.
        """
        if owner_id not in self._known:
            try:
                self._known[owner_id] = PageNames(self._shell.read(page_labels, owner_id))
            except Unreachable:
                return PageNames()
        return self._known[owner_id]

    def name(self, owner_id: str, number: int) -> str:
        """What one page is called."""
        return self.of(owner_id).of(number)
