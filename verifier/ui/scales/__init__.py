"""The editor for rating scales of one's own."""
