"""The scales: every file loads, says what it means, and can be read on screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from verifier import paths
from verifier.errors import Invalid
from verifier.scales import (
    Level,
    Look,
    Scale,
    load_scales,
    own_scales,
    read_scale,
    remove_own,
    scale,
    scale_of,
    table_of,
    write_own,
)

TEXT = "#1b1f24"

GOOD = """
id = "own"
title = "Own"
kind = "confidence"
version = "1"
source = "the house"
ordered = true

[[level]]
code = "low"
label = "Low"
rank = 1
"""


def _verdict_looks() -> list[tuple[str, Look]]:
    return [
        (f"{each.id}/{level.code}", level.look)
        for each in load_scales().values()
        for level in each.levels
        if level.look is not None
    ]


LOOKS = _verdict_looks()


def _luminance(colour: str) -> float:
    """Relative luminance of WCAG 2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(a: str, b: str) -> float:
    low, high = sorted((_luminance(a), _luminance(b)))
    return (high + 0.05) / (low + 0.05)


def test_every_shipped_file_is_a_scale_named_after_its_id() -> None:
    files = sorted((paths.resources() / "scales").glob("*.toml"))
    assert files
    for file in files:
        assert read_scale(file).id == file.stem


@pytest.mark.parametrize(
    "scale_id",
    ["verification", "house-5", "aap", "politifact", "icd203", "phia", "analytic"],
)
def test_the_scales_that_a_case_may_choose_are_shipped(scale_id: str) -> None:
    assert scale(scale_id).source


@pytest.mark.parametrize(
    ("scale_id", "code"), [("nato-reliability", "F"), ("nato-credibility", "6")]
)
def test_what_cannot_be_judged_is_unrated_and_has_no_number(scale_id: str, code: str) -> None:
    level = scale(scale_id).level(code)
    assert not level.is_rated
    assert not level.numbers


def test_reliability_falls_from_a_to_e() -> None:
    ranks = [scale("nato-reliability").level(code).rank for code in "ABCDE"]
    assert ranks == [5, 4, 3, 2, 1]


def test_a_forecast_of_the_two_yardsticks_keeps_their_own_bands() -> None:
    likely = scale("icd203").level("likely")
    assert (likely.low, likely.high) == (55, 80)
    likely = scale("phia").level("likely")
    assert (likely.label, likely.low, likely.high) == ("Likely or Probable", 55, 75)


def test_unnumbered_verdicts_have_no_rank() -> None:
    unrated = {level.code for level in scale("house-5").levels if not level.is_rated}
    assert unrated == {"misleading", "unproven", "satire", "not-checkable"}


def test_an_unknown_code_is_refused_with_the_known_ones() -> None:
    with pytest.raises(Invalid, match=r"“maybe”.*Verification.*supported_imprecise"):
        scale("verification").level("maybe")


def test_an_unknown_scale_is_refused_with_the_known_ones() -> None:
    with pytest.raises(Invalid, match=r"“nope”.*icd203"):
        scale("nope")


@pytest.mark.parametrize(("name", "look"), LOOKS, ids=[name for name, _ in LOOKS])
def test_text_is_readable_on_every_verdict(name: str, look: Look) -> None:
    assert _contrast(look.ink, look.chip) >= 4.5
    assert _contrast(look.dark_ink, look.dark_chip) >= 4.5
    assert _contrast(TEXT, look.tint) >= 4.5
    assert _contrast(look.line, "#ffffff") >= 4.5


@pytest.mark.parametrize("attribute", ["tint", "line", "chip", "sign", "pattern", "icon"])
def test_two_verdicts_of_one_scale_never_share_a_signal(attribute: str) -> None:
    for each in load_scales().values():
        seen = [getattr(level.look, attribute) for level in each.levels if level.look]
        assert len(seen) == len(set(seen)), each.id


@pytest.mark.parametrize(("name", "look"), LOOKS, ids=[name for name, _ in LOOKS])
def test_every_verdict_has_its_icon(name: str, look: Look) -> None:
    assert (paths.resources() / "icons" / f"{look.icon}.svg").is_file()


def test_own_scales_are_added_and_take_precedence(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "analytic.toml").write_text(GOOD.replace('"own"', '"analytic"'), encoding="utf-8")
    scales = load_scales(None, tmp_path)
    assert scales["own"].levels == (Level("low", "Low", rank=1),)
    assert scales["analytic"].title == "Own"
    assert "house-5" in scales


def test_an_own_folder_that_is_not_there_adds_nothing(tmp_path: Path) -> None:
    assert load_scales(None, tmp_path / "none") == load_scales()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (GOOD + "extra = \nmore = 1\n", "line 13"),
        (GOOD.replace('title = "Own"\n', ""), "the scale lacks “title”"),
        (GOOD + 'colour = "red"\n', "level 1 (“low”) has an unknown field “colour”"),
        (
            GOOD.replace("rank = 1", 'rank = "1"'),
            "“rank” of level 1 (“low”) must be a whole number",
        ),
        (GOOD.replace("ordered = true", "ordered = 1"), "“ordered” of the scale must be true or"),
        (GOOD.replace("ordered = true", "ordered = false"), "has no ranks"),
        (GOOD + GOOD[GOOD.index("[[level]]") :], "the code “low” stands on more than one level"),
        (GOOD[: GOOD.index("[[level]]")], "it has no [[level]]"),
        (GOOD.replace("confidence", "verdict"), "needs a [level.look]"),
        (GOOD + "low = 20\n", "needs both low and high"),
        (GOOD + "low = 20\nhigh = 10\n", "low below high"),
        (GOOD + 'numbers = { stix = "x" }\n', "must be names with numbers"),
        (GOOD + '[level.look]\ntint = "#fff"\n', "look of level 1 (“low”) lacks “line”"),
        ("level = 3\n", "it has no [[level]]"),
    ],
)
def test_a_bad_scale_file_is_told_with_its_name_and_the_place(
    tmp_path: Path, text: str, words: str
) -> None:
    file = tmp_path / "bad.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(Invalid) as caught:
        read_scale(file)
    assert "bad.toml" in caught.value.what
    assert words in caught.value.what


def test_a_scale_file_that_is_not_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "bad.toml"
    file.write_bytes(b"id = \xff")
    with pytest.raises(Invalid, match="not UTF-8"):
        read_scale(file)


def test_a_scale_can_be_hashed_and_compared() -> None:
    assert isinstance(scale("analytic"), Scale)
    assert len({scale("analytic"), scale("analytic")}) == 1


@pytest.mark.parametrize("scale_id", sorted(load_scales()))
def test_a_scale_comes_back_from_its_file_as_it_was(scale_id: str) -> None:
    own = load_scales()[scale_id]
    path = write_own(own)
    assert read_scale(path) == own
    assert own_scales() == {scale_id: own}
    remove_own(scale_id)
    assert own_scales() == {}


def test_any_text_survives_the_file_of_a_scale() -> None:
    table = table_of(load_scales()["analytic"])
    table |= {"note": 'a "quote", a \\ and\na line\tof \x7f 👍🏽', "id": "ours"}
    made = scale_of(table, "ours.toml")
    assert read_scale(write_own(made)) == made


def test_an_id_that_is_no_file_name_is_refused() -> None:
    table = {**table_of(load_scales()["analytic"]), "id": "../ours"}
    with pytest.raises(Invalid, match="small letters"):
        write_own(scale_of(table, "ours.toml"))
