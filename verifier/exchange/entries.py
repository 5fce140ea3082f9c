"""What an annotation file holds, as frozen values. Ids are local to the file; "" is "not given"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """Somebody who rated or commented."""

    id: str
    name: str
    initials: str = ""
    role: str = "checker"


@dataclass(frozen=True, slots=True)
class NoteEntry:
    """What a checker of this case should know: a false trail, an open gap, a limit."""

    kind: str
    text: str
    id: str = ""
    how_caught: str = ""
    urls: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseEntry:
    """What is said of the case as a whole."""

    title: str = ""
    description: str = ""
    language: str = ""
    notes: tuple[NoteEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """The document the quotes were taken from; `sha256` is that of its original bytes."""

    id: str = "D1"
    file: str = ""
    title: str = ""
    author: str = ""
    publisher: str = ""
    published: str = ""
    language: str = ""
    url: str = ""
    sha256: str = ""
    size: int | None = None
    characters: int | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A publication, with the reliability of who published it."""

    id: str
    title: str = ""
    publisher: str = ""
    author: str = ""
    published: str = ""
    date_note: str = ""
    url: str = ""
    archive_url: str = ""
    language: str = ""
    description: str = ""
    interests: str = ""
    reliability: str = ""
    credibility: str = ""
    reliability_reason: str = ""
    independence_group: str = ""
    basis: str = "found"
    kind: str = "publication"


@dataclass(frozen=True, slots=True)
class EvidenceEntry:
    """An item of the locker. A source that is cited needs none: it stands for itself as a link."""

    id: str
    source: str = ""
    title: str = ""
    kind: str = "link"
    file: str = ""
    url: str = ""
    archive_url: str = ""
    captured_at: str = ""
    collector: str = ""
    method: str = ""
    language: str = ""
    tlp: str = ""
    origin_group: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class HighlightEntry:
    """A passage: its words, what stands around it, and its place in code points."""

    quote: str
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    stop: int | None = None
    document: str = ""


@dataclass(frozen=True, slots=True)
class AssessmentEntry:
    """A rating with its reason. Empty scale: the one the case has chosen."""

    verdict: str = ""
    verdict_scale: str = ""
    confidence: str = ""
    confidence_scale: str = ""
    likelihood: str = ""
    likelihood_scale: str = ""
    reason: str = ""
    findings: tuple[str, ...] = ()
    correction: str = ""
    assumptions: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    would_change: tuple[str, ...] = ()
    by: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class CitationEntry:
    """A source (or an item of evidence) applied to the claim it stands in."""

    stance: str
    source: str = ""
    evidence: str = ""
    quote: str = ""
    locator: str = ""
    note: str = ""
    credibility: str = ""
    credibility_reason: str = ""
    basis: str = "found"


@dataclass(frozen=True, slots=True)
class RelationEntry:
    """How the claim stands to another claim of the file."""

    claim: str
    kind: str


@dataclass(frozen=True, slots=True)
class ClaimEntry:
    """One statement with its passages, its rating and its citations."""

    id: str
    statement: str
    highlights: tuple[HighlightEntry, ...]
    claimant: str = ""
    reported_by: str = ""
    date: str = ""
    date_note: str = ""
    kind: str = ""
    implied: bool = False
    worth: str = ""
    priority: int = 0
    tags: tuple[str, ...] = ()
    note: str = ""
    relations: tuple[RelationEntry, ...] = ()
    assessment: AssessmentEntry | None = None
    citations: tuple[CitationEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class IncidentEntry:
    """A cyberattack."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    start: str = ""
    end: str = ""
    victims: tuple[str, ...] = ()
    victim_countries: tuple[str, ...] = ()
    kind: str = ""
    initial_access: tuple[str, ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True)
class LegalEntry:
    """A legal step that goes with an attribution."""

    kind: str
    date: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class AttributionEntry:
    """Who says who did it, since when, in which words. The words are the party's own."""

    party: str
    actor: str
    claim: str = ""
    incident: str = ""
    actor_aliases: tuple[str, ...] = ()
    actor_category: str = ""
    sponsor_state: str = ""
    state_responsibility: str = ""
    level: str = ""
    party_country: str = ""
    basis: str = ""
    kind: str = ""
    natures: tuple[str, ...] = ()
    date: str = ""
    stated_confidence: str = ""
    stated_band: str = ""
    likelihood: str = ""
    likelihood_scale: str = ""
    confidence: str = ""
    confidence_scale: str = ""
    reason: str = ""
    indicators: tuple[str, ...] = ()
    not_disclosed: str = ""
    contested_by: tuple[str, ...] = ()
    legal: tuple[LegalEntry, ...] = ()
    different_incident: bool = False
    note: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HypothesisEntry:
    """One of several competing accounts."""

    id: str
    text: str
    note: str = ""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class AchItemEntry:
    """A row of the matrix; `cells` maps ids of hypotheses to CC, C, N, I, II or NA."""

    id: str
    text: str
    date: str = ""
    kind: str = "evidence"
    credibility: str = "M"
    relevance: str = "M"
    dependency_group: str = ""
    reason: str = ""
    basis: str = "found"
    sources: tuple[str, ...] = ()
    cells: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class AchEntry:
    """The matrix of competing hypotheses on one claim."""

    claim: str
    hypotheses: tuple[HypothesisEntry, ...]
    items: tuple[AchItemEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class CommentEntry:
    """A remark on a claim."""

    claim: str
    text: str
    by: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Annotations:
    """A whole file."""

    format: str
    version: int
    case: CaseEntry | None = None
    document: DocumentEntry | None = None
    people: tuple[PersonEntry, ...] = ()
    sources: tuple[SourceEntry, ...] = ()
    evidence: tuple[EvidenceEntry, ...] = ()
    claims: tuple[ClaimEntry, ...] = ()
    incidents: tuple[IncidentEntry, ...] = ()
    attributions: tuple[AttributionEntry, ...] = ()
    ach: tuple[AchEntry, ...] = ()
    comments: tuple[CommentEntry, ...] = ()
