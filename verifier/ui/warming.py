"""Works out what sorting and filtering will ask for, in small pieces while nothing else is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Slot

from verifier.queries.claims import ClaimSummary

Step = Callable[[Sequence[ClaimSummary]], object]
"""Works something out for some of the claims."""
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
        claims: Callable[[], Sequence[ClaimSummary]],
        steps: Callable[[], Sequence[Step]],
    ) -> None:
        super().__init__(owner)
        self._claims = claims
        self._steps = steps
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
        claims, steps = self._claims(), self._steps()
        pieces = -(-len(claims) // PIECE)
        if self._at >= pieces * len(steps):
            return
        step, piece = steps[self._at // pieces], self._at % pieces
        step(claims[piece * PIECE : (piece + 1) * PIECE])
        self._at += 1
        self._timer.start(PAUSE_MS)
