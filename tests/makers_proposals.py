"""Proposals for tests: written straight into the store, as short as can be."""

from dataclasses import replace
from itertools import count

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.kernel.visit import Visit, visit
from zukunftsparlament.people.access import Me
from zukunftsparlament.people.actions import NEW_SESSION
from zukunftsparlament.people.secrets import digest, new_token
from zukunftsparlament.people.sessions import who_is
from zukunftsparlament.procedure.actions import add_version
from zukunftsparlament.procedure.rules.holzwickede import HOLZWICKEDE
from zukunftsparlament.proposals.actions import drafts, record_step

_next = count(1)

NUMBER = Sql(
    "INSERT INTO number_given (kind, highest) VALUES ($1, 1) "
    "ON CONFLICT (kind) DO UPDATE SET highest = number_given.highest + 1 RETURNING highest"
)
PROPOSAL = Sql(
    "INSERT INTO proposal (number, token, author, title, text, reason, for_whom, topic, place, changed_at, "
    "submitted_at, held_because, office_words, released_at, stage, backings, comments) "
    "VALUES ($1, $2, $3, $4, $5, $6, '', $7, '', $8, $8, '', '', $8, 'public', 0, 0) RETURNING id"
)
ADD_BACKING = Sql("INSERT INTO backing (proposal, member) VALUES ($1, $2)")
COUNT_BACKING = Sql("UPDATE proposal SET backings = backings + 1 WHERE id = $1")
COMMENT = Sql(
    "INSERT INTO comment (number, token, proposal, author, answer_to, stance, text, submitted_at, held_because, "
    "office_words, released_at, removed_because) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '', '', $8, '') RETURNING number"
)
COUNT_COMMENT = Sql("UPDATE proposal SET comments = comments + 1 WHERE id = $1")
ID_OF = Sql("SELECT id FROM proposal WHERE number = $1")


async def proposal(
    *, author: int | None = None, title: str = "", topic: str = "freizeit", backers: tuple[int, ...] = ()
) -> int:
    """A public proposal that still collects backings. Returns its number."""
    async with writing():
        number = int(await NUMBER.value("proposal"))
        title = title or f"Mehr Bänke am Bach {next(_next)}"
        id_ = int(
            await PROPOSAL.value(
                number, new_token()[:32], author, title, "Wir wollen sitzen.", "Weil man müde wird.", topic, now()
            )
        )
        await record_step(id_, "public")
        for member in backers:
            await ADD_BACKING.rows(id_, member)
            await COUNT_BACKING.rows(id_)
    return number


async def proposal_id(number: int) -> int:
    return int(await ID_OF.value(number))


async def contribution(
    proposal_number: int, *, author: int | None = None, stance: str = "for", text: str = "Ja, gern!"
) -> int:
    """A released contribution. Returns its number."""
    async with writing():
        number = int(await NUMBER.value("comment"))
        id_ = await proposal_id(proposal_number)
        await COMMENT.rows(number, new_token()[:32], id_, author, None, stance, text, now())
        await COUNT_COMMENT.rows(id_)
    return number


async def rules(*, backings_for_agenda: int = 3) -> None:
    """Rules of procedure under which so many backings make a proposal ripe."""
    await add_version(replace(HOLZWICKEDE, backings_for_agenda=backings_for_agenda), actor="system")


async def me(member: int) -> Me:
    """Who a member is when signed in."""
    token = new_token()
    await NEW_SESSION.rows(digest(token), member, None, True, now(), None)
    visit.set(Visit())
    found = await who_is(token)
    assert found is not None
    return found


async def draft(author: int, **typed: str) -> str:
    """A finished draft. Returns its token."""
    token = await drafts.begin(author)
    whole = {"title": "Ein Skatepark", "text": "Neben der Villa.", "reason": "Wir haben keinen.", "topic": "sport"}
    await drafts.keep(token, author, {**whole, **typed})
    return token
