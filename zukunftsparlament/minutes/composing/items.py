"""An item of the agenda as minutes tell it."""

from zukunftsparlament.kernel.texts import _
from zukunftsparlament.minutes.composing.elections import election
from zukunftsparlament.minutes.composing.record import Record, moment
from zukunftsparlament.minutes.composing.votes import decides, shares, vote
from zukunftsparlament.minutes.shape import Item, Json, Vote
from zukunftsparlament.polls.queries.minuted import Held
from zukunftsparlament.polls.texts import choice_label
from zukunftsparlament.sittings.queries import Item as OnAgenda
from zukunftsparlament.sittings.rules import End, ItemKind


def items(record: Record) -> list[Item]:
    """In the order of the agenda. Decisions are numbered through in the order in which they were taken."""
    in_order = sorted(
        (held for votes in record.votes.values() for held in votes if decides(held)),
        key=lambda held: (held.poll.times.opened_at, held.poll.number),
    )
    numbers, following = {}, 1
    for held in in_order:
        numbers[held.poll.number] = following
        following += len(shares(held)) or 1
    return [_item(record, one, numbers) for one in record.agenda]


def _item(record: Record, one: OnAgenda, numbers: dict[int, int]) -> Item:
    held = record.votes.get(one.id, [])
    if not one.public:
        decided = [_bare(each, numbers) for each in held if decides(each)]
        return {"number": one.number, "public": False, "votes": decided}
    told = _as_put_down(record, one)
    told["votes"] = [vote(each, decision=numbers.get(each.poll.number)) for each in held]
    if one.kind is ItemKind.MINUTES and one.ended_as is End.DONE:
        _about_minutes(told, record)
    if money := _money(one, held):
        told["money"] = money
    if without_vote := _without_vote(held):
        told["without_vote"] = without_vote
    if elected := [side for each in record.elections.get(one.id, []) for side in election(each)]:
        told["elections"] = elected
    _talked(told, record, one)
    return told


def _as_put_down(record: Record, one: OnAgenda) -> Item:
    """What it is about, and what became of it."""
    told: Item = {
        "number": one.number,
        "public": True,
        "kind": one.kind.value,
        "title": one.title,
        "owner": one.owner,
        "begun_at": moment(one.begun_at),
        "ended_at": moment(one.ended_at),
        "ended_as": one.ended_as.value if one.ended_as else "",
        "end_reason": one.end_reason,
        "note": one.note,
        "votes": [],
    }
    if one.urgent_at:
        told["urgent_reason"] = one.urgent_reason
    if one.late_reason:
        told["late_reason"] = one.late_reason
    if motion := record.motions.get(one.id):
        told["motion"] = {
            "proposal": motion.proposal, "title": motion.title, "text": motion.text, "reason": motion.reason,
        }  # fmt: skip
    if one.duty:
        told["duty"] = {"is": one.duty, "text": one.duty_text}
    if papers := record.happened.papers.get(one.id):
        told["papers"] = papers
    return told


def _about_minutes(told: Item, record: Record) -> None:
    """What a sitting has to approve was no minutes before: whatever else was public then was not the matter."""
    if record.approved:
        told["approved"] = [{"sitting": sitting, "version": version} for sitting, version in record.approved]
    elif record.about:
        sitting, version = record.about
        told["minutes_of"] = {"sitting": sitting, "version": version}


def _without_vote(held: list[Held]) -> list[Json]:
    """Points of a paper that needed no vote, each once, with the reason."""
    found = {(one.paper, point): reason for one in held for point, reason in one.without_vote}
    return [{"paper": paper, "point": point, "reason": reason} for (paper, point), reason in found.items()]


def _bare(held: Held, numbers: dict[int, int]) -> Vote:
    """Of a non-public item only what came out, by which rule: what was asked may name the quarrel or the person, and
    who voted how by name is for those who were inside."""
    told = vote(held, decision=numbers.get(held.poll.number))
    told |= {"question": _("Nicht öffentlich"), "yes_means": "", "no_means": "", "how": []}  # not a chair's reason
    for name in ("paper", "point", "paid", "lots", "by_seat"):
        told.pop(name, None)  # type: ignore[misc]
    for share in told.get("shares", []):
        del share["cents"]
    if told["options"]:
        told["options"] = [
            {**option, "label": _("Möglichkeit {n}").format(n=option["value"])} for option in told["options"]
        ]
        told["result"] = ""
    return told


def _talked(told: Item, record: Record, one: OnAgenda) -> None:
    """How many spoke, and what was moved about how to go on."""
    if spoken := record.happened.speeches.get(one.id):
        told["speeches"], told["by_guests"] = spoken.speeches, spoken.by_guests
    steps = [step for step in record.happened.steps if step.item == one.id]
    orders: list[Json] = [
        {"at": moment(step.at), **{name: step.facts.get(name) for name in ("kind", "seat", "outcome")}}
        for step in steps
        if step.kind == "order"
    ]
    if orders:
        told["orders"] = orders
    refused: list[Json] = [
        {"at": moment(step.at), "present": step.facts.get("present"), "needed": step.facts.get("needed")}
        for step in steps
        if step.kind == "poll_refused"
    ]
    if refused:
        told["no_quorum"] = refused
    again = [moment(step.at) for step in steps if step.kind == "second_call"]
    if again:
        told["second_call_at"] = again[-1]


def _money(one: OnAgenda, held: list[Held]) -> list[Json]:
    """What it costs; and what a vote took out of a fund, with what was left in it."""
    found: list[Json] = []
    if one.cents is not None:
        found.append({"cents": one.cents, "source": one.money_source})
    for vote_held in held:
        for paid in vote_held.paid:
            found.append(
                {"cents": paid.cents, "source": paid.fund, "left": paid.left, "poll": vote_held.poll.number}
                | ({"label": choice_label(paid.choice, vote_held.poll.options)} if paid.choice.isdecimal() else {})
            )
    return found
