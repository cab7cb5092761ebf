"""What one of the two has typed of the slips."""

from collections.abc import Sequence

from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.texts import _
from zukunftsparlament.polls.rules import Choice
from zukunftsparlament.polls.rules.paper import INVALID

UNSAID, MISSING, SPOILT, MARKED = "", "missing", "invalid", "marked"
FEWER = "fewer"  # ticked: no more than so many came back
LONGEST_MARKS = 60  # characters of "2, 1, 3"


def read_slips(form: Form, slips: Sequence[str], *, given: int) -> tuple[dict[str, Choice], dict[str, str]]:
    """What came back, and what is wrong. Nothing may be thrown away by a tap on an untouched form.

    When as many are told of as were given out, the others need no word: they have lain on the table.
    """
    said = {slip: form.text(f"slip-{slip}") for slip in slips}
    entered = {slip: _choice(form, slip, one) for slip, one in said.items() if one not in (UNSAID, MISSING)}
    if len(entered) >= given:
        return entered, {}
    if unsaid := [slip for slip, one in said.items() if one == UNSAID]:
        return entered, {f"slip-{slip}": _("Was steht auf diesem Zettel? Oder lag er nicht im Karton?") for slip in unsaid}
    if form.number(FEWER) != len(entered):
        return entered, {FEWER: _("Es kamen weniger Zettel zurück, als ausgegeben wurden. Stimmt das?")}
    return entered, {}


def _choice(form: Form, slip: str, said: str) -> Choice:
    if said == SPOILT:
        return INVALID
    if said != MARKED:
        return (said,)
    marks = form.text(f"marks-{slip}")[:LONGEST_MARKS]
    return tuple("".join(letter if letter.isdecimal() else " " for letter in marks).split()) or ("?",)
