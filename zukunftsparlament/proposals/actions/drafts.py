"""Writing a proposal: begin, keep what was typed, submit, throw away."""
# ruff: noqa: S608 - column names are ours

from collections.abc import Mapping
from secrets import token_urlsafe

from zukunftsparlament.kernel.clock import month, now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Missing, Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.access import Me
from zukunftsparlament.people.rules import is_premoderated
from zukunftsparlament.proposals import guard
from zukunftsparlament.proposals.actions.pictures import Taken, attach, describe, drop, forget_files_of
from zukunftsparlament.proposals.actions.releases import release
from zukunftsparlament.proposals.queries import drafts as queries
from zukunftsparlament.proposals.queries.pictures import picture_of
from zukunftsparlament.proposals.rules import DRAFTS_AT_MOST, WhyNot, why_held, why_not_edit
from zukunftsparlament.proposals.rules.writing import KEPT_AT_MOST, LIMITS, TOPICS

BEGIN = Sql(
    "INSERT INTO proposal (token, author, title, text, reason, for_whom, topic, place, changed_at, held_because, "
    "office_words, stage, backings, comments) VALUES ($1, $2, '', '', '', '', '', '', $3, '', '', 'draft', 0, 0)"
)
KEEP = {name: Sql(f"UPDATE proposal SET {name} = $2, changed_at = $3 WHERE id = $1") for name in (*LIMITS, "topic")}
SUBMIT = Sql(
    "UPDATE proposal SET submitted_at = $2, held_because = $3, asked_back_at = NULL, stage = 'held' WHERE id = $1"
)
LOCK_AUTHOR = Sql("SELECT id FROM member WHERE id = $1 {for_update}")
LOCK_DRAFT = Sql("SELECT id FROM proposal WHERE token = $1 AND author = $2 {for_update}")
THROW_AWAY = Sql("DELETE FROM proposal WHERE id = $1")


async def begin(author: int) -> str:
    """The token of a new draft, or of an empty one that is there already: a second tap begins nothing new."""
    async with writing():
        await LOCK_AUTHOR.rows(author)
        mine = await queries.drafts_of(author)
        if empty := next((draft for draft in mine if draft.is_empty), None):
            return empty.token
        if len(mine) >= DRAFTS_AT_MOST:
            raise Refused(WhyNot.TOO_MANY_DRAFTS)
        token = token_urlsafe(18)
        await BEGIN.rows(token, author, now())
    return token


async def keep(token: str, author: int, typed: Mapping[str, str]) -> None:
    """Keep what was typed, right or wrong, so that nothing is lost. Raises Missing or Refused."""
    async with writing():
        draft = await _mine_to_edit(token, author)
        for name, text in typed.items():
            if len(text) <= KEPT_AT_MOST and (name != "topic" or text in TOPICS):
                await KEEP[name].rows(draft.id, text, now())


async def keep_picture(token: str, author: int, alt: str, *, new: Taken | None, away: bool) -> None:
    """Keep the picture that came, take the one that is there away, and keep what is said to be on it."""
    async with writing():
        draft = await _mine_to_edit(token, author)
        if away:
            await drop(draft.id)
        if new is not None:
            await attach(draft.id, new)
        if len(alt) <= KEPT_AT_MOST:
            await describe(draft.id, alt)


async def submit(token: str, me: Me) -> int | None:
    """Hand it in: its number when it is public now, None when somebody reads it first. A second tap changes nothing.

    The caller has looked at its problems. Nobody but the author and the moderators learns of a held proposal.
    """
    async with writing():
        draft = await _locked(token, me.card)
        if draft.number is not None or draft.is_waiting:
            return draft.number
        if draft.is_declined:
            raise Refused(WhyNot.IS_DECLINED)
        picture = await picture_of(draft.id)
        codes = why_held(
            premoderated=is_premoderated(me.premoderated_until, month(now())),
            was_asked_back=draft.is_asked_back,
            flags=guard.flags(
                draft.title, draft.text, draft.reason, draft.for_whom, draft.place, picture.alt if picture else ""
            ),
            new_picture=picture is not None,
        )
        await SUBMIT.rows(draft.id, now(), " ".join(codes))
        return None if codes else await release(draft.id)


async def throw_away(token: str, author: int) -> None:
    """For what is not public yet. Gone at once and for good."""
    async with writing():
        draft = await _locked(token, author)
        if draft.number is not None:
            raise Missing
        await forget_files_of(draft.id)
        await THROW_AWAY.rows(draft.id)


async def _locked(token: str, author: int) -> queries.Draft:
    """Locked first: what the guard has looked at is what becomes public, whoever types in another tab."""
    await LOCK_DRAFT.rows(token, author)
    return await queries.draft_of(token, author)


async def _mine_to_edit(token: str, author: int) -> queries.Draft:
    draft = await _locked(token, author)
    if draft.number is not None:
        raise Missing
    if why_not := why_not_edit(
        is_submitted=draft.submitted_at is not None,
        is_asked_back=draft.is_asked_back,
        is_declined=draft.is_declined,
    ):
        raise Refused(why_not)
    return draft
