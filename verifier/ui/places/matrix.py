"""Competing accounts against the evidence: filled in by keys, scored as it is filled in."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from verifier.actions.attributions import (
    AddAchItem,
    AddHypothesis,
    EditAchItem,
    RateCell,
    Withdraw,
)
from verifier.actions.base import Change
from verifier.queries.ach import DECIMAL, METHODS, OPEN_SOURCE, PARC, UNWEIGHTED
from verifier.queries.attributions import matrices
from verifier.queries.evidence import evidence
from verifier.states import Consistency, Weight
from verifier.text.dates import is_day
from verifier.ui.combo import choose_in, combo
from verifier.ui.matrix.details import MatrixDetails
from verifier.ui.panels.claim_lines import Index
from verifier.ui.places.matrix_model import (
    CREDIBILITY,
    EDITABLE,
    FIXED,
    TEXT,
    MatrixModel,
    Question,
)
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import (
    CENTRE,
    LEADING,
    column,
    fit_words,
    label,
    push_button,
    row,
    two_lines,
)
from verifier.ui.wrapping import Head

KINDS = frozenset({"Hypothesis", "AchItem", "AchCell", "AchItemEvidence", "Claim"})
ROW_HEIGHT = 40
WIDTHS = (42, 320, 54, 42, 48, 70)
CELL_WIDTH = 76
TEXT_LEAST = 200
DIGITS = dict(zip("123456", Consistency, strict=True))
TURNS = {"C": ("C", "CC"), "I": ("I", "II"), "N": ("N", "NA")}
"""A letter gives its code; pressed again, the stronger one."""
LEAVE_OUT, DETAILS = "leave out", "details"
"""What other keys do with the row."""
WEIGHTS = {"L": Weight.LOW, "M": Weight.MEDIUM, "H": Weight.HIGH}
LIGHT = {"CC": "#9fe3d8", "C": "#d3f5f0", "N": "#e9ecef", "I": "#fad3d7", "II": "#f0969f"}
DARK = {"CC": "#15544d", "C": "#0f3a36", "N": "#323a43", "I": "#4a1a24", "II": "#7a2436"}


def _methods() -> list[tuple[str, str]]:
    """The ways to score, in words."""
    words = {
        UNWEIGHTED.id: QCoreApplication.translate("Matrix", "Sum of inconsistencies"),
        DECIMAL.id: QCoreApplication.translate("Matrix", "Credibility × relevance (1.0, 0.7, 0.4)"),
        PARC.id: QCoreApplication.translate("Matrix", "PARC ACH, weighted"),
        OPEN_SOURCE.id: QCoreApplication.translate("Matrix", "Open Source ACH"),
    }
    return [(method.id, words[method.id]) for method in METHODS]


class Cells(QStyledItemDelegate):
    """Paints codes on their colours; rows that do not count are pale."""

    def __init__(self, shell: Shell, model: MatrixModel, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Every row is as high as the others."""
        return QSize(60, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        tokens = self._shell.theme.tokens
        text = str(index.data() or "")
        painter.save()
        painter.setLayoutDirection(option.direction)
        counted = self._model.is_counted(index.row())
        ink = tokens.text if counted else tokens.muted
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(tokens.selection))
        if index.column() >= FIXED:
            self._paint_code(painter, option.rect, text, ink, counted=counted)
        elif index.column() == TEXT:
            inner = option.rect.adjusted(8, 4, -8, -4)
            painter.setPen(QColor(ink))
            painter.drawText(inner, LEADING, two_lines(painter.fontMetrics(), text, inner.width()))
        else:
            painter.setPen(QColor(tokens.muted if index.column() == 0 else ink))
            painter.drawText(option.rect, CENTRE, text)
        painter.restore()

    def _paint_code(
        self, painter: QPainter, rect: QRect, code: str, ink: str, *, counted: bool
    ) -> None:
        colours = DARK if self._shell.theme.tokens.dark else LIGHT
        if code in colours and counted:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours[code]))
            box = QRectF(rect).adjusted(4, 4, -4, -4)
            painter.drawRoundedRect(box, METRICS.radius, METRICS.radius)
        font = QFont(painter.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(rect, CENTRE, code or "·")


class Matrix(QWidget):
    """The matrix of one claim."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._claim_id = ""
        self.model = MatrixModel(self)
        self.table = QTableView()
        self.claim = combo(self.tr("Claim"), [])
        self.claim.setMinimumWidth(150)
        self.claim.activated.connect(self._choose_claim)
        self.as_of = QLineEdit()
        self.once = QCheckBox(self.tr("Each origin once"))
        self.method = combo(self.tr("Method"), _methods())
        self.method.setMinimumWidth(150)
        choose_in(self.method, DECIMAL.id)
        self.method.activated.connect(self.refresh)
        self.more = push_button(self.tr("Details"))
        self.more.setCheckable(True)
        self.more.toggled.connect(self._show_details)
        self._details: MatrixDetails | None = None
        self._details_place = column()
        self._dropped: set[str] = set()
        self.accounts = label("", "muted", wrap=True)
        self.hypothesis = QLineEdit()
        self.item = QLineEdit()
        self._verdict = label("", "muted", wrap=True)
        self._build()
        shell.changed.connect(self._follow)
        shell.theme.changed.connect(self.table.viewport().update)
        self.refresh()

    def _build(self) -> None:
        self.as_of.setPlaceholderText(self.tr("as of: 2022-01-20"))
        self.as_of.setAccessibleName(self.tr("As it stood at the end of a day"))
        fit_words(self.as_of, 140)
        self.as_of.textChanged.connect(self.refresh)
        self.once.toggled.connect(self.refresh)
        for field, words, act in (
            (
                self.hypothesis,
                self.tr("Another account: who would have done what"),
                self._add_account,
            ),
            (self.item, self.tr("Another row: what is known"), self._add_row),
        ):
            field.setPlaceholderText(words)
            field.setToolTip(words)
            field.setAccessibleName(words)
            field.returnPressed.connect(act)
        table = self.table
        table.setModel(self.model)
        table.setItemDelegate(Cells(self._shell, self.model, table))
        table.setAccessibleName(self.tr("Matrix of accounts and evidence"))
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        table.horizontalHeader().setAccessibleName(self.tr("Accounts and their scores"))
        table.horizontalHeader().setHighlightSections(False)
        table.installEventFilter(self)
        table.selectionModel().currentChanged.connect(self._show_cell)
        table.doubleClicked.connect(self._open_details)
        head = row(label(self.tr("Competing accounts"), "heading"))
        head.addStretch()
        head.addWidget(self.claim, 1)
        asked = Head(self.method, self.as_of, self.once, self.more)
        keys = self.tr(
            "C consistent, CC twice; N neutral, NA twice; I inconsistent, II twice; or 1 to 6. "
            "L, M, H weigh credibility and relevance. Delete takes back. Space leaves a row out: "
            "what if? Return shows its details. "
            "The account with the least inconsistency stands best (★)."
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 16)
        whole.setSpacing(METRICS.space_m)
        whole.addLayout(head)
        whole.addLayout(asked)
        whole.addWidget(label(keys, "muted", wrap=True))
        whole.addWidget(table, 1)
        whole.addWidget(self._verdict)
        whole.addWidget(self.accounts)
        whole.addLayout(self._details_place)
        whole.addLayout(row(self.item, self.hypothesis))

    @property
    def details(self) -> MatrixDetails:
        """The form of the chosen cell, made when it is first wanted: it has some twenty fields."""
        if self._details is None:
            self._details = MatrixDetails(self._shell)
            self._details.hide()
            self._details_place.addWidget(self._details)
        return self._details

    @Slot(object)
    def _follow(self, change: Change) -> None:
        if change.kinds & KINDS:
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read and score again; the cell that is worked on stays."""
        if not self._shell.is_open:
            return
        found = {matrix.claim_id: matrix for matrix in self._shell.read(matrices)}
        self._offer_claims(set(found))
        current = self.table.currentIndex()
        place = (current.row(), current.column())
        self.model.show_matrix(found.get(self._claim_id), self._question())
        self._offer_evidence()
        self._fit()
        if 0 <= place[0] < self.model.rowCount() and place[1] < self.model.columnCount():
            self.table.setCurrentIndex(self.model.index(*place))
        self._verdict.setText(self._sentence())
        accounts = self.model.hypotheses
        self.accounts.setText("\n".join(f"{each.label}  {each.text}" for each in accounts))
        self.accounts.setVisible(bool(accounts))
        self._show_cell()

    def _offer_evidence(self) -> None:
        """What a row may stand for; thousands of items need not be read for a closed form."""
        if self.more.isChecked():
            self.details.offer(self._shell.read(evidence))

    def _question(self) -> Question:
        """How the matrix is looked at: a day that is none yet is not asked for."""
        day = self.as_of.text().strip()
        method = next(each for each in METHODS if each.id == self.method.currentData())
        return Question(
            day if is_day(day) else "",
            self.once.isChecked(),
            method,
            frozenset(self._dropped),
        )

    @Slot()
    def _show_cell(self) -> None:
        index = self.table.currentIndex()
        item = self.model.items[index.row()] if index.isValid() else None
        at = index.column() - FIXED
        account = self.model.hypotheses[at] if index.isValid() and at >= 0 else None
        if self._details is not None:
            self._details.show_cell(item, account)

    @Slot(bool)
    def _show_details(self, wanted: bool) -> None:
        self.details.setVisible(wanted)
        if wanted and self._shell.is_open:
            self._offer_evidence()
            self._show_cell()
        self.accounts.setVisible(not wanted and bool(self.model.hypotheses))

    @Slot()
    def _open_details(self) -> None:
        """Open the form of the chosen row, with the cursor in it."""
        self.more.setChecked(True)
        self.details.row.widgets["text"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        """What is known gets the room that the other columns leave, but never too little."""
        header = self.table.horizontalHeader()
        widths = [
            WIDTHS[at] if at < FIXED else CELL_WIDTH for at in range(self.model.columnCount())
        ]
        room = self.table.viewport().width() - sum(widths) + WIDTHS[TEXT]
        for at, width in enumerate(widths):
            header.resizeSection(at, max(TEXT_LEAST, room) if at == TEXT else width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._fit()

    def _offer_claims(self, with_matrix: set[str]) -> None:
        lines = [
            line
            for line in self._shell.claims.ordered
            if line.claim.id in with_matrix
            or line.claim.id == self._shell.selection
            or line.claim.kind == "attribution"
        ]
        known = [line.claim.id for line in lines]
        if self._claim_id not in known:
            first = next((each for each in known if each in with_matrix), "")
            self._claim_id = first or (known[0] if known else "")
        self.claim.clear()
        for line in lines:
            self.claim.addItem(f"{line.claim.label}  {line.claim.statement}", line.claim.id)
        choose_in(self.claim, self._claim_id)
        for widget in (self.item, self.hypothesis):
            widget.setEnabled(bool(self._claim_id))

    @Slot(int)
    def _choose_claim(self, _at: int) -> None:
        self._claim_id = str(self.claim.currentData() or "")
        self._dropped.clear()
        self.refresh()

    def _sentence(self) -> str:
        model = self.model
        labels = [each.label for each in model.hypotheses if each.id in model.best]
        if not labels:
            return self.tr("Name at least two accounts and rate a row: the scores appear above.")
        words = self.tr("Least inconsistent: %1.").replace("%1", ", ".join(labels))
        gone = [item.label for item in model.items if item.id in self._dropped]
        if gone:
            left_out = self.tr("Left out: %1.").replace("%1", ", ".join(gone))
            words = f"{left_out} {words}"
        day = self.as_of.text().strip()
        if day and not model.question.as_of:
            words = f"{self.tr('“%1” is no day yet.').replace('%1', day)} {words}"
        pivots = model.pivots()
        if not pivots:
            return f"{words} {self.tr('No single row decides it.')}"
        more = self.tr("It hangs on %1: without it another account would stand best.")
        return f"{words} {more.replace('%1', ', '.join(pivots))}"

    # Changing

    @Slot()
    def _add_account(self) -> None:
        action = AddHypothesis(self._claim_id, self.hypothesis.text())
        if self._shell.do(action, self.tr("add account")):
            self.hypothesis.clear()

    @Slot()
    def _add_row(self) -> None:
        if self._shell.do(AddAchItem(self._claim_id, self.item.text()), self.tr("add matrix row")):
            self.item.clear()
            self.table.setCurrentIndex(self.model.index(self.model.rowCount() - 1, FIXED))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys fill the matrix; they are no shortcuts of the window meanwhile."""
        if watched is self.table and isinstance(event, QKeyEvent):
            wanted = self._wanted(event)
            if wanted is not None and event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if wanted is not None and event.type() is QEvent.Type.KeyPress:
                self._set(wanted)
                return True
        return super().eventFilter(watched, event)

    def _wanted(self, event: QKeyEvent) -> str | None:
        """The code a key asks for at the current cell; empty to take back; None for no such key."""
        index = self.table.currentIndex()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not index.isValid() or not plain:
            return None
        key = event.text().upper()
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            return ""
        if event.key() == Qt.Key.Key_Space:
            return LEAVE_OUT
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return DETAILS
        if index.column() in EDITABLE:
            return WEIGHTS[key].value if key in WEIGHTS else None
        if index.column() < FIXED:
            return None
        if key in DIGITS:
            return DIGITS[key].value
        if key in TURNS:
            weak, strong = TURNS[key]
            return strong if self.model.code(index.row(), index.column()) == weak else weak
        return None

    def _set(self, wanted: str) -> None:
        index = self.table.currentIndex()
        item = self.model.items[index.row()]
        if wanted == LEAVE_OUT:
            self._dropped ^= {item.id}
            self.refresh()
        elif wanted == DETAILS:
            self._open_details()
        elif index.column() >= FIXED:
            hypothesis = self.model.hypotheses[index.column() - FIXED]
            self._shell.do(RateCell(item.id, hypothesis.id, wanted), self.tr("rate cell"))
        elif index.column() in EDITABLE:
            name = "credibility" if index.column() == CREDIBILITY else "relevance"
            weight = wanted or Weight.MEDIUM  # what a row has that nobody has weighed
            self._shell.do(EditAchItem(item.id, {name: weight}), self.tr("weigh row"))
        elif not wanted:
            self._shell.do(Withdraw("AchItem", item.id), self.tr("withdraw matrix row"))
