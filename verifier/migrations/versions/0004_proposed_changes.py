"""Changes that somebody proposes to words of the case, until it is decided on them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

FIELDS = (
    "field IN ('statement', 'note', 'reason', 'findings', 'correction', 'assumptions', 'gaps', "
    "'would_change', 'passage', 'elsewhere')"
)


def upgrade() -> None:
    """Add the table; no case of before has a row of it."""
    op.create_table(
        "proposals",
        sa.Column("claim_id", sa.String(length=36), nullable=False),
        sa.Column("person_id", sa.String(length=36), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("old", sa.Text(), nullable=False),
        sa.Column("new", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("decided_at", sa.DateTime(), nullable=True),
        sa.Column("decided_by", sa.String(length=36), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("created_by", sa.String(length=36), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint(FIELDS, name=op.f("ck_proposals_field")),
        sa.CheckConstraint(
            "decision IN ('accepted', 'rejected') OR decision = ''",
            name=op.f("ck_proposals_decision"),
        ),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claims.id"], name=op.f("fk_proposals_claim_id_claims")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_proposals_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposals")),
    )
    with op.batch_alter_table("proposals", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_proposals_claim_id"), ["claim_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_proposals_person_id"), ["person_id"], unique=False)
