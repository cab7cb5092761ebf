#!/usr/bin/env python3
"""Zählt eine veröffentlichte geheime Abstimmung nach. Braucht nur Python (ab 3.9), kein Netz und kein Vertrauen.

    python3 pruefen.py liste.json [PRÜFSUMME] [--los los.json]

Die Prüfsumme (SHA-256) steht auf der Seite mit dem Ergebnis; eine Datei liste.json.sha256 daneben wird auch gelesen.
--los: zieht auch das Los noch einmal, das nach einem Gleichstand später gezogen wurde.
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
WORDING = ["no_means", "options", "question", "yes_means"]
RULE = [
    "abstentions_count",
    "binding",
    "kind",
    "majority",
    "options",
    "present",
    "quorum",
    "seats",
    "second_call",
    "tie",
]
OF_KIND = {"up_to": ["at_most", "places"], "ranked": ["method"], "budget": ["amount", "costs"]}
OF_QUORUM = {"fixed": ["number"], "share": ["den", "num"]}


class Difference(Exception):
    """Something does not fit; the text says what."""


def main(arguments: list[str]) -> int:
    drawn = arguments[-1:] if arguments[-2:-1] == ["--los"] else []
    arguments = arguments[:-2] if drawn else arguments
    if "--los" in arguments or len(arguments) not in (1, 2) or arguments[0].startswith("-"):
        print(__doc__)
        return 2
    path, given = Path(arguments[0]), "".join(arguments[1:]) or None
    try:
        content = path.read_bytes()
        check_sum(content, given, beside=path.with_name(path.name + ".sha256"))
        check(listed := read(content))
        draws = check_draws(listed, content, json.loads(Path(drawn[0]).read_bytes())) if drawn else []
        summary(listed, path)
        for winners, behind in draws:
            print("DAS LOS STIMMT. Gezogen:", *winners)
            say_order(behind)
        if (drum := drum_of(listed)) and listed["rule"]["kind"] in ("one_of", "up_to"):
            say_order(
                order_drawn(listed["result"], drum, listed["result"]["tied"] if listed["result"]["drawn"] else [])
            )
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
    print("Als Bilder:", *(PICTURES[byte] for byte in hashlib.sha256(content).digest()[:8]))
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
    check_rule(rule)
    same("die Zahl der Schulen", rule.get("schools", listed["electorate_size"]), listed["electorate_size"])
    check_wording(listed)
    check_ballots(ballots, rule, paper)
    same("die Zahl der Stimmen", len(ballots), listed["turnout"])
    if len(ballots) > min(listed["electorate_size"], rule["present"]):
        raise Difference("Es sind mehr Stimmen als Menschen, die abstimmen durften.")
    expected = expected_result([ballot["choice"] for ballot in ballots], rule, paper, drum_of(listed))
    if expected["outcome"] == "tied" and rule["tie"] == "lot":
        raise Difference("Bei Gleichstand entscheidet das Los, aber es ist keines da.")
    same("die Felder des Ergebnisses", sorted(expected), sorted(listed["result"]))
    for field, value in expected.items():
        same(f"das Ergebnis bei „{field}“", value, listed["result"][field])


def check_rule(rule: Json) -> None:
    """Nothing stands there that nobody would read."""
    schools = ["schools"] if "schools" in rule else []
    same("die Felder der Regel", sorted([*RULE, *OF_KIND.get(rule["kind"], []), *schools]), sorted(rule))
    same("die Felder der Mehrheit", ["den", "num", "of", "strict"], sorted(rule["majority"]))
    if rule["quorum"] is not None:
        again = ["second_call"] if "second_call" in rule["quorum"] else []
        fields = ["kind", *OF_QUORUM.get(rule["quorum"]["kind"], []), *again]
        same("die Felder der Beschlussfähigkeit", sorted(fields), sorted(rule["quorum"]))
        if again:
            same("die Felder beim zweiten Mal", ["den", "num"], sorted(rule["quorum"]["second_call"]))


def check_wording(listed: Json) -> None:
    """The question above is the one on the paper, and every option has its name in every language."""
    for code, wording in listed["languages"].items():
        same(f"die Felder der Sprache {code}", WORDING, sorted(wording))
        names = len(wording["options"]) if isinstance(wording["options"], list) else None
        same(f"die Zahl der Möglichkeiten in der Sprache {code}", listed["rule"]["options"], names)
    same("die Frage", listed["languages"]["de"]["question"], listed["question"])


def check_ballots(ballots: list[Json], rule: Json, paper: list[str]) -> None:
    for place, ballot in enumerate(ballots, start=1):
        by_name = ["seat"] if "seat" in ballots[0] else []
        same(f"die Felder von Stimme {place}", ["choice", "receipt", *by_name], sorted(ballot))
        if not possible_choice(ballot["choice"], rule, paper):
            raise Difference(f"Stimme {place} ist keine, die es auf diesem Stimmzettel gibt.")
        if not isinstance(ballot["receipt"], str) or (by_name and type(ballot["seat"]) is not int):
            raise Difference(f"Stimme {place} hat kein Zeichen oder keinen Sitz, wie sie sein müssen.")
    for place, ballot in enumerate(sorted(ballots, key=place_in_list), start=1):
        same(f"die Reihenfolge, Stimme {place}", ballot, ballots[place - 1])
    seats = [ballot["seat"] for ballot in ballots if "seat" in ballot]
    same("die Sitze", sorted(set(seats)), sorted(seats))


def place_in_list(ballot: Json) -> tuple[int, str, list[str]]:
    return ballot.get("seat", 0), ballot["receipt"], ballot["choice"]


def choices_on_paper(rule: Json) -> list[str]:
    numbered = [str(number) for number in range(1, min(rule["options"], 99) + 1)]
    kinds = {"yes_no_abstain": ["yes", "no"], **dict.fromkeys(["one_of", "up_to", "ranked", "budget"], numbered)}
    return [*kinds[rule["kind"]], "abstain"]


def possible_choice(choice: list[str], rule: Json, paper: list[str]) -> bool:
    kind = rule["kind"]
    if (
        not isinstance(choice, list)
        or not choice
        or any(mark not in paper for mark in choice)
        or len(set(choice)) < len(choice)
    ):
        return False
    if len(choice) == 1 and (choice[0] == "abstain" or kind in ("yes_no_abstain", "one_of")):
        return True
    if "abstain" in choice or kind in ("yes_no_abstain", "one_of"):
        return False
    if kind == "ranked":
        return rule["method"] != "points" or len(choice) <= 2
    in_order = choice == sorted(choice, key=int)
    enough = len(choice) <= rule["at_most"] if kind == "up_to" else cost_of(choice, rule) <= rule["amount"]
    return in_order and enough


def cost_of(choice: list[str], rule: Json) -> int:
    return sum(int(rule["costs"][int(mark) - 1]) for mark in choice)


def expected_result(ballots: list[list[str]], rule: Json, paper: list[str], drum: Drum | None) -> Json:
    marks = Counter(mark for ballot in ballots for mark in (ballot[:1] if rule["kind"] == "ranked" else ballot))
    votes = {choice: marks[choice] for choice in paper}
    several = rule["kind"] in ("up_to", "budget")
    result: Json = {"counts": votes, "winners": [], "tied": [], "quorate": True, "unanimous": False}
    result["drawn"] = [] if several else None
    if not quorate(rule):
        return {**result, "outcome": "not_quorate", "quorate": False}
    most = max(votes[choice] for choice in paper[:-1])
    if not several:
        others = len(ballots) - votes["abstain"] - most
        result["unanimous"] = most > 0 == others and not (rule["abstentions_count"] and votes["abstain"])
    if rule["kind"] == "up_to":
        return several_places(result, rule, len(ballots), drum)
    if rule["kind"] == "budget":
        return money_given(result, rule, len(ballots), drum)
    if rule["kind"] == "ranked":
        orders = [ballot for ballot in ballots if ballot != ["abstain"]]
        ways = {"irv": run_off, "schulze": schulze, "points": most_points}
        result = ways[rule["method"]](result, orders, rule, len(ballots))
    else:
        result = one_cross(result, rule, len(ballots))
    if result["outcome"] == "tied" and drum:
        drawn = drum.order(result["tied"])[0]
        outcome = {"yes": "accepted", "no": "rejected"}.get(drawn, "chosen")
        result.update(drawn=drawn, outcome=outcome, winners=[] if outcome == "rejected" else [drawn])
    return result


def one_cross(result: Json, rule: Json, ballots: int) -> Json:
    sides = {choice: number for choice, number in result["counts"].items() if choice != "abstain"}
    most = max(sides.values())
    leading = [choice for choice, number in sides.items() if number == most > 0]
    outcome = outcome_of(result["counts"], rule, most, len(leading), ballots)
    winners = {"accepted": ["yes"], "chosen": leading}.get(outcome, [])
    return {**result, "outcome": outcome, "winners": winners, "tied": leading if len(leading) > 1 else []}


def outcome_of(votes: dict[str, int], rule: Json, most: int, leading: int, ballots: int) -> str:
    if rule["kind"] == "one_of":
        enough = most > 0 and (usual(rule) or reaches(most, votes, rule, ballots))
        return "no_majority" if not enough else "chosen" if leading == 1 else "tied"
    if reaches(votes["yes"], votes, rule, ballots):
        return "accepted"
    if most == 0 and not rule["binding"]:
        return "no_majority"
    settled = rule["tie"] == "rejected" or (rule["abstentions_count"] and votes["abstain"] > 0)
    return "tied" if leading == 2 and usual(rule) and not settled else "rejected"


def by_votes(votes: dict[str, int], rule: Json, ballots: int) -> list[list[str]]:
    """What can win, the most votes first; together what has the same number."""
    able = [c for c, n in votes.items() if c != "abstain" and n and (usual(rule) or reaches(n, votes, rule, ballots))]
    return [[c for c in able if votes[c] == number] for number in sorted({votes[c] for c in able}, reverse=True)]


def several_places(result: Json, rule: Json, ballots: int, drum: Drum | None) -> Json:
    safe: list[str] = []
    tied: list[str] = []
    for group in by_votes(result["counts"], rule, ballots):
        if len(safe) + len(group) <= rule["places"]:
            safe += group
        else:
            tied = group if len(safe) < rule["places"] else []
            break
    left = rule["places"] - len(safe) if tied else 0
    drawn = drum.order(tied)[:left] if drum and tied else []
    winners = sorted(safe + drawn, key=int)
    outcome = "tied" if tied and not drawn else "chosen" if winners else "no_majority"
    left -= len(drawn)
    return {**result, "outcome": outcome, "winners": winners, "tied": tied, "drawn": drawn, "places_left": left}


def money_given(result: Json, rule: Json, ballots: int, drum: Drum | None) -> Json:
    paid: list[str] = []
    tied: list[str] = []
    drawn: list[str] = []
    for group in by_votes(result["counts"], rule, ballots):
        wanted = [choice for choice in group if cost_of([*paid, choice], rule) <= rule["amount"]]
        unclear = cost_of([*paid, *wanted], rule) > rule["amount"]
        tied += wanted if unclear else []
        if unclear and not drum:
            break
        for choice in drum.order(wanted) if unclear and drum else wanted:
            if cost_of([*paid, choice], rule) <= rule["amount"]:
                paid.append(choice)
                drawn += [choice] if unclear else []
    outcome = "tied" if tied and not drum else "chosen" if paid else "no_majority"
    money = {"spent": cost_of(paid, rule), "left": rule["amount"] - cost_of(paid, rule)}
    return {**result, **money, "outcome": outcome, "winners": sorted(paid, key=int), "tied": tied, "drawn": drawn}


def run_off(result: Json, orders: list[list[str]], rule: Json, ballots: int) -> Json:
    tried: dict[tuple[str, ...], dict[str, int]] = {}

    def first_places(left: tuple[str, ...]) -> dict[str, int]:
        firsts = Counter(next((mark for mark in order if mark in left), "") for order in orders)
        return {option: firsts[option] for option in left}

    def could_win(left: tuple[str, ...]) -> dict[str, int]:
        if left not in tried:
            votes = first_places(left)
            found: dict[str, int] = {}
            for out in next_out(votes):
                for winner, most in could_win(tuple(option for option in left if option not in out)).items():
                    found[winner] = min(most, found.get(winner, most))
            more_than_half = {option: number for option, number in votes.items() if 2 * number > sum(votes.values())}
            tried[left] = more_than_half or found
        return tried[left]

    rounds: list[Json] = []
    left = tuple(option for option in result["counts"] if option != "abstain")
    winners = could_win(left)
    while orders:
        votes = first_places(left)
        done = 2 * max(votes.values()) > sum(votes.values())
        ways = [] if done else next_out(votes)
        either = {out[0]: sorted(could_win(tuple(o for o in left if o not in out)), key=int) for out in ways}
        out = ways[0] if len(ways) == 1 else []
        exhausted = len(orders) - sum(votes.values())
        rounds.append({"votes": votes, "exhausted": exhausted, "out": out, "either": {} if out else either})
        if not out:
            break
        left = tuple(option for option in left if option not in out)
    return {**decided(result, winners, rule, ballots), "rounds": rounds}


def next_out(votes: dict[str, int]) -> list[list[str]]:
    """Who could leave: together whoever cannot catch up any more, else each of the last ones is one way on."""
    ordered = sorted(set(votes.values()))
    last = [option for option in votes if votes[option] == ordered[0]]
    hopeless = len(ordered) > 1 and ordered[0] * len(last) < ordered[1]
    if ordered == [0]:
        return []
    return [last] if hopeless or len(last) == 1 else [[option] for option in last]


def schulze(result: Json, orders: list[list[str]], rule: Json, ballots: int) -> Json:
    options = [option for option in result["counts"] if option != "abstain"]
    pairs = [(one, other) for one in options for other in options if one != other]
    duels: dict[str, dict[str, int]] = {one: {} for one in options}
    for one, other in pairs:
        before = [
            order for order in orders if one in order and (other not in order or order.index(one) < order.index(other))
        ]
        duels[one][other] = len(before)
    chains = {one: {b: duels[one][b] if duels[one][b] > duels[b][one] else 0 for b in duels[one]} for one in options}
    for middle in options:
        for one, other in pairs:
            if middle not in (one, other):
                around = min(chains[one][middle], chains[middle][other])
                chains[one][other] = max(chains[one][other], around)
    winners = {
        one: min(duels[one].values())
        for one in options
        if orders and all(chains[one][other] >= chains[other][one] for other in duels[one])
    }
    return {**decided(result, winners, rule, ballots), "duels": duels, "chains": chains}


def most_points(result: Json, orders: list[list[str]], rule: Json, ballots: int) -> Json:
    """Two for the first on a ballot, one for the second."""
    points = {
        option: sum(2 if order[0] == option else 1 for order in orders if option in order)
        for option in result["counts"]
        if option != "abstain"
    }
    best = [option for option in points if points[option] == max(points.values()) > 0]
    winners = {option: result["counts"][option] for option in best}
    return {**decided(result, winners, rule, ballots), "points": points}


def decided(result: Json, winners: dict[str, int], rule: Json, ballots: int) -> Json:
    """`winners`: who could win, with the fewest votes that could carry it."""
    enough = usual(rule) or all(reaches(number, result["counts"], rule, ballots) for number in winners.values())
    if not winners or not enough:
        return {**result, "outcome": "no_majority"}
    ordered = sorted(winners, key=int)
    if len(ordered) > 1:
        return {**result, "outcome": "tied", "tied": ordered}
    return {**result, "outcome": "chosen", "winners": ordered}


def quorate(rule: Json) -> bool:
    quorum, present, seats = rule["quorum"], rule["present"], rule["seats"]
    if quorum is None:
        return True
    again = quorum.get("second_call") if rule["second_call"] else None
    if again is None and quorum["kind"] in ("fixed", "more_than_half"):
        return bool(present >= quorum["number"] if quorum["kind"] == "fixed" else present > Fraction(seats, 2))
    share = again or (quorum if quorum["kind"] == "share" else {"num": 1, "den": 2})
    return bool(present > 0 and present >= Fraction(share["num"], share["den"]) * seats)


def usual(rule: Json) -> bool:
    """A simple majority: among several options the most votes are enough for it."""
    asked = rule["majority"]
    return bool(asked["of"] == "cast" and asked["strict"] and 2 * asked["num"] == asked["den"])


def reaches(votes_for: int, votes: dict[str, int], rule: Json, ballots: int) -> bool:
    cast = ballots - (0 if rule["abstentions_count"] else votes["abstain"])
    voters = rule.get("schools")  # each has one vote: then a majority is one of schools
    whole = {"cast": cast, "present": voters or rule["present"], "seats": voters or rule["seats"]}[
        rule["majority"]["of"]
    ]
    needed = Fraction(rule["majority"]["num"], rule["majority"]["den"]) * whole
    return votes_for > 0 and (votes_for > needed if rule["majority"]["strict"] else votes_for >= needed)


class Drum:
    """The lot: one large number, from which one after the other is drawn."""

    def __init__(self, number: int) -> None:
        self.number = number

    def order(self, tied: list[str]) -> list[str]:
        rest, drawn = list(tied), []
        while rest:
            drawn.append(rest.pop(self.number % len(rest)))
            self.number //= len(rest) + 1
        return drawn


def check_draws(listed: Json, content: bytes, given: Json) -> list[tuple[list[str], list[list[str]]]]:
    """The lots after the count: sealed before somebody called out a word. Returns what each of them drew, and in what
    order it puts the others with equal votes."""
    same("die Felder beim Los", ["draws", "poll"], sorted(given))
    same("die Nummer der Abstimmung beim Los", listed["poll"], given["poll"])
    result, rule = listed["result"], listed["rule"]
    if result["outcome"] != "tied" or not given["draws"]:
        raise Difference("Es gibt keinen Gleichstand, oder es ist kein Los da.")
    found = []
    for draw in given["draws"]:
        limit = "left" if rule["kind"] == "budget" else "places"
        same("die Felder des Loses", sorted(["commitment", "revealed", "tied", "winners", "word", limit]), sorted(draw))
        if rule["kind"] == "budget" and draw["tied"] != result["tied"]:
            print("Hinweis: Dieses Los gilt für einen späteren Gleichstand ums Geld. Wer gleich war, steht nur dort.")
        else:
            same("die mit gleich vielen Stimmen", result["tied"], draw["tied"])
            same("wie viel noch zu vergeben war", result["left"] if limit == "left" else places_of(result), draw[limit])
        revealed = bytes.fromhex(draw["revealed"])
        same("das verschlossene Los", hashlib.sha256(revealed).hexdigest(), draw["commitment"])
        number = int(hashlib.sha256(revealed + content + draw["word"].encode()).hexdigest(), 16)
        same("was das Los zieht", drawn_in(Drum(number).order(draw["tied"]), draw, rule), draw["winners"])
        several = rule["kind"] in ("one_of", "up_to")
        found.append((draw["winners"], order_drawn(result, Drum(number), draw["tied"]) if several else []))
    return found


def order_drawn(result: Json, drum: Drum, tied: list[str]) -> list[list[str]]:
    """Of persons with equal votes, the next one to move up first: those at the border, then those below."""
    votes = {c: n for c, n in result["counts"].items() if c != "abstain" and n and c not in result["winners"] + tied}
    equal = [[c for c in sorted(votes, key=int) if votes[c] == n] for n in sorted(set(votes.values()), reverse=True)]
    return [drum.order(group) for group in [tied, *equal] if len(group) > 1]


def say_order(groups: list[list[str]]) -> None:
    for group in groups:
        print("Gleich viele Stimmen, in der Reihenfolge des Loses (bei Personen):", *group)


def places_of(result: Json) -> int:
    return int(result.get("places_left", 1))


def drawn_in(order: list[str], draw: Json, rule: Json) -> list[str]:
    if rule["kind"] != "budget":
        return order[: draw["places"]]
    paid: list[str] = []
    for choice in order:
        if cost_of([*paid, choice], rule) <= draw["left"]:
            paid.append(choice)
    return paid


def drum_of(listed: Json) -> Drum | None:
    if listed["lot"] is None:
        return None
    revealed = bytes.fromhex(listed["lot"]["revealed"])
    same("das hinterlegte Los", hashlib.sha256(revealed).hexdigest(), listed["lot"]["commitment"])
    if listed["rule"]["tie"] != "lot":
        return None
    before = {key: value for key, value in listed.items() if key not in ("lot", "result")}
    return Drum(int(hashlib.sha256(revealed + canonical(before)).hexdigest(), 16))


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


# Each byte of a checksum is a picture; the first eight stand on the page with the result.
PICTURES = """
Adler Ameise Ampel Ananas Angel Anker Apfel Aufzug Auto Badewanne Bär Banane Baum Baustelle Berg Besen Bett Biber
Biene Birne Blaulicht Bleistift Blitz Bonbon Brezel Brief Brille Brokkoli Brot Brunnen Buch Burg Bus Butter Computer
Dachs Delfin Diamant Donut Drache Dreieck Dusche Eimer Einhorn Eisbär Eisberg Elch Elefant Ente Erdbeere Erde Eule
Fahrrad Feder Federball Fenster Fernrohr Fernseher Feuer Feuerwehr Feuerwerk Fisch Flamingo Flasche Flöte Flugzeug
Frosch Fuchs Füller Fußball Fußspuren Geschenk Gespenst Giraffe Gitarre Glocke Glühbirne Gurke Hahn Hamburger Hammer
Hamster Handy Hase Haus Hemd Herz Hirsch Hochhaus Honig Hose Hund Igel Insel Käfer Känguru Käse Kaktus Kalender Kamera
Kanu Kappe Kartoffel Karussell Katze Keks Kerze Kette Kirschen Kiwi Klavier Kleeblatt Kleid Knochen Koala Koffer
Kokosnuss Kompass Kopfhörer Krabbe Kran Kreis Krone Kuchen Küken Lama Landkarte Laptop Laterne Leiter Lineal Löffel
Löwe Lupe Lutscher Magnet Mango Maus Medaille Mikrofon Mikroskop Möhre Mond Motorrad Münze Nashorn Orange Otter Paket
Palme Panda Papagei Paprika Pfau Pfeil Pferd Pflaster Pilz Pinguin Pinsel Pizza Planet Pokal Pommes Popcorn Pudding
Puzzle Pyramide Quadrat Qualle Radio Rakete Raupe Regen Reh Reifen Rennauto Riesenrad Ring Robbe Roboter Roller
Rollschuh Rollstuhl Rose Rutsche Säge Salat Schach Schaf Schal Schaufel Schere Schienen Schiff Schleife Schlitten
Schlüssel Schnecke Schuh Schule Schwan Segelboot Seilbahn Sessel Ski Socken Sonne Spiegel Spiegelei Steckdose Stecker
Stern Stiefel Strand Stuhl Suppe Tastatur Taxi Teddy Teekanne Telefon Teller Tiger Tomate Tor Traktor Trauben Treppe
Trommel Trompete Tropfen Tür Tulpe Ufo Uhr Vase Vogel Vulkan Wahlurne Wal Warnweste Waschbär Welle Windrad Wolf Wolke
Würfel Zahn Zahnrad Zebra Zeitung Zelt Zirkus Zitrone Zwiebel
""".split()  # noqa: SIM905


if __name__ == "__main__":
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
    sys.exit(main(sys.argv[1:]))
