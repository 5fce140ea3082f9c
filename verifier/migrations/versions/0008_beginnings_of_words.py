"""The search index of a file knows the beginnings of words; a server's knows them anyway."""

from __future__ import annotations

from alembic import op

from verifier.migrations import search_sqlite

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Build the index of a file anew."""
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        search_sqlite.install(connection)
