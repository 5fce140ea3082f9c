"""Putting files into the locker: the original bytes are kept with what the file says of itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from verifier.actions.locker import moment
from verifier.exchange.locker import attaching
from verifier.reading.workers import Workers
from verifier.ui.jobs import Progress
from verifier.ui.notices import Notice, NoticeKind
from verifier.ui.shell import Shell

if TYPE_CHECKING:
    from verifier.reading.evidence import Examined


class EvidenceTaker(QObject):
    """Takes files into the locker, and cites them for a claim where one is named."""

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell

    def take(self, files: Sequence[Path], claim_id: str = "") -> None:
        """Take these files."""
        for file in files:
            _Taking(self._shell, file, claim_id).start()


class _Taking(QObject):
    """One file on its way, whatever becomes of the view it was dropped on: its job holds it."""

    def __init__(self, shell: Shell, file: Path, claim_id: str) -> None:
        super().__init__()
        self._shell = shell
        self._file = file
        self._claim_id = claim_id
        self._workspace = shell.workspace

    def start(self) -> None:
        title = self.tr("Taking %1 into the locker").replace("%1", self._file.name)
        self._shell.jobs.run(
            title, _taking(self._file, self._shell.workers), self._take, self._shell.tell_error
        )

    def _take(self, taken: Examined) -> None:
        if self._shell.is_open and self._shell.workspace is self._workspace:
            self._shell.when_free(partial(self._keep, taken))

    def _keep(self, taken: Examined) -> None:
        at = moment(taken.properties.get("captured", "")) or datetime.now().astimezone()
        offset = at.utcoffset()
        action = attaching(
            taken,
            claim_id=self._claim_id or None,
            details={"captured_offset": int(offset.total_seconds() // 60) if offset else 0},
            captured_at=at.astimezone(UTC),
        )
        if self._shell.do(action, self.tr("add evidence")):
            words = self.tr("%1 is in the locker now.").replace("%1", self._file.name)
            kind = NoticeKind.DONE
            if taken.notice and taken.kind not in ("picture", "dataset"):
                kind = NoticeKind.HINT
                words += " " + self.tr("Its text cannot be read: %1").replace("%1", taken.notice)
            self._shell.tell(Notice(kind, words))


def _taking(file: Path, workers: Workers) -> Callable[[Progress, Callable[[], bool]], object]:
    def work(progress: Progress, cancelled: Callable[[], bool]) -> Examined:
        from verifier.reading.evidence import examine

        def told(done: int, pages: int | None) -> None:
            progress(done / pages if pages else None, f"{done} / {pages}" if pages else f"{done}")

        progress(None)
        with workers.borrow() as worker:
            return examine(file, worker=worker, progress=told, cancelled=cancelled)

    return work
