"""Everything about the chosen row and the chosen account of a matrix, to be changed in place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from verifier.actions.attributions import EditAchItem, EditHypothesis, Withdraw
from verifier.queries.attributions import AchItemRow, HypothesisRow
from verifier.queries.evidence import EvidenceRow
from verifier.ui.forms.field import CONTEXT, Choices, Field, levels_of, words_of
from verifier.ui.forms.form import Form
from verifier.ui.forms.picker import EvidencePicker
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import Section, label, push_button

HEIGHT = 236
KINDS: Mapping[str, object] = {
    "evidence": QT_TRANSLATE_NOOP("Fields", "Evidence"),
    "assumption": QT_TRANSLATE_NOOP("Fields", "Assumption"),
    "absence": QT_TRANSLATE_NOOP("Fields", "Absence of what was to be expected"),
}


def _kinds() -> Choices:
    return words_of(KINDS, CONTEXT)


def _weights() -> Choices:
    return levels_of("ach-weight")


ROW: tuple[Field, ...] = (
    Field("text", QT_TRANSLATE_NOOP("Fields", "What is known"), "text", wide=True),
    Field("date", QT_TRANSLATE_NOOP("Fields", "Known since"), hint="2022-01-14"),
    Field("kind", QT_TRANSLATE_NOOP("Fields", "Kind"), "choice", choices=_kinds, optional=False),
    Field(
        "credibility",
        QT_TRANSLATE_NOOP("Fields", "Credibility"),
        "choice",
        choices=_weights,
        optional=False,
    ),
    Field(
        "relevance",
        QT_TRANSLATE_NOOP("Fields", "Relevance"),
        "choice",
        choices=_weights,
        optional=False,
    ),
    Field(
        "dependency_group",
        QT_TRANSLATE_NOOP("Fields", "Shared origin"),
        hint=QT_TRANSLATE_NOOP("Fields", "Rows with the same words here can count once"),
    ),
    Field("reason", QT_TRANSLATE_NOOP("Fields", "Why it is weighed so")),
)
ACCOUNT: tuple[Field, ...] = (
    Field("label", QT_TRANSLATE_NOOP("Fields", "Short name"), hint="H1", wide=True),
    Field("text", QT_TRANSLATE_NOOP("Fields", "Who would have done what"), "text", wide=True),
    Field("note", QT_TRANSLATE_NOOP("Fields", "Note"), "text", wide=True),
    Field(
        "optional", QT_TRANSLATE_NOOP("Fields", "Only if there is room for it"), "flag", wide=True
    ),
)


class MatrixDetails(QScrollArea):
    """The form of the chosen row, and beside it that of the account whose cell is chosen."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._item: AchItemRow | None = None
        self._account: HypothesisRow | None = None
        self.row = Form(ROW, drafts=shell.drafts, keep=self._keep_row)
        self.evidence = EvidencePicker(self.tr("What the row stands for"))
        self.evidence.changed.connect(self._keep_evidence)
        self.account = Form(ACCOUNT, drafts=shell.drafts, keep=self._keep_account)
        self.away = push_button(self.tr("Withdraw the account"), "danger")
        self.away.clicked.connect(self._withdraw_account)
        self._row_part = Section(self.tr("ROW"))
        self._account_part = Section(self.tr("ACCOUNT"))
        self._build()

    def _build(self) -> None:
        self._row_part.body.addWidget(self.row)
        self._row_part.body.addWidget(label(self.tr("What the row stands for"), "muted"))
        self._row_part.body.addWidget(self.evidence)
        self._account_part.body.addWidget(self.account)
        foot = QHBoxLayout()
        foot.addWidget(self.away)
        foot.addStretch()
        self._account_part.body.addLayout(foot)
        both = QHBoxLayout()
        both.setSpacing(METRICS.space_xl)
        for part, stretch in ((self._row_part, 3), (self._account_part, 2)):
            side = QVBoxLayout()
            side.addWidget(part)
            side.addStretch()
            both.addLayout(side, stretch)
        page = QWidget()
        page.setLayout(both)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedHeight(HEIGHT)

    def offer(self, items: Sequence[EvidenceRow]) -> None:
        """The items of the locker that a row may stand for."""
        self.evidence.offer(items)

    def show_cell(self, item: AchItemRow | None, account: HypothesisRow | None) -> None:
        """Show the row and the account of a cell; what is being typed about them stays."""
        is_other = (_id(self._item), _id(self._account)) != (_id(item), _id(account))
        if is_other and not self._shell.frees_fields(self):
            return
        self._item, self._account = item, account
        self._row_part.setVisible(item is not None)
        self._account_part.setVisible(account is not None)
        if item is not None:
            values = {field.name: getattr(item, field.name) for field in ROW}
            self.row.show_values(values, force=is_other)
            self.evidence.choose(item.evidence_ids)
        if account is not None:
            values = {field.name: getattr(account, field.name) for field in ACCOUNT}
            self.account.show_values(values, force=is_other)

    def _keep_row(self, name: str, value: Any) -> bool:
        if self._item is None:
            return True
        action = EditAchItem(self._item.id, {name: value})
        key = f"row:{self._item.id}:{name}"
        return self._shell.do(action, self.tr("edit matrix row"), merge=key)

    @Slot()
    def _keep_evidence(self) -> None:
        if self._item is not None:
            action = EditAchItem(self._item.id, evidence_ids=self.evidence.ids)
            self._shell.do(action, self.tr("edit matrix row"))

    def _keep_account(self, name: str, value: Any) -> bool:
        if self._account is None:
            return True
        action = EditHypothesis(self._account.id, {name: value})
        key = f"account:{self._account.id}:{name}"
        return self._shell.do(action, self.tr("edit account"), merge=key)

    @Slot()
    def _withdraw_account(self) -> None:
        if self._account is not None:
            action = Withdraw("Hypothesis", self._account.id)
            self._shell.do(action, self.tr("withdraw account"))


def _id(row: AchItemRow | HypothesisRow | None) -> str:
    return row.id if row is not None else ""
