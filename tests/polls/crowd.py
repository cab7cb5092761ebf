"""A crowd with an open secret poll, made in whatever store the environment names: `python -m tests.polls.crowd 500`.

Prints JSON: the poll's number, the chair's session, and for each voter a session and the slip of their ballot.
With `two-key` behind the number: its box opens with two of the key cards (codes) that are printed too.
"""

import asyncio
import json
import sys

from tests import makers, makers_polls
from tests.polls import key_makers
from zukunftsparlament.kernel import database
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.migrations import migrate
from zukunftsparlament.people.actions import NEW_SESSION
from zukunftsparlament.people.secrets import digest, new_token
from zukunftsparlament.polls import key_cards
from zukunftsparlament.polls.rules import Electorate


async def session(member: int) -> str:
    token, at = new_token(), now()
    await NEW_SESSION.rows(digest(token), member, None, True, at, None)
    return token


async def make(size: int, *, two_key: bool) -> dict[str, object]:
    await database.start()
    await migrate()
    async with database.writing():
        chair = await makers.chair()
        poll = await (key_makers if two_key else makers_polls).opened(voters=size, electorate=Electorate.CARDS)
        voters = [[await session(voter), makers_polls.slip(poll.number)] for voter in poll.voters]
        cards = [key_cards.code_of(card) for card in poll.cards.values()] if isinstance(poll, key_makers.Locked) else []
        made = {"poll": poll.number, "chair": await session(chair), "voters": voters, "cards": cards}
    await database.stop()
    return made


if __name__ == "__main__":
    print(json.dumps(asyncio.run(make(int(sys.argv[1]), two_key="two-key" in sys.argv))))
