"""The fields of an incident and of an attribution."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from verifier.ui.forms.field import Choices, Field, levels_of


def _incident_types() -> Choices:
    known = dict(levels_of("incident-type"))
    others = {code: words for code, words in levels_of("incident-type-cfr") if code not in known}
    return [*known.items(), *((code, f"{words} (CFR)") for code, words in others.items())]


def _nothing() -> Choices:
    return []


INCIDENT: tuple[Field, ...] = (
    Field("name", QT_TRANSLATE_NOOP("Fields", "Name"), wide=True),
    Field("aliases", QT_TRANSLATE_NOOP("Fields", "Other names"), "list"),
    Field(
        "kind", QT_TRANSLATE_NOOP("Fields", "Type of incident"), "choice", choices=_incident_types
    ),
    Field("start", QT_TRANSLATE_NOOP("Fields", "Began"), hint="2022-01-13"),
    Field("end", QT_TRANSLATE_NOOP("Fields", "Ended"), hint="2022-01-14"),
    Field("victims", QT_TRANSLATE_NOOP("Fields", "Victims"), "lines"),
    Field("description", QT_TRANSLATE_NOOP("Fields", "What happened"), "text"),
    Field(
        "victim_countries",
        QT_TRANSLATE_NOOP("Fields", "Countries of the victims"),
        "list",
        hint="UA",
    ),
    Field(
        "initial_access",
        QT_TRANSLATE_NOOP("Fields", "How they came in"),
        "several",
        scale="initial-access",
        wide=True,
    ),
)
ATTRIBUTION: tuple[Field, ...] = (
    Field(
        "party",
        QT_TRANSLATE_NOOP("Fields", "Who says so"),
        part=QT_TRANSLATE_NOOP("Fields", "The statement"),
    ),
    Field("date", QT_TRANSLATE_NOOP("Fields", "Date"), hint="2022-01-14"),
    Field("party_country", QT_TRANSLATE_NOOP("Fields", "Their country"), hint="UA"),
    Field(
        "basis",
        QT_TRANSLATE_NOOP("Fields", "In which capacity"),
        "choice",
        scale="attribution-basis",
    ),
    Field(
        "kind", QT_TRANSLATE_NOOP("Fields", "Type of statement"), "choice", scale="attribution-type"
    ),
    Field("incident_id", QT_TRANSLATE_NOOP("Fields", "Incident"), "choice", choices=_nothing),
    Field(
        "natures",
        QT_TRANSLATE_NOOP("Fields", "Nature"),
        "several",
        scale="attribution-nature",
        wide=True,
    ),
    Field(
        "stated_confidence",
        QT_TRANSLATE_NOOP("Fields", "Their own words on their confidence"),
        "text",
    ),
    Field("not_disclosed", QT_TRANSLATE_NOOP("Fields", "What they did not disclose"), "text"),
    Field("stated_band", QT_TRANSLATE_NOOP("Fields", "What those words come to")),
    Field("claim_id", QT_TRANSLATE_NOOP("Fields", "Claim"), "choice", choices=_nothing),
    Field(
        "actor",
        QT_TRANSLATE_NOOP("Fields", "Who is said to have done it"),
        part=QT_TRANSLATE_NOOP("Fields", "The accused"),
    ),
    Field("actor_aliases", QT_TRANSLATE_NOOP("Fields", "Aliases"), "list"),
    Field(
        "actor_category",
        QT_TRANSLATE_NOOP("Fields", "Category of the actor"),
        "choice",
        scale="actor-category",
    ),
    Field(
        "level",
        QT_TRANSLATE_NOOP("Fields", "How far it reaches"),
        "choice",
        scale="attribution-level",
    ),
    Field("sponsor_state", QT_TRANSLATE_NOOP("Fields", "Sponsor state"), hint="RU"),
    Field(
        "state_responsibility",
        QT_TRANSLATE_NOOP("Fields", "State responsibility"),
        "choice",
        scale="healey",
    ),
    Field(
        "indicators",
        QT_TRANSLATE_NOOP("Fields", "Indicators it relies on"),
        "several",
        scale="attribution-indicator",
        wide=True,
    ),
    Field(
        "contested_by",
        QT_TRANSLATE_NOOP("Fields", "Contested by"),
        "lines",
        part=QT_TRANSLATE_NOOP("Fields", "What came of it"),
    ),
    Field(
        "legal",
        QT_TRANSLATE_NOOP("Fields", "Legal consequences: what; date; reference"),
        "records",
        parts=("kind", "date", "reference"),
    ),
    Field("note", QT_TRANSLATE_NOOP("Fields", "Note"), "text"),
    Field(
        "different_incident",
        QT_TRANSLATE_NOOP("Fields", "Speaks of another incident, often mistaken for this one"),
        "flag",
        wide=True,
    ),
    Field(
        "likelihood",
        QT_TRANSLATE_NOOP("Fields", "Our likelihood"),
        "choice",
        choices=_nothing,
        part=QT_TRANSLATE_NOOP("Fields", "Our own rating, apart from theirs"),
    ),
    Field("confidence", QT_TRANSLATE_NOOP("Fields", "Our confidence"), "choice", choices=_nothing),
    Field("reason", QT_TRANSLATE_NOOP("Fields", "Our reason"), "text", wide=True),
)
