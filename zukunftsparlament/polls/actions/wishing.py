"""Asking for a secret vote, as the rule set allows it. Nobody sees who has asked, and nobody how many.

When enough have asked, the poll becomes secret by itself, and who they were is forgotten at once.
"""

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.hub import announce
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import queries, rules
from zukunftsparlament.polls.actions.leading import note, sitting_of
from zukunftsparlament.polls.queries import Poll
from zukunftsparlament.polls.queries.delegations import expected_ballots
from zukunftsparlament.procedure import queries as procedure
from zukunftsparlament.procedure.rules import may_ask_for_secret

ASK = Sql("INSERT INTO secret_wish (poll, member) VALUES ($1, $2) ON CONFLICT (poll, member) DO NOTHING")
TAKE_BACK = Sql("DELETE FROM secret_wish WHERE poll = $1 AND member = $2")
WHO = Sql("SELECT member FROM secret_wish WHERE poll = $1")
FORGET = Sql("DELETE FROM secret_wish WHERE poll = $1")
FORGET_SEATS = Sql("DELETE FROM paper_seat WHERE poll = $1")  # on slips that were handed out stands the seat
MAKE_SECRET = Sql(
    "UPDATE poll SET secrecy = 'secret', made_secret_at = $2, by_hands = $3 "
    "WHERE id = $1 AND secrecy <> 'secret' AND opened_at IS NULL"
)


async def ask_for_secret(number: int, member: int) -> None:
    """A poll that is secret already stays so: no error for whoever asks a moment later."""
    async with writing():
        await sitting_of(number)
        poll = await queries.poll_for_changing(number)
        if poll.is_secret:
            return
        may_vote = await queries.may_vote_in(poll)
        why_not = rules.why_not_ask_for_secret(
            state=poll.state,
            binding=poll.binding,
            may_vote=member in may_vote,
            roll_size=await expected_ballots(poll, may_vote),
        )
        if why_not:
            raise Refused(why_not)
        await ASK.rows(poll.id, member)
        await _grant_if_enough(poll, may_vote)


async def take_back_wish(number: int, member: int) -> None:
    async with writing():
        poll = await queries.poll_for_changing(number)
        await TAKE_BACK.rows(poll.id, member)


async def forget_wishes(poll: Poll) -> None:
    """When a poll opens or is void, they mean nothing any more. Inside `writing()`."""
    await FORGET.rows(poll.id)


async def _grant_if_enough(poll: Poll, may_vote: list[int]) -> None:
    """Those who have lost their seat meanwhile do not count."""
    asking = {row["member"] for row in await WHO.rows(poll.id)} & set(may_vote)
    rule = (await procedure.version(poll.rule_set)).rules.secret.on_request
    if not may_ask_for_secret(rule, asking=len(asking), present=len(may_vote)):
        return
    await MAKE_SECRET.rows(poll.id, now(), False)
    await FORGET_SEATS.rows(poll.id)
    await forget_wishes(poll)
    announce(*poll.rooms)
    await note(poll.number, actor="system", verb="make_poll_secret")
