"""What every view holds on to: the open case, its undo stack, the jobs, and who is told what.

A view never writes. It calls `shell.do(action)`; when that returns true, the change is on the disk
and `changed` has been told to everybody, the view itself included.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QLockFile, QObject, Qt, Signal, Slot
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QWidget

from verifier.actions.base import Action, Actor, Change, Done
from verifier.addresses import is_server
from verifier.errors import CannotWrite, Invalid, Unreachable, VerifierError
from verifier.exchange.restoring import BIG, needs_restore_point
from verifier.queries.case import CaseRow, case_row
from verifier.queries.documents import DocumentRow, documents
from verifier.queries.news import EVERY_KIND
from verifier.reading.workers import Workers
from verifier.settings import Settings, place_of
from verifier.ui import looks
from verifier.ui.big_steps import BigSteps
from verifier.ui.claim_book import ClaimBook
from verifier.ui.claim_order import ClaimOrder
from verifier.ui.drafts import Drafts
from verifier.ui.file_dialogs import last_folder
from verifier.ui.jobs import Jobs
from verifier.ui.notices import problem
from verifier.ui.opening import Opening
from verifier.ui.page_names import NamedPages
from verifier.ui.reading_ahead import Query, ReadingAhead
from verifier.ui.telling import Telling
from verifier.ui.theme import Theme
from verifier.ui.undo import DoneCommand
from verifier.ui.warm_up import CaseWarmer
from verifier.workspace import Workspace

P = ParamSpec("P")
R = TypeVar("R")
FRAME = frozenset({"Document", "Edition", "Case"})
"""What may change how any claim is shown, though no claim changed."""


class Shell(Telling):
    """One window's hold on a case, or on none."""

    opened = Signal()
    closing = Signal()
    """The case is still open: the last moment to look at it."""
    closed = Signal()
    changed = Signal(object)
    """The Change, after its commit."""
    selected = Signal(str)
    """The id of the claim that is looked at; empty for none."""
    unfinished = Signal(object)
    """Leaving would lose what a job brings; with what leaves, once that is settled."""
    unsaved = Signal(object)
    """Leaving would lose words that cannot be saved now; with what leaves, as before."""
    cut_off = Signal()
    """A server did not answer: views lack what they wanted to show."""

    def __init__(self, theme: Theme, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(settings, parent)
        self.theme = theme
        self.jobs = Jobs(self)
        self.workers = Workers()
        self.drafts = Drafts(self)
        self.history = QUndoStack(self)
        self.big = BigSteps(self.jobs, self)
        self.big.ended.connect(self.drafts.settle, Qt.ConnectionType.QueuedConnection)
        self.big.ended.connect(self._do_what_waited, Qt.ConnectionType.QueuedConnection)
        self._waiting: list[tuple[Workspace, Callable[[], object]]] = []
        """What is to be written once the big step that is under way has ended."""
        self.claims = ClaimBook(self)
        self.pages = NamedPages(self)
        self.ahead = ReadingAhead()
        self.documents: tuple[DocumentRow, ...] = ()
        self.selection = ""
        self._lets_go = False
        """Whether the person has decided about all that cannot be kept."""
        self._refused: VerifierError | None = None
        """Why the last thing that was refused could not be done."""
        self._workspace: Workspace | None = None
        self._case: CaseRow | None = None
        self._lock: QLockFile | None = None
        self._opening = Opening(self)
        self._warmer = CaseWarmer(self.jobs, self)

    # The case

    @property
    def is_open(self) -> bool:
        """Whether there is a case to work on."""
        return self._workspace is not None

    @property
    def workspace(self) -> Workspace:
        """The open case. Asking for it while there is none is a bug."""
        assert self._workspace is not None
        return self._workspace

    @property
    def case(self) -> CaseRow:
        """The open case's own row."""
        assert self._case is not None
        return self._case

    @property
    def actor(self) -> Actor:
        """Who works here."""
        return self.workspace.actor

    @property
    def is_on_server(self) -> bool:
        """Whether the open case is one of a team's server, not a file."""
        return is_server(self.workspace.location)

    @property
    def place(self) -> str:
        """Where the open case is: the path of its file, or its address without a password."""
        return place_of(self.workspace.address)

    @property
    def path(self) -> Path:
        """The file of the open case; what is made of it is offered beside that.

        Of a case on a server it is where its copy would be.
        """
        if self.is_on_server:
            name = self.case.title.replace("/", "-").replace("\\", "-")
            return last_folder.begin() / f"{name}.vcase"
        return Path(self.workspace.location)

    def create(self, path: Path, title: str) -> bool:
        """Make a new case and open it."""
        return self._opening.create(path, title)

    def open(self, case: Path | str) -> bool:
        """Open a case, by its path or its address, in place of the one that is open."""
        return self._opening.open(case)

    def open_beside(self, case: Path | str, then: Callable[[], object] | None = None) -> bool:
        """The same, but nobody waits for what takes long: whether it is open, or on its way.

        `then` is done once it is open.
        """
        return self._opening.open_beside(case, then or _nothing)

    def take(self, workspace: Workspace, lock: QLockFile) -> None:
        """Show a case that was opened; none is open. One that cannot be read is closed again."""
        self._lock = lock
        self._workspace = workspace
        with workspace.one_moment():
            try:
                self._read_frame()
                shown = [row.id for row in self.documents]
                self.claims.begin(workspace, shown, self.jobs, self._refuse)
            except VerifierError:
                self._put_away()
                raise
            self._warmer.begin(workspace)
            self.remember(self.settings.with_recent(workspace.address, self.case.title))
            self.opened.emit()

    def may_leave(self, go: Callable[[], object]) -> bool:
        """Whether leaving loses nothing that is under way. If it would, the person is asked.

        `go` leaves, once they have decided.
        """
        if not self.jobs.awaited:
            return True
        self.unfinished.emit(go)
        return False

    def close(self, again: Callable[[], object] | None = None) -> bool:
        """Close the case; whether it could be, for text that is refused keeps it open.

        Where there is something to be asked first, `again` does what the case is closed for. What
        becomes of words that no typing mends (the disk is full, the server gone) is asked last:
        after that nothing holds the case open.
        """
        if self._workspace is None:
            return True
        go = again or self.close
        if not self._may_write():
            return False
        self._refused = None
        if not self.drafts.settle():
            if self.why_unsaved is not None and self.may_leave(go):
                self.unsaved.emit(go)
            return False
        if not self.may_leave(go):
            return False
        self.closing.emit()
        if self.unwritten is not None and self.drafts.unsent_words and not self._lets_go:
            self.unsaved.emit(go)
            return False
        self._put_away()
        self.closed.emit()
        return True

    def let_go(self, go: Callable[[], object]) -> None:
        """Leave, though something is lost with it: the person knows."""
        self.drafts.abandon()
        self._lets_go = True
        go()
        self._lets_go = False

    @property
    def why_unsaved(self) -> VerifierError | None:
        """Why words cannot be saved, where that is not for the person to mend in their field."""
        if self.workspace.is_cut_off:
            return self.workspace.unreachable
        if self._refused is None:
            return self.unwritten
        return None if isinstance(self._refused, Invalid) else self._refused

    def _put_away(self) -> None:
        """Hold on to nothing of the case."""
        workspace, self._workspace = self.workspace, None
        self._warmer.stop()
        self.history.clear()
        self.selection = ""
        self.documents = ()
        self._case = None
        self.claims.clear()
        workspace.close()
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    # Reading

    def read(
        self, query: Callable[Concatenate[Any, str, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """What a query of the case says now."""
        try:
            with self.workspace.reading() as session:
                return query(session, self.workspace.case_id, *args, **kwargs)
        except Unreachable:
            self._is_cut_off()
            raise

    def _read_frame(self) -> None:
        """What all claims stand in: the case, its scales, its documents."""
        looks.forget()
        self._case = self.read(case_row)
        self.documents = self.read(documents)

    def select(self, claim_id: str) -> None:
        """Look at a claim; what was typed about the one before is saved first.

        As long as a server does not answer, or the disk has no room, the one before stays, with
        what is typed about it.
        """
        if claim_id == self.selection or (claim_id and claim_id not in self.claims):
            return
        before = self.selection
        if not self.frees_fields() or self.workspace.is_cut_off:
            if self.workspace.is_cut_off:
                self._refuse(self.workspace.unreachable)
            self.selected.emit(before)
            return
        self.selection = claim_id
        with self.workspace.one_moment():
            self.read_ahead(self.ahead.asks(claim_id, EVERY_KIND))
            self.selected.emit(claim_id)
        if self.workspace.is_cut_off:
            self.selection = before

    def frees_fields(self, inside: QWidget | None = None) -> bool:
        """Save what is typed, for its fields, or those of a form, are to show something else;
        whether they may.

        They may not where the words would be lost: as long as a server does not answer, the disk
        has no room, or a big step is under way.
        """
        self._refused = None
        is_saved, cannot_write = self.drafts.settle(inside), isinstance(self._refused, CannotWrite)
        return is_saved or not (cannot_write or self.big.doing or self.workspace.is_cut_off)

    def read_ahead(self, asks: Collection[Query]) -> None:
        """Have answered what views are about to ask in this moment, all of it at once."""
        try:
            self.workspace.read_ahead(asks)
        except Unreachable:
            self._is_cut_off()

    def has_document(self, document_id: str) -> bool:
        """Whether a document is in the case; it is said if not: what offers it may outlive it."""
        if any(document.id == document_id for document in self.documents):
            return True
        self.tell_hint(self.tr("That document is no longer in the case."))
        return False

    # Writing

    def do(self, action: Action, text: str = "", *, merge: str = "") -> bool:
        """Do it, with an entry to undo it; whether it was done. What stops it is told in words.

        `text` names it in the Edit menu. Things done one after the other with the same `merge` are
        one entry. What needs a restore point is for `do_beside`: to do it here is a bug. What is
        being typed is saved first: it came before, and may be about what goes now.
        """
        assert not needs_restore_point(action), action.title
        if not self._may_write():
            return False
        self.drafts.settle()
        try:
            done = self.workspace.do(action)
        except VerifierError as error:
            self._refuse(error)
            return False
        self.did(done, text or action.title, merge=merge)
        return True

    def do_beside(self, action: Action, text: str, then: Callable[[], None] | None = None) -> bool:
        """The same for what may need a restore point: a job makes it and does it, then `then`.

        Whether it was done, or begun.
        """
        if not needs_restore_point(action):
            if done := self.do(action, text):
                (then or _nothing)()
            return done
        if not self._may_write():
            return False
        self.drafts.settle()
        workspace = self.workspace

        def show(outcome: Done, claims: ClaimOrder | None) -> None:
            if self._workspace is workspace:
                self.did(outcome, text, claims=claims)
                (then or _nothing)()

        title = self.tr("Working: %1").replace("%1", text)
        read = self.claims.reader(workspace)
        self.big.do(workspace, title, action, read, show, self.tell_error)
        return True

    def when_free(self, write: Callable[[], object]) -> None:
        """Write what a job has found: now, or after the big step that is under way.

        What somebody has waited for is not refused as what they press is. It is dropped with the
        case that it belongs to.
        """
        self._waiting.append((self.workspace, write))
        self._do_what_waited()

    @Slot()
    def _do_what_waited(self) -> None:
        while self._waiting and not self.big.doing:
            workspace, write = self._waiting.pop(0)
            if workspace is self._workspace:
                write()

    @property
    def is_busy(self) -> bool:
        """Whether a big step is under way, or something waits for its end."""
        return bool(self.big.doing or self._waiting)

    def _may_write(self) -> bool:
        """Whether no big step is under way; it is said if one is."""
        if not self.big.doing:
            return True
        words = self.tr("“%1” is still under way. Wait for it, or stop it.")
        self.tell_hint(words.replace("%1", self.big.doing))
        return False

    def did(
        self, done: Done, text: str, *, merge: str = "", claims: ClaimOrder | None = None
    ) -> None:
        """Take note of what was done, perhaps by a job: it can be undone, and views show it.

        `claims` are all claims as they are now, where a job has read them already.
        """
        if not done.steps:
            return
        self.history.push(DoneCommand(done, text, merge))
        self.show(done.change, claims)

    def record(self, action: Action) -> bool:
        """Do what no undoing takes back, such as an entry of a custody log."""
        if not self._may_write():
            return False
        try:
            done = self.workspace.do(action)
        except VerifierError as error:
            self._refuse(error)
            return False
        self.show(done.change)
        return True

    def joins(self) -> bool:
        """Have who works here join the case, as their first change would; whether they have."""
        if not self._may_write():
            return False
        try:
            change = self.workspace.join()
        except VerifierError as error:
            self._refuse(error)
            return False
        if change is not None:
            self.show(change)
        return True

    def _reverse(self, done: Done) -> Done | VerifierError:
        try:
            outcome = self.workspace.undo(done)
        except VerifierError as error:
            self._refuse(error)
            return error
        self.show(outcome.change)
        self._look_at_what_came_back(outcome)
        return outcome

    def _refuse(self, error: VerifierError) -> None:
        """Say why something could not be done."""
        self._refused = error
        if isinstance(error, Unreachable):
            self._is_cut_off()
        self.tell(problem(error))

    def _is_cut_off(self) -> None:
        """Ask no server again that did not answer, before who follows the others finds it back."""
        self.workspace.is_cut_off = True
        self.cut_off.emit()

    def _look_at_what_came_back(self, outcome: Done) -> None:
        """Look at the claim that undoing or redoing brought back, where none is looked at."""
        back = [claim_id for claim_id in outcome.change.ids if claim_id in self.claims]
        if not self.selection and len(back) == 1:
            self.select(back[0])

    def undo(self) -> None:
        """Take back what was done last."""
        if self._may_write() and self.drafts.settle():
            self._turn(self.history.index() - 1, self.history.undo)

    def redo(self) -> None:
        """Do again what was taken back."""
        if self._may_write() and self.drafts.settle():
            self._turn(self.history.index(), self.history.redo)

    def _turn(self, at: int, turn: Callable[[], None]) -> None:
        """Undo or redo an entry, once it is reversed; a big one is by a job.

        What cannot be written now stays: there may be room, or the server again, a moment later.
        """
        command = self.history.command(at)
        if not isinstance(command, DoneCommand):
            return
        workspace, text, index = self.workspace, command.text(), self.history.index()

        def end(outcome: Done | VerifierError) -> None:
            """Turn the entry, unless something has been put on the stack meanwhile."""
            if isinstance(outcome, CannotWrite):
                return
            if self.history.index() == index and self.history.command(at) is command:
                command.outcome = outcome
                turn()
            elif isinstance(outcome, Done):
                self.history.push(DoneCommand(outcome, text, ""))

        def show(outcome: Done, claims: ClaimOrder | None) -> None:
            if self._workspace is workspace:
                self.show(outcome.change, claims)
                end(outcome)
                self._look_at_what_came_back(outcome)

        def fail(error: VerifierError) -> None:
            self.tell_error(error)
            end(error)

        if len(command.done.steps) < BIG:
            end(self._reverse(command.done))
            return
        title = self.tr("Working: %1").replace("%1", text)
        read = self.claims.reader(workspace)
        self.big.reverse(workspace, title, command.done, read, show, fail)

    def show(self, change: Change, claims: ClaimOrder | None = None) -> None:
        """Rows have changed, here or elsewhere: read again what stands on them, and tell it.

        `claims` are all claims as they are now, where a job has read them already.
        """
        with self.workspace.one_moment():
            lines = self.claims.question(change) if claims is None else None
            self.read_ahead(self.ahead.asks(self.selection, change.kinds, lines))
            self._show(change, claims)

    def _show(self, change: Change, claims: ClaimOrder | None) -> None:
        if change.kinds & FRAME:
            self._read_frame()
            self.claims.use_documents(row.id for row in self.documents)
        if claims is None:
            self.claims.follow(self.workspace, change)
        else:
            self.claims.take(self.workspace, claims)
        if self.selection and self.selection not in self.claims:
            self.selection = ""
            self.selected.emit("")
        self.changed.emit(change)


def _nothing() -> None:
    """What follows where nothing was asked for."""
