"""The languages in which people read reports: gettext catalogues, read with Babel.

A message's id is its English text; `reports/locale/<code>.po` holds it in another language. A further language of the
interface is one more file. Catalogues are read as text when first asked for, so nothing has to be compiled at build.
"""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files

from .finding import LANGUAGE_PLACES, Message

SOURCE = "en"
_LOCALE = files("checker.reports") / "locale"


def N_(text: str) -> str:
    """Mark a text for the catalogues where it is written; it is translated where it is shown.

    >>> N_("Error")
    'Error'
    """
    return text


@dataclass(frozen=True)
class Catalogue:
    """One language's texts: `forms` maps an English id to its translation, or to one translation a plural form.

    `categories` names the plural forms by CLDR's categories ("one", "few", "other" …), in the order of the catalogue's.
    """

    language: str
    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    categories: tuple[tuple[str, ...], ...] = (("one",), ("other",))

    def text(self, msgid: str) -> str:
        """The text in this language; the English one where it has none.

        A message may be several texts one after the other, each of which begins with its blank.

        >>> Catalogue("nl", {"A.": ("Eén.",), " B.": (" Twee.",)}).text("A. B.")
        'Eén. Twee.'
        """
        if msgid not in self.forms and (cut := msgid.rfind(". ", 0, -1)) > 0:
            return self.text(msgid[:cut + 1]) + self.forms.get(msgid[cut + 1:], (msgid[cut + 1:],))[0]
        return self.forms.get(msgid, (msgid,))[0]

    def plural(self, one: str, many: str) -> Mapping[str, str]:
        """The forms of a text that counts something, by CLDR's category; "other" is always among them.

        >>> catalogue("nl").plural("{n} day", "{n} days"), catalogue("vi").plural("{n} day", "{n} days")
        ({'one': '{n} dag', 'other': '{n} dagen'}, {'other': '{n} ngày'})
        """
        forms = self.forms.get(one)
        named = zip(self.categories, forms) if forms else ((("one",), one), (("other",), many))
        made = {category: form for categories, form in named for category in categories}
        return {**made, "other": made.get("other", forms[-1] if forms else many)}

    def count(self, one: str, many: str, number: str | int) -> str:
        """The form that goes with a number, the number still a named place in it."""
        forms = self.plural(one, many)
        return forms.get(category(self.language, number), forms["other"])

    def message(self, message: Message) -> str:
        """A finding's message, its places filled in, languages by their names."""
        shown = {name: ", ".join(language_name(code, self.language) for code in value.split(", "))
                 if name in LANGUAGE_PLACES else value for name, value in message.arguments.items()}
        return self.text(message.template).format(**shown)


def category(language: str, number: str | int) -> str:
    """CLDR's plural category of a number in a language: what `Intl.PluralRules` says in a browser.

    >>> category("fr", "1.5"), category("nl", "1.5"), category("vi", 1)
    ('one', 'other', 'other')
    """
    from babel import Locale

    return str(Locale.parse(language).plural_form(Decimal(number)))


def _categories(language: str, rule: str, count: int) -> tuple[tuple[str, ...], ...]:
    """The categories that each of a catalogue's plural forms is for, by trying numbers of every kind.

    `rule` is gettext's ("n != 1"), `count` how many forms it tells apart.
    """
    from gettext import c2py

    form_of, found = c2py(rule), [dict[str, None]() for _ in range(count)]
    for number in (1_000_000, *range(200)):  # French has a category for millions.
        found[form_of(number)].setdefault(category(language, number))
    return tuple(tuple(sorted(names)) for names in found)


@lru_cache(maxsize=None)
def languages() -> tuple[str, ...]:
    """Codes of the languages reports can be read in, English first."""
    found = (f.name.removesuffix(".po") for f in _LOCALE.iterdir() if f.name.endswith(".po"))
    return (SOURCE, *sorted(found))


@lru_cache(maxsize=None)
def catalogue(language: str) -> Catalogue:
    """A language's catalogue; English for a language there is none of ("de"), the plain one for a variant ("nl-BE")."""
    code = language.replace("_", "-").split("-")[0].lower()
    if code == SOURCE or code not in languages():
        return Catalogue(SOURCE)
    from babel.messages.pofile import read_po

    with (_LOCALE / f"{code}.po").open("rb") as file:
        entries = read_po(file, locale=code)
    forms = {_first(e.id): said for e in entries if e.id and (said := _forms(e.string))}
    return Catalogue(code, forms, _categories(code, entries.plural_expr, entries.num_plurals))


def _first(msgid: str | Sequence[str]) -> str:
    return msgid if isinstance(msgid, str) else msgid[0]


def _forms(string: str | Sequence[str] | None) -> tuple[str, ...]:
    forms = (string,) if isinstance(string, str) else tuple(string or ())
    return forms if all(forms) else ()


def endonym(language: str) -> str:
    """A language's name in itself, as a menu of languages prints it.

    >>> endonym("vi")
    'Tiếng Việt'
    """
    from babel import Locale, UnknownLocaleError

    try:
        name = Locale.parse(language, sep="-").get_display_name(language)
    except (UnknownLocaleError, ValueError):
        return language
    return name[:1].upper() + name[1:] if name else language


@lru_cache(maxsize=None)
def language_name(language: str, shown_in: str) -> str:
    """A language's name in another one.

    >>> language_name("vi", "nl")
    'Vietnamees'
    """
    from babel import Locale, UnknownLocaleError

    try:
        name = Locale.parse(language, sep="-").get_display_name(shown_in)
    except (UnknownLocaleError, ValueError):
        return language
    return name[:1].upper() + name[1:] if name else language
