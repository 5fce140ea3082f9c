"""Reads files in a process of its own: a crash, a hang or a memory blow-up is told in words.

`read` takes a process for one file. `Worker` keeps one warm for the next file, so that a first
page is there at once, and starts another after a failure.
"""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO

from verifier.errors import Cancelled, CannotWrite, TooLarge, Unreadable, VerifierError
from verifier.reading.allocator import with_allocator
from verifier.reading.document import ReadDocument, ReadPage
from verifier.reading.frames import error_of, part_of, read_frame, tables_of, write_frame
from verifier.reading.grey import GreyPicture
from verifier.reading.limits import Limits, check_size, size_of
from verifier.reading.parts import Opening, PagePart, Part, document_of
from verifier.text.tables import Box, Table

Source = Path | bytes
Progress = Callable[[int, int | None], None]
"""(pages done, pages in all, None while unknown)."""
OnPage = Callable[[ReadPage, str], None]

_ROOT = str(Path(__file__).resolve().parents[2])
_POLL = 0.05
"""Seconds between two looks at whether to stop."""
_BUFFER = 1 << 18
"""Bytes that are taken from the process's pipe at a time, at most."""
_START = f"import sys; sys.path.insert(0, {_ROOT!r}); from verifier.reading import process; "
COMMAND = (sys.executable, "-I", "-c", _START + "process.serve()")
"""Starts a reading process from any working directory, with this program's own modules only."""


def read(
    path: Path | str,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    limits: Limits | None = None,
) -> ReadDocument:
    """Read a file in a process of its own."""
    with Worker() as worker:
        return worker.read(Path(path), progress=progress, cancelled=cancelled, limits=limits)


@dataclass(frozen=True, slots=True)
class SafePicture:
    """A picture inside a document, as PNG or JPEG that the reading process wrote itself."""

    data: bytes
    sha256: str
    """Of the bytes in the document, not of these."""


class Worker:
    """A reading process that is started ahead and used again; one file at a time."""

    def __init__(self, command: Sequence[str] = COMMAND) -> None:
        self._command = tuple(command)
        self._turn = threading.Lock()
        self._process: _Process | None = None

    def __enter__(self) -> Worker:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def process_id(self) -> int | None:
        """The id of the warm process, None where there is none."""
        return self._process.process_id if self._process else None

    def start(self) -> None:
        """Start the process ahead; returns at once."""
        if self._process is None or not self._process.is_alive:
            self.close()
            self._process = _Process(self._command)

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None:
            process.end()

    def read(
        self,
        source: Source,
        *,
        name: str = "",
        on_page: OnPage | None = None,
        progress: Progress | None = None,
        cancelled: Callable[[], bool] | None = None,
        limits: Limits | None = None,
        reader: str = "",
    ) -> ReadDocument:
        """Read a file, or bytes, whose `name` then tells what to call it and its ending.

        `reader` is the key of the reader to take; the content decides where it is empty.
        """
        limits = limits or Limits()
        with self._turn, _as_file(source, name) as (path, called):
            check_size(size_of(path, called), called, limits)
            self.start()
            job = {"reader": reader}
            answers = self._answers(job, path, called, limits, cancelled or _never)
            return document_of(_told(_parts(answers, called), on_page, progress))

    def tables(
        self,
        source: Source,
        *,
        pages: Sequence[int] | None = None,
        area: Box | None = None,
        name: str = "",
        progress: Progress | None = None,
        cancelled: Callable[[], bool] | None = None,
        limits: Limits | None = None,
    ) -> tuple[Table, ...]:
        """The ruled tables of a PDF's pages (None: all), or on each page the one in an area.

        Pages count from 1; the area is (x0, y0, x1, y1) in points of the shown page.
        """
        limits = limits or Limits()
        found: list[Table] = []
        with self._turn, _as_file(source, name) as (path, called):
            check_size(size_of(path, called), called, limits)
            self.start()
            job = {"task": "tables", "pages": list(pages or ()), "area": area}
            for _, body, _ in self._answers(job, path, called, limits, cancelled or _never):
                try:
                    found += tables_of(body)
                    done, total = int(body["done"]), int(body["total"])
                except (ValueError, TypeError, KeyError) as error:
                    raise _crashed(called) from error
                if progress is not None:
                    progress(done, total)
        return tuple(found)

    def pictures(
        self,
        source: Source,
        keys: Sequence[str],
        *,
        name: str = "",
        cancelled: Callable[[], bool] | None = None,
        limits: Limits | None = None,
        reader: str = "",
    ) -> dict[str, SafePicture]:
        """The pictures inside a document, as PNG or JPEG that the process wrote itself.

        `keys` are what the blocks of pictures tell: a part of a Word file, a number in a page.
        What cannot be opened is left out. `reader` is the key of the reader to take; the content
        decides where it is empty.
        """
        limits = limits or Limits()
        with self._turn, _as_file(source, name) as (path, called):
            check_size(size_of(path, called), called, limits)
            self.start()
            job = {"task": "pictures", "keys": list(keys), "reader": reader}
            answers = self._answers(job, path, called, limits, cancelled or _never)
            return {
                str(body["key"]): SafePicture(raw, str(body["sha256"]))
                for kind, body, raw in answers
                if kind == "picture"
            }

    def grey(
        self,
        source: Source,
        *,
        name: str = "",
        page: int = 1,
        cancelled: Callable[[], bool] | None = None,
        limits: Limits | None = None,
    ) -> GreyPicture:
        """The picture that a file is, or a page of a scan (from 1).

        The process wrote it anew to be read by Tesseract.
        """
        limits = limits or Limits()
        with self._turn, _as_file(source, name) as (path, called):
            check_size(size_of(path, called), called, limits)
            self.start()
            made = None
            job = {"task": "grey", "page": page}
            answers = self._answers(job, path, called, limits, cancelled or _never)
            for _, body, raw in answers:
                try:
                    made = GreyPicture(
                        raw,
                        int(body["width"]),
                        int(body["height"]),
                        float(body["scale"]),
                        int(body["turn"]),
                    )
                except (ValueError, TypeError, KeyError) as error:
                    raise _crashed(called) from error
        if made is None:
            raise _crashed(called)
        return made

    def _answers(
        self,
        job: dict[str, Any],
        path: Path,
        name: str,
        limits: Limits,
        cancelled: Callable[[], bool],
    ) -> Iterator[tuple[str, Any, bytes]]:
        """The frames as they come; a process that fails or is left in the middle is ended."""
        process = self._process
        assert process is not None
        finished = False
        try:
            told = {"path": str(path.resolve()), "name": name, "limits": asdict(limits)}
            process.send({**job, **told})
            for kind, body, raw in process.frames(name, limits, cancelled):
                if kind == "done":
                    finished = True
                    return
                if kind == "error":
                    finished = True
                    raise error_of(body)
                yield kind, body, raw
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise _crashed(name) from error
        finally:
            if not finished:
                self.close()


class _Process:
    """One process with a thread that takes its frames from the pipe."""

    def __init__(self, command: Sequence[str]) -> None:
        threads = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
        environment = with_allocator({**os.environ, **threads})
        hidden: dict[str, Any] = {}
        if sys.platform == "win32":
            hidden["creationflags"] = subprocess.CREATE_NO_WINDOW
        self._child = subprocess.Popen(
            command,
            bufsize=_BUFFER,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_ROOT,
            env=environment,
            close_fds=True,
            **hidden,
        )
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        self._input: BinaryIO = self._child.stdin  # type: ignore[assignment]
        self._output: BinaryIO = self._child.stdout  # type: ignore[assignment]
        # Bounded: a reader that is faster than the database waits for it.
        self._frames: queue.Queue[tuple[str, Any, bytes] | None] = queue.Queue(maxsize=64)
        self._is_ending = False
        self._thread = threading.Thread(target=self._receive, name="reading", daemon=True)
        self._thread.start()

    @property
    def is_alive(self) -> bool:
        """Whether the process still runs."""
        return self._child.poll() is None

    @property
    def process_id(self) -> int:
        """The operating system's id."""
        return self._child.pid

    def send(self, job: dict[str, Any]) -> None:
        """Give the process its next job."""
        write_frame(self._input, "read", job)

    def frames(
        self, name: str, limits: Limits, cancelled: Callable[[], bool]
    ) -> Iterator[tuple[str, Any, bytes]]:
        """Frames as they come; an error in words where they stay away."""
        begun = heard = time.monotonic()
        while True:
            if cancelled():
                raise Cancelled
            now = time.monotonic()
            if now - heard > limits.silence:
                raise _hung(name, f"no progress for {limits.silence:g} seconds")
            if now - begun > limits.total:
                raise _hung(name, f"not done after {limits.total:g} seconds")
            try:
                frame = self._frames.get(timeout=_POLL)
            except queue.Empty:
                continue
            if frame is None:
                raise _crashed(name)
            heard = time.monotonic()
            if frame[0] != "ready":
                yield frame
                # Time that the consumer took is not the reader's silence.
                heard = time.monotonic()

    def end(self) -> None:
        """Kill the process and wait until all of it is gone."""
        self._is_ending = True
        self._child.kill()
        self._child.wait()
        while self._thread.is_alive():
            self._drain()
            self._thread.join(timeout=_POLL)
        for stream in (self._input, self._output):
            try:
                stream.close()
            except OSError:
                # Words for a process that is gone were still in the buffer.
                continue

    def _drain(self) -> None:
        while not self._frames.empty():
            self._frames.get_nowait()

    def _receive(self) -> None:
        frame: tuple[str, Any, bytes] | None
        while not self._is_ending:
            try:
                frame = read_frame(self._output)
            except (ValueError, OSError):
                frame = None
            self._frames.put(frame)
            if frame is None:
                return


def _parts(answers: Iterator[tuple[str, Any, bytes]], name: str) -> Iterator[Part]:
    """The parts of a document that the process sent."""
    for kind, body, raw in answers:
        try:
            part = part_of(kind, body, raw)
        except (ValueError, TypeError, KeyError) as error:
            raise _crashed(name) from error
        yield part


def _told(
    parts: Iterator[Part], on_page: OnPage | None, progress: Progress | None
) -> Iterator[Part]:
    """The same parts, told to whoever watches."""
    total: int | None = None
    done = 0
    for part in parts:
        if isinstance(part, Opening):
            total = part.page_count
        elif isinstance(part, PagePart):
            done += 1
            if on_page is not None:
                on_page(part.page, part.text)
        if progress is not None:
            progress(done, total)
        yield part


@contextmanager
def _as_file(source: Source, name: str) -> Iterator[tuple[Path, str]]:
    """The source as a file on disk, and what to call it."""
    if isinstance(source, Path):
        yield source, name or source.name
        return
    called = name or "The document"
    with ExitStack() as folders:
        try:
            folder = folders.enter_context(tempfile.TemporaryDirectory(prefix="verifier-"))
            path = Path(folder) / "document"
            path.write_bytes(source)
        except OSError as error:
            raise CannotWrite(
                f"A copy of {called} cannot be written for reading it ({error.strerror}).",
                "Make room in the folder for temporary files, then try again.",
            ) from error
        yield path, called


def _never() -> bool:
    return False


def _crashed(name: str) -> VerifierError:
    return Unreadable(
        f"Reading {name} failed: the reader stopped unexpectedly or ran out of memory.",
        "The file may be damaged. Print it to a new PDF from a program that opens it.",
    )


def _hung(name: str, why: str) -> VerifierError:
    return TooLarge(
        f"Reading {name} was stopped: {why}.",
        "The file may be damaged. Save the part you check as a file of its own.",
    )
