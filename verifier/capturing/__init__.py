"""Fetching one page from the network, when a person asks for that one; nothing else is fetched."""
