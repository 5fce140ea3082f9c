"""What a Word file tells of itself: title, author, dates."""

from __future__ import annotations

from typing import Any

from docx.oxml import parse_xml
from lxml import etree

from verifier.reading.docx_package import Package


def properties_of(package: Package) -> dict[str, str]:
    """Title, author and dates from the package's core properties."""
    parts = [one.target for one in package.relations("").values() if one.kind == "core-properties"]
    data = package.read(parts[0]) if parts else None
    if data is None or b"<!DOCTYPE" in data:
        return {}
    try:
        core: Any = parse_xml(data)
        found = {
            "title": core.title_text,
            "author": core.author_text,
            "subject": core.subject_text,
            "keywords": core.keywords_text,
            "language": core.language_text,
            "created": core.created_datetime,
            "modified": core.modified_datetime,
        }
    except (etree.XMLSyntaxError, ValueError, AttributeError):
        return {}
    return {
        key: value if isinstance(value, str) else value.isoformat()
        for key, value in found.items()
        if value
    }
