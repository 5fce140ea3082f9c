"""Whether two links lead to the same page, and whether two titles are the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import parse_qsl, urlencode, urlsplit

from rapidfuzz import fuzz, process

from verifier.text.normalize import folded

ALIKE = 92.0
"""Similarity in percent from which two titles are called alike."""
SHORT = 12
"""Folded characters below which titles must be equal: short ones are alike by chance."""
_TRACKING = re.compile(r"(utm_\w+|fbclid|gclid|yclid|mc_[ce]id|igshid|ref_src|ref_url)")


def same_page(url: str) -> str:
    """A link without what does not matter: scheme, www, default port, tracking, last slash."""
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return url.strip()
    if not host:
        return url.strip()
    query = [
        pair
        for pair in parse_qsl(parts.query, keep_blank_values=True)
        if not _TRACKING.fullmatch(pair[0].lower())
    ]
    shown_port = f":{port}" if port not in (None, 80, 443) else ""
    asked = f"?{urlencode(query)}" if query else ""
    return f"{host}{shown_port}{parts.path.rstrip('/')}{asked}"


def alike(titles: Sequence[str]) -> list[tuple[int, int, float]]:
    """Pairs of places in the list whose titles are alike, with their similarity in percent."""
    plain = [" ".join(re.findall(r"\w+", folded(title).casefold())) for title in titles]
    found = []
    for first, title in enumerate(plain):
        if not title:
            continue
        rest = plain[first + 1 :]
        for _, score, place in process.extract(
            title, rest, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=None
        ):
            second = first + 1 + place
            if score == 100 or min(len(title), len(plain[second])) >= SHORT:
                found.append((first, second, score))
    return sorted(found)
