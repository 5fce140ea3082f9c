"""Code points that mean something of their own to the reading of a PDF."""

NEWLINE = 10
SPACE = 32
HYPHEN = 0x2D
SOFT_HYPHEN = 0xAD
TYPOGRAPHIC_HYPHEN = 0x2010
"""What browsers draw where they divide a word."""
LEFTWARD_FIRST, LEFTWARD_LAST = 0x0590, 0x08FF
FORMS_FIRST, FORMS_LAST = 0xFB1D, 0xFEFC
"""Scripts that are written to the left, and the forms of their letters."""
PRIVATE_FIRST, PRIVATE_LAST = 0xE000, 0xF8FF
"""A font's own signs."""
UNKNOWN = 0xFFFD
