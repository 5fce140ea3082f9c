"""What holds for one case: its title, its scales, its house rules, its people."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from verifier import scales
from verifier.actions.people import EditCase, EditPerson, SetRole
from verifier.queries.case import PersonRow, people
from verifier.queries.rules import severities
from verifier.scales import Level
from verifier.states import Role
from verifier.ui.combo import Combo, choose_in, combo
from verifier.ui.leading_edge import LeadingEdge
from verifier.ui.pages_dialog import PagesDialog
from verifier.ui.report_words import RULES, SEVERITIES
from verifier.ui.scales.editor import ScaleEditor
from verifier.ui.shell import Shell
from verifier.ui.tokens import METRICS
from verifier.ui.widgets import label, named, push_button, row
from verifier.ui.words import ROLES, word

KINDS = ("verdict", "confidence", "likelihood")


class CaseSettings(PagesDialog):
    """Every change is an action of its own, saved and undone like any other."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Case settings"))
        self.pages.setAccessibleName(self.tr("Case settings"))
        self._shell = shell
        case = shell.case
        self.case_title = QLineEdit(case.title)
        self.language = QLineEdit(case.language)
        self.description = QPlainTextEdit(case.description)
        LeadingEdge(self.description)
        self.description.setTabChangesFocus(True)
        self.description.setFixedHeight(140)
        self.case_title.editingFinished.connect(self._keep_title)
        self.language.editingFinished.connect(self._keep_language)
        self.add_page(
            self.tr("Case"),
            named(self.tr("Title"), self.case_title),
            named(self.tr("Language of the report, such as en or uk"), self.language),
            named(self.tr("Description"), self.description),
        )
        self.scales: dict[str, Combo] = {}
        self._levels: dict[str, QLabel] = {}
        self.add_page(self.tr("Scales"), *self._scale_parts())
        self.rules: dict[str, Combo] = {}
        self.add_page(self.tr("House rules"), self._rule_grid())
        self.roles: dict[str, Combo] = {}
        self.initials: dict[str, QLineEdit] = {}
        self.add_page(self.tr("People"), *self._people_parts())
        self.pages.setCurrentRow(0)
        shell.closing.connect(self.close)

    # The case

    def _keep_title(self) -> None:
        self._keep("title", self.case_title.text().strip())

    def _keep_language(self) -> None:
        self._keep("language", self.language.text().strip())

    def _keep(self, name: str, value: object) -> None:
        shell = self._shell
        if shell.is_open and getattr(shell.case, name) != value:
            shell.do(EditCase({name: value}), self.tr("change case settings"))

    def done(self, code: int) -> None:
        """Keep what stands in the fields."""
        self._keep_title()
        self._keep_language()
        self._keep("description", self.description.toPlainText().strip())
        super().done(code)

    # Scales

    def _scale_parts(self) -> list[QWidget]:
        names = {
            "verdict": self.tr("Verdict"),
            "confidence": self.tr("Confidence"),
            "likelihood": self.tr("Likelihood"),
        }
        known = scales.known_scales()
        parts: list[QWidget] = []
        for kind in KINDS:
            choices = [(each.id, each.title) for each in known.values() if each.kind == kind]
            box = combo(names[kind], choices)
            choose_in(box, getattr(self._shell.case, f"{kind}_scale"))
            box.activated.connect(partial(self._choose_scale, kind))
            self.scales[kind] = box
            self._levels[kind] = label("", "muted", wrap=True)
            parts += [named(names[kind], box), self._levels[kind]]
            self._show_levels(kind)
        words = self.tr(
            "Ratings that are given already keep the scale they were given on. To take over what "
            "was changed in a scale of your own, choose it here again."
        )
        edit = push_button(self.tr("Edit scales…"))
        edit.clicked.connect(self._edit_scales)
        buttons = row(edit)
        buttons.addStretch()
        line = QWidget()
        line.setLayout(buttons)
        return [*parts, label(words, "muted", wrap=True), line]

    @Slot()
    def _edit_scales(self) -> None:
        editor = ScaleEditor(self)
        editor.changed.connect(self._offer_scales)
        editor.open()

    @Slot()
    def _offer_scales(self) -> None:
        """Offer the scales there are now; what the case has chosen stays chosen."""
        for kind, box in self.scales.items():
            box.clear()
            for each in scales.known_scales().values():
                if each.kind == kind:
                    box.addItem(each.title, each.id)
            choose_in(box, getattr(self._shell.case, f"{kind}_scale"))
            self._show_levels(kind)

    def _choose_scale(self, kind: str, _at: int) -> None:
        self._take_scale(kind, str(self.scales[kind].currentData()))
        choose_in(self.scales[kind], getattr(self._shell.case, f"{kind}_scale"))
        self._show_levels(kind)

    def _take_scale(self, kind: str, scale_id: str) -> None:
        """Choose a scale; an own one that is chosen again is taken over as its file is now."""
        if scale_id in scales.own_scales() or scale_id != getattr(
            self._shell.case, f"{kind}_scale"
        ):
            action = EditCase({f"{kind}_scale": scale_id})
            self._shell.do(action, self.tr("change case settings"))

    def _show_levels(self, kind: str) -> None:
        chosen = scales.find(scales.known_scales(), self.scales[kind].currentData())
        self._levels[kind].setText(" · ".join(_words(level) for level in chosen.levels))

    # Rules

    def _rule_grid(self) -> QWidget:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(METRICS.space_l)
        choices = [(code, word(SEVERITIES, code)) for code in SEVERITIES]
        for at, (rule, severity) in enumerate(severities(self._shell.case.house_rules).items()):
            words = word(RULES, rule.value)
            box = combo(words, choices)
            box.setFixedWidth(160)
            choose_in(box, severity.value)
            box.activated.connect(partial(self._choose_rule, rule.value))
            self.rules[rule.value] = box
            grid.addWidget(label(words, wrap=True), at, 0)
            grid.addWidget(box, at, 1)
        grid.setColumnStretch(0, 1)
        return made

    def _choose_rule(self, rule: str, _at: int) -> None:
        wanted = {**self._shell.case.house_rules, rule: self.rules[rule].currentData()}
        self._keep("house_rules", wanted)

    # People

    def _people_parts(self) -> list[QWidget]:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(METRICS.space_m)
        owner = self._shell.actor.role == Role.OWNER
        heads = (self.tr("Name"), self.tr("Initials"), self.tr("Role"))
        for at, words in enumerate(heads):
            grid.addWidget(label(words, "section"), 0, at)
        for at, person in enumerate(self._shell.read(people), 1):
            self._add_person(grid, at, person, may_change=owner)
        grid.setColumnStretch(0, 1)
        parts: list[QWidget] = [made]
        if not owner:
            parts.append(label(self.tr("Only an owner of the case gives roles."), "muted"))
        return parts

    def _add_person(
        self, grid: QGridLayout, at: int, person: PersonRow, *, may_change: bool
    ) -> None:
        initials = QLineEdit(person.initials)
        initials.setAccessibleName(f"{person.name}: {self.tr('Initials')}")
        initials.setFixedWidth(80)
        initials.editingFinished.connect(partial(self._keep_initials, person))
        role = combo(
            f"{person.name}: {self.tr('Role')}", [(code, word(ROLES, code)) for code in ROLES]
        )
        role.setFixedWidth(160)
        choose_in(role, person.role)
        role.setEnabled(may_change and person.id != self._shell.actor.id)
        role.activated.connect(partial(self._choose_role, person))
        self.initials[person.id], self.roles[person.id] = initials, role
        for place, widget in enumerate((label(person.name), initials, role)):
            grid.addWidget(widget, at, place, Qt.AlignmentFlag.AlignVCenter)

    def _keep_initials(self, person: PersonRow) -> None:
        wanted = self.initials[person.id].text().strip()
        if wanted and wanted != self._now(person).initials:
            self._shell.do(EditPerson(person.id, {"initials": wanted}), self.tr("change initials"))

    def _choose_role(self, person: PersonRow, _at: int) -> None:
        role = Role(self.roles[person.id].currentData())
        if role != self._now(person).role:
            self._shell.do(SetRole(person.id, role), self.tr("change role"))
        choose_in(self.roles[person.id], self._now(person).role)

    def _now(self, person: PersonRow) -> PersonRow:
        return next((row for row in self._shell.read(people) if row.id == person.id), person)


def _words(level: Level) -> str:
    return f"{level.label} ({level.band})" if level.band else level.label
