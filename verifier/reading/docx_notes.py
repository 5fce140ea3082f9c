"""How the foot- and endnotes of a Word document are numbered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from verifier.reading.docx_package import attribute, local
from verifier.reading.docx_styles import child, number
from verifier.reading.figures import written


@dataclass(frozen=True, slots=True)
class _Numbering:
    format: str
    start: int = 1
    by_section: bool = False


class NoteMarks:
    """Counts the notes of a document in the order of their marks.

    Word numbers footnotes 1, 2, 3 and endnotes i, ii, iii by itself. Numbers that start anew on
    each page cannot be told without pages: they go on.
    """

    def __init__(self, *roots: Any) -> None:
        """The first of these parts to say something of a kind of note has it."""
        self._numberings = {
            "footnote": _numbering("footnote", "decimal", roots),
            "endnote": _numbering("endnote", "lowerRoman", roots),
        }
        self._counts = dict.fromkeys(self._numberings, 0)
        self._sections = dict.fromkeys(self._numberings, 0)

    def next(self, kind: str, section: int) -> str:
        """The mark of the next note, whose own mark stands in this section of the document."""
        numbering = self._numberings[kind]
        if numbering.by_section and section != self._sections[kind]:
            self._counts[kind] = 0
        self._sections[kind] = section
        self._counts[kind] += 1
        return written(self._counts[kind] + numbering.start - 1, numbering.format)


def _numbering(kind: str, usual: str, roots: tuple[Any, ...]) -> _Numbering:
    found = _Numbering(usual)
    told = set[str]()
    for root in roots:
        for element in root.iter(f"{{*}}{kind}Pr") if root is not None else ():
            for name in ("numFmt", "numStart", "numRestart"):
                one = child(element, name)
                if one is not None and name not in told:
                    told.add(name)
                    found = _changed(found, one)
    return found


def _changed(numbering: _Numbering, by: Any) -> _Numbering:
    value = attribute(by, "val") or ""
    if local(by) == "numFmt":
        return replace(numbering, format=value or "decimal")
    if local(by) == "numStart":
        return replace(numbering, start=number(by, 1))
    return replace(numbering, by_section=value == "eachSect")
