"""`verify` notices what was changed beside the counts."""

import json
from dataclasses import replace
from hashlib import sha256

import pytest

from tests import makers, makers_polls
from tests.makers_polls import CHAIR
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import actions
from zukunftsparlament.polls.actions import Chosen
from zukunftsparlament.polls.aside_checks import ASIDE_CHECKS
from zukunftsparlament.polls.rules import Secrecy, Way
from zukunftsparlament.procedure.rules import HOLZWICKEDE, Tie

pytestmark = pytest.mark.usefixtures("store")


async def found() -> list[str]:
    return [said for check in ASIDE_CHECKS if (said := await check.find())]


async def tied(rule: Tie) -> int:
    await makers_polls.rules(replace(HOLZWICKEDE, tie=rule))
    return (await makers_polls.published(["1", "1", "2", "2"], options="Rot\nBlau\nGrün")).number


async def a_drawn_lot() -> int:
    number = await tied(Tie.BODY_DECIDES)
    await actions.settle_tie(number, Chosen(way=Way.LOT), actor=CHAIR)
    await actions.draw_lot(number, "Igel", actor=CHAIR)
    return number


async def a_word_of_the_chair() -> int:
    number = await tied(Tie.CHAIR_DECIDES)
    await actions.settle_tie(number, Chosen(way=Way.CHAIR, picked=["1"], reason="Weil es eilt."), actor=CHAIR)
    return number


async def everything() -> None:
    await a_drawn_lot()
    second = await tied(Tie.BODY_DECIDES)
    await actions.settle_tie(second, Chosen(way=Way.RUN_OFF), actor=CHAIR)
    poll = await makers_polls.opened()
    await actions.explain_poll(poll.number, "Gemeint ist der Platz.", actor=CHAIR)
    await actions.explain_poll(poll.number, "So ist es gemeint, genau.", actor=CHAIR)
    asked = await makers_polls.prepared(secrecy=Secrecy.OPEN, question="Lieber geheim?")
    await actions.ask_for_secret(asked, poll.voters[0])


async def test_an_honest_store_is_fine() -> None:
    await everything()
    assert await found() == []


CHANGES = [
    "UPDATE tie_step SET winners = '[\"3\"]' WHERE winners <> '[]'",
    "UPDATE tie_step SET actor = 'chair:2', way = 'run_off' WHERE way = 'lot'",
    "DELETE FROM tie_step WHERE place = 2",
    "UPDATE poll SET after_tie = NULL WHERE after_tie_as = 'run_off'",
    "UPDATE poll_explanation SET text = 'Sagt alle Ja!'",
    "UPDATE poll_explanation SET earlier = '[]'",
    "DELETE FROM poll_explanation",
    "UPDATE poll SET secrecy = 'open' WHERE made_secret_at IS NOT NULL",
    "UPDATE poll SET made_secret_at = NULL",
    "INSERT INTO secret_wish (poll, member) SELECT poll, member FROM on_roll",
]


@pytest.mark.parametrize("change", CHANGES)
async def test_a_change_is_found(change: str) -> None:
    await everything()
    async with writing():
        await Sql(change).rows()
    assert len(await found()) == 1


async def test_a_lot_that_falls_otherwise_is_found() -> None:
    """Even by somebody who rewrites the journal with it."""
    number = await a_drawn_lot()
    row = await Sql("SELECT winners FROM tie_step WHERE place = 2").row()
    other = json.dumps(["2" if json.loads((row or {})["winners"]) == ["1"] else "1"])
    async with writing():
        await Sql("UPDATE tie_step SET winners = $1 WHERE place = 2").rows(other)
        details = await Sql("SELECT details FROM journal_entry WHERE verb = 'settle_tie' ORDER BY id DESC").value()
        told = json.dumps(json.loads(details) | {"winners": json.loads(other)})
        await Sql("UPDATE journal_entry SET details = $1 WHERE details = $2").rows(told, details)
    assert await found() == [f"Abstimmung {number}, Schritt 2 nach dem Gleichstand: Das Los fällt anders."]


@pytest.mark.parametrize(
    ("way", "actor", "winners", "reason"),
    [
        ("run_off", CHAIR, '["1"]', ""),
        ("ways", CHAIR, '["1"]', ""),
        ("lot", CHAIR, '["1"]', ""),
        ("run_off", CHAIR, "[]", "Weil ich es sage."),
        ("chair", "office:Jugendbüro", '["1"]', "Weil ich es sage."),
        ("chair", CHAIR, '["1"]', "x" * 501),
    ],
)
async def test_a_step_that_decides_what_it_may_not_is_found(way: str, actor: str, winners: str, reason: str) -> None:
    """Even when the journal says the same."""
    number = await tied(Tie.BODY_DECIDES)
    await actions.settle_tie(number, Chosen(way=Way.LOT), actor=CHAIR)
    async with writing():
        await Sql("UPDATE tie_step SET way = $1, actor = $2, winners = $3, reason = $4").rows(
            way, actor, winners, reason
        )
        row = await Sql("SELECT details FROM journal_entry WHERE verb = 'settle_tie'").row() or {}
        told = json.loads(row["details"]) | {"way": way, "winners": json.loads(winners)}
        told["reason"] = sha256(reason.encode()).hexdigest() if reason else None
        await Sql("UPDATE journal_entry SET details = $1 WHERE details = $2").rows(json.dumps(told), row["details"])
    (said,) = await found()
    assert said.startswith(f"Abstimmung {number}, Schritt 1 nach dem Gleichstand: ") and "Journal" not in said


async def test_other_words_of_the_chair_are_found() -> None:
    await a_word_of_the_chair()
    async with writing():
        await Sql("UPDATE tie_step SET reason = 'Weil ich es sage.'").rows()
    assert len(await found()) == 1


async def test_practice_that_decides_is_found() -> None:
    await makers_polls.rules()
    await makers.seated()
    number = await makers_polls.prepared()
    async with writing():
        await Sql("UPDATE poll SET practice = $1 WHERE number = $2").rows(True, number)
    assert len(await found()) == 1
