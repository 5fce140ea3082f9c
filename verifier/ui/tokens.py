"""The colours, sizes and spaces of the window, as data: one set for light, one for dark.

Every widget, the palette and the style sheet take their colours from here. `TEXT_PAIRS` names each
text colour with the backgrounds it may stand on; all of them keep a contrast of at least 4.5:1
(WCAG 2.2, level AA), which a test holds.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ThemeMode(StrEnum):
    """What the person chose: follow the system, or one of the two for good."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme, as #rrggbb."""

    dark: bool
    window: str
    """Behind panels, toolbars and the status bar."""
    surface: str
    """Cards, fields, lists, menus."""
    raised: str
    """Hovered rows, quiet chips, quotes."""
    border: str
    control: str
    """Outlines of fields and buttons, strong enough (3:1) to find the control by."""
    text: str
    muted: str
    accent: str
    on_accent: str
    selection: str
    canvas: str
    """Behind the pages of a document."""
    danger: str
    success: str
    warning: str
    paper: str = "#ffffff"
    """A page is light in both themes: its tints must stay the colours they mean."""
    ink: str = "#1b1f24"
    veil: float = 0.0
    """How much black lies over a page, so that it does not glare in a dark window."""
    text_selection: str = "#b4d3f7"
    """Selected text on paper."""
    hit: str = "#ffe37a"
    """A passage that was found, on paper; and the one the search stands on."""
    hit_current: str = "#ff9f43"


LIGHT = Tokens(
    dark=False,
    window="#f5f6f8",
    surface="#ffffff",
    raised="#eef0f3",
    border="#dde1e6",
    control="#868e98",
    text="#1b1f24",
    muted="#57606a",
    accent="#0a5fb4",
    on_accent="#ffffff",
    selection="#dbe9f8",
    canvas="#e6e9ed",
    danger="#b3261e",
    success="#1a6b3c",
    warning="#7a4d00",
)

DARK = Tokens(
    dark=True,
    window="#16191d",
    surface="#1e2227",
    raised="#292e35",
    border="#343a42",
    control="#727b86",
    text="#e8eaed",
    muted="#a3adb8",
    accent="#6cb2f7",
    on_accent="#0c1a28",
    selection="#1f3a57",
    canvas="#101317",
    danger="#ff8f86",
    success="#7ad6a0",
    warning="#f2c063",
    veil=0.10,
)

TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((ink, ground) for ink in ("text", "muted") for ground in ("window", "surface", "raised")),
    ("text", "canvas"),
    ("muted", "canvas"),
    ("text", "selection"),
    ("muted", "selection"),
    ("accent", "window"),
    ("accent", "surface"),
    ("accent", "raised"),
    ("accent", "selection"),
    ("on_accent", "accent"),
    *(
        (ink, ground)
        for ink in ("danger", "success", "warning")
        for ground in ("window", "surface", "raised")
    ),
    ("ink", "paper"),
    ("ink", "text_selection"),
    ("ink", "hit"),
    ("ink", "hit_current"),
)
"""(text colour, background it may stand on)"""


@dataclass(frozen=True, slots=True)
class Metrics:
    """Sizes in logical pixels. Spaces follow one scale; so do the sizes of type."""

    space_xs: int = 4
    space_s: int = 6
    space_m: int = 8
    space_l: int = 16
    space_xl: int = 24
    radius: int = 6
    radius_large: int = 8
    text: int = 13
    small: int = 12
    label: int = 11
    title: int = 15
    heading: int = 20
    row: int = 32
    tree_row: int = 28
    icon: int = 16
    toolbar: int = 46


METRICS = Metrics()


def luminance(colour: str) -> float:
    """Relative luminance of an sRGB colour (WCAG 2.2), 0 black to 1 white."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours (WCAG 2.2), from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
