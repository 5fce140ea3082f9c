"""LibreOffice as a converter, where it is installed: run apart, bounded in time, leaving nothing.

Each run has a profile that no other has meanwhile, so that a window of LibreOffice that is open
does not swallow it, and a process group of its own: ending only the wrapper would leave
`soffice.bin` alive. That the file is there is what counts; the exit code says 0 after a failure,
too. With a profile that is not there yet LibreOffice starts twice, so that of a run that went well
serves the next one, until the program ends.
"""

from __future__ import annotations

import atexit
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from verifier.errors import Cancelled, CannotWrite, NotFound

TIMEOUT_SECONDS = 180.0
POLL_SECONDS = 0.2
_PLACES = (
    "/usr/bin/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
_profiles: list[Path] = []
"""Of runs that went well, and that nobody uses at present."""


def find() -> Path | None:
    """The program, or None where it is not installed."""
    named = shutil.which("soffice") or shutil.which("libreoffice")
    if named:
        return Path(named)
    return next((Path(place) for place in _PLACES if Path(place).is_file()), None)


def convert(
    source: Path,
    kind: str,
    *,
    timeout: float = TIMEOUT_SECONDS,
    cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """The file in another format ("pdf", "odt", with a filter's options after a colon)."""
    program = find()
    if program is None:
        raise NotFound(
            "LibreOffice is not installed, and only it can make this file.",
            "Install LibreOffice, or export to Word and save from there.",
        )
    with (
        _profile() as profile,
        tempfile.TemporaryDirectory(prefix="verifier-", ignore_cleanup_errors=True) as folder,
    ):
        place = Path(folder)
        command = [
            str(program),
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--norestore",
            "--convert-to",
            kind,
            "--outdir",
            str(place),
            str(source),
        ]
        _run(command, timeout, cancelled)
        made = place / f"{source.stem}.{kind.partition(':')[0]}"
        if not made.is_file():
            raise CannotWrite(
                f"LibreOffice could not convert “{source.name}”.",
                "Export to Word and save from there.",
            )
        return made.read_bytes()


@contextmanager
def _profile() -> Iterator[Path]:
    """Where LibreOffice may keep what it likes; gone if the run does not go well."""
    try:
        profile = _profiles.pop()
    except IndexError:
        profile = Path(tempfile.mkdtemp(prefix="verifier-"))
    try:
        yield profile
    except BaseException:
        shutil.rmtree(profile, ignore_errors=True)
        raise
    _profiles.append(profile)


@atexit.register
def forget_profiles() -> None:
    """Remove what is kept for the next run."""
    while _profiles:
        shutil.rmtree(_profiles.pop(), ignore_errors=True)


def _run(command: list[str], timeout: float, cancelled: Callable[[], bool] | None) -> None:
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=sys.platform != "win32",
    )
    waited = 0.0
    try:
        while waited < timeout:
            with suppress(subprocess.TimeoutExpired):
                process.wait(POLL_SECONDS)
                return
            waited += POLL_SECONDS
            if cancelled and cancelled():
                raise Cancelled
        raise CannotWrite(
            "LibreOffice did not finish in time and was stopped.",
            "Export to Word and save from there.",
        )
    finally:
        if process.poll() is None:
            end(process)


def end(process: subprocess.Popen[bytes]) -> None:
    """End the process and everything it started."""
    if sys.platform == "win32":
        subprocess.run(
            ["taskkill", "/T", "/F", "/PID", str(process.pid)], check=False, capture_output=True
        )
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
