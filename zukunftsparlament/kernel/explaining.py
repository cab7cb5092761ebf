"""Help with a hard word: its first occurrence in our own running text of a page leads to its explanation.

Which texts those are is found when a template is loaded: what stands as it is, `{{ _("…") }}`, in a paragraph, a list
or a definition, but not in a heading, a link, a button or a label. Texts of people never pass through here.
"""

import re
from html import escape

from minijinja import safe

from zukunftsparlament.kernel.visit import visit
from zukunftsparlament.kernel.words import ANYWHERE, word_of

RUNNING = {"p", "li", "dd"}
NEVER_IN = {"a", "button", "label", "summary", "legend", "option", "h1", "h2", "h3", "h4", "nav", "title"}
VOID = {"br", "hr", "img", "input", "link", "meta"}
_TOKEN = re.compile(
    r"""{\#.*?\#} | <(?P<end>/?)(?P<tag>[a-z][a-z0-9]*)\b (?: {{.*?}} | {%.*?%} | [^>] )*? >
      | {{\s*_\("(?P<text>[^"\\]*)"\)\s*}}""",
    re.DOTALL | re.VERBOSE,
)


def explained(text: str) -> str:
    """`text` (ours, as it is shown) as HTML, each hard word that has not had its help on this page a link to it."""
    known = visit.get().explained

    def link(found: re.Match[str]) -> str:
        slug = word_of(found).slug
        if known is None or slug in known:
            return found[0]
        known.add(slug)
        return f'<a class="word" href="/woerter#{slug}">{found[0]}</a>'

    return safe(ANYWHERE.sub(link, escape(text, quote=False)))


def with_help(source: str) -> str:
    """The template `source` with `|explained` behind the running texts."""
    inside: list[str] = []

    def look(token: re.Match[str]) -> str:
        if token["text"] is not None:
            runs = RUNNING.intersection(inside) and not NEVER_IN.intersection(inside)
            return f'{{{{ _("{token["text"]}")|explained }}}}' if runs else token[0]
        if (tag := token["tag"]) and tag not in VOID:
            if not token["end"]:
                inside.append(tag)
            elif tag in inside:  # both branches of an {% if %} may open the same one
                del inside[len(inside) - 1 - inside[::-1].index(tag) :]
        return token[0]

    return _TOKEN.sub(look, source)
