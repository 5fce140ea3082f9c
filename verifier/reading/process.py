"""The reading process itself: takes one job after the other from its standard input.

Parsers of foreign files may crash, hang or eat memory; here they hurt nobody. The process bounds
its own memory; its parent watches the time.
"""

from __future__ import annotations

import ctypes
import gc
import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from time import monotonic
from typing import Any, BinaryIO

from verifier.errors import TooLarge, Unreadable, VerifierError
from verifier.reading.detect import ALL_READERS, PICTURES, reader_for
from verifier.reading.frames import read_frame, write_error, write_frame, write_part, write_tables
from verifier.reading.limits import MEGABYTE, Limits
from verifier.reading.parts import PagePart, Part, Reader

_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3
"""glibc's numbers of what `mallopt` adjusts."""
TOGETHER = 0.05
"""Seconds in which pages go in one piece: each piece wakes the program up."""
_BUFFER = 1 << 18
"""Bytes that wait to be sent at most."""
_YOUNG_OBJECTS = 10_000
"""Made and not freed since the last look for circles of objects: so many call for the next."""


def serve(readers: Mapping[str, Reader] = ALL_READERS) -> None:
    """Read jobs until the parent closes the pipe."""
    incoming, outgoing = _private_streams()
    keep_freed_memory()
    write_frame(outgoing, "ready")
    # What most files need is loaded before the first one comes.
    import_module("verifier.reading.pdf")
    rarely_look_for_circles()
    while (frame := read_frame(incoming)) is not None:
        _, body, _ = frame
        limits = Limits(**body["limits"])
        bound_memory(limits.memory)
        _do(body, limits, readers, outgoing)


def _do(body: Any, limits: Limits, readers: Mapping[str, Reader], outgoing: BinaryIO) -> None:
    path, name = Path(body["path"]), str(body["name"])
    try:
        if body.get("task") == "tables":
            _tables(body, path, name, outgoing)
        elif body.get("task") == "pictures":
            _pictures(body, path, name, limits, outgoing)
        elif body.get("task") == "grey":
            _grey(body, path, name, outgoing)
        else:
            kind = body.get("reader") or reader_for(path, name, limits)
            _send(readers[kind](path, name, limits), outgoing)
        write_frame(outgoing, "done")
    except VerifierError as error:
        write_error(outgoing, error)
    except MemoryError:
        write_error(outgoing, out_of_memory(name, limits))
    except OSError as error:
        words = f"{name} cannot be read ({error.strerror or error})."
        write_error(outgoing, Unreadable(words, "Check the disk it is on, and try again."))


def _send(parts: Iterable[Part], outgoing: BinaryIO) -> None:
    """Send a document: the first page at once, later ones together where they come fast."""
    sent = float("-inf")
    for part in parts:
        write_part(outgoing, part)
        if isinstance(part, PagePart) and monotonic() - sent > TOGETHER:
            outgoing.flush()
            sent = monotonic()


def _tables(body: Any, path: Path, name: str, outgoing: BinaryIO) -> None:
    """Send the tables of the wanted pages, or of all."""
    # Loaded when asked for: pdfplumber takes longer to load than most files to read.
    from verifier.reading.tables import TableReader

    with TableReader(path, name) as reader:
        pages = body["pages"] or range(1, reader.page_count + 1)
        for done, page in enumerate(pages, 1):
            if body["area"] is None:
                found = reader.ruled(page)
            else:
                table = reader.inside(page, tuple(body["area"]))
                found = (table,) if table else ()
            write_tables(outgoing, found, done, len(pages))


def _pictures(body: Any, path: Path, name: str, limits: Limits, outgoing: BinaryIO) -> None:
    """Send the pictures inside a document that are wanted, made safe and not too large."""
    wanted = [str(key) for key in body["keys"]]
    reader = PICTURES.get(body.get("reader") or reader_for(path, name, limits))
    if reader is not None:
        found = ((key, data) for key, data in reader(path, name, limits, wanted) if key in wanted)
        within_budget = import_module("verifier.reading.inner_pictures").within_budget
        for key, data, sha256 in within_budget(found):
            write_frame(outgoing, "picture", {"key": key, "sha256": sha256}, data)


def keep_freed_memory() -> None:
    """Let the C library keep what a page gave back for the next one (glibc; others do not listen).

    By default it returns memory to the system after each page of a PDF and asks for it again,
    page by page zeroed: a tenth of the time that reading takes.
    """
    with suppress(AttributeError, OSError):
        adjust = ctypes.CDLL(None).mallopt
        adjust(_TRIM_THRESHOLD, 64 * MEGABYTE)
        adjust(_MMAP_THRESHOLD, 32 * MEGABYTE)


def rarely_look_for_circles() -> None:
    """Leave what is loaded to itself, and look less often for circles among what is made.

    A page is many small tuples in no circle: looking among them for one is a fiftieth of reading.
    """
    gc.freeze()
    gc.set_threshold(_YOUNG_OBJECTS)


def _grey(asked: Any, path: Path, name: str, outgoing: BinaryIO) -> None:
    """Send the picture that a file is, or a page of it, made ready for being read."""
    grey_picture = import_module("verifier.reading.picture_grey").grey_picture
    made = grey_picture(path, name, int(asked["page"]))
    body = {
        "width": made.width,
        "height": made.height,
        "scale": made.scale,
        "turn": made.turn,
    }
    write_frame(outgoing, "grey", body, made.png)


def out_of_memory(name: str, limits: Limits) -> TooLarge:
    """The error for a file that needs more memory than a reader may take."""
    return TooLarge(
        f"Reading {name} takes more than {limits.memory / MEGABYTE:,.0f} MB of memory.",
        "It may be damaged or made to harm. Save the part you check as a file of its own.",
    )


def _private_streams() -> tuple[BinaryIO, BinaryIO]:
    """The pipes to the parent, out of reach of parsers that print or read."""
    incoming = os.fdopen(os.dup(0), "rb")
    outgoing = os.fdopen(os.dup(1), "wb", _BUFFER)
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.close(nothing)
    return incoming, outgoing


if sys.platform == "win32":
    from verifier.reading.windows_memory import bound_memory
else:
    import resource

    def bound_memory(size: int) -> None:
        """Let this process have at most `size` bytes of memory of its own."""
        kind = resource.RLIMIT_DATA if sys.platform == "linux" else resource.RLIMIT_AS
        _, hard = resource.getrlimit(kind)
        limit = size if hard == resource.RLIM_INFINITY else min(size, hard)
        try:
            resource.setrlimit(kind, (limit, hard))
        except (ValueError, OSError):
            # macOS refuses a limit below what is mapped already; the time limits still hold.
            return


if __name__ == "__main__":
    serve()
