"""A file's bytes together with what was read in them: both of one moment."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

from verifier.errors import Unreadable
from verifier.reading.document import ReadDocument
from verifier.reading.limits import Limits, check_size, size_of
from verifier.reading.worker import Progress, Worker


def bytes_of(path: Path, limits: Limits | None = None) -> bytes:
    """The bytes of a file that is not too large to be read, or an error in words."""
    check_size(size_of(path, path.name), path.name, limits or Limits())
    try:
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(
            f"{path.name} cannot be read ({error.strerror}).", "Check that you may open it."
        ) from error


def read_file(
    path: Path,
    *,
    worker: Worker | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    limits: Limits | None = None,
) -> tuple[bytes, ReadDocument]:
    """The bytes, and the document a worker process read in those very bytes.

    The file may change or vanish meanwhile: what is kept is what was read.
    """
    data = bytes_of(path, limits)
    with nullcontext(worker) if worker is not None else Worker() as reader:
        read = reader.read(
            data, name=path.name, progress=progress, cancelled=cancelled, limits=limits
        )
    return data, read
