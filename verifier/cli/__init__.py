"""The command line: whatever the window can do to a case, a script can do.

Exit codes: 0 done, 1 could not be done (the reason is on standard error), 2 wrong usage.
"""

from verifier.cli.entry import main

__all__ = ["main"]
