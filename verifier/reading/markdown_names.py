"""What links of a Markdown file call its headings: the rule of the sites that show such files."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from markdown_it.token import Token

_LEFT_OUT = re.compile(r"[^\w\- ]")


class HeadingNames:
    """Names the headings of one document in their order."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def next(self, words: Sequence[Token]) -> str:
        """ "How we count (2024)" is "how-we-count-2024"; a second one gets "-1"."""
        text = "".join(token.content for token in words if token.type in ("text", "code_inline"))
        name = _LEFT_OUT.sub("", text.strip().lower()).replace(" ", "-")
        before = self._seen[name]
        self._seen[name] += 1
        return f"{name}-{before}" if before else name
