"""The Word report: frozen in one reading, written in the background, then offered to be opened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from verifier.export.report import write_report
from verifier.export.settings import settings_from_json
from verifier.queries.report import ReportData, report_data
from verifier.ui.jobs import Progress
from verifier.ui.notices import Notice, NoticeKind
from verifier.ui.shell import Shell


class WordExport(QObject):
    """Writes reports of the open case."""

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell

    def write(self, target: Path) -> None:
        """Write the report of the case as it is now."""
        if not self._shell.drafts.settle():
            return
        data = self._shell.read(report_data)
        title = self.tr("Writing %1").replace("%1", target.name)
        self._shell.jobs.run(title, _writing(data, target), self._done, self._shell.tell_error)

    @Slot(object)
    def _done(self, target: Path) -> None:
        text = self.tr("The report is written: %1").replace("%1", str(target))
        url = QUrl.fromLocalFile(str(target))
        self._shell.tell(
            Notice(
                NoticeKind.DONE,
                text,
                self.tr("Open the file"),
                lambda: _open(url),
            )
        )


def _open(url: QUrl) -> None:
    QDesktopServices.openUrl(url)


def _writing(data: ReportData, target: Path) -> Callable[[Progress, Callable[[], bool]], object]:
    def work(progress: Progress, cancelled: Callable[[], bool]) -> Path:
        write_report(
            data,
            target,
            settings=settings_from_json(data.case.report_settings),
            exported_at=datetime.now().astimezone(),
            progress=progress,
            cancelled=cancelled,
        )
        return target

    return work
