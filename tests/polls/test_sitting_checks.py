"""`verify` notices what was changed about votes of sittings, and finds nothing where nothing was."""

import pytest

from tests import makers_votes
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import actions
from zukunftsparlament.polls.checks import CHECKS as POLL_CHECKS
from zukunftsparlament.polls.rules import Secrecy
from zukunftsparlament.polls.rules.in_sitting import HeldAs
from zukunftsparlament.polls.sitting_checks import SITTING_CHECKS
from zukunftsparlament.sittings.rules import SittingKind

pytestmark = pytest.mark.usefixtures("store")

SEEN = {"yes": 3, "no": 1, "abstain": 0}


async def found() -> list[str]:
    return [said for check in POLL_CHECKS if (said := await check.find())]


async def a_sitting_with_everything() -> None:
    fund = await actions.make_fund("Budget der Gemeinde", 2027, 100_000, actor="office:Frau Vogt")
    room = await makers_votes.room(voters=5)
    motion = await makers_votes.prepared(room, held=HeldAs(fund=fund, cents=33_334))
    words = HeldAs(amends=motion, question="Am Bahnhof?", yes_means="Wir fordern ihn dort.")
    change = await makers_votes.opened(room, question="Anders?", held=words)
    await makers_votes.shown(room, change, ["yes", "yes", "yes"])
    await actions.open_poll(motion, actor="chair:1")
    await makers_votes.shown(room, motion, ["yes", "yes", "no"])
    await actions.return_money(fund, 2, "Der Bauhof hat bezahlt.", actor="office:Frau Vogt")
    hands = await makers_votes.opened(room, question="Und die Bank?", held=HeldAs(by_hands=True))
    for chair in ("chair:1", "chair:2"):
        await actions.count_hands(hands, SEEN, actor=chair)
    secret = await makers_votes.opened(room, question="Und der Baum?", secrecy=Secrecy.SECRET)
    await makers_votes.shown(room, secret, ["yes", "yes", "no"])


async def test_a_sitting_leaves_a_store_that_fits() -> None:
    assert set(SITTING_CHECKS) <= set(POLL_CHECKS)
    await a_sitting_with_everything()
    assert await found() == []


async def test_a_rehearsal_that_goes_on_is_no_fault() -> None:
    room = await makers_votes.room(kind=SittingKind.REHEARSAL)
    number = await makers_votes.opened(room, secrecy=Secrecy.SECRET)
    await actions.explain_poll(number, "Es geht um den Platz.", actor="chair:1")
    await makers_votes.shown(room, number, ["yes", "yes", "no"])
    assert await found() == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE poll SET present = 2 WHERE by_hands = (1 = 1)",
        "UPDATE sitting SET kind = 'unofficial'",
        "UPDATE poll SET by_hands = (1 = 1) WHERE secrecy = 'secret'",
        "UPDATE poll SET item = NULL",
        "UPDATE hand_count SET counts = '{}' WHERE actor = 'chair:2'",
        "DELETE FROM hand_count WHERE actor = 'chair:2'",
        "UPDATE fund_entry SET cents = -5 WHERE place = 2",
        "DELETE FROM fund_entry WHERE place = 3",
    ],
)
async def test_what_was_changed_is_found(statement: str) -> None:
    await a_sitting_with_everything()
    await Sql(statement).rows()
    assert [said for check in SITTING_CHECKS if (said := await check.find())]
