"""Ways out of the case: frozen in one reading, written in the background, then told."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from shiboken6 import isValid

from verifier.actions.reports import RecordReport
from verifier.errors import VerifierError
from verifier.exchange.locker import verify_evidence
from verifier.export import libreoffice
from verifier.export.formats import PDF, Export, Format, format_named
from verifier.export.frozen import frozen
from verifier.export.settings import ReportSettings, settings_from_json
from verifier.queries.originals import files, original
from verifier.queries.report import report_data
from verifier.ui.jobs import Job, Progress, Work
from verifier.ui.notices import Notice, NoticeKind
from verifier.ui.report_words import PARTS
from verifier.ui.shell import Shell
from verifier.ui.told import told
from verifier.ui.words import word
from verifier.workspace import Workspace


@dataclass(frozen=True)
class Order:
    """What is to be written, and where."""

    format: Format
    target: Path
    settings: ReportSettings = field(default_factory=ReportSettings)
    document_id: str = ""
    site: str = ""
    keep: bool = False
    """Keep in the case what the report says, so that the next one can say what changed."""


@dataclass(frozen=True)
class Written:
    """An order that was carried out."""

    order: Order
    files: tuple[Path, ...]
    notices: tuple[str, ...]
    record: RecordReport | None


class Exporter(QObject):
    """Writes the open case to files."""

    written = Signal(object)
    """A Written."""
    failed = Signal(object)
    """The VerifierError."""

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell

    def write(self, target: Path) -> None:
        """Write the Word report, as the case keeps its settings, and offer to open it."""
        try:
            kept = settings_from_json(self._shell.case.report_settings)
            order = Order(format_named("report"), target, kept)
            export = self._freeze(order)
        except VerifierError as error:
            self._shell.tell_error(error)
            return
        if export is not None:
            title = self.tr("Writing %1").replace("%1", target.name)
            self._shell.jobs.run(title, _writing(order, export), self._tell, self._shell.tell_error)

    def run(self, order: Order) -> Job | None:
        """Carry out an order in the background; `written` or `failed` tells how it ended."""
        try:
            export = self._freeze(order)
        except VerifierError as error:
            self.failed.emit(error)
            return None
        if export is None:
            return None
        title = self.tr("Writing %1").replace("%1", order.target.name)
        done = partial(self._done, self._shell.workspace)
        return self._shell.jobs.run(title, _writing(order, export), done, self._fail)

    def preview(self, settings: ReportSettings) -> Job | None:
        """Make the report's pages as a PDF; `written` tells the bytes instead of files."""
        if not self._shell.drafts.settle():
            return None
        export = Export(self._shell.read(report_data), _now(), settings)
        title = self.tr("Making the preview")
        return self._shell.jobs.run(
            title, _previewing(export), self._hand_on, self._fail, may_be_lost=True
        )

    def _freeze(self, order: Order) -> Export | None:
        shell = self._shell
        if not shell.drafts.settle():
            return None
        for item in verify_evidence(shell.workspace, shell.record).faulty:
            shell.tell(Notice(NoticeKind.PROBLEM, told(str(item))))
        document = shell.read(original, order.document_id) if order.document_id else None
        held = shell.read(files, PDF) if order.format.holds_files else {}
        return Export(
            shell.read(report_data),
            _now(),
            order.settings,
            document,
            files=held,
            site=order.site,
        )

    def _done(self, workspace: Workspace, made: Written) -> None:
        shell = self._shell
        if made.record is not None and shell.is_open and shell.workspace is workspace:
            shell.when_free(partial(shell.do, made.record))
        self._hand_on(made)

    def _hand_on(self, made: Written | bytes) -> None:
        """Tell it the dialog that waits for it, which may have been closed meanwhile."""
        if isValid(self):
            self.written.emit(made)

    def _fail(self, error: VerifierError) -> None:
        if isValid(self):
            self.failed.emit(error)

    @Slot(object)
    def _tell(self, made: Written) -> None:
        target = made.order.target
        text = self.tr("The report is written: %1").replace("%1", str(target))
        act = self.tr("Open the file")
        self._shell.tell(Notice(NoticeKind.DONE, text, act, lambda: open_path(target)))


def open_path(path: Path) -> None:
    """Show a file or folder with the program that the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _now() -> datetime:
    return datetime.now().astimezone()


def _in_words(progress: Progress) -> Progress:
    """The same, naming a part of the report as the window does."""

    def tell(fraction: float | None, note: str = "") -> None:
        progress(fraction, word(PARTS, note))

    return tell


def _with_job(export: Export, progress: Progress, cancelled: Callable[[], bool]) -> Export:
    return replace(export, progress=_in_words(progress), cancelled=cancelled)


def _writing(order: Order, export: Export) -> Work:
    def work(progress: Progress, cancelled: Callable[[], bool]) -> Written:
        running = _with_job(export, progress, cancelled)
        files = order.format.write(running, order.target)
        return Written(order, files, tuple(running.notices), _record(order, running))

    return work


def _record(order: Order, export: Export) -> RecordReport | None:
    if not order.keep:
        return None
    held = sha256(order.target.read_bytes()).hexdigest()
    settings = order.settings.to_json()
    return RecordReport(order.target.name, held, frozen(export.shown), settings, order.format.id)


def _previewing(export: Export) -> Work:
    def work(progress: Progress, cancelled: Callable[[], bool]) -> bytes:
        from verifier.export.layout import layout_of
        from verifier.export.report import write_report

        running = _with_job(export, progress, cancelled)
        with tempfile.TemporaryDirectory(prefix="verifier-") as folder:
            report = Path(folder) / "report.docx"
            write_report(
                running.data,
                report,
                settings=running.settings,
                exported_at=running.exported_at,
                progress=running.progress,
                cancelled=running.cancelled,
                lay_out=layout_of(running.cancelled) if running.settings.exact_pages else None,
            )
            progress(None, "LibreOffice")
            return libreoffice.convert(report, "pdf", cancelled=running.cancelled)

    return work
