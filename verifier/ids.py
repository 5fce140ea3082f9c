"""Ids are made in the client: undoing a removal, or merging a copy, restores the very same rows."""

from __future__ import annotations

import hashlib
import os
import time
import uuid


def new_id() -> str:
    """A UUIDv7 (RFC 9562): 48 bits of milliseconds since 1970, then random bits."""
    milliseconds = time.time_ns() // 1_000_000
    value = (milliseconds & (1 << 48) - 1) << 80 | int.from_bytes(os.urandom(10), "big")
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return str(uuid.UUID(int=value))


def lasting_number(key: str) -> int:
    """A number from 1 to 2^31 - 2 that is the same whenever it is made of the same key.

    Word's comments carry such a number through every editing; it says which remark of the case
    a comment is.
    """
    digest = hashlib.sha256(key.encode()).digest()
    return int.from_bytes(digest[:4], "big") % 0x7FFFFFFE + 1


def rating_key(claim_id: str) -> str:
    """Of the comment that says how a claim is rated."""
    return f"assessment:{claim_id}"


def passage_key(highlight_id: str) -> str:
    """Of the comment that says it again on a further passage of the claim."""
    return f"passage:{highlight_id}"


def comment_key(comment_id: str) -> str:
    """Of the comment that is a remark in the case."""
    return f"comment:{comment_id}"
