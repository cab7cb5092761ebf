"""Papers of the kinds with several marks, for tests."""

from typing import Any

from hypothesis import strategies as st

from tests.polls.paper_makers import rule_sets, rules
from zukunftsparlament.polls.published import Counted, Wording, published_list
from zukunftsparlament.polls.results import Result
from zukunftsparlament.polls.rules import Ballot, Choice, Kind, Method, Terms, as_it_counts, why_not_choice
from zukunftsparlament.polls.yardstick import Yardstick, yardstick
from zukunftsparlament.procedure.rules import RuleSet, Tie

LOT = bytes(range(32))
BODY = rules(tie=Tie.BODY_DECIDES)


def up_to(options: int, at_most: int, places: int = 1, rule_set: RuleSet = BODY) -> Yardstick:
    return _rule(Kind.UP_TO, options, Terms(at_most=at_most, places=places), rule_set)


def ranked(options: int, method: Method = Method.IRV, rule_set: RuleSet = BODY) -> Yardstick:
    return _rule(Kind.RANKED, options, Terms(method=method), rule_set)


def budget(amount: int, *costs: int, rule_set: RuleSet = BODY) -> Yardstick:
    return _rule(Kind.BUDGET, len(costs), Terms(costs=costs, amount=amount), rule_set)


def _rule(kind: Kind, options: int, terms: Terms, rule_set: RuleSet) -> Yardstick:
    return yardstick(rule_set, kind=kind, options=options, binding=True, seats=18, terms=terms)


def choices(*papers: str) -> list[Choice]:
    """`"3x12"` is three papers with the marks 1 and 2; `"-"` is an abstention."""
    found: list[Choice] = []
    for paper in papers:
        times, _, marks = paper.rpartition("x")
        found += [("abstain",) if marks == "-" else tuple(marks)] * int(times or 1)
    return found


def listed(rule: Yardstick, papers: list[Choice], *, lot: bytes | None = None) -> tuple[dict[str, Any], Result]:
    ballots = [Ballot(choice, f"igel-boot-mond-{n * 37 % 101:03}") for n, choice in enumerate(papers)]
    wording = Wording(question="Was bauen wir?", options=tuple(f"Projekt {n + 1}" for n in range(rule.options)))
    return published_list(
        Counted(poll=7, wordings={"de": wording}, rule=rule, electorate_size=200, ballots=ballots, lot=lot)
    )


def counted(rule: Yardstick, *papers: str, lot: bytes | None = None) -> Result:
    return listed(rule, choices(*papers), lot=lot)[1]


def papers_for(rule: Yardstick, most: int = 9) -> st.SearchStrategy[list[Choice]]:
    """Any ballots that can be cast: orders of some options, thinned out to what the paper allows."""
    options = [str(number + 1) for number in range(rule.options)]

    def allowed(order: list[str]) -> Choice:
        kept: list[str] = []
        for mark in order:
            if not why_not_choice(rule.kind, rule.options, chosen=[*kept, mark], terms=rule.terms):
                kept.append(mark)
        return as_it_counts(rule.kind, kept) or ("abstain",)

    orders = st.lists(st.sampled_from(options), unique=True, max_size=len(options))
    return st.lists(orders.map(allowed), max_size=most)


@st.composite
def polls(draw: st.DrawFn) -> tuple[Yardstick, list[Choice]]:
    """A yardstick of one of the kinds, and ballots for it."""
    options = draw(st.integers(2, 4))
    rule_set = draw(rule_sets)
    costs = tuple(draw(st.lists(st.integers(1, 50), min_size=options, max_size=options)))
    rule = draw(
        st.sampled_from(
            [
                up_to(options, draw(st.integers(1, options)), draw(st.integers(1, options)), rule_set),
                ranked(options, draw(st.sampled_from(Method)), rule_set),
                budget(max(costs) + draw(st.integers(0, 60)), *costs, rule_set=rule_set),
            ]
        )
    )
    return rule, draw(papers_for(rule))
