"""What each code is called on the page, and why it matters: English texts, which the catalogues translate."""
from __future__ import annotations

from ..i18n import N_

TITLES = {
    "number-changed": N_("Another number"),
    "magnitude-changed": N_("Off by a power of ten"),
    "unit-changed": N_("Another unit"),
    "bound-changed": N_("‘More than’, ‘about’ or ‘nearly’ changed"),
    "range-changed": N_("Another range"),
    "number-missing": N_("Number missing"),
    "number-added": N_("Number added"),
    "number-inconsistent": N_("Number contradicts itself"),
    "conversion": N_("Converted amount"),
    "date-changed": N_("Another date"),
    "era-changed": N_("Year wrongly converted"),
    "era-mixed": N_("Two calendars mixed"),
    "weekday-changed": N_("Another weekday"),
    "time-changed": N_("Another time"),
    "duration-changed": N_("Another length of time"),
    "date-missing": N_("Date missing"),
    "date-added": N_("Date added"),
    "date-impossible": N_("Impossible date"),
    "name-changed": N_("Another name"),
    "name-misspelt": N_("Name misspelt"),
    "name-missing": N_("Name missing"),
    "name-added": N_("Name added"),
    "name-inconsistent": N_("Name spelt in several ways"),
    "role-changed": N_("Another office or title"),
    "acronym-changed": N_("Another acronym"),
    "gender-changed": N_("Another gender"),
    "name-not-approved": N_("Not the approved name"),
    "passage-missing": N_("Passage missing"),
    "passage-added": N_("Passage added"),
    "passage-moved": N_("Passage moved"),
    "untranslated": N_("Not translated"),
    "negation-changed": N_("Yes became no, or no became yes"),
    "furniture": N_("Page furniture"),
    "not-a-translation": N_("Not a translation of this article"),
    "wrong-language": N_("Another language than expected"),
    "missing-translation": N_("Version missing"),
    "orphan-translation": N_("Version without an original"),
    "stale-translation": N_("Version older than the original"),
    "unused-suppression": N_("Decision no longer needed"),
    "unreadable": N_("File cannot be read"),
}

WHY = {
    "number-changed": N_("Both sentences give a figure in the same place, and the two do not have the same value."),
    "magnitude-changed": N_(
        "The digits agree but the size does not: a zero, a separator or a word such as million has changed."),
    "unit-changed": N_("The figure is the same, but it is counted in another unit, currency or thing."),
    "bound-changed": N_("The figure is the same, but how exact it is said to be has changed."),
    "range-changed": N_("A range begins or ends elsewhere, or has become a single figure."),
    "number-missing": N_("The original gives a figure here; the version has none that fits it."),
    "number-added": N_("The version gives a figure that the original does not have."),
    "number-inconsistent": N_("The version gives different figures for what the original says is one."),
    "conversion": N_("The amount is given in another unit; the result was computed again."),
    "date-changed": N_("Both sentences give a date in the same place, and it is not the same day, month or year."),
    "era-changed": N_("The Buddhist year is the common year plus 543; these two do not agree."),
    "era-mixed": N_("The version counts years in two calendars without saying so; readers cannot tell which."),
    "weekday-changed": N_("The weekday is another one, or does not belong to the date."),
    "time-changed": N_("The time of day is not the same."),
    "duration-changed": N_("The length of time is not the same."),
    "date-missing": N_("The original gives a date here; the version has none that fits it."),
    "date-added": N_("The version gives a date that the original does not have."),
    "date-impossible": N_("There is no such day in the calendar."),
    "name-changed": N_("Where the original names someone or something, the version names another."),
    "name-misspelt": N_("The name is recognisable, but not spelt as it should be in this language."),
    "name-missing": N_("The original gives a name here; the version has none that fits it."),
    "name-added": N_("The version gives a name that the original does not have."),
    "name-inconsistent": N_(
        "One name, several spellings in one version: readers may take it for several people or places."),
    "role-changed": N_("The office or title is another one, or belongs to someone else."),
    "acronym-changed": N_("The acronym is not the one the original uses, nor its form in this language."),
    "gender-changed": N_("A person is spoken of as a woman in one text and as a man in the other."),
    "name-not-approved": N_("Your glossary asks for another form of this name."),
    "passage-missing": N_("No sentence of the version says what the original says here."),
    "passage-added": N_("No sentence of the original says what the version says here."),
    "passage-moved": N_("The version says this in another place."),
    "untranslated": N_("These words are still in the original's language."),
    "negation-changed": N_("One sentence says that something is so, the other that it is not."),
    "furniture": N_("This belongs to the page, not to the article: a source line, a counter, a caption of a button."),
    "not-a-translation": N_("The two texts share a subject at most: sentence by sentence, they do not say the same."),
    "wrong-language": N_("The text is in another language than its name or settings say."),
    "missing-translation": N_("The settings expect this version, and there is no file of it."),
    "orphan-translation": N_("There is a version, and no original it could be compared with."),
    "stale-translation": N_("The original has changed since; these facts are still the old ones."),
    "unused-suppression": N_("A recorded decision matches no finding any more; it can be removed."),
    "unreadable": N_("The file could not be checked."),
}

SEVERITIES = {"error": N_("Error"), "warning": N_("Warning"), "info": N_("Note")}
KINDS = {"number": N_("Number"), "date": N_("Date"), "name": N_("Name"), "content": N_("Content"),
         "language": N_("Language"), "set": N_("Set")}
VERDICTS = {"ready": N_("Ready"), "look": N_("Look at {n}"), "stop": N_("Do not publish")}
RELATIONS = {"translation": N_("Full translation"), "abridged": N_("Abridged version"), "unfinished": N_("Unfinished"),
             "unrelated": N_("Another text")}
STATUSES = {"same": N_("agrees"), "differs": N_("differs"), "missing": N_("missing"), "added": N_("added"),
            "passage": N_("its passage is missing"), "unrelated": N_("not compared"), "unknown": N_("not compared")}
STATES = {"aligned": N_("translated"), "moved": N_("moved"), "missing": N_("missing"), "added": N_("added"),
          "furniture": N_("page furniture")}
ROLES = {"variant": N_("Other spelling or value"), "witness": N_("Another version"), "moved-to": N_("Now here"),
         "same-fact": N_("The same fact")}
NAME_TYPES = {"person": N_("person"), "place": N_("place"), "organisation": N_("organisation"), "event": N_("event"),
              "product": N_("product"), "acronym": N_("acronym"), "code": N_("code"), "name": N_("name")}
COUNTS = {"error": (N_("{n} error"), N_("{n} errors")), "warning": (N_("{n} warning"), N_("{n} warnings")),
          "info": (N_("{n} note"), N_("{n} notes"))}
NOVELTY = {"new": N_("new"), "unchanged": N_("known before")}
SILENCED = {"decision": N_("by a decision"), "comment": N_("by a comment in the text")}

SURENESS = {0: N_("Any confidence"), 50: N_("50 % sure or more"), 75: N_("75 % sure or more"),
            90: N_("90 % sure or more")}
DECISIONS = {"": N_("Any decision"), "open": N_("Open"), "decided": N_("Decided"), "fixed": N_("Fixed"),
             "fine": N_("Fine")}
REASONS = (N_("House style"), N_("Rounded on purpose"), N_("Local readers need it so"), N_("The original is wrong"),
           N_("Not a fault"))
KEYS = (("j k", N_("Next and previous finding")), ("f", N_("Mark as fixed")), ("e", N_("Fine because…")),
        ("u", N_("Undo the decision")), ("t", N_("Show in the text")), ("b", N_("Back to the finding")),
        ("n p", N_("Next and previous fact in the text")), ("/", N_("Search the findings")),
        ("1 2 3", N_("Only errors, warnings, notes")), ("0", N_("Show all")), ("d", N_("Decisions…")),
        ("?", N_("Keyboard and help")))
# What the checks measured, in the order in which it is shown; measures of other names only feed the model.
EVIDENCE = {"certainty": N_("sure of the rule itself"), "aligned": N_("the sentences belong together"),
            "link": N_("the words stand for each other"), "linked": N_("the words stand for each other"),
            "read": N_("surely a figure or a date"), "likeness": N_("alike as figures"), "sound": N_("alike in sound"),
            "coverage": N_("covered by the version"), "agreed": N_("texts that agree on another"),
            "upheld": N_("other versions that agree with the original"),
            "shared": N_("other versions that differ in the same way")}
