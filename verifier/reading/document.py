"""What reading yields: the values live in `verifier.text.document`, where actions see them too."""

from verifier.text.document import (
    RUNNING,
    TARGET,
    Block,
    Notice,
    ReadDocument,
    ReadPage,
    Remark,
    Span,
)

__all__ = [
    "RUNNING",
    "TARGET",
    "Block",
    "Notice",
    "ReadDocument",
    "ReadPage",
    "Remark",
    "Span",
    "without_text",
]


def without_text(number: int) -> Notice:
    """The notice that a page is a picture without text."""
    words = (
        f"Page {number} is a picture without text, as a scanner makes it: "
        "nothing on it can be selected or found."
    )
    return Notice("no-text", words, number)
