"""Whatever is tapped in whatever order: one thing runs at a time, and there is always a way to the end."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zukunftsparlament.sittings import rules
from zukunftsparlament.sittings.rules import End, Halt, Next, SittingState, WhyNot
from zukunftsparlament.sittings.rules.next import next_step

AT = datetime(2027, 2, 3, 16, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Point:
    id: int
    parent: int | None
    begun: bool = False
    ended: bool = False

    @property
    def waits(self) -> bool:
        return not self.begun and not self.ended

    @property
    def runs(self) -> bool:
        return self.begun and not self.ended


@dataclass(frozen=True)
class World:
    state: SittingState
    items: tuple[Point, ...]

    def with_items(self, changed: list[Point], **now: bool) -> "World":
        ids = {one.id for one in changed}
        return replace(self, items=tuple(replace(one, **now) if one.id in ids else one for one in self.items))


Act = tuple[str, int, str]


def act(world: World, did: Act) -> World:
    """As the actions do it: what is refused, or is so already, changes nothing."""
    verb, place, how = did
    state, items = world.state, world.items
    item = items[place % len(items)]
    match verb:
        case "open" if not rules.why_not_open(state, starts_at=AT, rehearsal=False, now=AT):
            return replace(world, state=SittingState.OPEN) if state is SittingState.INVITED else world
        case "pause" if not rules.why_not_pause(state, 5):
            return replace(world, state=SittingState.PAUSED)
        case "resume" if state is SittingState.PAUSED:
            return replace(world, state=SittingState.OPEN)
        case "begin" if not item.runs and not rules.why_not_begin(state, items, item):
            return world.with_items(rules.to_begin(items, item), begun=True)
        case "end" if not item.ended and not rules.why_not_end(
            state, items, item, End(how), reason="Darum", vote_runs=False
        ):
            return world.with_items(rules.to_end(items, item), ended=True)
        case "unbegin" if not rules.why_not_unbegin(state, items, item, happened=False):
            return world.with_items([item], begun=False)
        case "close" if not rules.why_not_close(state, items, vote_runs=False):
            left = world.with_items([one for one in items if one.waits], ended=True)
            return replace(left, state=SittingState.CLOSED)
    return world


@st.composite
def agendas(draw: st.DrawFn) -> tuple[Point, ...]:
    """A tree in the order of the agenda: each item after its parent, parts before the next one."""
    found: list[Point] = []

    def grow(parent: int | None, deep: int) -> None:
        for _one in range(draw(st.integers(1 if parent is None else 0, 3))):
            found.append(Point(len(found) + 1, parent))
            if deep < 2:
                grow(len(found), deep + 1)

    grow(None, 0)
    return tuple(found)


VERBS = st.sampled_from(["open", "pause", "resume", "begin", "begin", "begin", "end", "end", "unbegin", "close"])
ACTS = st.tuples(VERBS, st.integers(0, 20), st.sampled_from(list(End)).map(str))


def must_hold(world: World) -> None:
    items = world.items
    running = [one for one in items if one.runs]
    inner = rules.innermost(items)
    assert {one.id for one in running} == ({one.id for one in (*rules.above(items, inner), inner)} if inner else set())
    if world.state in (SittingState.INVITED, SittingState.CLOSED):
        assert not running
    if world.state is SittingState.CLOSED:
        assert all(one.ended for one in items)
    for one in items:
        assert one.ended or not any(outer.ended for outer in rules.above(items, one))


@settings(max_examples=150, deadline=None)
@given(items=agendas(), acts=st.lists(ACTS, max_size=40))
def test_any_order_of_taps_leaves_one_thing_running_and_a_way_to_the_end(
    items: tuple[Point, ...], acts: list[Act]
) -> None:
    world = World(SittingState.INVITED, items)
    for did in acts:
        world = act(world, did)
        must_hold(world)
    taps = 0
    while (step := next_step(world.state, world.items)).kind is not Next.NOTHING:
        verb = {Next.OPEN: "open", Next.RESUME: "resume", Next.CLOSE: "close", Next.BEGIN: "begin", Next.END: "end"}
        before, world = world, act(world, (verb[step.kind], step.place or 0, "done"))
        assert world != before, step
        must_hold(world)
        taps += 1
    assert world.state is SittingState.CLOSED
    assert taps <= 2 * len(items) + 3


ONE, TWO, PART = Point(1, None), Point(2, None), Point(3, 1)


def why(did: str, *items: Point, of: int, state: SittingState = SittingState.OPEN, end: End = End.DONE) -> object:
    item = next(one for one in items if one.id == of)
    if did == "begin":
        return rules.why_not_begin(state, items, item)
    return rules.why_not_end(state, items, item, end, reason="", vote_runs=False)


def begun(point: Point) -> Point:
    return replace(point, begun=True)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (why("begin", begun(ONE), TWO, of=2), WhyNot.ANOTHER_ITEM_RUNS),
        (why("begin", begun(ONE), PART, TWO, of=3), None),
        (why("begin", replace(ONE, ended=True), PART, of=3), Halt.PART_OF_ENDED),
        (why("begin", replace(ONE, ended=True), of=1), WhyNot.ITEM_HAS_ENDED),
        (why("begin", ONE, of=1, state=SittingState.PAUSED), Halt.IS_PAUSED),
        (why("begin", ONE, of=1, state=SittingState.INVITED), Halt.NOT_OPEN_YET),
        (why("begin", ONE, of=1, state=SittingState.CLOSED), WhyNot.ALREADY_CLOSED),
        (why("end", ONE, of=1), Halt.NOT_BEGUN),
        (why("end", begun(ONE), PART, of=1), Halt.PARTS_ARE_OPEN),
        (why("end", begun(ONE), of=1, end=End.DROPPED), Halt.REASON_MISSING),
        (why("end", begun(ONE), of=1), None),
    ],
)
def test_what_cannot_be_done_has_its_reason(found: object, expected: object) -> None:
    assert found is expected


def test_a_sitting_is_not_opened_by_a_tap_weeks_ahead_unless_it_is_a_rehearsal() -> None:
    early = AT - timedelta(days=8)
    found = [
        rules.why_not_open(SittingState.INVITED, starts_at=AT, rehearsal=rehearsal, now=now)
        for rehearsal, now in [(False, early), (True, early), (False, AT - timedelta(hours=3))]
    ]
    assert found == [Halt.TOO_EARLY, None, None]


def test_only_what_was_ended_last_and_just_now_comes_back() -> None:
    done = replace(ONE, begun=True, ended=True)

    def asked(items: tuple[Point, ...], *, minutes: int, is_last: bool = True) -> object:
        now = AT + timedelta(minutes=minutes)
        return rules.why_not_reopen(SittingState.OPEN, items, done, ended_at=AT, is_last=is_last, now=now)

    assert asked((done, TWO), minutes=3) is None
    assert asked((done, TWO), minutes=11) is Halt.NOT_TO_REOPEN
    assert asked((done, TWO), minutes=3, is_last=False) is Halt.NOT_TO_REOPEN
    assert asked((done, begun(TWO)), minutes=3) is Halt.NOT_TO_REOPEN


@pytest.mark.parametrize("end", End)
def test_what_this_sitting_hears_no_more_of_waits_for_its_countdown(end: End) -> None:
    assert rules.waits_for_a_countdown(end) is (end is not End.DONE)
