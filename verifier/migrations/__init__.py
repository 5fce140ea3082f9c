"""Schema versions, shipped with the program; run by `verifier.database`."""
