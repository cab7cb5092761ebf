"""Making a hand-over ready: what the preview shows is what is frozen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from zukunftsparlament.handovers import freezing, queries, rules
from zukunftsparlament.handovers.queries import Body
from zukunftsparlament.handovers.refusals import refuse
from zukunftsparlament.kernel.clock import today
from zukunftsparlament.kernel.place import Place
from zukunftsparlament.people.queries import municipality
from zukunftsparlament.polls.queries import Poll


@dataclass(frozen=True, slots=True)
class Wish:
    """What the office wants to hand over: numbers of polls in their order, the name of a body, a day."""

    polls: Sequence[int]
    body: str
    answer_by: date | None
    seen: str = ""  # fingerprint of the decisions in the preview, where there was one
    letter: str = ""  # the covering letter; may be empty


@dataclass(frozen=True, slots=True)
class Parcel:
    """A wish that nothing speaks against: ready to be frozen, under a number that is given last.

    `polls`: one for each of the `matters`; where money is shared, the same one several times.
    """

    polls: list[Poll]
    by: Place
    body: Body
    answer_by: date
    matters: list[freezing.Matter]
    letter: str = ""

    def frozen(self, number: int) -> freezing.Frozen:
        return freezing.freeze(
            number=number,
            by=self.by,
            body=self.body.name,
            made_on=today(),
            answer_by=self.answer_by,
            matters=self.matters,
            letter=self.letter,
        )

    @property
    def seen(self) -> str:
        """Changes when what is handed over does, a new contribution included."""
        return freezing.seen(self.frozen(0))


async def pack(wish: Wish) -> Parcel:
    """Raises Wrong for what can be mended in the form, Refused for what speaks against the act itself."""
    body = await queries.body_called(wish.body)
    polls = await queries.published_of(wish.polls)
    published = [counted.poll.number for counted in polls]
    handed = await queries.handed_over()
    problems = rules.why_not_hand_over(
        asked=wish.polls,
        known=[number for number in wish.polls if number in published or await queries.is_poll(number)],
        published=published,
        undecided=[counted.poll.number for counted in polls if counted.is_undecided],
        handed_over=[given.poll for given in handed if body and given.body == body.short],
        body_known=body is not None,
        answer_by=wish.answer_by,
        letter=wish.letter,
        today=today(),
    )
    if problems or body is None or wish.answer_by is None:
        refuse(problems)
    here = await municipality()
    given = [(counted.poll, matter) for counted in polls for matter in await queries.matters_of(counted)]
    return Parcel(
        [poll for poll, _matter in given],
        Place(here["parliament"], here["name"]),
        body,
        wish.answer_by,
        [matter for _poll, matter in given],
        wish.letter,
    )
