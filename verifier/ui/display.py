"""Whether there is a display for the window, told before Qt aborts for want of one.

No Qt in here: this is asked first, where Qt's own libraries may be missing.
"""

from __future__ import annotations

import os
import re
import socket
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

X_SOCKETS = "/tmp/.X11-unix/X"
X_PORT = 6000
PATIENCE_SECONDS = 2.0

Answers = Callable[[str], bool]


def display_problem(
    environment: Mapping[str, str] = os.environ,
    platform: str = sys.platform,
    answers: Answers | None = None,
) -> str | None:
    """Why the window cannot open and what works without one; None when it can.

    `answers` tells whether something listens on an X display; left out, it is asked.
    """
    if not platform.startswith("linux") or _needs_no_display(environment):
        return None
    if _wayland_is_there(environment):
        return None
    display = environment.get("DISPLAY", "")
    if not display:
        return _words("There is no display to open the window on (DISPLAY is not set).")
    if not (answers or x_answers)(display):
        return _words(f"Nothing answers on the display {display!r} (DISPLAY).")
    return None


def _words(what: str) -> str:
    return (
        f"{what} Every other command works without one: main.py --help lists them. "
        "To see the window, start Verifier in a desktop session."
    )


def _needs_no_display(environment: Mapping[str, str]) -> bool:
    """Whether Qt was told to draw elsewhere (offscreen, vnc); it may be given several names."""
    chosen = environment.get("QT_QPA_PLATFORM", "")
    names = [name.partition(":")[0] for name in chosen.split(";") if name]
    return any(name != "xcb" and not name.startswith("wayland") for name in names)


def _wayland_is_there(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY", "")
    folder = environment.get("XDG_RUNTIME_DIR", "")
    return bool(name) and (Path(folder) / name).exists()


def x_answers(display: str) -> bool:
    """Whether an X server listens: at a local socket (":0") or on a host's port ("host:10.0")."""
    parts = re.fullmatch(r"(?P<host>.*):(?P<number>\d+)(\.\d+)?", display)
    if parts is None:
        return False
    number = int(parts["number"])
    host = parts["host"].rpartition("/")[2]
    if host in ("", "unix"):
        path = f"{X_SOCKETS}{number}"
        return _listens(path) or _listens(f"\0{path}")
    return _listens((host.strip("[]"), X_PORT + number))


def _listens(address: str | tuple[str, int]) -> bool:
    try:
        if isinstance(address, tuple):
            socket.create_connection(address, PATIENCE_SECONDS).close()
        else:
            with socket.socket(socket.AF_UNIX) as local:
                local.settimeout(PATIENCE_SECONDS)
                local.connect(address)
    except OSError:
        return False
    return True
