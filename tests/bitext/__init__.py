"""Sentence alignment of two files of one sentence a line, against a gold standard written by hand."""
