"""What views are about to read, read for all of them at once: a server is some way off."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Query = Callable[[Any, str], object]
Reads = Callable[[str, frozenset[str]], Query | None]
"""The query with which a view is going to show a claim of which rows of these kinds have changed,
if it is going to."""


class ReadingAhead:
    """Knows the views that show a claim, and what each of them asks."""

    def __init__(self) -> None:
        self.views: list[Reads] = []

    def asks(self, claim_id: str, kinds: frozenset[str], lines: Query | None = None) -> list[Query]:
        """What they are going to ask about a claim, with what the lists ask."""
        asked = [lines, *(reads(claim_id, kinds) for reads in self.views)]
        return [ask for ask in asked if ask is not None]
