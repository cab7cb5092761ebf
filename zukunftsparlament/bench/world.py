"""What the pages are measured on: the demo, a proposal that is much talked about, voters by the thousand."""

from dataclasses import dataclass

from zukunftsparlament.kernel.clock import month, now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.people.actions import NEW_SESSION
from zukunftsparlament.people.secrets import digest, new_code, new_token
from zukunftsparlament.polls import actions as polls
from zukunftsparlament.polls.rules import Draft, Electorate, Kind, Secrecy
from zukunftsparlament.proposals.rules.walls import PER_PAGE

VOTERS = 2_000
CONTRIBUTIONS = 50
POLLS = 4
ACTOR = "system"

MEMBER = Sql(
    "INSERT INTO member (name, role, delete_after, card_name, created_month) "
    "VALUES ($1, 'young', '2099-12', $1, $2) RETURNING id"
)
CARD = Sql("INSERT INTO card (member, code_hash, words_hash, replaced) VALUES ($1, $2, '', 0)")
PROPOSALS = Sql(
    "INSERT INTO proposal (number, token, author, title, text, reason, for_whom, topic, place, changed_at, "
    "submitted_at, held_because, office_words, released_at, stage, backings, comments) "
    "WITH RECURSIVE one (n) AS (SELECT CAST($1 AS integer) UNION ALL SELECT n + 1 FROM one WHERE n < $2) "
    "SELECT n, 'bench-' || CAST(n AS text), $3, 'Mehr Bänke am Bach ' || CAST(n AS text), $4, $4, '', 'freizeit', '', "
    "$5, $5, '', '', $5, 'public', 0, 0 FROM one"
)
HIGHEST = Sql("SELECT max(number) FROM proposal")
ID_OF = Sql("SELECT id FROM proposal WHERE number = $1")
CONTRIBUTION = Sql(
    "INSERT INTO comment (token, number, proposal, author, stance, text, submitted_at, released_at, held_because, "
    "office_words, removed_because) VALUES ($1, $2, $3, $4, $5, $6, $7, $7, '', '', '')"
)
STEP = Sql("INSERT INTO proposal_step (proposal, at, stage, facts) VALUES ($1, $2, 'public', '{}')")
TEXT = "Wir wollen uns nach der Schule treffen, und am Bach ist Schatten. " * 3


@dataclass(frozen=True)
class World:
    """`voters` are row ids, `tokens` their sessions in the same order; the rest are numbers."""

    voters: list[int]
    tokens: list[str]
    proposal: int
    polls: list[int]


async def make() -> World:
    """Into the seeded demo, so that the wall has a full page. One of the secret polls is to look at, in the others
    votes are cast: see `votes`. The last voter looks at the pages and has said nothing yet."""
    async with writing():
        voters = [await _voter(number) for number in range(VOTERS)]
        tokens = [await session(member) for member in voters]
    proposal = await add_proposals(PER_PAGE, author=voters[0])
    await _talk_about(proposal, voters)
    return World(voters, tokens, proposal, [await _poll() for _ in range(POLLS)])


async def _voter(number: int) -> int:
    member = int(await MEMBER.value(f"Flinker Dachs {number}", month(now())))
    await CARD.rows(member, digest(new_code()))
    return member


async def session(member: int) -> str:
    token = new_token()
    await NEW_SESSION.rows(digest(token), member, None, True, now(), None)
    return token


async def add_proposals(count: int, *, author: int) -> int:
    """Public ones. Returns the number of the last."""
    highest = int(await HIGHEST.value() or 0)
    async with writing():
        await PROPOSALS.rows(highest + 1, highest + count, author, TEXT, now())
    return highest + count


async def _talk_about(number: int, authors: list[int]) -> None:
    async with writing():
        proposal = int(await ID_OF.value(number))
        await STEP.rows(proposal, now())
        for place in range(CONTRIBUTIONS):
            stance = ("for", "against", "question", "improvement")[place % 4]
            name = f"bench-{place}"
            await CONTRIBUTION.rows(name, 1_000_000 + place, proposal, authors[place], stance, TEXT, now())


async def _poll() -> int:
    draft = Draft(
        question="Soll der Rat Bänke am Bach aufstellen?",
        yes_means="Wir fordern sie vom Rat.",
        no_means="Es bleibt, wie es ist.",
        kind=Kind.YES_NO_ABSTAIN,
        secrecy=Secrecy.SECRET,
        electorate=Electorate.CARDS,
    )
    number = await polls.prepare_poll(draft, proposal=None, actor=ACTOR)
    await polls.open_poll(number, actor=ACTOR)
    return number
