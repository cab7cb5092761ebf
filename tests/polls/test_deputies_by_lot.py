"""Deputies with the same number of votes come in the order of a lot that anybody can draw again."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import makers_elections
from tests.client import Client
from zukunftsparlament.minutes.composing.elections import election as minuted
from zukunftsparlament.polls import actions, pruefen, queries
from zukunftsparlament.polls.actions import Chosen, answering_election
from zukunftsparlament.polls.checks import CHECKS
from zukunftsparlament.polls.deputies import drawn_in, groups_drawn
from zukunftsparlament.polls.lots import Drum
from zukunftsparlament.polls.results import Counts, Outcome, Result
from zukunftsparlament.polls.rules import Kind, Way
from zukunftsparlament.procedure.rules import HOLZWICKEDE, Tie

CHAIR = makers_elections.CHAIR
LOT = replace(HOLZWICKEDE, tie=Tie.LOT)
BODY = replace(HOLZWICKEDE, tie=Tie.BODY_DECIDES)
A, B, C, D = (f"Kandidatur {letter}" for letter in "ABCD")


async def recounted(number: int, tmp_path: Path, lot: bytes | None, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What the published verifier says about the order, in labels."""
    found = await queries.counted(number)
    listed, drawn = tmp_path / "liste.json", tmp_path / "los.json"
    listed.write_bytes(found.listed)
    if lot is not None:
        drawn.write_bytes(lot)
    arguments = [str(listed), *(["--los", str(drawn)] if lot is not None else [])]
    assert pruefen.main(arguments) == 0, capsys.readouterr().out
    lines = re.findall(r"bei Personen\): ([\d ]+)", capsys.readouterr().out)
    return [found.poll.options[int(choice) - 1] for choice in " ".join(lines).split()]


@pytest.mark.usefixtures("store")
async def test_by_the_lot_of_the_rule(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    held = await makers_elections.held(standing=4, deputies=2, rules=LOT)
    number = await held.voted("1", "1", "1", "2", "3", "4")
    side = (await held.now()).sides[0]
    assert side.elected == (A,) and [len(group) for group in side.deputies] == [1, 1]
    order = [label for group in side.deputies for label in group]
    assert set(side.by_lot) == set(order) < {B, C, D}
    again = await recounted(number, tmp_path, None, capsys)
    assert again[:2] == order and sorted(again) == [B, C, D]
    assert [one.label for one in side.ranking] == [A, *again]
    said = minuted(await held.now())[0]
    assert said["deputies"] == [[order[0]], [order[1]]] and said["by_lot"] == list(side.by_lot)
    await answering_election.answer_myself(*held.at, held.members[0], accepts=False)
    side = (await held.now()).sides[0]
    assert side.moved_up == (order[0],) and side.equal == () and side.deputies == ((order[1],),)
    assert [await check.find() for check in CHECKS] == [None] * len(CHECKS)


@pytest.mark.usefixtures("store")
async def test_by_the_lot_that_the_room_has_mixed(
    client: Client, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    held = await makers_elections.held(standing=4, deputies=3, rules=BODY)
    number = await held.voted("1", "1", "2", "2", "3", "4")
    await actions.settle_tie(number, Chosen(way=Way.LOT), actor=CHAIR)
    await actions.stir(number, "igel", member=held.room.voters[0])
    await actions.draw_lot(number, "Sommer", actor=CHAIR)
    side = (await held.now()).sides[0]
    (first,), (third,), (fourth,) = side.deputies
    lot = (await client.get(f"/abstimmungen/{number}/los.json")).content
    again = await recounted(number, tmp_path, lot, capsys)
    assert again == [side.elected[0], first, third, fourth] and {third, fourth} == {C, D}
    assert set(side.by_lot) == {third, fourth}  # the first one lost the lot for the place, and nobody shares that rank
    page = (await client.get(f"/abstimmungen/{number}/ergebnis")).text
    assert "Das Los hat diese Reihenfolge gezogen" in page


@pytest.mark.usefixtures("store")
async def test_without_a_lot_they_stay_side_by_side() -> None:
    held = await makers_elections.held(standing=3, deputies=2)
    number = await held.voted("1", "1", "2", "3")
    side = (await held.now()).sides[0]
    assert side.deputies == ((B, C),) and side.by_lot == ()
    assert drawn_in(await queries.counted(number)) == []


@settings(max_examples=80)
@given(st.lists(st.integers(0, 4), min_size=2, max_size=8), st.integers(0, 2**64), st.integers(0, 3))
def test_a_lot_puts_equals_in_order_and_moves_nobody_else(votes: list[int], number: int, inside: int) -> None:
    sides = {str(place): count for place, count in enumerate(votes, start=1)}
    best = sorted(sides, key=lambda choice: -sides[choice])[:inside]
    counts = Counts(Kind.ONE_OF, (*sides.items(), ("abstain", 0)), sum(votes))
    groups = groups_drawn(Result(outcome=Outcome.CHOSEN, counts=counts, winners=tuple(best)), Drum(number), tied=())
    assert groups == groups_drawn(
        Result(outcome=Outcome.CHOSEN, counts=counts, winners=tuple(best)), Drum(number), tied=()
    )
    numbers = [{sides[choice] for choice in group} for group in groups]
    assert all(len(one) == 1 and one != {0} for one in numbers)
    assert [one for group in numbers for one in group] == sorted(
        {one for group in numbers for one in group}, reverse=True
    )
    for group, (count,) in zip(groups, numbers, strict=True):
        assert set(group) == {choice for choice in sides if sides[choice] == count} - set(best) and len(group) > 1
