"""Texts through gettext. German is the source, so an empty catalogue is German."""

import gettext as gnu
from contextvars import ContextVar
from functools import cache
from pathlib import Path

LANGUAGES = ("de",)
LOCALES = Path(__file__).parent.parent / "locales"

_ISOLATES = dict.fromkeys(range(0x2066, 0x206A))

language: ContextVar[str] = ContextVar("language", default="de")


@cache
def catalogue(code: str) -> gnu.NullTranslations:
    return gnu.translation("zukunftsparlament", LOCALES, languages=[code], fallback=True)


def _(text: str) -> str:
    return catalogue(language.get()).gettext(text)


def ngettext(one: str, many: str, number: int) -> str:
    return catalogue(language.get()).ngettext(one, many, number)


def apart(text: str) -> str:
    """A text that somebody else wrote, for inside a sentence of ours: where it turns the reading direction, ours stays.

    It stands between U+2068 and U+2069. Its own such signs go: one of them could end ours too early.
    """
    return f"\u2068{text.translate(_ISOLATES)}\u2069"


def N_(text: str) -> str:
    """Marks a text for the catalogue; whoever shows it translates it then."""
    return text
