"""A vote in the minutes: what was asked, how many were there, the numbers, what follows from them, by which rule."""

from collections.abc import Iterator

from zukunftsparlament.dossiers import minutes_texts as words
from zukunftsparlament.dossiers import texts
from zukunftsparlament.dossiers.blocks import Block, Grid, Heading, Points, Words
from zukunftsparlament.minutes.shape import Json, Vote
from zukunftsparlament.polls.rules import money


def tally(vote: Vote) -> str:
    """Yes, no, abstentions: `12 : 3 : 2`. Of several options the one with the most votes: `9 von 17`."""
    votes = vote.get("votes", {})
    if vote["kind"] == "yes_no_abstain":
        return " : ".join(str(votes.get(value, 0)) for value in texts.CHOICES)
    most = max((count for value, count in votes.items() if value != "abstain"), default=0)
    return f"{most} von {vote.get('turnout', 0)}"


def told(vote: Vote) -> Iterator[Block]:
    head = f"{words.vote_called(vote)}: {texts.titled(vote['question'])}"
    yield Heading(_numbered(vote) + head, level=3, link=f"/abstimmungen/{vote['poll']}")
    if "paper" in vote:
        yield Words(f"{vote['paper']}: {vote.get('point', '')}", lead="Aus dem Papier:")
    if "amends" in vote:
        yield Words(f"Änderung zu der Frage von Abstimmung Nr. {vote['amends']}.")
    for lead, meaning in (("Ja heißt:", vote["yes_means"]), ("Nein heißt:", vote["no_means"])):
        if meaning:
            yield Words(meaning, lead=lead)
    yield Words(_how_held(vote))
    if vote["state"] == "void":
        yield Words(vote.get("void_reason", ""), lead="Aufgehoben, sie zählt nicht:")
    elif vote["state"] == "open":
        yield Words("Das Ergebnis steht noch nicht fest.")
    else:
        yield from _result(vote)


def _numbered(vote: Vote) -> str:
    """`Beschluss 4. `, or of three that share the money `Beschlüsse 4, 5 und 6. `"""
    if "decision" not in vote:
        return ""
    numbers = [str(number) for number, _short in words.decisions(vote)]
    if len(numbers) == 1:
        return f"Beschluss {numbers[0]}. "
    return f"Beschlüsse {', '.join(numbers[:-1])} und {numbers[-1]}. "


def _how_held(vote: Vote) -> str:
    how = texts.SECRECIES[vote["secrecy"]]  # type: ignore[index]
    said = [f"{words.clock(vote['opened_at'])} Uhr", how + (", mit der Hand" if vote["by_hands"] else "")]
    if vote["present"] is not None:
        said.append(f"{vote['present']} von {vote['seats']} Sitzen da")
    if vote["needed"] is not None:
        said.append(f"nötig {vote['needed']}" + (" (zweiter Anlauf)" if vote["second_call"] else ""))
    return " · ".join(said)


def _result(vote: Vote) -> Iterator[Block]:
    yield Words(vote.get("result", ""), style="lead")
    votes = vote.get("votes", {})
    rows = [(words.label(vote, value), str(count)) for value, count in _in_order(votes)]
    missing = vote.get("roll", 0) - vote.get("turnout", 0)
    yield Grid("Stimmen", (126, 40), [*rows, ("nicht abgestimmt", str(max(missing, 0)))], header=("Was", "Stimmen"))
    if "by_seat" in vote:
        yield Grid("Wer wie gestimmt hat", (40, 126), _by_seat(vote), header=("Sitz", "Stimme"))
    if how := vote.get("how"):
        yield Points(how)
    if "shares" in vote:
        for number, said in words.decisions(vote):
            yield Words(said, lead=f"Beschluss {number}:")
    else:
        for one in vote.get("paid", []):
            yield Words(f"{one['label']}: {money(one['cents'])}", lead="Geld:")
    for lot in vote.get("lots", []):
        yield from _lot(lot)
    yield Words(" ".join(vote.get("rule", [])), lead="Regel:", style="small")
    if "list_sha256" in vote:
        yield Words(f"Prüfsumme der Liste zum Nachzählen:\n{vote['list_sha256']}", style="code")


def _in_order(votes: dict[str, int]) -> list[tuple[str, int]]:
    """Canonical JSON has lost the order of the paper: yes, no and abstain, or the options as they were numbered."""
    place = {value: number for number, value in enumerate(texts.CHOICES, start=1)}
    return sorted(votes.items(), key=lambda pair: (pair[0] in place, place.get(pair[0]) or int(pair[0])))


def _by_seat(vote: Vote) -> list[tuple[str, str]]:
    return [
        (str(one["seat"]), ", ".join(words.label(vote, value) for value in one["choice"]))
        for one in vote.get("by_seat", [])
    ]


def _lot(lot: Json) -> Iterator[Block]:
    word = f"\nGerufenes Wort: {lot['word']}" if lot.get("word") else ""
    yield Words(f"{', '.join(lot['drawn'])}", lead="Das Los fiel auf:")
    yield Words(f"Vorher versiegelt: {lot['commitment']}\nDanach gezeigt: {lot['revealed']}{word}", style="code")
