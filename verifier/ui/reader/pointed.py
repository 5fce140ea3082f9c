"""Pages asked what is at a point: a place in the text, highlights, their tags, links."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Signal

from verifier.ui.reader.highlights import PaintedHighlight
from verifier.ui.reader.marked import MarkedCanvas
from verifier.ui.reader.provider import Link
from verifier.ui.reader.tags import Tag


class PointedCanvas(MarkedCanvas):
    """Tells what is at a point of the viewport, and goes where a link there leads."""

    link_activated = Signal(str)
    """An address. Links inside the document are followed by the view itself."""

    def offset_at(self, point: QPointF) -> int | None:
        """The place between two characters nearest to a point of the viewport."""
        place = self.place_at(point)
        if place is None or self._provider is None:
            return None
        page, x, y = place
        return self._provider.starts[page] + self._provider.geometry(page).caret_at(x, y)

    def character_at(self, point: QPointF) -> int | None:
        """The character under a point of the viewport."""
        place = self.place_at(point)
        if place is None or self._provider is None:
            return None
        page, x, y = place
        found = self._provider.geometry(page).character_at(x, y)
        return None if found is None else self._provider.starts[page] + found

    def highlights_at(self, point: QPointF) -> list[PaintedHighlight]:
        """Highlights under a point of the viewport (the tag's alone on a tag), shortest first."""
        tag = self.tag_at(point)
        if tag is not None:
            return [tag.highlight]
        place = self.place_at(point)
        if place is None or self._provider is None:
            return []
        index = self.character_at(point)
        page, x, y = place
        found = self._index.regions_at(page, self._provider.geometry(page), x, y)
        return found if index is None else [*self._index.at(place[0], index), *found]

    def tag_at(self, point: QPointF) -> Tag | None:
        """The margin tag under a point of the viewport."""
        on_canvas = point + QPointF(self.offset)
        tags = (tag for page in self.visible_pages() for tag in self._tags_of(page))
        return next((tag for tag in tags if tag.rect.contains(on_canvas)), None)

    def link_at(self, point: QPointF) -> Link | None:
        """The link under a point of the viewport."""
        place = self.place_at(point)
        if place is None or self._provider is None:
            return None
        page, x, y = place
        for link in self._provider.links(page):
            x0, y0, x1, y1 = link.rect
            if x0 <= x < x1 and y0 <= y < y1:
                return link
        return None

    def text_under(self, point: QPointF) -> bool:
        """Whether there is text to select at a point of the viewport."""
        place = self.place_at(point)
        if place is None or self._provider is None:
            return False
        page, x, y = place
        return self._provider.geometry(page).near_text(x, y)

    def follow(self, link: Link) -> None:
        """Go where a link leads, or tell its address."""
        if link.page is not None:
            self.go_to(link.page, link.y)
        elif link.offset is not None and self._provider is not None:
            before, top = self.position(), self.offset.y()
            self.ensure_visible(self._provider.paragraph(link.offset), flash=True)
            if self.offset.y() != top:
                self.left.emit(self, before, False)
        elif link.address:
            self.link_activated.emit(link.address)

    def tooltip_at(self, point: QPoint) -> str:
        """What to say about the thing under the pointer."""
        found = self.highlights_at(QPointF(point))
        words = [h.description or h.label for h in found]
        link = self.link_at(QPointF(point))
        if link is not None and link.address:
            words.append(link.address)
        return "\n".join(word for word in words if word)
