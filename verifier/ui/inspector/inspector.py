"""The inspector: everything about the claim that is looked at, from its words to its history."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from verifier.actions.base import Change
from verifier.actions.claims import WithdrawClaim
from verifier.ui import file_dialogs
from verifier.ui.drafts import Written
from verifier.ui.dropped import Link, files_in, is_takeable, links_in
from verifier.ui.empty_state import EmptyState
from verifier.ui.evidence_import import EvidenceTaker
from verifier.ui.inspector.citations import Citations
from verifier.ui.inspector.comments import Comments
from verifier.ui.inspector.data import KINDS, OWN, ClaimData, read_claim, read_own
from verifier.ui.inspector.details import Details
from verifier.ui.inspector.head import Head
from verifier.ui.inspector.history import RatingHistory
from verifier.ui.inspector.proposals import Proposals
from verifier.ui.inspector.rating import Rating
from verifier.ui.inspector.regroup import Regroup
from verifier.ui.inspector.relations import Relations
from verifier.ui.inspector.review_bar import ReviewBar
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.turns import next_turn
from verifier.ui.widgets import frame

Part = (
    Head | Details | Regroup | Proposals | Rating | Citations | Comments | Relations | RatingHistory
)


LEAST_WIDTH = 300


class Inspector(QWidget):
    """One claim, in full; re-read whenever something it shows was changed."""

    passage_wanted = Signal(str, str)
    step_wanted = Signal(int)
    left = Signal()
    """Escape was pressed, or the claim with the cursor in it is gone: back to what is read."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.claim: ClaimData | None = None
        self.head = Head(shell)
        self.details = Details(shell)
        self.regroup = Regroup(shell)
        self.rating = Rating(shell)
        self.proposals = Proposals(shell)
        self._citations = Citations(shell)
        self._comments = Comments(shell)
        self._relations = Relations(shell)
        self._history = RatingHistory(shell)
        self._is_behind = False
        """Whether the lower parts still show the claim before."""
        self.review = ReviewBar(shell)
        self.taker = EvidenceTaker(shell, self)
        self._scroll = QScrollArea()
        self._content = frame("surface")
        self._parts = QVBoxLayout(self._content)
        self._pages = QStackedWidget()
        self._build()
        self.regroup.left.connect(self.left)
        self.head.passage_wanted.connect(self.passage_wanted)
        self.head.step_wanted.connect(self.step_wanted)
        self.head.withdraw_wanted.connect(self.withdraw)
        self._citations.form_opened.connect(self._show_form)
        self._citations.files_wanted.connect(self.attach_files)
        shell.ahead.views.append(self._reads)
        shell.drafts.unsent.append(self._unsent)
        shell.selected.connect(self.show_claim)
        shell.changed.connect(self._follow)
        shell.theme.changed.connect(self._recolour)

    @property
    def _upper_parts(self) -> tuple[Part, ...]:
        """What stands in the column, from the top."""
        return (self.regroup, self.head, self.details, self.proposals, self.rating)

    @property
    def _lower_parts(self) -> tuple[Part, ...]:
        """What stands below: cards that are made anew for each claim."""
        return (self._citations, self._comments, self._relations, self._history)

    @property
    def citations(self) -> Citations:
        """The sources of the claim that is looked at."""
        self._catch_up()
        return self._citations

    @property
    def comments(self) -> Comments:
        """Its comments."""
        self._catch_up()
        return self._comments

    @property
    def relations(self) -> Relations:
        """Its relations to other claims."""
        self._catch_up()
        return self._relations

    @property
    def history(self) -> RatingHistory:
        """How it was rated."""
        self._catch_up()
        return self._history

    def _unsent(self) -> list[Written]:
        """What is written and not sent, of whichever claim."""
        comment = self.tr("New comment")
        source = self.tr("New source")
        return [
            *((comment, text) for text in self._comments.unsent.values()),
            *((source, text) for text in self._citations.written),
        ]

    def _build(self) -> None:
        parts = self._parts
        parts.setContentsMargins(16, 14, 16, 16)
        parts.setSpacing(METRICS.space_l + 2)
        for part in (*self._upper_parts, *self._lower_parts):
            parts.addWidget(part)
        parts.addStretch()
        self._scroll.setWidget(self._content)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        empty = EmptyState(
            "highlighter",
            self.tr("No claim is open"),
            self.tr("Choose a claim, or select words in the document and press H."),
        )
        empty.setProperty("panel", "surface")
        self._pages.addWidget(empty)
        whole_claim = QWidget()
        both = QVBoxLayout(whole_claim)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addWidget(self._scroll, 1)
        both.addWidget(self.review)
        self._pages.addWidget(whole_claim)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
        self.setAcceptDrops(True)

    @Slot(str)
    def show_claim(self, claim_id: str) -> None:
        """Show a claim from its top; none for an empty id."""
        is_other = self.claim is None or self.claim.row.id != claim_id
        self._read(claim_id)
        if is_other:
            self._scroll.verticalScrollBar().setValue(0)

    def _read(self, claim_id: str, kinds: frozenset[str] = KINDS) -> None:
        """Show a claim of which rows of these kinds have changed.

        The cards at the bottom of another claim follow when the rest is painted.
        """
        if not claim_id:
            self.claim = None
            self._shell.drafts.abandon(self)
            self._is_behind = False
            if self.isAncestorOf(self.window().focusWidget() or self.window()):
                self.left.emit()
            self._pages.setCurrentIndex(0)
            return
        known = self.claim
        self.claim = self._shell.read(self._question(claim_id, kinds))
        self._show_upper(self.claim)
        self._pages.setCurrentIndex(1)
        if known is not None and known.row.id == claim_id:
            self._catch_up()
        else:
            next_turn(self, self._catch_up)

    def _show_upper(self, claim: ClaimData) -> None:
        for part in self._upper_parts:
            part.show_claim(claim)
        self.review.show_claim(claim)
        self._is_behind = True

    def _question(self, claim_id: str, kinds: frozenset[str]) -> Callable[[Any, str], ClaimData]:
        known = self.claim
        if known is not None and known.row.id == claim_id and kinds <= OWN:
            return partial(read_own, data=known)
        return partial(read_claim, claim_id=claim_id)

    def _reads(
        self, claim_id: str, kinds: frozenset[str]
    ) -> Callable[[Any, str], ClaimData] | None:
        return self._question(claim_id, kinds) if claim_id and kinds & KINDS else None

    @Slot()
    def _catch_up(self) -> None:
        """Show the claim in the lower parts, too, unless they do so already."""
        if self._is_behind and self.claim is not None:
            self._is_behind = False
            for part in self._lower_parts:
                part.show_claim(self.claim)

    @Slot(object)
    def _follow(self, change: Change) -> None:
        if self.claim is not None and change.kinds & KINDS:
            self._read(self._shell.selection, change.kinds)

    @Slot()
    def _recolour(self) -> None:
        """Nothing has changed but colours: the claim is shown again, in turns of its own."""
        next_turn(self, self._show_again)

    def _show_again(self) -> None:
        if self.claim is not None and self._shell.is_open:
            self._show_upper(self.claim)
            next_turn(self, self._catch_up)

    @Slot()
    def withdraw(self) -> None:
        """Take the claim out of the case; undo brings it back."""
        if self.claim is not None:
            self._shell.do(WithdrawClaim(self.claim.row.id), self.tr("withdraw claim"))

    @Slot()
    def _show_form(self) -> None:
        if self.citations.form is not None:
            self._bring_into_view(self.citations.form)

    def begin_statement(self) -> None:
        """Put the cursor into the statement, all of it selected."""
        self.head.statement.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.head.statement.selectAll()
        self._bring_into_view(self.head.statement)

    @Slot()
    def attach_files(self) -> None:
        """Ask for files, take them into the locker and cite them for the claim."""
        if self.claim is not None:
            files = file_dialogs.evidence_files(self)
            self.taker.take(files, self.claim.row.id)

    def begin_details(self) -> None:
        """Unfold the details, with the cursor at the first of them."""
        self.details.unfold()
        self.details.status.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._bring_into_view(self.details)

    def begin_split(self) -> None:
        """Ask what the claim also says."""
        self.regroup.begin_split()
        self._scroll.verticalScrollBar().setValue(0)

    def begin_merge(self) -> None:
        """Ask which claim becomes one with this."""
        self.regroup.begin_merge()
        self._scroll.verticalScrollBar().setValue(0)

    def begin_relation(self) -> None:
        """Ask for a related claim."""
        self.relations.begin()
        self._bring_into_view(self.relations)

    def begin_reason(self) -> None:
        """Put the cursor into the reason."""
        self.rating.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._bring_into_view(self.rating.reason)

    def begin_comment(self) -> None:
        """Put the cursor into the field for a comment."""
        self.comments.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._bring_into_view(self.comments.field)

    def begin_rewording(self) -> bool:
        """Put the cursor into the person's last comment; whether there is one."""
        remark = self.comments.own
        if remark is None:
            return False
        remark.begin()
        self._bring_into_view(remark)
        return True

    def minimumSizeHint(self) -> QSize:
        """As wide as its content must be, beside a scroll bar: it does not scroll sideways."""
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        content = self._content.minimumSizeHint().width() + bar
        return QSize(max(LEAST_WIDTH, content), super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape in a field, where the field has no use for it, leaves the inspector."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files dropped on an open claim are evidence for it, a link is a source."""
        if self.claim is not None and is_takeable(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take files into the locker and cite them; open the form of a source with a link."""
        event.acceptProposedAction()
        files, links = files_in(event.mimeData()), links_in(event.mimeData())
        if self.claim is not None and files:
            self.taker.take(files, self.claim.row.id)
        elif links:
            self.cite_link(links[0])

    def cite_link(self, link: Link) -> None:
        """Open the form for a source of the claim, with the address and the title of a page."""
        self.citations.begin_with(link)

    def scroll_to(self, part: QWidget) -> None:
        """Show a part of the inspector from its top."""
        self._parts.activate()
        top = part.mapTo(self._content, QPoint(0, 0)).y()
        self._scroll.verticalScrollBar().setValue(top - METRICS.space_m)

    def _bring_into_view(self, widget: QWidget) -> None:
        self._parts.activate()
        self._scroll.ensureWidgetVisible(widget, 0, METRICS.space_xl)
        top = widget.mapTo(self._content, QPoint(0, 0)).y()
        if widget.height() > self._scroll.viewport().height():
            self._scroll.verticalScrollBar().setValue(top - METRICS.space_m)
