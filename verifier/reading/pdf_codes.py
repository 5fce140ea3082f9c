"""Code points that mean something of their own to the reading of a PDF."""

NEWLINE = 10
SPACE = 32
SOFT_HYPHEN = 0xAD
PRIVATE_FIRST, PRIVATE_LAST = 0xE000, 0xF8FF
"""A font's own signs."""
UNKNOWN = 0xFFFD
