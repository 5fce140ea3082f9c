"""What the comments in Word's margin say: the verdict with its reasons, and the case's own threads.

Likelihood and confidence stand in sentences of their own (ICD 203, D.6.e.(2)(b)).
"""

from __future__ import annotations

from collections.abc import Iterable

from verifier.export import palette
from verifier.export.comments import Remark
from verifier.export.draft import Draft
from verifier.export.wml import BOLD, look, run
from verifier.export.wording import evidence_title, sentence, shorten, stance
from verifier.export.words import tr
from verifier.ids import comment_key, passage_key, rating_key
from verifier.queries.claims import HighlightRow
from verifier.queries.evidence import CitationRow
from verifier.queries.report import ReportClaim
from verifier.queries.reviews import CommentRow

NOBODY = "Verifier"
Thread = tuple[Remark, list[Remark]]


def threads_of(
    draft: Draft, claim: ReportClaim, passage: HighlightRow, *, first: bool
) -> list[Thread]:
    """The comment on a passage, and on the claim's first passage every thread about the claim."""
    key = rating_key(claim.row.id) if first else passage_key(passage.id)
    rated: Thread = (_rating(draft, claim, key), [])
    return [rated, *_threads(draft, claim.comments)] if first else [rated]


def _rating(draft: Draft, claim: ReportClaim, key: str) -> Remark:
    row = claim.assessment
    author = row.person if row else NOBODY
    return Remark(
        key=key,
        author=author,
        initials=initials(draft, row.person_id if row else "", author),
        at=row.at if row else claim.row.created_at,
        paragraphs=tuple(_words(draft, claim)),
    )


def _words(draft: Draft, claim: ReportClaim) -> Iterable[str]:
    verdict = draft.verdict(claim)
    row = claim.assessment
    yield run(f"{claim.row.label}: ", BOLD) + run(
        f"{verdict.name}.", look(bold=True, color=verdict.ink)
    )
    if row is not None:
        case = draft.data.case
        if row.confidence:
            scale = row.confidence_scale or case.confidence_scale
            yield run(
                tr("Confidence: {level}.", level=palette.label(scale, row.confidence).lower())
            )
        if row.likelihood:
            scale = row.likelihood_scale or case.likelihood_scale
            yield run(tr("Likelihood: {level}.", level=palette.likelihood(scale, row.likelihood)))
        if row.reason:
            yield run(row.reason)
        for finding in row.findings:
            yield run(f"• {finding}")
        if row.correction:
            yield run(tr("Should read: "), BOLD) + run(row.correction)
    for citation in draft.index.citations(claim):
        yield run(cited(draft, citation))


def cited(draft: Draft, citation: CitationRow) -> str:
    """A citation on one line: "+ Supports: S40, Security Service (B2). “Quote.”"."""
    source = draft.index.source_of(citation)
    name = draft.index.source_label(source) if source else ""
    title = evidence_title(draft.index.evidence.get(citation.evidence_id), source)
    grade = palette.grade(
        source.reliability if source else "",
        citation.credibility or (source.credibility if source else ""),
    )
    called = ", ".join(piece for piece in (name, title) if piece)
    said = f" “{shorten(draft.data.said(citation), 300)}”" if citation.quote else ""
    note = f" {sentence(citation.note)}" if citation.note and not citation.quote else ""
    return f"{stance(citation.stance)}: {called} ({grade}).{said}{note}"


def _threads(draft: Draft, rows: Iterable[CommentRow]) -> list[Thread]:
    """Remarks gathered by thread: Word knows one level of replies, so deeper ones join it."""
    roots: dict[str, CommentRow] = {}
    threads: dict[str, tuple[CommentRow, list[CommentRow]]] = {}
    for row in rows:
        root = roots.get(row.parent_id or "", row)
        roots[row.id] = root
        if root is row:
            threads[row.id] = (row, [])
        else:
            threads[root.id][1].append(row)
    return [
        (
            _remark(draft, first, resolved=first.resolved_at is not None),
            [_remark(draft, reply, resolved=first.resolved_at is not None) for reply in replies],
        )
        for first, replies in threads.values()
    ]


def _remark(draft: Draft, row: CommentRow, *, resolved: bool) -> Remark:
    lines = row.text.split("\n") or [""]
    return Remark(
        key=comment_key(row.id),
        author=row.person,
        initials=row.initials or initials(draft, row.person_id, row.person),
        at=row.at,
        paragraphs=tuple(run(line) for line in lines),
        resolved=resolved,
    )


def initials(draft: Draft, person_id: str, name: str) -> str:
    """A person's own initials, or the first letters of the name."""
    own = next((p.initials for p in draft.data.people if p.id == person_id), "")
    return own or "".join(piece[0] for piece in name.split()[:3]).upper()
