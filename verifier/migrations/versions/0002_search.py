"""An index of every word in the case.

What is indexed is derived from the other tables, so this revision installs the index as the
program defines it today; there is no old shape of it worth keeping.
"""

from __future__ import annotations

from alembic import op

from verifier.migrations import search_postgresql, search_sqlite

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Build the index from what the case holds."""
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        search_sqlite.install(connection)
    else:
        search_postgresql.install(connection)
