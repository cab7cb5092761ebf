"""A vote as minutes tell it."""

from zukunftsparlament.minutes.composing.record import moment
from zukunftsparlament.minutes.shape import Json, Vote
from zukunftsparlament.polls.deputies import drawn_in, order_said
from zukunftsparlament.polls.draws import draws_of
from zukunftsparlament.polls.how_texts import how_it_came
from zukunftsparlament.polls.paper_texts import paper_said
from zukunftsparlament.polls.queries import CountedPoll
from zukunftsparlament.polls.queries.minuted import Held
from zukunftsparlament.polls.queries.parts import Part, parts_of
from zukunftsparlament.polls.results import Outcome
from zukunftsparlament.polls.rules import Kind
from zukunftsparlament.polls.texts import choice_label
from zukunftsparlament.polls.tie_texts import told_after, whole_sentence
from zukunftsparlament.procedure.rules import Tie, quorum_number

DECIDED = frozenset({Outcome.ACCEPTED, Outcome.REJECTED, Outcome.CHOSEN})


def decides(held: Held) -> bool:
    """Whether its result is a decision of the parliament.

    An amendment only changes the motion, and what followed a tie stands with the vote that was tied.
    """
    counted = held.counted
    if counted is None or held.is_void or not held.poll.binding or counted.is_undecided:
        return False
    return held.amends is None and held.poll.after_tie is None and counted.final.outcome in DECIDED


def vote(held: Held, *, decision: int | None) -> Vote:
    """`decision`: its number among those of this sitting."""
    told = _question(held)
    if held.amends is not None:
        told["amends"] = held.amends
    if held.paper:
        told["paper"], told["point"] = held.paper, held.point
    if held.is_void:
        told["void_reason"] = held.poll.void_reason
    elif held.counted:
        _result(told, held.counted)
    if decision is not None:
        told["decision"] = decision
        if parts := shares(held):
            told["shares"] = [
                {"decision": number, "choice": part.choice, "cents": part.cents}
                for number, part in enumerate(parts, start=decision)
            ]
    return told


def _question(held: Held) -> Vote:
    """What was asked, and how it was held."""
    poll = held.poll
    assert poll.times.opened_at, "it was held"
    return {
        "poll": poll.number,
        "question": poll.question,
        "yes_means": poll.yes_means,
        "no_means": poll.no_means,
        "kind": poll.kind.value,
        "secrecy": poll.secrecy.value,
        "binding": poll.binding,
        "persons": poll.persons,
        "options": [{"value": str(place), "label": label} for place, label in enumerate(poll.options, start=1)],
        "present": held.present,
        "needed": None,
        "seats": poll.seats,
        "second_call": held.second_call,
        "by_hands": held.by_hands,
        "opened_at": moment(poll.times.opened_at),
        "state": "void" if held.is_void else "counted" if held.counted else "open",
    }


def shares(held: Held) -> tuple[Part, ...]:
    """Those that share the money after a tie, each a decision of its own."""
    return parts_of(held.counted) if held.counted else ()


def _result(told: Vote, counted: CountedPoll) -> None:
    poll, rule, final = counted.poll, counted.rule, counted.final
    if rule.quorum:
        told["needed"] = quorum_number(rule.quorum, seats=rule.seats, second_call=rule.second_call)
    told["roll"], told["turnout"] = poll.electorate_size or 0, poll.turnout or 0
    told["votes"] = dict(counted.result.counts.votes)
    told["outcome"], told["winners"] = final.outcome.value, list(final.winners)
    told["result"] = whole_sentence(counted)
    told["how"] = [
        *_paper(counted),
        *how_it_came(final, rule, poll.options),
        *order_said(counted),
        *told_after(counted.tie),
    ]
    told["rule"] = counted.rule_sentences
    if counted.settled_by:
        told["settled"] = counted.settled_by
    if poll.is_by_name:
        told["by_seat"] = [{"seat": one.get("seat"), "choice": one["choice"]} for one in counted.list_["ballots"]]
    if poll.is_secret:
        told["list_sha256"] = counted.sha256
    if paid := _paid(counted):
        told["paid"] = paid
    if lots := _lots(counted):
        told["lots"] = lots


def _paper(counted: CountedPoll) -> list[str]:
    """Some have voted on paper: how many of their slips came back."""
    poll = counted.poll
    said = paper_said(poll.paper_given, poll.paper_returned, poll.paper_invalid)
    return [said] if said else []


def _paid(counted: CountedPoll) -> list[Json]:
    """Exact to the cent: what was given to each."""
    poll, tie = counted.poll, counted.tie
    cents = {choice: poll.terms.cost(choice) for choice in counted.final.winners if poll.kind is Kind.BUDGET}
    for step in tie.steps if tie else []:
        cents |= dict(zip(step.picked, step.shares, strict=False))
    return [{"label": choice_label(choice, poll.options), "cents": cents[choice]} for choice in sorted(cents, key=int)]


def _lots(counted: CountedPoll) -> list[Json]:
    """Every lot that was drawn, with all that is needed to draw it again."""

    def labels(choices: list[str]) -> list[str]:
        return [choice_label(choice, counted.poll.options) for choice in choices]

    found: list[Json] = []
    sealed = counted.list_.get("lot") if counted.rule.tie is Tie.LOT else None
    if sealed and (drawn := list(counted.result.drawn) or [choice for group in drawn_in(counted) for choice in group]):
        found.append({**sealed, "drawn": labels(drawn)})
    for draw in draws_of(counted.tie):
        kept = {name: draw[name] for name in ("commitment", "revealed", "word")}
        found.append({**kept, "drawn": labels(draw["winners"])})  # type: ignore[arg-type]
    return found
