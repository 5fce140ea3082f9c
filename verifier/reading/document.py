"""What reading yields: the values live in `verifier.text.document`, where actions see them too."""

from verifier.text.document import Block, Notice, ReadDocument, ReadPage, Remark, Span

__all__ = ["Block", "Notice", "ReadDocument", "ReadPage", "Remark", "Span"]
