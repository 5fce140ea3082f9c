"""What the world sees: the Word report and every other way out. Frozen rows in, files out."""
