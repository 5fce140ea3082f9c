"""A passage is said in one line as a person reads it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.text.one_line import as_statement, in_one_line, without
from verifier.text.ranges import TextRange


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("two\nlines  of\u00a0words", "two lines of words"),
        ("difficult to com\u00ad\npile than", "difficult to compile than"),
        ("a soft\u00adware", "a software"),
        ("from 1914-\n1918 on", "from 1914-1918 on"),
        ("seventy \u2013\nmore than", "seventy \u2013 more than"),
        ("- one\n- two", "- one - two"),
        ("", ""),
    ],
)
def test_line_ends_and_soft_hyphens_are_not_said(text: str, said: str) -> None:
    assert in_one_line(text) == said


@given(st.text(alphabet="ab1 -\u00ad\u2010\n\t", max_size=40))
def test_nothing_but_white_space_and_hyphens_at_line_ends_is_lost(text: str) -> None:
    said = in_one_line(text)
    assert "\n" not in said
    assert "  " not in said
    assert [c for c in said if c.isalnum()] == [c for c in text if c.isalnum()]
    assert in_one_line(said) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (", the bridge is open", "the bridge is open"),
        (" the bridge\nis open", "the bridge is open"),
        (") and two more", "and two more"),
        ("”, said the ministry", "said the ministry"),
        (".” The bridge is open", "The bridge is open"),
        ("’ he said", "he said"),
        ("– on Monday", "on Monday"),
        ("... and then", "and then"),
        ("، قالت الوزارة", "قالت الوزارة"),
        ("“The bridge” is open", "“The bridge” is open"),
        ("“‘Open’, he said”", "“‘Open’, he said”"),
        ("»Ja«, sagte sie", "»Ja«, sagte sie"),
        ("(two of them) were", "(two of them) were"),
        ("-3 degrees", "-3 degrees"),
        ("$5 million", "$5 million"),
        ("§ 3 says", "§ 3 says"),
        (".NET is", ".NET is"),
        ("¿Dónde?", "¿Dónde?"),
        ("'tis", "'tis"),
        (") ,", ") ,"),
    ],
)
def test_a_statement_begins_at_its_first_word(text: str, said: str) -> None:
    assert as_statement(text) == said


def test_lines_between_are_left_out_with_their_ends() -> None:
    text = "of the\n12\nReport\nagency"
    feet = [TextRange(107, 109), TextRange(110, 116)]
    assert without(text, 100, feet) == "of the\nagency"
    assert without(text, 100, []) == text
    assert without("12\nReport", 107, [TextRange(90, 95), TextRange(112, 125)]) == "12\nReport"


def test_what_a_passage_begins_or_ends_with_stays_in_it() -> None:
    text = "1 See\npage 4.\n12\nReport"
    lines = [TextRange(100, 113), TextRange(114, 116), TextRange(117, 123)]
    assert without(text, 100, lines) == text
    assert without("been\n" + text, 95, lines) == "been\n" + text
    assert without("been\n" + text + "\ndown", 95, lines) == "been\ndown"
