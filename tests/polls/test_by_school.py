"""Each school has one vote: who casts it, and what a majority is then."""

from dataclasses import replace

import pytest

from tests import makers, makers_polls, makers_votes
from tests.polls.kind_makers import counted, ranked
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import actions, queries
from zukunftsparlament.polls.queries.delegations import ELSEWHERE, Delegation, School, delegations
from zukunftsparlament.polls.results import Outcome
from zukunftsparlament.polls.rules import Secrecy
from zukunftsparlament.polls.rules.asking import WhyNotAsk
from zukunftsparlament.polls.rules.in_sitting import HeldAs
from zukunftsparlament.procedure.rules import HOLZWICKEDE, Majority, MajorityOf

TO_SCHOOL = Sql("UPDATE seat SET school = $2 WHERE member = $1")

NORTH, SOUTH = School(1, "Nord"), School(2, "Süd")
SCHOOLS = {1: NORTH, 2: NORTH, 3: SOUTH, 4: SOUTH, 5: ELSEWHERE, 6: ELSEWHERE}


def test_the_first_seat_in_the_room_votes_for_its_school() -> None:
    assert delegations(SCHOOLS, [6, 2, 1, 5], ()) == [
        Delegation("Nord", (1, 2), 1),
        Delegation("", (5, 6), 5),  # those who go to school elsewhere are together as one
    ]


def test_two_schools_of_the_same_name_have_two_votes() -> None:
    also_north = School(3, "Nord")
    assert [one.voice for one in delegations(SCHOOLS | {3: also_north, 4: also_north}, [1, 2, 3, 4], ())] == [1, 3]


def test_a_chair_may_choose_another_one_who_is_there() -> None:
    assert [one.voice for one in delegations(SCHOOLS, [1, 2, 3, 4], [2])] == [2, 3]
    assert [one.voice for one in delegations(SCHOOLS, [1, 3, 4], [2, 4])] == [1, 4]  # seat 2 has left


def test_the_quorum_is_one_of_seats_and_the_majority_one_of_schools() -> None:
    """7 of 9 schools are two thirds; 7 of 18 seats would not be."""
    two_thirds = replace(HOLZWICKEDE, majority=Majority(MajorityOf.SEATS, 2, 3, False))
    rule = replace(ranked(2, rule_set=two_thirds), schools=9, quorum=None)
    assert counted(rule, "7x1", "2x2").outcome is Outcome.CHOSEN
    assert counted(rule, "5x1", "4x2").outcome is Outcome.NO_MAJORITY
    assert counted(replace(rule, schools=None), "7x1", "2x2").outcome is Outcome.NO_MAJORITY


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("schools", [2, 3])
async def test_a_wish_for_secrecy_counts_schools(schools: int) -> None:
    """Six seats of two schools cast two votes: each would know the other's, and the vote could never open."""
    room = await makers_votes.room(voters=6)
    at = [await makers.school(f"Schule {number}") for number in range(schools)]
    for place, voter in enumerate(room.voters):
        await TO_SCHOOL.rows(voter, at[place % schools])
    number = await makers_votes.prepared(room, held=HeldAs(by_school=True))

    async def all_ask() -> None:
        for voter in room.voters:
            await actions.ask_for_secret(number, voter)

    if schools == 2:
        with pytest.raises(Refused) as refused:
            await all_ask()
        assert refused.value.reason is WhyNotAsk.TOO_FEW_TO_BE_SECRET
    else:
        await all_ask()
    await actions.open_poll(number, actor=makers_polls.CHAIR)
    opened = await queries.poll(number)
    assert (opened.electorate_size, opened.secrecy is Secrecy.SECRET) == (schools, schools == 3)
