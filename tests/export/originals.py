"""Cases made of one real file: its text as the reader gives it, with claims wherever wanted."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import factories_report as make

from verifier.queries.documents import PageRow
from verifier.queries.originals import Original
from verifier.queries.report import ReportData
from verifier.reading.document import ReadDocument
from verifier.reading.here import read_here
from verifier.text.ranges import TextRange


def case_of(
    path: Path, ranges: Sequence[TextRange], read: ReadDocument | None = None, *, talk: bool = False
) -> tuple[ReportData, Original]:
    """A case whose only document is the file, with a claim on each range."""
    data = path.read_bytes()
    read = read or read_here(path)
    shown = make.document(
        read.text,
        blocks=read.blocks,
        file_name=path.name,
        media_type=read.media_type,
        sha256=hashlib.sha256(data).hexdigest(),
    )
    pages = tuple(
        PageRow(p.number, p.start, p.stop, p.width, p.height, p.rotation, "") for p in read.pages
    )
    shown = replace(shown, pages=pages)
    claims = []
    for number, where in enumerate(ranges, 1):
        comments = (
            (
                make.comment(10 * number, "Is it?", claim=number),
                make.comment(10 * number + 1, "It is.", claim=number, parent=10 * number),
            )
            if talk
            else ()
        )
        claims.append(
            make.claim(
                number,
                f"Claim {number}",
                highlights=(make.highlight(shown, number, where.start, where.stop),),
                comments=comments,
            )
        )
    made = make.data([shown], claims)
    boxes = {p.number: p.boxes for p in read.pages if p.boxes}
    return made, Original(made.documents[0].row, data, boxes)
