"""Where things are: what ships with the program, and what belongs to the person who uses it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import platformdirs

APPLICATION = "Verifier"


def resources() -> Path:
    """The folder of scales, sample case, templates, icons and translations beside the package."""
    return Path(__file__).resolve().parent.parent / "resources"


@cache
def user_config() -> Path:
    """Settings and the person's own scales. It need not exist yet, and stays where it is."""
    return platformdirs.user_config_path(APPLICATION, appauthor=False)


@cache
def user_scales() -> Path:
    """The person's own scale files. It need not exist yet. Asked for each rating there is."""
    return user_config() / "scales"


def user_state() -> Path:
    """Logs, crash reports and window layout. It need not exist yet."""
    return platformdirs.user_state_path(APPLICATION, appauthor=False)
