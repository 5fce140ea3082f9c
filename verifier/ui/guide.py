"""The user guide in a window of its own, beside the work."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QImage, QTextDocument
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from verifier import paths
from verifier.ui.widgets import push_button, resize_in_room, row

MARGIN = 48
"""Pixels beside a picture."""


def guide() -> Path:
    """The guide that comes with the program."""
    return paths.resources().parent / "docs" / "user-guide.md"


class _Pages(QTextBrowser):
    """Shows Markdown with pictures no wider than the window."""

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Pictures are made to fit; all else is as Qt does it."""
        loaded = super().loadResource(kind, name)
        if kind == QTextDocument.ResourceType.ImageResource.value:
            picture = QImage(self.source().resolved(QUrl(name)).toLocalFile())
            room = max(self.viewport().width() - MARGIN, MARGIN)
            if picture.width() > room:
                smooth = Qt.TransformationMode.SmoothTransformation
                return picture.scaledToWidth(room, smooth)
        return loaded


class GuideWindow(QDialog):
    """The guide, with a way back through what was read."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("User guide"))
        resize_in_room(self, 860, 760)
        self.pages = _Pages()
        self.pages.setAccessibleName(self.tr("User guide"))
        self.pages.setOpenLinks(False)
        self.pages.anchorClicked.connect(self._follow)
        self.back = push_button(self.tr("Back"))
        self.back.setEnabled(False)
        self.back.clicked.connect(self.pages.backward)
        self.pages.backwardAvailable.connect(self.back.setEnabled)
        close = push_button(self.tr("Close"), "primary")
        close.clicked.connect(self.close)
        buttons = row(self.back, close)
        buttons.insertStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 16)
        whole.addWidget(self.pages, 1)
        whole.addLayout(buttons)
        self.pages.setSource(QUrl.fromLocalFile(str(guide())))

    @Slot(QUrl)
    def _follow(self, link: QUrl) -> None:
        """Other guides are shown here; what is elsewhere is opened by the system, as asked for."""
        target = self.pages.source().resolved(link)
        if target.isLocalFile():
            self.pages.setSource(target)
        else:
            QDesktopServices.openUrl(target)
