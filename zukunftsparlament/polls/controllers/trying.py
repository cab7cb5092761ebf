"""A ballot to try out alone: no card, nothing stored. Whatever is tapped stands in the address and nowhere else."""

from dataclasses import dataclass

from litestar import Controller, Response, get

from zukunftsparlament.kernel.forms import query_form
from zukunftsparlament.kernel.pages import AnyRequest, kept
from zukunftsparlament.people.access import public
from zukunftsparlament.polls.shown import Picture, pictures

RECEIPT = "igel-mond-tür-apfel"
OTHERS = (("drache-bus-rose-uhr", "2"), ("katze-pilz-ring-kanu", "1"), ("schaf-stern-zelt-tor", "1"))
CHOICES = ("1", "2", "abstain")


@dataclass(frozen=True, slots=True)
class Tried:
    words: list[Picture]
    choice: str
    is_mine: bool


class TryController(Controller):
    guards = [public]

    @get("/abstimmungen/probe", name="polls.try")
    async def show(self, request: AnyRequest) -> Response[str]:
        choice = query_form(request).text("choice")
        if choice not in CHOICES:
            return kept("polls/try.html", marks=pictures(RECEIPT))
        mine = Tried(pictures(RECEIPT), choice, True)
        slips = [Tried(pictures(receipt), other, False) for receipt, other in OTHERS]
        slips = sorted([mine, *slips], key=lambda slip: slip.words[0].slug)
        return kept("polls/tried.html", marks=pictures(RECEIPT), slips=slips)
