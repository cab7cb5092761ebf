"""The form in which a vote of a sitting is prepared: ready-filled, so that two taps are enough. Nothing holds silently:
what is suggested stands in the fields, and is read before it is sent."""

from dataclasses import replace
from enum import StrEnum

from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.texts import GERMAN, _, speaking
from zukunftsparlament.polls import queries
from zukunftsparlament.polls.controllers.draft_form import DraftForm
from zukunftsparlament.polls.rules import (
    LONGEST_MEANING,
    LONGEST_OPTION,
    LONGEST_QUESTION,
    Draft,
    Electorate,
    Kind,
    Secrecy,
    SeriesDraft,
    cents_in,
    money,
    points_in,
)
from zukunftsparlament.polls.rules.in_sitting import HeldAs, WhyNotHere
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


KINDS = {
    KindOfVote.ALTERNATIVES: Kind.ONE_OF,
    KindOfVote.UP_TO: Kind.UP_TO,
    KindOfVote.RANKED: Kind.RANKED,
    KindOfVote.BUDGET: Kind.BUDGET,
}
HANDS = "hands"
KEPT = ("secrecy", "fund", "cents")


def kind_of_vote(typed: str) -> KindOfVote:
    return KindOfVote(typed) if typed in set(KindOfVote) else KindOfVote.WHOLE


class HeldForm(DraftForm):
    """As outside a sitting, and how it is held."""

    @property
    def kind(self) -> KindOfVote:
        return kind_of_vote(self.form.text("kind"))

    def draft(self, kind: Kind | None = None) -> Draft:
        kind = kind or KINDS.get(self.kind, Kind.YES_NO_ABSTAIN)
        return Draft(
            question=self.form.text("question"),
            yes_means=self.form.text("yes_means"),
            no_means=self.form.text("no_means"),
            kind=kind,
            options=self.options(kind),
            terms=self.terms(kind),
            persons=self.form.ticked("persons"),
            two_key=self.form.ticked("two_key"),
            secrecy=Secrecy.OPEN if self.by_hands else self.word("secrecy", Secrecy, Secrecy.OPEN),
            electorate=Electorate.SEATS,
        )

    def series(self) -> SeriesDraft:
        points, unread = points_in(self.form.raw("points"), self.form.raw("no_vote"))
        return SeriesDraft(paper=self.draft(Kind.YES_NO_ABSTAIN), points=points, unread=unread)

    @property
    def by_hands(self) -> bool:
        return self.form.text("secrecy") == HANDS

    def held(self) -> HeldAs:
        amends = (self.form.number("amends") or 0) if self.kind is KindOfVote.AMENDMENT else None
        return HeldAs(
            straw=self.form.ticked("straw"),
            by_hands=self.by_hands,
            amends=amends or (-1 if self.kind is KindOfVote.AMENDMENT else None),
            question=self.form.text("new_question"),
            yes_means=self.form.text("new_yes_means"),
            fund=self.form.number("fund") if amends is None else None,
            cents=self._cents(),
        )

    def _cents(self) -> int | None:
        if not self.form.text("fund") or not self.form.text("cents"):
            return None
        try:
            return cents_in(self.form.text("cents"))
        except ValueError:
            self.problems["cents"] = sentence(WhyNotHere.CENTS_MISSING)
            return None


async def first_form(number: int, mark: int, kind: KindOfVote, *, after: int | None = None) -> Form:
    """What is usually put about this item. `after`: the vote between alternatives that this one has to end."""
    sitting = await sittings.sitting(number)
    item = await sittings.item(sitting.id, mark)
    with speaking(GERMAN):  # all who vote will read it
        fields = [("kind", kind.value), ("secrecy", Secrecy.OPEN.value), ("places", "1"), ("at_most", "2")]
        fields += [("method", "irv"), *words_for(item, kind), *await _parts(sitting, item, kind)]
        if kind is KindOfVote.AMENDMENT:
            fields += await _motion(item)
        if after is not None:
            fields = [*(dict(fields) | await _final(item, after)).items()]
        elif item.cents and kind in (KindOfVote.WHOLE, KindOfVote.ALTERNATIVES):
            fields += await _money(sitting, item)
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


async def _parts(sitting: Sitting, item: Item, kind: KindOfVote) -> list[tuple[str, str]]:
    """Parts of the item, 2.1 and 2.2, are its points, or what to choose from."""
    parts = [one.title[:LONGEST_OPTION] for one in await sittings.agenda(sitting.id) if one.parent == item.id]
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


def typed_again(typed: Form, *, suggested: Form, fresh: Form) -> Form:
    """What somebody has typed, and what a fresh form of the kind that was tapped says where nothing is.

    `suggested`: what stood there by itself before; it goes with its kind.
    """
    own = {field for field in suggested.fields if field[0] not in KEPT}
    keep = [field for field in typed.without("art", "kind") if field[1].strip() and field not in own]
    names = {name for name, _value in keep}
    return Form([*keep, *(field for field in fresh.fields if field[0] not in names)])
