"""The languages in which people read reports: gettext catalogues, read with Babel.

A message's id is its English text; `reports/locale/<code>.po` holds it in another language. A further language of the
interface is one more file. Catalogues are read as text when first asked for, so nothing has to be compiled at build.
"""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files

from .finding import Message

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
    """One language's texts: `forms` maps an English id to its translation, or to one translation a plural form."""

    language: str
    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def text(self, msgid: str) -> str:
        """The text in this language; the English one where it has none.

        A message may be several texts one after the other, each of which begins with its blank.

        >>> Catalogue("nl", {"A.": ("Eén.",), " B.": (" Twee.",)}).text("A. B.")
        'Eén. Twee.'
        """
        if msgid not in self.forms and (cut := msgid.rfind(". ", 0, -1)) > 0:
            return self.text(msgid[:cut + 1]) + self.forms.get(msgid[cut + 1:], (msgid[cut + 1:],))[0]
        return self.forms.get(msgid, (msgid,))[0]

    def plural(self, one: str, many: str) -> tuple[str, ...]:
        """The forms of a text that counts something: one, or "one" first and "many" last."""
        return self.forms.get(one, (one, many))

    def count(self, one: str, many: str, number: int) -> str:
        """The form that goes with a number, the number still a named place in it."""
        forms = self.plural(one, many)
        return forms[0] if is_one(self.language, number) else forms[-1]

    def message(self, message: Message) -> str:
        """A finding's message, its places filled in."""
        return self.text(message.template).format(**message.arguments)


def is_one(language: str, number: int) -> bool:
    """Whether CLDR calls a whole number "one" in a language: what `Intl.PluralRules` says in a browser.

    >>> is_one("fr", 0), is_one("nl", 0), is_one("vi", 1)
    (True, False, False)
    """
    from babel import Locale

    return bool(Locale.parse(language).plural_form(number) == "one")


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
    return Catalogue(code, {_first(e.id): forms for e in entries if e.id and (forms := _forms(e.string))})


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
