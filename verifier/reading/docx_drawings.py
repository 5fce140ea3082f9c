"""What is drawn in a Word document: pictures, charts and diagrams at their places, text boxes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from verifier.errors import VerifierError
from verifier.reading.building import TextBuilder
from verifier.reading.docx_charts import (
    chart_data,
    chart_part,
    is_drawn,
    title_of,
    unopened,
    words_of_diagram,
)
from verifier.reading.docx_content import is_nested
from verifier.reading.docx_missing import Missing
from verifier.reading.docx_package import Package, Relation, attribute, local
from verifier.reading.docx_shapes import picture_size
from verifier.reading.inner_pictures import told_of


class Drawings:
    """Keeps the places of what is drawn, and what is written in it until its paragraph ends."""

    def __init__(self, build: TextBuilder, package: Package, missing: Missing) -> None:
        self._build = build
        self._package = package
        self._missing = missing
        self._told: dict[str, dict[str, Any]] = {}
        self._boxes: list[Any] = []
        self._diagrams: list[tuple[Any, Any]] = []
        """What stands in the boxes of diagrams, which are parts of their own, and the drawings."""

    def waiting(self) -> tuple[list[Any], list[tuple[Any, Any]]]:
        """The text boxes, and the boxes of diagrams, that were met since this was asked last."""
        found = self._boxes, self._diagrams
        self._boxes, self._diagrams = [], []
        return found

    def place(
        self, drawing: Any, relations: Mapping[str, Relation], *, only_boxes: bool
    ) -> Iterator[None]:
        """Pictures at their place, each of them told when it is placed."""
        alt = next(
            (attribute(one, "descr") for one in drawing.iter() if local(one) == "docPr"), None
        )
        for one in drawing.iter():
            kind = local(one)
            if kind == "txbxContent" and not is_nested(one, drawing):
                self._boxes.append(one)
            elif only_boxes:
                continue
            elif kind == "graphicData":
                self._chart(one, drawing, alt or "", relations)
            elif kind in ("blip", "imagedata"):
                key = attribute(one, "embed") or attribute(one, "link") or attribute(one, "id")
                relation = relations.get(key or "")
                if relation is not None and not relation.external:
                    told = picture_size(one, drawing) | self._told_of(relation.target)
                    told |= unopened(told)
                    self._missing.pictures += "drawn" in told
                    self._build.place("picture", part=relation.target, alt=alt or "", **told)
                    yield

    def _chart(
        self, graphic: Any, drawing: Any, alt: str, relations: Mapping[str, Relation]
    ) -> None:
        """Keep the place of what only Word draws."""

        def part_of(key: str) -> Any:
            relation = relations.get(key)
            if relation is None or relation.external:
                return None
            return self._package.xml(relation.target)

        if is_drawn(graphic):
            self._missing.charts += 1
            chart = part_of(chart_part(graphic))
            self._diagrams += ((words, drawing) for words in words_of_diagram(graphic, part_of))
            words = (title_of(chart) if chart is not None else "") or alt
            self._build.place("chart", **chart_data(graphic, drawing, words))

    def _told_of(self, part: str) -> dict[str, Any]:
        """What a picture's bytes say of it; nothing where they cannot be unpacked."""
        if part not in self._told:
            try:
                data = self._package.read(part)
            except VerifierError:
                data = None
            self._told[part] = told_of(data) if data is not None else {}
        return self._told[part]
