"""Somebody who has left a trace everywhere. Each trace is a string of its own, which occurs nowhere else."""

import secrets
from dataclasses import dataclass, field

from tests import makers
from tests import makers_proposals as proposals
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.hub import announce
from zukunftsparlament.kernel.pictures import folder
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people import names
from zukunftsparlament.people.actions import NEW_SESSION, tell

RENAME = Sql("UPDATE member SET name = $2, card_name = $3 WHERE id = $1")
SECRETS = Sql("UPDATE card SET code_hash = $2, words_hash = $3 WHERE member = $1")
UNSEEN = Sql(
    "INSERT INTO proposal (token, author, title, text, reason, for_whom, topic, place, changed_at, submitted_at, "
    "held_because, office_words, stage, backings, comments) "
    "VALUES ($1, $2, $3, $4, $5, $6, 'sport', $7, $8, $9, $10, $11, $12, 0, 0) RETURNING id"
)
WRITE = Sql("UPDATE proposal SET text = $2, reason = $3, for_whom = $4, place = $5, office_words = $6 WHERE id = $1")
SAY = Sql(
    "INSERT INTO comment (number, token, proposal, author, stance, text, submitted_at, held_because, office_words, "
    "released_at, removed_at, removed_because) VALUES ($1, $2, $3, $4, 'for', $5, $6, $7, $8, $9, $10, $11)"
)
COUNT = Sql("UPDATE proposal SET comments = comments + 1 WHERE id = $1")
REPORT = Sql(
    "INSERT INTO report (token, proposal, reporter, reason, text, made_at, outcome, office_words, removed_words) "
    "VALUES ($1, $2, $3, 'insult', $4, $5, '', '', '')"
)
REMOVAL = Sql(
    "INSERT INTO removal (token, proposal, author, removed_at, for_the_office, reason, kept, objected_at, objection, "
    "outcome, answer) VALUES ($1, $2, $3, $4, $5, $6, $7, $4, $8, '', $9)"
)
VERSION = Sql(
    "INSERT INTO proposal_version (proposal, number, token, author, title, text, reason, for_whom, topic, place, "
    "changed_at, held_because, office_words, released_at) "
    "VALUES ($1, $2, $3, $4, $5, $6, '', '', 'sport', '', $7, '', '', $8)"
)
PICTURE = Sql(
    "INSERT INTO picture (token, proposal, alt, width, height, files, made_at, shown_at) "
    "VALUES ($1, $2, $3, 400, 300, $4, $5, $5)"
)
WISH = Sql("INSERT INTO name_wish (token, member, name, asked_at, decided_at, outcome) VALUES ($1, $2, $3, $4, $5, '')")
INVITE = Sql("INSERT INTO invitation (proposal, made_by, code_hash, ends_at) VALUES ($1, $2, $3, $4)")
FOLLOW = Sql("INSERT INTO follower (proposal, member) VALUES ($1, $2)")


def nonsense() -> str:
    """Letters that are no word and no number: a guard reads some of it."""
    return "".join(secrets.choice("bcdfghjklmnpqrstvwxz") for _ in range(14))


@dataclass
class Traces:
    """`private` goes in any case; `public` is what others have read, and goes only if asked for."""

    member: int = 0
    own: int = 0  # number of their public proposal
    other: int = 0  # number of somebody else's, which they have backed and talked about
    private: dict[str, str] = field(default_factory=dict)
    public: dict[str, str] = field(default_factory=dict)

    def of(self, name: str) -> str:
        return self.private.setdefault(name, f"{name}-{nonsense()}".replace("_", "-"))

    def seen(self, name: str) -> str:
        return self.public.setdefault(name, f"{name}-{nonsense()}".replace("_", "-"))


async def somebody(*, role: str = "young") -> Traces:
    traces = Traces(member=await (makers.member() if role == "young" else makers.seated(role=role)))
    async with writing():
        await _person(traces)
        await _unseen(traces)
        await _seen(traces)
        await _around(traces)
        announce("proposals", f"proposal-{traces.own}", f"proposal-{traces.other}")  # so that both can be found
    return traces


async def _person(traces: Traces) -> None:
    name, card = traces.of("pseudonym"), traces.of("card_name")
    await RENAME.rows(traces.member, name, card)
    await names.take(traces.member, "name", name)
    await names.take(traces.member, "card", card)
    await SECRETS.rows(traces.member, traces.of("code_hash"), traces.of("words_hash"))
    await NEW_SESSION.rows(traces.of("session_hash"), traces.member, None, True, now(), None)
    await tell([traces.member], "declined", address=f"/{traces.of('address')}", reason=traces.of("message"))
    await WISH.rows(secrets.token_hex(8), traces.member, traces.of("wished_name"), now(), None)


async def _unseen(traces: Traces) -> None:
    draft = [traces.of(f"draft_{part}") for part in ("title", "text", "reason", "whom", "place")]
    id_ = await UNSEEN.value(secrets.token_hex(8), traces.member, *draft, now(), None, "", "", "draft")
    await _picture(traces, id_, "draft")
    held = [traces.of(f"held_{part}") for part in ("title", "text", "reason", "whom", "place")]
    words = (traces.of("held_because"), traces.of("office_words"))
    await UNSEEN.rows(secrets.token_hex(8), traces.member, *held, now(), now(), *words, "held")


async def _seen(traces: Traces) -> None:
    title = traces.seen("title")
    traces.own = await proposals.proposal(author=traces.member, title=title, backers=(await makers.member(),))
    id_ = await proposals.proposal_id(traces.own)
    words = [traces.seen(part) for part in ("text", "reason", "whom", "place")]
    await WRITE.rows(id_, *words, traces.of("words_about_released"))
    await VERSION.rows(id_, 1, secrets.token_hex(8), traces.member, traces.seen("version"), "", now(), now())
    await VERSION.rows(id_, None, secrets.token_hex(8), traces.member, title, traces.of("edit"), now(), None)
    await INVITE.rows(id_, traces.member, traces.of("invitation"), now())
    await tell([await makers.member()], "answered", address=f"/vorschlaege/{traces.own}", title=title)
    await _picture(traces, id_, "public")


async def _around(traces: Traces) -> None:
    traces.other = await proposals.proposal(backers=(traces.member, await makers.member()))
    id_ = await proposals.proposal_id(traces.other)
    await FOLLOW.rows(id_, traces.member)
    number = int(await proposals.NUMBER.value("comment"))
    said = traces.seen("contribution")
    await SAY.rows(number, secrets.token_hex(8), id_, traces.member, said, now(), "", "", now(), None, "")
    await COUNT.rows(id_)
    held = traces.of("held_contribution")
    await SAY.rows(None, secrets.token_hex(8), id_, traces.member, held, now(), "phone", "", None, None, "")
    number = int(await proposals.NUMBER.value("comment"))
    removed, why = traces.of("removed_contribution"), traces.of("why_removed")
    await SAY.rows(number, secrets.token_hex(8), id_, traces.member, removed, now(), "", "", now(), now(), why)
    await REPORT.rows(secrets.token_hex(8), id_, traces.member, traces.of("report"), now())
    parts = [traces.of(f"removal_{part}") for part in ("reason", "kept", "objection", "answer")]
    kept = f'{{"title": "{parts[1]}"}}'
    await REMOVAL.rows(secrets.token_hex(8), id_, traces.member, now(), False, parts[0], kept, *parts[2:])


async def _picture(traces: Traces, proposal: int, name: str) -> None:
    plant = traces.of if name == "draft" else traces.seen
    token, body = secrets.token_urlsafe(18), plant(f"{name}_picture")
    files = folder.write(token, {400: body.encode()})
    await PICTURE.rows(token, proposal, plant(f"{name}_alt"), str(files).replace("'", '"'), now())
