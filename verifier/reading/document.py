"""What reading yields: the values live in `verifier.text.document`, where actions see them too."""

from verifier.text.document import RUNNING, Block, Notice, ReadDocument, ReadPage, Remark, Span

__all__ = ["RUNNING", "Block", "Notice", "ReadDocument", "ReadPage", "Remark", "Span"]
