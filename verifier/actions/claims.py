"""Claims and the passages they stand in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import bindparam, func, select

from verifier.actions.base import Ledger, check_unlocked, edit
from verifier.errors import Invalid, NotFound
from verifier.ids import new_id
from verifier.models import (
    Claim,
    ClaimRelation,
    Document,
    Edition,
    Highlight,
    Page,
)
from verifier.states import Anchoring, ClaimKind, Relation, Worth
from verifier.text.dates import is_date, is_day
from verifier.text.ranges import TextRange

CLAIM_FIELDS = frozenset(
    "statement claimant reported_by date date_note kind implied worth priority tags "
    "assignee_id due note".split()
)
STATEMENT_AT_MOST = 1000
"""Characters of marked words that become a statement, to be made one sentence by a person."""
PRIORITIES = range(4)
"""None, low, normal, high."""

# Made once: putting a statement together costs more than running it.
_PAGE_AT = (
    select(Page.number)
    .join(Edition, Edition.text_layer_id == Page.text_layer_id)
    .join(Document, Document.id == Edition.document_id)
    .where(
        Edition.id == bindparam("edition"),
        Edition.withdrawn_at.is_(None),
        Document.case_id == bindparam("case"),
        Document.withdrawn_at.is_(None),
        Page.start <= bindparam("offset"),
    )
    .order_by(Page.start.desc(), Page.number.desc())
    .limit(1)
)
_NUMBERED = select(Claim.id).where(
    Claim.case_id == bindparam("case"), Claim.number == bindparam("number")
)
_LAST_NUMBER = select(func.max(Claim.number)).where(Claim.case_id == bindparam("case"))


@dataclass(frozen=True)
class Passage:
    """Where a claim stands: an edition, a range of its text with context, and what it covers.

    `rectangles` are [page, x0, y0, x1, y1] in points of the page as shown; they may be empty. Of a
    region of a picture they tell its number and percent, and `picture` its SHA-256.
    """

    edition_id: str
    range: TextRange
    quote: str
    prefix: str = ""
    suffix: str = ""
    rectangles: tuple[tuple[float, ...], ...] = ()
    picture: str = ""
    page: int | None = None
    anchoring: Anchoring = Anchoring.EXACT
    id: str = field(default_factory=new_id)

    def check_words(self) -> None:
        """Stop, in words, where neither words nor a region are marked, only the blanks between."""
        if not self.quote.strip() and not self.rectangles:
            raise Invalid("There are no words in what is selected.", "Select the words themselves.")


@dataclass(frozen=True)
class AddClaim:
    """Make a claim of one or more passages, or of none yet."""

    statement: str
    passages: tuple[Passage, ...] = ()
    details: Mapping[str, Any] = field(default_factory=dict)
    id: str = field(default_factory=new_id)
    number: int | None = None
    """The number it asks for; the next free one where that is taken or `None`."""
    title: str = "add claim"

    def do(self, ledger: Ledger) -> None:
        """Add the claim, then its highlights."""
        for passage in self.passages:
            passage.check_words()
        if not self.statement.strip():
            raise Invalid("A claim needs a statement.", "Write what is claimed.")
        check_claim(self.details)
        ledger.add(
            Claim(
                id=self.id,
                case_id=ledger.case_id,
                number=_free_number(ledger, self.number),
                statement=self.statement.strip(),
                **self.details,
            )
        )
        ledger.session.flush()
        for passage in self.passages:
            add_highlight(ledger, self.id, passage)


@dataclass(frozen=True)
class AddHighlight:
    """Another passage that says the same."""

    claim_id: str
    passage: Passage
    title: str = "add passage"

    def do(self, ledger: Ledger) -> None:
        """Add the highlight."""
        self.passage.check_words()
        editable_claim(ledger, self.claim_id)
        add_highlight(ledger, self.claim_id, self.passage)


@dataclass(frozen=True)
class MoveHighlight:
    """Give a highlight other ends."""

    highlight_id: str
    passage: Passage
    title: str = "move highlight"

    def do(self, ledger: Ledger) -> None:
        """Set the new range and selectors."""
        self.passage.check_words()
        highlight = ledger.get(Highlight, self.highlight_id)
        editable_claim(ledger, highlight.claim_id)
        if self.passage.edition_id != highlight.edition_id:
            raise Invalid(
                "A highlight stays in its edition of the document.",
                "Add a passage in the other one instead.",
            )
        ledger.change(highlight, _selectors(ledger, self.passage))


@dataclass(frozen=True)
class RemoveHighlight:
    """Take a passage from a claim."""

    highlight_id: str
    title: str = "remove passage"

    def do(self, ledger: Ledger) -> None:
        """Withdraw the highlight."""
        highlight = ledger.get(Highlight, self.highlight_id)
        editable_claim(ledger, highlight.claim_id)
        ledger.withdraw(highlight)


@dataclass(frozen=True)
class EditClaim:
    """Reword a claim or fill in its details."""

    claim_id: str
    changes: Mapping[str, Any]
    title: str = "edit claim"

    def do(self, ledger: Ledger) -> None:
        """Change the fields."""
        if not str(self.changes.get("statement", "x")).strip():
            raise Invalid("A claim needs a statement.", "Write what is claimed.")
        check_claim(self.changes)
        editable_claim(ledger, self.claim_id)
        edit(ledger, Claim, self.claim_id, self.changes, CLAIM_FIELDS)


@dataclass(frozen=True)
class WithdrawClaim:
    """Take a claim with everything that hangs on it out of sight."""

    claim_id: str
    title: str = "withdraw claim"

    def do(self, ledger: Ledger) -> None:
        """Withdraw it."""
        ledger.withdraw(editable_claim(ledger, self.claim_id))


@dataclass(frozen=True)
class RelateClaims:
    """Say how one claim stands to another."""

    claim_id: str
    other_id: str
    kind: Relation
    id: str = field(default_factory=new_id)
    title: str = "relate claims"

    def do(self, ledger: Ledger) -> None:
        """Add the relation."""
        if self.claim_id == self.other_id:
            raise Invalid("A claim has no relation to itself.", "Choose another claim.")
        ledger.get(Claim, self.claim_id)
        ledger.get(Claim, self.other_id)
        ledger.add(
            ClaimRelation(
                id=self.id,
                claim_id=self.claim_id,
                other_id=self.other_id,
                kind=self.kind.value,
            )
        )


@dataclass(frozen=True)
class UnrelateClaims:
    """Take a relation between two claims away."""

    relation_id: str
    title: str = "take relation away"

    def do(self, ledger: Ledger) -> None:
        """Withdraw the relation."""
        ledger.withdraw(ledger.get(ClaimRelation, self.relation_id))


def editable_claim(ledger: Ledger, claim_id: str) -> Claim:
    """The claim, unless an approval locks it."""
    claim = ledger.get(Claim, claim_id)
    check_unlocked(claim)
    return claim


def check_claim(details: Mapping[str, Any]) -> None:
    """Stop at a word that is not in a vocabulary, before the database would, and at no date."""
    kind, worth = details.get("kind", ""), details.get("worth", "")
    if kind and kind not in set(ClaimKind):
        raise Invalid(f"“{kind}” is no kind of claim.", f"Use one of {', '.join(ClaimKind)}.")
    if worth and worth not in set(Worth):
        raise Invalid(f"“{worth}” does not say whether to check.", f"Use {', '.join(Worth)}.")
    check_dates(details, "date")
    due = details.get("due", "")
    if due and not is_day(due):
        raise Invalid(f"“{due}” is no day.", "Write it as 2022-01-14.")
    if details.get("priority", 0) not in PRIORITIES:
        raise Invalid("There is no such priority.", "0 is none, 1 low, 2 normal, 3 high.")


def check_dates(details: Mapping[str, Any], *names: str) -> None:
    """Stop at what is neither a date, as precise as it is known, nor unknown."""
    for name in names:
        if not is_date(details.get(name, "")):
            raise Invalid(
                f"“{details[name]}” is no date.",
                "Write 2022, 2022-01, 2022-01-14, a range 2022-01-09/2022-01-15, or nothing.",
            )


def add_highlight(ledger: Ledger, claim_id: str, passage: Passage) -> Highlight:
    """Add a passage to a claim."""
    return ledger.add(
        Highlight(
            id=passage.id,
            claim_id=claim_id,
            edition_id=passage.edition_id,
            **_selectors(ledger, passage),
        )
    )


def _selectors(ledger: Ledger, passage: Passage) -> dict[str, Any]:
    page = _page_at(ledger, passage.edition_id, passage.range.start)
    return {
        "start": passage.range.start,
        "stop": passage.range.stop,
        "quote": passage.quote,
        "prefix": passage.prefix,
        "suffix": passage.suffix,
        "rectangles": [list(rectangle) for rectangle in passage.rectangles],
        "picture": passage.picture,
        "page": passage.page or page,
        "anchoring": passage.anchoring.value,
    }


def _page_at(ledger: Ledger, edition_id: str, offset: int) -> int:
    """The page that holds a code point of an edition, which must stand in this case.

    One statement that reads one row of an index: this runs for every annotation.
    """
    values = {"edition": edition_id, "case": ledger.case_id, "offset": offset}
    number: int | None = ledger.ask(_PAGE_AT, values).scalar()
    if number is None:
        raise NotFound(
            "This document is no longer in the case.",
            "Somebody may have removed it; the history says who.",
        )
    return number


def _free_number(ledger: Ledger, wanted: int | None) -> int:
    case = {"case": ledger.case_id}
    if wanted is not None and ledger.ask(_NUMBERED, {**case, "number": wanted}).first() is None:
        return wanted
    last: int | None = ledger.ask(_LAST_NUMBER, case).scalar()
    return (last or 0) + 1
