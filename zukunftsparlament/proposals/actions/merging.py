"""Two proposals that belong together become one, if both sides say yes.

Nobody's backing moves by itself: whoever backed the source is asked. What was said there stays there, to be read.
"""

from datetime import datetime
from secrets import token_urlsafe

from zukunftsparlament.journal.actions import record
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.actions import tell
from zukunftsparlament.proposals.actions.coauthors import join
from zukunftsparlament.proposals.actions.steps import record_step
from zukunftsparlament.proposals.queries.authors import Held, backers_of, locked_both
from zukunftsparlament.proposals.queries.mergings import Merging, merging, merging_locked
from zukunftsparlament.proposals.rules.around import OFFER_LASTS, WhyNotNow, why_not_merge

END_OLD = Sql(
    "UPDATE merging SET ended_at = ends_at, outcome = 'over' WHERE source = $1 AND ended_at IS NULL AND ends_at <= $2"
)
OFFER = Sql(
    "INSERT INTO merging (token, source, target, words, made_by, made_at, ends_at, source_yes_at, target_yes_at) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING id"
)
SAY_YES = {
    "source": Sql("UPDATE merging SET source_yes_at = $2 WHERE id = $1 AND source_yes_at IS NULL"),
    "target": Sql("UPDATE merging SET target_yes_at = $2 WHERE id = $1 AND target_yes_at IS NULL"),
}
END = Sql("UPDATE merging SET ended_at = $2, outcome = $3 WHERE id = $1 AND ended_at IS NULL")


async def offer(source: int, target: int, words: str, *, actor: str, member: int | None) -> str:
    """Ask both sides whether `source` shall go into `target`: the token of the offer.

    A side whose authors have all left has nobody to ask: there the other side's yes is enough.
    """
    async with writing():
        held = await locked_both(source, target)
        from_, into = held[source], held[target]
        if from_.is_removed or into.is_removed:
            raise Missing
        if why_not := why_not_merge(from_.stage, into.stage, are_same=source == target):
            raise Refused(why_not)
        if member in (*from_.authors, *into.authors):
            raise Refused(WhyNotNow.OWN_MERGING)
        await END_OLD.rows(from_.id, now())
        token, yes = token_urlsafe(18), [None if side.authors else now() for side in (from_, into)]
        if not await OFFER.rows(token, from_.id, into.id, words, actor, now(), now() + OFFER_LASTS, *yes):
            raise Refused(WhyNotNow.OFFERED_ALREADY)
        for side, other in ((from_, into), (into, from_)):
            await _ask(side, other, token)
        if all(yes):
            await _merge(await merging(token), from_, into)
        else:
            await record(
                actor=actor, verb="offer_merging", subject_kind="proposal", subject_number=source, target=target
            )
    return token


async def _ask(side: Held, other: Held, token: str) -> None:
    address = f"/zusammenlegungen/{token}"
    await tell(side.authors, "merging_asked", address=address, title=side.title, other=other.number)


async def answer(token: str, member: int, *, yes: bool) -> Merging:
    """One author speaks for their side, whoever is first; one no ends it. A second tap changes nothing."""
    async with writing():
        asked = await merging(token)
        held = await locked_both(asked.source, asked.target)
        source, target = held[asked.source], held[asked.target]
        asked = await merging_locked(token)
        sides = [name for name, side in (("source", source), ("target", target)) if side.is_of(member)]
        if not sides:
            raise Missing
        if asked.state(now()) != "open":
            return asked
        if why_not := why_not_merge(source.stage, target.stage, are_same=False):
            raise Refused(why_not)
        if not yes:
            await _end(asked, "refused", now())
            for side, other in ((source, target), (target, source)):
                told = [author for author in side.authors if author != member]
                await tell(told, "merging_refused", address=side.address, title=side.title, other=other.number)
            return await merging(token)
        for name in sides:
            await SAY_YES[name].rows(asked.id, now())
        if (await merging(token)).is_agreed:
            await _merge(asked, source, target)
        return await merging(token)


async def _merge(agreed: Merging, source: Held, target: Held) -> None:
    await _end(agreed, "merged", now())
    backers = await backers_of(source.id)
    there = {*target.authors, *source.authors, *await backers_of(target.id)}
    await record_step(source.id, "merged", but=backers, into=target.number)
    await record_step(target.id, "merged_in", source=source.number)
    for author in source.authors:
        if author not in target.authors:
            await join(target, author)
    asked = [backer for backer in backers if backer not in there]
    await tell(asked, "merged_backing", address=target.address, title=source.title, other=target.number)
    told = [backer for backer in backers if backer in there]
    await tell(told, "merged_both", address=target.address, title=source.title, other=target.number)
    await record(
        actor=agreed.made_by, verb="merge", subject_kind="proposal", subject_number=source.number, target=target.number
    )


async def _end(asked: Merging, outcome: str, at: datetime) -> None:
    await END.rows(asked.id, at, outcome)
