"""Texts through gettext. German is the source, so an empty catalogue is German."""

import gettext as gnu
from contextvars import ContextVar
from functools import cache
from pathlib import Path

LANGUAGES = ("de",)
LOCALES = Path(__file__).parent.parent / "locales"

language: ContextVar[str] = ContextVar("language", default="de")


@cache
def catalogue(code: str) -> gnu.NullTranslations:
    return gnu.translation("zukunftsparlament", LOCALES, languages=[code], fallback=True)


def _(text: str) -> str:
    return catalogue(language.get()).gettext(text)


def ngettext(one: str, many: str, number: int) -> str:
    return catalogue(language.get()).ngettext(one, many, number)


def N_(text: str) -> str:
    """Marks a text for the catalogue; whoever shows it translates it then."""
    return text
