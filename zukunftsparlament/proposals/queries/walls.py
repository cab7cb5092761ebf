"""The wall: twenty proposals; the newest first, shuffled by day, or those that fit best to what is looked for."""
# ruff: noqa: S608 - put together from constants when imported

import json
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from zukunftsparlament.kernel.clock import start_of_today, today
from zukunftsparlament.kernel.recently import recently
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals.rules import Stage, why_not_change
from zukunftsparlament.proposals.rules.walls import GROUPS, PER_PAGE, page_asked, pages_for, shuffled, stages_for
from zukunftsparlament.proposals.rules.writing import TOPICS
from zukunftsparlament.search.queries import find
from zukunftsparlament.search.rules import LETTERS_ASKED

STAGES_AT_MOST = max(len(stages) for stages in GROUPS.values())
# By (topic asked?, stage asked?). $1 is the topic, $2–$4 are stages: what a filter does not ask for is not looked at.
_WHERE = {
    (False, False): "p.number IS NOT NULL",
    (True, False): "p.number IS NOT NULL AND p.topic = $1",
    (False, True): "p.number IS NOT NULL AND p.stage IN ($1, $2, $3)",
    (True, True): "p.number IS NOT NULL AND p.topic = $1 AND p.stage IN ($2, $3, $4)",
}
_PARAMETERS = {(False, False): 0, (True, False): 1, (False, True): 3, (True, True): 4}
COUNT = {asked: Sql(f"SELECT count(*) FROM proposal p WHERE {where}") for asked, where in _WHERE.items()}
NUMBERS = {
    asked: Sql(f"SELECT p.number FROM proposal p WHERE {where} ORDER BY p.number") for asked, where in _WHERE.items()
}
HIGHEST = Sql(
    "SELECT (SELECT max(number) FROM proposal) AS now, (SELECT number FROM proposal WHERE released_at < $1 "
    "ORDER BY released_at DESC LIMIT 1) AS yesterday"
)


def _cards(where: str, n: int, rest: str = "") -> Sql:
    """$n + 1 is who looks at them."""
    return Sql(
        "SELECT p.number, p.title, p.topic, p.stage, p.backings, p.comments, p.released_at, p.author, "
        f"m.name AS author_name, (SELECT count(*) FROM backing b WHERE b.proposal = p.id AND b.member = ${n + 1}) "
        f"AS backed, (SELECT count(*) FROM co_author a WHERE a.proposal = p.id AND a.member = ${n + 1}) AS joined "
        f"FROM proposal p LEFT JOIN member m ON m.id = p.author WHERE {where} {rest}"
    )


CARDS = {
    asked: _cards(where, n, f"ORDER BY p.number DESC LIMIT {PER_PAGE} OFFSET ${n + 2}")
    for (asked, where), n in zip(_WHERE.items(), _PARAMETERS.values(), strict=True)
}
CARDS_OF = _cards("p.number IN (SELECT CAST(value AS INTEGER) FROM {each:$1})", 1)


@dataclass(frozen=True, slots=True)
class Card:
    """A proposal on the wall, as `member` (or nobody in particular) sees it."""

    number: int
    title: str
    topic: str
    stage: str
    backings: int
    comments: int
    released_at: datetime
    author_name: str | None
    is_mine: bool
    is_backed: bool

    @property
    def is_open(self) -> bool:
        """Whether it can be backed."""
        return why_not_change(Stage(self.stage)) is None


@dataclass(frozen=True, slots=True)
class Wall:
    """`order`: new, mixed or fitting. `is_vague`: what was typed are words of which every text is full."""

    cards: list[Card]
    count: int
    page: int
    pages: int
    topic: str
    stand: str
    search: str = ""
    order: str = "neu"
    is_vague: bool = False

    @property
    def is_narrowed(self) -> bool:
        return bool(self.topic or self.stand or self.search)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for; nonsense in it is as good as nothing."""

    topic: str = ""
    stand: str = ""
    page: str = ""
    search: str = ""
    order: str = ""

    @property
    def narrowed(self) -> tuple[bool, bool]:
        return bool(self.topic), bool(stages_for(self.stand))

    @property
    def values(self) -> list[str]:
        stages = stages_for(self.stand)
        filled = (stages * STAGES_AT_MOST)[:STAGES_AT_MOST]
        return [*([self.topic] if self.topic else []), *(stage.value for stage in filled)]


async def wall(*, topic: str, stand: str, page: str, member: int | None, search: str = "", order: str = "") -> Wall:
    """Four queries at most, whatever is asked."""
    stand = stand if stages_for(stand) else ""
    asked = Asked(topic if topic in TOPICS else "", stand, page, search.strip()[:LETTERS_ASKED], order)
    if asked.search:
        return await _fitting(asked, member)
    count = int(await recently(("proposals", *asked.values), lambda: COUNT[asked.narrowed].value(*asked.values)))
    shown = page_asked(page, pages=pages_for(count))
    if order == "gemischt":
        return await _mixed(asked, shown, count, member)
    rows = await CARDS[asked.narrowed].rows(*asked.values, member or 0, (shown - 1) * PER_PAGE)
    return Wall([_card(row, member) for row in rows], count, shown, pages_for(count), asked.topic, stand)


async def _fitting(asked: Asked, member: int | None) -> Wall:
    """What fits best first. A search finds some two hundred at most, so they are narrowed down here."""
    found = await find(asked.search, kinds=["proposal"])
    stages = stages_for(asked.stand)
    every = await cards_of([hit.number for hit in found.hits], member)
    fitting = [
        card for card in every if asked.topic in ("", card.topic) and (not stages or Stage(card.stage) in stages)
    ]
    pages = pages_for(len(fitting))
    shown = page_asked(asked.page, pages=pages)
    part = fitting[(shown - 1) * PER_PAGE : shown * PER_PAGE]
    return Wall(
        part, len(fitting), shown, pages, asked.topic, asked.stand, asked.search, "passend", is_vague=not found.asked
    )


async def _mixed(asked: Asked, shown: int, count: int, member: int | None) -> Wall:
    """In the order of the day. Who is released today comes last until tomorrow: so no page shifts while one reads."""
    highest = await HIGHEST.row(start_of_today())
    now, old = (highest["now"] or 0, highest["yesterday"] or 0) if highest else (0, 0)
    every: Sequence[int] = range(1, now + 1)
    if any(asked.narrowed) or now != count:  # narrowed down, or numbers are missing after a restore
        every = await recently(("numbers", *asked.values), lambda: _numbers(asked))
    place = bisect_right(every, old)
    mixed = (*shuffled(every[:place], day=today()), *every[place:])
    cards = await cards_of(mixed[(shown - 1) * PER_PAGE : shown * PER_PAGE], member)
    return Wall(cards, count, shown, pages_for(count), asked.topic, asked.stand, order="gemischt")


async def _numbers(asked: Asked) -> list[int]:
    return [row["number"] for row in await NUMBERS[asked.narrowed].rows(*asked.values)]


async def cards_of(numbers: Sequence[int], member: int | None) -> list[Card]:
    """These proposals in this order; who has no such number is left out. One query."""
    rows = {row["number"]: row for row in await CARDS_OF.rows(json.dumps(numbers), member or 0)} if numbers else {}
    return [_card(rows[number], member) for number in numbers if number in rows]


def _card(row: dict[str, object], member: int | None) -> Card:
    author, backed, joined = row.pop("author"), row.pop("backed"), row.pop("joined")
    is_mine = member is not None and (author == member or bool(joined))
    return Card(**row, is_mine=is_mine, is_backed=bool(backed))  # type: ignore[arg-type]
