"""Hostile input: generated and mutated files for every reader, extractor, the aligner and every output.

`targets.py` says what is fuzzed and what must hold, `generate.py` makes inputs, `corpus/` keeps those that once broke
something, `python -m tests.fuzz` (`make fuzz`) runs the targets for a set time, and `endurance.py` counts.
"""
