"""A citation may quote a region of a page or a picture instead of words."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the rectangles; the citations of before have none."""
    column = sa.Column("rectangles", sa.JSON(), nullable=False, server_default=sa.text("'[]'"))
    op.add_column("citations", column)
