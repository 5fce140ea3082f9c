"""Charts and diagrams in a Word file: Word draws them anew from their data, and only Word does.

The text keeps the place of each with its size and its title, so that a reader sees what is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from verifier.reading.docx_package import attribute, local
from verifier.reading.docx_shapes import extent_of
from verifier.reading.docx_styles import child

DIAGRAM = "diagram"
_DRAWN = ("/chart", "/chartex", f"/{DIAGRAM}")
"""Ends of the addresses by which a drawing tells what it is."""
LONGEST = 300
"""Characters of a title."""


def is_drawn(graphic: Any) -> bool:
    """Whether a drawing's data are those of a chart or a diagram."""
    return (attribute(graphic, "uri") or "").endswith(_DRAWN)


def chart_part(graphic: Any) -> str:
    """The id of the relation to the chart's own part; empty where there is none."""
    chart = child(graphic, "chart")
    return (attribute(chart, "id") or "") if chart is not None else ""


def words_of_diagram(graphic: Any, part_of: Callable[[str], Any]) -> Iterator[Any]:
    """What holds the paragraphs of each box of a diagram; `part_of` gives a relation's part."""
    named = child(graphic, "relIds")
    data = part_of(attribute(named, "dm") or "") if named is not None else None
    for element in data.iter("{*}pt") if data is not None else ():
        words = child(element, "t")
        if words is not None and (attribute(element, "type") or "node") in ("node", "asst"):
            yield words


def chart_data(graphic: Any, drawing: Any, words: str) -> dict[str, Any]:
    """What a block tells of a chart: which kind of drawing it is, its words, and its size."""
    is_diagram = (attribute(graphic, "uri") or "").endswith(DIAGRAM)
    told = {"drawn": DIAGRAM if is_diagram else "chart", "alt": words[:LONGEST]}
    return {**told, **extent_of(drawing)}


def title_of(chart: Any) -> str:
    """The title of a chart as it stands in its part; empty where it has none of its own."""
    title = next((one for one in chart.iter() if local(one) == "title"), None)
    if title is None or local(title.getparent()) != "chart":
        return ""
    return " ".join("".join(one.text or "" for one in title.iter() if local(one) == "t").split())


def unopened(told: Mapping[str, Any]) -> dict[str, Any]:
    """What a block tells more of a picture that cannot be opened: one in a format of Windows."""
    return {} if "pixels" in told or "sha256" not in told else {"drawn": "picture"}
