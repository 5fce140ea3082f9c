"""Files written whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import EllipsisType
from typing import IO

from verifier.errors import CannotWrite

_ADVICE = {
    errno.ENOSPC: ("The disk is full.", "Make room there, or choose another place."),
    errno.EDQUOT: ("Your quota on that disk is used up.", "Make room, or choose another place."),
    errno.EROFS: ("That disk is read-only.", "Choose another place."),
    errno.ENOENT: ("The folder is not there.", "Make the folder, or choose another place."),
    errno.ENOTDIR: ("What should be its folder is a file.", "Choose another place."),
    errno.EISDIR: ("There is a folder of that name.", "Choose another name."),
    errno.ENAMETOOLONG: ("The name is too long.", "Choose a shorter name."),
}
_NO_RIGHTS = (
    "You may not write there, or the file is open in another program.",
    "Close it there, or choose another name or place.",
)
_OTHER = ("The system refused it.", "Choose another name or place.")
_DATABASE = b"SQLite format 3\0"  # how every case file begins


Stamp = tuple[int, int, int] | None
"""What tells one state of a file from another: identity, size, time; `None` where it is not."""


def stamp_of(target: Path) -> Stamp:
    """The state of a file now."""
    try:
        found = target.stat()
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


def check_same(target: Path, seen: Stamp) -> None:
    """Stop, in words, where somebody else changed a file since it was seen."""
    if stamp_of(target) != seen:
        raise CannotWrite(
            f"“{target.name}” was changed by somebody else in the meantime; it is left as it is.",
            "Look at it, then export again or choose another name.",
        )


@contextmanager
def replacing(target: Path, *, seen: Stamp | EllipsisType = ...) -> Iterator[IO[bytes]]:
    """A new file beside `target` that takes its place when the block ends well.

    Whatever goes wrong, what stood there before is untouched and nothing is left behind. A case
    never gives way to what is exported, its own least of all. What somebody else put there since
    it was `seen` (where that is not said, since now) does not give way either.
    """
    before = stamp_of(target) if isinstance(seen, EllipsisType) else seen
    _check_may_go(target)
    beside: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
        beside = Path(name)
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        _like(target, beside)
        check_same(target, before)
        beside.replace(target)
        beside = None
    except OSError as error:
        raise cannot_write(target, error) from error
    finally:
        if beside is not None:
            with suppress(OSError):
                beside.unlink()


def _check_may_go(target: Path) -> None:
    """Stop, in words, where a new file must not take the target's place."""
    if target.is_dir():
        raise cannot_write(target, IsADirectoryError(errno.EISDIR, "is a folder"))
    if not target.exists():
        return
    if not target.is_file():
        raise CannotWrite(f"“{target.name}” is not a file, but a device.", "Choose another name.")
    if not os.access(target, os.W_OK):
        raise cannot_write(target, PermissionError(errno.EACCES, "read-only"))
    try:
        with target.open("rb") as file:
            is_database = file.read(len(_DATABASE)) == _DATABASE
    except OSError as error:
        raise cannot_write(target, error) from error
    if is_database:
        raise CannotWrite(
            f"“{target.name}” is a case or another database; it is not written over.",
            "Choose another name.",
        )


def cannot_write(target: Path, error: OSError) -> CannotWrite:
    """The system's refusal in words."""
    refused = error.errno in (errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY)
    why, advice = _NO_RIGHTS if refused else _ADVICE.get(error.errno or 0, _OTHER)
    return CannotWrite(f"“{target.name}” could not be written. {why}", advice)


def _like(target: Path, beside: Path) -> None:
    """The new file has the rights of the old one, or those that a new file gets."""
    if target.exists():
        beside.chmod(target.stat().st_mode & 0o777)
        return
    mask = os.umask(0)
    os.umask(mask)
    beside.chmod(0o666 & ~mask)
