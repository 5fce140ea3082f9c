"""A region may be one of a picture inside a text without pages, which its SHA-256 tells."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the picture to passages and citations; the regions of before are of pages."""
    for table in ("highlights", "citations"):
        column = sa.Column("picture", sa.String(64), nullable=False, server_default="")
        op.add_column(table, column)
