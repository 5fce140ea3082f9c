"""Footnotes: the two that every Word file has for its rules, and the report's own."""

from __future__ import annotations

from verifier.export.draft import Draft
from verifier.export.opc import DECLARATION, OFFICE
from verifier.export.wml import NAMESPACES, paragraph, run

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_TIGHT = '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>'


def write_footnotes(draft: Draft) -> None:
    """The part of the package, always there: the settings point to its first two."""
    separator = paragraph("Normal", "<w:r><w:separator/></w:r>", _TIGHT)
    continuation = paragraph("Normal", "<w:r><w:continuationSeparator/></w:r>", _TIGHT)
    notes = "".join(_note(n, content) for n, content in enumerate(draft.footnotes, start=1))
    xml = (
        f"{DECLARATION}<w:footnotes {NAMESPACES}>"
        f'<w:footnote w:type="separator" w:id="-1">{separator}</w:footnote>'
        f'<w:footnote w:type="continuationSeparator" w:id="0">{continuation}</w:footnote>'
        f"{notes}</w:footnotes>"
    )
    draft.package.add("word/footnotes.xml", xml.encode(), _TYPE, f"{OFFICE}/footnotes")


def _note(number: int, content: str) -> str:
    mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
    return (
        f'<w:footnote w:id="{number}">'
        f"{paragraph('FootnoteText', mark + run(' ') + content)}</w:footnote>"
    )
