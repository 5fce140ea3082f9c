"""What assistive technology hears of the document view: a document, and the text of its page.

PySide cannot offer Qt's text interface from Python; the text is told as the value. The caller gives
the widget's name and description.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

if TYPE_CHECKING:
    from verifier.ui.reader.view import ReaderView

LONGEST = 8000
"""Code points of a page that are told."""

_views: set[type[ReaderView]] = set()


class DocumentInterface(QAccessibleWidget):
    """The view as a document whose value is the selected text, or else the page's."""

    def __init__(self, view: ReaderView) -> None:
        super().__init__(view, QAccessible.Role.Document)
        self._view = view

    def text(self, kind: QAccessible.Text) -> str:
        """The text that is asked for."""
        if kind is not QAccessible.Text.Value:
            return super().text(kind)
        provider = self._view.provider
        if provider is None:
            return ""
        span = self._view.selection()
        if span is not None:
            return span.of(provider.text)[:LONGEST]
        page = self._view.current_page() - 1
        return provider.text[provider.starts[page] : provider.starts[page + 1]][:LONGEST]


def install(kind: type[ReaderView]) -> None:
    """Make Qt ask this module about views of a class."""
    if not _views:
        QAccessible.installFactory(_interface)
    _views.add(kind)


def _interface(_class_name: str, widget: QObject | None) -> QAccessibleInterface | None:
    for kind in _views:
        if isinstance(widget, kind):
            return DocumentInterface(widget)
    return None
