"""Everybody who holds something of a young person. Sittings come before polls, polls before proposals: in this order
they are locked."""

from zukunftsparlament.people import leaving as people
from zukunftsparlament.polls import leaving as polls
from zukunftsparlament.proposals import leaving as proposals
from zukunftsparlament.sittings import leaving as sittings

ROOMS = (sittings.ROOM, polls.ROOM, proposals.ROOM, people.ROOM)
BELONGINGS = tuple(belonging for room in ROOMS for belonging in room.belongings)
