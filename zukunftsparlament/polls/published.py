"""The published list: what everybody needs to count a secret poll again, in bytes that are always the same."""

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nacl.signing import SigningKey

from zukunftsparlament.polls import counting, lots, results, yardstick
from zukunftsparlament.polls.results import Result
from zukunftsparlament.polls.rules import Ballot
from zukunftsparlament.polls.yardstick import Yardstick

Json = dict[str, object]

# SubjectPublicKeyInfo of an Ed25519 key (RFC 8410): this says what kind of key the 32 bytes behind it are.
ED25519 = bytes.fromhex("302a300506032b6570032100")


@dataclass(frozen=True, kw_only=True)
class Wording:
    """What stood on the ballot paper in one language."""

    question: str
    yes_means: str = ""
    no_means: str = ""
    options: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Counted:
    """One counted poll. `wordings` by language code, German ("de") always among them; `lot` as of `lots.new_lot`."""

    poll: int
    wordings: Mapping[str, Wording]
    rule: Yardstick
    electorate_size: int
    present: int | None = None  # in a sitting
    ballots: Iterable[Ballot]
    lot: bytes | None = None


def published_list(poll: Counted) -> tuple[Json, Result]:
    """The list and the result in it, the lot drawn where the rule asks for one."""
    ballots = in_order(poll.ballots)
    choices = [ballot.choice for ballot in ballots]
    counts = counting.count(poll.rule.kind, poll.rule.options, choices, terms=poll.rule.terms)
    result = counting.result(counts, poll.rule, present=poll.present, choices=choices)
    listed = _without_result(poll, ballots)
    if poll.lot and lots.needs_lot(result, poll.rule):
        drum = lots.Drum(lots.number_drawn(poll.lot, before_the_draw=canonical(listed)))
        result = counting.after_the_lot(result, poll.rule, drum)
    revealed = {"commitment": lots.commitment(poll.lot), "revealed": poll.lot.hex()} if poll.lot else None
    return listed | {"result": results.as_json(result), "lot": revealed}, result


def in_order(ballots: Iterable[Ballot]) -> list[Ballot]:
    """By receipt, then choice: an order that says nothing about who came when. The same one twice is kept twice.

    Votes by name stand in the order of the seats."""
    return sorted(ballots, key=lambda ballot: (ballot.seat or 0, ballot.receipt, ballot.choice))


def canonical(json_object: Mapping[str, object]) -> bytes:
    """Sorted keys, UTF-8, no spaces: the same content is the same bytes."""
    return json.dumps(json_object, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def sha256(listed: bytes) -> str:
    return hashlib.sha256(listed).hexdigest()


def sign(listed: bytes, seed: bytes) -> bytes:
    """64 bytes, Ed25519. `seed`: the 32 bytes of the private key."""
    return SigningKey(seed).sign(listed).signature


def public_pem(seed: bytes) -> str:
    """The public key as `openssl` reads it."""
    key = base64.b64encode(ED25519 + bytes(SigningKey(seed).verify_key)).decode()
    return f"-----BEGIN PUBLIC KEY-----\n{key}\n-----END PUBLIC KEY-----\n"


def _without_result(poll: Counted, ballots: list[Ballot]) -> Json:
    return {
        "poll": poll.poll,
        "question": poll.wordings["de"].question,
        "languages": {code: _wording(wording) for code, wording in poll.wordings.items()},
        "rule": yardstick.as_json(poll.rule) | {"present": len(ballots) if poll.present is None else poll.present},
        "electorate_size": poll.electorate_size,
        "turnout": len(ballots),
        "ballots": [_ballot(ballot) for ballot in ballots],
    }


def _ballot(ballot: Ballot) -> Json:
    seat = {} if ballot.seat is None else {"seat": ballot.seat}
    return {"receipt": ballot.receipt, "choice": list(ballot.choice), **seat}


def _wording(wording: Wording) -> Json:
    return {
        "question": wording.question,
        "yes_means": wording.yes_means,
        "no_means": wording.no_means,
        "options": list(wording.options),
    }
