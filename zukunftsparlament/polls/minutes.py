"""What the journal keeps of a poll, so that `verify` notices when its row is changed later."""

from collections.abc import Iterable, Mapping
from datetime import UTC
from typing import Any

from zukunftsparlament.kernel.checks import read_json
from zukunftsparlament.polls.published import canonical, sha256

Facts = dict[str, Any]

# What `of_opening` needs of a poll's row.
COLUMNS = (
    "question, yes_means, no_means, options, kind, secrecy, electorate, binding, rule_set, closes_at, public_key, "
    "lot_commitment, seats, terms, persons, two_key, item, present, second_call, by_hands, amends, amendment, fund, "
    "cents, by_school"
)


def wording(*, question: str, yes_means: str, no_means: str, options: Iterable[str]) -> str:
    """Fingerprint of what stands on the ballot paper."""
    paper = {"question": question, "yes_means": yes_means, "no_means": no_means, "options": list(options)}
    return sha256(canonical(paper))


def roll(members: Iterable[int]) -> str:
    """Fingerprint of who may vote. The journal names nobody."""
    return sha256(canonical({"roll": sorted(members)}))


def of_opening(row: Mapping[str, Any], on_roll: Mapping[int, int | None]) -> Facts:
    """What is fixed from now on. `row`: columns of an open poll; `on_roll`: who, with the seat in a vote by name."""
    options = read_json(row["options"]) or []
    amendment = read_json(row["amendment"])
    seats = [[member, seat] for member, seat in on_roll.items() if seat is not None]
    return {
        "wording": wording(
            question=row["question"], yes_means=row["yes_means"], no_means=row["no_means"], options=options
        ),
        "kind": row["kind"],
        "secrecy": row["secrecy"],
        "electorate": row["electorate"],
        "binding": bool(row["binding"]),
        "rule_set": row["rule_set"],
        "closes_at": row["closes_at"].astimezone(UTC).isoformat() if row["closes_at"] else None,
        "public_key": bytes(row["public_key"]).hex() if row["public_key"] else None,
        "lot_commitment": row["lot_commitment"],
        "seats": row["seats"],
        "roll": roll(on_roll),
        "seats_on_roll": sha256(canonical({"seats": sorted(seats)})) if seats else None,
        "terms": read_json(row["terms"]) or {},
        "persons": bool(row["persons"]),
        "two_key": bool(row["two_key"]),
        "amendment": sha256(canonical(amendment)) if amendment else None,
        **{name: row[name] for name in ("item", "present", "amends", "fund", "cents")},
        **{name: bool(row[name]) for name in ("second_call", "by_hands", "by_school")},
    }


def of_tie_step(step: Mapping[str, Any]) -> Facts:
    """What was chosen after a tie. A chair's words are kept as a fingerprint: the journal holds no texts."""
    reason = sha256(step["reason"].encode()) if step["reason"] else None
    kept = ("place", "way", "follow_up", "winners", "lot", "shares")
    out = {"stepped_back": step["stepped_back"]} if step.get("stepped_back") else {}
    return {"reason": reason, **{name: step[name] for name in kept}, **out}
