"""The method: how claims were checked, and every scale that was used, with its source."""

from __future__ import annotations

from verifier.export import palette
from verifier.export.draft import Draft
from verifier.export.tables import TEXT_WIDTH, Cell, cell, table
from verifier.export.wml import look, run
from verifier.export.wording import sentence
from verifier.export.words import tr
from verifier.scales import Level, Scale

NAME = 2700
CODE = 1000
METHOD = (
    "Each claim was marked in the text, worded as one statement and rated apart on three scales. "
    "The verdict says whether the evidence bears the claim out. Confidence says how well that "
    "judgement is founded. Likelihood is given only where the matter cannot be known yet.",
    "Every source carries a letter for its own reliability; every citation carries a figure for "
    "the credibility of what it says. The two are judged apart. A judgement is never overwritten: "
    "a later one supersedes it, and the earlier one stays in the history.",
)


def method(draft: Draft) -> None:
    """The part."""
    draft.appendix(tr("Method and scales"), "method", page_break=True)
    for words in METHOD:
        draft.say("Normal", run(tr(words)))
    for scale in used_scales(draft):
        _scale(draft, scale)


def used_scales(draft: Draft) -> list[Scale]:
    """The case's own scales, others that an assessment used, and those of sources."""
    case = draft.data.case
    ids = [case.verdict_scale, case.confidence_scale, case.likelihood_scale]
    for claim in draft.data.claims:
        for row in claim.history:
            ids += [row.verdict_scale, row.confidence_scale, row.likelihood_scale]
    if draft.data.sources:
        ids += [palette.RELIABILITY, palette.CREDIBILITY]
    if any(claim.matrix for claim in draft.data.claims):
        ids.append("ach-consistency")
    known = (palette.known_scale(scale_id) for scale_id in dict.fromkeys(filter(None, ids)))
    return [scale for scale in known if scale is not None]


def _scale(draft: Draft, scale: Scale) -> None:
    draft.table_caption(tr(scale.title))
    explained = any(_meaning(level) for level in scale.levels)
    names = (tr("Level"), tr("Meaning")) if explained else (tr("Code"), tr("Level"))
    widths = (NAME, TEXT_WIDTH - NAME) if explained else (CODE, TEXT_WIDTH - CODE)
    heads = [cell(run(name), style="TableHead") for name in names]
    draft.put(
        table(
            widths,
            [_row(scale, level, explained=explained) for level in scale.levels],
            heads=heads,
            title=tr(scale.title),
            summary=tr("One row for each level of the scale with its meaning."),
            keep_last=True,
        )
    )
    told = f" {sentence(tr(scale.note))}" if scale.note else ""
    draft.say("Note", run(tr("Source: {source}", source=sentence(tr(scale.source))) + told))


def _row(scale: Scale, level: Level, *, explained: bool) -> list[Cell]:
    """A level with its meaning; where a scale explains nothing, its code and its name."""
    if explained:
        return [_level(scale, level), cell(*(_meaning(level) or [run("–")]))]
    return [cell(run(level.code, look(bold=True))), cell(run(tr(level.label)))]


def _level(scale: Scale, level: Level) -> Cell:
    if level.look is not None:
        verdict = palette.verdict(scale.id, level.code)
        return cell(
            run(verdict.name, look(bold=True, color=verdict.ink)),
            shade=verdict.chip,
            bar=verdict.line,
        )
    bold = look(bold=True)
    if scale.kind == "confidence":
        return cell(
            run(f"{palette.dots(scale.id, level.code)} ", look(color="1F3A5F"))
            + run(tr(level.label), bold)
        )
    code = f"{level.code}  " if len(level.code) <= 2 else ""
    return cell(run(code, bold) + run(tr(level.label), look(bold=not code)))


def _meaning(level: Level) -> list[str]:
    """The band and the definition, then the same step in other published words."""
    first = "; ".join(
        piece for piece in (level.band, level.description and tr(level.description)) if piece
    )
    lines = [run(first)] if first else []
    if level.also:
        lines.append(run(tr("Also: {words}", words=level.also), look(color="565F6B")))
    return lines
