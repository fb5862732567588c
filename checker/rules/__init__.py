"""One document a code: what it does, why, an example, how to fix it. Read by `checker.explain`; data only."""
