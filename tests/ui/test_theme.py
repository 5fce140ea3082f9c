"""The look: themes switch, icons follow the palette and stay sharp, fonts are there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontInfo, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from verifier.ui.icons import icon, icon_names
from verifier.ui.theme import READING_FONT, WINDOW_FONT, Theme, load_fonts
from verifier.ui.tokens import DARK, LIGHT, ThemeMode


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(qapp, ThemeMode.LIGHT)
    yield made
    made.set_mode(ThemeMode.LIGHT)
    qapp.setStyleSheet("")
    made.deleteLater()


def test_an_unknown_system_scheme_counts_as_light(theme: Theme, qapp: QApplication) -> None:
    theme.set_mode(ThemeMode.SYSTEM)
    assert theme.tokens == LIGHT


def test_a_switch_to_dark_reaches_palette_and_listeners(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed) as told:
        theme.set_mode(ThemeMode.DARK)
    assert told.args == [DARK]
    assert QApplication.palette().color(QPalette.ColorRole.Window).name() == DARK.window


def test_what_is_made_before_the_style_sheet_is_put_on_gets_it(
    theme: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    sheet = qapp.styleSheet()
    with theme.put_on_last():
        button = QPushButton("Agreed")
        qtbot.addWidget(button)
        plain = button.sizeHint()
        assert qapp.styleSheet() == ""
    assert qapp.styleSheet() == sheet
    assert button.sizeHint() != plain


def test_every_icon_draws_something(qapp: QApplication) -> None:
    assert len(icon_names()) > 60
    for name in icon_names():
        image = icon(name).pixmap(QSize(16, 16)).toImage()
        assert any(image.pixelColor(x, y).alpha() for x in range(16) for y in range(16)), name


def test_an_icon_follows_the_palette(theme: Theme) -> None:
    def ink(picture: QIcon) -> str:
        image = picture.pixmap(QSize(48, 48)).toImage()
        colours = [image.pixelColor(x, 24) for x in range(48)]
        return max(colours, key=lambda colour: colour.alpha()).name()

    minus = icon("minus")
    theme.set_mode(ThemeMode.LIGHT)
    assert ink(minus) == LIGHT.text
    theme.set_mode(ThemeMode.DARK)
    assert ink(minus) == DARK.text
    assert ink(icon("minus", "#ff0000")) == "#ff0000"


def test_an_icon_is_drawn_at_the_screens_own_resolution(qapp: QApplication) -> None:
    pixmap = icon("search").pixmap(QSize(16, 16), 2.0)
    assert pixmap.size() == QSize(32, 32)
    assert pixmap.devicePixelRatio() == 2.0


def test_an_icon_that_is_not_there_is_a_bug() -> None:
    with pytest.raises(KeyError):
        icon("no-such-icon")


def test_the_bundled_fonts_are_used(qapp: QApplication) -> None:
    assert {WINDOW_FONT, READING_FONT} <= set(load_fonts())
    for family in (WINDOW_FONT, READING_FONT):
        assert QFontInfo(QFont(family)).family() == family


def test_the_style_sheet_is_understood(theme: Theme, qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    theme.set_mode(ThemeMode.DARK)
    assert widget.grab().toImage().pixelColor(2, 2).name() == DARK.window
