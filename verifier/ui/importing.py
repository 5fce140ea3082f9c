"""Taking files into the case: each is read in a process of its own, shown meanwhile, then kept."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from verifier.actions.base import Done
from verifier.actions.documents import ImportDocument
from verifier.errors import Cancelled, Unreadable
from verifier.queries.documents import editions
from verifier.queries.seen_text import NO_TEXT
from verifier.reading.files import bytes_of
from verifier.reading.render import PdfView
from verifier.text.document import Notice as ReadNotice
from verifier.text.document import ReadDocument, ReadPage
from verifier.text.page_names import PageNames
from verifier.ui.jobs import Job, Progress
from verifier.ui.notices import Notice, NoticeKind
from verifier.ui.pages_of import Content, read_content
from verifier.ui.picture_strip import listed
from verifier.ui.reader.growing import GrowingPdf
from verifier.ui.shell import Shell
from verifier.ui.told import told

CASE_ENDING = ".vcase"
BETWEEN = 0.1
"""Seconds between two looks of the window at pages that came."""


OFFERED = frozenset({"remarks", NO_TEXT})
"""Notices that come with something to do about them: told by who does it, or above the pages."""
PASSING = frozenset({"reordered"})
"""Notices that ask nobody to look: they pass, with the word that the document is there."""


@dataclass(frozen=True)
class _Twin:
    """The very same bytes are in the case already, or on their way into it."""

    title: str
    document_id: str = ""
    """Empty while they are being read."""


@dataclass
class _UnderWay:
    """A file that is being read."""

    name: str
    is_stopped: Callable[[], bool]
    is_stored: bool = False
    """It can no longer be stopped."""

    @property
    def will_arrive(self) -> bool:
        """Whether it is on its way still."""
        return self.is_stored or not self.is_stopped()


@dataclass(frozen=True)
class _Kept:
    """The document is in the case."""

    document_id: str
    read: ReadDocument
    done: Done
    content: Content | None
    """What its pages are made of, where they were shown already."""


class Importer(QObject):
    """Imports documents in the background, as many at once as the jobs allow."""

    arriving = Signal(object)
    """An Arrival whose pages can be looked at already."""
    wanted = Signal(str)
    """The id of a document that is to be shown."""
    remarked = Signal(str)
    """The id of a document that came with highlights or comments of somebody else."""

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self.under_way: dict[str, _UnderWay] = {}
        """By hash, what is being read."""
        self.lock = threading.Lock()
        """Around the names above: each file is read in a thread of its own."""

    def take(self, files: Sequence[Path]) -> None:
        """Import these files."""
        rows = self._shell.read(editions)
        known = {row.sha256: _Twin(row.title, row.id) for row in rows}
        for file in files:
            Arrival(self, self._shell, file, known).start()


class Arrival(QObject):
    """One file on its way into the case that was open when it was taken."""

    grown = Signal()
    """More pages of `pages` have their words."""
    ended = Signal(str)
    """With the id of the document, or empty where there is none."""
    _opened = Signal(object)
    _came = Signal()

    def __init__(
        self, importer: Importer, shell: Shell, file: Path, known: dict[str, _Twin]
    ) -> None:
        super().__init__(importer)
        self.name = file.name
        self.pages: GrowingPdf | None = None
        """What can be looked at while the rest is being read."""
        self.is_watched = False
        """Whether it is shown while it is read."""
        self.content: Content | None = None
        """What the pages of the document are made of, once it is in the case."""
        self._importer = importer
        self._shell = shell
        self._file = file
        self._known = known
        self._workspace = shell.workspace
        self._job: Job | None = None
        self._waiting: list[tuple[ReadPage, str]] = []
        self._lock = threading.Lock()
        self._told = 0.0
        self._storing = self.tr("storing")
        self._kept: _Kept | None = None
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._hand_on)
        self._opened.connect(self._show)
        self._came.connect(self._grow)
        shell.closing.connect(self.stop)

    def start(self) -> None:
        """Begin to read it."""
        title = self.tr("Reading %1").replace("%1", self.name)
        job = self._shell.jobs.run(title, self._work, self._keep, self._shell.tell_error)
        job.ended.connect(self._follow)
        self._job = job

    @Slot()
    def stop(self) -> None:
        """Read no further; nothing of it is kept."""
        if self._job is not None:
            self._job.cancel()

    # In the thread of the job

    def _work(self, progress: Progress, cancelled: Callable[[], bool]) -> _Twin | _Kept | None:
        progress(None)
        data = bytes_of(self._file)
        sha256 = hashlib.sha256(data).hexdigest()
        with self._importer.lock:
            twin = self._known.get(sha256) or self._twin_under_way(sha256)
            if twin is not None:
                return twin
            self._importer.under_way[sha256] = mine = _UnderWay(self.name, cancelled)
        try:
            return self._read(data, progress, mine)
        except Cancelled:
            return None
        finally:
            with self._importer.lock:
                if self._importer.under_way[sha256] is mine:
                    del self._importer.under_way[sha256]

    def _twin_under_way(self, sha256: str) -> _Twin | None:
        """The same bytes on their way; what was stopped will not arrive."""
        other = self._importer.under_way.get(sha256)
        return _Twin(other.name) if other is not None and other.will_arrive else None

    def _read(self, data: bytes, progress: Progress, mine: _UnderWay) -> _Kept:
        def told(done: int, pages: int | None) -> None:
            progress(done / pages if pages else None, f"{done} / {pages}" if pages else f"{done}")

        growing = _growing(data, self.name)
        if growing is not None:
            self._opened.emit(growing)
        with self._shell.workers.borrow() as worker:
            read = worker.read(
                data,
                name=self.name,
                on_page=None if growing is None else self._take_page,
                progress=told,
                cancelled=mine.is_stopped,
            )
        with self._importer.lock:
            if mine.is_stopped():
                raise Cancelled
            mine.is_stored = True
        progress(1.0, self._storing)
        action = ImportDocument(read, data, self.name)
        done = self._workspace.do(action)
        return _Kept(action.id, read, done, self._content(action.id) if growing else None)

    def _content(self, document_id: str) -> Content:
        """Read here what the window will show: there it would be a pause."""
        with self._workspace.reading() as session:
            return read_content(session, self._workspace.case_id, document_id)

    def _take_page(self, page: ReadPage, text: str) -> None:
        """Tell the window of the first page at once, of later ones now and then."""
        with self._lock:
            self._waiting.append((page, text))
        now = time.monotonic()
        if now - self._told >= BETWEEN:
            self._told = now
            self._came.emit()

    # In the thread of the window

    @property
    def _is_current(self) -> bool:
        return self._shell.is_open and self._shell.workspace is self._workspace

    @Slot(object)
    def _show(self, pages: GrowingPdf) -> None:
        if self._is_current:
            self.pages = pages
            self._importer.arriving.emit(self)
        if not self.is_watched:
            pages.close()

    @Slot()
    def _grow(self) -> None:
        with self._lock:
            came, self._waiting = self._waiting, []
        if self.pages is not None and came:
            self.pages.grow(came)
            self.grown.emit()

    def _keep(self, result: _Twin | _Kept | None) -> None:
        if self._is_current:
            if isinstance(result, _Twin):
                self._tell_twin(result)
            elif result is not None:
                self._kept = result
                self._shell.did(result.done, self.tr("import document"))
                self._turn.start(0)
                return
        self._end("")

    @Slot()
    def _hand_on(self) -> None:
        """Show the document: between two events, for the lists of the window were made anew."""
        if self._is_current and self._kept is not None:
            self._take(self._kept)
        self._end("")

    def _take(self, kept: _Kept) -> None:
        self.content = kept.content
        self._tell(kept.read)
        if self.is_watched:
            self._end(kept.document_id)
        else:
            self._importer.wanted.emit(kept.document_id)
        if kept.read.remarks:
            self._importer.remarked.emit(kept.document_id)

    def _end(self, document_id: str) -> None:
        if self.is_watched:
            self.is_watched = False
            self.ended.emit(document_id)
        self.deleteLater()

    def _tell_twin(self, twin: _Twin) -> None:
        if not twin.document_id:
            words = self.tr("%1 is being read already, as “%2”.")
            words = words.replace("%1", self.name).replace("%2", twin.title)
            self._shell.tell(Notice(NoticeKind.HINT, words))
            return
        words = self.tr("%1 is in this case already, as “%2”; nothing was added.")
        words = words.replace("%1", self.name).replace("%2", twin.title)
        act = partial(self._importer.wanted.emit, twin.document_id)
        self._shell.tell(Notice(NoticeKind.HINT, words, self.tr("Go to it"), act))

    def _tell(self, read: ReadDocument) -> None:
        notices = [*read.notices, *(notice for page in read.pages for notice in page.notices)]
        alike: dict[str, list[ReadNotice]] = {}
        for notice in notices:
            if notice.code not in OFFERED:
                alike.setdefault(notice.code if notice.page else notice.text, []).append(notice)
        words = " ".join([self._said(group) for group in alike.values()][:4])
        if PASSING.issuperset(alike):
            text = self.tr("%1 is in the case now.").replace("%1", self.name)
            self._shell.tell(Notice(NoticeKind.DONE, f"{text} {words}".strip()))
        else:
            self._shell.tell(Notice(NoticeKind.WARNING, f"{self.name}: {words}"))

    def _said(self, alike: Sequence[ReadNotice]) -> str:
        """What is to be said of one page, and on which others the same is to be said.

        By their numbers: a reader's notice names its page so.
        """
        others = [notice.page for notice in alike[1:] if notice.page]
        words = self.tr("The same on pages: %1.") if others else ""
        words = words.replace("%1", listed(others, PageNames()))
        return f"{told(alike[0].text)} {words}".strip()

    @Slot()
    def _follow(self) -> None:
        """Show it no longer where it could not be read, be that told in words or as a bug."""
        if self._job is not None and self._job.has_failed:
            self._end("")


def _growing(data: bytes, name: str) -> GrowingPdf | None:
    """The pages of a PDF as far as they can be shown before it is read; None for other files."""
    if b"%PDF-" not in data[:8192]:
        return None
    try:
        view = PdfView(data, name)
    except Unreadable:
        return None
    sizes = [view.page_size(number + 1) for number in range(view.page_count)]
    if not sizes:
        view.close()
        return None
    return GrowingPdf(view, sizes, name)
