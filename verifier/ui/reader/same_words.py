"""The words at the top of a view, to be shown there again in another edition of the document."""

from __future__ import annotations

from dataclasses import dataclass, replace

from verifier.ui.reader.anchor import Anchor, anchor_at, height_of
from verifier.ui.reader.placed import PlacedPages
from verifier.ui.reader.selection import page_of

KEPT = 60
"""Code points: about a line, which hardly stands twice near each other."""


@dataclass(frozen=True, slots=True)
class WordsOnTop:
    """What somebody reads, told by its words."""

    anchor: Anchor
    words: str

    def show_in(self, view: PlacedPages) -> None:
        """Bring the words to the top, from where they stand nearest to where they stood; a text
        that has them no more stays as it is shown."""
        provider = view.provider
        offset = None if provider is None else _nearest(provider.text, self.words, self.anchor)
        if provider is None or offset is None:
            return
        now, position = replace(self.anchor, offset=offset), view.position()
        if not provider.paged:
            view.restore(replace(position, anchor=now))
            return
        page = page_of(provider, offset)
        view.settle_page(page)
        y = height_of(now, provider.geometry(page), provider.starts[page])
        view.restore(replace(position, page=page, y=y))


def words_on_top(view: PlacedPages) -> WordsOnTop | None:
    """The words at the top of a view; None where it shows the start, a picture, or turned pages."""
    pin, provider = view.top_pin(), view.provider
    if pin is None or provider is None or view.rotation() or not view.offset.y():
        return None
    start = provider.starts[pin.page]
    anchor = anchor_at(provider.geometry(pin.page), start, pin.at[1])
    words = provider.text[anchor.offset : anchor.offset + KEPT]
    return WordsOnTop(anchor, words) if words.strip() and not anchor.picture else None


def _nearest(text: str, words: str, anchor: Anchor) -> int | None:
    """Where words stand in a text, nearest to where they stood in another."""
    before = text.rfind(words, 0, anchor.offset + len(words))
    after = text.find(words, anchor.offset)
    found = [at for at in (before, after) if at >= 0]
    return min(found, key=lambda at: abs(at - anchor.offset), default=None)
