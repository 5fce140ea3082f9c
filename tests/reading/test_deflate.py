"""Packing and unpacking leave the processor as they found it."""

from __future__ import annotations

import zlib

import pytest

from verifier.reading import built, deflate

pytestmark = pytest.mark.skipif(built.LOOPS is None, reason="the set-up built no loops")

DATA = bytes(range(256)) * 100


def held() -> int:
    answer: int = built.LOOPS.are_registers_held()
    if answer < 0:
        pytest.skip("the processor does not tell")
    return answer


def test_isal_leaves_the_wide_registers_in_use_and_they_can_be_given_back() -> None:
    isal_zlib = pytest.importorskip("isal.isal_zlib")
    isal_zlib.compress(DATA, deflate.FAST)
    if not held():
        pytest.skip("this isal, or this processor, has no wide registers to forget")
    built.LOOPS.give_back_registers()
    assert not held()


def test_packing_and_unpacking_give_the_wide_registers_back() -> None:
    packed = deflate.compress(DATA)
    assert not held()
    assert deflate.decompress(packed) == DATA
    assert not held()


def test_what_one_library_packs_the_other_unpacks(monkeypatch: pytest.MonkeyPatch) -> None:
    by_isal = deflate.compress(DATA)
    monkeypatch.setattr(built, "LOOPS", None)
    assert deflate.decompress(by_isal) == DATA
    assert zlib.decompress(deflate.compress(DATA)) == DATA
