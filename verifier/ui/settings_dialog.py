"""What a person chooses for themselves: name, look, language, size, shortcuts."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from verifier.errors import VerifierError
from verifier.export.files import replacing
from verifier.ui import file_dialogs
from verifier.ui.actions_of import Actions
from verifier.ui.combo import choose_in, combo
from verifier.ui.commands.table import by_id
from verifier.ui.evidence.capture_box import CAPTURE
from verifier.ui.language import LANGUAGES
from verifier.ui.pages_dialog import PagesDialog
from verifier.ui.shell import Shell
from verifier.ui.shortcut_list import ShortcutList, sheet
from verifier.ui.tokens import ThemeMode
from verifier.ui.widgets import label, named, push_button

SIZES = ("100", "125", "150", "175", "200", "250", "300")


class SettingsDialog(PagesDialog):
    """Everything that is not of one case. Changes count at once or from the next start."""

    def __init__(self, shell: Shell, actions: Actions, parent: QWidget) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Settings"))
        self.pages.setAccessibleName(self.tr("Settings"))
        self._shell = shell
        self._actions = actions
        settings = shell.settings
        self.person = QLineEdit(settings.person)
        self.person.editingFinished.connect(self._keep_person)
        words = {
            ThemeMode.SYSTEM: self.tr("As the system has it"),
            ThemeMode.LIGHT: self.tr("Light"),
            ThemeMode.DARK: self.tr("Dark"),
        }
        self.theme = combo(self.tr("Colours"), [(each.value, words[each]) for each in ThemeMode])
        choose_in(self.theme, shell.theme.mode.value)
        self.theme.activated.connect(self._keep_theme)
        names = [
            (code, name if code else self.tr("As the system has it")) for code, name in LANGUAGES
        ]
        self.language = combo(self.tr("Language"), names)
        choose_in(self.language, str(settings.options.get("language", "")))
        self.language.activated.connect(self._keep_language)
        self.scale = combo(self.tr("Size"), [(each, f"{each} %") for each in SIZES])
        choose_in(self.scale, str(settings.options.get("size", "100")))
        self.scale.activated.connect(self._keep_size)
        self.later = label("", "muted", wrap=True)
        self.later.setText(self.tr("Language and size count from the next start of Verifier."))
        self.add_page(
            self.tr("You"),
            named(self.tr("Your name"), self.person),
            label(self.tr("A new name counts from the next case you open."), "muted"),
        )
        self.add_page(
            self.tr("Look"),
            named(self.tr("Colours"), self.theme),
            named(self.tr("Language"), self.language),
            named(self.tr("Size of text and controls"), self.scale),
            self.later,
        )
        self.capture = QCheckBox(self.tr("Offer to capture web pages in the evidence locker"))
        self.capture.setChecked(bool(settings.options.get(CAPTURE)))
        self.capture.clicked.connect(self._keep_capture)
        about = self.tr(
            "Verifier makes no network connection by itself. With this on, the form of a link has "
            "a button that fetches that one page, its pictures and style sheets, after asking each "
            "time. No scripts are run and no cookies are kept."
        )
        self.add_page(self.tr("Network"), self.capture, label(about, "muted", wrap=True))
        self.shortcuts = ShortcutList(settings)
        self.shortcuts.changed.connect(self._keep_shortcut)
        self.print = push_button(self.tr("Save a sheet to print…"))
        self.print.clicked.connect(self._print)
        self.add_page(self.tr("Shortcuts"), self.shortcuts, self.print)
        self.pages.setCurrentRow(0)

    @Slot()
    def _keep_person(self) -> None:
        name = self.person.text().strip()
        if name and name != self._shell.settings.person:
            self._shell.name_person(name)

    @Slot()
    def _keep_theme(self) -> None:
        mode = ThemeMode(self.theme.currentData())
        self._shell.theme.set_mode(mode)
        self._shell.remember(replace(self._shell.settings, theme=mode.value))

    @Slot()
    def _keep_language(self) -> None:
        self._keep_option("language", self.language.currentData())

    @Slot()
    def _keep_size(self) -> None:
        self._keep_option("size", self.scale.currentData())

    def _keep_option(self, name: str, value: object) -> None:
        settings = self._shell.settings
        self._shell.remember(replace(settings, options={**settings.options, name: value}))
        self._shell.tell_hint(self.tr("Language and size count from the next start of Verifier."))

    @Slot(bool)
    def _keep_capture(self, wanted: bool) -> None:
        settings = self._shell.settings
        self._shell.remember(replace(settings, options={**settings.options, CAPTURE: wanted}))

    @Slot(str, str)
    def _keep_shortcut(self, name: str, keys: str) -> None:
        settings = self._shell.settings
        own = {key: value for key, value in settings.shortcuts.items() if key != name}
        if keys != by_id()[name].shortcut:
            own[name] = keys
        self._shell.remember(replace(settings, shortcuts=own))
        self._actions[name].setShortcut(QKeySequence(keys))

    @Slot()
    def _print(self) -> None:
        target = file_dialogs.sheet_target(self)
        if target is None:
            return
        text = sheet(self._shell.settings, self.tr("Shortcuts of Verifier"))
        try:
            with replacing(target) as file:
                file.write(text.encode())
            if target.suffix.lower() == ".pdf":
                _print_pdf(text, str(target))
        except VerifierError as error:
            self._shell.tell_error(error)


def _print_pdf(text: str, target: str) -> None:
    document = QTextDocument()
    document.setHtml(text)
    writer = QPdfWriter(target)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    document.print_(writer)
