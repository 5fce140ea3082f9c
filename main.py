"""Verifier. Without a command it opens the window; `main.py --help` lists the commands."""

import gc
import os
import sys

# What loading makes stays: looking among it for circles is an eighth of the work of a start. A
# command makes some 80,000 objects before it begins.
gc.set_threshold(100_000)
# numpy's library for matrices would start a thread for each core. Nothing here has matrices.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from verifier.cli import main  # noqa: E402

if __name__ == "__main__":
    code = main(sys.argv[1:])
    # The process gives back all at once: no use in looking for circles once more.
    gc.freeze()
    sys.exit(code)
