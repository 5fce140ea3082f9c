"""The summary: counts in words, the claims that a reader must know of, and two charts."""

from __future__ import annotations

from collections import Counter

from verifier.export import palette
from verifier.export.charts import Bar, Series, bar_chart
from verifier.export.draft import Draft, spread
from verifier.export.sections.cover import bottom_line, verdict_counts
from verifier.export.settings import Part
from verifier.export.wml import BOLD, KEEP_NEXT, run
from verifier.export.wording import count, sentence, shorten
from verifier.export.words import tr
from verifier.queries.report import ReportClaim

NAVY_SHADES = ("14304F", "2F5F8F", "A8C6E0", "6F8FB0", "C9D6E4")
FINDINGS = 5
"""Claims named in the summary at most."""


def summary(draft: Draft) -> None:
    """The part."""
    draft.heading(tr("Summary of findings"), "summary", page_break=True)
    draft.say("Lead", bottom_line(draft))
    draft.say("Normal", _how_read(draft))
    for claim in _findings(draft):
        draft.say("ListBullet", _finding(draft, claim))
    if draft.settings.charts and draft.data.claims:
        _charts(draft)


def _how_read(draft: Draft) -> str:
    """Footnotes stand here, two in one paragraph and before every comment: LibreOffice 7.4 mixes
    footnotes up when a comment lies between the first and the second."""
    likelihood = tr(
        "Likelihood says how probable a judgement is; confidence says how well it is founded."
    )
    where = (
        tr(
            "The scales of verdicts, confidence and likelihood are explained in the appendix on "
            "method. "
        )
        if draft.has(Part.METHOD)
        else ""
    )
    scales = draft.footnote(run(f"{where}{likelihood}"))
    grades = draft.footnote(
        run(
            tr(
                "Admiralty code: a letter for the reliability of the source, a figure for the "
                "credibility of the information. F and 6 mean “cannot be judged”."
            )
        )
    )
    claims = count(len(draft.data.claims), "claim", capital=True)
    documents = count(len(draft.data.documents), "document")
    told = tr(
        "{claims} in {documents} got a verdict with its confidence{scales} and a card that names "
        "every source used with its grade{grades}."
    )
    notes = {"scales": scales, "grades": grades}
    return spread(told, {"claims": run(claims), "documents": run(documents), **notes})


def _findings(draft: Draft) -> list[ReportClaim]:
    """What does not hold as written, worst first: refuted before mixed, unrated ones last."""
    scale = palette.known_scale(draft.data.case.verdict_scale)
    best = max((level.rank or 0 for level in scale.levels), default=0) if scale else 0
    weak = [
        (verdict.rank if verdict.rank is not None else best, claim.row.number, claim)
        for claim in draft.data.claims
        if (verdict := draft.verdict(claim)).code and verdict.rank != best
    ]
    return [claim for _, _, claim in sorted(weak, key=lambda row: row[:2])[:FINDINGS]]


def _finding(draft: Draft, claim: ReportClaim) -> str:
    verdict = draft.verdict(claim)
    row = claim.assessment
    because = (row.findings[0] if row and row.findings else "") or (row.reason if row else "")
    return (
        run(f"{verdict.name}: ", BOLD)
        + run(sentence(shorten(claim.row.statement, 110)))
        + run(f" {sentence(shorten(because, 120))}" if because else "")
        + run(tr(" See "))
        + draft.to_claim(claim)
        + run(".")
    )


def _charts(draft: Draft) -> None:
    told = tr("{first} counts the claims by verdict; {second} says how sure each verdict is.")
    if draft.has_confidence:
        figures = {"first": draft.to_figure(), "second": draft.to_figure(2)}
        draft.say("Normal", spread(told, figures), KEEP_NEXT)
    counts = verdict_counts(draft)
    draft.figure_caption(tr("Claims by verdict"))
    bars = [Bar(v.name, v.line) for v, _ in counts]
    series = [Series(tr("Claims"), tuple(n for _, n in counts), "1F3A5F")]
    told = "; ".join(f"{v.label} {n}" for v, n in counts)
    draft.say(
        "Normal",
        bar_chart(
            draft, bars, series, told=tr("Bar chart of claims by verdict: {counts}.", counts=told)
        ),
    )
    _confidence_chart(draft)


def _confidence_chart(draft: Draft) -> None:
    scale = palette.known_scale(draft.data.case.confidence_scale)
    if scale is None or not draft.has_confidence:
        return
    rated = [
        claim for claim in draft.data.claims if claim.assessment and claim.assessment.confidence
    ]
    pairs = Counter(
        (draft.verdict(claim), claim.assessment.confidence) for claim in rated if claim.assessment
    )
    verdicts = [v for v, number in verdict_counts(draft) if number]
    levels = sorted(scale.levels, key=lambda level: -(level.rank or 0))
    series = [
        Series(tr(level.label), tuple(pairs[(v, level.code)] for v in verdicts), shade)
        for level, shade in zip(levels, NAVY_SHADES, strict=False)
    ]
    told = "; ".join(
        f"{v.label}: " + ", ".join(f"{s.values[n]} {s.name.lower()}" for s in series if s.values[n])
        for n, v in enumerate(verdicts)
    )
    draft.figure_caption(tr("Confidence by verdict"))
    bars = [Bar(v.label) for v in verdicts]
    draft.say(
        "Normal",
        bar_chart(
            draft,
            bars,
            series,
            told=tr("Stacked bar chart of confidence by verdict: {counts}.", counts=told),
        ),
    )
