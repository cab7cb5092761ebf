"""Who is in after the ballots of an election, who moves up, and what is still open."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from zukunftsparlament.polls.rules.elections import in_order, moving_up, two_best


@dataclass(frozen=True, kw_only=True)
class Ran:
    """One ballot that was counted. Everybody by their label: `votes` in ballot order, `tied` at the border for the
    places that are `free` there, `undecided` until a way out is chosen; `added`: places that the parliament has voted
    to add to them. `fell_short`: nobody had the majority. `yes_to`: of a ballot of yes or no. `drawn`: where there was
    a lot, those with the same number in its order, group by group."""

    poll: int
    side: str
    votes: Mapping[str, int]
    won: tuple[str, ...] = ()
    tied: tuple[str, ...] = ()
    undecided: bool = False
    free: int = 0
    added: int = 0
    yes_to: str = ""
    fell_short: bool = False
    drawn: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Ranked:
    """`place`: 1 for the most votes; those with the same number share it."""

    place: int
    label: str
    votes: int


@dataclass(frozen=True, kw_only=True)
class Standing:
    """`elected`: with those who have moved up. `deputies`: in groups, the next one first; a group of several had the
    same number of votes. `by_lot`: who has a place among the next ones by lot. `tied`, and `poll` with that tie: open;
    `undecided`: one of several tied may still make way.
    `equal`: only some of them could move up. `best`: who would be in a run-off where nobody had the majority. `free`:
    places that are left."""

    side: str
    elected: tuple[str, ...]
    moved_up: tuple[str, ...]
    deputies: tuple[tuple[str, ...], ...]
    by_lot: tuple[str, ...]
    ranking: tuple[Ranked, ...]
    tied: tuple[str, ...]
    poll: int | None
    undecided: bool
    equal: tuple[str, ...]
    best: tuple[str, ...]
    free: int


def standing(side: str, ran: Sequence[Ran], *, out: Set[str], places: int, deputies: int) -> Standing:
    """`out`: who has stepped back or not accepted. `deputies`: how many the rules or the election have."""
    won = [label for one in ran for label in one.won]
    places += sum(one.added for one in ran)
    elected = [label for label in dict.fromkeys(won) if label not in out]
    tied = next((one for one in ran if one.tied), None)
    first = next((one for one in ran if not one.yes_to), None)
    behind = in_order(first.votes if first else {}, without=out | set(elected) | set(tied.tied if tied else ()))
    next_ones = _first(_drawn(behind, first.drawn if first else ()), deputies)
    lost = bool(set(won) & out)
    up, equal = moving_up(next_ones, free=places - len(elected)) if lost and not tied else ([], [])
    last = ran[-1] if ran else None
    order = [*elected, *up, *(label for group in _without(next_ones, up) for label in group)]
    return Standing(
        side=side,
        elected=(*elected, *up),
        moved_up=tuple(up),
        deputies=tuple(tuple(group) for group in _without(next_ones, up)),
        by_lot=tuple(label for group in behind if len(group) > 1 for label in group if [label] in next_ones),
        ranking=tuple(sorted(_ranking(ran), key=lambda one: (one.place, _at(order, one.label)))),
        tied=tied.tied if tied else (),
        poll=tied.poll if tied else None,
        undecided=tied is not None and tied.undecided,
        equal=tuple(equal),
        best=tuple(label for label in two_best(last.votes) if label not in out) if last and last.fell_short else (),
        free=places - len(elected) - len(up),
    )


def _at(order: Sequence[str], label: str) -> int:
    return order.index(label) if label in order else len(order)


def _drawn(groups: Sequence[Sequence[str]], drawn: Sequence[Sequence[str]]) -> list[list[str]]:
    """One after the other where the lot has said so."""
    found: list[list[str]] = []
    for group in groups:
        order = next((one for one in drawn if set(group) <= set(one)), None)
        found += [list(group)] if order is None else [[label] for label in order if label in group]
    return found


def _first(groups: Sequence[Sequence[str]], number: int) -> list[list[str]]:
    """As many as there shall be; all of those who share the last place."""
    found: list[list[str]] = []
    for group in groups:
        if sum(map(len, found)) >= number:
            break
        found.append(list(group))
    return found


def _without(groups: Sequence[Sequence[str]], gone: Sequence[str]) -> list[list[str]]:
    left = [[label for label in group if label not in gone] for group in groups]
    return [group for group in left if group]


def _ranking(ran: Sequence[Ran]) -> tuple[Ranked, ...]:
    """Of the first ballot with several names on it; else of those of yes or no together. Whom another ballot has
    elected, of whom it knows nothing, stands on top."""
    first = next((one.votes for one in ran if not one.yes_to), None)
    votes = first if first is not None else {one.yes_to: one.votes[one.yes_to] for one in ran}
    others = {label: one.votes[label] for one in ran for label in one.won if label not in votes}
    on_top = [Ranked(place=place, label=label, votes=n) for place, (label, n) in enumerate(others.items(), start=1)]
    best = len(on_top) + 1
    below = [
        Ranked(place=best + sum(other > number for other in votes.values()), label=label, votes=number)
        for label, number in sorted(votes.items(), key=lambda one: -one[1])
    ]
    return (*on_top, *below)
