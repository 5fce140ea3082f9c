"""Where the window goes for what a search across the case found."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QWidget

from verifier.queries.evidence import EvidenceRow, evidence
from verifier.queries.search import Hit
from verifier.text.ranges import TextRange
from verifier.ui.beside import Beside, Tab
from verifier.ui.document_tab import DocumentTab
from verifier.ui.pages_of import is_readable
from verifier.ui.places.locker import Locker
from verifier.ui.places.sources import Sources
from verifier.ui.shell import Shell


class Opener(Protocol):
    """Opens what there is in a case."""

    @property
    def current(self) -> DocumentTab | None: ...
    @property
    def beside(self) -> Beside: ...
    def show_document(self, document_id: str, then: Callable[[], object]) -> None: ...
    def show_place(self, name: str) -> QWidget: ...


def go_to(hit: Hit, desk: Opener, shell: Shell) -> None:
    """Words in a document or in evidence are shown where they stand; what hangs on a claim is shown
    with it; a source and an item that cannot be read are chosen in their own views.
    """
    if hit.kind == "document" and hit.document_id:
        desk.show_document(hit.document_id, lambda: _show_words(desk.current, hit.range))
    elif hit.kind == "evidence":
        _go_to_evidence(hit, desk, shell)
    elif hit.kind == "source":
        place = desk.show_place("sources")
        if isinstance(place, Sources):
            place.show_source(hit.id)
            place.table.setFocus()
    elif hit.claim_id:
        shell.select(hit.claim_id)


def _go_to_evidence(hit: Hit, desk: Opener, shell: Shell) -> None:
    item: EvidenceRow | None = next(iter(shell.read(evidence, evidence_ids=[hit.id])), None)
    if item is not None and is_readable(item):
        _show_words(desk.beside.show_evidence(hit.id), hit.range)
        return
    place = desk.show_place("evidence")
    if isinstance(place, Locker):
        place.choose(hit.id)
        place.table.setFocus()


def _show_words(tab: Tab | None, words: TextRange | None) -> None:
    if tab is None:
        return
    if words is not None:
        tab.view.set_hits([words], 0)
        tab.view.ensure_visible(words, flash=True)
    tab.view.setFocus()
