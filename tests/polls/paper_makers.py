"""Counts, yardsticks and published polls for tests, readable in one line."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from zukunftsparlament.polls import counting, pruefen
from zukunftsparlament.polls.published import Counted, Wording, canonical
from zukunftsparlament.polls.results import Counts, Result
from zukunftsparlament.polls.rules import Ballot, Choice, Kind, choices_of
from zukunftsparlament.polls.yardstick import Yardstick, yardstick
from zukunftsparlament.procedure.rules import HOLZWICKEDE, Majority, MajorityOf, Quorum, QuorumKind, RuleSet, Share, Tie

SIMPLE = HOLZWICKEDE.majority
TWO_THIRDS = Majority(MajorityOf.CAST, num=2, den=3, strict=False)


def rules(**changed: Any) -> RuleSet:
    return replace(HOLZWICKEDE, **changed)


def yes_no(rule_set: RuleSet = HOLZWICKEDE, *, seats: int = 18, binding: bool = True) -> Yardstick:
    return yardstick(rule_set, kind=Kind.YES_NO_ABSTAIN, options=0, binding=binding, seats=seats)


def one_of(options: int, rule_set: RuleSet = HOLZWICKEDE, *, seats: int = 18, binding: bool = True) -> Yardstick:
    return yardstick(rule_set, kind=Kind.ONE_OF, options=options, binding=binding, seats=seats)


def counts(rule: Yardstick, *votes: int) -> Counts:
    """`votes` in the order of the paper; what is left out is 0."""
    paper = choices_of(rule.kind, rule.options)
    choices: list[Choice] = [(choice,) for choice, n in zip(paper, votes, strict=False) for _ in range(n)]
    return counting.count(rule.kind, rule.options, choices)


def measured(rule: Yardstick, *votes: int) -> Result:
    return counting.result(counts(rule, *votes), rule)


def poll(rule: Yardstick, *votes: int, lot: bytes | None = None) -> Counted:
    """A counted poll with receipts that are only numbered words."""
    paper = choices_of(rule.kind, rule.options)
    choices = [choice for choice, n in zip(paper, votes, strict=False) for _ in range(n)]
    ballots = [Ballot((choice,), f"igel-boot-mond-{n * 37 % 101:03}") for n, choice in enumerate(choices)]
    wording = Wording(
        question="Soll es einen Skatepark geben? 🛹", yes_means="Ja!", no_means="Nein!", options=names(rule)
    )
    return Counted(poll=7, wordings={"de": wording}, rule=rule, electorate_size=200, ballots=ballots, lot=lot)


def names(rule: Yardstick) -> tuple[str, ...]:
    return tuple(f"Weg {number}" for number in range(1, rule.options + 1))


def written(folder: Path, listed: dict[str, Any]) -> Path:
    path = folder / "liste.json"
    path.write_bytes(canonical(listed))
    return path


def verify(path: Path, *arguments: str) -> int:
    return pruefen.main([str(path), *arguments])


def verify_alone(path: Path, python: str = sys.executable) -> subprocess.CompletedProcess[str]:
    """The verifier as people run it: a copy beside the list, without our packages (-I -S)."""
    copy = path.with_name("pruefen.py")
    copy.write_bytes(Path(pruefen.__file__).read_bytes())
    return subprocess.run(
        [python, "-I", "-S", "-X", "utf8", copy.name, path.name],
        cwd=path.parent,
        text=True,
        capture_output=True,
        check=False,
    )


shares = st.tuples(st.integers(1, 9), st.integers(1, 9)).map(sorted).map(lambda pair: Share(*pair))
quorums = st.one_of(
    st.builds(Quorum, st.just(QuorumKind.FIXED), st.integers(1, 20)),
    st.builds(
        Quorum,
        st.sampled_from([QuorumKind.AT_LEAST_HALF, QuorumKind.MORE_THAN_HALF]),
        second_call=st.none() | st.just(Share(1, 3)),
    ),
    st.builds(Quorum, st.just(QuorumKind.SHARE), share=shares),
)
majorities = st.builds(
    lambda of, share, strict: Majority(of, share.num, share.den, strict),
    st.sampled_from(MajorityOf),
    shares | st.just(Share(1, 2)),
    st.booleans(),
).filter(lambda m: 2 * m.num > m.den or (2 * m.num == m.den and m.strict))
rule_sets = st.builds(
    rules, quorum=quorums, majority=majorities, abstentions_count=st.booleans(), tie=st.sampled_from(Tie)
)
yardsticks = st.builds(
    lambda rule_set, kind, options, binding, seats, again: yardstick(
        rule_set,
        kind=kind,
        options=0 if kind is Kind.YES_NO_ABSTAIN else options,
        binding=binding,
        seats=seats,
        second_call=again,
    ),
    rule_sets,
    st.sampled_from([Kind.YES_NO_ABSTAIN, Kind.ONE_OF]),
    st.integers(2, 4),
    st.booleans(),
    st.integers(20, 30),  # never fewer seats than ballots
    st.booleans(),
)
some_votes = st.lists(st.integers(0, 6), max_size=5).filter(lambda votes: sum(votes) <= 20)
