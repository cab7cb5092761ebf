"""Pieces of pages that are shown again and again: a card of the wall, a contribution.

Why: the wall renders twenty cards and a proposal fifty contributions for everybody who is signed in, and all but
a few look the same for all: 340 of 500 µs, 600 of 800 µs. The same values give the same HTML, so it is kept under
them and never has to be refreshed.
"""

import secrets
from collections.abc import Hashable, Iterable
from datetime import date
from typing import Any

from minijinja import safe

from zukunftsparlament.kernel.clock import today
from zukunftsparlament.kernel.templates import add_global, templates
from zukunftsparlament.kernel.visit import visit

# Stands in a piece where the nonce of its page will be. Never sent, so nobody can type it.
NONCE = secrets.token_urlsafe(16)
MOST = 5_000

_kept: dict[Hashable, str] = {}
_day = date.min


def pieces(template: str, name: str, many: Iterable[Hashable], /, **found: Hashable) -> str:
    """`template` for each of `many`, which it knows by `name`. It also knows `found`, `nonce` and if there is a `me`.

    Everything is forgotten when a new day begins ("gestern" was "heute") and when there is too much of it.
    """
    global _day
    if _day != (day := today()) or len(_kept) >= MOST:
        _kept.clear()
        _day = day
    current = visit.get()
    around = (template, current.language, current.me is not None, *found.values())
    return safe("".join([_kept.get((one, around)) or _render(name, one, around, found) for one in many]))


def _render(name: str, one: Hashable, around: tuple[Any, ...], found: dict[str, Hashable]) -> str:
    template, language, me = around[:3]
    current = visit.get()
    explained, current.explained = current.explained, None  # the same on every page: no help "the first time" in it
    html: str = templates(language).render_template(template, nonce=NONCE, me=me, **{name: one}, **found)
    current.explained = explained
    _kept[one, around] = html
    return html


def forget() -> None:
    _kept.clear()


add_global("pieces", pieces)
