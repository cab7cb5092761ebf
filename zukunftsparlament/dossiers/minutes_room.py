"""What minutes begin with: which sitting it was, and who was in the room."""

from collections.abc import Iterator

from zukunftsparlament.dossiers import minutes_texts as words
from zukunftsparlament.dossiers.blocks import Block, Grid, Heading, Points, Words
from zukunftsparlament.minutes.shape import Content


def about(content: Content) -> Iterator[tuple[str, str]]:
    sitting = content["sitting"]
    kind = words.KINDS[sitting["kind"]]
    yield "Was", f"{kind}: {sitting['title']}" if sitting["title"] else kind
    yield "Wann", f"{words.day(sitting['starts_at'])}, {words.clock(sitting['starts_at'])} Uhr"
    if sitting["place"]:
        yield "Wo", sitting["place"]
    if sitting["invited_at"]:
        urgent = f" (dringend: {sitting['urgent_reason']})" if sitting["urgent_reason"] else ""
        yield "Eingeladen am", words.day(sitting["invited_at"]) + urgent
    if sitting["second_call_of"]:
        yield "Zweiter Anlauf", f"Die Sitzung Nr. {sitting['second_call_of']} war nicht beschlussfähig."
    if sitting["opened_at"]:
        yield "Dauer", words.span(sitting["opened_at"], None, closing=sitting["closed_at"])
    if sitting["pauses"]:
        pauses = [words.span(one["from"], one["to"], closing=sitting["closed_at"]) for one in sitting["pauses"]]
        yield "Pausen", ", ".join(pauses)
    yield "Leitung", ", ".join(map(words.seat, sitting["led"])) or "das Jugendbüro"
    for one in sitting.get("chairs", []):
        yield "Neuer Vorsitz", words.change_of_chairs(one)
    yield "Mitschrift", f"Sitz {sitting['written_by']}" if sitting["written_by"] else "niemand eingetragen"
    yield "Geschäftsordnung", f"Fassung {sitting['rule_set']}"


def who(content: Content) -> Iterator[Block]:
    quorum = content["quorum"]
    yield Heading("Wer da war", level=2)
    yield Words(f"{len(content['present'])} von {quorum['seats']} Sitzen waren vertreten. {quorum['rule']}")
    yield from _present(content)
    if content["absent"]:
        said = {True: "entschuldigt", False: "unentschuldigt", None: ""}
        missing = [
            words.seat(one) + (f": {said[one['excused']]}" * bool(said[one["excused"]])) for one in content["absent"]
        ]
        yield Words(", ".join(missing), lead="Es fehlten:")
    if content["empty"]:
        yield Words(words.seats(content["empty"]), lead="Nicht besetzt:")
    yield from _guests(content)
    if content["listeners"]:
        yield Words(str(content["listeners"]), lead="Zugehört haben:")


def _present(content: Content) -> Iterator[Block]:
    closing = content["sitting"]["closed_at"]
    rows = [
        (
            str(one["seat"]),
            one["school"] or "andere Schule",
            ", ".join(
                words.span(part["from"], part["to"], closing=closing) + (" (Vertretung)" if part["deputy"] else "")
                for part in one["spans"]
            ),
        )
        for one in content["present"]
    ]
    if rows:
        yield Grid("Wer da war, und wann", (16, 70, 80), rows, header=("Sitz", "Schule", "da"))


def _guests(content: Content) -> Iterator[Block]:
    closing = content["sitting"]["closed_at"]
    came = [
        f"{one['name']}, {words.span(one['from'], one['to'], closing=closing)}"
        for one in content["guests"]
        if one["from"]
    ]
    if came:
        yield Words("Gäste (sie dürfen reden, nicht abstimmen):")
        yield Points(came)
