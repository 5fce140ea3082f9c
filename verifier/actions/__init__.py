"""The verbs: small dataclasses that change a case and leave an entry in its audit trail.

An action holds plain values and ids, never rows. It only ever writes through a `Ledger`, and never
commits: `verifier.workspace` does.
"""
