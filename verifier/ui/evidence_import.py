"""Putting files into the locker: the original bytes are kept; text is read where there is any."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject

from verifier.actions.base import Action, Batch
from verifier.actions.evidence import AddEvidence, Cite
from verifier.errors import Cancelled, Unreadable, VerifierError
from verifier.reading.files import read_file
from verifier.states import EvidenceKind, Stance
from verifier.text.document import ReadDocument
from verifier.ui.jobs import Progress
from verifier.ui.notices import Notice, NoticeKind
from verifier.ui.shell import Shell

LARGEST = 512 * 1024 * 1024
"""Bytes of one item: larger ones belong into an archive that a link leads to."""
BY_ENDING = {
    ".html": EvidenceKind.PAGE,
    ".htm": EvidenceKind.PAGE,
    ".mhtml": EvidenceKind.PAGE,
    ".mht": EvidenceKind.PAGE,
    ".wacz": EvidenceKind.PAGE,
    ".warc": EvidenceKind.PAGE,
    ".eml": EvidenceKind.EMAIL,
    ".msg": EvidenceKind.EMAIL,
    ".csv": EvidenceKind.DATASET,
    ".tsv": EvidenceKind.DATASET,
    ".xlsx": EvidenceKind.DATASET,
    ".json": EvidenceKind.DATASET,
}
Taken = tuple[bytes, ReadDocument | None]


def media_type_of(name: str) -> str:
    """What a file is, by its name's ending."""
    return mimetypes.guess_type(name)[0] or "application/octet-stream"


def kind_of(name: str) -> EvidenceKind:
    """What kind of item a file is."""
    if media_type_of(name).startswith("image/"):
        return EvidenceKind.PICTURE
    return BY_ENDING.get(Path(name).suffix.lower(), EvidenceKind.FILE)


class EvidenceTaker(QObject):
    """Takes files into the locker, and cites them for a claim where one is named."""

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell

    def take(self, files: Sequence[Path], claim_id: str = "") -> None:
        """Take these files."""
        for file in files:
            _Taking(self, self._shell, file, claim_id).start()


class _Taking(QObject):
    def __init__(self, taker: EvidenceTaker, shell: Shell, file: Path, claim_id: str) -> None:
        super().__init__(taker)
        self._shell = shell
        self._file = file
        self._claim_id = claim_id
        self._workspace = shell.workspace

    def start(self) -> None:
        title = self.tr("Taking %1 into the locker").replace("%1", self._file.name)
        self._shell.jobs.run(title, _taking(self._file), self._keep, self._fail)

    def _keep(self, taken: Taken) -> None:
        self.deleteLater()
        if not self._shell.is_open or self._shell.workspace is not self._workspace:
            return
        data, read = taken
        now = datetime.now().astimezone()
        offset = now.utcoffset()
        item = AddEvidence(
            kind_of(self._file.name),
            {
                "title": read.properties.get("title", "") if read is not None else "",
                "collector": self._shell.actor.name,
                "captured_offset": int(offset.total_seconds() // 60) if offset else 0,
            },
            data=data,
            media_type=read.media_type if read is not None else media_type_of(self._file.name),
            file_name=self._file.name,
            read=read,
            captured_at=now.astimezone(UTC),
        )
        actions: tuple[Action, ...] = (item,)
        if self._claim_id:
            actions = (item, Cite(self._claim_id, item.id, Stance.CONTEXT))
        if self._shell.do(Batch("add evidence", actions), self.tr("add evidence")):
            words = self.tr("%1 is in the locker now.").replace("%1", self._file.name)
            self._shell.tell(Notice(NoticeKind.DONE, words))

    def _fail(self, error: VerifierError) -> None:
        self.deleteLater()
        self._shell.tell_error(error)


def _taking(file: Path) -> Callable[[Progress, Callable[[], bool]], object]:
    def work(progress: Progress, cancelled: Callable[[], bool]) -> Taken:
        progress(None)
        data = _bytes_of(file)
        try:
            return read_file(file, cancelled=cancelled)
        except Cancelled:
            raise
        except VerifierError:
            return data, None  # a picture or a recording has no text, and is evidence all the same

    return work


def _bytes_of(file: Path) -> bytes:
    try:
        if file.stat().st_size > LARGEST:
            raise Unreadable(
                f"{file.name} is larger than {LARGEST // 1024**2} MB.",
                "Keep it in an archive and add a link to it.",
            )
        return file.read_bytes()
    except OSError as error:
        raise Unreadable(
            f"{file.name} cannot be read ({error.strerror}).", "Check that you may open it."
        ) from error
