"""A search as each database wants it: an FTS5 match expression, or a tsquery."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session

from verifier import scales
from verifier.models import Case, Person
from verifier.models.search import (
    ASSIGNEE,
    CASE,
    CLAIM_KIND,
    CONFIDENCE,
    KIND,
    LIKELIHOOD,
    PERSON,
    STANCE,
    STATUS,
    VERDICT,
    facet,
    id_facet,
)
from verifier.states import ClaimKind, ClaimStatus, Stance
from verifier.text.search_query import (
    Filter,
    SearchQuery,
    Term,
    folded_word,
    marked_words,
    spellings,
    words,
)

ROOMS = {
    "claim": ("claim",),
    "rating": ("assessment",),
    "assessment": ("assessment",),
    "reason": ("assessment",),
    "comment": ("comment",),
    "citation": ("citation",),
    "source": ("source",),
    "evidence": ("evidence", "evidence text"),
    "locker": ("evidence", "evidence text"),
    "document": ("document text",),
    "page": ("document text",),
    "report": ("document text",),
    "text": ("document text", "evidence text"),
}
"""What `in:` may name (the beginning will do, a plural too), and what is searched then."""
ANNOTATIONS = ("claim", "assessment", "comment", "citation", "source", "evidence")
TEXTS = ("document text", "evidence text")
SCALED = {
    "verdict": (VERDICT, "verdict"),
    "confidence": (CONFIDENCE, "confidence"),
    "likelihood": (LIKELIHOOD, "likelihood"),
}
WORDED = {
    "kind": (CLAIM_KIND, tuple(ClaimKind)),
    "status": (STATUS, tuple(ClaimStatus)),
    "stance": (STANCE, tuple(Stance)),
}
PEOPLED = {"by": PERSON, "assignee": ASSIGNEE}
NOTHING = "knothing"
"""A facet that no row has."""


@dataclass(frozen=True, slots=True)
class Facets:
    """One of these words must be there (or must not)."""

    any_of: tuple[str, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """What to look for, as a database spells it."""

    found: str
    words: str = ""
    """The words of it without the filters; empty where there are none."""
    weighed: str = ""
    """The same as they are weighed: a beginning as one word, however many begin so."""


class Grammar(Protocol):
    """How a database spells the parts of a search."""

    def term(self, term: Term, *, tags_only: bool, weighed: bool) -> str: ...
    def facets(self, any_of: tuple[str, ...]) -> str: ...
    def both(self, wanted: list[str], unwanted: list[str]) -> str: ...


@dataclass(frozen=True, slots=True)
class Fts5:
    """SQLite's."""

    endings: Callable[[str], tuple[str, ...]]
    """Spells out a beginning where that is sooner found."""

    def term(self, term: Term, *, tags_only: bool, weighed: bool) -> str:
        """Words side by side; FTS5's own tokenizer takes them apart and folds them."""
        columns = "tags" if tags_only else "{body tags}"
        plain = term.text.replace('"', " ").strip()
        parts = [part for each in spellings(plain) for part in self._parts(each, term, weighed)]
        either = " OR ".join(dict.fromkeys(parts))
        return f"{columns} : {either}" if len(parts) == 1 else f"{columns} : ({either})"

    def _parts(self, words: str, term: Term, weighed: bool) -> list[str]:
        """One spelling, as itself or as the endings it has."""
        endings = self.endings(words) if term.prefix else ()
        if len(endings) == 1 or (endings and not weighed):
            return [f'"{each}"' for each in endings]
        return [f'"{words}" *' if term.prefix else f'"{words}"']

    def facets(self, any_of: tuple[str, ...]) -> str:
        """Any of the facets."""
        return f"facets : ({' OR '.join(any_of)})"

    def both(self, wanted: list[str], unwanted: list[str]) -> str:
        """All of the wanted, none of the unwanted."""
        found = " AND ".join(f"({each})" for each in wanted)
        return f"({found}) NOT ({' OR '.join(f'({u})' for u in unwanted)})" if unwanted else found


class TsQuery:
    """PostgreSQL's."""

    def term(self, term: Term, *, tags_only: bool, weighed: bool) -> str:  # noqa: ARG002
        """Words side by side, folded as the index is, which keeps marks in words.

        A beginning is one word anyway.
        """
        weights = "B" if tags_only else "AB"
        either = [self._side_by_side(marked_words(each), weights, term.prefix)
                  for each in spellings(term.text)]  # fmt: skip
        return f"({' | '.join(dict.fromkeys(either))})"

    def _side_by_side(self, spoken: Sequence[str], weights: str, prefix: bool) -> str:
        found = [f"'{word}':{weights}" for word in spoken]
        if prefix:
            found[-1] = found[-1].replace("':", "':*")
        return f"({' <-> '.join(found)})"

    def facets(self, any_of: tuple[str, ...]) -> str:
        """Any of the facets."""
        return " | ".join(f"'{each}':C" for each in any_of)

    def both(self, wanted: list[str], unwanted: list[str]) -> str:
        """All of the wanted, none of the unwanted."""
        return " & ".join([*(f"({each})" for each in wanted), *(f"!({each})" for each in unwanted)])


def rooms(query: SearchQuery) -> tuple[str, ...]:
    """What is to be searched: kinds of annotations, and the texts of documents or evidence."""
    everything = (*ANNOTATIONS, *TEXTS)
    chosen = [room for each in query.of("in") if not each.negated for room in _rooms(each.value)]
    barred = [room for each in query.of("in") if each.negated for room in _rooms(each.value)]
    asked = chosen if any(not each.negated for each in query.of("in")) else everything
    texts_too = all(each.field == "in" for each in query.filters)
    return tuple(
        room
        for room in everything
        if room in asked and room not in barred and (texts_too or room not in TEXTS)
    )


def conditions_of(
    session: Session, case_id: str, query: SearchQuery, kinds: Iterable[str]
) -> list[Facets]:
    """What rows of these kinds must be, and must not be, besides the words in them."""
    found = facets_of(session, case_id, query.filters)
    kept = tuple(facet(KIND, kind) for kind in kinds)
    if len(kept) < len(ANNOTATIONS):
        found.insert(0, Facets(kept))
    if len(session.scalars(select(Case.id).limit(2)).all()) > 1:
        found.append(Facets((id_facet(CASE, case_id),)))
    return found


def annotation_match(query: SearchQuery, conditions: Sequence[Facets], grammar: Grammar) -> Match:
    """The expression that finds annotations which fulfil the conditions."""

    def found(spoken: list[str], unwanted: list[str]) -> str:
        wanted = [
            *spoken,
            *(grammar.facets(each.any_of) for each in conditions if not each.negated),
        ]
        unwanted = [*unwanted, grammar.facets((facet(KIND, "page"),))]
        unwanted += [grammar.facets(each.any_of) for each in conditions if each.negated]
        if not wanted:
            wanted.append(grammar.facets(tuple(facet(KIND, kind) for kind in ANNOTATIONS)))
        return grammar.both(wanted, unwanted)

    terms, weighed = _terms(query, grammar), _terms(query, grammar, weighed=True)
    if not terms[0]:
        return Match(found(*terms))
    if conditions:
        return Match(found(*terms), grammar.both(terms[0], []), grammar.both(weighed[0], []))
    return Match(found(*terms), found(*terms), found(*weighed))


def page_match(query: SearchQuery, grammar: Grammar) -> Match | None:
    """The expression that finds pages; None where there are no words to look for."""

    def found(wanted: list[str], unwanted: list[str]) -> str:
        return grammar.both([*wanted, grammar.facets((facet(KIND, "page"),))], unwanted)

    terms, weighed = _terms(query, grammar), _terms(query, grammar, weighed=True)
    if terms[0]:
        return Match(found(*terms), found(*terms), found(*weighed))
    return Match(found(*terms)) if any(not term.negated for term in query.undivided) else None


def _terms(
    query: SearchQuery, grammar: Grammar, *, weighed: bool = False
) -> tuple[list[str], list[str]]:
    """What must be there, and what must not."""
    tags = [Term(each.value, each.value.endswith("*"), each.negated) for each in query.of("tag")]
    wanted: list[str] = []
    unwanted: list[str] = []
    terms = [term for term in query.terms if not term.is_undivided]
    for term, tags_only in (*((t, False) for t in terms), *((t, True) for t in tags)):
        if words(term.text):
            spelled = grammar.term(term, tags_only=tags_only, weighed=weighed)
            (unwanted if term.negated else wanted).append(spelled)
    return wanted, unwanted


def facets_of(session: Session, case_id: str, filters: Iterable[Filter]) -> list[Facets]:
    """The filters as facets; a value that nothing can have finds nothing."""
    found = []
    for each in filters:
        value = _even(each.value)
        if each.field in SCALED:
            letter, kind = SCALED[each.field]
            codes = [facet(letter, code) for code in _codes(kind, value)]
        elif each.field in WORDED:
            letter, vocabulary = WORDED[each.field]
            codes = [facet(letter, word) for word in vocabulary if _even(word).startswith(value)]
        elif each.field in PEOPLED:
            letter = PEOPLED[each.field]
            codes = [id_facet(letter, one) for one in _people(session, case_id, value)]
        else:
            continue
        found.append(Facets(tuple(codes) or (NOTHING,), each.negated))
    return found


def unknown_filters(session: Session, case_id: str, query: SearchQuery) -> tuple[Filter, ...]:
    """The filters that name nobody and nothing that there is, such as a misspelt verdict."""
    return tuple(each for each in query.filters if not _is_known(session, case_id, each))


def _is_known(session: Session, case_id: str, asked: Filter) -> bool:
    value = _even(asked.value)
    if asked.field == "in":
        return bool(_rooms(asked.value))
    if asked.field in SCALED:
        return bool(_levels(SCALED[asked.field][1], value))
    if asked.field in WORDED:
        return any(_even(word).startswith(value) for word in WORDED[asked.field][1])
    return asked.field not in PEOPLED or bool(_people(session, case_id, value))


def _even(value: str) -> str:
    return " ".join(words(value))


def _codes(kind: str, value: str) -> list[str]:
    """The codes a word may mean; its own, too, which a scale may have had that is gone."""
    return sorted({*_levels(kind, value), value.replace(" ", "_")})


def _levels(kind: str, value: str) -> list[str]:
    """Of any scale of the kind: the levels with this code, this label, or another wording."""
    levels = [
        level
        for scale in scales.known_scales().values()
        if scale.kind == kind
        for level in scale.levels
    ]
    names = [(level.code, {_even(level.code), _even(level.label)}) for level in levels]
    same = [code for code, known in names if value in known]
    if not same:
        same = [level.code for level in levels if value in map(_even, level.also.split(","))]
    if not same:
        same = [code for code, known in names if any(name.startswith(value) for name in known)]
    return same


def _people(session: Session, case_id: str, value: str) -> list[str]:
    """Whose initials these are, or whose name has a word that begins so."""
    rows = session.execute(
        select(Person.id, Person.name, Person.initials).where(Person.case_id == case_id)
    ).all()
    own = [row.id for row in rows if value == _even(row.initials)]
    made = [row.id for row in rows if value == "".join(word[0] for word in words(row.name))]
    named = [row.id for row in rows if f" {_even(row.name)}".find(f" {value}") >= 0]
    return own or made or named


def _rooms(value: str) -> tuple[str, ...]:
    wanted = folded_word(value).strip()
    singular = wanted.removesuffix("s") or wanted
    for name, found in ROOMS.items():
        if name.startswith((wanted, singular)):
            return found
    return ()
