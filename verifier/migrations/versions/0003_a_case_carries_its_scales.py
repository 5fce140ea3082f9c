"""A case carries the scales of its own, so that it can be read elsewhere."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; a case of before carries none."""
    column = sa.Column("own_scales", sa.JSON(), nullable=False, server_default=sa.text("'{}'"))
    op.add_column("cases", column)
