"""What one of the two has typed of the slips."""

from collections.abc import Callable, Sequence

from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.texts import _
from zukunftsparlament.polls.rules import Choice
from zukunftsparlament.polls.rules.paper import INVALID, marks_in

UNSAID, MISSING, SPOILT, MARKED = "", "missing", "invalid", "marked"
FEWER = "fewer"  # ticked: no more than so many came back
LONGEST_MARKS = 60  # characters of "2, 1, 3"


def read_slips(
    form: Form, slips: Sequence[str], *, given: int, is_possible: Callable[[Choice], bool]
) -> tuple[dict[str, Choice], dict[str, str]]:
    """What came back, and what is wrong. Nothing may be thrown away by a tap on an untouched form.

    When as many are told of as were given out, the others need no word: they have lain on the table.
    """
    said = {slip: _said(form, slip) for slip in slips}
    entered = {slip: _choice(form, slip, one) for slip, one in said.items() if one not in (UNSAID, MISSING)}
    if wrong := [slip for slip, choice in entered.items() if choice != INVALID and not is_possible(choice)]:
        return entered, {f"slip-{slip}": _("Das geht auf diesem Zettel nicht. Dann ist er ungültig.") for slip in wrong}
    if len(entered) >= given:
        return entered, {}
    if unsaid := [slip for slip, one in said.items() if one == UNSAID]:
        return entered, {
            f"slip-{slip}": _("Was steht auf diesem Zettel? Oder lag er nicht im Karton?") for slip in unsaid
        }
    if form.number(FEWER) != len(entered):
        return entered, {FEWER: _("Es kamen weniger Zettel zurück, als ausgegeben wurden. Stimmt das?")}
    return entered, {}


def _said(form: Form, slip: str) -> str:
    """Whoever has typed numbers need not say that there are some."""
    said = form.text(f"slip-{slip}")
    return MARKED if said == UNSAID and form.text(f"marks-{slip}") else said


def _choice(form: Form, slip: str, said: str) -> Choice:
    if said == SPOILT:
        return INVALID
    if said != MARKED:
        return (said,)
    return marks_in(form.text(f"marks-{slip}")[:LONGEST_MARKS]) or ("?",)
