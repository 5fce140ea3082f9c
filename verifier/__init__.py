"""Verifier: check a report line by line, rate its claims, and hand out the result as a Word report."""

__version__ = "0.1.0"
