"""Claims: made of selected words, sourced, commented, withdrawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Slot

from verifier.actions.evidence import AddSource
from verifier.errors import NotFound
from verifier.ui.controllers.controller import Controller
from verifier.ui.dropped import Link
from verifier.ui.notices import Notice, NoticeKind
from verifier.ui.withdrawn import WithdrawnDialog

AT_ONCE = 3
"""Links that are asked about when several are dropped."""
LONGEST = 120
"""Characters of an address in a notice."""


class Claims(Controller):
    """What is done to the claim that is open."""

    @Slot()
    def add(self) -> None:
        """Make the selected words a claim."""
        tab = self.desk.marking
        if tab is not None and tab.selection is not None:
            self.desk.add_claim(tab, tab.selection)

    @Slot()
    def add_passage(self) -> None:
        """Add the selected words to the claim that is open."""
        self.desk.add_passage()

    @Slot()
    def add_source(self) -> None:
        """Open the form for a source."""
        self._show_inspector()
        self.desk.inspector.citations.begin()

    @Slot()
    def attach(self) -> None:
        """Ask for files, and cite them for the claim that is open."""
        self._show_inspector()
        self.desk.inspector.attach_files()

    def take_links(self, links: Sequence[Link]) -> None:
        """Say what can be done with the address of a page: nothing is fetched for it."""
        for link in links[:AT_ONCE]:
            words = self.tr(
                "Nothing is fetched from the network: %1 was not opened. Save the page in the "
                "browser and drop the file here, or keep its address."
            ).replace("%1", link.url[:LONGEST])
            offers = self._offers(link)
            if offers:
                (name, act), *others = offers
                notice = Notice(NoticeKind.HINT, words, name, act, tuple(others))
            else:
                notice = Notice(NoticeKind.HINT, words)
            self.shell.tell(notice)

    def _offers(self, link: Link) -> Sequence[tuple[str, Callable[[], None]]]:
        """How the address can be kept, the likeliest first."""
        if not self.shell.is_open:
            return []
        keep = [(self.tr("Keep it among the sources"), partial(self._keep, link))]
        claim = self.desk.inspector.claim
        if claim is None or claim.is_locked:
            return keep
        words = self.tr("Add it as a source of %1").replace("%1", claim.row.label)
        return [(words, partial(self._cite, claim.row.id, link)), *keep]

    def _cite(self, claim_id: str, link: Link) -> None:
        if not self.shell.is_open:
            return
        self.shell.select(claim_id)
        if claim_id not in self.shell.claims:
            words = "This claim is no longer in the case."
            advice = "Somebody may have withdrawn it; the history says who."
            self.shell.tell_error(NotFound(words, advice))
        elif self.shell.selection == claim_id:  # else what is typed about another cannot be saved
            self._show_inspector()
            self.desk.inspector.cite_link(link)

    def _keep(self, link: Link) -> None:
        if self.shell.is_open:
            action = AddSource({"url": link.url, "title": link.title})
            self.shell.do(action, self.tr("add source"))

    @Slot()
    def open_evidence(self) -> None:
        """Open what is cited for the claim beside the report."""
        self.desk.inspector.citations.open_evidence()

    @Slot()
    def quote(self) -> None:
        """Quote the selected words of the evidence beside for the claim that is open."""
        tab = self.desk.quoting
        if tab is not None and tab.selection is not None:
            tab.quote(tab.selection)

    @Slot()
    def comment(self) -> None:
        """Go where a comment is written."""
        self._show_inspector()
        self.desk.inspector.begin_comment()

    @Slot()
    def edit_comment(self) -> None:
        """Go where the person's last comment is reworded."""
        self._show_inspector()
        if not self.desk.inspector.begin_rewording():
            self._say_no_comment()

    @Slot()
    def withdraw_comment(self) -> None:
        """Take the person's last comment back."""
        remark = self.desk.inspector.comments.own
        if remark is None:
            self._say_no_comment()
        else:
            remark.withdraw()

    def _say_no_comment(self) -> None:
        self.shell.tell_hint(self.tr("You have not commented on this claim."))

    @Slot()
    def edit_statement(self) -> None:
        """Go where the statement is written."""
        self._show_inspector()
        self.desk.inspector.begin_statement()

    @Slot()
    def edit_reason(self) -> None:
        """Go where the reason is written."""
        self._show_inspector()
        self.desk.inspector.begin_reason()

    @Slot()
    def edit_details(self) -> None:
        """Unfold the details of the claim."""
        self._show_inspector()
        self.desk.inspector.begin_details()

    @Slot()
    def relate(self) -> None:
        """Ask for a related claim."""
        self._show_inspector()
        self.desk.inspector.begin_relation()

    @Slot()
    def split(self) -> None:
        """Ask what the claim also says."""
        self._show_inspector()
        self.desk.inspector.begin_split()

    @Slot()
    def merge(self) -> None:
        """Ask which claim becomes one with this."""
        self._show_inspector()
        self.desk.inspector.begin_merge()

    @Slot()
    def restore(self) -> None:
        """Show what was withdrawn."""
        WithdrawnDialog(self.shell, self.window).open()

    @Slot()
    def withdraw(self) -> None:
        """Take the claim out of the case."""
        self.desk.inspector.withdraw()

    def _show_inspector(self) -> None:
        self.desk.show_part(self.desk.inspector, wanted=True)
