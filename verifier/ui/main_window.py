"""The window: menus, toolbar, notices, the start view or the open case, the status bar."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt, Slot
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QLabel,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from verifier import scales
from verifier.ui import file_dialogs, triage
from verifier.ui.about import AboutDialog
from verifier.ui.actions_of import Actions
from verifier.ui.case_settings import CaseSettings
from verifier.ui.choices import Choices
from verifier.ui.commands.command import Group, Needs
from verifier.ui.commands.go_menu import PLACES
from verifier.ui.commands.table import COMMANDS, by_id
from verifier.ui.desk import Desk
from verifier.ui.editions import Replacer
from verifier.ui.evidence_tab import EvidenceTab
from verifier.ui.export_dialog import ExportDialog
from verifier.ui.exporting import Exporter
from verifier.ui.icons import icon
from verifier.ui.importing import CASE_ENDING, Importer
from verifier.ui.job_strip import JobStrip
from verifier.ui.notices import NoticeArea
from verifier.ui.page_field import PageField
from verifier.ui.palette import Entry, Palette, PaletteButton
from verifier.ui.panels.documents import media_icon
from verifier.ui.reader.canvas import ZoomMode
from verifier.ui.sampling import SampleMaker
from verifier.ui.search_panel import SearchPanel
from verifier.ui.settings_dialog import SettingsDialog
from verifier.ui.shell import Shell
from verifier.ui.start_view import StartView
from verifier.ui.tokens import ThemeMode
from verifier.ui.widgets import label, tool_button
from verifier.ui.words import ROLES, word

SMALLEST = (900, 560)
TALL_SCREEN = 860
"""Pixels from which the table of claims is shown on the first start."""
USUAL = (1440, 900)


class MainWindow(QMainWindow):
    """The one window of the program."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.setObjectName("main")
        self.setAcceptDrops(True)
        self.setMinimumSize(*SMALLEST)
        self.resize(*USUAL)
        self.start = StartView(shell)
        self.desk = Desk(shell)
        self.notices = NoticeArea()
        self.importer = Importer(shell, self)
        self.replacer = Replacer(shell, self)
        self.exporter = Exporter(shell, self)
        self.sampler = SampleMaker(shell, self)
        self.actions_of = Actions(self, shell.settings.shortcuts)
        self._pages = PageField()
        self._zoom = label("", "muted")
        self._theme_button = tool_button("moon", "")
        self._search = PaletteButton(by_id()["palette"].shortcut)
        self.palette_box = Palette(shell, self._entries, self)
        self.search_box = SearchPanel(shell, self)
        self._places = QStackedWidget()
        self._recent_menu = QMenu(self.tr("Open &recent"), self)
        self.saved = QLabel()
        self._where = QLabel()
        self._who = QLabel()
        self._build()
        self._connect()
        self._restore()
        self._refresh()

    # Putting it together

    def _build(self) -> None:
        menus = self.actions_of.fill_menus(self.menuBar())
        after_open = menus[Group.FILE].actions()[2]
        menus[Group.FILE].insertMenu(after_open, self._recent_menu)
        self._zoom.setFixedWidth(48)
        self._zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.toolbar = QToolBar(self.tr("Toolbar"))
        self.toolbar.setObjectName("toolbar")
        self.toolbar.setMovable(False)
        self.toolbar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        parts = {
            "PAGES": self._pages,
            "ZOOM": self._zoom,
            "SEARCH": self._search,
            "THEME": self._theme_button,
        }
        self.actions_of.fill_toolbar(self.toolbar, parts)
        self.addToolBar(self.toolbar)
        self._places.addWidget(self.start)
        self._places.addWidget(self.desk)
        middle = QWidget()
        whole = QVBoxLayout(middle)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.notices)
        whole.addWidget(self._places, 1)
        self.setCentralWidget(middle)
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        bar.setContentsMargins(10, 0, 10, 0)
        self.saved.setContentsMargins(16, 0, 16, 0)
        bar.addWidget(self._where)
        bar.addPermanentWidget(JobStrip(self._shell.jobs))
        bar.addPermanentWidget(self.saved)
        bar.addPermanentWidget(self._who)

    def _connect(self) -> None:
        shell = self._shell
        shell.told.connect(self.notices.tell)
        shell.opened.connect(self._refresh)
        shell.closed.connect(self._refresh)
        shell.selected.connect(self._refresh_commands)
        shell.settings_changed.connect(self._fill_recent)
        shell.claims.reset.connect(self._refresh_where)
        shell.claims.updated.connect(self._refresh_where)
        shell.drafts.changed.connect(self._show_saved)
        shell.theme.changed.connect(self._refresh_theme)
        shell.history.undoTextChanged.connect(self._name_undo)
        shell.history.redoTextChanged.connect(self._name_redo)
        shell.history.indexChanged.connect(self._refresh_commands)
        self.start.new_wanted.connect(self.new_case)
        self.start.open_wanted.connect(self.open_case)
        self.start.sample_wanted.connect(self.open_sample)
        self.start.recent_wanted.connect(self._open_recent)
        self.desk.import_wanted.connect(self.import_documents)
        self.desk.document_changed.connect(self._follow_document)
        self.desk.selection_changed.connect(self._refresh_commands)
        self.importer.imported.connect(self.desk.show_document)
        self._pages.wanted.connect(self._go_to_page)
        self._pages.stepped.connect(self._step_page)
        self._theme_button.clicked.connect(self._turn_theme)
        self._search.clicked.connect(self.open_palette)
        self.search_box.wanted.connect(self.desk.show_hit)

    # Showing how things are

    @Slot()
    def _refresh(self) -> None:
        shell = self._shell
        self._places.setCurrentWidget(self.desk if shell.is_open else self.start)
        self.toolbar.setVisible(shell.is_open)
        if shell.is_open:
            self.setWindowTitle(f"{shell.case.title} – Verifier")
            self.setWindowFilePath(str(shell.path))
            role = word(ROLES, shell.actor.role)
            self._who.setText(f"{shell.actor.name} · {role}")
            self._name_levels()
        else:
            self.setWindowTitle("Verifier")
            self._who.setText(shell.settings.person)
        self._show_saved(shell.drafts.are_saved)
        self._fill_recent()
        self._refresh_theme()
        self._follow_document()

    def _name_levels(self) -> None:
        known, case = scales.known_scales(), self._shell.case
        verdicts = scales.find(known, case.verdict_scale).levels
        confidences = scales.find(known, case.confidence_scale).levels
        self.actions_of.name_levels("rate.verdict", [level.label for level in verdicts])
        self.actions_of.name_levels("rate.confidence", [level.label for level in confidences])

    @Slot()
    def _refresh_commands(self) -> None:
        shell, tab, marking = self._shell, self.desk.current, self.desk.marking
        self.actions_of.enable(
            {
                Needs.NOTHING: True,
                Needs.CASE: shell.is_open,
                Needs.DOCUMENT: shell.is_open and tab is not None,
                Needs.SELECTION: marking is not None and marking.selection is not None,
                Needs.QUOTE: bool(shell.is_open and shell.selection and self._quoting()),
                Needs.CLAIM: shell.is_open and bool(shell.selection),
                Needs.UNDO: shell.history.canUndo(),
                Needs.REDO: shell.history.canRedo(),
            }
        )
        self.actions_of["view.left"].setChecked(self.desk.left.isVisibleTo(self.desk))
        self.actions_of["view.table"].setChecked(self.desk.wants_table)
        self.actions_of["view.outline"].setChecked(not self.desk.outline.isHidden())
        self.actions_of["view.beside"].setChecked(not self.desk.beside.isHidden())
        self.actions_of["view.right"].setChecked(self.desk.inspector.isVisibleTo(self.desk))

    @Slot()
    def _refresh_where(self) -> None:
        if not self._shell.is_open:
            self._where.clear()
            return
        parts = []
        tab = self.desk.current
        if tab is not None:
            here, pages = tab.view.current_page(), tab.view.page_count
            provider = tab.view.provider
            if provider is not None and provider.paged:
                words = self.tr("Page %1 of %2")
                parts.append(words.replace("%1", str(here)).replace("%2", str(pages)))
            own = len(self._shell.claims.in_document(tab.document_id))
            parts.append(self.tr("Claims in this document: %1").replace("%1", str(own)))
        everything = str(len(self._shell.claims))
        parts.append(self.tr("Claims in the case: %1").replace("%1", everything))
        self._where.setText("     ".join(parts))

    @Slot()
    def _follow_document(self) -> None:
        tab = self.desk.current
        if tab is not None:
            unique = Qt.ConnectionType.UniqueConnection
            tab.view.page_changed.connect(self._show_page, unique)
            tab.view.zoom_changed.connect(self._show_page, unique)
        self._show_page()
        self._refresh_commands()

    @Slot()
    def _show_page(self) -> None:
        tab = self.desk.current
        provider = tab.view.provider if tab is not None else None
        if tab is None or provider is None:
            self._pages.show_page(0, 0)
            self._zoom.clear()
        else:
            pages = tab.view.page_count if provider.paged else 0
            self._pages.show_page(tab.view.current_page(), pages)
            self._zoom.setText(f"{round(tab.view.zoom() * 100)} %")
        self.actions_of.show_part("PAGES", provider is not None and provider.paged)
        self._refresh_where()

    @Slot(bool)
    def _show_saved(self, are_saved: bool) -> None:
        if not self._shell.is_open:
            self.saved.clear()
        elif are_saved:
            self.saved.setText(self.tr("All changes saved"))
        else:
            self.saved.setText(self.tr("Saving…"))

    @Slot(str)
    def _name_undo(self, text: str) -> None:
        self._name("undo", self.tr("&Undo"), text)

    @Slot(str)
    def _name_redo(self, text: str) -> None:
        self._name("redo", self.tr("&Redo"), text)

    def _name(self, command_id: str, verb: str, text: str) -> None:
        action = self.actions_of[command_id]
        action.setText(f"{verb} {text}".strip())
        shortcut = action.shortcut().toString()
        action.setToolTip(f"{action.text().replace('&', '')} ({shortcut})")
        self._refresh_commands()

    @Slot()
    def _refresh_theme(self) -> None:
        mode, tokens = self._shell.theme.mode, self._shell.theme.tokens
        for each in ThemeMode:
            self.actions_of[f"theme.{each.value}"].setChecked(each is mode)
        self._theme_button.setIcon(icon("sun" if tokens.dark else "moon"))
        tip = self.tr("Light colours") if tokens.dark else self.tr("Dark colours")
        self._theme_button.setToolTip(tip)
        self._theme_button.setAccessibleName(tip)

    @Slot()
    def _fill_recent(self) -> None:
        self._recent_menu.clear()
        for case in self._shell.settings.recent:
            action = self._recent_menu.addAction(case.title)
            action.setData(case.path)
            action.setToolTip(case.path)
            action.setEnabled(not case.is_missing)
            action.triggered.connect(self._open_recent_of_menu)
        self._recent_menu.setEnabled(bool(self._shell.settings.recent))

    # Cases

    @Slot()
    def new_case(self) -> None:
        """Ask where the new case shall be, and begin it."""
        if self._has_name():
            path = file_dialogs.new_case(self)
            if path is not None:
                self._shell.create(path, path.stem)

    @Slot()
    def open_case(self) -> None:
        """Ask for a case, and open it."""
        if self._has_name():
            path = file_dialogs.open_case(self)
            if path is not None:
                self._shell.open(path)

    @Slot()
    def open_sample(self) -> None:
        """Build the sample case where the person wants it, and open it."""
        if self._has_name():
            folder = file_dialogs.sample_folder(self)
            if folder is not None:
                self.sampler.make(folder)

    @Slot(str)
    def _open_recent(self, path: str) -> None:
        if self._has_name():
            self._shell.open(Path(path))

    @Slot()
    def _open_recent_of_menu(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._open_recent(str(action.data()))

    def _has_name(self) -> bool:
        if not self._shell.is_open:
            return self.start.settle()
        return True

    def open_path(self, path: Path) -> bool:
        """Open a case that was named from outside; whether it is open now."""
        return self._shell.open(path)

    @Slot()
    def close_case(self) -> None:
        """Back to the start view."""
        self._shell.close()

    @Slot()
    def save_copy(self) -> None:
        """Write a copy of the case as one file."""
        target = file_dialogs.copy_target(self, self._shell.path)
        if target is not None and self._shell.drafts.settle():
            self._shell.save_copy(target)

    # Documents and reports

    @Slot()
    def import_documents(self) -> None:
        """Ask for files and import them."""
        if self._shell.is_open:
            self.importer.take(file_dialogs.documents(self))

    @Slot()
    def export_report(self) -> None:
        """Ask for a place and write the Word report there."""
        target = file_dialogs.report_target(self, self._shell.path)
        if target is not None:
            self.exporter.write(target)

    @Slot()
    def export_as(self) -> None:
        """Every other way out, and the settings of the report."""
        ExportDialog(self._shell, self).open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere on the window."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open a case that was dropped; import everything else."""
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.take_files(files)

    def take_files(self, files: list[Path]) -> None:
        """What to do with files from outside."""
        cases = [file for file in files if file.suffix.lower() == CASE_ENDING]
        if cases and self._has_name():
            self._shell.open(cases[0])
        others = [file for file in files if file not in cases]
        if others and self._shell.is_open:
            self.importer.take(others)
        elif others:
            self._shell.tell_hint(
                self.tr("Open or begin a case first, then drop the report on it.")
            )

    @Slot()
    def replace_document(self) -> None:
        """Ask for a file, and take it in as the new edition of the document in front."""
        tab = self.desk.current
        if tab is not None:
            file = file_dialogs.edition(self, tab.title)
            if file is not None:
                self.replacer.replace(tab.document_id, file)

    @Slot()
    def decide_passages(self) -> None:
        """Show what waits for a decision about the document in front."""
        if self.desk.current is not None:
            self.replacer.decide(self.desk.current.document_id)

    # Finding

    @Slot()
    def find_words(self) -> None:
        """Open the bar that finds in the document in front."""
        self.desk.find_bar.attach(self.desk.reading)
        self.desk.find_bar.open_bar()

    @Slot()
    def find_next(self) -> None:
        """Go to the next find."""
        self._find_step(self.desk.find_bar.go_next)

    @Slot()
    def find_previous(self) -> None:
        """Go to the find before."""
        self._find_step(self.desk.find_bar.go_previous)

    def _find_step(self, step: Callable[[], None]) -> None:
        if self.desk.find_bar.isHidden():
            self.desk.find_bar.open_bar()
        else:
            step()

    @Slot()
    def search_case(self) -> None:
        """Search everything in the case."""
        self.search_box.open_panel()

    # Editing

    @Slot()
    def undo(self) -> None:
        """Take back what was done last."""
        self._shell.undo()

    @Slot()
    def redo(self) -> None:
        """Do it again."""
        self._shell.redo()

    @Slot()
    def add_claim(self) -> None:
        """Make the selected words a claim."""
        tab = self.desk.marking
        if tab is not None and tab.selection is not None:
            self.desk.add_claim(tab.selection)

    @Slot()
    def add_passage(self) -> None:
        """Add the selected words to the claim that is open."""
        self.desk.add_passage()

    @Slot()
    def add_source(self) -> None:
        """Open the form for a source."""
        self._show_inspector()
        self.desk.inspector.citations.begin()

    @Slot()
    def open_evidence(self) -> None:
        """Open what is cited for the claim beside the report."""
        self.desk.inspector.citations.open_evidence()

    @Slot()
    def quote_evidence(self) -> None:
        """Quote the selected words of the evidence beside for the claim that is open."""
        tab = self._quoting()
        if tab is not None and tab.selection is not None:
            tab.quote(tab.selection)

    def _quoting(self) -> EvidenceTab | None:
        """The evidence in which words are selected."""
        tab = self.desk.beside.current
        selects = isinstance(tab, EvidenceTab) and tab.selection is not None
        return tab if selects and isinstance(tab, EvidenceTab) else None

    @Slot()
    def toggle_outline(self) -> None:
        """Show or hide the outline; the lists come with it."""
        self.desk.toggle_outline()
        if not self.desk.outline.isHidden():
            self.desk.left.setVisible(True)
        self._refresh_commands()

    @Slot()
    def toggle_beside(self) -> None:
        """Show or hide the pane beside."""
        self.desk.toggle_beside()

    @Slot()
    def add_comment(self) -> None:
        """Go where a comment is written."""
        self._show_inspector()
        self.desk.inspector.begin_comment()

    @Slot()
    def edit_statement(self) -> None:
        """Go where the statement is written."""
        self._show_inspector()
        self.desk.inspector.begin_statement()

    @Slot()
    def edit_reason(self) -> None:
        """Go where the reason is written."""
        self._show_inspector()
        self.desk.inspector.begin_reason()

    @Slot()
    def withdraw_claim(self) -> None:
        """Take the claim out of the case."""
        self.desk.inspector.withdraw()

    # Triage: one key for each field

    @Slot(int)
    def rate_verdict(self, at: int) -> None:
        """Give the verdict at this place of its scale, or take it back."""
        _press(self.desk.inspector.rating.verdict, at)

    @Slot(int)
    def rate_confidence(self, at: int) -> None:
        """Give the confidence at this place of its scale, or take it back."""
        _press(self.desk.inspector.rating.confidence, at)

    @Slot()
    def next_to_check(self) -> None:
        """Go to the claim that is to be checked next."""
        triage.next_claim(self._shell)

    @Slot()
    def turn_worth(self) -> None:
        """Worth checking: yes, partly, no."""
        triage.turn_worth(self._shell)

    @Slot()
    def turn_priority(self) -> None:
        """A higher priority, after the highest none."""
        triage.turn_priority(self._shell)

    @Slot()
    def turn_assignee(self) -> None:
        """Take the claim, or give it back."""
        triage.turn_assignee(self._shell)

    @Slot()
    def turn_dropped(self) -> None:
        """Drop the claim, or take it up again."""
        triage.turn_dropped(self._shell)

    # The palette

    @Slot()
    def open_palette(self) -> None:
        """Go to something, or do something, by typing a few letters of it."""
        self.palette_box.open()

    def _entries(self) -> Iterator[Entry]:
        """What can be done now, and the documents and claims there are."""
        for command in COMMANDS:
            action = self.actions_of[command.id]
            if action.isEnabled() and action.isVisible() and command.id != "palette":
                text = action.text().replace("&", "").rstrip("…")
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                yield Entry(text, keys, command.icon, partial(self.actions_of.run, command.id))
        for document in self._shell.documents:
            show = partial(self.desk.show_document, document.id)
            yield Entry(document.title, self.tr("Document"), media_icon(document.media_type), show)
        for line in self._shell.claims.ordered:
            claim = line.claim
            words = f"{claim.label}  {' '.join(claim.statement.split())}"
            chip = self.desk.claims.lines.chip(line)
            select = partial(self._shell.select, claim.id)
            yield Entry(words, chip.text, "highlighter", select)

    # Looking around

    @Slot()
    def next_claim(self) -> None:
        """Go to the next claim."""
        self.desk.claims.step(1)

    @Slot()
    def previous_claim(self) -> None:
        """Go to the previous claim."""
        self.desk.claims.step(-1)

    @Slot()
    def next_page(self) -> None:
        """Turn the page."""
        self._step_page(1)

    @Slot()
    def previous_page(self) -> None:
        """Turn the page back."""
        self._step_page(-1)

    @Slot(int)
    def _step_page(self, by: int) -> None:
        tab = self.desk.reading
        if tab is not None:
            tab.view.go_to_page(tab.view.current_page() + by)

    @Slot(int)
    def _go_to_page(self, number: int) -> None:
        tab = self.desk.current
        if tab is not None:
            tab.view.go_to_page(number)
            tab.view.setFocus()

    @Slot()
    def zoom_in(self) -> None:
        """Larger."""
        if self.desk.reading is not None:
            self.desk.reading.view.zoom_in()

    @Slot()
    def zoom_out(self) -> None:
        """Smaller."""
        if self.desk.reading is not None:
            self.desk.reading.view.zoom_out()

    @Slot()
    def fit_width(self) -> None:
        """As wide as the window."""
        if self.desk.reading is not None:
            self.desk.reading.view.set_zoom_mode(ZoomMode.WIDTH)

    @Slot(int)
    def show_place(self, at: int) -> None:
        """Show a view of the whole case."""
        self.desk.show_place(PLACES[at][0])

    @Slot()
    def filter_claims(self) -> None:
        """Go to the filter of the claims."""
        self.desk.left.setVisible(True)
        self.desk.claims.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._refresh_commands()

    @Slot()
    def focus_document(self) -> None:
        """Go to the document."""
        if self.desk.current is not None:
            self.desk.current.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def toggle_left(self) -> None:
        """Show or hide the lists."""
        self.desk.left.setVisible(not self.desk.left.isVisibleTo(self.desk))
        self._refresh_commands()

    @Slot()
    def toggle_right(self) -> None:
        """Show or hide the inspector."""
        self.desk.inspector.setVisible(not self.desk.inspector.isVisibleTo(self.desk))
        self._refresh_commands()

    @Slot()
    def toggle_table(self) -> None:
        """Show or hide the table of claims."""
        self.desk.want_table(not self.desk.wants_table)
        self._refresh_commands()

    def _show_inspector(self) -> None:
        self.desk.inspector.setVisible(True)
        self._refresh_commands()

    @Slot()
    def theme_system(self) -> None:
        """The colours of the system."""
        self._use_theme(ThemeMode.SYSTEM)

    @Slot()
    def theme_light(self) -> None:
        """Light colours."""
        self._use_theme(ThemeMode.LIGHT)

    @Slot()
    def theme_dark(self) -> None:
        """Dark colours."""
        self._use_theme(ThemeMode.DARK)

    @Slot()
    def _turn_theme(self) -> None:
        self._use_theme(ThemeMode.LIGHT if self._shell.theme.tokens.dark else ThemeMode.DARK)

    def _use_theme(self, mode: ThemeMode) -> None:
        self._shell.theme.set_mode(mode)
        self._shell.remember(replace(self._shell.settings, theme=mode.value))

    @Slot()
    def about(self) -> None:
        """Say what this is."""
        AboutDialog(self._shell, self).open()

    @Slot()
    def case_settings(self) -> None:
        """Title, scales, house rules and people of the case."""
        CaseSettings(self._shell, self).open()

    @Slot()
    def settings(self) -> None:
        """What the person chooses for themselves."""
        SettingsDialog(self._shell, self.actions_of, self).open()

    # Coming and going

    def _restore(self) -> None:
        window = self._shell.settings.window
        self.restoreGeometry(_bytes(window.get("geometry")))
        self.desk.splitter.restoreState(_bytes(window.get("splitter")))
        self.desk.centre.restoreState(_bytes(window.get("centre")))
        self.desk.left.setVisible(bool(window.get("left", True)))
        self.desk.want_table(bool(window.get("table", self._is_screen_tall())))
        self.desk.inspector.setVisible(bool(window.get("right", True)))

    def _is_screen_tall(self) -> bool:
        """Whether the screen has room for a page and the table below it."""
        return self.screen().availableGeometry().height() >= TALL_SCREEN

    def _remember(self) -> None:
        window = {
            **self._shell.settings.window,
            "geometry": _text(self.saveGeometry()),
            "splitter": _text(self.desk.splitter.saveState()),
            "centre": _text(self.desk.centre.saveState()),
            "table": self.desk.wants_table,
            "left": self.desk.left.isVisibleTo(self.desk),
            "right": self.desk.inspector.isVisibleTo(self.desk),
        }
        self._shell.remember(replace(self._shell.settings, window=window))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the search field to the window."""
        super().resizeEvent(event)
        self._search.fit(event.size().width())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Everything is saved already; text that is refused keeps the window open."""
        if not self._shell.close():
            event.ignore()
            return
        self._remember()
        self._shell.jobs.shutdown()
        self.notices.clear()
        event.accept()


def _press(choices: Choices, at: int) -> None:
    if at < len(choices.buttons) and choices.isEnabled():
        choices.buttons[at].click()


def _bytes(text: object) -> QByteArray:
    return QByteArray.fromBase64(str(text or "").encode("ascii", errors="ignore"))


def _text(data: QByteArray) -> str:
    return bytes(data.toBase64().data()).decode("ascii")
