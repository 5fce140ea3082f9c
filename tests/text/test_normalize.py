"""Folding keeps the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.text.normalize import fold, folded
from verifier.text.ranges import TextRange


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("“It’s”", '"It\'s"'),
        ("veri\u00adfied", "verified"),
        ("veri\u00ad\n  fied", "verified"),
        ("veri-\r\nfied", "verified"),
        ("9 –\n15", "9 - 15"),
        ("a\u00a0 \n b", "a b"),
        ("ofﬁce…", "office..."),
        ("é", "e\u0301"),
        ("10²", "10²"),
        ("\ufeffx\u200by", "xy"),
        ("", ""),
    ],
)
def test_texts_that_read_the_same_fold_the_same(text: str, plain: str) -> None:
    assert folded(text) == plain


@given(st.text(alphabet="ab “”\u00ad-\n\r\u00a0ﬁé…👍\u200b", max_size=60), st.data())
def test_a_folded_range_leads_back_to_characters_that_fold_to_it(
    text: str, data: st.DataObject
) -> None:
    fold_of = fold(text)
    start = data.draw(st.integers(0, len(fold_of.text)))
    stop = data.draw(st.integers(start, len(fold_of.text)))
    span = fold_of.original(TextRange(start, stop))
    assert 0 <= span.start <= span.stop <= len(text)
    assert fold_of.text[start:stop] in folded(span.of(text)) or stop == start


@given(st.text(alphabet="ab “”\u00ad-\n\r\u00a0ﬁé…👍\u200b", max_size=60))
def test_every_index_has_a_place_in_the_folded_text_and_order_is_kept(text: str) -> None:
    fold_of = fold(text)
    places = [fold_of.index(index) for index in range(len(text) + 1)]
    assert places == sorted(places)
    assert all(0 <= place <= len(fold_of.text) for place in places)
