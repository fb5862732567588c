"""Encoders known to the checker and the parameters learned for it: data, not code."""
