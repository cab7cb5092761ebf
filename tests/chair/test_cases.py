"""Real parliaments, re-enacted over HTTP with invented names (cases 01 and 03)."""

import re
from dataclasses import replace
from datetime import timedelta
from html import unescape

import pytest

from tests import makers, makers_polls, makers_sittings, makers_votes
from tests.client import Client, as_read
from tests.makers_votes import Room
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.polls import queries
from zukunftsparlament.polls.rules import money
from zukunftsparlament.procedure.actions import add_version
from zukunftsparlament.procedure.rules import HOLZWICKEDE, Quorum, QuorumKind, Tie
from zukunftsparlament.sittings.queries import sitting as sitting_of

pytestmark = pytest.mark.usefixtures("store")

PROJECTS = ("Neue Tornetze", "Bunter Schulhof", "Schönere Toiletten", "Leseecke", "Kletterwand", "Disco-Pause")


class House:
    """A sitting that a chair leads over HTTP, and everybody's phones."""

    def __init__(self, room: Room, chair: Client, phones: list[Client]) -> None:
        self.room, self.chair, self.phones = room, chair, phones
        self.desk = f"/vorsitz/{room.sitting.number}"

    async def opens(self, fields: dict[str, str]) -> int:
        """Two taps: the form, and „Abstimmung öffnen“. Returns the number of the poll."""
        form = f"{self.desk}/punkte/{self.room.item.mark}/abstimmung"
        assert (await self.chair.get(form)).status_code == 200
        answer = await self.chair.send_form(form, {"secrecy": "open", "then": "open"} | fields)
        assert answer.status_code == 303, as_read(answer.text)
        return await self.number()

    async def number(self) -> int:
        vote = await queries.vote_of(await sitting_of(self.room.sitting.number))
        assert vote is not None
        return vote.poll.number

    async def votes(self, number: int, choices: list[str]) -> str:
        """All tap, the chair closes, counts and shows. What the cockpit says then."""
        for phone, choice in zip(self.phones, choices, strict=False):
            answer = await phone.send_form(f"/abstimmungen/{number}/stimme", {"choice": choice})
            assert answer.status_code == 303
        await self.chair.send_form(f"/abstimmungen/{number}/schluss", {"countdown": "0"})
        return as_read((await self.chair.send_form(f"{self.desk}/abstimmungen/{number}/ergebnis", htmx=True)).text)


async def house(room: Room) -> House:
    chair = await Client().sign_in(member=await makers.chair())
    return House(room, chair, [await Client().sign_in(member=voter) for voter in room.voters])


async def test_case_01_three_tie_and_share_a_thousand_euros_exactly(client: Client) -> None:
    """22 votes, three projects with six each: the council votes on the way, 14 to 8 for sharing."""
    await client.sign_in(staff=await makers.staff())
    await client.send_form("/buero/geld", {"source": "Budget des Rates", "year": "2027", "cents": "1.000"})
    rules = replace(HOLZWICKEDE, tie=Tie.BODY_DECIDES)
    found = await house(await makers_votes.room(voters=22, rules=rules, title="1.000 € für unsere Schulen"))

    fields = {"kind": "alternatives", "question": "Was zuerst?", "options": "\n".join(PROJECTS)}
    first = await found.opens(fields | {"fund": "1", "cents": "1.000"})
    said = await found.votes(first, [*6 * "1", *6 * "2", *6 * "3", "4", "4", "5", "6"])
    assert "Gleichstand" in said and "Klären, wie es weitergeht" in said

    page = (await found.chair.get(f"/abstimmungen/{first}")).text
    assert "Abstimmen, wie es weitergeht" in page and "Stichwahl vorbereiten" in page and "Das Los" in page
    back = await found.chair.send_form(f"/abstimmungen/{first}/gleichstand", {"way": "ways"})
    assert back.headers["Location"] == found.desk
    waits = re.search(r"/abstimmungen/(\d+)/eroeffnung", unescape((await found.chair.get(found.desk)).text))
    assert waits is not None
    await found.chair.send_form(f"{found.desk}{waits[0]}")
    ways = await found.number()
    await found.votes(ways, [*14 * "1", *8 * "2"])
    await found.chair.send_form(f"/abstimmungen/{first}/gleichstand", {"way": "share"})

    public = (await Client().get("/geld")).text
    assert [public.count(f">{money(cents)}<") for cents in (33_334, 33_333, 0)] == [1, 2, 1]
    assert all(public.count(project) == 1 for project in PROJECTS[:3])
    result = as_read((await Client().get(f"/abstimmungen/{first}/ergebnis")).text)
    assert "Gleichstand" in result and "333,34" in result  # the way stands beside the count, which stays a tie
    decided = await makers_polls.decided(first)
    assert decided and decided.final.winners == ("1", "2", "3") and decided.settled_by == "share"


async def test_case_03_a_parliament_changes_its_own_rules(client: Client) -> None:
    """Quorum 15 of 23 on the day before, 13 after; points one by one, each with its own numbers; 18:0:2."""
    strict = replace(HOLZWICKEDE, quorum=Quorum(QuorumKind.FIXED, number=15), abstentions_count=True, tie=Tie.REJECTED)
    before = await makers_votes.room(voters=13, absent=9, rules=strict, title="Antrag zur Geschäftsordnung")
    chair = await Client().sign_in(member=await makers.chair())  # the 23rd seat, not counted as here
    desk = f"/vorsitz/{before.sitting.number}"
    form = f"{desk}/punkte/{before.item.mark}/abstimmung"
    words = {"secrecy": "open", "yes_means": "Das gilt.", "no_means": "Das gilt nicht.", "kind": "whole"}
    asked = await chair.send_form(form, words | {"question": "Reichen 13?", "then": "open"}, htmx=True)
    assert asked.status_code == 409 and "Gerade sind zu wenige da" in as_read(asked.text)
    await makers_sittings.present(before.sitting, *before.absent[:7])
    found = House(
        Room(before.sitting, before.item, [*before.voters, *before.absent[:7]], []),
        chair,
        [await Client().sign_in(member=voter) for voter in (*before.voters, *before.absent[:7])],
    )
    rule = (await queries.polls_of(before.sitting))[0].number
    await chair.send_form(f"{desk}/abstimmungen/{rule}/eroeffnung")
    assert "Einstimmig angenommen: 20 dafür, 0 dagegen." in await found.votes(rule, ["yes"] * 20)

    points = "Die Amtszeit dauert drei Jahre.\nMit 18 endet der Sitz.\nDie Geschäftsordnung wird geändert."
    told = {"kind": "points", "question": "Satzung", "points": points, "no_vote": "3: Das ist am 29. Januar geschehen."}
    await chair.send_form(form, words | told)
    first, second = [poll.number for poll in await queries.polls_of(before.sitting) if poll.series]
    await chair.send_form(f"{desk}/abstimmungen/{first}/eroeffnung")
    assert "Einstimmig angenommen: 20 dafür, 0 dagegen." in await found.votes(first, ["yes"] * 20)
    await chair.send_form(f"{desk}/abstimmungen/{second}/eroeffnung")
    said = await found.votes(second, ["yes"] * 18 + ["abstain"] * 2)
    assert "Angenommen: 18 dafür, 0 dagegen, 2 Enthaltungen." in said and "Einstimmig" not in said
    series = as_read((await Client().get("/abstimmungen/reihen/1")).text)
    assert "Das ist am 29. Januar geschehen." in series

    tomorrow = now() + timedelta(days=1)
    eased = replace(strict, quorum=Quorum(QuorumKind.FIXED, number=13), valid_from=tomorrow.date())
    await add_version(eased, actor="office:Frau Vogt")
    later = await makers_sittings.sitting(starts_at=tomorrow + timedelta(hours=1), opened=True)
    item = await makers_sittings.item(later, "Nächster Antrag", begun=True)
    await makers_sittings.present(later, *before.voters)
    second_day = House(Room(later, item, before.voters, []), chair, found.phones)
    number = await second_day.opens(words | {"question": "Geht es mit 13?"})
    assert "Angenommen: 13 dafür" in (await second_day.votes(number, ["yes"] * 13)).replace("Einstimmig a", "A")
    assert (await queries.counted(rule)).rule.quorum == strict.quorum  # the old vote keeps the rules of its day
