"""What a file for the locker is: pictures, e-mails and web archives as well as documents.

A report under check must have text; evidence need not. What cannot be read is kept all the same.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from verifier.errors import Encrypted, Unreadable
from verifier.reading.detect import EVIDENCE, HEAD, READERS, WholeReader, is_email, reader_for
from verifier.reading.document import ReadDocument
from verifier.reading.email import MEDIA_TYPE as EMAIL
from verifier.reading.email import read_email
from verifier.reading.limits import Limits, check_size, size_of
from verifier.reading.parts import Part, parts_of
from verifier.reading.picture import is_picture, read_picture
from verifier.reading.webarchive import GZIP, WACZ, WARC, is_wacz, is_warc, read_webarchive
from verifier.reading.worker import Progress, Worker

PAGES = frozenset({"text/html", "multipart/related", WARC, WACZ})
DATASETS = frozenset({".csv", ".tsv", ".json", ".jsonl", ".xlsx", ".xls", ".ods", ".parquet"})


@dataclass(frozen=True)
class Examined:
    """A file for the locker, with what was found out about it."""

    data: bytes = field(repr=False)
    file_name: str
    kind: str
    """file, page, picture, email or dataset."""
    media_type: str
    properties: dict[str, str]
    """What the file says of itself: headers of an e-mail, camera and place of a picture, ..."""
    read: ReadDocument | None = field(repr=False)
    """Its text, where it has one."""
    notice: str = ""
    """Why its text could not be read, in words."""


def read_evidence(path: Path, name: str, limits: Limits) -> Iterator[Part]:
    """Read a file in the way that fits its content."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    for is_it, reader in _own_readers(path, head):
        if is_it():
            yield from parts_of(reader(path, name, limits))
            return
    yield from READERS[reader_for(path, name, limits)](path, name, limits)


def examine(
    path: Path,
    *,
    worker: Worker | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    limits: Limits | None = None,
) -> Examined:
    """Read a file for the locker in a worker process; one without readable text is kept too."""
    limits = limits or Limits()
    name = path.name
    check_size(size_of(path, name), name, limits)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Unreadable(
            f"{name} cannot be read ({error.strerror}).", "Check that you may open it."
        ) from error
    try:
        with nullcontext(worker) if worker is not None else Worker() as reader:
            read = reader.read(
                data,
                name=name,
                progress=progress,
                cancelled=cancelled,
                limits=limits,
                reader=EVIDENCE,
            )
    except (Unreadable, Encrypted) as error:
        media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
        return Examined(data, name, _kind(media_type, name), media_type, {}, None, str(error))
    return Examined(
        data=data,
        file_name=name,
        kind=_kind(read.media_type, name),
        media_type=read.media_type,
        properties=dict(read.properties),
        read=read if read.text else None,
    )


def _own_readers(path: Path, head: bytes) -> tuple[tuple[Callable[[], bool], WholeReader], ...]:
    """Kinds of files that are evidence but no documents, each with how to tell."""
    return (
        (lambda: is_picture(head), read_picture),
        (lambda: head.startswith((b"WARC/", GZIP)) and is_warc(path), read_webarchive),
        (lambda: head.startswith(b"PK") and is_wacz(path), read_webarchive),
        (lambda: is_email(head), read_email),
    )


def _kind(media_type: str, name: str) -> str:
    if Path(name).suffix.lower() in DATASETS:
        return "dataset"
    if media_type.startswith("image/"):
        return "picture"
    if media_type in PAGES:
        return "page"
    return "email" if media_type == EMAIL else "file"
