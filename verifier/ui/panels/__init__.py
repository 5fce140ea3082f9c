"""The lists at the side of the window."""
