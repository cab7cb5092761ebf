"""What the store holds of the new kinds, and what it does not."""

import asyncio
import json
import re
from dataclasses import replace

import pytest

from tests import makers, makers_polls
from tests.client import Client
from tests.makers_polls import CHAIR
from tests.statements import counted
from zukunftsparlament.kernel.refusals import Wrong
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import actions, checks, queries
from zukunftsparlament.polls.rules import Draft, Electorate, Kind, Point, Secrecy, SeriesDraft, Terms
from zukunftsparlament.procedure.rules import HOLZWICKEDE

pytestmark = pytest.mark.usefixtures("store")
OPTIONS = "Rot\nBlau\nGrün"
OPEN_VOTE = Sql("SELECT choice FROM open_vote")
TABLES_WITH_MEMBERS = Sql("SELECT count(*) FROM turnout")
SEATS = Sql("SELECT seat FROM on_roll")
FORGET = Sql("UPDATE member SET name = NULL, card_name = NULL WHERE id = $1")


async def test_orders_of_preference_sent_at_once_leave_one_of_them_whole() -> None:
    poll = await makers_polls.opened(kind=Kind.RANKED, options=OPTIONS, secrecy=Secrecy.OPEN)
    orders = [("1", "2", "3"), ("3", "2", "1"), ("2",), ("2", "1"), ("3", "1")]
    await asyncio.gather(*(makers_polls.vote(poll, poll.voters[0], order) for order in orders))
    assert tuple(json.loads(await OPEN_VOTE.value())) in orders
    assert len(await OPEN_VOTE.rows()) == 1


async def test_crosses_are_kept_in_the_order_of_the_paper_whatever_order_they_were_made_in() -> None:
    terms = Terms(at_most=3)
    poll = await makers_polls.opened(kind=Kind.UP_TO, options=OPTIONS, terms=terms, secrecy=Secrecy.OPEN)
    await makers_polls.vote(poll, poll.voters[0], ("3", "1", "2"))
    assert json.loads(await OPEN_VOTE.value()) == ["1", "2", "3"]


async def test_seats_stand_on_the_roll_only_where_votes_are_by_name() -> None:
    for secrecy in (Secrecy.SECRET, Secrecy.OPEN):
        await makers_polls.opened(secrecy=secrecy, question=f"Soll es {secrecy} sein?")
    assert {row["seat"] for row in await SEATS.rows()} == {None}


async def test_whoever_leaves_takes_the_name_along_and_the_seat_stays(client: Client) -> None:
    poll = await makers_polls.published(["yes", "no", "yes"], secrecy=Secrecy.NAMED)
    await client.sign_in(member=poll.voters[1])
    await client.sign_in(member=poll.voters[1])  # for all others it is seats only
    before = (await client.get(f"/abstimmungen/{poll.number}/ergebnis")).text
    shown = re.findall(r"Sitz (\d+), ", before)
    assert len(shown) == 3
    await FORGET.rows(poll.voters[0])
    after = (await client.get(f"/abstimmungen/{poll.number}/ergebnis")).text
    assert (len(re.findall(r"Sitz \d+, ", after)), len(re.findall(r"Sitz \d+: ", after))) == (2, 1)
    for check in checks.CHECKS:
        assert await check.find() is None, check.title


async def test_the_list_names_seats_and_nobody() -> None:
    poll = await makers_polls.published(["yes", "no", "yes"], secrecy=Secrecy.NAMED)
    ballots = (await queries.counted(poll.number)).list_["ballots"]
    assert [sorted(ballot) for ballot in ballots] == 3 * [["choice", "receipt", "seat"]]
    assert [ballot["seat"] for ballot in ballots] == sorted(ballot["seat"] for ballot in ballots)
    assert await OPEN_VOTE.rows() == []


@pytest.mark.parametrize(
    "tamper",
    [
        "UPDATE on_roll SET seat = 99 WHERE id = (SELECT min(id) FROM on_roll)",
        'UPDATE poll SET terms = \'{"at_most": 3, "places": 1}\'',
        "UPDATE poll SET kind = 'ranked'",
    ],
)
async def test_verify_notices_changed_terms_and_changed_seats(tamper: str) -> None:
    await makers_polls.published(
        [("1", "2"), ("1",), ("2",)],
        kind=Kind.UP_TO,
        options=OPTIONS,
        terms=Terms(at_most=2, places=1),
        secrecy=Secrecy.NAMED,
    )
    await Sql(tamper).rows()
    assert [said for check in checks.CHECKS if (said := await check.find())]


async def test_the_order_on_the_paper_is_drawn_anew_where_the_rules_want_it(client: Client) -> None:
    await makers_polls.rules(replace(HOLZWICKEDE, random_ballot_order=True))
    options = "\n".join("ABCDEFGH")
    poll = await makers_polls.opened(options=options)
    await client.sign_in(member=poll.voters[0])
    pages = [(await client.get(f"/abstimmungen/{poll.number}/stimme")).text for _ in range(6)]
    orders = {tuple(re.findall(r'name="choice" value="(\w+)"', page)) for page in pages}
    assert len(orders) > 1
    assert all((sorted(order), order[-1]) == ([*"12345678", "abstain"], "abstain") for order in orders)
    assert all("Die Reihenfolge ist ausgelost, bei jedem anders." in page for page in pages)
    label = re.search(r'value="3"[^>]*><span[^>]*>3</span><span hx-ignore>(\w)', pages[0])
    assert label
    assert label[1] == "C"  # the number goes with its option, wherever it stands


async def test_yes_and_no_keep_their_place_and_older_rules_draw_nothing(client: Client) -> None:
    await makers_polls.rules(replace(HOLZWICKEDE, random_ballot_order=True))
    poll = await makers_polls.opened()
    await client.sign_in(member=poll.voters[0])
    page = (await client.get(f"/abstimmungen/{poll.number}/stimme")).text
    assert ("ausgelost" in page, re.findall(r'name="choice" value="(\w+)"', page)) == (False, ["yes", "no", "abstain"])


def points(*texts: str) -> SeriesDraft:
    paper = Draft(
        question="Die Satzung",
        yes_means="Ja.",
        no_means="Nein.",
        kind=Kind.YES_NO_ABSTAIN,
        secrecy=Secrecy.OPEN,
        electorate=Electorate.SEATS,
    )
    return SeriesDraft(paper=paper, points=tuple(map(Point, texts)))


async def test_points_need_the_same_number_of_statements_at_one_and_at_three(client: Client) -> None:
    await makers_polls.rules()
    await makers.seated()
    await client.sign_in(member=await makers.member())
    needed = []
    for number, texts in ((1, ["A"]), (2, ["A", "B", "C"])):
        await actions.prepare_series(points(*texts), actor="office:A")
        with counted() as asked:
            assert (await client.get(f"/abstimmungen/reihen/{number}")).status_code == 200
        needed.append(len(asked))
    assert (needed[0], needed[0] <= 5) == (needed[1], True)


async def test_the_ballot_of_any_kind_needs_five_statements_at_most(client: Client) -> None:
    poll = await makers_polls.opened(kind=Kind.RANKED, options=OPTIONS)
    await client.sign_in(member=poll.voters[0])
    with counted() as asked:
        assert (await client.get(f"/abstimmungen/{poll.number}/stimme")).status_code == 200
    assert len(asked) <= 6  # one more where an explanation stands beside the question


async def test_the_guard_reads_points_and_projects_of_a_chair() -> None:
    await makers_polls.rules()
    await makers.seated()
    with pytest.raises(Wrong) as wrong:
        await actions.prepare_series(points("Ruf an: 0171 2345678"), actor=CHAIR)
    assert set(wrong.value.problems) == {"points"}
