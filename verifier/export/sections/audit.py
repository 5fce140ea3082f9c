"""The audit appendix: fingerprints of what was checked, and who rated what and when."""

from __future__ import annotations

from collections import Counter

from verifier.export import palette
from verifier.export.draft import Draft
from verifier.export.tables import TEXT_WIDTH, Cell, cell, table
from verifier.export.wml import KEEP_NEXT, look, run
from verifier.export.wording import DECISIONS, minute, shorten, word
from verifier.export.words import figure, tr
from verifier.queries.evidence import EvidenceRow
from verifier.queries.report import ReportDocument
from verifier.queries.seen_text import SeenText

STEPS = (1700, 1900, 900, TEXT_WIDTH - 1700 - 1900 - 900)
PEOPLE = (TEXT_WIDTH - 4 * 1500, 1500, 1500, 1500, 1500)


def audit(draft: Draft) -> None:
    """The part."""
    draft.appendix(tr("Audit trail"), "audit", page_break=True)
    for document in draft.data.documents:
        _fingerprint(draft, document)
    cited = {each.evidence_id for claim in draft.data.claims for each in claim.citations}
    for item in draft.data.evidence:
        if item.id in cited and item.id in draft.data.seen:
            _seen(draft, item, draft.data.seen[item.id])
    _chain(draft)
    _people(draft)
    _steps(draft)


def _fingerprint(draft: Draft, document: ReportDocument) -> None:
    row = document.row
    draft.say("Label", run(tr("{name} (SHA-256 of the file)", name=row.file_name)))
    draft.say("Mono", run(row.sha256), KEEP_NEXT)
    draft.say("Label", run(tr("SHA-256 of its text as checked")))
    draft.say("Mono", run(row.text_sha256), KEEP_NEXT)
    draft.say(
        "Note",
        run(
            tr(
                "{bytes} bytes, {characters} characters, edition {edition}, imported {when} UTC, "
                "read by {reader}.",
                bytes=figure(row.size),
                characters=figure(row.characters),
                edition=row.edition,
                when=minute(row.imported_at),
                reader=row.reader,
            )
        ),
    )
    for notice in row.notices:
        draft.say("Note", run(tr("Notice of the reader: {text}", text=notice.get("text", ""))))


def _seen(draft: Draft, item: EvidenceRow, seen: SeenText) -> None:
    """Evidence whose text was seen in its pictures: by what, and how sure that was."""
    draft.say("Label", run(tr("{name} (SHA-256 of the file)", name=item.file_name)))
    draft.say("Mono", run(item.blob_sha256 or ""), KEEP_NEXT)
    told = tr(
        "Evidence. Its text was read by OCR: {engine}, {confidence} sure.",
        engine=seen.engine,
        confidence=seen.confidence,
    )
    draft.say("Note", run(told))
    for text in seen.notices:
        draft.say("Note", run(tr("Notice of the reader: {text}", text=text)))


def _chain(draft: Draft) -> None:
    trail = draft.data.audit
    if not trail:
        return
    draft.say("Label", run(tr("End of the audit chain (SHA-256)")))
    draft.say("Mono", run(trail[-1].hash), KEEP_NEXT)
    draft.say(
        "Note",
        run(
            tr(
                "{events} events from {first} to {last} UTC, each chained to the one before by its "
                "hash. The case file holds them all.",
                events=figure(len(trail)),
                first=minute(trail[0].at),
                last=minute(trail[-1].at),
            )
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
                tr(person.role.capitalize()),
                figure(rated[person.id]),
                figure(reviewed[person.id]),
                figure(said[person.id]),
            )
        ]
        for person in draft.data.people
    ]
    if not rows:
        return
    draft.table_caption(tr("People"))
    draft.put(
        table(
            PEOPLE,
            rows,
            heads=_heads(tr("Person"), tr("Role"), tr("Ratings"), tr("Reviews"), tr("Comments")),
            title=tr("People"),
            summary=tr(
                "One row for each person with role and number of ratings, reviews, comments."
            ),
        )
    )
    draft.say("TextGap", "")


def _steps(draft: Draft) -> None:
    case = draft.data.case
    steps = []
    for claim in draft.data.claims:
        for row in claim.history:
            verdict = palette.verdict(row.verdict_scale or case.verdict_scale, row.verdict)
            words = tr("Rated: {verdict}", verdict=verdict.name)
            if row.supersedes_id:
                words += tr(" (supersedes an earlier rating)")
            steps.append((row.at, row.person, claim, words))
        for review in claim.reviews:
            words = word(DECISIONS, review.decision)
            words += f": {shorten(review.text, 160)}" if review.text else ""
            steps.append((review.at, review.person, claim, words))
    if not steps:
        return
    draft.table_caption(tr("Who rated and reviewed what, and when"))
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
            heads=_heads(tr("Time (UTC)"), tr("Person"), tr("Claim"), tr("Step")),
            title=tr("Ratings and reviews"),
            summary=tr("One row for each rating or review in order of time."),
        )
    )
    draft.say("TextGap", "")


def _heads(*words: str) -> list[Cell]:
    return [cell(run(word), style="TableHead") for word in words]
