"""Polls for tests: prepared, opened, voted in, in one line each."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from tests import makers
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.keys import key_for
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import actions, queries, receipts
from zukunftsparlament.polls.queries.papers import RECEIPT_PURPOSE
from zukunftsparlament.polls.rules import NO_TERMS, Draft, Electorate, Kind, Secrecy, Terms, options_in
from zukunftsparlament.procedure.actions import add_version
from zukunftsparlament.procedure.queries import VALID_ON
from zukunftsparlament.procedure.rules import HOLZWICKEDE, RuleSet

CHAIR = "chair:1"
PROPOSAL = Sql(
    "INSERT INTO proposal (number, token, title, text, reason, for_whom, topic, place, changed_at, held_because, "
    "office_words, stage, backings, comments, released_at) "
    "VALUES ($1, $2, $3, 'Text', 'Grund', '', 'sport', '', $4, '', '', 'ripe', 0, 0, $4) RETURNING id"
)


@dataclass(frozen=True)
class Opened:
    number: int
    voters: list[int] = field(default_factory=list)


async def rules(rule_set: RuleSet = HOLZWICKEDE) -> None:
    if await VALID_ON.row(date(2999, 1, 1)) is None:
        await add_version(rule_set, actor="system")


async def proposal(number: int = 7, *, title: str = "Ein Skatepark neben der Villa") -> int:
    return int(await PROPOSAL.value(number, f"token{number}", title, now()))


def draft(
    *,
    secrecy: Secrecy = Secrecy.SECRET,
    electorate: Electorate = Electorate.SEATS,
    options: str = "",
    kind: Kind | None = None,
    terms: Terms = NO_TERMS,
    persons: bool = False,
    two_key: bool = False,
    question: str = "Soll es einen Skatepark geben?",
    opens_at: datetime | None = None,
    closes_at: datetime | None = None,
) -> Draft:
    """`options`, one a line, makes it a choice of one; otherwise it is yes or no."""
    return Draft(
        question=question,
        yes_means="Wir fordern ihn vom Rat.",
        no_means="Der Platz bleibt, wie er ist.",
        kind=kind or (Kind.ONE_OF if options else Kind.YES_NO_ABSTAIN),
        options=options_in(options),
        terms=terms,
        persons=persons,
        two_key=two_key,
        secrecy=secrecy,
        electorate=electorate,
        opens_at=opens_at,
        closes_at=closes_at,
    )


async def prepared(*, proposal: int | None = None, actor: str = CHAIR, **wished: Any) -> int:
    await rules()
    return await actions.prepare_poll(draft(**wished), proposal=proposal, actor=actor)


async def opened(*, voters: int = 3, electorate: Electorate = Electorate.SEATS, **wished: Any) -> Opened:
    """An open poll with so many people on its roll."""
    seated = electorate is Electorate.SEATS
    people = [await (makers.seated() if seated else makers.member()) for _ in range(voters)]
    number = await prepared(electorate=electorate, **wished)
    await actions.open_poll(number, actor=CHAIR)
    return Opened(number, people)


def slip(number: int, words: str = "") -> str:
    """A receipt as the form carries it."""
    return receipts.sign(words or receipts.draw(), number, key_for(RECEIPT_PURPOSE))


async def vote(poll: Opened, voter: int, choice: str | Sequence[str] = "yes", *, receipt: str = "") -> actions.Cast:
    return await actions.cast_vote(
        poll.number, [choice] if isinstance(choice, str) else choice, receipt=receipt or slip(poll.number), voter=voter
    )


async def voted(choices: Sequence[str | Sequence[str]], **wished: Any) -> Opened:
    """An open poll in which the first voters have chosen so."""
    poll = await opened(**{"voters": max(3, len(choices)), **wished})
    for voter, choice in zip(poll.voters, choices, strict=False):
        await vote(poll, voter, choice)
    return poll


async def counted(choices: Sequence[str | Sequence[str]], **wished: Any) -> Opened:
    poll = await voted(choices, **wished)
    await actions.close_poll(poll.number, actor=CHAIR)
    await actions.count_poll(poll.number, actor=CHAIR)
    return poll


async def published(choices: Sequence[str | Sequence[str]], **wished: Any) -> Opened:
    poll = await counted(choices, **wished)
    await actions.publish_poll(poll.number, actor=CHAIR)
    return poll


async def state(number: int) -> str:
    return (await queries.poll(number)).state.value


def minutes_ago(minutes: int) -> datetime:
    return now() - timedelta(minutes=minutes)


async def decided(number: int) -> queries.CountedPoll | None:
    """As it can be handed over; None for what decides nothing."""
    return next((one for one in await queries.counted_polls() if one.poll.number == number), None)
