"""What stands in the form of a vote before anybody has typed: the usual words about an item, its parts, its money.

Nothing holds silently: it stands in the fields, and is read before it is sent.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.texts import GERMAN, _, speaking
from zukunftsparlament.polls import queries
from zukunftsparlament.polls.rules import LONGEST_MEANING, LONGEST_OPTION, LONGEST_QUESTION, Secrecy, money
from zukunftsparlament.sittings import queries as sittings
from zukunftsparlament.sittings.queries import Item, Sitting


class KindOfVote(StrEnum):
    """How an item is put to the vote."""

    WHOLE = "whole"
    POINTS = "points"
    ALTERNATIVES = "alternatives"
    AMENDMENT = "amendment"
    UP_TO = "up_to"
    RANKED = "ranked"
    BUDGET = "budget"


def kind_of_vote(typed: str) -> KindOfVote:
    return KindOfVote(typed) if typed in set(KindOfVote) else KindOfVote.WHOLE


@dataclass(frozen=True, slots=True)
class Put:
    """The item that is put to the vote, and what belongs to it: `parts`, such as 2.1 and 2.2."""

    sitting: Sitting
    item: Item
    parts: tuple[Item, ...]


async def put(number: int, mark: int) -> Put:
    """Raises Missing."""
    sitting = await sittings.sitting(number)
    items = await sittings.agenda(sitting.id)
    item = next((one for one in items if one.mark == mark), None)
    if item is None:
        raise Missing
    return Put(sitting, item, tuple(one for one in items if one.parent == item.id))


async def first_form(found: Put, kind: KindOfVote, *, after: int | None = None) -> Form:
    """What is usually put about this item. `after`: the vote between alternatives that this one has to end."""
    item = found.item
    with speaking(GERMAN):  # all who vote will read it
        fields = [("kind", kind.value), ("secrecy", Secrecy.OPEN.value), ("places", "1"), ("at_most", "2")]
        fields += [("method", "irv"), *words_for(item, kind), *_parts(found, kind)]
        if kind is KindOfVote.AMENDMENT:
            fields += await _motion(item)
        if after is not None:
            fields = [*(dict(fields) | await _final(item, after)).items()]
        elif item.cents and kind in (KindOfVote.WHOLE, KindOfVote.ALTERNATIVES):
            fields += await _money(found.sitting, item)
    return Form(fields)


def words_for(item: Item, kind: KindOfVote) -> list[tuple[str, str]]:
    title = item.title.rstrip(" .!?")
    if kind is KindOfVote.POINTS:
        means = [("yes_means", _("Der Punkt gilt.")), ("no_means", _("Der Punkt gilt nicht."))]
        return [("question", title[:LONGEST_QUESTION]), *means]
    if kind is KindOfVote.AMENDMENT:
        return [
            ("question", _("Soll der Antrag geändert werden: {title}?").format(title=title)[:LONGEST_QUESTION]),
            ("yes_means", _("Wir stimmen danach über den geänderten Antrag ab.")),
            ("no_means", _("Wir stimmen danach über den Antrag ab, wie er ist.")),
        ]
    if kind is not KindOfVote.WHOLE:
        return [("question", _("{title}: Was soll es sein?").format(title=title)[:LONGEST_QUESTION])]
    if item.proposal is not None:
        question = _("Soll sich das Zukunftsparlament dafür einsetzen: {title}?").format(title=title)
        no = _("Wir setzen uns nicht dafür ein.")
        yes = _("Wir setzen uns dafür ein. Der Beschluss geht an die, die es umsetzen können.")
    else:
        question, no = _("Beschließen wir das: {title}?").format(title=title), _("Es bleibt, wie es ist.")
        yes = _("Das gilt ab jetzt: {title}.").format(title=title)
    if item.cents:
        yes = _("Dafür geben wir {money} aus.").format(money=money(item.cents))
    return [("question", question[:LONGEST_QUESTION]), ("yes_means", yes[:LONGEST_MEANING]), ("no_means", no)]


def _parts(found: Put, kind: KindOfVote) -> list[tuple[str, str]]:
    """They are its points, or what to choose from."""
    parts = [one.title[:LONGEST_OPTION] for one in found.parts]
    name = "points" if kind is KindOfVote.POINTS else "options"
    return [(name, "\n".join(parts))] if len(parts) > 1 else []


async def _motion(item: Item) -> list[tuple[str, str]]:
    """The motion that waits, as it would read: to be changed by hand."""
    waiting = [poll for poll in await queries.polls_about(item.id) if poll.times.opened_at is None and not poll.amends]
    if not waiting:
        return []
    motion = waiting[0]
    words = [("new_question", motion.question), ("new_yes_means", motion.yes_means)]
    return [("amends", str(motion.number)), *words]


async def _final(item: Item, after: int) -> dict[str, str]:
    counted = await queries.published_poll(after)
    counted = replace(counted, tie=await queries.tie_of(counted))
    if counted.poll.item != item.id:
        raise Missing
    winner, poll = counted.winner or "", counted.poll
    words = {
        "question": _("Soll das gelten: {winner}?").format(winner=winner)[:LONGEST_QUESTION],
        "yes_means": _("Das gilt ab jetzt: {title}.").format(title=winner)[:LONGEST_MEANING],
        "no_means": _("Es bleibt, wie es ist."),
    }
    if poll.fund is None:
        return words
    fund = await queries.fund_by_id(poll.fund)
    return words | {"fund": str(fund.number), "cents": money(poll.cents or 0)}


async def _money(sitting: Sitting, item: Item) -> list[tuple[str, str]]:
    """The fund that the agenda names, or the only one of that year."""
    year = sitting.times.starts_at.year
    found = [fund for fund in await queries.funds() if fund.free >= (item.cents or 0)]
    named = [fund for fund in found if item.money_source and item.money_source in (fund.source, fund.name)]
    fund = next(iter(named or [one for one in found if one.year == year]), None)
    return [("fund", str(fund.number)), ("cents", money(item.cents or 0))] if fund else []
