"""Elections in a sitting, for tests: who stands, what was voted, in one line each."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests import makers, makers_sittings, makers_votes
from tests.makers_votes import Room
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import actions
from zukunftsparlament.polls.actions import electing, election_ballots
from zukunftsparlament.polls.actions.planning_election import plan_election
from zukunftsparlament.polls.queries.election_shapes import Election
from zukunftsparlament.polls.queries.elections import election
from zukunftsparlament.polls.rules.elections import ElectionDraft, Office, Shape
from zukunftsparlament.procedure.rules import HOLZWICKEDE, RuleSet
from zukunftsparlament.sittings.rules import ItemKind, SittingKind

CHAIR = "chair:1"
LETTERS = "ABCDEFGHIJKL"


@dataclass(frozen=True)
class Held:
    """`members`: of those who stand, in their order; their labels are Kandidatur A, B … where they have no seat."""

    room: Room
    mark: int
    members: list[int]

    @property
    def at(self) -> tuple[int, int, int]:
        return self.room.sitting.number, self.room.item.mark, self.mark

    async def now(self) -> Election:
        return await election(self.room.item.id, self.mark)

    async def prepared(self) -> list[int]:
        return await election_ballots.prepare_ballots(*self.at, two_key=False, actor=CHAIR)

    async def voted(self, *votes: Sequence[str] | str) -> int:
        """The first of the prepared ballots, opened, voted in, closed and shown. A text is one choice for each letter.
        Returns its number."""
        number = (await self.prepared())[0]
        await run(self.room, number, votes)
        return number


async def run(room: Room, number: int, votes: Sequence[Sequence[str] | str]) -> None:
    await actions.open_poll(number, actor=CHAIR)
    await makers_votes.voted(room, number, list(votes))
    await makers_votes.closed(number)
    await actions.show_result(number, actor=CHAIR)


async def held(
    *,
    standing: int = 3,
    voters: int = 6,
    office: Office = Office.SEATS,
    rules: RuleSet = HOLZWICKEDE,
    kind: SittingKind = SittingKind.OFFICIAL,
    **wished: object,
) -> Held:
    """Those who stand have a card and no seat; for chairs it is the first of the voters."""
    room = await makers_votes.room(voters=voters, rules=rules, kind=kind, title="Wahlen")
    await as_election(room)
    draft = ElectionDraft(title="Vorsitz" if office is Office.CHAIRS else "Sitz", office=office, **wished)  # type: ignore[arg-type]
    mark = await plan_election(room.sitting.number, room.item.mark, draft, actor=CHAIR)
    if office is Office.CHAIRS:
        members = room.voters[:standing]
    else:
        members = [await makers.member() for _ in range(standing)]
        await makers_sittings.present(room.sitting, *members)
    found = Held(room, mark, members)
    sides = ["younger", "older"] if draft.shape is Shape.PAIR else ["", ""]
    for place, member in enumerate(members):
        await electing.stand(*found.at, member, sides[place % 2])
    return found


async def as_election(room: Room) -> None:
    await Sql("UPDATE agenda_item SET kind = $2 WHERE id = $1").rows(room.item.id, ItemKind.ELECTION.value)
