"""A private PostgreSQL server for the tests: own folder, own socket, no network."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

UNPRIVILEGED = "postgres"
"""PostgreSQL refuses to run as root; this account is there wherever its package is."""
SETTINGS = ("listen_addresses=", "fsync=off", "max_connections=40", "shared_buffers=32MB")


def programs() -> Path | None:
    """The folder of the newest PostgreSQL on this machine."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if found:
        return found[-1].parent
    initdb = shutil.which("initdb")
    return Path(initdb).resolve().parent if initdb else None


@dataclass(frozen=True)
class Server:
    """A server that can be stopped and started again, as in a night's maintenance."""

    binaries: Path
    folder: Path
    """Its socket and its data. A socket's path may have 107 characters at most."""

    @property
    def address(self) -> str:
        """Of an empty database on it."""
        return f"postgresql://verifier@/postgres?host={quote(str(self.folder))}"

    @property
    def _user(self) -> str | None:
        return UNPRIVILEGED if os.getuid() == 0 else None

    def prepare(self) -> None:
        """Give it a folder with nothing in it."""
        if self._user:
            account = pwd.getpwnam(self._user)
            os.chown(self.folder, account.pw_uid, account.pw_gid)
        account_options = ("-U", "verifier", "-A", "trust", "-E", "UTF8", "--no-sync")
        self._run("initdb", *account_options)

    def start(self) -> None:
        """Let it answer."""
        options = " ".join(f"-c {setting}" for setting in SETTINGS) + f" -k {self.folder}"
        self._run("pg_ctl", "-o", options, "-l", str(self.folder / "log"), "-w", "start")

    def stop(self, how: str = "fast") -> None:
        """End it, and whatever is connected to it."""
        self._run("pg_ctl", "-m", how, "-w", "stop")

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """It does not answer meanwhile."""
        self.stop()
        try:
            yield
        finally:
            self.start()

    @contextmanager
    def ended_with_us(self) -> Iterator[None]:
        """It ends with the tests also where they are killed: then the end of a pipe is heard of."""
        when_it_ends = 'read -r _; "$0" -D "$1/data" -m immediate stop; rm -rf "$1"'
        with subprocess.Popen(
            ["sh", "-c", when_it_ends, self.binaries / "pg_ctl", self.folder],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            user=self._user,
            cwd=self.folder,
            start_new_session=True,
        ):
            yield

    def _run(self, program: str, *arguments: str) -> None:
        subprocess.run(
            [self.binaries / program, "-D", str(self.folder / "data"), *arguments],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            user=self._user,
            cwd=self.folder,
            timeout=120,
        )


@contextmanager
def running_server(binaries: Path) -> Iterator[Server]:
    """A server that lives as long as the context. Its folder is not among pytest's long paths."""
    server = Server(binaries, Path(tempfile.mkdtemp(prefix="pg")))
    try:
        server.prepare()
        with server.ended_with_us():
            server.start()
            yield server
    finally:
        shutil.rmtree(server.folder, ignore_errors=True)
