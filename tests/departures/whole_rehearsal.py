"""A rehearsal in which everything happens that can happen in a sitting: people, votes of all kinds, notes."""

from dataclasses import dataclass

from tests import makers, makers_polls
from zukunftsparlament.kernel.clock import today
from zukunftsparlament.people.access import Me
from zukunftsparlament.people.queries import seats
from zukunftsparlament.polls import actions as polls
from zukunftsparlament.polls.actions.answering_election import answer_myself
from zukunftsparlament.polls.actions.electing import stand
from zukunftsparlament.polls.actions.election_ballots import prepare_ballots
from zukunftsparlament.polls.actions.planning_election import plan_election
from zukunftsparlament.polls.actions.rehearsing import rehearse
from zukunftsparlament.polls.rules import Draft, Electorate, Kind, Secrecy
from zukunftsparlament.polls.rules.elections import ElectionDraft, Office
from zukunftsparlament.proposals.actions.moderation import Moderator
from zukunftsparlament.proposals.rules.moderation import Decision
from zukunftsparlament.sittings import actions
from zukunftsparlament.sittings.actions.attendance import come
from zukunftsparlament.sittings.actions.floor import give_floor
from zukunftsparlament.sittings.actions.guests_here import new_guest
from zukunftsparlament.sittings.actions.notes import save_note
from zukunftsparlament.sittings.actions.questions import answer, ask, decide_question
from zukunftsparlament.sittings.actions.speaking import raise_hand
from zukunftsparlament.sittings.actions.tasks import add_task
from zukunftsparlament.sittings.rules.noting import TaskDraft, stamp
from zukunftsparlament.sittings.rules.room_words import OrderKind

OFFICE = "office:Jugendbüro"
TRACE = "Zwieback-Xylofon"  # a word that stands nowhere else


@dataclass(frozen=True)
class Crowd:
    chairs: list[int]
    members: list[int]
    seats: list[int]

    @property
    def all(self) -> list[int]:
        return [*self.chairs, *self.members]


async def crowd() -> Crowd:
    await makers_polls.rules()
    chairs = [await makers.chair() for _ in range(2)]
    members = [await makers.seated() for _ in range(4)]
    return Crowd(chairs, members, [row["number"] for row in await seats()])


async def hold(who: Crowd) -> int:
    """Begun and left open, in the middle of a secret vote. Returns its number."""
    chair = f"chair:{who.seats[0]}"
    number = await rehearse(actor=chair)
    for member in who.all:
        await come(number, member, actor="card")
    await actions.open_sitting(number, actor=chair)
    await actions.begin_item(number, 1, actor=chair)
    await new_guest(number, f"Bürgermeisteramt {TRACE}", actor=chair)
    await save_note(number, 1, f"Alle sind da. {TRACE}", before=stamp(""))
    await actions.end_item(number, 1, "done", actor=chair)
    await actions.begin_item(number, 2, actor=chair)
    await _talk(number, who, chair)
    await _vote(number, who, chair, Secrecy.OPEN)
    await _vote(number, who, chair, Secrecy.SECRET)
    await add_task(number, TaskDraft(text=f"Kuchen {TRACE}", owner="Jugendbüro", due_on=today()), actor=chair)
    await actions.end_item(number, 2, "done", actor=chair)
    await _elect(number, who, chair)
    await actions.begin_item(number, 3, actor=chair)
    running = await _open(number, 3, chair, Secrecy.SECRET)
    await polls.cast_vote(running, ["yes"], receipt=makers_polls.slip(running), voter=who.members[0])
    return number


async def _elect(number: int, who: Crowd, chair: str) -> None:
    await actions.begin_item(number, 4, actor=chair)
    draft = ElectionDraft(title=f"Schlusswort {TRACE}", office=Office.OTHER)
    mark = await plan_election(number, 4, draft, actor=chair)
    await stand(number, 4, mark, who.members[0], "")
    (ballot,) = await prepare_ballots(number, 4, mark, two_key=False, actor=chair)
    await polls.open_poll(ballot, actor=chair)
    await polls.cast_vote(ballot, ["yes"], receipt=makers_polls.slip(ballot), voter=who.members[1])
    await polls.close_poll(ballot, actor=chair)
    await polls.show_result(ballot, actor=chair)
    await answer_myself(number, 4, mark, who.members[0], accepts=True)
    await actions.end_item(number, 4, "done", actor=chair)


async def _talk(number: int, who: Crowd, chair: str) -> None:
    mark = await raise_hand(number, who.members[0])
    await raise_hand(number, who.members[1], order=OrderKind.PAUSE)
    await give_floor(number, mark, instead=None, actor=chair)
    me = Me(0, who.members[2], None, "Mutiger Igel", "member", None, who.seats[4], "2099-12", True, None)
    await ask(number, f"Wann gibt es Kuchen? {TRACE}", me=me)
    await decide_question(number, 1, Decision.RELEASE, "", by=Moderator(OFFICE, None))
    await answer(number, 1, f"Am Dienstag. {TRACE}", actor=OFFICE)


async def _open(number: int, mark: int, chair: str, secrecy: Secrecy) -> int:
    draft = Draft(
        question=f"Wollen wir Kuchen? {TRACE} {secrecy}",
        yes_means="Es gibt Kuchen.",
        no_means="Es gibt keinen.",
        kind=Kind.YES_NO_ABSTAIN,
        secrecy=secrecy,
        electorate=Electorate.SEATS,
    )
    poll = await polls.prepare_in_sitting(number, mark, draft, actor=chair)
    assert poll is not None
    await polls.open_poll(poll, actor=chair)
    return poll


async def _vote(number: int, who: Crowd, chair: str, secrecy: Secrecy) -> None:
    poll = await _open(number, 2, chair, secrecy)
    for member in who.all:
        slip = makers_polls.slip(poll) if secrecy is Secrecy.SECRET else ""
        await polls.cast_vote(poll, ["yes"], receipt=slip, voter=member)
    await polls.close_poll(poll, countdown=0, actor=chair)
    await polls.show_result(poll, actor=chair)
