"""Follows what others do in the open case: whoever works in it elsewhere, or on the command line.

The audit trail tells it. It is asked every moment in a thread; what changed is then read again by
the views, as if it had been done here. A server that does not answer is told once, and so is its
coming back. Until then nothing is tried, so that nobody waits for it again and again.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication

from verifier.actions.base import Change
from verifier.errors import Unreachable, VerifierError
from verifier.queries.claims import ClaimSummary
from verifier.queries.news import EVERY_KIND, News, news
from verifier.ui.big_steps import READ_AGAIN
from verifier.ui.claim_order import ClaimOrder
from verifier.ui.jobs import Progress
from verifier.ui.notices import Notice, NoticeKind
from verifier.ui.shell import Shell
from verifier.ui.told import told_error

EVERY_MS = 2000
GONE_SECONDS = 1.0
"""How long closing a case waits for an answer that nobody wants any more."""


R = TypeVar("R")


class Others(QObject):
    """Asks, and has the views show what changed."""

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._seen = 0
        """The last event of the trail that the views show."""
        self._round = 0
        """With another case, and after a big step, begins another: older answers do not count."""
        self._is_looking = False
        self._is_stale = False
        """The server was gone: whatever views read meanwhile is missing in them."""
        self._notices: tuple[str, ...] = ()
        """The words that say that it is gone."""
        self._turn = threading.Lock()
        """Held while the case is being asked."""
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)
        shell.opened.connect(self._begin)
        shell.closing.connect(self._stop)
        shell.big.ended.connect(self._begin_round)
        shell.cut_off.connect(self._miss)

    @Slot()
    def _begin_round(self) -> None:
        self._round += 1

    @Slot()
    def _miss(self) -> None:
        self._is_stale = True

    @Slot()
    def _begin(self) -> None:
        self._begin_round()
        self._seen = self._shell.workspace.began_after
        self._is_stale = False
        self._shell.workspace.watch()
        self._timer.start()

    @Slot()
    def _stop(self) -> None:
        """The case is to be closed: it is not being asked when this returns, unless its server
        lets everybody wait."""
        self._begin_round()
        self._timer.stop()
        self._forget_that_it_is_gone()
        self._shell.workspace.let_go()
        patience = GONE_SECONDS if self._shell.is_on_server else -1
        if not self._shell.workspace.is_cut_off and self._turn.acquire(timeout=patience):
            self._turn.release()

    @Slot()
    def look(self) -> None:
        """Ask now, unless that is under way, or a step that everything waits for."""
        if not self._shell.is_open or self._shell.is_busy:
            return
        if self._shell.workspace.is_cut_off:
            self._tell_that_it_is_gone()
        if self._is_looking:
            return
        workspace, after = self._shell.workspace, self._seen

        def ask() -> News:
            own = frozenset(workspace.own_events)
            with workspace.trying() as session:
                found = news(session, workspace.case_id, after=after, own=own)
            with suppress(VerifierError):  # such as a full disk: all is safe in the log
                workspace.fold_when_quiet()
            return found

        self._run(ask, self._hear)

    def _run(self, ask: Callable[[], R], then: Callable[[R], None]) -> None:
        """Ask the case in a thread, then go on, unless another round has begun by then."""
        asked = self._round
        self._is_looking = True

        def work(
            _progress: Progress, _cancelled: Callable[[], bool]
        ) -> tuple[R | None, VerifierError | None]:
            with self._turn:
                if asked != self._round:
                    return None, None
                try:
                    return ask(), None
                except VerifierError as error:
                    return None, error

        def deliver(answer: tuple[R | None, VerifierError | None]) -> None:
            self._is_looking = False
            found, error = answer
            if asked != self._round or self._shell.is_busy:
                return
            if isinstance(error, Unreachable):
                self._tell_that_it_is_gone()
            elif found is not None:
                then(found)

        self._shell.jobs.run("", work, deliver)

    def _hear(self, heard: News) -> None:
        self._forget_that_it_is_gone()
        kinds = EVERY_KIND if self._is_stale else heard.kinds
        change = Change(kinds, heard.ids, heard.claims)
        if self._is_stale or len(heard.ids) >= READ_AGAIN:
            read = self._shell.claims.reader(self._shell.workspace)
            self._run(read, partial(self._show, heard, change))
        else:
            self._show(heard, change)

    def _show(self, heard: News, change: Change, claims: ClaimOrder | None = None) -> None:
        """Show what was heard. What cannot be read now is heard again the next time."""
        shell, was_stale = self._shell, self._is_stale
        self._is_stale = False
        if was_stale:
            shell.drafts.settle()
        if change.kinds:
            line, words = shell.claims.get(shell.selection), shell.drafts.words
            try:
                shell.workspace.follow(change.kinds)
                shell.show(change, claims)
            except VerifierError:
                self._is_stale = self._is_stale or was_stale
                raise
            self._tell_of_the_claim(heard, line, words)
        self._seen = heard.upto
        shell.workspace.pass_events(heard.upto)
        if was_stale:
            shell.tell(Notice(NoticeKind.DONE, self.tr("The server answers again.")))

    def _tell_of_the_claim(self, heard: News, line: ClaimSummary | None, words: str) -> None:
        """Say what happened to the claim that is looked at, where it is gone or being written in.

        `words` are what was being written.
        """
        if line is None or not heard.people:
            return
        who, shell = " / ".join(heard.people), self._shell
        if line.claim.id not in shell.claims:
            text = self.tr("C%1, which you were looking at, was taken out of the case by %2.")
            notice = Notice(NoticeKind.HINT, _filled(text, line, who))
            if words:
                copy = partial(QGuiApplication.clipboard().setText, words)
                notice = replace(notice, action=self.tr("Copy what you were writing"), act=copy)
            shell.tell(notice)
        elif words and line.claim.id in heard.ids:
            text = self.tr(
                "%2 changed C%1 while you are writing in it. A field keeps what is written last; "
                "the history of the case has both."
            )
            shell.tell(Notice(NoticeKind.WARNING, _filled(text, line, who)))

    def _tell_that_it_is_gone(self) -> None:
        self._is_stale = True
        if self._notices:
            return
        words = self.tr(
            "The server does not answer. What was saved is safe there; until it answers again, "
            "nothing can be changed. Leave the window open: it goes on by itself."
        )
        self._notices = (words, told_error(self._shell.workspace.unreachable))
        self._shell.tell(Notice(NoticeKind.WARNING, words))

    def _forget_that_it_is_gone(self) -> None:
        notices, self._notices = self._notices, ()
        if self._is_stale and not notices:  # a view found it out, and was the only one to say so
            notices = (told_error(self._shell.workspace.unreachable),)
        for words in notices:
            self._shell.outdated.emit(words)


def _filled(text: str, line: ClaimSummary, who: str) -> str:
    return text.replace("%1", str(line.claim.number)).replace("%2", who)
