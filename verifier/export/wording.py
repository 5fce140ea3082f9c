"""Words for codes, dates and numbers, as a reader of the report meets them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from verifier.export.words import ENGLISH, figure, spoken, tr
from verifier.export.words import noun as words_noun
from verifier.queries.claims import AssessmentRow
from verifier.queries.evidence import EvidenceRow, SourceRow
from verifier.states import AchItemKind, ClaimKind, ClaimStatus, Decision, Stance
from verifier.text.one_line import in_one_line

STANCES = {
    Stance.SUPPORTS: ("+", "Supports"),
    Stance.REFUTES: ("−", "Refutes"),
    Stance.MIXED: ("±", "Mixed"),
    Stance.CONTEXT: ("•", "Context"),
}
STATUSES = {
    ClaimStatus.UNSTARTED: "Not started",
    ClaimStatus.IN_PROGRESS: "In progress",
    ClaimStatus.READY_FOR_REVIEW: "Ready for review",
    ClaimStatus.CHANGES_REQUESTED: "Changes requested",
    ClaimStatus.APPROVED: "Approved",
    ClaimStatus.PUBLISHED: "Published",
    ClaimStatus.CORRECTED: "Corrected",
    ClaimStatus.DROPPED: "Dropped",
}
KINDS = {kind: kind.value.capitalize() for kind in ClaimKind}
DECISIONS = {
    Decision.SUBMIT: "Submitted for review",
    Decision.REQUEST_CHANGES: "Changes requested",
    Decision.APPROVE: "Approved",
    Decision.REOPEN: "Reopened",
}
ITEM_KINDS = {
    AchItemKind.EVIDENCE: "",
    AchItemKind.ASSUMPTION: "Assumption: ",
    AchItemKind.ABSENCE: "Not seen: ",
}
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$")


def stance(code: str) -> str:
    """Sign and word of a stance."""
    if code not in {s.value for s in Stance}:
        return code
    sign, name = STANCES[Stance(code)]
    return f"{sign} {tr(name)}"


def word(words: Mapping[Any, str], code: str) -> str:
    """The word for a code of a fixed vocabulary, or the code itself."""
    return tr(words[code]) if words.get(code) else words.get(code, code)


def day(written: str) -> str:
    """An ISO date of any precision, or a range of two, as people write it."""
    if "/" in written:
        first, _, last = written.partition("/")
        return _span(first, last)
    found = _ISO.match(written)
    if not found:
        return written
    year, month, of_month = found.groups()
    name = MONTHS[int(month) - 1] if month and 1 <= int(month) <= 12 else ""
    name = tr(f"of {name}") if name and of_month and spoken() != ENGLISH else tr(name)
    return " ".join(
        piece for piece in (str(int(of_month)) if of_month else "", name, year) if piece
    )


def _span(first: str, last: str) -> str:
    """9–15 January 2022, or both days in full where month or year differ."""
    if len(first) == len(last) == 10 and first[:7] == last[:7]:
        return f"{int(first[8:])}–{day(last)}"
    return f"{day(first)} – {day(last)}"


def moment(at: datetime) -> str:
    """A day in words: 18 January 2022."""
    return day(f"{at:%Y-%m-%d}")


def minute(at: datetime) -> str:
    """A time to the minute in UTC: 2022-01-18 08:02."""
    return f"{at:%Y-%m-%d %H:%M}"


_SMALL = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)


def count(number: int, noun: str, *, capital: bool = False) -> str:
    """ "three claims", "26 claims", "one claim"."""
    words = f"{number_word(number)} {words_noun(number, noun)}"
    return words[0].upper() + words[1:] if capital else words


def number_word(number: int) -> str:
    """A small number as a word, where the language needs no gender for it."""
    is_small = number < len(_SMALL) and spoken() == ENGLISH
    return _SMALL[number] if is_small else figure(number)


def listed(items: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    return tr(" and ").join(filter(None, (", ".join(items[:-1]), *items[-1:])))


def sentence(words: str) -> str:
    """The words with a full stop where they have no ending of their own."""
    words = words.strip()
    return words if not words or words[-1] in ".!?…”\"'" else f"{words}."


def shorten(words: str, limit: int) -> str:
    """The words on one line, cut at a space before `limit` characters."""
    words = in_one_line(words)
    if len(words) <= limit:
        return words
    cut = words[:limit].rsplit(" ", 1)[0] if " " in words[:limit] else words[:limit]
    return cut.rstrip(" ,;:–-") + "…"


def address(url: str) -> str:
    """A web address as it is printed: without the scheme, shortened in the middle."""
    shown = re.sub(r"^https?://(www\.)?", "", url).rstrip("/")
    return shown if len(shown) <= 72 else f"{shown[:48]}…{shown[-20:]}"


def is_web(url: str) -> bool:
    """Whether a link to the address can be clicked."""
    if not url.startswith(("http://", "https://", "mailto:")):
        return False
    try:
        return bool(urlsplit(url).netloc or urlsplit(url).path)
    except ValueError:
        return False


def source_title(source: SourceRow) -> str:
    """What the source is called in a list."""
    return source.title or shorten(source.description, 160) or source.publisher or source.url


def evidence_title(item: EvidenceRow | None, source: SourceRow | None) -> str:
    """What a piece of evidence is called beside its quote."""
    if source is not None:
        return source.publisher or source.author or source_title(source)
    if item is not None:
        return item.title or item.file_name or address(item.url)
    return ""


def is_rated(row: AssessmentRow | None) -> bool:
    """Whether somebody gave a verdict."""
    return row is not None and bool(row.verdict)
