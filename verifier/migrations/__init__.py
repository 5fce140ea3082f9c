"""Schema versions, shipped with the program; `verifier.database` decides when to run them.

The list is kept here as data, so that opening a case of today need not load Alembic, which takes
longer than all else that opening does.
"""

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009")
"""Every released schema, oldest first."""
