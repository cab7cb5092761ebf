"""What the desk for votes on paper shows. Nothing of it depends on who has voted by phone."""

from dataclasses import dataclass

from zukunftsparlament.chair.paper_form import MARKED, MISSING, SPOILT, UNSAID
from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.texts import _
from zukunftsparlament.people.access import Me
from zukunftsparlament.polls import queries
from zukunftsparlament.polls.paper_texts import given_said, paper_said
from zukunftsparlament.polls.queries import Papers, Poll
from zukunftsparlament.polls.rules import (
    FEWEST_FOR_SECRECY,
    ONE_MARK,
    Choice,
    Electorate,
    Kind,
    choices_of,
    why_not_choice,
)
from zukunftsparlament.polls.rules.paper import would_be_known
from zukunftsparlament.polls.shown import Picture, pictures
from zukunftsparlament.polls.texts import choice_label


@dataclass(frozen=True, slots=True)
class Slip:
    """One that could have come back. `words`: of its receipt; else it says a `seat`."""

    slip: str
    words: list[Picture]
    seat: str


@dataclass(frozen=True, slots=True)
class PaperShown:
    poll: Poll
    papers: Papers
    actor: str

    @property
    def address(self) -> str:
        return f"{self.poll.address}/papier"

    @property
    def mine(self) -> bool:
        """Whether I have entered in this round."""
        return self.actor in self.papers.now

    @property
    def other(self) -> bool:
        return any(actor != self.actor for actor in self.papers.now)

    @property
    def waiting(self) -> list[int]:
        """Seats in the room that could be given a slip."""
        return [seat for seat in self.papers.seats if seat not in self.papers.given]

    @property
    def away(self) -> list[int]:
        """They have a slip, and nobody is here for them."""
        return [seat for seat in self.papers.given if seat not in self.papers.seats]

    @property
    def needs_three(self) -> bool:
        return self.poll.is_secret and not self.poll.practice

    @property
    def is_too_few(self) -> bool:
        """As far as it can be said before the roll is frozen: in a straw poll of all, others vote by phone too."""
        by_phone = len(self.waiting) if self.poll.electorate is Electorate.SEATS else FEWEST_FOR_SECRECY
        return would_be_known(len(self.papers.given), by_phone)

    @property
    def is_in(self) -> bool:
        return self.poll.paper_given is not None

    @property
    def said(self) -> str:
        poll = self.poll
        return paper_said(poll.paper_given, poll.paper_returned, poll.paper_invalid) or given_said(poll.on_paper)

    @property
    def slips(self) -> list[Slip]:
        secret = self.poll.is_secret
        return [
            Slip(slip, pictures(slip) if secret else [], "" if secret else slip)
            for slip in self.papers.slips(self.poll)
        ]

    def is_possible(self, choice: Choice) -> bool:
        poll = self.poll
        return why_not_choice(poll.kind, len(poll.options), chosen=choice, terms=poll.terms) is None

    @property
    def is_ranked(self) -> bool:
        return self.poll.kind is Kind.RANKED

    @property
    def one_mark(self) -> bool:
        return self.poll.kind in ONE_MARK

    @property
    def choices(self) -> list[list[str]]:
        """What can be said of a slip: value and words."""
        labels = [[choice, self._label(choice)] for choice in choices_of(self.poll.kind, len(self.poll.options))]
        marked = labels if self.one_mark else [[MARKED, _("Angekreuzt oder mit Zahlen")], labels[-1]]
        return [[UNSAID, _("Bitte wählen")], *marked, [SPOILT, _("Ungültig")], [MISSING, _("Lag nicht im Karton")]]

    def _label(self, choice: str) -> str:
        label = choice_label(choice, self.poll.options)
        return f"{choice}. {label}" if choice.isdigit() else label


async def shown_to(number: int, me: Me) -> PaperShown:
    """Raises Missing where nobody votes on paper: outside a sitting, and where hands are counted."""
    poll = await queries.poll(number)
    if poll.sitting_number is None or poll.by_hands:
        raise Missing
    return PaperShown(poll, await queries.papers_of(poll), me.actor)
