"""Reading in this process, without the worker's protection: for files of our own."""

from __future__ import annotations

from pathlib import Path

from verifier.reading.detect import READERS, reader_for
from verifier.reading.document import ReadDocument
from verifier.reading.limits import Limits
from verifier.reading.parts import document_of


def read_here(path: Path | str, *, name: str = "", limits: Limits | None = None) -> ReadDocument:
    """Read a file in this process: for tests and for files of our own."""
    path, limits = Path(path), limits or Limits()
    name = name or path.name
    kind = reader_for(path, name, limits)
    return document_of(READERS[kind](path, name, limits))
