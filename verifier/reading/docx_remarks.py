"""The comments of a Word document, each with the passage it was put on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from verifier.reading.building import TextBuilder
from verifier.reading.document import Remark
from verifier.reading.docx_content import CHARACTERS, content
from verifier.reading.docx_package import attribute, local


def remarks_of(
    root: Any, commented: Mapping[str, Sequence[int]], build: TextBuilder
) -> tuple[Remark, ...]:
    """The comments of a part; `commented` has the places of their marks, by their ids."""
    found = []
    for comment in root if root is not None else ():
        text = "\n".join(filter(None, map(_words, content(comment)))).strip()
        places = commented.get(attribute(comment, "id") or "")
        if local(comment) != "comment" or not places or not text:
            continue
        start, stop = build.trimmed(places[0], max(places))
        author, date = attribute(comment, "author") or "", attribute(comment, "date") or ""
        found.append(Remark(start, stop, text, author, date))
    return tuple(sorted(found, key=lambda one: (one.start, one.stop)))


def _words(paragraph: Any) -> str:
    """The plain words of a comment's paragraph."""
    return "".join(
        one.text or "" if local(one) == "t" else CHARACTERS.get(local(one), "")
        for one in paragraph.iter()
        if local(one) == "t" or local(one) in CHARACTERS
    )
