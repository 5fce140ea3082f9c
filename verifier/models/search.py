"""What the search index holds: for each kind of row its words, whose it is, and its facets.

The index is derived: it can be thrown away and built again. SQLite and PostgreSQL index the same
expressions, written once here with the few functions that differ named `{...}`.

A facet is a word that nobody writes, such as `v66616c7365`: a letter that says what it is and the
value in hexadecimal digits (of an id, the id without dashes). So "verdict is false" is one more
word to look for, and costs as little.
"""

from dataclasses import dataclass

VERDICT, CONFIDENCE, LIKELIHOOD = "v", "f", "l"
STATUS, CLAIM_KIND, ASSIGNEE, PERSON, STANCE = "s", "n", "a", "p", "t"
KIND, CASE = "k", "c"
PASSAGE = 40_000
"""Code points of a page that are indexed as one; longer pages are cut, with some overlap."""
OVERLAP = 200
BEGINNINGS = 4
"""Letters up to which a file has an index of beginnings of words."""

LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}


@dataclass(frozen=True, slots=True)
class Kind:
    """Rows of `table` (called t) are found as `name`; `c` is the claim they hang on, if any."""

    name: str
    table: str
    words: tuple[str, ...]
    claim: str | None = None
    person: str = "t.created_by"
    facets: tuple[tuple[str, str], ...] = ()


KINDS = (
    Kind(
        "claim",
        "claims",
        (
            "'C' || t.number",
            "t.statement",
            "t.claimant",
            "t.reported_by",
            "t.note",
        ),
        claim="t.id",
    ),
    Kind(
        "assessment",
        "assessments",
        (
            "t.reason",
            "t.correction",
            "{list:t.findings}",
            "{list:t.assumptions}",
            "{list:t.gaps}",
            "{list:t.would_change}",
        ),
        claim="t.claim_id",
        person="t.person_id",
    ),
    Kind("comment", "comments", ("t.text",), claim="t.claim_id", person="t.person_id"),
    Kind(
        "citation",
        "citations",
        ("t.quote", "t.note", "t.locator", "t.credibility_reason"),
        claim="t.claim_id",
        facets=((STANCE, "t.stance"),),
    ),
    Kind(
        "source",
        "sources",
        (
            "t.label",
            "t.title",
            "t.publisher",
            "t.author",
            "t.url",
            "t.description",
            "t.interests",
            "t.reliability_reason",
        ),
    ),
    Kind(
        "evidence",
        "evidence",
        ("t.title", "t.file_name", "t.url", "t.collector", "t.note"),
    ),
)

STANDING = """(
    SELECT {columns} FROM assessments a
    WHERE a.claim_id = c.id AND a.withdrawn_at IS NULL AND NOT EXISTS (
        SELECT 1 FROM assessments b
        WHERE b.claim_id = a.claim_id AND b.supersedes_id = a.id AND b.withdrawn_at IS NULL)
    ORDER BY a.created_at DESC, a.id DESC LIMIT 1)"""
"""The rating of claim c that counts: of those nobody superseded, the latest."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """The functions that differ."""

    hexed: str
    listed: str
    integer: str
    octets: str
    """How many bytes a text takes."""


SQLITE = Dialect(
    hexed="hex({})",
    listed="coalesce((SELECT group_concat(value, ' ') FROM json_each({})), '')",
    integer="INTEGER PRIMARY KEY",
    octets="length(CAST({} AS BLOB))",
)
POSTGRESQL = Dialect(
    hexed="encode(convert_to({}, 'UTF8'), 'hex')",
    listed="coalesce((SELECT string_agg(value, ' ') FROM json_array_elements_text({})), '')",
    integer="BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
    octets="octet_length({})",
)


def texts_of(kind: Kind, dialect: Dialect) -> str:
    """The SELECT of what is indexed of a kind: id, body, tags, facets; withdrawn rows are not."""
    join = where = ""
    if kind.name == "claim":
        join = " JOIN claims c ON c.id = t.id"
    elif kind.claim:
        join = f" JOIN claims c ON c.id = {kind.claim}"
        where = " AND c.withdrawn_at IS NULL"
    tags = dialect.listed.format("t.tags") if kind.name == "claim" else "''"
    return (
        f"SELECT i.id AS id, {_body(kind, dialect)} AS body, {tags} AS tags,"
        f" {_facets(kind, dialect)} AS facets"
        f" FROM search_items i JOIN {kind.table} t ON t.id = i.subject_id{join}"
        f" WHERE i.kind = '{kind.name}' AND t.withdrawn_at IS NULL{where}"
    )


def texts_of_pages(dialect: Dialect) -> str:
    """The same of pages, with ligatures taken apart and soft hyphens left out.

    A page of ASCII has none of them, which is told sooner than looking for each.
    """
    plain = body = "substr(t.text, i.start + 1, i.length)"
    for ligature, letters in {**LIGATURES, "\u00ad": ""}.items():
        body = f"replace({body}, '{ligature}', '{letters}')"
    is_ascii = f"{dialect.octets.format('t.text')} = length(t.text)"
    body = f"CASE WHEN {is_ascii} THEN {plain} ELSE {body} END"
    return (
        f"SELECT i.id AS id, {body} AS body, '' AS tags, '{facet(KIND, 'page')}' AS facets"
        " FROM search_items i JOIN pages t"
        " ON t.text_layer_id = i.subject_id AND t.number = i.number"
        " WHERE i.kind = 'page'"
    )


def all_texts(dialect: Dialect) -> str:
    """Everything that is indexed."""
    return " UNION ALL ".join(
        [*(texts_of(kind, dialect) for kind in KINDS), texts_of_pages(dialect)]
    )


def facet(letter: str, value: str) -> str:
    """The word for a value, as the databases write it."""
    return letter + value.encode().hex()


def id_facet(letter: str, entity_id: str) -> str:
    """The word for an id."""
    return letter + entity_id.replace("-", "")


def _body(kind: Kind, dialect: Dialect) -> str:
    parts = (
        dialect.listed.format(word[6:-1]) if word.startswith("{list:") else word
        for word in kind.words
    )
    return " || ' ' || ".join(f"({part})" for part in parts)


def _facets(kind: Kind, dialect: Dialect) -> str:
    case = "c.case_id" if kind.claim else "t.case_id"
    parts = [f"'{facet(KIND, kind.name)}'", _id(CASE, case), _id(PERSON, kind.person)]
    parts += [_hex(letter, column, dialect) for letter, column in kind.facets]
    if kind.claim:
        parts += [
            _hex(STATUS, "c.status", dialect),
            _hex(CLAIM_KIND, "c.kind", dialect),
            _id(ASSIGNEE, "c.assignee_id"),
            _rating(dialect, with_person=kind.name == "claim"),
        ]
    return " || ' ' || ".join(parts)


def _rating(dialect: Dialect, *, with_person: bool) -> str:
    columns = [
        _hex(VERDICT, "a.verdict", dialect),
        _hex(CONFIDENCE, "a.confidence", dialect),
        _hex(LIKELIHOOD, "a.likelihood", dialect),
    ]
    if with_person:
        columns.append(_id(PERSON, "a.person_id"))
    joined = " || ' ' || ".join(columns)
    return f"coalesce({STANDING.format(columns=joined)}, '')"


def _hex(letter: str, column: str, dialect: Dialect) -> str:
    return f"'{letter}' || {dialect.hexed.format(column)}"


def _id(letter: str, column: str) -> str:
    return f"'{letter}' || coalesce(replace({column}, '-', ''), '')"
