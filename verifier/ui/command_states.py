"""Keeps the commands true: which make sense now, which are ticked, what they are called."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from verifier import scales
from verifier.actions.base import Change
from verifier.ui.actions_of import Actions
from verifier.ui.commands.command import Needs
from verifier.ui.desk import Desk
from verifier.ui.shell import Shell
from verifier.ui.tokens import ThemeMode


class CommandStates(QObject):
    """Follows the case, the selection, the panels and the undo stack."""

    def __init__(self, shell: Shell, desk: Desk, actions: Actions) -> None:
        super().__init__(actions)
        self._shell = shell
        self._desk = desk
        self._actions = actions
        shell.opened.connect(self._name_levels)
        shell.changed.connect(self._follow)
        shell.theme.changed.connect(self._tick_theme)
        shell.history.undoTextChanged.connect(self._name_undo)
        shell.history.redoTextChanged.connect(self._name_redo)
        for changed in (
            *(shell.opened, shell.closed, shell.selected, shell.history.indexChanged),
            *(desk.document_changed, desk.selection_changed, desk.parts_changed),
            *(desk.looked_at.changed, desk.way_back.changed),
        ):
            changed.connect(self.refresh)
        self._tick_theme()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Enable what makes sense now, and tick what is shown."""
        self._actions.enable({need: self._holds(need) for need in Needs})
        desk, actions = self._desk, self._actions
        actions["view.left"].setChecked(desk.left.isVisibleTo(desk))
        actions["view.table"].setChecked(desk.wants_table)
        actions["view.outline"].setChecked(not desk.outline.isHidden())
        actions["view.pages"].setChecked(not desk.thumbnails.isHidden())
        is_double = desk.pages is not None and desk.pages.columns() == 2
        actions["view.two_pages"].setChecked(is_double)
        actions["view.beside"].setChecked(not desk.beside.isHidden())
        actions["view.right"].setChecked(desk.inspector.isVisibleTo(desk))

    def _holds(self, need: Needs) -> bool:
        shell, desk = self._shell, self._desk
        match need:
            case Needs.NOTHING:
                return True
            case Needs.CASE:
                return shell.is_open
            case Needs.DOCUMENT:
                return shell.is_open and desk.current is not None
            case Needs.PAGES:
                return shell.is_open and desk.pages is not None
            case Needs.SELECTION:
                return desk.marking is not None and desk.marking.selection is not None
            case Needs.CLAIM:
                return shell.is_open and bool(shell.selection)
            case Needs.QUOTE:
                return shell.is_open and bool(shell.selection) and desk.quoting is not None
            case Needs.PICTURES:
                return shell.is_open and desk.seeable is not None
            case Needs.BACK:
                return desk.way_back.can_go_back
            case Needs.FORWARD:
                return desk.way_back.can_go_forward
            case Needs.UNDO:
                return shell.history.canUndo()
            case Needs.REDO:
                return shell.history.canRedo()

    @Slot(object)
    def _follow(self, change: Change) -> None:
        """The case may have other scales now."""
        if "Case" in change.kinds:
            self._name_levels()

    @Slot()
    def _name_levels(self) -> None:
        known, case = scales.known_scales(), self._shell.case
        verdicts = scales.find(known, case.verdict_scale).levels
        confidences = scales.find(known, case.confidence_scale).levels
        self._actions.name_levels("rate.verdict", [level.label for level in verdicts])
        self._actions.name_levels("rate.confidence", [level.label for level in confidences])

    @Slot(str)
    def _name_undo(self, text: str) -> None:
        self._name("undo", self.tr("&Undo"), text)

    @Slot(str)
    def _name_redo(self, text: str) -> None:
        self._name("redo", self.tr("&Redo"), text)

    def _name(self, command_id: str, verb: str, text: str) -> None:
        action = self._actions[command_id]
        action.setText(f"{verb} {text}".strip())
        shortcut = action.shortcut().toString()
        action.setToolTip(f"{action.text().replace('&', '')} ({shortcut})")
        self.refresh()

    @Slot()
    def _tick_theme(self) -> None:
        for each in ThemeMode:
            self._actions[f"theme.{each.value}"].setChecked(each is self._shell.theme.mode)
