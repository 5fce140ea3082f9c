"""Which views of the whole case there are, as data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QWidget

from verifier.queries.attributions import attributions, incidents
from verifier.queries.evidence import evidence
from verifier.ui.places.board import Board
from verifier.ui.places.locker import Locker, asked_at_first
from verifier.ui.places.matrix import Matrix
from verifier.ui.places.sources import Sources
from verifier.ui.places.timeline import Timeline
from verifier.ui.places.trail import Trail
from verifier.ui.reading_ahead import Query
from verifier.ui.shell import Shell


@dataclass(frozen=True)
class Place:
    """A view that opens as a tab."""

    words: object
    icon: str
    make: Callable[[Shell], QWidget]
    asks: tuple[Query, ...] = ()
    """What it asks of the whole case when it is made: a server is asked for all of it at once."""

    @property
    def title(self) -> str:
        """In the language of the window."""
        return QCoreApplication.translate("Places", cast(str, self.words))


PLACES: Mapping[str, Place] = {
    "attribution": Place(
        QT_TRANSLATE_NOOP("Places", "Attribution"),
        "network",
        Timeline,
        (attributions, evidence, incidents),
    ),
    "matrix": Place(QT_TRANSLATE_NOOP("Places", "Competing accounts"), "grid-3x3", Matrix),
    "evidence": Place(
        QT_TRANSLATE_NOOP("Places", "Evidence"),
        "archive",
        Locker,
        (asked_at_first,),
    ),
    "board": Place(QT_TRANSLATE_NOOP("Places", "Board"), "columns-3", Board),
    "history": Place(QT_TRANSLATE_NOOP("Places", "History"), "history", Trail),
    "sources": Place(QT_TRANSLATE_NOOP("Places", "Sources"), "library", Sources),
}
