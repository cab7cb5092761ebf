"""Who is in, whatever is voted: nobody is in before somebody with more votes, and a tie at the border stays open."""

from hypothesis import given, settings
from hypothesis import strategies as st

from zukunftsparlament.polls.rules import Kind
from zukunftsparlament.polls.rules.elections import (
    ElectionDraft,
    Office,
    Shape,
    WhyNotElect,
    ballots,
    in_order,
    letter,
    moving_up,
    two_best,
    why_not_elect,
)
from zukunftsparlament.polls.rules.standing import Ran, standing

LABELS = [f"Kandidatur {letter(place)}" for place in range(8)]
VOTES = st.lists(st.integers(0, 6), min_size=2, max_size=8).map(lambda found: dict(zip(LABELS, found, strict=False)))


@settings(max_examples=150)
@given(VOTES, st.integers(1, 5), st.sets(st.sampled_from(LABELS), max_size=3))
def test_the_border_lets_nobody_in_before_somebody_with_more_votes(
    votes: dict[str, int], free: int, out: set[str]
) -> None:
    up, equal = moving_up(in_order(votes, without=out), free=free)
    able = [label for label in votes if votes[label] and label not in out]
    left = [label for label in able if label not in up]
    assert len(up) <= free and len(set(up)) == len(up) and not set(up) & out
    assert all(votes[one] > votes[other] for one in up for other in left)
    if equal:  # only some of them fit, and all have the same number
        assert 0 < free - len(up) < len(equal) and len({votes[label] for label in equal}) == 1
    else:
        assert len(up) == min(free, len(able))


@settings(max_examples=150)
@given(VOTES, st.integers(1, 4), st.integers(0, 4), st.data())
def test_whoever_declines_is_followed_by_the_next_ones_and_by_nobody_else(
    votes: dict[str, int], places: int, deputies: int, data: st.DataObject
) -> None:
    won, tied = moving_up(in_order(votes), free=places)
    free = places - len(won)
    ran = Ran(poll=1, side="", votes=votes, won=tuple(won), tied=tuple(tied), free=free if tied else 0)
    out = data.draw(st.sets(st.sampled_from(won), max_size=2)) if won else set()
    found = standing("", [ran], out=out, places=places, deputies=deputies)
    assert not set(found.elected) & out and len(found.elected) <= places
    assert found.free == places - len(found.elected)
    assert found.tied == tuple(tied)
    waiting = [label for group in found.deputies for label in group]
    assert not {*waiting} & {*found.elected, *out, *tied}
    if not out:
        assert found.moved_up == ()
    if not deputies:
        assert found.moved_up == () and not waiting
    for one in found.moved_up:
        assert all(votes[one] > votes[other] for other in waiting)


@given(VOTES)
def test_the_two_best_are_two_or_all_who_share_a_place(votes: dict[str, int]) -> None:
    best = two_best(votes)
    others = [label for label in votes if label not in best]
    assert len(best) != 1
    if best:
        assert all(votes[one] > votes[other] for one in best for other in others)


def test_a_ballot_of_its_own_for_each_where_there_is_room_for_all() -> None:
    assert [(paper.kind, paper.yes_to) for paper in ballots("", ["A", "B"], places=2)] == [
        (Kind.YES_NO_ABSTAIN, "A"),
        (Kind.YES_NO_ABSTAIN, "B"),
    ]
    one = ballots("younger", ["A", "B"], places=1)
    assert [(paper.kind, paper.options, paper.side) for paper in one] == [(Kind.ONE_OF, ("A", "B"), "younger")]
    several = ballots("", ["A", "B", "C"], places=2)[0]
    assert (several.kind, several.terms.places, several.terms.at_most) == (Kind.UP_TO, 2, 2)


def test_absurd_elections_are_refused_field_by_field() -> None:
    wrong = ElectionDraft(title=" ", office=Office.CHAIRS, places=3, deputies=-1)
    assert why_not_elect(wrong) == {
        "title": WhyNotElect.TITLE_MISSING,
        "places": WhyNotElect.TOO_MANY_CHAIRS,
        "deputies": WhyNotElect.DEPUTIES_WRONG,
    }
    pair = ElectionDraft(title="Vorsitz", office=Office.CHAIRS, shape=Shape.PAIR, places=99, age=3)
    assert why_not_elect(pair) == {"age": WhyNotElect.AGE_WRONG}
    assert [letter(place) for place in (0, 25, 26, 27)] == ["A", "Z", "AA", "AB"]
