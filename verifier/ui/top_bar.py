"""The toolbar: buttons of commands, the page field, the zoom, the search field, the colours."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QToolBar, QToolButton

from verifier.ui.actions_of import Actions
from verifier.ui.commands.table import by_id
from verifier.ui.icons import icon
from verifier.ui.page_field import PageField
from verifier.ui.palette import PaletteButton
from verifier.ui.reader.view import ReaderView
from verifier.ui.shell import Shell
from verifier.ui.widgets import label, tool_button

MORE = "qt_toolbar_ext_button"
"""What Qt calls the button that shows the tools there is no room for."""


class TopBar(QToolBar):
    """The row of tools below the menus."""

    def __init__(self, shell: Shell, actions: Actions) -> None:
        super().__init__()
        self._shell = shell
        self._actions = actions
        self.pages = PageField()
        self.search = PaletteButton(by_id()["palette"].shortcut)
        self.theme_button = tool_button("moon", "")
        self._zoom = label("", "muted")
        self._zoom.setFixedWidth(48)
        self._zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWindowTitle(self.tr("Toolbar"))
        self.setObjectName("toolbar")
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        parts = {
            "PAGES": self.pages,
            "ZOOM": self._zoom,
            "SEARCH": self.search,
            "THEME": self.theme_button,
        }
        actions.fill_toolbar(self, parts)
        self._name_more()
        shell.theme.changed.connect(self.show_theme)
        self.show_theme()

    def _name_more(self) -> None:
        """Give Qt's own button, at the end of a bar that is too narrow, a name, and an icon that
        there is room for: in the padding of other buttons it could not be seen."""
        more = self.findChild(QToolButton, MORE)
        if more is not None:
            more.setIcon(icon("chevron-down"))
            more.setToolTip(self.tr("More tools"))
            more.setAccessibleName(self.tr("More tools"))

    def show_page(self, view: ReaderView | None) -> None:
        """The page and the zoom of what is read."""
        provider = view.provider if view is not None else None
        if view is None or provider is None:
            self.pages.show_page(0, 0)
            self._zoom.clear()
        else:
            pages = view.page_count if provider.paged else 0
            self.pages.show_page(view.current_page(), pages, view.names)
            self._zoom.setText(f"{round(view.zoom() * 100)} %")
        self._actions.show_part("PAGES", provider is not None and provider.paged)

    @Slot()
    def show_theme(self) -> None:
        """A sun where it is dark, a moon where it is light."""
        tokens = self._shell.theme.tokens
        self.theme_button.setIcon(icon("sun" if tokens.dark else "moon"))
        tip = self.tr("Light colours") if tokens.dark else self.tr("Dark colours")
        self.theme_button.setToolTip(tip)
        self.theme_button.setAccessibleName(tip)
