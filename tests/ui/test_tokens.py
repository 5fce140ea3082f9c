"""Text can be read on every background it stands on, in both themes."""

from __future__ import annotations

import pytest

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
