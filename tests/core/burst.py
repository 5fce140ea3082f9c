"""A child process for test_durability: makes claims as fast as it can and says each that is saved.

Arguments: the case, how many claims, and `limit=BYTES` for the largest file it may write.
"""

from __future__ import annotations

import resource
import signal
import sys

from factories import OWNER

from verifier.actions.claims import AddClaim
from verifier.errors import VerifierError
from verifier.workspace import Workspace


def main(path: str, count: int, limit: int = 0) -> None:
    """Print the id of each claim once `do` has returned; then the error, if there was one."""
    try:
        with Workspace.open(path, person=OWNER) as workspace:
            if limit:
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
            for number in range(count):
                action = AddClaim(f"Claim {number} " + "x" * (500 if limit else 10))
                workspace.do(action)
                print(action.id, flush=True)
    except VerifierError as error:
        print(f"{type(error).__name__}: {error}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
