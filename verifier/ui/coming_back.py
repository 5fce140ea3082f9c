"""Files of other programs that come into a case: first what they would change, then the change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from verifier.actions.base import Batch
from verifier.ui.jobs import Progress, unless_stopped
from verifier.ui.notices import Notice, NoticeKind
from verifier.ui.proposed import FIELDS, plain_change
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import column, label, push_button, resize_in_room, row
from verifier.ui.words import word
from verifier.workspace import Workspace

if TYPE_CHECKING:
    from verifier.exchange import qdpx, taking_back
    from verifier.exchange.taking_back import Taken

SIZE = (860, 520)
KINDS = {
    "comment": QT_TRANSLATE_NOOP("Words", "Comment"),
    "reply": QT_TRANSLATE_NOOP("Words", "Reply"),
    "resolved": QT_TRANSLATE_NOOP("Words", "Settled"),
    "reopened": QT_TRANSLATE_NOOP("Words", "Opened again"),
    "reworded": QT_TRANSLATE_NOOP("Words", "Reworded"),
    "proposed change": QT_TRANSLATE_NOOP("Words", "Proposed change"),
}
COUNTED = {
    "documents": QT_TRANSLATE_NOOP("Words", "Documents"),
    "claims": QT_TRANSLATE_NOOP("Words", "Claims"),
    "assessments": QT_TRANSLATE_NOOP("Words", "Ratings"),
    "comments": QT_TRANSLATE_NOOP("Words", "Comments"),
    "people": QT_TRANSLATE_NOOP("Words", "People"),
}


@dataclass(frozen=True)
class Line:
    """A line of a preview: claim, what, who, words."""

    claim: str
    what: str
    who: str
    words: str


@dataclass(frozen=True)
class Preview:
    """What a file would change, in the words of the window."""

    title: str
    head: str
    lines: tuple[Line, ...]
    left_out: tuple[str, ...]
    action: Batch
    verb: str
    undo_text: str


class ComingBack(QObject):
    """Plans in the background, shows the plan, and carries it out where the person agrees."""

    previewed = Signal()
    """A preview is shown."""
    proposals_wanted = Signal()

    def __init__(self, shell: Shell, window: QWidget) -> None:
        super().__init__(window)
        self._shell = shell
        self._window = window
        self.dialog: PreviewOfChanges | None = None

    def take_back(self, file: Path) -> None:
        """A Word file that was exported, and that an editor gave back."""

        def work(workspace: Workspace) -> Preview:
            from verifier.exchange import taking_back

            return self._word(taking_back.plan(workspace, file), file.name)

        self._plan(file, work)

    def import_from(self, file: Path) -> None:
        """A project of another tool."""

        def work(workspace: Workspace) -> Preview:
            from verifier.exchange import qdpx

            return self._project(qdpx.plan(workspace, file), file.name)

        self._plan(file, work)

    def _plan(self, file: Path, make: Callable[[Workspace], Preview]) -> None:
        if not self._shell.drafts.settle():
            return
        workspace = self._shell.workspace

        def work(progress: Progress, _cancelled: Callable[[], bool]) -> Preview:
            progress(None)
            return make(workspace)

        def then(preview: Preview) -> None:
            if self._shell.is_open and self._shell.workspace is workspace:
                self._show(preview)

        title = self.tr("Reading %1").replace("%1", file.name)
        failed = self._shell.tell_error
        self._shell.jobs.run(title, unless_stopped(work), then, failed, may_be_lost=True)

    def _word(self, plan: taking_back.TakeBack, name: str) -> Preview:
        head = self.tr("What %1 would change. The words of the case stay: a change that is "
                       "proposed is accepted or rejected afterwards.")  # fmt: skip
        return Preview(
            title=self.tr("Take back a Word report"),
            head=head.replace("%1", name),
            lines=tuple(_line(one) for one in plan.taken),
            left_out=tuple(f"{one.author}: {one.text}" for one in plan.unplaced),
            action=plan.action,
            verb=self.tr("Take back"),
            undo_text=self.tr("take back Word's answers"),
        )

    def _project(self, plan: qdpx.QdpxPlan, name: str) -> Preview:
        return Preview(
            title=self.tr("Import from another tool"),
            head=self.tr("What %1 would bring into the case.").replace("%1", name),
            lines=tuple(
                Line("", word(COUNTED, kind), "", f"{number:,}")
                for kind, number in plan.counts.items()
                if number
            ),
            left_out=plan.notices,
            action=plan.action,
            verb=self.tr("Import"),
            undo_text=self.tr("import project"),
        )

    def _show(self, preview: Preview) -> None:
        self.dialog = PreviewOfChanges(preview, self._window)
        self.dialog.accepted.connect(self._carry_out)
        self.dialog.open()
        self.previewed.emit()

    @Slot()
    def _carry_out(self) -> None:
        if self.dialog is not None:
            preview = self.dialog.preview
            then = partial(self._tell_of, preview)
            self._shell.do_beside(preview.action, preview.undo_text, then)

    def _tell_of(self, preview: Preview) -> None:
        """Say how much came into the case, and where it waits."""
        waiting = any(line.what == word(KINDS, "proposed change") for line in preview.lines)
        text = self.tr("Taken into the case: %1").replace("%1", str(len(preview.lines)))
        if waiting:
            act = self.tr("Show the proposed changes")
            self._shell.tell(Notice(NoticeKind.DONE, text, act, self.proposals_wanted.emit))
        else:
            self._shell.tell(Notice(NoticeKind.DONE, text))


def _line(one: Taken) -> Line:
    what = word(KINDS, one.kind)
    if not one.field:
        return Line(one.claim, what, one.author, " ".join(one.text.split()))
    change = plain_change(one.old, one.new)
    return Line(one.claim, what, one.author, f"{word(FIELDS, one.field)}: {change}")


class PreviewOfChanges(QDialog):
    """Lists what would change and what is left out; accepting it is what carries it out."""

    def __init__(self, preview: Preview, parent: QWidget) -> None:
        super().__init__(parent)
        self.preview = preview
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(preview.title)
        resize_in_room(self, *SIZE)
        self.lines = self._table(preview.lines)
        self.take = push_button(preview.verb, "primary")
        self.cancel = push_button(self.tr("Cancel"))
        self.take.setEnabled(bool(preview.action.actions))
        self.take.setDefault(True)
        self.take.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        whole = column(margin=METRICS.space_l)
        whole.addWidget(label(preview.head, wrap=True))
        whole.addWidget(self.lines, 1)
        if not preview.lines:
            whole.addWidget(label(self.tr("Nothing is new in this file."), "muted"))
        for words in preview.left_out:
            told = self.tr("Left out: %1").replace("%1", " ".join(words.split()))
            whole.addWidget(label(told, "muted", wrap=True))
        buttons = row(self.cancel, self.take)
        buttons.insertStretch(0)
        whole.addLayout(buttons)
        self.setLayout(whole)

    def _table(self, lines: Sequence[Line]) -> QTreeWidget:
        made = QTreeWidget()
        made.setAccessibleName(self.preview.title)
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(False)
        made.setWordWrap(True)
        made.setColumnCount(4)
        made.setHeaderLabels([self.tr("Claim"), self.tr("What"), self.tr("Who"), self.tr("Words")])
        for line in lines:
            item = QTreeWidgetItem([line.claim, line.what, line.who, line.words])
            item.setToolTip(3, line.words)
            made.addTopLevelItem(item)
        for column_number in range(3):
            made.resizeColumnToContents(column_number)
        made.header().setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        return made
