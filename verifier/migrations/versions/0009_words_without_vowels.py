"""The search index holds words of Arabic and Hebrew without the signs that most leave out."""

from __future__ import annotations

from alembic import op

from verifier.migrations import search_postgresql, search_sqlite

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Build the index anew."""
    connection = op.get_bind()
    module = search_sqlite if connection.dialect.name == "sqlite" else search_postgresql
    module.install(connection)
