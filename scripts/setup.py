"""Makes the checkout ready to run: `.venv` with exactly the packages of requirements.lock.

Called by `run` and `check` on every start. A stamp inside `.venv`, written last, says what it was
made for; where the stamp fits there is nothing to do and the network is not asked. Where it does
not (first start, interrupted set-up, another Python, a changed lock, a moved checkout) `.venv` is
made anew. Standard library only. What is said goes to the error stream: the output belongs to
the command that comes after.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import native_loops
import system_packages
from system_packages import Missing

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

SETUP_VERSION = 1
OLDEST_PYTHON = (3, 11)
FIRST_PYTHON_TOO_NEW = (3, 15)  # Qt's own packages end there
NEEDED_BYTES = 1_500_000_000  # twice what the packages take: pip unpacks before it moves
TAIL_LINES = 15

# What pip says, and what that means to somebody who never heard of pip.
PIP_FAILURES = (
    (
        r"No space left on device|\[Errno 28\]",
        "The disk is full. Free about 1.5 GB, then start again.",
    ),
    (
        r"DO NOT MATCH THE HASHES",
        "A downloaded package is not the one this version was made with, so it was not "
        "installed. Start again; if it stays so, the package source (a mirror?) is at fault.",
    ),
    (
        r"CERTIFICATE_VERIFY_FAILED|SSLError",
        "The connection to the package source cannot be trusted (its certificate is not "
        "accepted). A company network may need its own certificate: set PIP_CERT to its file.",
    ),
    (
        r"NameResolution|NewConnectionError|Connect(ion)?Timeout|ReadTimeout|ProxyError|"
        r"Network is unreachable|ConnectionRefused|Failed to establish a new connection",
        "The package source cannot be reached. The first start needs the network, once; "
        "connect and start again. Later starts need no network.",
    ),
    (
        r"No matching distribution found for (?P<name>\S+)",
        "There is no ready-made package of {name} for this system and this Python. Verifier "
        "runs on Windows 10, macOS 14, Debian 12, Ubuntu 22.04 and newer (64 bit).",
    ),
)


Show = Callable[[str], None]


class SetupProblem(Exception):
    """Why the set-up stops, in words, with what to do."""


@dataclass(frozen=True)
class Place:
    """The checkout and what the set-up keeps in it."""

    root: Path

    @property
    def venv(self) -> Path:
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        inside = "Scripts/python.exe" if sys.platform == "win32" else "bin/python"
        return self.venv / inside

    @property
    def stamp(self) -> Path:
        return self.venv / "verifier-stamp.txt"

    @property
    def packages(self) -> Path:
        return self.root / "requirements.lock"

    @property
    def guard(self) -> Path:
        return self.root / ".setup.lock"

    @property
    def log(self) -> Path:
        return self.root / ".setup.log"


def main() -> int:
    place = Place(Path(__file__).resolve().parents[1])
    _stop_cleanly_when_told()
    try:
        ensure(place)
    except SetupProblem as problem:
        say(str(problem))
        return 1
    except KeyboardInterrupt:
        say("Stopped. The next start begins the set-up again.")
        return 130
    except OSError as error:
        say(f"The set-up cannot go on: {error}.")
        return 1
    return 0


def ensure(place: Place) -> None:
    """Returns when the checkout is ready; at once when it was."""
    refuse_wrong_python(sys.version_info[:2])
    if is_ready(place) and not system_packages.missing_libraries():
        return
    with alone(place) as guard:
        place.log.write_bytes(b"")
        add_system_packages(place)
        if not is_ready(place):
            build(place, guard)


def python_fits(version: tuple[int, ...]) -> bool:
    return OLDEST_PYTHON <= version < FIRST_PYTHON_TOO_NEW


def refuse_wrong_python(version: tuple[int, ...]) -> None:
    if not python_fits(version):
        raise SetupProblem(
            f"Verifier needs Python 3.11 to 3.14; this is {version[0]}.{version[1]} "
            f"({sys.executable}). Install one of those beside it and start again."
        )


def is_ready(place: Place) -> bool:
    try:
        stamp = place.stamp.read_text("utf-8")
    except OSError:
        return False
    return stamp == wanted_stamp(place) and place.python.exists()


def wanted_stamp(place: Place) -> str:
    """What `.venv` depends on: packages, Python, machine, and where it stands (it cannot move)."""
    packages = hashlib.sha256(place.packages.read_bytes()).hexdigest()
    return "\n".join(
        (
            f"set-up: {SETUP_VERSION}",
            f"packages: {packages}",
            f"native loops: {native_loops.version(place.root)}",
            f"python: {sys.implementation.cache_tag} {sysconfig.get_platform()}",
            f"place: {place.venv}",
            "",
        )
    )


def add_system_packages(place: Place) -> None:
    """Installs what the system lacks where that is allowed; else stops and says how."""
    missing = what_is_missing(place)
    if not missing:
        return
    prefix = system_packages.apt_prefix()
    if prefix is not None:
        say(f"Installing system packages (apt): {' '.join(missing.debian_packages())} ...")
        system_packages.install(missing, prefix, place.log)
        missing = what_is_missing(place)
    if missing:
        tried = " apt could not install it (see .setup.log)." if prefix is not None else ""
        raise SetupProblem(advice_for(missing, tried, system_packages.command_to_type(missing)))


def what_is_missing(place: Place) -> Missing:
    return Missing(
        libraries=system_packages.missing_libraries(),
        venv=not is_ready(place) and system_packages.missing_venv(),
    )


def advice_for(missing: Missing, tried: str, command: str) -> str:
    told = f"Verifier needs something this system does not have yet: {missing}.{tried}"
    if command:
        return f"{told}\nType this, then start again:\n\n    {command}\n"
    return f"{told}\nInstall it with the system's package manager, then start again."


def build(place: Place, guard: int) -> None:
    """Makes `.venv` from nothing. What is half made is taken away, the stamp comes last."""
    say("Setting up Verifier (once, one or two minutes) ...")
    refuse_full_disk(place)
    remove(place.venv)
    try:
        say("  1 of 2: a Python environment of its own")
        create_venv(place, guard)
        say("  2 of 2: the packages it is built on")
        install_packages(place, guard)
        native_loops.build(place.root, place.venv)
        write_stamp(place)
    except BaseException:
        remove(place.venv)
        raise
    say("Ready.")


def refuse_full_disk(place: Place) -> None:
    free = shutil.disk_usage(place.root).free
    if free < NEEDED_BYTES:
        raise SetupProblem(
            f"The disk has {free // 1_000_000} MB left; the set-up needs about "
            f"{NEEDED_BYTES // 1_000_000} MB. Free some space, then start again."
        )


def create_venv(place: Place, guard: int) -> None:
    lines = run([str(base_python(place)), "-I", "-m", "venv", str(place.venv)], place, guard)
    if lines is not None:
        raise SetupProblem(f"Python could not make an environment:\n{tail(lines)}")


def install_packages(place: Place, guard: int) -> None:
    command = [str(place.python), "-I", "-m", "pip", "install", "--disable-pip-version-check"]
    command += ["--no-input", "--progress-bar=off", "--no-deps", "--only-binary=:all:"]
    command += ["--no-user", "--require-hashes", "-r", str(place.packages)]
    lines = run(command, place, guard, show=progress)
    if lines is not None:
        raise SetupProblem(words_for(lines))


def base_python(place: Place) -> Path:
    """The Python outside every environment, for `.venv` may be the one that runs this."""
    python = Path(getattr(sys, "_base_executable", None) or sys.executable)
    return python.resolve() if python.is_relative_to(place.venv) else python


def run(
    command: Sequence[str], place: Place, guard: int, show: Show = lambda _: None
) -> list[str] | None:
    """None when the command did its work, else what it said.

    The guard goes to the child: where this process is killed, the next set-up waits for the child.
    """
    lines: list[str] = []
    with (
        place.log.open("a", encoding="utf-8") as log,
        subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            env=clean_environment(os.environ),
            pass_fds=() if sys.platform == "win32" else (guard,),
        ) as process,
    ):
        try:
            assert process.stdout is not None
            for line in process.stdout:
                lines.append(line)
                log.write(line)
                show(line)
        except BaseException:
            process.kill()
            raise
    return None if process.returncode == 0 else lines


def clean_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """Without what would lead Python or pip to other packages; mirrors and proxies stay."""
    leave_out = {"PYTHONPATH", "PYTHONHOME", "PIP_USER", "PIP_TARGET", "PIP_PREFIX"}
    return {name: value for name, value in environment.items() if name not in leave_out}


def progress(line: str) -> None:
    """Shows on a terminal which package is being fetched."""
    if not sys.stderr.isatty():
        return
    if found := re.match(r"Collecting ([\w.-]+)", line):
        print(f"\r\x1b[K         {found[1]}", end="", file=sys.stderr, flush=True)
    elif line.startswith("Installing collected"):
        print("\r\x1b[K         unpacking", file=sys.stderr, flush=True)


def words_for(lines: Sequence[str]) -> str:
    """What went wrong with pip, in words where we know them, else its own last lines."""
    output = "".join(lines)
    for pattern, words in PIP_FAILURES:
        if found := re.search(pattern, output):
            return "\n" + words.format(**found.groupdict())
    return f"\nThe packages could not be installed (see .setup.log):\n{tail(lines)}"


def tail(lines: Sequence[str]) -> str:
    return "".join(f"  {line}" for line in lines[-TAIL_LINES:]).rstrip()


def write_stamp(place: Place) -> None:
    """All at once, so that half a stamp is never read."""
    half = place.stamp.with_suffix(".part")
    half.write_text(wanted_stamp(place), "utf-8")
    half.replace(place.stamp)


def remove(folder: Path) -> None:
    if folder.is_symlink():
        folder.unlink()
    elif folder.exists():
        try:
            shutil.rmtree(folder)
        except OSError as error:
            raise SetupProblem(
                f"{folder} is not complete and cannot be removed ({error}). Close every "
                "Verifier, delete that folder, then start again."
            ) from error


@contextmanager
def alone(place: Place) -> Iterator[int]:
    """One set-up at a time for a checkout; the system lifts the guard when its holders end."""
    try:
        file = place.guard.open("a+b")
    except OSError as error:
        raise SetupProblem(
            f"Verifier sets itself up inside its own folder, and {place.root} cannot be written "
            f"({error.strerror}). Copy it to a place of your own and start it there."
        ) from error
    with file:
        if not locked(file, wait=False):
            say("Another set-up of this folder is running; waiting for it ...")
            while not locked(file, wait=True):
                pass
        yield file.fileno()


def locked(file: IO[bytes], *, wait: bool) -> bool:
    if sys.platform == "win32":
        file.seek(0)
        with suppress(OSError):  # waiting gives up after ten seconds
            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
            return True
    else:
        with suppress(BlockingIOError):
            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
            return True
    return False


def _stop_cleanly_when_told() -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:  # nohup ignores it
            signal.signal(number, stop)


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
