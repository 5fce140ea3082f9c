"""Carets for what has no glyph."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from verifier.reading.pdf_text import place_carets


@given(
    arrays.arrays(
        np.float32,
        st.tuples(st.just(4), st.integers(1, 12)),
        elements=st.sampled_from([0.0, 1.0, 2.0, 5.0]),
    )
)
def test_a_character_without_a_glyph_stands_at_the_end_of_the_one_before(
    columns: np.ndarray,
) -> None:
    given_boxes = columns.T.tolist()
    solid = [box[2] > box[0] and box[3] > box[1] for box in given_boxes]
    place_carets(columns)
    last = None
    for box, given_box, is_solid in zip(columns.T.tolist(), given_boxes, solid, strict=True):
        if is_solid:
            assert box == given_box
            last = given_box
        elif last is not None:
            assert box == [last[2], last[1], last[2], last[3]]
        elif any(solid):
            first = given_boxes[solid.index(True)]
            assert box == [first[0], first[1], first[0], first[3]]
        else:
            assert box == given_box
