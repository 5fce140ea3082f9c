"""Citation data (CSL JSON): reading it from other tools' files, and writing references with it."""
