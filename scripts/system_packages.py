"""What Qt needs from a Linux system beyond its own package, and how to get it.

The list is what Qt's libraries and its xcb plug-in link to (readelf -d), less what every system
has. Standard library only: this runs before anything is installed.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

# library: the Debian and Ubuntu package that holds it
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
# Debian's Python leaves these two to a package of their own.
VENV_MODULES = ("venv", "ensurepip")
APT_WAITS_SECONDS = 300

Load = Callable[[str], object]
Find = Callable[[str], object]
Which = Callable[[str], str | None]


@dataclass(frozen=True)
class Missing:
    """What the system lacks; false when it lacks nothing."""

    libraries: tuple[str, ...] = ()
    venv: bool = False

    def __bool__(self) -> bool:
        return bool(self.libraries or self.venv)

    def debian_packages(self) -> list[str]:
        names = {LIBRARIES[name] for name in self.libraries}
        return sorted(names | ({venv_package()} if self.venv else set()))

    def __str__(self) -> str:
        named = [*self.libraries, *([venv_package()] if self.venv else [])]
        return ", ".join(named)


def venv_package() -> str:
    return f"python{sys.version_info.major}.{sys.version_info.minor}-venv"


def missing_libraries(load: Load = ctypes.CDLL, platform: str = sys.platform) -> tuple[str, ...]:
    """Libraries that the loader does not find; only Linux leaves them to the system."""
    if not platform.startswith("linux"):
        return ()
    return tuple(name for name in LIBRARIES if not _loads(load, name))


def missing_venv(find: Find = importlib.util.find_spec) -> bool:
    return any(find(name) is None for name in VENV_MODULES)


def _loads(load: Load, name: str) -> bool:
    try:
        load(name)
    except OSError:
        return False
    return True


def apt_prefix(which: Which = shutil.which) -> list[str] | None:
    """How apt may be called without asking anybody: as root, through sudo, or not at all."""
    if which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return ["env"]
    if which("sudo") is None:
        return None
    asked = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n", "env"] if asked.returncode == 0 else None


def apt_steps(prefix: Sequence[str], packages: Sequence[str]) -> list[list[str]]:
    apt = [*prefix, "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    apt += ["-o", f"DPkg::Lock::Timeout={APT_WAITS_SECONDS}"]
    return [[*apt, "update"], [*apt, "install", "-y", "--no-install-recommends", *packages]]


def install(missing: Missing, prefix: Sequence[str], log: Path) -> bool:
    """Whether apt installed what is missing; what it said is added to the log."""
    with log.open("ab") as output:
        for step in apt_steps(prefix, missing.debian_packages()):
            done = subprocess.run(
                step, stdin=subprocess.DEVNULL, stdout=output, stderr=output, check=False
            )
            if done.returncode != 0 and "install" in step:
                return False
    return True


def command_to_type(missing: Missing, which: Which = shutil.which) -> str:
    """The one command that a person has to type, or nothing where we do not know it."""
    if which("apt-get"):
        packages = " ".join(missing.debian_packages())
        install_them = f"apt-get install -y --no-install-recommends {packages}"
        both = shlex.quote(f"apt-get update && {install_them}")
        return f"sudo sh -c {both}" if which("sudo") else f"su -c {both}"
    # These two find a package by the library it holds; their Python is never without venv.
    for tool in ("dnf", "zypper"):
        if which(tool):
            sonames = " ".join(shlex.quote(f"{name}()(64bit)") for name in missing.libraries)
            return f"sudo {tool} install {sonames}"
    return ""
