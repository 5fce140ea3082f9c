"""Text can be read on every background it stands on, in both themes."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from verifier.queries.claims import AssessmentRow
from verifier.scales import Scale, known_scales
from verifier.states import Stance
from verifier.ui.looks import stance_chip, verdict_chip
from verifier.ui.tokens import DARK, LIGHT, TEXT_PAIRS, Tokens, contrast


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS, ids=lambda name: str(name))
def test_text_keeps_a_contrast_of_four_and_a_half(tokens: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_outline_of_a_control_can_be_seen(tokens: Tokens) -> None:
    assert contrast(tokens.control, tokens.surface) >= 3.0
    assert contrast(tokens.control, tokens.window) >= 3.0


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("stance", list(Stance))
def test_what_a_citation_does_can_be_read_on_its_chip(stance: Stance, tokens: Tokens) -> None:
    chip = stance_chip(stance.value, "", tokens)
    assert contrast(chip.ink, chip.ground) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("scale", known_scales().values(), ids=lambda scale: scale.id)
def test_each_verdict_of_each_scale_can_be_read_on_its_chip(scale: Scale, tokens: Tokens) -> None:
    for level in scale.levels:
        chip = verdict_chip(rated(scale.id, level.code), tokens, "Not rated")
        assert contrast(chip.ink, chip.ground) >= 4.5, level.code
    unrated = verdict_chip(None, tokens, "Not rated")
    assert contrast(unrated.ink, unrated.ground) >= 4.5


def rated(scale_id: str, code: str) -> AssessmentRow:
    """A rating with this verdict."""
    now = datetime(2026, 1, 1, tzinfo=UTC)
    words = ("", "", "", "", "")
    return AssessmentRow(
        *("a", "c", "p", "Anna", now, scale_id, code, *words),
        *([], "", [], [], [], None, ""),
    )
