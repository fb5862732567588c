"""The checks, in report order. Each is a function from a `Pair` to discrepancies; one file a check."""
