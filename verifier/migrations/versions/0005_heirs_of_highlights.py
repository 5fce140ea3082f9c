"""An index that finds the heir of a passage on a later edition, asked for with every claim."""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the index."""
    op.create_index(op.f("ix_highlights_replaces_id"), "highlights", ["replaces_id"], unique=False)
