"""A whole parliament over HTTP: its seats with their phones, the office, and somebody outside without a card.

Only who sits where is put into the store; everything that happens is tapped on the real pages.
"""

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from html import unescape
from io import BytesIO

from pypdf import PdfReader

from tests import makers
from tests.cases.evening import Evening
from tests.client import Client, as_read
from tests.office.rules import filled
from zukunftsparlament.handovers import checks as handovers
from zukunftsparlament.kernel.clock import HERE, now
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.minutes import checks as minutes
from zukunftsparlament.polls import checks as polls
from zukunftsparlament.sittings import checks as sittings

SEAT = Sql("INSERT INTO seat (number, school, place, member) VALUES ($1, $2, $3, $4)")
TAGS = re.compile(r"<(script|style|template)\b.*?</\1>|<[^>]+>", re.S)
PLACE = "Saal am Markt"


def words(html: str) -> str:
    """A page as one line of text."""
    return " ".join(unescape(TAGS.sub(" ", as_read(html))).split())


def in_weeks(weeks: int) -> datetime:
    """Half past four in the afternoon, in so many weeks."""
    return (now().astimezone(HERE) + timedelta(weeks=weeks)).replace(hour=16, minute=30, second=0, microsecond=0)


@dataclass
class Parliament:
    """`members`: row id by seat. `chairs`: seats. `phones`: by seat, signed in."""

    office: Client
    members: dict[int, int] = field(default_factory=dict)
    phones: dict[int, Client] = field(default_factory=dict)
    chairs: list[int] = field(default_factory=list)
    outside: Client = field(default_factory=Client)

    async def agrees_on_rules(self, **typed: str) -> None:
        """The office types what differs from the rules that come with the program."""
        answer = await self.office.send_form("/buero/geschaeftsordnung", filled(**typed))
        assert answer.status_code == 303, words(answer.text)

    async def plans(
        self, title: str, *, at: datetime | None = None, kind: str = "official", by: Client | None = None, **more: str
    ) -> Evening:
        lead, at = by or self.phones[self.chairs[0]], at or in_weeks(4)
        when = {"day": at.date().isoformat(), "begins": f"{at:%H:%M}", "ends": "", "place": PLACE}
        answer = await lead.send_form("/vorsitz/neu", {"kind": kind, "title": title} | when | more)
        assert answer.status_code == 303, words(answer.text)
        return Evening(int(answer.headers["location"].split("/")[2]), self.phones, lead)

    async def reads(self, address: str) -> str:
        """What everybody may read, without a card."""
        answer = await self.outside.get(address)
        assert answer.status_code == 200, (address, answer.status_code)
        return words(answer.text)

    async def minutes_of(self, evening: Evening) -> str:
        """Confirmed by the chairs on their phones, without a chair by the office; then read from outside."""
        address = f"/sitzungen/{evening.number}/protokoll"
        for phone in [self.phones[seat] for seat in self.chairs] or [self.office]:
            seen = re.search(r'name="seen" value="(\w+)"', (await phone.get(address)).text)
            assert seen, "nothing to confirm"
            done = await phone.send_form(f"{address}/bestaetigung", {"seen": seen[1]})
            assert done.status_code == 303, words(done.text)
        return await self.reads(address)

    async def pdf_of(self, evening: Evening) -> str:
        file = await self.outside.get(f"/sitzungen/{evening.number}/protokoll.pdf")
        return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(file.content)).pages).split())

    async def hands_over(self, *polls: int, to: str) -> int:
        """As the office does it: chosen, looked at, sent. Its number."""
        wish = {"polls": [str(poll) for poll in polls], "body": to, "answer_by": in_weeks(8).date().isoformat()}
        shown = unescape((await self.office.get("/buero/uebergaben/vorschau", params=wish)).text)
        seen = re.search(r'name="seen" value="(\w+)"', shown)
        assert seen, words(shown)
        sent = await self.office.send_form("/buero/uebergaben", wish | {"seen": seen[1]})
        assert sent.status_code == 303, words(sent.text)
        return int(sent.headers["location"].rpartition("/")[2])

    async def answers(self, handover: int, answer: str, reason: str, *, place: int = 1) -> None:
        fields = {"answer": answer, "reason": reason, "next_date": in_weeks(12).date().isoformat()}
        said = await self.office.send_form(f"/buero/uebergaben/{handover}/antworten/{place}", fields)
        assert said.status_code == 303, words(said.text)


async def broken() -> list[str]:
    """What `verify` finds."""
    return [
        said for room in (polls, sittings, minutes, handovers) for check in room.CHECKS if (said := await check.find())
    ]


async def parliament(schools: dict[str, int], *, chairs: tuple[int, ...] = (1, 2), empty: int = 0) -> Parliament:
    """`schools`: how many seats each has; "" for seats without one. The last `empty` seats have no holder."""
    found = Parliament(await Client().sign_in(staff=await makers.staff()), chairs=list(chairs))
    number, places = 0, sum(schools.values())
    for name, seats in schools.items():
        school = await makers.school(name) if name else None
        for place in range(1, seats + 1):
            number += 1
            member = None
            if number <= places - empty:
                role = "chair" if number in chairs else "member"
                member = found.members[number] = await makers.member(role=role, school=school)
                found.phones[number] = await Client().sign_in(member=member)
            await SEAT.rows(number, school, place, member)
    return found
