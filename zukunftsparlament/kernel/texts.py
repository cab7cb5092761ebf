"""Texts through gettext. German is the source, so an empty catalogue is German.

`de-simple` is *Einfache Sprache*: `simple` is a registered variant of BCP 47, so it may stand in `<html lang>`.
"""

import gettext as gnu
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from io import BytesIO
from pathlib import Path

GERMAN, SIMPLE = "de", "de-simple"
LANGUAGES = (GERMAN, SIMPLE)
LOCALES = Path(__file__).parent.parent / "locales"

_ISOLATES = dict.fromkeys(range(0x2066, 0x206A))

language: ContextVar[str] = ContextVar("language", default=GERMAN)


@cache
def catalogue(code: str) -> gnu.NullTranslations:
    """Read from its .po when somebody first wants it (some 30 ms): no compiled copy that could be an old one."""
    path = LOCALES / code.replace("-", "_") / "LC_MESSAGES" / "zukunftsparlament.po"
    if not path.is_file():
        return gnu.NullTranslations()
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file))
    compiled.seek(0)
    return gnu.GNUTranslations(compiled)


def locale() -> str:
    """The language for Babel's dates and numbers, which know no simple variant."""
    return language.get().partition("-")[0]


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """What is stored, frozen or handed on is said in one language, whatever the person who causes it reads."""
    before = language.set(code)
    try:
        yield
    finally:
        language.reset(before)


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
