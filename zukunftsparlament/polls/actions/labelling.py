"""What those who stand in an election are called on ballots, in steps and in the journal: never by a name."""

from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.kernel.texts import GERMAN, _, speaking
from zukunftsparlament.polls.queries.election_shapes import Election
from zukunftsparlament.polls.rules.elections import Office, WhyNotElect, letter
from zukunftsparlament.sittings.queries import Here

OWN_SEAT = Sql(
    "SELECT t.number, s.short AS school FROM seat t LEFT JOIN school s ON s.id = t.school WHERE t.member = $1"
)


async def label_for(found: Election, here: Here | None) -> tuple[str, int | None]:
    """What ballots call them: their seat, else the next letter. Chairs need a seat, and whoever has one needs none."""
    if here is None:
        raise Refused(WhyNotElect.NOT_HERE)
    own = await OWN_SEAT.row(here.member)
    if own is None and found.office is Office.CHAIRS:
        raise Refused(WhyNotElect.NEEDS_SEAT)
    if own is not None and found.office is Office.SEATS:
        raise Refused(WhyNotElect.HAS_SEAT)
    with speaking(GERMAN):
        if own is not None:
            label = _("Sitz {n}").format(n=own["number"])
            return (f"{label} · {own['school']}" if own["school"] else label), own["number"]
        free = sum(one.seat is None for one in found.candidates)
        return _("Kandidatur {letter}").format(letter=letter(free)), None


async def actor_of(found: Election, member: int) -> str:
    """As steps and the journal name somebody who acts for themselves."""
    own = await OWN_SEAT.row(member)
    return f"seat:{own['number']}" if own else "candidate"
