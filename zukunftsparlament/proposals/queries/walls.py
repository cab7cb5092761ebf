"""The wall: twenty proposals, newest first."""
# ruff: noqa: S608 - put together from constants when imported

from dataclasses import dataclass
from datetime import datetime

from zukunftsparlament.kernel.recently import recently
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals.rules import Stage, why_not_change
from zukunftsparlament.proposals.rules.walls import GROUPS, PER_PAGE, page_asked, pages_for, stages_for
from zukunftsparlament.proposals.rules.writing import TOPICS

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
CARDS = {
    asked: Sql(
        "SELECT p.number, p.title, p.topic, p.stage, p.backings, p.comments, p.released_at, p.author, "
        f"m.name AS author_name, (SELECT count(*) FROM backing b WHERE b.proposal = p.id AND b.member = ${n + 1}) "
        f"AS backed, (SELECT count(*) FROM co_author a WHERE a.proposal = p.id AND a.member = ${n + 1}) AS joined "
        f"FROM proposal p LEFT JOIN member m ON m.id = p.author WHERE {where} "
        f"ORDER BY p.number DESC LIMIT {PER_PAGE} OFFSET ${n + 2}"
    )
    for (asked, where), n in zip(_WHERE.items(), _PARAMETERS.values(), strict=True)
}


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
    cards: list[Card]
    count: int
    page: int
    pages: int
    topic: str
    stand: str

    @property
    def is_narrowed(self) -> bool:
        return bool(self.topic or self.stand)


async def wall(*, topic: str, stand: str, page: str, member: int | None) -> Wall:
    """Two queries at most, whatever is asked. Nonsense in the address is as good as nothing."""
    topic = topic if topic in TOPICS else ""
    stages = stages_for(stand)
    asked = (bool(topic), bool(stages))
    filled = (stages * STAGES_AT_MOST)[:STAGES_AT_MOST]
    values = [*([topic] if topic else []), *(stage.value for stage in filled)]
    count = int(await recently(("proposals", *values), lambda: COUNT[asked].value(*values)))
    pages = pages_for(count)
    shown = page_asked(page, pages=pages)
    rows = await CARDS[asked].rows(*values, member or 0, (shown - 1) * PER_PAGE)
    cards = [_card(row, member) for row in rows]
    return Wall(cards, count, shown, pages, topic, stand if stages else "")


def _card(row: dict[str, object], member: int | None) -> Card:
    author, backed, joined = row.pop("author"), row.pop("backed"), row.pop("joined")
    is_mine = member is not None and (author == member or bool(joined))
    return Card(**row, is_mine=is_mine, is_backed=bool(backed))  # type: ignore[arg-type]
