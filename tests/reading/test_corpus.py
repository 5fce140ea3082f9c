"""Files that others made, broken ones among them: each is read, or refused in words."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from verifier.errors import Unreadable
from verifier.reading.document import ReadDocument
from verifier.reading.worker import Worker

ROOT = Path(__file__).resolve().parents[2]
CORPUS = Path(os.environ.get("VERIFIER_SHARED", ROOT.parent / "shared")) / "corpus"
FILES = sorted(path for path in CORPUS.rglob("*.*") if path.is_file()) if CORPUS.is_dir() else []


@pytest.mark.skipif(not FILES, reason="the corpus is not here")
def test_every_file_of_the_corpus_is_read_or_refused_in_words() -> None:
    refusals: list[tuple[Path, Unreadable]] = []
    with Worker() as worker:
        worker.start()
        first = worker.process_id
        for path in FILES:
            try:
                _check(worker.read(path))
            except Unreadable as error:
                refusals.append((path, error))
        assert worker.process_id == first
    for path, refusal in refusals:
        assert path.name in refusal.what
        assert refusal.advice


def _check(document: ReadDocument) -> None:
    place = 0
    for page in document.pages:
        assert page.start == place
        place = page.stop
    assert place == len(document.text)
    assert all(block.start <= block.stop <= place for block in document.blocks)
