"""Contributions to the discussion."""

from secrets import token_urlsafe

from zukunftsparlament.kernel.clock import month, now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.access import Me
from zukunftsparlament.people.rules import is_premoderated
from zukunftsparlament.proposals import guard
from zukunftsparlament.proposals.actions.releases import release_comment
from zukunftsparlament.proposals.queries.numbers import fits
from zukunftsparlament.proposals.rules import Stage, Stance, why_held, why_not_talk

LOCKED = Sql("SELECT id, stage FROM proposal WHERE number = $1 {for_update}")
SAID_ALREADY = Sql(
    "SELECT id, number FROM comment WHERE proposal = $1 AND author = $2 AND stance = $3 AND text = $4 "
    "AND declined_at IS NULL AND removed_at IS NULL"
)
ANSWERED = Sql("SELECT id, answer_to FROM comment WHERE proposal = $1 AND number = $2 AND removed_at IS NULL")
ADD = Sql(
    "INSERT INTO comment (token, proposal, author, answer_to, stance, text, submitted_at, held_because, office_words, "
    "removed_because) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '', '') RETURNING id"
)


async def say(number: int, stance: Stance, text: str, *, answer_to: int | None, me: Me) -> int | None:
    """Add a contribution: its number, or None while somebody reads it first. The same twice is one.

    `answer_to` is the number of another contribution; an answer to an answer stands beside it, one level deep.
    """
    async with writing():
        proposal = await LOCKED.row(fits(number))
        if proposal is None:
            raise Missing
        if already := await SAID_ALREADY.row(proposal["id"], me.card, stance.value, text):
            return None if already["number"] is None else int(already["number"])
        if why_not := why_not_talk(Stage(proposal["stage"])):
            raise Refused(why_not)
        parent = await _answered(proposal["id"], answer_to)
        premoderated = is_premoderated(me.premoderated_until, month(now()))
        codes = why_held(premoderated=premoderated, was_asked_back=False, flags=guard.flags(text))
        added = await ADD.value(
            token_urlsafe(18), proposal["id"], me.card, parent, stance.value, text, now(), " ".join(codes)
        )
        return None if codes else await release_comment(int(added))


async def _answered(proposal_id: int, answer_to: int | None) -> int | None:
    if answer_to is None:
        return None
    found = await ANSWERED.row(proposal_id, answer_to)
    if found is None:
        raise Missing
    return int(found["answer_to"] or found["id"])
