"""Finds the figures, dates and names that drift between an article and its translations."""

__version__ = "0.1.0"
