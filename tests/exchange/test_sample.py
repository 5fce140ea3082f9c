"""The sample case: complete, exact, and in the project's own format."""

from __future__ import annotations

import hashlib

import pytest

from verifier import paths
from verifier.exchange.annotations import parse
from verifier.exchange.entries import Annotations
from verifier.scales import scale
from verifier.text.anchoring import Anchorer, AnchorStatus
from verifier.text.ranges import TextRange
from verifier.text.selectors import PositionSelector, QuoteSelector, Selectors

FOLDER = paths.resources() / "sample"


@pytest.fixture(scope="module")
def sample() -> Annotations:
    return parse((FOLDER / "case.json").read_bytes())


@pytest.fixture(scope="module")
def report() -> str:
    return (FOLDER / "report.txt").read_bytes().decode("utf-8")


def test_it_holds_the_whole_case(sample: Annotations) -> None:
    assert len(sample.claims) == 26
    assert len(sample.sources) == 93
    assert sum(len(claim.citations) for claim in sample.claims) == 100
    assert len(sample.attributions) == 21
    (matrix,) = sample.ach
    assert [each.id for each in matrix.hypotheses] == ["H1", "H2", "H3", "H4", "H5"]
    assert sum(len(item.cells or ()) for item in matrix.items) == 19 * 4


def test_the_report_is_the_one_the_annotations_speak_of(sample: Annotations, report: str) -> None:
    content = (FOLDER / "report.txt").read_bytes()
    assert sample.document is not None
    assert sample.document.sha256 == hashlib.sha256(content).hexdigest()
    assert (sample.document.size, sample.document.characters) == (len(content), len(report))


def test_each_quote_stands_where_it_says(sample: Annotations, report: str) -> None:
    anchorer = Anchorer(report)
    for claim in sample.claims:
        (mark,) = claim.highlights
        assert mark.start is not None
        assert mark.stop is not None
        assert report[mark.start : mark.stop] == mark.quote
        selectors = Selectors(
            QuoteSelector(mark.quote, mark.prefix, mark.suffix),
            PositionSelector(mark.start, mark.stop),
        )
        anchor = anchorer.locate(selectors)
        assert anchor.status is AnchorStatus.EXACT
        assert anchor.range == TextRange(mark.start, mark.stop)


def test_a_nested_claim_lies_within_another(sample: Annotations) -> None:
    marks = {claim.id: claim.highlights[0] for claim in sample.claims}
    outer, inner = marks["C18"], marks["C19"]
    assert (outer.start, outer.stop) == (1859, 1941)
    assert (inner.start, inner.stop) == (1910, 1937)


def test_every_rating_is_a_code_of_a_shipped_scale(sample: Annotations) -> None:
    for source in sample.sources:
        scale("nato-reliability").level(source.reliability)
        scale("nato-credibility").level(source.credibility)
        assert source.reliability_reason
    for claim in sample.claims:
        assert claim.assessment is not None
        scale(claim.assessment.verdict_scale).level(claim.assessment.verdict)
        scale(claim.assessment.confidence_scale).level(claim.assessment.confidence)
        assert claim.assessment.reason
    chosen = {
        "actor_category": "actor-category",
        "level": "attribution-level",
        "basis": "attribution-basis",
        "kind": "attribution-type",
    }
    for attribution in sample.attributions:
        for field, scale_id in chosen.items():
            if code := getattr(attribution, field):
                scale(scale_id).level(code)
        for nature in attribution.natures:
            scale("attribution-nature").level(nature)
    for incident in sample.incidents:
        scale("incident-type").level(incident.kind)
