"""The few fixed vocabularies that the program itself reasons about.

Everything a newsroom may want to word differently (verdicts, confidence, likelihood, reliability)
is a scale in `resources/scales`, not a vocabulary here.
"""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a person may do in a case."""

    CHECKER = "checker"
    EDITOR = "editor"
    OWNER = "owner"


class ClaimKind(StrEnum):
    """What a claim says, which decides how it can be checked."""

    STATISTIC = "statistic"
    QUOTATION = "quotation"
    EVENT = "event"
    ATTRIBUTION = "attribution"
    FORECAST = "forecast"
    IMAGE = "image"
    BACKGROUND = "background"
    OPINION = "opinion"


class ClaimStatus(StrEnum):
    """Where a claim stands on its way to publication."""

    UNSTARTED = "unstarted"
    IN_PROGRESS = "in_progress"
    READY_FOR_REVIEW = "ready_for_review"
    CHANGES_REQUESTED = "changes_requested"
    APPROVED = "approved"
    PUBLISHED = "published"
    CORRECTED = "corrected"
    DROPPED = "dropped"


class ProposedField(StrEnum):
    """What a proposed change is to: a field of the claim or of its rating, or something else."""

    STATEMENT = "statement"
    NOTE = "note"
    REASON = "reason"
    FINDINGS = "findings"
    CORRECTION = "correction"
    ASSUMPTIONS = "assumptions"
    GAPS = "gaps"
    WOULD_CHANGE = "would_change"
    PASSAGE = "passage"
    """Words of the text under check: they stay, and accepting says how they should read."""
    ELSEWHERE = "elsewhere"
    """Words that are no field of the claim: what is proposed is done by hand."""


class ProposalDecision(StrEnum):
    """What became of a proposed change."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Worth(StrEnum):
    """Whether a claim can and should be checked."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Relation(StrEnum):
    """How one claim stands to another."""

    REPEATS = "repeats"
    CONTRADICTS = "contradicts"
    DEPENDS_ON = "depends_on"
    PART_OF = "part_of"


class Anchoring(StrEnum):
    """How well a highlight's passage was found in the edition it points to."""

    EXACT = "exact"
    MOVED = "moved"
    FUZZY = "fuzzy"
    AMBIGUOUS = "ambiguous"
    GONE = "gone"
    CONFIRMED = "confirmed"


class Stance(StrEnum):
    """What a piece of evidence does to a claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    MIXED = "mixed"
    CONTEXT = "context"


class Basis(StrEnum):
    """Whether a citation rests on something read, or on memory still to be looked up."""

    FOUND = "found"
    FROM_MEMORY = "from memory"


class EvidenceKind(StrEnum):
    """What an item in the locker is."""

    LINK = "link"
    FILE = "file"
    PAGE = "page"
    PICTURE = "picture"
    EMAIL = "email"
    INTERVIEW = "interview"
    DATASET = "dataset"


class Custody(StrEnum):
    """What happened to the original bytes of an item of evidence."""

    CAPTURED = "captured"
    IMPORTED = "imported"
    VERIFIED = "verified"
    COPIED = "copied"
    EXPORTED = "exported"
    REDACTED = "redacted"
    ANNOTATED = "annotated"
    HASH_FAILED = "hash_failed"


class Decision(StrEnum):
    """What an editor says of a claim."""

    SUBMIT = "submit"
    REQUEST_CHANGES = "request_changes"
    APPROVE = "approve"
    REOPEN = "reopen"


class Consistency(StrEnum):
    """How a piece of evidence fits a hypothesis; the codes of the competing-hypotheses matrix."""

    VERY_CONSISTENT = "CC"
    CONSISTENT = "C"
    NEUTRAL = "N"
    INCONSISTENT = "I"
    VERY_INCONSISTENT = "II"
    NOT_APPLICABLE = "NA"


class Weight(StrEnum):
    """Credibility or relevance of a row of the matrix."""

    LOW = "L"
    MEDIUM = "M"
    HIGH = "H"


class AchItemKind(StrEnum):
    """What a row of the matrix is: the absence of expected evidence counts too."""

    EVIDENCE = "evidence"
    ASSUMPTION = "assumption"
    ABSENCE = "absence"


class Rule(StrEnum):
    """A house rule that a claim, its rating or its citations may break."""

    RATED_AS_WORDED = "rated_as_worded"
    REASON = "reason"
    TWO_SOURCES = "two_sources"
    ARCHIVED_PRIMARY = "archived_primary"
    CITED = "cited"
    GRADED = "graded"
    LIKELIHOOD_NEEDS_CONFIDENCE = "likelihood_needs_confidence"
    NEVER_IN_ONE_SENTENCE = "never_in_one_sentence"
    QUOTES_LOCATED = "quotes_located"


class Severity(StrEnum):
    """What happens where a house rule is broken."""

    OFF = "off"
    WARN = "warn"
    BLOCK = "block"


class SourceKind(StrEnum):
    """What a source is. A primary one is the record itself, not somebody's account of it."""

    PUBLICATION = "publication"
    PUBLISHER = "publisher"
    PERSON = "person"
    PRIMARY = "primary"


class TakeOver(StrEnum):
    """What becomes of the remarks in a file."""

    NONE = "none"
    CLAIMS = "claims"
    NOTES = "notes"
