"""Builds the loops that reading a PDF makes a million times, where there is a C compiler.

What they are for stands in verifier/reading/built.py; Python does the same without them, slower. So
nothing here may fail the set-up: without a compiler, or with one that refuses, there are no loops.
Standard library only.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from zlib import crc32

SOURCES = Path("verifier", "reading", "native")
FLAGS = ("-O3", "-fno-trapping-math", "-ffp-contract=off", "-shared", "-fPIC")
"""Nothing that changes what a number comes to: no multiplying and adding in one step, either."""
SECONDS = 60


def version(root: Path) -> str:
    """Changes with the source; the program loads no other version than its own."""
    written = b"".join(path.read_bytes() for path in sources(root))
    return f"{crc32(written):08x}"


def sources(root: Path) -> list[Path]:
    """The files they are written in."""
    return sorted((root / SOURCES).glob("*.c"))


def compiler() -> str | None:
    """A C compiler that asks nobody anything."""
    if sys.platform == "win32":
        return None
    if sys.platform == "darwin" and not has_developer_tools():
        return None
    return shutil.which("cc")


def has_developer_tools() -> bool:
    """Without them macOS' own `cc` is a window that offers to install them."""
    asked = subprocess.run(["/usr/bin/xcode-select", "-p"], capture_output=True, check=False)
    return asked.returncode == 0


def build(root: Path, environment: Path) -> bool:
    """Whether they now stand in the Python environment, whole."""
    program = compiler()
    if program is None:
        return False
    target = environment / "native" / f"loops-{version(root)}.so"
    half = target.with_suffix(".part")
    command = [program, *FLAGS, "-o", str(half), *map(str, sources(root))]
    try:
        target.parent.mkdir(exist_ok=True)
        done = subprocess.run(command, capture_output=True, check=False, timeout=SECONDS)
        if done.returncode == 0:
            half.replace(target)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
