"""What is elected: the form, filled in as it usually is, and how it is read."""

from dataclasses import dataclass

from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.texts import GERMAN, _, speaking
from zukunftsparlament.people.queries import chair_count
from zukunftsparlament.polls.rules.elections import LONGEST_TITLE, ElectionDraft, Office, Shape
from zukunftsparlament.sittings import queries as sittings

LARGEST = 999  # more is wrong anyway


@dataclass(frozen=True)
class What:
    """One of the ready-made elections to choose from."""

    office: Office
    shape: Shape


WHATS = {
    "chairs": What(Office.CHAIRS, Shape.PLACES),
    "pair": What(Office.CHAIRS, Shape.PAIR),
    "office": What(Office.OTHER, Shape.PLACES),
    "seats": What(Office.SEATS, Shape.PLACES),
}


async def first_form(number: int, mark: int) -> Form:
    """A parliament without chairs elects them first; else it is about what the item is called."""
    sitting = await sittings.sitting(number)
    item = await sittings.item(sitting.id, mark)
    with speaking(GERMAN):
        chairs, title = _("Vorsitz"), item.title
        about_chairs = not await chair_count() or chairs.casefold() in title.casefold()
        named = chairs if about_chairs else title[:LONGEST_TITLE]
    what = "chairs" if about_chairs else "office"
    places = "2" if about_chairs else "1"
    return Form([("what", what), ("title", named), ("places", places), ("deputies", "0"), ("age", "14")])


def read(form: Form) -> ElectionDraft:
    what = WHATS.get(form.text("what"), WHATS["office"])
    return ElectionDraft(
        title=form.text("title"),
        office=what.office,
        shape=what.shape,
        places=_number(form, "places"),
        deputies=_number(form, "deputies"),
        age=_number(form, "age"),
    )


def _number(form: Form, name: str) -> int | None:
    number = form.number(name)
    return number if number is None else min(number, LARGEST)
