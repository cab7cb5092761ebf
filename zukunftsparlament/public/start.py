"""The first page: what this is, what is new, and for whoever is signed in, what waits for them."""

from litestar import Controller, Response, get

from zukunftsparlament.handovers import texts  # noqa: F401  teaches the templates the words of an answer
from zukunftsparlament.kernel.pages import kept, page
from zukunftsparlament.people.access import Me, public, whoever
from zukunftsparlament.people.messages import new_ones
from zukunftsparlament.polls import queries as polls
from zukunftsparlament.polls.rules import VOTES_ARE_TAKEN
from zukunftsparlament.proposals.queries.newest import latest_answer, newest
from zukunftsparlament.sittings import texts as sitting_texts  # noqa: F401  teaches the templates what one is called
from zukunftsparlament.sittings.queries import Sitting, at_the_door

SHOWN = 3
PARLIAMENT = ("member", "deputy", "chair")


class StartController(Controller):
    guards = [public]

    @get("/", name="start")
    async def show(self) -> Response[str]:
        me = whoever()
        if isinstance(me, Me):
            return await for_me(me)
        open_polls = [poll for poll in await polls.running() if poll.state in VOTES_ARE_TAKEN]
        return kept(
            "public/start.html",
            polls=open_polls[:SHOWN],
            proposals=await newest(SHOWN, member=None),
            answer=await latest_answer(),
            going=await going_for(None),
            belongs=False,
        )


async def for_me(me: Me) -> Response[str]:
    """No general answer here: those that concern somebody are among their news."""
    running = [one for one in await polls.polls_for(me.member) if one.poll.state in VOTES_ARE_TAKEN]
    return page(
        "public/start_mine.html",
        waiting=[one.poll for one in running if one.waits],
        others=[one.poll for one in running if not one.waits][:SHOWN],
        news=await new_ones(me.member) if me.member is not None else 0,
        proposals=await newest(SHOWN, member=me.member),
        going=await going_for(me),
        belongs=me.role in PARLIAMENT,
    )


async def going_for(me: Me | None) -> list[Sitting]:
    """Sittings that run right now. Who sits in the parliament hears of rehearsals too, and comes before it begins."""
    belongs = me is not None and me.role in PARLIAMENT
    found = await at_the_door()
    return [sitting for sitting in found if belongs or (sitting.goes_on and not sitting.is_rehearsal)]
