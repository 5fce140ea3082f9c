"""The bottom of the window: where one is, what runs, whether all is saved, who works here."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QLabel, QStatusBar

from verifier.ui.desk import Desk
from verifier.ui.job_strip import JobStrip
from verifier.ui.shell import Shell
from verifier.ui.words import ROLES, word


class StatusLine(QObject):
    """Fills the status bar of a window."""

    def __init__(self, shell: Shell, desk: Desk, bar: QStatusBar) -> None:
        super().__init__(bar)
        self._shell = shell
        self._desk = desk
        self.where = QLabel()
        self.saved = QLabel()
        self._who = QLabel()
        self.jobs = JobStrip(shell.jobs)
        bar.setSizeGripEnabled(False)
        bar.setContentsMargins(10, 0, 10, 0)
        self.saved.setContentsMargins(16, 0, 16, 0)
        bar.addWidget(self.where)
        bar.addPermanentWidget(self.jobs)
        bar.addPermanentWidget(self.saved)
        bar.addPermanentWidget(self._who)
        shell.opened.connect(self.refresh)
        shell.closed.connect(self.refresh)
        shell.claims.reset.connect(self.show_where)
        shell.claims.updated.connect(self.show_where)
        shell.drafts.changed.connect(self._show_saved)
        shell.drafts.refused.connect(self._show_refused)

    @Slot()
    def refresh(self) -> None:
        """Say all of it again."""
        shell = self._shell
        if shell.is_open:
            role = word(ROLES, shell.actor.role)
            self._who.setText(f"{shell.actor.name} · {role}")
        else:
            self._who.setText(shell.settings.person)
        self._show_saved(shell.drafts.are_saved)
        self.show_where()

    @Slot()
    def show_where(self) -> None:
        """The page that is read, and how many claims there are."""
        if not self._shell.is_open:
            self.where.clear()
            return
        parts = []
        view, tab = self._desk.pages, self._desk.current
        if view is not None and view.provider is not None and view.provider.paged:
            parts.append(view.page_words())
        if tab is not None:
            own = self._shell.claims.count_in(tab.document_id)
            parts.append(self.tr("Claims in this document: %1").replace("%1", str(own)))
        everything = str(len(self._shell.claims))
        parts.append(self.tr("Claims in the case: %1").replace("%1", everything))
        self.where.setText("     ".join(parts))

    @Slot(bool)
    def _show_saved(self, are_saved: bool) -> None:
        if not self._shell.is_open:
            self.saved.clear()
        elif are_saved:
            self.saved.setText(self.tr("All changes saved"))
        else:
            self.saved.setText(self.tr("Saving…"))

    @Slot()
    def _show_refused(self) -> None:
        self.saved.setText(self.tr("Not saved: a field needs mending"))
