"""Search across the case as one types: what is found, by kind, over the window."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from verifier.queries.search import Hit, misnamed, search
from verifier.queries.search_spelling import meant
from verifier.text.direction import runs_rtl
from verifier.ui.announcing import announce
from verifier.ui.icons import draw_icon
from verifier.ui.latest import PAUSE_MS, Latest
from verifier.ui.over_window import OverWindow, draw_ground
from verifier.ui.panels.claim_lines import Index
from verifier.ui.shell import Shell
from verifier.ui.widgets import LEADING, label
from verifier.workspace import Workspace

WIDTH = 760
HEIGHT = 520
AT_ONCE = 50
"""Of texts, and of everything else."""
LINE_HEIGHT = 44
HEAD_HEIGHT = 28
HIT_ROLE = Qt.ItemDataRole.UserRole
"""A hit, or the words of a search that would find something."""
ICONS = {
    "document": "file-text",
    "claim": "highlighter",
    "assessment": "scale",
    "comment": "message-square",
    "citation": "quote",
    "source": "library",
    "evidence": "archive",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found, or which search would find something."""

    hits: tuple[Hit, ...] = ()
    meant: str = ""


def ask(workspace: Workspace, query: str) -> Answer:
    """What the case answers; called in a worker thread."""
    with workspace.reading() as session:
        case_id = workspace.case_id
        hits = search(session, case_id, query, limit=AT_ONCE, as_typed=True)
        return Answer(hits, "" if hits else meant(session, case_id, query))


RIGHT_TO_LEFT = Qt.LayoutDirection.RightToLeft


class SearchPanel(OverWindow):
    """The field and what was found."""

    wanted = Signal(object)
    """The Hit to go to."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self.field.setAccessibleName(self.tr("Search across the case"))
        self._shell = shell
        self._goes_on = False
        """Return was pressed before the answer came: the first of what is found is gone to."""
        self._latest: Latest[Answer] = Latest(
            self, shell.jobs, self._show, shell.tell_error, at_once=True
        )
        self._answer = Answer()
        self._pause = QTimer(self)
        """Until the typing pauses: then it is told how much was found, or that nothing was."""
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self.field.setPlaceholderText(
            self.tr('Search everything: words, "a phrase", verdict:false, by:AN, in:claims…')
        )
        self.field.textChanged.connect(self._ask)
        self.list.setAccessibleName(self.tr("What was found"))
        self.list.setItemDelegate(_Lines(shell, self.list))
        self.count = label("", "muted")
        self.whole.addWidget(self.count)
        shell.closing.connect(self.close_panel)

    @property
    def hits(self) -> list[Hit]:
        """What is listed."""
        found = [self.list.item(at).data(HIT_ROLE) for at in range(self.list.count())]
        return [hit for hit in found if isinstance(hit, Hit)]

    def open_panel(self) -> None:
        """Show it, with what was looked for last."""
        self.appear(WIDTH, HEIGHT)
        self.field.selectAll()
        self._ask()

    @Slot()
    def close_panel(self) -> None:
        """Put it away, and what is still being looked for."""
        self._latest.forget()
        self._pause.stop()
        super().close_panel()

    @Slot()
    def _ask(self) -> None:
        self._goes_on = False
        query = self.field.text()
        if not query.strip() or not self._shell.is_open:
            self._pause.stop()
            self._latest.forget()
            self._show(Answer())
            return
        self._pause.start()
        if not self.list.count():
            self.count.setText(self.tr("Searching…"))
        self._latest.ask(partial(ask, self._shell.workspace, query))

    def _show(self, answer: Answer) -> None:
        """List at once what was found. That nothing was waits: a word may be half typed."""
        self._answer = answer
        goes_on, self._goes_on = self._goes_on, False
        if answer.hits or goes_on or not self._pause.isActive():
            self._fill()
        if not self._pause.isActive():
            self._announce()
        if goes_on and answer.hits:
            self.accept_current()

    @Slot()
    def _tell(self) -> None:
        """The typing pauses."""
        if self._latest.is_asking:
            return
        if not self._answer.hits:
            self._fill()
        self._announce()

    def _announce(self) -> None:
        offered = self.list.item(0).text() if self._offers else ""
        announce(self, f"{self.count.text()} {offered}".strip())

    @property
    def _offers(self) -> bool:
        return bool(self._answer.meant) and not self._answer.hits

    def _fill(self) -> None:
        hits = self._answer.hits
        self.list.clear()
        for kind in ICONS:
            of_kind = [hit for hit in hits if hit.kind == kind]
            if of_kind:
                head = QListWidgetItem(f"{self._name(kind)}  {len(of_kind)}")
                head.setFlags(Qt.ItemFlag.NoItemFlags)
                self.list.addItem(head)
            for hit in of_kind:
                item = QListWidgetItem(hit.snippet.text)
                item.setData(HIT_ROLE, hit)
                words = f"{self._name(kind)}, {where_of(hit, self._shell)}: {hit.snippet.text}"
                item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
                self.list.addItem(item)
        if hits:
            self.list.setCurrentRow(1)
            self.list.scrollToTop()
        elif self._offers:
            self._offer(self._answer.meant)
        self.count.setText(self._summary(len(hits)))

    def _offer(self, words: str) -> None:
        """A line that looks for what was meant."""
        item = QListWidgetItem(self.tr("Did you mean “%1”?").replace("%1", words))
        item.setData(HIT_ROLE, words)
        self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _summary(self, found: int) -> str:
        if not self.field.text().strip():
            return self.tr("Return goes there, Escape closes.")
        if not found:
            return self._why_nothing()
        words = self.tr("Found: %1. Return goes there, Escape closes.")
        return words.replace("%1", str(found))

    def _why_nothing(self) -> str:
        names = self._shell.read(misnamed, self.field.text())
        if not names:
            return self.tr("Nothing was found.")
        return self.tr("Nothing was found: there is no %1.").replace("%1", ", ".join(names))

    def _name(self, kind: str) -> str:
        names = {
            "document": self.tr("Documents"),
            "claim": self.tr("Claims"),
            "assessment": self.tr("Ratings"),
            "comment": self.tr("Comments"),
            "citation": self.tr("Citations"),
            "source": self.tr("Sources"),
        }
        return names.get(kind) or self.tr("Evidence")

    @Slot(QListWidgetItem)
    def take(self, item: QListWidgetItem) -> None:
        """Go to what a line shows, or look for what it says."""
        hit = item.data(HIT_ROLE)
        if isinstance(hit, str):
            self.field.setText(hit)
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(hit, Hit):
            self.close_panel()
            self.wanted.emit(hit)

    def accept_current(self) -> None:
        """Return while words are being looked for goes to the first as soon as it is there."""
        if self._latest.is_asking:
            self._goes_on = True
            self._latest.ask_now()
        elif self._pause.isActive() and not self._answer.hits:
            self._pause.stop()
            self._tell()  # what is listed was found for other words
        else:
            super().accept_current()


class _Lines(QStyledItemDelegate):
    """Paints heads of groups, and hits: what it is, where, and the words with their matches."""

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Heads are lower than hits."""
        return QSize(100, LINE_HEIGHT if index.data(HIT_ROLE) is not None else HEAD_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the line."""
        tokens = self._shell.theme.tokens
        hit = index.data(HIT_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        box = QRectF(option.rect).adjusted(2, 1, -2, -1)
        if isinstance(hit, str):
            draw_ground(painter, box, option, tokens)
            place = QRectF(box.left() + 10, box.center().y() - 8, 16, 16)
            draw_icon(painter, place, "search", tokens.muted)
            painter.setPen(QColor(tokens.text))
            painter.drawText(box.adjusted(36, 0, -10, 0), LEADING, str(index.data()))
            painter.restore()
            return
        if not isinstance(hit, Hit):
            painter.setPen(QColor(tokens.muted))
            painter.drawText(box.adjusted(8, 0, -8, 0), LEADING, str(index.data()))
            painter.restore()
            return
        draw_ground(painter, box, option, tokens)
        place = QRectF(box.left() + 10, box.center().y() - 8, 16, 16)
        draw_icon(painter, place, ICONS[hit.kind], tokens.muted)
        inner = box.adjusted(36, 3, -10, -3)
        upper, lower = QRectF(inner), QRectF(inner)
        upper.setBottom(inner.center().y())
        lower.setTop(inner.center().y())
        metrics = painter.fontMetrics()
        painter.setPen(QColor(tokens.muted))
        elided = metrics.elidedText(
            where_of(hit, self._shell), Qt.TextElideMode.ElideMiddle, int(inner.width())
        )
        painter.drawText(upper, LEADING, elided)
        painter.setPen(QColor(tokens.text))
        _draw_matched(painter, lower, hit)
        painter.restore()


def where_of(hit: Hit, shell: Shell) -> str:
    """What a hit stands in, and what its page is called."""
    if hit.page is None:
        return hit.title
    name = shell.pages.name(hit.edition_id or hit.evidence_id or "", hit.page)
    words = QCoreApplication.translate("Search", "p. %1")
    return f"{hit.title} · {words.replace('%1', name)}"


def _draw_matched(painter: QPainter, box: QRectF, hit: Hit) -> None:
    """The snippet on one line, its matches bold and underlined, the way its words run."""
    plain, bold = painter.font(), painter.font()
    bold.setBold(True)
    bold.setUnderline(True)
    mirrored, line_mirrored = runs_rtl(hit.snippet.text), painter.layoutDirection()
    painter.setLayoutDirection(RIGHT_TO_LEFT if mirrored else Qt.LayoutDirection.LeftToRight)
    parts = _parts(hit)
    widths = [QFontMetricsF(bold if found else plain).horizontalAdvance(t) for t, found in parts]
    done = 0.0
    if mirrored != (line_mirrored is RIGHT_TO_LEFT):
        done = max(0.0, box.width() - sum(widths))  # begins where the lines of the window do
    for (words, is_match), width in zip(parts, widths, strict=True):
        room = box.width() - done
        if room <= 0:
            break
        painter.setFont(bold if is_match else plain)
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room) + 1)
        left = box.left() if mirrored else box.left() + done
        painter.drawText(QRectF(left, box.top(), room, box.height()), LEADING, shown)
        done += width
    painter.setFont(plain)
    painter.setLayoutDirection(line_mirrored)


def _parts(hit: Hit) -> list[tuple[str, bool]]:
    """The snippet in pieces, and whether each was looked for."""
    parts: list[tuple[str, bool]] = []
    done = 0
    for match in hit.snippet.matches:
        parts.append((hit.snippet.text[done : match.start], False))
        parts.append((match.of(hit.snippet.text), True))
        done = match.stop
    parts.append((hit.snippet.text[done:], False))
    return parts
