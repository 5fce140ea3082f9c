"""Which running lines a passage goes over, and what remains of it without them."""

from __future__ import annotations

import pytest

from verifier.text.document import Block
from verifier.text.ranges import TextRange
from verifier.text.running import parts_of, passed_over, running_of

TEXT = "It was\nnote\nhead\n12\nseen.\nhead\n13\nEnd."


def of(words: str, text: str = TEXT) -> TextRange:
    start = text.index(words)
    return TextRange(start, start + len(words))


def running() -> tuple[TextRange, ...]:
    lines, at = [], 0
    for line in TEXT.split("\n"):
        kind = "paragraph" if line[-1] in "s." else "header"
        lines.append(Block(at, at + len(line), kind))
        at += len(line) + 1
    return running_of(reversed(lines))


def over(words: str) -> list[str]:
    return [each.of(TEXT) for each in passed_over(of(words), running())]


@pytest.mark.parametrize(
    ("words", "passed"),
    [
        ("It was\nnote\nhead\n12\nseen.", ["note", "head", "12"]),
        ("was\nnote\nhead\n12\ns", ["note", "head", "12"]),
        ("s\nnote\nhead\n12\nseen.\nhead\n13\nE", ["note", "head", "12", "head", "13"]),
        ("It was", []),
        ("was\nnote\nhead\n12", []),
        ("was\nnote\nhead\n12\n", []),
        ("was\nnote\nhe", []),
        ("\nnote\nhead\n12\nseen.", []),
        ("note\nhead\n12\nseen.", []),
        ("ote\nhead\n12\nseen.", []),
        ("head\n12\nseen.\nhead\n13\nEnd.", ["head", "13"]),
        ("was\nnote\nhead\n12\nseen.\nhead\n13", ["note", "head", "12"]),
        ("head", []),
        ("ea", []),
    ],
)
def test_a_passage_goes_over_the_lines_between_its_words(words: str, passed: list[str]) -> None:
    assert over(words) == passed


def test_what_remains_of_a_passage_has_its_order_and_no_empty_parts() -> None:
    whole = TextRange(10, 20)
    lines = [TextRange(0, 4), TextRange(8, 12), TextRange(12, 14), TextRange(15, 16),
             TextRange(18, 30), TextRange(40, 50)]  # fmt: skip
    assert parts_of(whole, lines) == [TextRange(14, 15), TextRange(16, 18)]
    assert parts_of(whole, ()) == [whole]
    assert parts_of(TextRange(5, 5), ()) == []
