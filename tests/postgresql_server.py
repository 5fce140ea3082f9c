"""A private PostgreSQL server for the tests: own folder, own socket, no network."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
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


@contextmanager
def running_server(binaries: Path) -> Iterator[str]:
    """The address of an empty database on a server that lives as long as the context."""
    # The path of a socket may have 107 characters at most, so not under pytest's folders.
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    user = UNPRIVILEGED if os.getuid() == 0 else None
    try:
        if user:
            account = pwd.getpwnam(user)
            os.chown(folder, account.pw_uid, account.pw_gid)
        data = folder / "data"

        def run(program: str, *arguments: str) -> None:
            subprocess.run(
                [binaries / program, *arguments],
                check=True,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                user=user,
                cwd=folder,
                timeout=120,
            )

        run("initdb", "-D", str(data), "-U", "verifier", "-A", "trust", "-E", "UTF8", "--no-sync")
        options = " ".join(f"-c {setting}" for setting in SETTINGS) + f" -k {folder}"
        run("pg_ctl", "-D", str(data), "-o", options, "-l", str(folder / "log"), "-w", "start")
        try:
            yield f"postgresql://verifier@/postgres?host={quote(str(folder))}"
        finally:
            run("pg_ctl", "-D", str(data), "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
