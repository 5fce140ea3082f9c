"""Incidents and attributions in the window."""
