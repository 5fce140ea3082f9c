"""What the person would wait for, done in a thread while they choose a case or look at it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot

from verifier import scales
from verifier.actions.assessments import Assess
from verifier.actions.base import Action
from verifier.actions.claims import AddClaim
from verifier.errors import NotFound
from verifier.queries import (
    attributions,
    case,
    claims,
    documents,
    evidence,
    locker,
    proposals,
    reviews,
    rules,
)
from verifier.references.styles import HOUSE, check_style
from verifier.ui.jobs import Jobs, Progress
from verifier.ui.told import templates
from verifier.workspace import Workspace, rehearsing

NOBODY = "0"
OF_CASE = (
    case.people,
    documents.documents,
    claims.count,
    claims.summaries,
    evidence.sources,
    evidence.evidence,
    evidence.times_cited,
    evidence.count,
    locker.flagged,
    attributions.matrices,
)
"""What the lists ask."""
OF_CLAIM = (
    claims.assessments,
    claims.highlights,
    claims.relations,
    evidence.citations,
    rules.citations_of,
    reviews.comments,
    reviews.reviews,
    proposals.proposals,
    attributions.attributions,
)
"""What the inspector asks."""
OF_DOCUMENT = (documents.structure, documents.text, documents.pages)
"""What the pages are made of."""


AFTER_MS = 300
"""From the opening of a case: the page that was read last, and the claims, come first."""


def warm_up(_progress: Progress, _cancelled: Callable[[], bool]) -> None:
    """Read scales and sentences; do and ask in an empty case in memory what a window does.

    The house's citation style comes last: it loads citeproc, for the first source shown.
    """
    scales.known_scales()
    templates()
    with rehearsing(*_first_steps()) as session:
        for ask in OF_CASE:
            ask(session, NOBODY)
        for question in _narrow_questions():
            question(session)
    check_style(HOUSE)


def _first_steps() -> tuple[Action, ...]:
    """A claim, and its rating."""
    claim = AddClaim("-")
    return claim, Assess(claim.id, "", "", reason="-")


def _narrow_questions() -> Iterator[Callable[[Any], object]]:
    """What is asked of one claim or of a few rows, of nobody: it finds nothing, in no time."""
    some = [NOBODY]
    asked: list[tuple[Callable[..., object], dict[str, object]]] = [
        (proposals.proposals, {"claim_id": NOBODY, "only_open": True}),
        (claims.claims_of, {"ids": some}),
        (claims.summaries, {"claim_ids": some}),
        (evidence.evidence, {"evidence_ids": some}),
        (evidence.sources, {"source_ids": some}),
        (locker.flagged, {"evidence_ids": some}),
    ]
    asked += [(ask, {"claim_id": NOBODY}) for ask in OF_CLAIM]
    for ask, narrowed in asked:
        yield partial(ask, case_id=NOBODY, **narrowed)
    for read in OF_DOCUMENT:
        yield partial(read, text_layer_id=NOBODY)
    yield partial(documents.page_boxes, text_layer_id=NOBODY, number=1)
    yield partial(_in_vain, documents.blob, NOBODY)
    yield partial(_in_vain, case.case_row, NOBODY)


def _in_vain(ask: Callable[[Any, str], object], name: str, session: Any) -> None:
    """Ask for what must be there."""
    with suppress(NotFound):
        ask(session, name)


class CaseWarmer(QObject):
    """Asks a case that was opened what the first selected claim will ask, in a thread.

    A database puts each of these questions together once; the first claim would wait for all.
    """

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._workspace: Workspace | None = None
        self._turn = threading.Lock()
        """Held while a question is asked."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_MS)
        self._timer.timeout.connect(self._start)

    def begin(self, workspace: Workspace) -> None:
        """A case was opened."""
        self._workspace = workspace
        self._timer.start()

    def stop(self) -> None:
        """The case is to be closed: nothing is asked of it when this returns."""
        self._timer.stop()
        with self._turn:
            self._workspace = None

    @Slot()
    def _start(self) -> None:
        if self._workspace is not None:
            self._jobs.run("", partial(self._ask, self._workspace))

    def _ask(
        self, workspace: Workspace, _progress: Progress, _cancelled: Callable[[], bool]
    ) -> None:
        for question in _narrow_questions():
            with self._turn:
                if self._workspace is not workspace:
                    return
                with workspace.reading() as session:
                    question(session)
        check_style(HOUSE)
