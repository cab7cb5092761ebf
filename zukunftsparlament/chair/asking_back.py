"""What chairs write into agendas and plans is public at once: what looks like a phone number is asked back once.

It is not forbidden: an agenda may name a street, and a paper a page on the web.
"""

from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.texts import _
from zukunftsparlament.polls.actions.guarding import NOT_GUARDED
from zukunftsparlament.polls.refusals import LOOKS_LIKE
from zukunftsparlament.proposals import guard

LOOKED_AT = "looked_at"
OF_AN_ITEM = ("title", "text", "owner", "money_source", "late_reason")
OF_A_PAPER = ("paper_title", "paper")
MOST_GUESTS = 40  # more are refused anyway
OF_A_SITTING = ("title", "guests", "hint", "urgent_reason", "late_reason")


def asks_back(form: Form, names: tuple[str, ...], *, actor: str, tick: str = LOOKED_AT) -> dict[str, str]:
    """A problem for each field that looks wrong, and one for the box to tick; none once it is ticked."""
    if form.ticked(tick) or actor.partition(":")[0] in NOT_GUARDED:
        return {}
    found = {name: _looks_like(name, form.text(name)) for name in names}
    problems = {name: _("Hier steht vielleicht {seen}.").format(seen=seen) for name, seen in found.items() if seen}
    return problems | {tick: _("Dürfen das alle lesen? Dann setzt hier ein Häkchen.")} if problems else {}


def _looks_like(name: str, text: str) -> str:
    """Guests stand in a line each: their numbers are not one long one."""
    lines = text.splitlines()[:MOST_GUESTS] if name == "guests" else [text]
    codes = dict.fromkeys(code for line in lines for code in guard.flags(line))
    return ", ".join(_(LOOKS_LIKE[code]) for code in codes if code in LOOKS_LIKE)
