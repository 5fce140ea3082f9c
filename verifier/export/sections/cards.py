"""One card for each claim: its words, the verdict and why, the evidence, dissent and history."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.export import palette
from verifier.export.draft import Draft, card_bookmark, passage_bookmark
from verifier.export.passages import place_of
from verifier.export.regions import pictured
from verifier.export.sections.attribution import attribution_bookmark
from verifier.export.settings import Part
from verifier.export.tables import TEXT_WIDTH, Cell, cell, table
from verifier.export.wml import (
    BOLD,
    KEEP_NEXT,
    LINK,
    jump,
    look,
    paragraph,
    run,
)
from verifier.export.wording import (
    DECISIONS,
    KINDS,
    STATUSES,
    address,
    day,
    evidence_title,
    is_web,
    minute,
    sentence,
    shorten,
    stance,
    word,
)
from verifier.export.words import tr
from verifier.queries.claims import AssessmentRow
from verifier.queries.evidence import CitationRow
from verifier.queries.report import ReportClaim
from verifier.states import Basis
from verifier.text.direction import is_rtl, runs_rtl

WIDTHS = (980, 1480, TEXT_WIDTH - 980 - 1480 - 2380 - 880, 2380, 880)
TITLE = 160
"""Letters of a card's heading at most: two lines. Longer statements follow it in full."""
KEPT_LETTERS = 800
"""Quotes of fewer letters stay on the page on which the finding begins."""
KEPT_CITATIONS = 4
"""Evidence tables up to this many rows stay on one page."""
MUTED = look(color="565F6B")


def cards(draft: Draft) -> None:
    """The part."""
    draft.heading(tr("Evidence cards"), "cards", page_break=True)
    draft.say(
        "Normal",
        run(
            tr(
                "One card for each claim: the words of the report, the verdict and its reasons, "
                "and every piece of evidence with the grade of its source."
            )
        ),
    )
    for claim in draft.data.claims:
        _card(draft, claim)


def _card(draft: Draft, claim: ReportClaim) -> None:
    title = f"{claim.row.label}. {shorten(claim.row.statement, TITLE)}"
    whole = len(claim.row.statement) <= TITLE
    marks = draft.editable(claim, "statement") if whole else ("", "")
    draft.heading(title, card_bookmark(claim), level=2, within=marks)
    _strip(draft, claim)
    _statement(draft, claim)
    row = claim.assessment
    if row is not None:
        _judgement(draft, claim, row)
    _evidence(draft, claim)
    if row is not None:
        _listed(draft, tr("Assumptions"), row.assumptions, draft.editable(claim, "assumptions"))
        _listed(draft, tr("What is still missing"), row.gaps, draft.editable(claim, "gaps"))
        marks = draft.editable(claim, "would_change")
        _listed(draft, tr("What would change this"), row.would_change, marks)
    _dissent(draft, claim)
    _relations(draft, claim)
    _attribution(draft, claim)
    _history(draft, claim)
    _discussion(draft, claim)
    if claim.row.note:
        marks = draft.editable(claim, "note")
        _labelled(draft, tr("Note"), claim.row.note.split("\n"), marks=marks)


def _strip(draft: Draft, claim: ReportClaim) -> None:
    """Two shaded paragraphs with tab stops, not a table: LibreOffice keeps no table with text."""
    verdict = draft.verdict(claim)
    bar = (
        f'<w:pBdr><w:left w:val="single" w:sz="48" w:space="4" w:color="{verdict.line}"/></w:pBdr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{verdict.chip}"/>'
    )
    tab = "<w:r><w:tab/></w:r>"
    values = (
        run(verdict.name, look(bold=True, color=verdict.ink, size=13)),
        _confidence(draft, claim),
        _in_text(draft, claim),
        run(claim.assessment.person if claim.assessment else "–"),
    )
    names = (tr("Verdict"), tr("Confidence"), tr("In the text"), tr("Checked by"))
    draft.say("CardLabels", tab.join(run(name) for name in names), bar)
    draft.say("CardValues", tab.join(values), bar)


def _confidence(draft: Draft, claim: ReportClaim) -> str:
    row = claim.assessment
    if row is None or not row.confidence:
        return run("–")
    scale = row.confidence_scale or draft.data.case.confidence_scale
    return draft.dots(scale, row.confidence) + run(f" {palette.label(scale, row.confidence)}", BOLD)


def _in_text(draft: Draft, claim: ReportClaim) -> str:
    place = draft.index.first_passages.get(claim.row.id)
    if place is None:
        return run(tr("not found"))
    if not draft.has(Part.TEXT):
        return run(f"¶{place[1]}")
    bookmark = passage_bookmark(claim)
    return jump(bookmark, run(f"¶{place[1]}", LINK)) + run(tr(", page ")) + draft.page_of(bookmark)


Marks = tuple[str, str]
"""Around words that an edit in Word is traced back to; see `Draft.editable`."""
PLAIN: Marks = ("", "")


def _labelled(
    draft: Draft, label: str, lines: Sequence[str], style: str = "Normal", marks: Marks = PLAIN
) -> None:
    draft.say("Label", run(label))
    last = len(lines) - 1
    for number, line in enumerate(lines):
        around = (marks[0] if number == 0 else "", marks[1] if number == last else "")
        _words(draft, style, line, around)


def _words(
    draft: Draft, style: str, words: str, marks: Marks = PLAIN, *, kept: bool = False
) -> None:
    """Words of whatever script, set in their own direction; `kept` on the page of what follows."""
    shown = marks[0] + run(words, look(rtl=is_rtl(words))) + marks[1]
    draft.say(style, shown, (KEEP_NEXT if kept else "") + ("<w:bidi/>" if runs_rtl(words) else ""))


def _listed(draft: Draft, label: str, lines: Sequence[str], marks: Marks) -> None:
    if lines:
        _labelled(draft, label, lines, "ListBullet", marks)


def _statement(draft: Draft, claim: ReportClaim) -> None:
    quotes = _quotes(draft, claim)
    is_judged = claim.assessment is not None and bool(claim.assessment.reason)
    kept = is_judged and sum(map(len, quotes)) < KEPT_LETTERS
    if quotes:
        draft.say("Label", run(tr("In the report’s words") if len(quotes) == 1 else tr("Passages")))
        for quote, places in quotes.items():
            _words(draft, "ClaimQuote", f"“{quote}”", kept=kept or bool(places))
            for place in places:
                draft.say("Note", run(place), KEEP_NEXT if kept else "")
    for words, shown in pictured(draft, claim):
        draft.say("Label", run(words))
        if shown:
            draft.say("Normal", shown)
    in_title = len(claim.row.statement) <= TITLE
    if not in_title and claim.row.statement.strip() not in quotes:
        marks = draft.editable(claim, "statement")
        _labelled(draft, tr("Claim"), [claim.row.statement], marks=marks)
    facts = _facts(claim)
    if facts:
        draft.say("Note", run(" · ".join(facts)), KEEP_NEXT if kept else "")


def _quotes(draft: Draft, claim: ReportClaim) -> dict[str, list[str]]:
    """What the passages of a claim say, each once, with the places that are to be told of it."""
    found: dict[str, list[str]] = {}
    for highlight in claim.highlights:
        if highlight.quote:
            places = found.setdefault(draft.data.said(highlight), [])
            place = place_of(draft.data, highlight)
            if place and place not in places:
                places.append(place)
    return found


def _facts(claim: ReportClaim) -> list[str]:
    row = claim.row
    pairs = (
        ("", word(KINDS, row.kind)),
        (tr("claimed by "), row.claimant),
        (tr("reported by "), row.reported_by),
        ("", day(row.date)),
        ("", row.date_note),
        ("", tr("implied, not said outright") if row.implied else ""),
        (tr("status: "), word(STATUSES, row.status).lower()),
    )
    return [f"{name}{value}" for name, value in pairs if value]


def _judgement(draft: Draft, claim: ReportClaim, row: AssessmentRow) -> None:
    if row.reason:
        marks = draft.editable(claim, "reason")
        _labelled(draft, tr("Finding"), row.reason.split("\n"), marks=marks)
    if row.likelihood:
        scale = row.likelihood_scale or draft.data.case.likelihood_scale
        _labelled(draft, tr("Likelihood"), [_capital(palette.likelihood(scale, row.likelihood))])
    _listed(
        draft, tr("What is wrong or imprecise"), row.findings, draft.editable(claim, "findings")
    )
    if row.correction:
        marks = draft.editable(claim, "correction")
        _labelled(draft, tr("How it should read"), [row.correction], "Correction", marks)
    if row.reopened_because:
        _labelled(draft, tr("Reopened"), [row.reopened_because])


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _evidence(draft: Draft, claim: ReportClaim) -> None:
    if not claim.citations:
        draft.say("Note", run(tr("No evidence has been cited for this claim.")))
        return
    title = tr("Evidence on claim {claim}", claim=claim.row.label)
    draft.table_caption(title)
    heads = [
        cell(run(words), style="TableHead")
        for words in (
            tr("Source"),
            tr("Bearing"),
            tr("Passage"),
            tr("Published by"),
            tr("Grade"),
        )
    ]
    draft.put(
        table(
            WIDTHS,
            [_citation(draft, citation) for citation in draft.index.citations(claim)],
            heads=heads,
            title=title,
            summary=tr("One row for each citation: source, bearing, passage, publisher and grade."),
            keep=len(claim.citations) <= KEPT_CITATIONS,
        )
    )
    draft.say("TextGap", "")


def _citation(draft: Draft, citation: CitationRow) -> list[Cell]:
    source = draft.index.source_of(citation)
    title = evidence_title(draft.index.evidence.get(citation.evidence_id), source)
    grade = palette.grade(
        source.reliability if source else "",
        citation.credibility or (source.credibility if source else ""),
    )
    passage = [run(f"“{draft.data.said(citation)}”")] if citation.quote else []
    passage += [run(citation.note)] if citation.note else []
    aside = [citation.locator, tr("from memory") if citation.basis == Basis.FROM_MEMORY else ""]
    aside += [tr("read by OCR")] if draft.data.is_seen(citation) else []
    passage += [run(piece, MUTED) for piece in aside if piece]
    bold_link = look(bold=True, color="0B5394", underline="single")
    return [
        cell(draft.to_source(source, bold_link) if source else run("–")),
        cell(run(stance(citation.stance))),
        cell(*(passage or [run("–", MUTED)])),
        cell(*_publisher(citation, title), *_published(draft, citation)),
        Cell((run(grade, BOLD),), centred=True),
    ]


def _publisher(citation: CitationRow, title: str) -> list[str]:
    """What the evidence is called, unless the note has just said the same."""
    return [run(title)] if title and title != citation.note else [run("–", MUTED)]


def _published(draft: Draft, citation: CitationRow) -> list[str]:
    """Day of publication, link and archived copy, each where it is known."""
    source = draft.index.source_of(citation)
    item = draft.index.evidence.get(citation.evidence_id)
    url = (item.url if item else "") or (source.url if source else "")
    archive = (item.archive_url if item else "") or (source.archive_url if source else "")
    links = []
    if is_web(url):
        links.append(draft.web(url, address(url).split("/", 1)[0]))
    if is_web(archive):
        links.append(draft.web(archive, tr("archived copy")))
    published = [run(day(source.published), MUTED)] if source and source.published else []
    return [*published, *([run(", ").join(links)] if links else [])]


def _dissent(draft: Draft, claim: ReportClaim) -> None:
    """Standing judgements of other people that differ from the one that counts."""
    counts = claim.assessment
    if counts is None:
        return
    superseded = {row.supersedes_id for row in claim.history}
    others = [
        row
        for row in claim.history
        if row.id not in superseded and row.id != counts.id and row.person_id != counts.person_id
        if row.verdict or row.reason
    ]
    if not others:
        return
    draft.say("Label", run(tr("Second opinion")))
    for row in others:
        scale = row.verdict_scale or draft.data.case.verdict_scale
        verdict = palette.verdict(scale, row.verdict)
        agrees = row.verdict == counts.verdict
        says = tr("{person} agrees: ") if agrees else tr("{person} differs: ")
        draft.say(
            "Normal",
            run(says.format(person=row.person))
            + run(verdict.name, look(bold=True, color=verdict.ink))
            + run(f". {sentence(row.reason)}" if row.reason else "."),
        )


RELATIONS = {
    "repeats": "Repeats",
    "contradicts": "Contradicts",
    "depends_on": "Depends on",
    "part_of": "Is part of",
}


def _relations(draft: Draft, claim: ReportClaim) -> None:
    found = [
        (word(RELATIONS, relation.kind), other)
        for relation in draft.index.relations.get(claim.row.id, ())
        if (other := draft.index.claims.get(relation.other_id)) is not None
    ]
    if found:
        words = run("; ").join(run(f"{name} ") + draft.to_claim(other) for name, other in found)
        draft.say("Normal", words + run("."))


def _attribution(draft: Draft, claim: ReportClaim) -> None:
    if draft.has(Part.ATTRIBUTION) and (claim.attributions or claim.matrix):
        told = tr("the attribution of {claim}", claim=claim.row.label)
        draft.say(
            "Normal",
            run(tr("Who said so when, and how the competing accounts stand: see "))
            + jump(attribution_bookmark(claim), run(told, LINK))
            + run("."),
        )


def _history(draft: Draft, claim: ReportClaim) -> None:
    """Earlier judgements and steps of review, where there was more than one step."""
    if len(claim.history) + len(claim.reviews) < 2:
        return
    case = draft.data.case
    steps = [
        (
            row.at,
            f"{row.person}: "
            + palette.verdict(row.verdict_scale or case.verdict_scale, row.verdict).name
            + _before(draft, claim, row),
        )
        for row in claim.history
    ]
    steps += [
        (
            row.at,
            f"{row.person}: {word(DECISIONS, row.decision).lower()}"
            + (f". {row.text}" if row.text else ""),
        )
        for row in claim.reviews
    ]
    draft.say("Label", run(tr("History")))
    draft.put(
        *(
            paragraph(
                "TableSmall",
                run(f"{minute(at)}  ", MUTED) + run(words),
                KEEP_NEXT if number < len(steps) else "",
            )
            for number, (at, words) in enumerate(sorted(steps, key=lambda step: step[0]), start=1)
        )
    )


def _discussion(draft: Draft, claim: ReportClaim) -> None:
    """The claim's threads, where no comment in the text carries them."""
    in_text = draft.has(Part.TEXT) and claim.row.id in draft.index.first_passages
    if not claim.comments or (in_text and draft.settings.comments):
        return
    draft.say("Label", run(tr("Discussion")))
    for row in claim.comments:
        settled = tr(" (settled)") if row.resolved_at is not None and row.parent_id is None else ""
        said = run(f"{minute(row.at)}  {row.person}: ", MUTED) + run(f"{row.text}{settled}")
        draft.say("TableSmall", said)


def _before(draft: Draft, claim: ReportClaim, row: AssessmentRow) -> str:
    old = next((other for other in claim.history if other.id == row.supersedes_id), None)
    if old is None or old.verdict == row.verdict:
        return ""
    scale = old.verdict_scale or draft.data.case.verdict_scale
    before = palette.verdict(scale, old.verdict).label.lower()
    return tr(" (instead of: {verdict})", verdict=before)
