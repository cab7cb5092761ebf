"""The templates of each language, with its texts and the addresses of static files already put in.

Why: a wall asks for some 340 texts and 40 addresses, and each call from the template engine back into
Python costs 1 to 3 µs, more than half of the page. What is known when a template is loaded,
`_("Vorschläge")` and `asset("icons.svg")`, is therefore written into it then; what is not,
`_(name)`, is asked for as always. The set of a language is made when somebody first reads in it.
"""

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from minijinja import Environment, safe

from zukunftsparlament.kernel import assets, dates
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.explaining import explained, with_help
from zukunftsparlament.kernel.texts import _, catalogue, ngettext
from zukunftsparlament.kernel.words import ANYWHERE

TEMPLATES = Path(__file__).parent.parent / "templates"
# Beside the content, for adults, or in a file that is read far from our pages.
NO_HELP = ("layouts/", "office/", "shared/", "polls/recount_file", "polls/_recount_steps")
_KNOWN = re.compile(r"""\b(_|asset)\((?:"([^"\\]*)"|'([^'\\]*)')\)(\|explained)?""")

_filters: dict[str, Callable[..., Any]] = {**dates.FILTERS, "explained": explained}
_globals: dict[str, Callable[..., Any]] = {
    "_": _,
    "ngettext": ngettext,
    "asset": lambda name: safe(assets.address(name)),
    "right_now": now,
}


def add_filter(name: str, function: Callable[..., Any]) -> None:
    """Let a room teach the templates a word, once, when it is imported."""
    _filters[name] = function
    templates.cache_clear()


def add_global(name: str, function: Callable[..., Any]) -> None:
    _globals[name] = function
    templates.cache_clear()


@cache
def templates(language: str) -> Environment:
    # html always, whatever the file is called: by itself MiniJinja escapes only names that end in .html.
    environment = Environment(
        loader=lambda name: _load(name, language),
        auto_escape_callback=lambda name: "html",
        undefined_behavior="strict",
        trim_blocks=True,
        lstrip_blocks=True,
        debug=False,  # else a mistake in a template writes its variables into the log: a ballot's, too
    )
    for name, function in _globals.items():
        environment.add_global(name, function)
    for name, function in _filters.items():
        environment.add_filter(name, function)
    return environment


def _load(name: str, language: str) -> str | None:
    path = TEMPLATES / name
    if not path.is_file():
        return None
    source = path.read_text(encoding="utf-8")
    return put_in(source if name.startswith(NO_HELP) else with_help(source), language)


def put_in(source: str, language: str) -> str:
    def known(call: re.Match[str]) -> str:
        asked = call[2] if call[2] is not None else call[3]
        if call[1] == "_":
            said = catalogue(language).gettext(asked)
            helped = (call[4] or "") if ANYWHERE.search(said) else ""
            return json.dumps(said, ensure_ascii=False) + helped
        return f"({json.dumps(assets.address(asked))}|safe)"

    return _KNOWN.sub(known, source)
