"""The little that a palette cannot say, as a Qt style sheet.

It is the same in light and dark: colours are told by the palette's role (`colours.py`), so that
another theme is another palette, and Qt need not take every widget apart for a new sheet. Only the
tick of a check box is a picture for each; the windows' property `dark` says which.

Widgets ask for a look by dynamic properties: `role` on labels ("title", "heading", "section",
"muted", "chip"), `kind` on push buttons ("primary", "danger", "quiet"), `panel` on frames
("window", "surface", "card", "quote").
"""

from __future__ import annotations

from functools import cache
from string import Template

from verifier.paths import resources
from verifier.ui.colours import ROLE_OF
from verifier.ui.tokens import METRICS

_SHEET = Template("""
QToolTip { background: $raised; color: $text; border: 1px solid $border; padding: 4px 6px; }
QMenuBar { background: $window; padding: 2px 6px; }
QMenuBar::item { background: transparent; padding: 4px 8px; border-radius: 4px; }
QMenuBar::item:selected { background: $selection; }
QMenu { background: $surface; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $selection; color: $text; }
QMenu::item:disabled { color: $muted; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QToolBar { background: $window; border: 0; border-bottom: 1px solid $border; spacing: 2px;
  padding: 4px 8px; }
QToolBar::separator { width: 1px; background: $border; margin: 6px 6px; }
QToolButton { border: 1px solid transparent; border-radius: ${radius}px; padding: 5px 7px;
  background: transparent; }
QToolButton[small="true"] { padding: 2px; border-radius: 4px; }
QToolButton#qt_toolbar_ext_button { padding: 0; }
QToolButton:hover { background: $raised; }
QToolButton:checked, QToolButton:pressed { background: $selection; }
QToolButton:focus { border-color: $accent; }
QToolButton[floating="true"] { background: $accent; color: $on_accent; padding: 6px 12px;
  border: 1px solid $accent; font-weight: 600; }
QToolButton[floating="true"]:focus { border: 2px solid $text; }
QToolButton::menu-indicator { image: none; }
QPushButton { background: $surface; border: 1px solid $control; border-radius: ${radius}px;
  padding: 6px 14px; min-height: 18px; }
QPushButton:hover { background: $raised; }
QPushButton:focus { border: 2px solid $accent; padding: 5px 13px; }
QPushButton:disabled { color: $muted; border-color: $border; background: $window; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border-color: $accent;
  font-weight: 600; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; }
QPushButton[kind="primary"]:disabled { background: $raised; color: $muted; border-color: $border; }
QPushButton[big="true"] { min-height: 28px; }
QPushButton[kind="danger"] { color: $danger; border-color: $danger; }
QPushButton[kind="quiet"] { background: transparent; border-color: transparent; color: $accent; }
QPushButton[kind="quiet"]:hover { background: $raised; }
QPushButton[kind="quiet"]:focus { border: 2px solid $accent; }
QPushButton[kind="link"] { background: transparent; border: 1px solid transparent; color: $accent;
  padding: 1px 4px; min-height: 16px; text-align: left; }
QPushButton[kind="link"]:hover { background: $raised; }
QPushButton[kind="link"]:focus { border-color: $accent; }
QPushButton[kind="link"]:disabled { color: $muted; }
QPushButton[kind="search"] { color: $muted; text-align: left; padding: 5px 10px; }
QPushButton[kind="search"]:focus { border: 2px solid $accent; padding: 4px 9px; }
QPushButton[kind="row"] { background: $surface; border: 1px solid $border; text-align: left;
  min-height: 40px; padding: 2px; }
QPushButton[kind="row"]:hover { background: $raised; }
QPushButton[kind="row"]:focus { border: 2px solid $accent; }
QPushButton[kind="row"]:disabled { background: $window; }
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QDateEdit, QDateTimeEdit {
  background: $surface; border: 1px solid $control; border-radius: ${radius}px; padding: 4px 8px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit[refused="true"], QPlainTextEdit[refused="true"] { border-color: $danger; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus,
QDateEdit:focus, QDateTimeEdit:focus { border: 2px solid $accent; padding: 3px 7px; }
QCheckBox::indicator, QListView::indicator { width: 14px; height: 14px; border-radius: 3px;
  border: 1px solid $control; background: $surface; }
QCheckBox::indicator:checked, QListView::indicator:checked { border-color: $accent;
  background: $accent; image: url($tick_on_light); }
*[dark="true"] QCheckBox::indicator:checked, *[dark="true"] QListView::indicator:checked {
  image: url($tick_on_dark); }
QCheckBox::indicator:disabled { border-color: $border; }
QCheckBox::indicator:focus { border: 2px solid $accent; }
QTabBar { background: $window; }
QTabBar QToolButton { background: $surface; border: 1px solid $control; padding: 0; }
QTabBar QToolButton[small="true"] { background: transparent; border: 1px solid transparent; }
QTabBar QToolButton[small="true"]:hover { background: $raised; }
QTabBar::tear { width: 0; }
QTabBar::scroller { width: 44px; }
QTabBar::tab { background: $window; color: $muted; padding: 8px 14px; border: 0;
  border-bottom: 2px solid transparent; min-width: 80px; }
QTabBar::tab:selected { background: $surface; color: $text; border-bottom: 2px solid $accent; }
QTabBar::tab:hover { color: $text; }
QTabBar:focus { border: 1px solid $accent; }
QTabWidget::pane { border: 0; border-top: 1px solid $border; }
QHeaderView::section { background: $surface; color: $muted; border: 0;
  border-bottom: 1px solid $border; padding: 6px 8px; font-weight: 600; }
QTreeView, QListView, QTableView { background: $surface; border: 0; outline: 0;
  alternate-background-color: $surface; selection-background-color: $selection;
  selection-color: $text; gridline-color: $border; }
QListView[panel="window"], QTableView[panel="window"] { background: $window; }
QListView[panel="framed"] { border: 1px solid $border; border-radius: ${radius}px; }
QTreeView::item, QListView::item { min-height: ${tree_row}px; border-radius: 4px; padding: 0 6px; }
QTreeView::item:hover, QListView::item:hover { background: $raised; }
QTreeView::item:selected, QListView::item:selected, QTableView::item:selected {
  background: $selection; color: $text; }
QTreeView::branch { background: transparent; }
QTreeView:focus, QListView:focus, QTableView:focus { border: 1px solid $accent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $control; border-radius: 3px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:vertical { margin: 2px 3px; }
QScrollBar::handle:horizontal { margin: 3px 2px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $border; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover { background: $accent; }
QStatusBar { background: $window; border-top: 1px solid $border; }
QStatusBar::item { border: 0; }
QStatusBar QLabel { color: $muted; font-size: ${small}px; }
QProgressBar { background: $raised; border: 0; border-radius: 3px; min-height: 6px;
  max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QLabel[role="heading"] { font-size: ${heading}px; font-weight: 600; }
QLabel[role="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[role="section"] { font-size: ${label}px; font-weight: 600; color: $muted; }
QLabel[role="muted"] { font-size: ${small}px; color: $muted; }
QLabel[role="chip"] { font-size: ${small}px; background: $raised; border-radius: 9px;
  padding: 2px 7px; }
QLabel[role="error"] { color: $danger; }
QLabel[role="warning"] { color: $warning; }
QFrame[panel="window"] { background: $window; }
QFrame[panel="surface"] { background: $surface; }
QFrame[panel="foot"] { background: $window; border: 0; border-top: 1px solid $border; }
QFrame[panel="card"] { background: $surface; border: 1px solid $border;
  border-radius: ${radius_large}px; }
QFrame[panel="notice"] { background: $raised; border: 0; border-bottom: 1px solid $border; }
QFrame[notice="problem"] { border-left: 4px solid $danger; }
QFrame[notice="warning"] { border-left: 4px solid $warning; }
QFrame[notice="done"] { border-left: 4px solid $success; }
QFrame[notice="hint"] { border-left: 4px solid $accent; }
PassingNotices QFrame[panel="notice"] { border-top: 1px solid $border;
  border-right: 1px solid $border; border-radius: ${radius}px; }
QFrame[panel="quote"] { background: $raised; border: 0; border-left: 3px solid $accent; }
""")


@cache
def stylesheet() -> str:
    """The style sheet of every theme."""
    colours = {name: f"palette({role})" for name, role in ROLE_OF.items()}
    sizes = {name: getattr(METRICS, name) for name in METRICS.__slots__}
    marks = resources() / "marks"
    ticks = {
        "tick_on_light": f'"{(marks / "check-light.svg").as_posix()}"',
        "tick_on_dark": f'"{(marks / "check-dark.svg").as_posix()}"',
    }
    return _SHEET.substitute(colours | sizes | ticks)
