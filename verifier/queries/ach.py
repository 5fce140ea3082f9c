"""Analysis of competing hypotheses: scores from the codes of a matrix, by the published methods.

Only inconsistency counts: the account with the least of it stands best, and evidence that fits
every account equally says nothing. Codes are stored, scores are computed here and never stored.
Sources: PARC ACH (sum of credibility x relevance x score) and Open Source ACH by M. Burton
(credibility alone); the numbers stand in the scales ach-consistency and ach-weight.
"""

from __future__ import annotations

import calendar
import statistics
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from verifier.scales import scale

_SMALL = 1e-9  # differences of sums below this are rounding


@dataclass(frozen=True, slots=True)
class AchRow:
    """A row of the matrix. A hypothesis without a cell was not rated."""

    id: str
    cells: Mapping[str, str] = field(hash=False)
    credibility: str = "M"
    relevance: str = "M"
    group: str = ""
    """Rows with one origin share it; empty stands alone."""
    date: str = ""
    """Since when it is known: ISO 8601, reduced precision or a range."""


@dataclass(frozen=True, slots=True)
class Method:
    """A way to score: which numbers of the scales, and whether relevance weighs too."""

    id: str
    title: str
    score: str
    weight: str = ""
    uses_relevance: bool = False


UNWEIGHTED = Method("unweighted", "Sum of inconsistencies", "osach")
DECIMAL = Method("decimal", "Credibility x relevance, 1.0, 0.7 and 0.4", "osach", "decimal", True)
PARC = Method("parc", "PARC ACH, weighted", "parc", "parc", True)
OPEN_SOURCE = Method("osach", "Open Source ACH", "osach", "osach")
METHODS = (UNWEIGHTED, DECIMAL, PARC, OPEN_SOURCE)

# Open Source ACH: population standard deviation of a cell's scores up to which raters agree so far.
_CONSENSUS = ((0.25, "Consensus"), (1.0, "Mild Disagreement"), (1.74, "Strong Disagreement"))


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """What dropping one row does."""

    dropped: str
    scores: Mapping[str, float] = field(hash=False)
    changes_best: bool


def scores(
    rows: Iterable[AchRow],
    hypotheses: Sequence[str],
    method: Method = DECIMAL,
    *,
    one_per_group: bool = False,
) -> dict[str, float]:
    """The inconsistency of each hypothesis that was rated; 0 is none, PARC counts downwards.

    A hypothesis without any cell has no score: it would seem the best for want of work.
    With `one_per_group` the strongest inconsistency of each dependency group counts alone.
    """
    rows = list(rows)
    result = {}
    for hypothesis in hypotheses:
        if not any(row.cells.get(hypothesis) for row in rows):
            continue
        parts = [(row.group, contribution(row, hypothesis, method)) for row in rows]
        result[hypothesis] = _strongest(parts) if one_per_group else sum(part for _, part in parts)
    return result


def contribution(row: AchRow, hypothesis: str, method: Method = DECIMAL) -> float:
    """What one cell adds to the score of its hypothesis; nothing where it is not rated."""
    code = row.cells.get(hypothesis)
    if not code:
        return 0.0
    score = scale("ach-consistency").level(code).numbers[method.score]
    if method.weight:
        weights = scale("ach-weight")
        score *= weights.level(row.credibility).numbers[method.weight]
        if method.uses_relevance:
            score *= weights.level(row.relevance).numbers[method.weight]
    return float(score)


def ranking(scored: Mapping[str, float]) -> list[str]:
    """Hypotheses from the least to the most inconsistent; equal ones keep their order."""
    return sorted(scored, key=lambda hypothesis: round(abs(scored[hypothesis]), 9))


def best(scored: Mapping[str, float]) -> set[str]:
    """The least inconsistent hypotheses: several where they are equal."""
    least = min(map(abs, scored.values()), default=0.0)
    return {hypothesis for hypothesis, score in scored.items() if abs(score) - least < _SMALL}


def diagnosticity(row: AchRow, hypotheses: Iterable[str]) -> int:
    """How far the row tells the hypotheses apart: 0 (rated the same everywhere) to 4.

    The span between its highest and lowest rated cell, in steps of the scale. Cells that are
    empty or not applicable are not rated.
    """
    levels = scale("ach-consistency")
    codes = [row.cells[hypothesis] for hypothesis in hypotheses if row.cells.get(hypothesis)]
    ranks = [rank for rank in (levels.level(code).rank for code in codes) if rank is not None]
    return max(ranks) - min(ranks) if ranks else 0


def as_of(rows: Iterable[AchRow], day: str) -> list[AchRow]:
    """The rows known at the end of a day (ISO 8601). Undated rows always count.

    A month, a year or a range counts from its last day.
    """
    return [row for row in rows if not row.date or _last_day(row.date) <= day]


def without(rows: Iterable[AchRow], dropped: Iterable[str]) -> list[AchRow]:
    """The rows but for those with the given ids."""
    gone = set(dropped)
    return [row for row in rows if row.id not in gone]


def sensitivity(
    rows: Sequence[AchRow],
    hypotheses: Sequence[str],
    method: Method = DECIMAL,
    *,
    one_per_group: bool = False,
) -> list[Sensitivity]:
    """For each row: the scores without it, and whether another hypothesis would then stand best."""
    now = best(scores(rows, hypotheses, method, one_per_group=one_per_group))
    result = []
    for row in rows:
        rest = scores(without(rows, [row.id]), hypotheses, method, one_per_group=one_per_group)
        result.append(Sensitivity(row.id, rest, best(rest) != now))
    return result


def consensus(codes: Iterable[str]) -> str:
    """How far several raters of one cell agree, in the words of Open Source ACH."""
    levels = scale("ach-consistency")
    numbers = [levels.level(code).numbers["osach_consensus"] for code in codes if code]
    spread = round(statistics.pstdev(numbers), 4) if numbers else 0.0
    return next((word for limit, word in _CONSENSUS if spread <= limit), "Extreme Disagreement")


def _strongest(parts: Iterable[tuple[str, float]]) -> float:
    alone, groups = 0.0, dict[str, float]()
    for group, part in parts:
        if not group:
            alone += part
        elif abs(part) > abs(groups.get(group, 0.0)):
            groups[group] = part
    return alone + sum(groups.values())


def _last_day(date: str) -> str:
    end = date.rpartition("/")[2]
    if len(end) == 4:
        return f"{end}-12-31"
    if len(end) == 7:
        return f"{end}-{calendar.monthrange(int(end[:4]), int(end[5:]))[1]}"
    return end
