"""What became of a document's passages in its new edition, and deciding about each of them."""

from __future__ import annotations

import html
import re
from collections import Counter

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QWidget,
)

from verifier.actions.editions import LeaveHighlight
from verifier.exchange import editions
from verifier.exchange.editions import Found, Plan
from verifier.text.editions import Fate, differences
from verifier.text.ranges import TextRange
from verifier.ui.combo import combo
from verifier.ui.icons import icon
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS, Tokens
from verifier.ui.widgets import column, label, push_button, resize_in_room, row

FOUND_ROLE = Qt.ItemDataRole.UserRole
ICONS = {
    Fate.SAME: "check",
    Fate.MOVED: "move-horizontal",
    Fate.CHANGED: "pencil",
    Fate.AMBIGUOUS: "circle-question-mark",
    Fate.GONE: "circle-slash",
}
AROUND = 60
"""Code points shown on either side of a place to choose."""
_TORN_FIRST, _TORN_LAST = re.compile(r"^\S*\s+(?=\S)"), re.compile(r"(?<=\S)\s+\S*$")
"""What stands around words is cut after so many signs, most often within a word."""


class EditionsDialog(QDialog):
    """The passages that wait, the old words beside the new, and what can be done about each.

    Below them stand those that were taken over, for a look.
    """

    def __init__(
        self,
        shell: Shell,
        plan: Plan,
        parent: QWidget | None = None,
        settled: tuple[Found, ...] = (),
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self._plan = plan
        self._settled = settled
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("Passages of “%1” in its new edition")
        self.setWindowTitle(title.replace("%1", plan.document.title))
        resize_in_room(self, 980, 560)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Passages of the document"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumWidth(180)
        self.list.setMaximumWidth(320)
        self.list.setIconSize(QSize(METRICS.icon, METRICS.icon))
        colours = self.list.palette()
        colours.setBrush(QPalette.ColorRole.HighlightedText, colours.text())
        self.list.setPalette(colours)
        self.list.currentItemChanged.connect(self._show)
        self.what = label("", "heading", wrap=True)
        self.old = self._browser(self.tr("Words of the old edition"))
        self.new = self._browser(self.tr("Words of the new edition"))
        self.old_page = label("", "muted")
        self.new_page = label("", "muted")
        self.places = combo(self.tr("Places in the new edition"), [])
        self.places.currentIndexChanged.connect(self._show_place)
        self.accept_button = push_button(self.tr("Accept the new wording"), "primary")
        self.leave_button = push_button(self.tr("Leave it on the old edition"))
        self.later_button = push_button(self.tr("Decide later"))
        self.accept_button.clicked.connect(self.take)
        self.leave_button.clicked.connect(self.leave)
        self.later_button.clicked.connect(self.reject)
        self._build()
        for each in (*plan.found, *settled):
            self.list.addItem(self._item(each))
        self.list.setCurrentRow(0)

    def _browser(self, name: str) -> QTextBrowser:
        made = QTextBrowser()
        made.setAccessibleName(name)
        made.setOpenLinks(False)
        made.setLineWrapMode(QTextBrowser.LineWrapMode.WidgetWidth)
        return made

    def _build(self) -> None:
        sides = QHBoxLayout()
        for heading, page, browser in (
            (self.tr("OLD EDITION"), self.old_page, self.old),
            (self.tr("NEW EDITION"), self.new_page, self.new),
        ):
            side = column(spacing=METRICS.space_xs)
            top = row(label(heading, "section"), page)
            top.addStretch()
            side.addLayout(top)
            side.addWidget(browser)
            sides.addLayout(side)
        buttons = row(self.leave_button, self.later_button, self.accept_button)
        buttons.insertStretch(0)
        right = column()
        right.addWidget(self.what)
        right.addLayout(sides, 1)
        right.addWidget(self.places)
        right.addLayout(buttons)
        whole = QHBoxLayout(self)
        left = column(spacing=METRICS.space_s)
        left.addWidget(label(self._counts(), "muted", wrap=True))
        left.addWidget(self.list)
        whole.addLayout(left, 2)
        whole.addLayout(right, 3)

    def _counts(self) -> str:
        """How many passages had which fate."""
        found = Counter(each.fate for each in (*self._plan.found, *self._settled))
        return " · ".join(f"{self._fate(fate)}: {found[fate]}" for fate in Fate if found[fate])

    def _item(self, each: Found) -> QListWidgetItem:
        words = f"{each.claim}  {' '.join(each.outcome.old_words.split())}"
        item = QListWidgetItem(icon(ICONS[each.fate]), words)
        item.setData(FOUND_ROLE, each)
        item.setToolTip(self._fate(each.fate))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{self._fate(each.fate)}: {words}")
        return item

    def _fate(self, fate: Fate) -> str:
        names = {
            Fate.SAME: self.tr("The same words"),
            Fate.MOVED: self.tr("Moved"),
            Fate.CHANGED: self.tr("Changed wording"),
            Fate.AMBIGUOUS: self.tr("Several places"),
        }
        return names.get(fate) or self.tr("Gone")

    @property
    def current(self) -> Found | None:
        """The passage that is looked at."""
        item = self.list.currentItem()
        found = item.data(FOUND_ROLE) if item is not None else None
        return found if isinstance(found, Found) else None

    @Slot()
    def _show(self) -> None:
        each = self.current
        if each is None:
            return
        tokens = self._shell.theme.tokens
        is_settled = each in self._settled
        taken = self.tr("taken over") if is_settled else ""
        self.what.setText(" · ".join(filter(None, (each.claim, self._fate(each.fate), taken))))
        several = each.fate is Fate.AMBIGUOUS
        self.leave_button.setVisible(not is_settled)
        self.later_button.setText(self.tr("Close") if is_settled else self.tr("Decide later"))
        self.places.setVisible(several)
        self.places.blockSignals(True)
        self.places.clear()
        for number, place in enumerate(each.outcome.candidates if several else (), 1):
            page = self._page_at(place)
            words = " · ".join(filter(None, (page, self._around(place))))
            self.places.addItem(f"{number}. {words}")
        self.places.blockSignals(False)
        self.accept_button.setVisible(each.fate is not Fate.GONE and not is_settled)
        self.accept_button.setText(self._verb(each.fate))
        self._show_old(each, tokens)
        self._show_new(each, each.outcome.new, tokens)
        if several:
            self._show_place()

    def _show_old(self, each: Found, tokens: Tokens) -> None:
        """The words of the old edition among what stood around them there."""
        passage, outcome = each.highlight, each.outcome
        words = f"<b>{_plain(outcome.old_words)}</b>"
        if each.fate is Fate.CHANGED:
            words = _marked(outcome.old_words, outcome.new_words, tokens, old_side=True)
        self.old.setHtml(_among(passage.prefix, words, passage.suffix, tokens))
        self.old_page.setText(self._page(passage.edition_id, passage.page))

    def _show_new(self, each: Found, place: TextRange | None, tokens: Tokens) -> None:
        """The words at a place of the new edition among what stands around them."""
        if place is None:
            self.new.setPlainText(self.tr("It was not found."))
            self.new_page.clear()
            return
        words = f"<b>{_plain(place.of(self._plan.text) or each.outcome.new_words)}</b>"
        if each.fate is Fate.CHANGED:
            words = _marked(each.outcome.old_words, each.outcome.new_words, tokens, old_side=False)
        before, after = self._sides(place)
        self.new.setHtml(_among(before, words, after, tokens))
        self.new_page.setText(self._page_at(place))

    def _page_at(self, place: TextRange) -> str:
        """The page of the new edition on which a place is; nothing where there are no pages."""
        number = self._plan.places.number_at(place.start)
        document = next(
            (row for row in self._shell.documents if row.id == self._plan.document.id), None
        )
        return self._page(document.edition_id, number) if document is not None and number else ""

    def _page(self, edition_id: str, number: int) -> str:
        return self.tr("Page %1").replace("%1", self._shell.pages.name(edition_id, number))

    def _verb(self, fate: Fate) -> str:
        if fate is Fate.AMBIGUOUS:
            return self.tr("Choose this place")
        if fate is Fate.CHANGED:
            return self.tr("Accept the new wording")
        return self.tr("Take it over")

    @Slot()
    def _show_place(self) -> None:
        each, place = self.current, self._place()
        if each is not None and place is not None:
            self._show_new(each, place, self._shell.theme.tokens)

    def _place(self) -> TextRange | None:
        each, at = self.current, self.places.currentIndex()
        if each is None or not 0 <= at < len(each.outcome.candidates):
            return None
        return each.outcome.candidates[at]

    def _around(self, place: TextRange) -> str:
        before, after = self._sides(place)
        return f"… {' '.join((before + place.of(self._plan.text) + after).split())} …"

    def _sides(self, place: TextRange) -> tuple[str, str]:
        """What stands before a place of the new text, and what behind it."""
        text = self._plan.text
        return text[max(0, place.start - AROUND) : place.start], text[place.stop :][:AROUND]

    @Slot()
    def take(self) -> None:
        """Accept the wording, choose the place, or take over what is the same after all."""
        each, place = self.current, self._place()
        if each is None:
            return
        if each.fate is Fate.CHANGED:
            done = self._shell.do(
                editions.accept(self._plan, each), self.tr("accept changed wording")
            )
        elif each.fate is Fate.AMBIGUOUS and place is not None:
            done = self._shell.do(
                editions.choose(self._plan, each, place), self.tr("choose passage")
            )
        else:
            done = self._shell.do(
                editions.take_over(self._plan, each), self.tr("take passage over")
            )
        if done:
            self._next()

    @Slot()
    def leave(self) -> None:
        """Flag the passage as one of the old edition only."""
        each = self.current
        if each is not None and self._shell.do(
            LeaveHighlight(each.highlight.id), self.tr("leave passage on the old edition")
        ):
            self._next()

    def _next(self) -> None:
        self.list.takeItem(self.list.currentRow())
        if self.list.count() == len(self._settled):
            self.accept()


def _plain(words: str) -> str:
    """Words of a document as HTML."""
    return html.escape(words).replace("\n", "<br>")


def _among(before: str, words: str, after: str, tokens: Tokens) -> str:
    """Words as HTML, with what stands around them, in the colour of what is beside the point."""
    muted = f'<span style="color:{tokens.muted}">%s</span>'
    before, after = _TORN_FIRST.sub("", before), _TORN_LAST.sub("", after)
    first = muted % f"… {_plain(before)}" if before.strip() else ""
    last = muted % f"{_plain(after)} …" if after.strip() else ""
    return f"{first}{words}{last}"


def _marked(old: str, new: str, tokens: Tokens, *, old_side: bool) -> str:
    """One of two wordings as HTML: what is only here is struck out, or underlined and bold."""
    parts = []
    for each in differences(old, new):
        words = _plain(each.old if old_side else each.new)
        if each.kind == "equal" or not words:
            parts.append(words)
        elif old_side:
            parts.append(f'<s style="color:{tokens.danger}">{words}</s>')
        else:
            parts.append(f'<u style="color:{tokens.success}"><b>{words}</b></u>')
    return "".join(parts)
