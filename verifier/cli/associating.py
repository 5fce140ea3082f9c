"""Double-clicking a case opens it: what the system must know for that, for the person alone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from verifier import paths
from verifier.cli.base import JSON, command, show
from verifier.database import APPLICATION_ID
from verifier.errors import CannotWrite

if sys.platform == "win32":
    import winreg

MIME = "application/x-verifier-case"
PROGRAM_ID = "Verifier.Case"
ID_OFFSET = 68
"""Where SQLite keeps the application id in a file."""
COMMENTS = {"": "Verifier case", "uk": "Справа Verifier"}
REFRESH = (("update-mime-database", "mime"), ("update-desktop-database", "applications"))
"""Programs that tell the desktop, with the folder of each; a desktop without them looks itself."""


@command("associate")
@click.option("--remove", is_flag=True, help="Take it back.")
@JSON
def associate(remove: bool, as_json: bool) -> None:
    """Let the system open cases with Verifier.

    A double click on a .vcase file then opens it. Linux and Windows, for the person alone; no
    rights of an administrator are needed. Called again, it repairs what was changed.
    """
    if sys.platform == "darwin":
        raise CannotWrite(
            "macOS opens files only with bundled applications, and a checkout is none.",
            "Choose the script “run” in the Finder under Open With > Other.",
        )
    if sys.platform == "win32":
        written = _write_registry(remove)
    else:
        written = write_files(data_home(os.environ), launcher(), remove=remove)
    done = "no longer opens" if remove else "opens"
    words = "\n".join([f"A double click on a case {done} Verifier.", *map(str, written)])
    show({"associated": not remove, "places": list(map(str, written))}, as_json, words)


def launcher() -> list[str]:
    """What starts the program: the script of the checkout, or else this Python with main.py."""
    root = paths.resources().parent
    script = root / ("run.cmd" if sys.platform == "win32" else "run")
    return [str(script)] if script.exists() else [sys.executable, str(root / "main.py")]


def data_home(environment: Mapping[str, str]) -> Path:
    """Where a Linux desktop looks for what belongs to one person."""
    return Path(environment.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")


def write_files(home: Path, program: list[str], *, remove: bool = False) -> list[Path]:
    """Write, or remove, the entry of the program, the type of file and the icon."""
    files = {
        home / "applications" / "verifier.desktop": desktop_entry(program),
        home / "mime" / "packages" / "verifier.xml": mime_type(),
        home / "icons" / "hicolor" / "scalable" / "apps" / "verifier.svg": _icon(),
    }
    try:
        for path, content in files.items():
            if remove:
                path.unlink(missing_ok=True)
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(content, encoding="utf-8")
    except OSError as error:
        raise CannotWrite(
            f"{error.filename} cannot be written ({error.strerror}).",
            "Check that you may write to that folder.",
        ) from error
    for tool, folder in REFRESH:
        if (found := shutil.which(tool)) and (home / folder).is_dir():
            subprocess.run([found, str(home / folder)], check=False, capture_output=True)
    return list(files)


def desktop_entry(program: list[str]) -> str:
    """The entry in the menu of a Linux desktop, which says what the program opens."""
    return "\n".join(
        (
            "[Desktop Entry]",
            "Type=Application",
            f"Name={paths.APPLICATION}",
            "Comment=Check a report line by line, rate its claims, export a report to Word",
            "Comment[uk]=Перевірка звіту рядок за рядком, оцінки тверджень, звіт у Word",
            f"Exec={' '.join(map(_quoted, program))} %f",
            "Icon=verifier",
            "Terminal=false",
            "Categories=Office;",
            f"MimeType={MIME};",
            "StartupWMClass=verifier",
            "",
        )
    )


def _quoted(word: str) -> str:
    """As the desktop entry specification wants an argument: quoted, reserved letters escaped."""
    escaped = "".join(f"\\\\{letter}" if letter in '"`$\\' else letter for letter in word)
    return f'"{escaped}"'.replace("%", "%%")


def mime_type() -> str:
    """How the desktop tells a case: by its ending, or by the id in it."""
    comments = "".join(
        f"    <comment{f' xml:lang={chr(34)}{code}{chr(34)}' if code else ''}>{words}</comment>\n"
        for code, words in COMMENTS.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">\n'
        f'  <mime-type type="{MIME}">\n'
        f"{comments}"
        '    <sub-class-of type="application/vnd.sqlite3"/>\n'
        '    <icon name="verifier"/>\n'
        '    <magic priority="60">\n'
        f'      <match type="big32" offset="{ID_OFFSET}" value="{APPLICATION_ID:#x}"/>\n'
        "    </magic>\n"
        '    <glob pattern="*.vcase"/>\n'
        "  </mime-type>\n"
        "</mime-info>\n"
    )


def _icon() -> str:
    drawn = (paths.resources() / "icons" / "shield-check.svg").read_text(encoding="utf-8")
    return drawn.replace("currentColor", "#0a5bb8")


def registry_values(program: list[str]) -> dict[str, str]:
    """Key below Software\\Classes of the person, and its value."""
    opened = " ".join(f'"{word}"' for word in program)
    return {
        ".vcase": PROGRAM_ID,
        PROGRAM_ID: COMMENTS[""],
        rf"{PROGRAM_ID}\shell\open\command": f'{opened} "%1"',
    }


def _write_registry(remove: bool) -> list[str]:
    """Windows keeps it in the part of the registry that belongs to the person."""
    written: list[str] = []
    if sys.platform == "win32":
        for name, value in registry_values(launcher()).items():
            key = rf"Software\Classes\{name}"
            if remove:
                winreg.SetValue(winreg.HKEY_CURRENT_USER, key, winreg.REG_SZ, "")
            else:
                winreg.SetValue(winreg.HKEY_CURRENT_USER, key, winreg.REG_SZ, value)
            written.append(rf"HKEY_CURRENT_USER\{key}")
    return written
