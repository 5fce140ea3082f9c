"""Works out what sorting and filtering will ask for, in small pieces while nothing else is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Slot

from verifier.queries.claims import ClaimSummary
from verifier.ui.table.arranging import WARM, Arranger

FEW = 500
"""Claims that need no warming."""
PIECE = 700
"""Lines at once: about 2 ms."""
WAIT_MS = 400
PAUSE_MS = 4


class Warmer(QObject):
    """Goes through the claims once after they were read."""

    def __init__(
        self,
        owner: QObject,
        arranger: Callable[[], Arranger],
        claims: Callable[[], Sequence[ClaimSummary]],
    ) -> None:
        super().__init__(owner)
        self._arranger = arranger
        self._claims = claims
        self._at = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._step)

    @property
    def is_busy(self) -> bool:
        """Whether something is left to be worked out."""
        return self._timer.isActive()

    def begin(self) -> None:
        """Begin anew, in a moment."""
        self._at = 0
        self._timer.stop()
        if len(self._claims()) > FEW:
            self._timer.start(WAIT_MS)

    @Slot()
    def _step(self) -> None:
        claims = self._claims()
        pieces = -(-len(claims) // PIECE)
        if self._at >= pieces * len(WARM):
            return
        name, piece = WARM[self._at // pieces], self._at % pieces
        self._arranger().warm(name, claims[piece * PIECE : (piece + 1) * PIECE])
        self._at += 1
        self._timer.start(PAUSE_MS)
