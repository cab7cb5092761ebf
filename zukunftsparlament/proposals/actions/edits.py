"""Changing a released proposal. What everybody reads stays as it was until the edit is released."""
# ruff: noqa: S608 - column names are ours

from collections.abc import Mapping
from datetime import timedelta
from secrets import token_urlsafe

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.access import Me
from zukunftsparlament.proposals import guard
from zukunftsparlament.proposals.actions.edit_pictures import PictureTyped, keep_picture
from zukunftsparlament.proposals.actions.new_versions import release_edit
from zukunftsparlament.proposals.actions.pictures import drop_waiting
from zukunftsparlament.proposals.queries.authors import Held, are_read_first, locked_own
from zukunftsparlament.proposals.queries.edit_pictures import picture_edit
from zukunftsparlament.proposals.queries.pictures import picture_of
from zukunftsparlament.proposals.queries.versions import FIELDS, Edit, newest_edit, words_of
from zukunftsparlament.proposals.rules import why_held
from zukunftsparlament.proposals.rules.around import WhyNotNow, why_not_edit_now
from zukunftsparlament.proposals.rules.writing import KEPT_AT_MOST, TOPICS

BEGIN = Sql(
    f"INSERT INTO proposal_version (proposal, token, author, changed_at, alt, {', '.join(FIELDS)}) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
)
KEEP = Sql(
    "UPDATE proposal_version SET author = $2, changed_at = $3, title = $4, text = $5, reason = $6, for_whom = $7, "
    "topic = $8, place = $9 WHERE id = $1"
)
# From then on, also when whoever is under 14 leaves the others alone with what they wrote together.
READ_FIRST = Sql("UPDATE proposal_version SET held_because = 'under_14' WHERE proposal = $1 AND number IS NULL")
SUBMIT = Sql(
    "UPDATE proposal_version SET submitted_at = $2, held_because = $3, asked_back_at = NULL, author = $4 WHERE id = $1"
)
SAME_TAP = timedelta(minutes=1)
JUST_RELEASED = Sql(
    "SELECT id FROM proposal_version WHERE proposal = $1 AND author = $2 AND number IS NOT NULL AND released_at >= $3"
)
THROW_AWAY = Sql("DELETE FROM proposal_version WHERE proposal = $1 AND number IS NULL")
WIPE = Sql(
    "UPDATE proposal_version SET title = '', text = '', reason = '', for_whom = '', place = '', office_words = '', "
    "alt = '' "
    "WHERE proposal = $1"
)


async def keep(
    number: int, member: int, typed: Mapping[str, str], *, stamp: str, picture: PictureTyped | None = None
) -> bool:
    """Keep what was typed, right or wrong. False, and nothing is kept, when another author has written meanwhile.

    `stamp`: of the edit that the form was made from, "" when there was none. One's own older form is no conflict: what
    was typed last counts. Raises Missing or Refused.
    """
    async with writing():
        proposal = await locked_own(number, member)
        try:
            edit = await _to_write(proposal)
        except Refused as refused:
            if refused.reason is WhyNotNow.EDIT_IS_READ and await _said_already(proposal, member, typed):
                return True  # a second tap
            raise
        if edit is not None and edit.author != member and edit.stamp != stamp:
            return False
        before = edit.says if edit else await words_of(proposal.id)
        says = [_kept(name, typed.get(name, before[name]), before[name]) for name in FIELDS]
        if edit is None:
            if says == list(before.values()) and await _leaves_the_picture(proposal.id, picture):
                return True  # nothing begun by nothing: a second tap, perhaps
            await _throw_away(proposal.id)  # a declined one makes room
            shown = await picture_of(proposal.id)
            await BEGIN.rows(proposal.id, token_urlsafe(18), member, now(), shown.alt if shown else "", *says)
        else:
            await KEEP.rows(edit.id, member, now(), *says)
        if await are_read_first(proposal.id, member):
            await READ_FIRST.rows(proposal.id)
        if picture is not None:
            await keep_picture(proposal.id, picture)
    return True


async def _said_already(proposal: Held, member: int, typed: Mapping[str, str]) -> bool:
    edit = await newest_edit(proposal.id)
    return edit is not None and edit.author == member and all(edit.says[name] == typed[name] for name in typed)


async def _leaves_the_picture(proposal_id: int, typed: PictureTyped | None) -> bool:
    if typed is None:
        return True
    shown = await picture_of(proposal_id)
    says_the_same = typed.alt in (None, shown.alt if shown else "")
    return typed.new is None and not (typed.away and shown) and (typed.away or says_the_same)


def _kept(name: str, typed: str, before: str) -> str:
    return typed if len(typed) <= KEPT_AT_MOST and (name != "topic" or typed in TOPICS) else before


async def submit(number: int, me: Me) -> bool:
    """Hand the edit in: whether it is public now, or read by somebody first. A second tap changes nothing.

    The caller has looked at its problems. Nobody but the authors and the moderators learns of one that waits.
    """
    async with writing():
        proposal = await locked_own(number, me.card)
        edit = await newest_edit(proposal.id)
        if edit is None or edit.is_declined:
            if await JUST_RELEASED.row(proposal.id, me.card, now() - SAME_TAP) is None:
                raise Refused(WhyNotNow.NOTHING_CHANGED)
            return True  # released by the first of two taps
        if edit.is_waiting:
            return False
        await _to_write(proposal)
        picture = await picture_edit(proposal.id, edit.picture, edit.alt)
        if picture.change is None and dict(edit.says) == await words_of(proposal.id):
            raise Refused(WhyNotNow.NOTHING_CHANGED)
        codes = why_held(
            # Whoever of them sends it.
            premoderated="under_14" in edit.codes or await are_read_first(proposal.id, edit.author),
            was_asked_back=edit.is_asked_back,
            flags=guard.flags(*(edit.says[name] for name in FIELDS if name != "topic"), edit.alt),
            new_picture=picture.is_new,
        )
        await SUBMIT.rows(edit.id, now(), " ".join(codes), me.card)
        if not codes:
            await release_edit(proposal, edit.id)
        return not codes


async def throw_away(number: int, member: int) -> None:
    """Whatever is not public of it, also while somebody reads it. What everybody reads stays as it is."""
    async with writing():
        await _throw_away((await locked_own(number, member)).id)


async def _throw_away(proposal_id: int) -> None:
    await drop_waiting(proposal_id)
    await THROW_AWAY.rows(proposal_id)


async def _to_write(proposal: Held) -> Edit | None:
    """The edit that may be written on; None when one would have to be begun."""
    if why_not := why_not_edit_now(proposal.stage):
        raise Refused(why_not)
    edit = await newest_edit(proposal.id)
    if edit is None or edit.is_declined:
        return None
    if edit.is_waiting:
        raise Refused(WhyNotNow.EDIT_IS_READ)
    return edit


async def wipe_versions(proposal_id: int) -> None:
    """The words of a removed proposal go for good: what it said before, and what it was to say. Inside `writing()`."""
    await WIPE.rows(proposal_id)
    await _throw_away(proposal_id)
