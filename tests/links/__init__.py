"""Word links against a gold set written by hand."""
