"""Dates, times, durations and ages: what a sentence says of when and how long, as values.

Each language is one table (`checker/languages/<code>/dates.toml`): its words by class, and templates that say in which
order they make a date. `values` holds what a date can be, `extract` reads them, `compare` tells whether two agree.
"""
from .extract import extract
from .values import Detail, Duration, Either, Interval, Moment, Shift, iso, readings

__all__ = ["Detail", "Duration", "Either", "Interval", "Moment", "Shift", "extract", "iso", "readings"]
