"""The audit appendix: fingerprints of what was checked, and who rated what and when."""

from __future__ import annotations

from collections import Counter

from verifier.export import palette
from verifier.export.draft import Draft
from verifier.export.tables import TEXT_WIDTH, Cell, cell, table
from verifier.export.wml import KEEP_NEXT, look, run
from verifier.export.wording import DECISIONS, minute, shorten, word
from verifier.queries.report import ReportDocument

STEPS = (1700, 1900, 900, TEXT_WIDTH - 1700 - 1900 - 900)
PEOPLE = (TEXT_WIDTH - 4 * 1500, 1500, 1500, 1500, 1500)


def audit(draft: Draft) -> None:
    """The part."""
    draft.appendix("Audit trail", "audit", page_break=True)
    for document in draft.data.documents:
        _fingerprint(draft, document)
    _chain(draft)
    _people(draft)
    _steps(draft)


def _fingerprint(draft: Draft, document: ReportDocument) -> None:
    row = document.row
    draft.say("Label", run(f"{row.file_name} (SHA-256 of the file)"))
    draft.say("Mono", run(row.sha256), KEEP_NEXT)
    draft.say("Label", run("SHA-256 of its text as checked"))
    draft.say("Mono", run(row.text_sha256), KEEP_NEXT)
    draft.say(
        "Note",
        run(
            f"{row.size:,} bytes, {row.characters:,} characters, edition {row.edition}, imported "
            f"{minute(row.imported_at)} UTC, read by {row.reader}."
        ),
    )
    for notice in row.notices:
        draft.say("Note", run(f"Notice of the reader: {notice.get('text', '')}"))


def _chain(draft: Draft) -> None:
    trail = draft.data.audit
    if not trail:
        return
    draft.say("Label", run("End of the audit chain (SHA-256)"))
    draft.say("Mono", run(trail[-1].hash), KEEP_NEXT)
    draft.say(
        "Note",
        run(
            f"{len(trail):,} events from {minute(trail[0].at)} to {minute(trail[-1].at)} UTC, each "
            "chained to the one before by its hash. The case file holds them all."
        ),
    )


def _people(draft: Draft) -> None:
    claims = draft.data.claims
    rated = Counter(row.person_id for claim in claims for row in claim.history)
    reviewed = Counter(row.person_id for claim in claims for row in claim.reviews)
    said = Counter(row.person_id for claim in claims for row in claim.comments)
    rows = [
        [cell(run(person.name))]
        + [
            cell(run(words))
            for words in (
                person.role.capitalize(),
                f"{rated[person.id]:,}",
                f"{reviewed[person.id]:,}",
                f"{said[person.id]:,}",
            )
        ]
        for person in draft.data.people
    ]
    if not rows:
        return
    draft.table_caption("People")
    draft.put(
        table(
            PEOPLE,
            rows,
            heads=_heads("Person", "Role", "Ratings", "Reviews", "Comments"),
            title="People",
            summary="One row for each person with role and number of ratings, reviews, comments.",
        )
    )
    draft.say("TextGap", "")


def _steps(draft: Draft) -> None:
    case = draft.data.case
    steps = []
    for claim in draft.data.claims:
        for row in claim.history:
            verdict = palette.verdict(row.verdict_scale or case.verdict_scale, row.verdict)
            words = f"Rated: {verdict.name}"
            if row.supersedes_id:
                words += " (supersedes an earlier rating)"
            steps.append((row.at, row.person, claim, words))
        for review in claim.reviews:
            words = word(DECISIONS, review.decision)
            words += f": {shorten(review.text, 160)}" if review.text else ""
            steps.append((review.at, review.person, claim, words))
    if not steps:
        return
    draft.table_caption("Who rated and reviewed what, and when")
    muted = look(color="565F6B")
    draft.put(
        table(
            STEPS,
            [
                [
                    cell(run(minute(at), muted)),
                    cell(run(person)),
                    cell(draft.to_claim(claim)),
                    cell(run(words)),
                ]
                for at, person, claim, words in sorted(steps, key=lambda s: (s[0], s[2].row.number))
            ],
            heads=_heads("Time (UTC)", "Person", "Claim", "Step"),
            title="Ratings and reviews",
            summary="One row for each rating or review in order of time.",
        )
    )
    draft.say("TextGap", "")


def _heads(*words: str) -> list[Cell]:
    return [cell(run(word), style="TableHead") for word in words]
