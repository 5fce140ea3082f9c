"""Other formats in and out: annotation files, case packages, other tools' files."""
