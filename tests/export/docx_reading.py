"""Reads a Word file back, knowing nothing of how it was written: a second opinion for tests."""

from __future__ import annotations

import importlib.util
import io
import zipfile
from collections import defaultdict
from pathlib import Path
from typing import IO, Any

from lxml import etree
from PIL import Image

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"


def region_picture(file: IO[bytes]) -> tuple[Image.Image, str]:
    """The one picture of a region in a report, and the XML of the report's body."""
    with zipfile.ZipFile(file) as package:
        (name,) = (name for name in package.namelist() if name.startswith("word/media/region"))
        assert "image/png" in package.read("[Content_Types].xml").decode()
        picture = Image.open(io.BytesIO(package.read(name)))
        return picture, package.read("word/document.xml").decode()


class Docx:
    """A Word file on disk."""

    def __init__(self, path: Path | IO[bytes]) -> None:
        with zipfile.ZipFile(path) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}

    def tree(self, name: str) -> etree._Element:
        return etree.fromstring(self.parts[name])

    @property
    def document(self) -> etree._Element:
        return self.tree("word/document.xml")

    def comments(self) -> dict[str, etree._Element]:
        if "word/comments.xml" not in self.parts:
            return {}
        return {c.get(f"{W}id", ""): c for c in self.tree("word/comments.xml")}

    def ranges(self) -> dict[str, str]:
        """The words between the marks of each comment; a paragraph's end is a line feed."""
        found: dict[str, list[str]] = defaultdict(list)
        opened: set[str] = set()

        def add(words: str) -> None:
            for number in opened:
                found[number].append(words)

        for element in self.document.iter():
            if element.tag == f"{W}p":
                previous = element.getprevious()
                if previous is not None and previous.tag == f"{W}p":
                    add("\n")
            elif element.tag == f"{W}commentRangeStart":
                opened.add(element.get(f"{W}id", ""))
                found[element.get(f"{W}id", "")] = []
            elif element.tag == f"{W}commentRangeEnd":
                opened.discard(element.get(f"{W}id", ""))
            elif element.tag == f"{W}t":
                add(element.text or "")
            elif element.tag == f"{W}tab" and not element.attrib:
                add("\t")
            elif element.tag == f"{W}br":
                add("\n")
        return {number: "".join(words) for number, words in found.items()}

    def words(self) -> str:
        """All words of the body, a line for each paragraph."""
        return "\n".join(
            "".join(t.text or "" for t in p.iter(f"{W}t")) for p in self.document.iter(f"{W}p")
        )

    def styles_used(self) -> list[str]:
        return [style.get(f"{W}val", "") for style in self.document.iter(f"{W}pStyle")]


def validator(shared: Path) -> Any:
    """The shared validator as a module, or None where it is not on this machine."""
    path = shared / "tools" / "ooxml_validate.py"
    if not path.exists():
        return None
    spec = importlib.util.spec_from_file_location("ooxml_validate", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
