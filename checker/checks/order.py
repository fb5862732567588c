"""All checks, in report order."""
from __future__ import annotations

from . import (approved, attribution, before_after, bodies, calendar, clauses, confused, consistency, denied_poles,
               exchanges, fields, figures, genders, institutions, languages, linked_roles, names, negation, opposites,
               passages, pronouns, role_exchanges, roles, strange_countries, swaps, unrelated, untranslated)
from .pair import Check

CHECKS: tuple[Check, ...] = (
    unrelated.check, languages.check, passages.check, clauses.check, untranslated.check, figures.check,
    before_after.check, calendar.check, names.check, confused.check, attribution.check, roles.check, exchanges.check,
    role_exchanges.check, swaps.check, fields.check, institutions.check, linked_roles.check, bodies.check,
    genders.check, pronouns.check, strange_countries.check, consistency.check, approved.check, negation.check,
    opposites.check, denied_poles.check)
