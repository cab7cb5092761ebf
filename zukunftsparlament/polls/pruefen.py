#!/usr/bin/env python3
"""Zählt eine veröffentlichte geheime Abstimmung nach. Braucht nur Python (ab 3.9), kein Netz und kein Vertrauen.

    python3 pruefen.py liste.json [PRÜFSUMME]

Die Prüfsumme (SHA-256) steht auf der Seite mit dem Ergebnis; eine Datei liste.json.sha256 daneben wird auch gelesen.
Ende mit 0: alles stimmt. Mit 1: etwas stimmt nicht, der erste Unterschied wird genannt. Mit 2: falscher Aufruf.
"""

# Published as it is. It repeats the counting rules on purpose, with code of its own and in fractions, so that one
# mistake can't hide in both. Nothing from the platform may be imported here.

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from fractions import Fraction
from pathlib import Path
from typing import Any

Json = dict[str, Any]
KEYS = ["ballots", "electorate_size", "languages", "lot", "poll", "question", "result", "rule", "turnout"]


class Difference(Exception):
    """Something does not fit; the text says what."""


def main(arguments: list[str]) -> int:
    if len(arguments) not in (1, 2) or arguments[0].startswith("-"):
        print(__doc__)
        return 2
    path, given = Path(arguments[0]), "".join(arguments[1:]) or None
    try:
        content = path.read_bytes()
        check_sum(content, given, beside=path.with_name(path.name + ".sha256"))
        check(listed := read(content))
        summary(listed, path)
        return 0
    except OSError as error:
        print("Die Datei lässt sich nicht lesen:", error.strerror)
    except Difference as difference:
        print("STIMMT NICHT:", shown(difference))
    except (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, RecursionError) as error:
        print("STIMMT NICHT: Die Liste ist anders aufgebaut, als sie sein muss:", shown(repr(error)))
    return 1


def check_sum(content: bytes, given: str | None, beside: Path) -> None:
    if given is None and beside.exists():
        given = beside.read_text("utf-8", "replace").strip().partition(" ")[0]
    computed = hashlib.sha256(content).hexdigest()
    print("SHA-256:", computed, "" if given else "(vergleiche das mit der Prüfsumme auf der Seite)")
    if given is not None and given.lower() != computed:
        raise Difference("Die Datei hat eine andere Prüfsumme als die angegebene. Sie wurde verändert.")


def read(content: bytes) -> Json:
    listed: Json = json.loads(content.decode("utf-8"))
    same("die Felder der Liste", KEYS, sorted(listed))
    if canonical(listed) != content:
        raise Difference("Die Datei ist nicht in der festgelegten Schreibweise. Sie wurde nachträglich verändert.")
    return listed


def canonical(listed: Json) -> bytes:
    return json.dumps(listed, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode("utf-8")


def check(listed: Json) -> None:
    rule, ballots, paper = listed["rule"], listed["ballots"], choices_on_paper(listed["rule"])
    for place, ballot in enumerate(ballots, start=1):
        same(f"die Felder von Stimme {place}", ["choice", "receipt"], sorted(ballot))
        if len(ballot["choice"]) != 1 or ballot["choice"][0] not in paper:
            raise Difference(f"Stimme {place} ist keine, die es auf diesem Stimmzettel gibt.")
    for place, ballot in enumerate(sorted(ballots, key=lambda one: (one["receipt"], one["choice"])), start=1):
        same(f"die Reihenfolge, Stimme {place}", ballot, ballots[place - 1])
    same("die Zahl der Stimmen", len(ballots), listed["turnout"])
    if len(ballots) > min(listed["electorate_size"], rule["present"]):
        raise Difference("Es sind mehr Stimmen als Menschen, die abstimmen durften.")
    tally = Counter(ballot["choice"][0] for ballot in ballots)
    expected = expected_result({choice: tally[choice] for choice in paper}, rule)
    draw_lot(listed, expected)
    same("die Felder des Ergebnisses", sorted(expected), sorted(listed["result"]))
    for field, value in expected.items():
        same(f"das Ergebnis bei „{field}“", value, listed["result"][field])


def choices_on_paper(rule: Json) -> list[str]:
    numbered = [str(number) for number in range(1, min(rule["options"], 99) + 1)]
    return [*{"yes_no_abstain": ["yes", "no"], "one_of": numbered}[rule["kind"]], "abstain"]


def expected_result(votes: dict[str, int], rule: Json) -> Json:
    result: Json = {"counts": votes, "winners": [], "tied": [], "quorate": True, "unanimous": False, "drawn": None}
    if not quorate(rule):
        return {**result, "outcome": "not_quorate", "quorate": False}
    sides = {choice: number for choice, number in votes.items() if choice != "abstain"}
    most = max(sides.values())
    leading = [choice for choice, number in sides.items() if number == most > 0]
    outcome = outcome_of(votes, rule, most, len(leading))
    result["winners"] = {"accepted": ["yes"], "chosen": leading}.get(outcome, [])
    result["tied"] = leading if len(leading) > 1 else []
    result["unanimous"] = most == sum(sides.values()) > 0 and not (rule["abstentions_count"] and votes["abstain"])
    return {**result, "outcome": outcome}


def outcome_of(votes: dict[str, int], rule: Json, most: int, leading: int) -> str:
    asked = rule["majority"]
    usual = asked["of"] == "cast" and asked["strict"] and 2 * asked["num"] == asked["den"]
    if rule["kind"] == "one_of":
        enough = most > 0 and (usual or reaches(most, votes, rule))
        return "no_majority" if not enough else "chosen" if leading == 1 else "tied"
    if reaches(votes["yes"], votes, rule):
        return "accepted"
    if most == 0 and not rule["binding"]:
        return "no_majority"
    settled = rule["tie"] == "rejected" or (rule["abstentions_count"] and votes["abstain"] > 0)
    return "tied" if leading == 2 and usual and not settled else "rejected"


def quorate(rule: Json) -> bool:
    quorum, present, seats = rule["quorum"], rule["present"], rule["seats"]
    if quorum is None:
        return True
    again = quorum.get("second_call") if rule["second_call"] else None
    if again is None and quorum["kind"] in ("fixed", "more_than_half"):
        return bool(present >= quorum["number"] if quorum["kind"] == "fixed" else present > Fraction(seats, 2))
    share = again or (quorum if quorum["kind"] == "share" else {"num": 1, "den": 2})
    return bool(present > 0 and present >= Fraction(share["num"], share["den"]) * seats)


def reaches(votes_for: int, votes: dict[str, int], rule: Json) -> bool:
    cast = sum(votes.values()) - (0 if rule["abstentions_count"] else votes["abstain"])
    whole = {"cast": cast, "present": rule["present"], "seats": rule["seats"]}[rule["majority"]["of"]]
    needed = Fraction(rule["majority"]["num"], rule["majority"]["den"]) * whole
    return votes_for > 0 and (votes_for > needed if rule["majority"]["strict"] else votes_for >= needed)


def draw_lot(listed: Json, expected: Json) -> None:
    needed = expected["outcome"] == "tied" and listed["rule"]["tie"] == "lot"
    if listed["lot"] is None and not needed:
        return
    lot = listed["lot"] or {"revealed": "", "commitment": "keins"}
    revealed = bytes.fromhex(lot["revealed"])
    same("das hinterlegte Los", hashlib.sha256(revealed).hexdigest(), lot["commitment"])
    if needed:
        before = {key: value for key, value in listed.items() if key not in ("lot", "result")}
        number = int(hashlib.sha256(revealed + canonical(before)).hexdigest(), 16)
        drawn = expected["tied"][number % len(expected["tied"])]
        outcome = {"yes": "accepted", "no": "rejected"}.get(drawn, "chosen")
        expected.update(drawn=drawn, outcome=outcome, winners=[] if outcome == "rejected" else [drawn])


def same(what: str, expected: object, found: object) -> None:
    if json.dumps(expected, sort_keys=True) != json.dumps(found, sort_keys=True):  # 1 is not true, and not 1.0
        raise Difference(f"{what}: richtig wäre {expected}, in der Liste steht {found}.")


def shown(text: object) -> str:
    return "".join(sign if sign.isprintable() else "?" for sign in str(text))[:1000]  # nothing steers the terminal


def summary(listed: Json, path: Path) -> None:
    print("Abstimmung", shown(listed["poll"]), "–", shown(listed["question"]))
    print(listed["turnout"], "von", listed["electorate_size"], "haben abgestimmt:", listed["result"]["counts"])
    print("Ergebnis:", listed["result"]["outcome"], *listed["result"]["winners"])
    for receipt, times in Counter(ballot["receipt"] for ballot in listed["ballots"]).items():
        if times > 1 and receipt:  # open polls have no receipts
            print(f"Hinweis: {shown(receipt)} kommt {times}-mal vor. Jede dieser Stimmen ist gezählt.")
    print("ALLES STIMMT: Reihenfolge, Zahlen, Ergebnis" + (" und Los." if listed["lot"] else "."))
    print("Die Unterschrift prüfst du so (mit liste.sig und schluessel.pem im selben Ordner):\n")
    print(f"  openssl pkeyutl -verify -pubin -inkey schluessel.pem -rawin -in {path.name} -sigfile liste.sig")


if __name__ == "__main__":
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
    sys.exit(main(sys.argv[1:]))
