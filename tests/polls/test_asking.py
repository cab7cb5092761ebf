"""A secret vote on request, a question nobody understands, and practice."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest

from tests import makers, makers_polls
from tests.client import Client
from tests.makers_polls import CHAIR
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Refused, Wrong
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import actions, queries
from zukunftsparlament.polls.actions.explaining import forget_who_said_so
from zukunftsparlament.polls.rules import Electorate, Secrecy, WhyNotAsk
from zukunftsparlament.procedure.rules import HOLZWICKEDE, RequestedBy, SecretWhen

pytestmark = pytest.mark.usefixtures("store")

THIRD = SecretWhen(on_request=RequestedBy(num=1, den=3, strict=False))
ONE = SecretWhen(on_request=None)
WISHES = Sql("SELECT count(*) FROM secret_wish")
ENTRIES = Sql("SELECT actor, verb FROM journal_entry ORDER BY id DESC")
STORED = Sql("SELECT unclear FROM poll_explanation")


async def prepared(secret: SecretWhen, *, seats: int = 6) -> tuple[int, list[int]]:
    """An open poll that is prepared, and those who may vote in it."""
    await makers_polls.rules(replace(HOLZWICKEDE, secret=secret))
    members = [await makers.seated() for _ in range(seats)]
    return await makers_polls.prepared(secrecy=Secrecy.OPEN), members


async def test_one_who_asks_is_enough_where_the_rules_say_so() -> None:
    number, members = await prepared(ONE)
    await actions.ask_for_secret(number, members[0])
    poll = await queries.poll(number)
    assert (poll.secrecy, poll.made_secret_at is not None, await WISHES.value()) == (Secrecy.SECRET, True, 0)
    assert dict(await ENTRIES.row() or {}) == {"actor": "system", "verb": "make_poll_secret"}
    await actions.ask_for_secret(number, members[1])  # a moment too late, and no error
    await actions.open_poll(number, actor=CHAIR)
    assert (await queries.poll(number)).public_key is not None


async def test_a_share_of_those_on_the_roll_and_it_can_be_taken_back() -> None:
    number, members = await prepared(THIRD)
    await actions.ask_for_secret(number, members[0])
    await actions.ask_for_secret(number, members[0])
    await actions.take_back_wish(number, members[0])
    await actions.ask_for_secret(number, members[1])
    assert (await queries.poll(number)).secrecy is Secrecy.OPEN
    await actions.ask_for_secret(number, members[0])  # two of six
    assert ((await queries.poll(number)).secrecy, await WISHES.value()) == (Secrecy.SECRET, 0)


async def test_all_asking_at_once_make_it_secret_once() -> None:
    number, members = await prepared(THIRD)
    await asyncio.gather(*(actions.ask_for_secret(number, member) for member in members))
    verbs = [row["verb"] for row in await ENTRIES.rows()]
    assert (verbs.count("make_poll_secret"), await WISHES.value()) == (1, 0)


async def test_opening_against_asking_leaves_no_secret_poll_without_its_box() -> None:
    number, members = await prepared(ONE)
    acts = [actions.ask_for_secret(number, member) for member in members[:3]]
    await asyncio.gather(actions.open_poll(number, actor=CHAIR), *acts, return_exceptions=True)
    poll = await queries.poll(number)
    assert (poll.is_secret, await WISHES.value()) == (poll.public_key is not None, 0)
    assert poll.times.opened_at is not None


async def test_who_asked_is_forgotten_when_it_opens_or_is_void() -> None:
    ends: list[Callable[[int], Awaitable[None]]] = [
        lambda number: actions.open_poll(number, actor=CHAIR),
        lambda number: actions.void_poll(number, "Falsche Frage", actor=CHAIR),
    ]
    for end in ends:
        number, members = await prepared(THIRD)
        await actions.ask_for_secret(number, members[0])
        assert await WISHES.value() == 1
        await end(number)
        assert await WISHES.value() == 0


async def test_not_in_a_straw_poll_not_once_it_is_open_and_not_by_others() -> None:
    number, members = await prepared(ONE)
    stranger = await makers.member()
    straw = await makers_polls.prepared(secrecy=Secrecy.OPEN, electorate=Electorate.CARDS, question="Und sonst?")
    opened = await makers_polls.prepared(secrecy=Secrecy.OPEN, question="Schon offen?")
    await actions.open_poll(opened, actor=CHAIR)
    for poll, who, why in (
        (straw, members[0], WhyNotAsk.ONLY_IN_A_DECISION),
        (opened, members[0], WhyNotAsk.ONLY_BEFORE_IT_OPENS),
        (number, stranger, WhyNotAsk.NOT_YOUR_VOTE),
    ):
        with pytest.raises(Refused) as refused:
            await actions.ask_for_secret(poll, who)
        assert refused.value.reason is why


async def seen_by(client: Client, who: int | None, address: str) -> str:
    client.token = None
    if who is not None:
        await client.sign_in(member=who)
    text = (await client.get(address)).text.partition("<main")[2]
    return re.sub(r'nonce="[^"]+"', "", text)


async def test_nobody_but_the_asker_sees_that_somebody_has_asked(client: Client) -> None:
    number, members = await prepared(THIRD)
    address, others = f"/abstimmungen/{number}", [None, members[1], await makers.chair()]
    before = [await seen_by(client, who, address) for who in others]

    await client.sign_in(member=members[0])
    answer = await client.send_form(f"{address}/geheim")

    assert (answer.status_code, answer.headers["location"]) == (303, address)
    assert "Du hast darum gebeten." in (await client.get(address)).text
    assert [await seen_by(client, who, address) for who in others] == before


async def test_what_nobody_understands_is_a_number_from_two_up_and_words_beside_the_question(client: Client) -> None:
    forget_who_said_so()
    poll = await makers_polls.opened()
    address = f"/abstimmungen/{poll.number}"
    for voter, stored in ((poll.voters[0], 1), (poll.voters[0], 1), (poll.voters[1], 2)):
        await client.sign_in(member=voter)
        assert "Ich habe die Frage nicht verstanden" in (await client.get(f"{address}/stimme")).text
        answer = await client.send_form(f"{address}/unverstanden", htmx=True)
        assert (answer.status_code, "Danke" in answer.text, await STORED.value()) == (200, True, stored)
        await client.sign_in(member=await makers.chair())
        said = "haben die Frage nicht verstanden" in (await client.get(address)).text
        assert said is (stored >= 2)
    client.token = None
    assert "haben die Frage nicht" not in (await client.get(address)).text
    await client.sign_in(member=await makers.chair())
    form = {"text": " Gemeint ist der Platz <b>an</b> der Villa. "}
    assert (await client.send_form(f"{address}/erklaerung", form)).status_code == 303
    client.token = None
    for page in (address, f"{address}/stand"):
        assert "Gemeint ist der Platz &lt;b&gt;an" in (await client.get(page)).text
    await client.sign_in(member=poll.voters[2])
    assert "Gemeint ist der Platz" in (await client.get(f"{address}/stimme")).text
    came_back = await client.send_form(f"{address}/stimme", {})
    assert (came_back.status_code, "Gemeint ist der Platz" in came_back.text) == (422, True)


async def test_taps_at_once_do_not_make_one_person_several() -> None:
    forget_who_said_so()
    poll = await makers_polls.opened()
    await asyncio.gather(*(actions.say_unclear(poll.number, poll.voters[0]) for _ in range(5)))
    assert await STORED.value() == 1
    await asyncio.gather(*(actions.explain_poll(poll.number, "Der Platz.", actor=CHAIR) for _ in range(4)))
    verbs = [row["verb"] for row in await ENTRIES.rows()]
    assert verbs.count("explain_poll") == 1


async def test_an_explanation_is_guarded_and_ends_with_the_vote(client: Client) -> None:
    poll = await makers_polls.opened()
    for text in ("", " ", "x" * 501, "Ruf mich an: 0171 2345678"):
        with pytest.raises(Wrong):
            await actions.explain_poll(poll.number, text, actor=CHAIR)
    await client.sign_in(member=await makers.chair())
    answer = await client.send_form(f"/abstimmungen/{poll.number}/erklaerung", {"text": "x" * 20_000})
    assert (answer.status_code, "x" * 20_000 in answer.text) == (422, True)
    await actions.close_poll(poll.number, actor=CHAIR)
    with pytest.raises(Refused):
        await actions.explain_poll(poll.number, "Zu spät", actor=CHAIR)
    with pytest.raises(Refused):
        await actions.say_unclear(poll.number, poll.voters[0])


async def test_what_was_explained_is_read_for_ever_and_nothing_of_it_is_overwritten(client: Client) -> None:
    proposal = await makers_polls.proposal()
    poll = await makers_polls.voted(["yes", "no", "no"], proposal=7)
    told = ["Ja heißt: Wir <b>lassen alles, wie es ist.", "Nein heißt: Wir ändern nichts.", "Doch: Ja heißt Ja."]
    for text in told:
        await actions.explain_poll(poll.number, text, actor=CHAIR)
    address = f"/abstimmungen/{poll.number}"
    pages = [address, f"{address}/stand"]
    for act in (actions.close_poll, actions.count_poll, actions.publish_poll):
        await act(poll.number, actor=CHAIR)
        for page in pages + [f"{address}/ergebnis"] * (act is actions.publish_poll):
            shown = (await client.get(page)).text
            assert "So war die Frage erklärt:" in shown
            places = [
                shown.find(text.replace("<", "&lt;").replace(">", "&gt;")) for text in (told[2], told[0], told[1])
            ]
            assert -1 < places[0] < places[1] < places[2]
    async with writing():
        await Sql("UPDATE proposal SET removed_at = $2 WHERE id = $1").rows(proposal, now())
    client.token = None
    found = await queries.explanation_of((await queries.poll(poll.number)).id)
    assert (found.text, found.earlier) == ("", ())


async def test_whoever_is_not_on_the_roll_cannot_say_so() -> None:
    poll = await makers_polls.opened()
    for member in (await makers.member(), None):
        with pytest.raises(Refused) as refused:
            await actions.say_unclear(poll.number, member)
        assert refused.value.reason is WhyNotAsk.NOT_YOUR_VOTE


async def test_practice_is_like_a_vote_and_counts_nowhere(client: Client) -> None:
    await makers_polls.rules()
    voters = [await makers.seated() for _ in range(3)]
    await client.sign_in(member=await makers.chair())
    sent = [await client.send_form("/abstimmungen/uebung", {"electorate": "seats"}) for _ in range(3)]
    assert {answer.headers["location"] for answer in sent} == {"/abstimmungen/1"}
    await actions.open_poll(1, actor=CHAIR)
    poll = await queries.poll(1)
    assert (poll.practice, poll.binding, poll.is_secret, poll.proposal) == (True, False, True, None)

    for voter in voters:
        await client.sign_in(member=voter)
        for page in ("/abstimmungen/1", "/abstimmungen/1/stimme"):
            assert "Das ist eine Übung." in (await client.get(page)).text
        assert "Pizza oder Nudeln?" in (await client.get("/abstimmungen")).text
        await makers_polls.vote(makers_polls.Opened(1), voter, "1")
        assert "Das ist eine Übung." in (await client.get("/abstimmungen/1/stimme")).text
    client.token = None
    assert "Pizza oder Nudeln?" not in (await client.get("/abstimmungen")).text + (await client.get("/")).text
    for act in (actions.close_poll, actions.count_poll, actions.publish_poll):
        await act(1, actor=CHAIR)
    assert "Das ist eine Übung." in (await client.get("/abstimmungen/1/ergebnis")).text
    assert "Pizza oder Nudeln?" not in (await client.get("/abstimmungen")).text
    assert await queries.counted_polls() == []
