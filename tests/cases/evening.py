"""One sitting, led from the chairs' phones: every step a tap, every tap answered."""

import re
from collections.abc import Sequence
from datetime import timedelta
from html import unescape

from tests.client import Client, as_read
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.sittings.clockwork import Clockwork

WEEKS_GO_BY = Sql("UPDATE sitting SET starts_at = $2, invited_at = $3 WHERE number = $1")
WHEN = Sql("SELECT starts_at, invited_at FROM sitting WHERE number = $1")
VOTE_IS_OVER = Sql("UPDATE poll SET closing_at = $2 WHERE number = $1")
TEN_SECONDS_GO_BY = Sql("UPDATE sitting SET due_at = $2 WHERE number = $1")

USUAL = {
    "kind": "whole",
    "secrecy": "open",
    "yes_means": "Das gilt.",
    "no_means": "Das gilt nicht.",
    "then": "open",
}


class Evening:
    """`lead`: the phone that taps, until another has the bell. `vote`: number of the last question."""

    def __init__(self, number: int, phones: dict[int, Client], lead: Client) -> None:
        self.number, self.phones, self.lead = number, phones, lead
        self.here: list[int] = []
        self.vote = 0

    @property
    def desk(self) -> str:
        return f"/vorsitz/{self.number}"

    async def taps(self, path: str, status: int = 303, /, **fields: str | list[str]) -> str:
        """On the desk of the one who leads. Where it leads to, or what the page says."""
        answer = await self.lead.send_form(f"{self.desk}{path}", fields)
        assert answer.status_code == status, (path, answer.status_code, as_read(answer.text)[-3000:])
        return unescape(answer.headers.get("location") or as_read(answer.text))

    async def cockpit(self) -> str:
        return unescape(as_read((await self.lead.get(self.desk)).text))

    async def puts_down(self, title: str, **fields: str) -> int:
        """An item; its mark."""
        return int((await self.taps("/punkte/neu", title=title, **{"kind": "other", **fields})).rpartition("-")[2])

    async def mark_of(self, title: str) -> int:
        """Of an item that came onto the agenda by itself."""
        shown = unescape((await self.lead.get(f"{self.desk}/tagesordnung")).text)
        found = re.search(rf"/punkte/(\d+)[^<>]*>\s*{title}<", shown)
        assert found, shown[-4000:]
        return int(found[1])

    async def day_comes(self) -> None:
        """The invitation was sent as long before as it was; now is when it begins."""
        times = await WHEN.row(self.number)
        assert times
        gone = times["starts_at"] - now()
        invited = times["invited_at"] - gone if times["invited_at"] else None
        await WEEKS_GO_BY.rows(self.number, now() + timedelta(seconds=1), invited)

    async def come(self, *seats: int) -> None:
        for seat in seats:
            answer = await self.phones[seat].send_form(f"/sitzungen/{self.number}/anwesenheit")
            assert answer.status_code == 303, as_read(answer.text)
        self.here += seats

    async def begins(self, mark: int) -> None:
        await self.taps(f"/punkte/{mark}/beginn")

    async def ends(self, mark: int, as_: str = "done", reason: str = "") -> None:
        await self.taps(f"/punkte/{mark}/ende", **{"as": as_, "reason": reason})
        if as_ != "done":
            await self.ten_seconds()

    async def does(self, *marks: int) -> None:
        for mark in marks:
            await self.begins(mark)
            await self.ends(mark)

    async def asks(self, mark: int, question: str, **fields: str) -> int:
        """Two taps: the form, and „Abstimmung öffnen“. The number of the poll."""
        await self.taps(f"/punkte/{mark}/abstimmung", **USUAL | {"question": question} | fields)
        return await self.question()

    async def asks_in_vain(self, mark: int, question: str, **fields: str) -> str:
        """Why it cannot be opened now. It is prepared and waits."""
        return await self.taps(f"/punkte/{mark}/abstimmung", 409, **USUAL | {"question": question} | fields)

    async def question(self) -> int:
        """The one that is on all phones, as the cockpit shows it."""
        found = re.search(rf"{self.desk}/abstimmungen/(\d+)/schluss", await self.cockpit())
        assert found, "no vote runs"
        self.vote = int(found[1])
        return self.vote

    async def opens_waiting(self) -> int:
        """The vote that waits in the cockpit."""
        found = re.search(rf"{self.desk}(/abstimmungen/\d+/eroeffnung)", await self.cockpit())
        assert found, "no vote waits"
        await self.taps(found[1])
        return await self.question()

    async def votes(self, choices: Sequence[str], *, seats: Sequence[int] = ()) -> str:
        """All who are here tap, in the order of `choices`; the chair closes, counts and shows. The cockpit then."""
        for seat, choice in zip(seats or self.here, choices, strict=False):
            await self.marks(seat, choice)
        return await self.counts()

    async def counts(self) -> str:
        """The countdown runs out, whoever has not voted; the chair counts and shows. The cockpit then."""
        await self.taps(f"/abstimmungen/{self.vote}/schluss")
        await VOTE_IS_OVER.rows(self.vote, now())
        await self.taps(f"/abstimmungen/{self.vote}/ergebnis")
        return await self.cockpit()

    async def marks(self, seat: int, *choice: str) -> None:
        """On the ballot that the room's page of this phone shows."""
        address = f"/abstimmungen/{self.vote}/stimme"
        fields: dict[str, str | list[str]] = {"choice": list(choice)}
        shown = unescape((await self.phones[seat].get(f"/sitzungen/{self.number}/raum")).text)
        assert f'action="{address}"' in shown
        if receipt := re.search(r'name="receipt" value="([^"]+)"', shown):
            fields["receipt"] = receipt[1]
        answer = await self.phones[seat].send_form(address, fields)
        assert answer.status_code in (200, 303), as_read(answer.text)

    async def speaks(self, seat: int) -> None:
        """Raises a hand, gets the floor, has spoken."""
        assert (await self.phones[seat].send_form(f"/sitzungen/{self.number}/meldung")).status_code == 303
        waiting = unescape((await self.lead.get(f"{self.desk}/redeliste")).text)
        found = re.search(r"/redeliste/(\d+)/wort", waiting)
        assert found, "nobody waits"
        await self.taps(f"/redeliste/{found[1]}/wort")
        await self.taps(f"/redeliste/{found[1]}/schluss")

    async def ten_seconds(self) -> None:
        """The countdown that either chair could have stopped is over."""
        await TEN_SECONDS_GO_BY.rows(self.number, now())
        await Clockwork().tick()

    async def closes(self) -> None:
        await self.taps("/schluss")
        await self.ten_seconds()
