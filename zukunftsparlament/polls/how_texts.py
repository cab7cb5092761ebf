"""What lies between the ballots and the result of a kind with several marks, in German sentences."""

from collections.abc import Mapping, Sequence
from typing import Any

from zukunftsparlament.kernel.texts import _, ngettext
from zukunftsparlament.polls.kind_texts import Options, names, points_said, votes_said
from zukunftsparlament.polls.results import Outcome, Result
from zukunftsparlament.polls.rules import WEIGHTS, Kind, Method, money, shares
from zukunftsparlament.polls.yardstick import Yardstick


def how_it_came(counted: Result, rule: Yardstick, options: Options) -> list[str]:
    """Round by round, duel by duel, euro by euro: what lies between the ballots and the result."""
    if counted.outcome is Outcome.NOT_QUORATE:
        return []
    if rule.kind is Kind.RANKED and rule.terms.method is Method.IRV:
        rounds = counted.more["rounds"]
        return [line for number, one in enumerate(rounds, start=1) for line in _round(number, one, options)]
    if rule.kind is Kind.RANKED and rule.terms.method is Method.POINTS:
        return _points(counted, options)
    if rule.kind is Kind.RANKED:
        return _duels(counted.more["duels"], options)
    return _money_given(counted, rule, options) if rule.kind is Kind.BUDGET else []


def _round(number: int, one: Mapping[str, Any], options: Options) -> list[str]:
    by_votes = sorted(one["votes"].items(), key=lambda pair: -pair[1])
    numbers = ", ".join(f"{options[int(choice) - 1]}: {votes}" for choice, votes in by_votes)
    said = _("Runde {n}: {numbers}.").format(n=number, numbers=numbers)
    if one["exhausted"]:
        shape = ngettext("{n} Zettel zählt nicht mehr mit.", "{n} Zettel zählen nicht mehr mit.", one["exhausted"])
        said += " " + shape.format(n=one["exhausted"])
    if one["out"]:
        shape = ngettext("{names} scheidet aus.", "{names} scheiden aus.", len(one["out"]))
        return [said + " " + shape.format(names=names(one["out"], options))]
    if not one["either"]:
        return [said + " " + _("{winner} hat mehr als die Hälfte.").format(winner=names([by_votes[0][0]], options))]
    tried = _("Gleich wenige haben {names}. Darum ist alles durchgerechnet:").format(
        names=names(list(one["either"]), options)
    )
    return [f"{said} {tried}", *(_way(out, wins, options) for out, wins in one["either"].items())]


def _way(out: str, wins: Sequence[str], options: Options) -> str:
    shape = ngettext(
        "Scheidet {out} aus, gewinnt am Ende {wins}.", "Scheidet {out} aus, können am Ende {wins} gewinnen.", len(wins)
    )
    return shape.format(out=names([out], options), wins=names(wins, options))


def _points(counted: Result, options: Options) -> list[str]:
    """The result list: the most points first."""
    firsts, found = dict(counted.counts.votes), counted.more["points"]
    shape = _("{name}: {points} ({first} mit der Erststimme, {second} mit der Zweitstimme).")
    return [
        shape.format(
            name=names([choice], options),
            points=points_said(points),
            first=firsts[choice],
            second=points - WEIGHTS[0] * firsts[choice],
        )
        for choice, points in sorted(found.items(), key=lambda pair: (-pair[1], int(pair[0])))
    ]


def _duels(duels: Mapping[str, Mapping[str, int]], options: Options) -> list[str]:
    said = []
    for one, others in duels.items():
        for other, votes in others.items():
            if int(one) < int(other):
                pair = sorted(((votes, one), (duels[other][one], other)), key=lambda side: -side[0])
                shape = _("{first} gegen {second}: {votes} zu {less}.")
                first, second = (names([choice], options) for _votes_for, choice in pair)
                said.append(shape.format(first=first, second=second, votes=pair[0][0], less=pair[1][0]))
    return said


def _money_given(counted: Result, rule: Yardstick, options: Options) -> list[str]:
    by_votes = sorted(counted.counts.sides, key=lambda pair: -pair[1])
    said = []
    for choice, number in by_votes:
        name, cost = names([choice], options), money(rule.terms.cost(choice))
        if choice in counted.winners:
            shape = _("{name} ({votes}): bezahlt, {cost}.")
        elif choice in counted.tied:
            shape = _("{name} ({votes}): Gleichstand, {cost}.")
        else:
            shape = _("{name} ({votes}): nicht bezahlt, {cost}.")
        said.append(shape.format(name=name, votes=votes_said(number), cost=cost))
    if counted.outcome is Outcome.TIED:
        said += _in_equal_parts(counted, rule)
    return said


def _in_equal_parts(counted: Result, rule: Yardstick) -> list[str]:
    """Only where nobody would get more than the project costs."""
    parts = shares(counted.more["left"], among=len(counted.tied))
    if parts[0] > min(map(rule.terms.cost, counted.tied)):
        return []
    each = " + ".join(map(money, parts))
    return [_("Zu gleichen Teilen wären das {each}.").format(each=each)]
