"""Verifier: check a report line by line, rate its claims, hand out a verification report."""

__version__ = "0.1.0"
