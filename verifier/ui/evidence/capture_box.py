"""Capturing the page that a link leads to: off by default, and asked about each time."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from verifier.errors import VerifierError
from verifier.exchange.locker import capturing
from verifier.queries.evidence import EvidenceRow
from verifier.ui.jobs import Progress
from verifier.ui.notices import Notice, NoticeKind
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import label, push_button, row

if TYPE_CHECKING:
    from verifier.capturing.page import Capture
    from verifier.reading.evidence import Examined

CAPTURE = "capture"
"""The option of the settings."""


@dataclass(frozen=True)
class Captured:
    """A page that was fetched, and what was read in it."""

    page: Capture
    examined: Examined


class CaptureBox(QWidget):
    """A button, then the question whether to connect; nothing is fetched before the answer."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._item: EvidenceRow | None = None
        self.ask = push_button(self.tr("Capture the page…"))
        self.ask.clicked.connect(self._ask)
        self.question = QFrame()
        self.question.setProperty("panel", "card")
        self._words = label("", wrap=True)
        self.go = push_button(self.tr("Connect and capture"), "primary")
        self.go.clicked.connect(self.fetch)
        self.leave = push_button(self.tr("Do not connect"))
        self.leave.clicked.connect(self.question.hide)
        self._build()

    def _build(self) -> None:
        inner = QVBoxLayout(self.question)
        inner.setContentsMargins(12, 10, 12, 10)
        inner.setSpacing(METRICS.space_m)
        buttons = row(self.leave, self.go)
        buttons.insertStretch(0)
        inner.addWidget(self._words)
        inner.addLayout(buttons)
        self.question.hide()
        first = row(self.ask)
        first.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(METRICS.space_s)
        whole.addLayout(first)
        whole.addWidget(self.question)

    def show_item(self, item: EvidenceRow) -> None:
        """Offer to capture where the item is a link and the person has switched it on."""
        if self._item is None or self._item.id != item.id:
            self.question.hide()
        self._item = item
        wanted = bool(self._shell.settings.options.get(CAPTURE))
        self.setVisible(wanted and item.url.startswith(("http://", "https://")))

    @Slot()
    def _ask(self) -> None:
        if self._item is not None:
            host = urlsplit(self._item.url).hostname or self._item.url
            words = self.tr(
                "Verifier connects to %1 now, and to the places that the pictures and style sheets "
                "of the page come from. They see the address of this computer. Nothing else is "
                "fetched, no script is run."
            )
            self._words.setText(words.replace("%1", host))
            self.question.show()
            self.go.setFocus()

    @Slot()
    def fetch(self) -> None:
        """Fetch the page in the background, and keep it beside the link."""
        item, shell = self._item, self._shell
        self.question.hide()
        if item is None:
            return
        workspace = shell.workspace

        def keep(found: Captured) -> None:
            if shell.is_open and shell.workspace is workspace:
                shell.when_free(partial(self._keep, item, found))

        title = self.tr("Capturing %1").replace("%1", urlsplit(item.url).hostname or "")
        shell.jobs.run(title, _capturing(item.url), keep, self._fail)

    def _keep(self, item: EvidenceRow, found: Captured) -> None:
        page = found.page
        action = capturing(
            found.examined,
            address=page.address,
            final_address=page.final_address,
            status=page.status,
            captured_at=page.captured_at.astimezone(),
            note=page.note,
            source_id=item.source_id,
        )
        if self._shell.do(action, self.tr("capture page")):
            words = self.tr("The page is in the locker now. Parts: %1; not to be had: %2.")
            words = words.replace("%1", str(page.parts)).replace("%2", str(page.missing))
            self._shell.tell(Notice(NoticeKind.DONE, words))

    def _fail(self, error: VerifierError) -> None:
        self._shell.tell_error(error)


def _capturing(address: str) -> Callable[[Progress, Callable[[], bool]], object]:
    def work(progress: Progress, cancelled: Callable[[], bool]) -> Captured:
        from verifier.capturing.page import capture
        from verifier.reading.evidence import examine

        page = capture(address, cancelled=cancelled, progress=progress)
        with tempfile.TemporaryDirectory(prefix="verifier-") as folder:
            file = Path(folder) / page.file_name
            file.write_bytes(page.data)
            return Captured(page, examine(file, cancelled=cancelled))

    return work
