"""The bytes of a web page as a tree: its encoding found out, and nothing fetched."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from verifier.errors import Unreadable
from verifier.reading.plain import Decoded, decode

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.I)
_XML_ENCODING = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_.:-]+)""")


def decoded_page(data: bytes, declared: str, name: str) -> Decoded:
    """The text of a page, in the encoding that was declared beside it, else in its own words."""
    head = data[:4096]
    found = _CHARSET.search(head) or _XML_ENCODING.search(head)
    label = found[1].decode("ascii") if found else ""
    # A page that says ISO-8859-1 means Windows' superset of it: browsers read it so.
    label = (declared or label).lower()
    return decode(data, name, "cp1252" if label in ("iso-8859-1", "latin1", "latin-1") else label)


def parsed(text: str, name: str) -> Any:
    """The root of a page."""
    parser = lxml_html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
    try:
        root = lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise Unreadable(f"{name} is an HTML file without content.", "Save it again.") from error
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise Unreadable(
            f"{name} is nested deeper than any page a person wrote.", "Print it to a PDF."
        )
    for element in list(root.iter("embed")):
        _empty(element)
    return root


def _empty(element: Any) -> None:
    """Put what stands in an element behind it: `embed` has no end, but the parser looks for one."""
    last, rest = element, element.tail or ""
    element.tail, element.text = element.text, None
    at = element.getparent().index(element)
    for number, child in enumerate(list(element), at + 1):
        element.getparent().insert(number, child)
        last = child
    last.tail = (last.tail or "") + rest
