"""The fields of a source's form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from verifier.queries.evidence import SourceRow
from verifier.ui.forms.field import CONTEXT, Choices, Field, levels_of, words_of

SOURCE_KINDS: Mapping[str, object] = {
    "publication": QT_TRANSLATE_NOOP("Fields", "Publication"),
    "primary": QT_TRANSLATE_NOOP("Fields", "Primary source: the record itself"),
    "publisher": QT_TRANSLATE_NOOP("Fields", "Publisher"),
    "person": QT_TRANSLATE_NOOP("Fields", "Person"),
}
CSL_TYPES: Mapping[str, object] = {
    "webpage": QT_TRANSLATE_NOOP("Fields", "Web page"),
    "article-newspaper": QT_TRANSLATE_NOOP("Fields", "Newspaper article"),
    "article-magazine": QT_TRANSLATE_NOOP("Fields", "Magazine article"),
    "article-journal": QT_TRANSLATE_NOOP("Fields", "Journal article"),
    "report": QT_TRANSLATE_NOOP("Fields", "Report"),
    "post": QT_TRANSLATE_NOOP("Fields", "Post in a network"),
    "post-weblog": QT_TRANSLATE_NOOP("Fields", "Post in a blog"),
    "book": QT_TRANSLATE_NOOP("Fields", "Book"),
    "chapter": QT_TRANSLATE_NOOP("Fields", "Chapter of a book"),
    "paper-conference": QT_TRANSLATE_NOOP("Fields", "Conference paper"),
    "thesis": QT_TRANSLATE_NOOP("Fields", "Thesis"),
    "interview": QT_TRANSLATE_NOOP("Fields", "Interview"),
    "speech": QT_TRANSLATE_NOOP("Fields", "Speech"),
    "broadcast": QT_TRANSLATE_NOOP("Fields", "Broadcast"),
    "motion_picture": QT_TRANSLATE_NOOP("Fields", "Film or video"),
    "dataset": QT_TRANSLATE_NOOP("Fields", "Data set"),
    "legislation": QT_TRANSLATE_NOOP("Fields", "Law"),
    "legal_case": QT_TRANSLATE_NOOP("Fields", "Court decision"),
    "personal_communication": QT_TRANSLATE_NOOP("Fields", "Letter or message"),
    "document": QT_TRANSLATE_NOOP("Fields", "Document"),
}
CSL = "csl."
"""Fields that begin so are parts of the citation data."""


def _kinds() -> Choices:
    return words_of(SOURCE_KINDS, CONTEXT)


def _types() -> Choices:
    return words_of(CSL_TYPES, CONTEXT)


def _reliability() -> Choices:
    return levels_of("nato-reliability", with_code=True)


def _credibility() -> Choices:
    return levels_of("nato-credibility", with_code=True)


def _nobody() -> Choices:
    return []


FIELDS: tuple[Field, ...] = (
    Field("title", QT_TRANSLATE_NOOP("Fields", "Title"), wide=True),
    Field("kind", QT_TRANSLATE_NOOP("Fields", "Kind"), "choice", choices=_kinds, optional=False),
    Field(
        "parent_id",
        QT_TRANSLATE_NOOP("Fields", "Belongs to"),
        "choice",
        choices=_nobody,
    ),
    Field("publisher", QT_TRANSLATE_NOOP("Fields", "Publisher, in words")),
    Field("author", QT_TRANSLATE_NOOP("Fields", "Authors"), hint="Doe, Jane; Nowak, Anna"),
    Field("published", QT_TRANSLATE_NOOP("Fields", "Published"), hint="2022-01-14"),
    Field("language", QT_TRANSLATE_NOOP("Fields", "Language"), hint="uk"),
    Field("url", QT_TRANSLATE_NOOP("Fields", "Link"), hint="https://"),
    Field("archive_url", QT_TRANSLATE_NOOP("Fields", "Archived copy"), hint="https://"),
    Field(
        "reliability",
        QT_TRANSLATE_NOOP("Fields", "Reliability"),
        "choice",
        choices=_reliability,
        part=QT_TRANSLATE_NOOP("Fields", "Judgement"),
    ),
    Field(
        "credibility",
        QT_TRANSLATE_NOOP("Fields", "Usual credibility of what it says"),
        "choice",
        choices=_credibility,
    ),
    Field("reliability_reason", QT_TRANSLATE_NOOP("Fields", "Why this grade"), "text"),
    Field("interests", QT_TRANSLATE_NOOP("Fields", "Interests: what it stands to gain"), "text"),
    Field(
        "independence_group",
        QT_TRANSLATE_NOOP("Fields", "Shared origin"),
        hint=QT_TRANSLATE_NOOP("Fields", "Same words count once"),
    ),
    Field("date_note", QT_TRANSLATE_NOOP("Fields", "What is known of the date")),
    Field("description", QT_TRANSLATE_NOOP("Fields", "Description"), "text", wide=True),
    Field(
        "csl.type",
        QT_TRANSLATE_NOOP("Fields", "Type"),
        "choice",
        choices=_types,
        part=QT_TRANSLATE_NOOP("Fields", "Citation data"),
    ),
    Field("csl.DOI", QT_TRANSLATE_NOOP("Fields", "DOI"), hint="10.1000/182"),
    Field("csl.container-title", QT_TRANSLATE_NOOP("Fields", "In: journal, newspaper, book")),
    Field("csl.publisher-place", QT_TRANSLATE_NOOP("Fields", "Place")),
    Field("csl.volume", QT_TRANSLATE_NOOP("Fields", "Volume")),
    Field("csl.issue", QT_TRANSLATE_NOOP("Fields", "Issue")),
    Field("csl.page", QT_TRANSLATE_NOOP("Fields", "Pages")),
    Field("csl.ISBN", QT_TRANSLATE_NOOP("Fields", "ISBN")),
)


def values_of(source: SourceRow) -> dict[str, Any]:
    """What the form shows of a source."""
    return {
        field.name: (
            source.csl.get(field.name.removeprefix(CSL), "")
            if field.name.startswith(CSL)
            else getattr(source, field.name)
        )
        for field in FIELDS
    }


def change_of(source: SourceRow, name: str, value: Any) -> dict[str, Any]:
    """The change of a source that a field asks for."""
    if not name.startswith(CSL):
        return {name: value or None if name == "parent_id" else value}
    part = name.removeprefix(CSL)
    data = {key: kept for key, kept in source.csl.items() if key != part}
    return {"csl": {**data, part: value} if value else data}
