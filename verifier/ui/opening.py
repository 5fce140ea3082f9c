"""Opens a case: a file at once; in a job one on a server, for the way there may lead nowhere, and
a file of an older version, for bringing it up to date may take a while.

The job also reads what the window is going to show first of a server's case, so that nobody waits
for that either.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLockFile, QObject

from verifier.addresses import is_server
from verifier.errors import Cancelled, CaseOutdated, VerifierError
from verifier.queries import case, claims, documents
from verifier.settings import place_of
from verifier.ui.case_lock import held_elsewhere, lock_of
from verifier.ui.claim_book import AT_ONCE
from verifier.ui.inspector.data import read_claim
from verifier.ui.jobs import Job, Progress
from verifier.ui.notices import Notice, NoticeKind, problem
from verifier.ui.pages_of import read_content
from verifier.upgrading import Upgrading
from verifier.workspace import Workspace

if TYPE_CHECKING:
    from verifier.ui.shell import Shell

Ask = Callable[[Any, str], object]


def _nothing() -> None:
    """What follows where nothing was asked for."""


class Opening(QObject):
    """Opens cases in the place of the one that is open."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._job: Job | None = None
        self._coming = ""
        """What the job opens."""
        self._afterwards: list[Callable[[], object]] = []
        """What waits for it."""

    def create(self, path: Path, title: str) -> bool:
        """Make a new case and open it."""
        person = self._shell.settings.person
        return self._enter(path, lambda: Workspace.create(path, title=title, person=person))

    def open(self, place: Path | str) -> bool:
        """Open a case and wait for it; whether it is open."""
        person = self._shell.settings.person
        return self._enter(place, lambda: Workspace.open(place, person=person))

    def _enter(self, place: Path | str, make: Callable[[], Workspace]) -> bool:
        if self._is_open(place):
            return True
        lock = self._room_for(place, partial(self._enter, place, make))
        if lock is None:
            return False
        try:
            workspace = make()
        except VerifierError as error:
            self._fail(lock, error)
            return False
        return self._show(workspace, lock)

    def open_beside(self, place: Path | str, then: Callable[[], object] = _nothing) -> bool:
        """Open a case, in a job where that takes long. Whether it is open, or on its way.

        `then` is done once it is open, and not where it cannot be opened.
        """
        if self._is_open(place):
            then()
            return True
        if self._is_coming(place):
            self._afterwards.append(then)
            return True
        lock = self._room_for(place, partial(self.open_beside, place, then))
        if lock is None:
            return False
        self._afterwards = [then]
        if is_server(str(place)):
            name = place_of(place).partition("#")[0]
            self._begin(place, lock, self.tr("Opening %1").replace("%1", name))
            return True
        person = self._shell.settings.person
        try:
            workspace = Workspace.open(place, person=person, upgrading=None)
        except CaseOutdated:
            name = Path(place).name
            self._begin(place, lock, self.tr("Bringing %1 up to date").replace("%1", name))
            return True
        except VerifierError as error:
            self._fail(lock, error)
            return False
        if not self._show(workspace, lock):
            return False
        then()
        return True

    def _begin(self, place: Path | str, lock: QLockFile, title: str) -> None:
        shell = self._shell
        person, kept = shell.settings.person, shell.settings.places.get(place_of(place))
        first = what_is_shown_first(kept if isinstance(kept, Mapping) else {})
        copying, changing = self.tr("Keeping a copy"), self.tr("Changing it")

        def work(progress: Progress, cancelled: Callable[[], bool]) -> Workspace:
            def copied(share: float) -> None:
                progress(share if share < 1 else None, copying if share < 1 else changing)

            upgrading = Upgrading(copied, cancelled)
            workspace = Workspace.open(place, person=person, upgrading=upgrading)
            try:
                if not cancelled():
                    workspace.prepare_moment(first)
                if cancelled():
                    raise Cancelled
            except BaseException:
                workspace.close()
                raise
            return workspace

        def then(workspace: Workspace) -> None:
            if job.is_cancelled:
                workspace.close()
            else:
                self._show(workspace, lock)
                for waited in self._afterwards:
                    waited()

        def ended() -> None:
            if self._job is job:
                self._job = None
            if job.is_cancelled:
                lock.unlock()

        job = shell.jobs.run(title, work, then, partial(self._fail, lock), may_be_lost=True)
        self._job, self._coming = job, place_of(place)
        job.ended.connect(ended)

    def _is_open(self, place: Path | str) -> bool:
        return self._shell.is_open and self._shell.place == place_of(place)

    def _is_coming(self, place: Path | str) -> bool:
        """Whether it is being opened: a second click on it asks for nothing more."""
        if self._job is None or self._job.is_cancelled:
            return False
        return self._coming == place_of(place)

    def _room_for(self, place: Path | str, again: Callable[[], object]) -> QLockFile | None:
        """Close what is open, or on its way; the lock of what is to be opened, where it can be."""
        if self._job is not None:
            self._job.cancel()
        lock = lock_of(place)
        if lock is None:
            self._shell.tell(held_elsewhere(place))
            return None
        if not self._shell.close(again):
            lock.unlock()
            return None
        return lock

    def _fail(self, lock: QLockFile, error: VerifierError) -> None:
        lock.unlock()
        self._shell.tell(problem(error))

    def _show(self, workspace: Workspace, lock: QLockFile) -> bool:
        """Whether it could be read."""
        try:
            self._shell.take(workspace, lock)
        except VerifierError as error:
            self._shell.tell(problem(error))
            return False
        if workspace.backup is not None:
            text = self.tr("The case was brought up to date; as it was, it is kept in %1.")
            words = text.replace("%1", str(workspace.backup))
            self._shell.tell(Notice(NoticeKind.HINT, words))
        if workspace.safe_mode:
            text = self.tr("The case lies on a network folder: it is opened in a slower, safe way.")
            self._shell.tell(Notice(NoticeKind.HINT, text))
        return True


def what_is_shown_first(kept: Mapping[str, Any]) -> tuple[Ask, ...]:
    """What views ask about a case that is opened where it was left."""

    def lines(session: Any, case_id: str) -> None:
        if claims.count(session, case_id) <= AT_ONCE:
            claims.summaries(session, case_id)

    def pages(session: Any, case_id: str) -> None:
        rows = [row.id for row in documents.documents(session, case_id)]
        were_open = [name for name in kept.get("documents", ()) if name in rows]
        for name in were_open or rows[:1]:
            read_content(session, case_id, name)

    def claim(session: Any, case_id: str) -> None:
        if kept.get("claim"):
            read_claim(session, case_id, str(kept["claim"]))

    return (case.case_row, case.people, documents.documents, lines, pages, claim)
