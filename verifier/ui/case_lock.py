"""One window of a person on a case: two would show each other's drafts as somebody else's."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLockFile

from verifier import paths
from verifier.addresses import is_server
from verifier.errors import Conflict
from verifier.settings import place_of
from verifier.ui.notices import Notice, problem


def lock_of(case: Path | str) -> QLockFile | None:
    """A lock of this person on a case, or None where another window holds it."""
    place = place_of(case) if is_server(str(case)) else str(Path(case).resolve())
    key = hashlib.sha256(place.encode()).hexdigest()[:24]
    folder = paths.user_state() / "open"
    folder.mkdir(parents=True, exist_ok=True)
    lock = QLockFile(str(folder / f"{key}.lock"))
    lock.setStaleLockTime(0)
    return lock if lock.tryLock(0) else None


def held_elsewhere(case: Path | str) -> Notice:
    """Says so where another window holds it."""
    what = QCoreApplication.translate("Shell", "%1 is open in another window of yours.")
    advice = QCoreApplication.translate("Shell", "Go on there, or close it there first.")
    return problem(Conflict(what.replace("%1", Path(place_of(case)).name), advice))
