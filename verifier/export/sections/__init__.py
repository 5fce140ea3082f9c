"""The parts of the report, one file each. Each is a function that writes into the draft."""
