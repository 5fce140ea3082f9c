"""The outline of what is read: the bookmarks of a PDF, or the headings of the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from verifier.errors import VerifierError
from verifier.reading.render import PdfView
from verifier.text.document import Block
from verifier.text.one_line import in_one_line
from verifier.text.ranges import TextRange
from verifier.ui.document_tab import DocumentTab
from verifier.ui.evidence_tab import EvidenceTab
from verifier.ui.latest import Latest
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import label

PLACE_ROLE = Qt.ItemDataRole.UserRole
MOST_LEVELS = 6


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of the outline: where it leads is a page with points from its top, or a passage."""

    title: str
    level: int
    """From 1."""
    page: int | None = None
    """From 0; None where it is a passage, or leads nowhere."""
    y: float = 0.0
    passage: TextRange | None = None


def headings_of(text: str, blocks: Sequence[Block]) -> tuple[Heading, ...]:
    """The headings of a text."""
    found = [block for block in blocks if block.kind == "heading"]
    lines = [(in_one_line(text[block.start : block.stop]), block) for block in found]
    return tuple(
        Heading(title, max(1, block.level), passage=TextRange(block.start, block.stop))
        for title, block in lines
        if title
    )


def bookmarks_of(data: bytes, name: str) -> tuple[Heading, ...]:
    """The bookmarks of a PDF. They are read from a view of their own, in any thread."""
    try:
        with PdfView(data, name) as view:
            marks = view.outline()
    except VerifierError:
        return ()  # the pages themselves say what is wrong with the file
    return tuple(
        Heading(mark.title, mark.level, mark.page - 1 if mark.page else None, mark.y or 0.0)
        for mark in marks
        if mark.title
    )


class OutlinePanel(QWidget):
    """A tree; a click or Return goes there."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._tab: DocumentTab | EvidenceTab | None = None
        self._latest: Latest[tuple[Heading, ...]] = Latest(
            self, shell.jobs, self._show, shell.tell_error
        )
        self._none = label(self.tr("This document has no outline."), "muted", wrap=True)
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(METRICS.space_m + 4)
        self.tree.setUniformRowHeights(True)
        self.tree.setAccessibleName(self.tr("Outline"))
        self.tree.itemClicked.connect(self._go)
        self.tree.itemActivated.connect(self._go)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(METRICS.space_s)
        whole.addWidget(label(self.tr("OUTLINE"), "section"))
        whole.addWidget(self._none)
        whole.addWidget(self.tree, 1)
        self.hide()

    def attach(self, tab: DocumentTab | EvidenceTab | None) -> None:
        """Show the outline of another document, once somebody looks at it."""
        if self.isHidden():
            tab = None
        if tab is self._tab:
            return
        self._tab = tab
        self._latest.forget()
        self._show(())
        if tab is None:
            return
        content = tab.content
        text, blocks, data, name = content.text, content.blocks, content.data, tab.title

        def work() -> tuple[Heading, ...]:
            marks = bookmarks_of(data, name) if data else ()
            return marks or headings_of(text, blocks)

        self._latest.ask(work)

    def _show(self, headings: tuple[Heading, ...]) -> None:
        self.tree.clear()
        above: list[QTreeWidgetItem] = []
        for heading in headings:
            del above[min(heading.level, MOST_LEVELS) - 1 :]
            item = QTreeWidgetItem([heading.title])
            item.setData(0, PLACE_ROLE, heading)
            item.setToolTip(0, heading.title)
            if above:
                above[-1].addChild(item)
            else:
                self.tree.addTopLevelItem(item)
            above.append(item)
        self.tree.expandAll()
        self.tree.setVisible(bool(headings))
        self._none.setVisible(not headings)

    @Slot(QTreeWidgetItem)
    def _go(self, item: QTreeWidgetItem) -> None:
        heading = item.data(0, PLACE_ROLE)
        if self._tab is None or not isinstance(heading, Heading):
            return
        if heading.passage is not None:
            self._tab.view.ensure_visible(heading.passage, flash=True)
        elif heading.page is not None and heading.page < self._tab.view.page_count:
            self._tab.view.go_to(heading.page, heading.y)
