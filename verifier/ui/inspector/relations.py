"""How the claim stands to others: repeats, contradicts, depends on, is part of."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from verifier.actions.claims import RelateClaims, UnrelateClaims
from verifier.queries.claims import RelationRow
from verifier.states import Relation
from verifier.ui.claim_field import ClaimField
from verifier.ui.combo import combo
from verifier.ui.inspector.data import ClaimData
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import (
    Section,
    clear_layout,
    column,
    label,
    push_button,
    row,
    tool_button,
)
from verifier.ui.words import RELATED, RELATIONS, word

LONGEST = 90


class Relations(QWidget):
    """The related claims, each a click away, and a line to relate another one."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._claim_id = ""
        self._shown: tuple[object, ...] = ()
        self._section = Section(self.tr("RELATED CLAIMS"))
        self.add = tool_button("plus", self.tr("Relate this claim to another"))
        self.add.clicked.connect(self.begin)
        self._section.head.addWidget(self.add)
        self._list = column(spacing=METRICS.space_s)
        self._form = QWidget()
        self.kind = combo(
            self.tr("How it stands to the other claim"),
            [(each.value, word(RELATIONS, each.value)) for each in Relation],
        )
        self.other = ClaimField(shell, self.tr("The other claim"))
        self.other.returnPressed.connect(self.relate)
        self.save = push_button(self.tr("Relate"))
        self.save.clicked.connect(self.relate)
        fields = QVBoxLayout(self._form)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(METRICS.space_s)
        fields.addWidget(self.kind)
        line = row(self.other, self.save, spacing=METRICS.space_s)
        line.setStretch(0, 1)
        fields.addLayout(line)
        self._form.hide()
        self._section.body.addLayout(self._list)
        self._section.body.addWidget(self._form)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._section)

    def show_claim(self, data: ClaimData) -> None:
        """Show what the claim is related to."""
        if data.row.id != self._claim_id:
            self._form.hide()
            self.other.clear()
        self._claim_id = data.row.id
        self.other.leave_out(data.row.id)
        self.add.setEnabled(not data.is_locked)
        others = [self._shell.claims.get(self._end(each)) for each in data.relations]
        wanted = (data.row.id, data.relations, tuple(others))
        if wanted == self._shown:
            return
        self._shown = wanted
        clear_layout(self._list)
        for relation in data.relations:
            line = RelationLine(relation, self._words(relation), self._end(relation))
            line.wanted.connect(self._shell.select)
            line.removed.connect(self._remove)
            self._list.addWidget(line)

    def _end(self, relation: RelationRow) -> str:
        is_first = relation.claim_id == self._claim_id
        return relation.other_id if is_first else relation.claim_id

    def _words(self, relation: RelationRow) -> str:
        is_first = relation.claim_id == self._claim_id
        said = word(RELATIONS if is_first else RELATED, relation.kind)
        line = self._shell.claims.get(self._end(relation))
        if line is None:
            return said
        statement = " ".join(line.claim.statement.split())
        if len(statement) > LONGEST:
            statement = statement[: LONGEST - 1].rstrip() + "…"
        return f"{said} {line.claim.label}: {statement}"

    @Slot()
    def begin(self) -> None:
        """Show the line to relate another claim, with the cursor in it."""
        self._form.show()
        self.other.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def relate(self) -> None:
        """Relate the claim to the one that is named."""
        other = self.other.claim_id()
        if not other:
            self._shell.tell_hint(
                self.tr("Name one other claim: its number, such as C12, or some of its words.")
            )
            return
        kind = Relation(str(self.kind.currentData()))
        if self._shell.do(RelateClaims(self._claim_id, other, kind), self.tr("relate claims")):
            self.other.clear()
            self._form.hide()
            self.add.setFocus()

    @Slot(str)
    def _remove(self, relation_id: str) -> None:
        self._shell.do(UnrelateClaims(relation_id), self.tr("take relation away"))


class RelationLine(QWidget):
    """One related claim: a click opens it."""

    wanted = Signal(str)
    removed = Signal(str)

    def __init__(self, relation: RelationRow, words: str, other_id: str) -> None:
        super().__init__()
        self._relation_id = relation.id
        self._other_id = other_id
        self.button = push_button("", "row")
        self.button.setAccessibleName(words)
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        text = label(words, wrap=True)
        inner = QVBoxLayout(self.button)
        inner.setContentsMargins(10, 6, 10, 6)
        inner.addWidget(text)
        self.button.clicked.connect(self._want)
        remove = tool_button("x", self.tr("Take this relation away"))
        remove.clicked.connect(self._remove)
        self.setLayout(row(self.button, remove, spacing=METRICS.space_s))

    @Slot()
    def _want(self) -> None:
        self.wanted.emit(self._other_id)

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self._relation_id)
