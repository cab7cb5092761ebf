import json
import random
import subprocess
from dataclasses import replace
from hashlib import sha256
from itertools import permutations
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.polls.paper_makers import one_of, poll, rules, some_votes, yardsticks, yes_no
from zukunftsparlament.polls import lots
from zukunftsparlament.polls.published import canonical, in_order, public_pem, published_list, sign
from zukunftsparlament.polls.published import sha256 as sha256_of
from zukunftsparlament.polls.results import Outcome
from zukunftsparlament.polls.rules import Ballot
from zukunftsparlament.polls.yardstick import Yardstick
from zukunftsparlament.procedure.rules import Tie

SEED = bytes(range(32))
LOT = bytes(32)


def test_the_list_has_the_fields_of_the_interface() -> None:
    listed, _ = published_list(poll(yes_no(), 8, 0, 3))
    assert sorted(listed) == [
        "ballots",
        "electorate_size",
        "languages",
        "lot",
        "poll",
        "question",
        "result",
        "rule",
        "turnout",
    ]
    assert (listed["turnout"], listed["lot"]) == (11, None)
    assert canonical(listed).startswith(b'{"ballots":[{"choice":["yes"],"receipt":"igel-boot-mond-000"},')


def test_canonical_is_sorted_utf8_without_spaces() -> None:
    assert canonical({"b": "ä 🛹", "a": [1, None]}) == '{"a":[1,null],"b":"ä 🛹"}'.encode()


def test_the_same_receipt_twice_is_listed_twice_and_ordered_by_choice() -> None:
    ballots = [Ballot(("yes",), "b"), Ballot(("no",), "b"), Ballot(("yes",), "a"), Ballot(("yes",), "b")]
    assert [(one.receipt, *one.choice) for one in in_order(ballots)] == [
        ("a", "yes"),
        ("b", "no"),
        ("b", "yes"),
        ("b", "yes"),
    ]


@given(yardsticks, some_votes, st.randoms(use_true_random=False))
def test_the_bytes_tell_nothing_about_who_came_when(rule: Yardstick, votes: list[int], dice: random.Random) -> None:
    counted = poll(rule, *votes, lot=LOT)
    shuffled = list(counted.ballots)
    dice.shuffle(shuffled)
    assert canonical(published_list(replace(counted, ballots=shuffled))[0]) == canonical(published_list(counted)[0])


def test_openssl_accepts_the_signature_and_notices_one_changed_byte(tmp_path: Path) -> None:
    listed = canonical(published_list(poll(yes_no(), 8, 0, 3))[0])
    (tmp_path / "liste.json").write_bytes(listed)
    (tmp_path / "liste.sig").write_bytes(sign(listed, SEED))
    (tmp_path / "schluessel.pem").write_text(public_pem(SEED))

    files = ("-inkey", "schluessel.pem", "-in", "liste.json", "-sigfile", "liste.sig")
    command = ("openssl", "pkeyutl", "-verify", "-pubin", "-rawin", *files)
    assert subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode == 0
    (tmp_path / "liste.json").write_bytes(listed.replace(b"no", b"on", 1))
    assert subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode == 1
    assert sha256_of(listed) == sha256(listed).hexdigest()


def test_a_lot_is_drawn_as_it_was_announced() -> None:
    listed, result = published_list(poll(one_of(3, rules(tie=Tie.LOT)), 2, 6, 6, lot=LOT))

    before = {key: value for key, value in json.loads(canonical(listed)).items() if key not in ("lot", "result")}
    number = int(sha256(LOT + canonical(before)).hexdigest(), 16)
    drawn = ("2", "3")[number % 2]
    assert (result.outcome, result.tied, result.winners, result.drawn) == (
        Outcome.CHOSEN,
        ("2", "3"),
        (drawn,),
        (drawn,),
    )
    assert listed["lot"] == {"commitment": sha256(LOT).hexdigest(), "revealed": LOT.hex()}


def test_a_lot_that_nobody_needs_is_revealed_and_decides_nothing() -> None:
    listed, result = published_list(poll(yes_no(rules(tie=Tie.LOT)), 10, 8, lot=LOT))
    assert (result.outcome, result.drawn) == (Outcome.ACCEPTED, ())
    assert listed["lot"] is not None


def test_a_tie_under_another_rule_is_not_drawn() -> None:
    _, result = published_list(poll(yes_no(rules(tie=Tie.RUN_OFF)), 9, 9, lot=LOT))
    assert result.outcome is Outcome.TIED


def test_a_lot_on_yes_or_no_accepts_or_rejects() -> None:
    outcomes = {
        published_list(poll(yes_no(rules(tie=Tie.LOT)), 9, 9, lot=bytes([n]) * 32))[1].outcome for n in range(20)
    }
    assert outcomes == {Outcome.ACCEPTED, Outcome.REJECTED}


def test_every_one_of_the_tied_can_be_drawn() -> None:
    numbers = [lots.number_drawn(bytes([n]) * 32, before_the_draw=b"list") for n in range(60)]
    assert {tuple(lots.Drum(number).order("abc")) for number in numbers} == set(permutations("abc"))
    assert len({lots.commitment(lots.new_lot()) for _ in range(10)}) == 10


def test_lists_of_one_cross_never_change_their_bytes() -> None:
    """Signatures of years ago must still fit."""
    rule = one_of(3, rules(tie=Tie.LOT))
    choice = poll(rule, 2, 6, 6, lot=bytes(32))
    nameless = {"de": replace(choice.wordings["de"], options=())}  # as it was when these sums were taken
    lists = [published_list(poll(yes_no(), 8, 2, 3)), published_list(replace(choice, wordings=nameless))]
    assert [sha256_of(canonical(listed)) for listed, _ in lists] == [
        "f9c139860d0d9c54e52dde8090d407bc7f35dc315baa264643212ac73f316fd5",
        "cdda3807e452bd496c1e2f588eaa61bc6ddb238663ea02431dc1c56b34c5548a",
    ]
