"""A PDF that is shown while it is read: its pages are there at once, its words follow."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QProgressBar, QWidget

from verifier.reading.render import PdfView
from verifier.text.regions import Place
from verifier.ui.importing import Arrival
from verifier.ui.pages_of import Content
from verifier.ui.reader.view import ReaderView
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import column, frame, label, push_button, row

BAR_WIDTH = 160


class ArrivingTab(QWidget):
    """Can be read, searched by eye and copied from; what is marked waits until all is read."""

    link_wanted = Signal(str)
    ended = Signal(object, str)
    """This tab, and the id of the document, which is empty where it could not be read."""

    def __init__(self, shell: Shell, arrival: Arrival) -> None:
        super().__init__()
        assert arrival.pages is not None
        self._shell = shell
        self._arrival = arrival
        self._pages = arrival.pages
        self.places: list[Place] = []
        """What is to become claims."""
        self.view = ReaderView(self, shell.theme.tokens)
        self._words = label("", "muted")
        self._bar = QProgressBar()
        self._bar.setFixedWidth(BAR_WIDTH)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Pages read"))
        self.stop_button = push_button(self.tr("Stop"), "quiet")
        self.stop_button.setToolTip(self.tr("Read no further; nothing of it is kept"))
        self.stop_button.clicked.connect(arrival.stop)
        self._build()
        self.view.set_document(self._pages)
        self.view.claim_wanted.connect(self._note)
        self.view.link_activated.connect(self.link_wanted)
        shell.theme.changed.connect(self.view.set_tokens)
        arrival.grown.connect(self._grow)
        arrival.ended.connect(self._end)
        arrival.is_watched = True
        self._grow()

    def _build(self) -> None:
        head = frame("foot")
        line = row(self._words, self._bar, self.stop_button, spacing=METRICS.space_m)
        line.insertStretch(1)
        line.setContentsMargins(METRICS.space_l, 4, METRICS.space_m, 4)
        head.setLayout(line)
        whole = column(spacing=0)
        whole.addWidget(self.view, 1)
        whole.addWidget(head)
        self.setLayout(whole)

    def hand_over(self) -> tuple[Content | None, PdfView]:
        """What the document's own pages are made of, and the file, which stays open for them."""
        return self._arrival.content, self._pages.hand_over()

    def close_document(self) -> None:
        """Let go of the file; threads and timers end."""
        self._shell.theme.changed.disconnect(self.view.set_tokens)
        self.view.close_document()

    @Slot()
    def _grow(self) -> None:
        read, pages = self._pages.pages_read, self.view.page_count
        words = self.tr("Being read: %1 of %2 pages. They can be looked at meanwhile.")
        self._words.setText(words.replace("%1", str(read)).replace("%2", str(pages)))
        self._bar.setRange(0, pages)
        self._bar.setValue(read)

    @Slot(object)
    def _note(self, place: Place) -> None:
        """What is marked becomes a claim as soon as there is a document for it to stand in."""
        self.places.append(place)
        self.view.select(None)
        self._shell.tell_hint(self.tr("This becomes a claim as soon as the document is read."))

    @Slot(str)
    def _end(self, document_id: str) -> None:
        self.ended.emit(self, document_id)
