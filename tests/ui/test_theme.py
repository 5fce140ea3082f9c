"""The look: themes switch, icons follow the palette and stay sharp, fonts are there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontInfo, QIcon, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QPushButton,
    QStackedWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from verifier.ui import repainting
from verifier.ui.icons import icon, icon_names
from verifier.ui.theme import READING_FONT, WINDOW_FONT, Theme, load_fonts
from verifier.ui.tokens import DARK, LIGHT, ThemeMode
from verifier.ui.widgets import frame


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


def ink_of(widget: QWidget) -> str:
    """The colour that covers most of a widget."""
    image = widget.grab().toImage()
    colours = Counter(
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    )
    return colours.most_common(1)[0][0]


def test_what_is_in_sight_has_the_new_colours_at_once_and_what_is_not_has_them_soon(
    theme: Theme, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    pages = QStackedWidget(window)
    pages.resize(40, 40)
    hidden, seen = frame("surface"), frame("surface")
    for page in (hidden, seen):
        pages.addWidget(page)
        window.show()
        pages.setCurrentWidget(page)
        assert ink_of(page) == LIGHT.surface
    theme.set_mode(ThemeMode.DARK)
    assert ink_of(seen) == DARK.surface
    qtbot.waitUntil(lambda: ink_of(hidden) == DARK.surface)
    theme.set_mode(ThemeMode.LIGHT)
    qtbot.waitUntil(lambda: ink_of(hidden) == LIGHT.surface)


def test_a_window_is_painted_when_the_last_of_what_is_in_sight_has_the_new_colours(
    theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(repainting, "TURN_SECONDS", 0.0)
    window = QWidget()
    qtbot.addWidget(window)
    labels = [QLabel("What was said", window) for _ in range(5)]
    window.show()
    theme.set_mode(ThemeMode.DARK)
    assert not window.updatesEnabled()
    qtbot.waitUntil(window.updatesEnabled)
    followed = {widget.property(repainting.SINCE) for widget in (window, *labels)}
    assert len(followed) == 1


def test_a_widget_that_goes_while_the_others_follow_does_no_harm(
    theme: Theme, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    labels = [QLabel("What was said", window) for _ in range(3)]
    window.show()
    window.hide()
    theme.set_mode(ThemeMode.DARK)
    delete(labels[0])
    qtbot.waitUntil(
        lambda: labels[2].palette().color(QPalette.ColorRole.WindowText).name() == DARK.text
    )


@pytest.mark.parametrize("word", ["danger", "warning", "success"])
def test_a_colour_that_palettes_have_no_role_for_is_found_by_the_sheet(
    theme: Theme, qtbot: QtBot, word: str
) -> None:
    kinds = {"danger": "problem", "warning": "warning", "success": "done"}
    strip = frame("notice")
    qtbot.addWidget(strip)
    strip.setProperty("notice", kinds[word])
    strip.resize(40, 40)
    for mode, tokens in ((ThemeMode.DARK, DARK), (ThemeMode.LIGHT, LIGHT)):
        theme.set_mode(mode)
        strip.show()
        assert strip.grab().toImage().pixelColor(1, 20).name() == getattr(tokens, word)


def test_the_tick_of_a_box_is_light_on_a_dark_accent_and_dark_on_a_light_one(
    theme: Theme, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box = QCheckBox("Charts", window)
    box.setChecked(True)
    window.show()
    for mode, tokens in ((ThemeMode.DARK, DARK), (ThemeMode.LIGHT, LIGHT)):
        theme.set_mode(mode)
        image = box.grab().toImage()
        seen = {image.pixelColor(x, y).name() for x in range(18) for y in range(image.height())}
        assert {tokens.accent, tokens.on_accent} <= seen


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
