"""Verifier. Without a command it opens the window; `main.py --help` lists the commands."""

import sys

from verifier.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
