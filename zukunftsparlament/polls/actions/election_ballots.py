"""The ballots of an election: made from the list of those who stand, and again where a first one was not enough."""

from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.kernel.texts import GERMAN, _, speaking
from zukunftsparlament.polls.actions.in_sitting import prepare_in_sitting
from zukunftsparlament.polls.actions.place_for_vote import place_for_preparing
from zukunftsparlament.polls.queries.election_shapes import Election
from zukunftsparlament.polls.queries.elections import election
from zukunftsparlament.polls.rules import LONGEST_MEANING, LONGEST_QUESTION, Draft, Electorate, Secrecy
from zukunftsparlament.polls.rules.elections import ElectionBallot, Side, WhyNotElect, ballots
from zukunftsparlament.polls.rules.in_sitting import HeldAs
from zukunftsparlament.polls.rules.standing import Standing

ABOUT = Sql("UPDATE poll SET election_side = $2, candidate = $3 WHERE number = $1")


async def prepare_ballots(number: int, mark: int, which: int, *, two_key: bool, actor: str) -> list[int]:
    """Returns the numbers of the polls, in the order in which they are to be opened. Those that wait already stay."""
    async with writing():
        place = await place_for_preparing(number, mark, actor)
        found = await election(place.item.id, which)
        if found.is_busy:
            raise Refused(WhyNotElect.BALLOT_IS_OUT)
        numbers: list[int] = []
        for side in found.sides:
            waiting = [poll.number for poll in found.prepared_on(side.side)]
            papers = [] if waiting else _papers(found, side)
            numbers += waiting or [await _add(number, mark, found, paper, two_key, actor) for paper in papers]
        if not numbers:
            raise Refused(WhyNotElect.NOTHING_LEFT)
        return numbers


def _papers(found: Election, side: Standing) -> list[ElectionBallot]:
    """For the places that are left. Whoever is in stands no more; after a run-off was called for only the best do."""
    if side.tied:
        raise Refused(WhyNotElect.STILL_TIED)
    if side.free == 0:
        return []
    standing = [one.label for one in found.on(side.side) if one.stands and one.label not in side.elected]
    if not standing:
        raise Refused(WhyNotElect.SIDE_EMPTY if found.is_pair else WhyNotElect.NOBODY_STANDS)
    return ballots(side.side, side.equal or side.best or standing, places=side.free)


async def _add(number: int, mark: int, found: Election, paper: ElectionBallot, two_key: bool, actor: str) -> int:
    with speaking(GERMAN):  # all who vote will read it
        draft = _draft(found, paper, two_key)
    held = HeldAs(election=found.id)
    poll = await prepare_in_sitting(number, mark, draft, held=held, actor=actor, looked_at=True)
    about = found.named(paper.yes_to).id if paper.yes_to else None
    await ABOUT.rows(poll, paper.side, about)
    return poll


def _draft(found: Election, paper: ElectionBallot, two_key: bool) -> Draft:
    title = found.title
    if paper.side:
        shape = _("{title} (unter {age})") if paper.side == Side.YOUNGER else _("{title} (ab {age})")
        title = shape.format(title=title, age=found.age)
    several = paper.terms.places > 1
    question = title if title.endswith("?") else _("{title}: Wer soll es sein?").format(title=title)
    title = title.rstrip("?!.: ")  # more of the sentence follows
    if paper.yes_to:
        question = _("{title}: Soll {label} es sein?").format(title=title, label=paper.yes_to)
    elif several:
        question = _("{title}: Welche {n} sollen es sein?").format(title=title, n=paper.terms.places)
    return Draft(
        question=question[:LONGEST_QUESTION],
        yes_means=_("{label} ist gewählt.").format(label=paper.yes_to)[:LONGEST_MEANING] if paper.yes_to else "",
        no_means=_("{label} ist nicht gewählt.").format(label=paper.yes_to)[:LONGEST_MEANING] if paper.yes_to else "",
        kind=paper.kind,
        options=paper.options,
        terms=paper.terms,
        persons=True,
        two_key=two_key,
        secrecy=Secrecy.SECRET,
        electorate=Electorate.SEATS,
    )
