"""Everything about one claim, at the right of the window."""
