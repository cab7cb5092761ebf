"""Minutes as a written paper, for the page, the PDF and Word alike: who was there, what was decided, item by item."""

from collections.abc import Iterator
from typing import cast

from zukunftsparlament.dossiers import minutes_texts as words
from zukunftsparlament.dossiers import texts
from zukunftsparlament.dossiers.blocks import Block, Grid, Heading, Paper, Points, Words
from zukunftsparlament.dossiers.minutes_items import item, veiled
from zukunftsparlament.dossiers.minutes_shape import Written
from zukunftsparlament.dossiers.minutes_votes import tally
from zukunftsparlament.dossiers.writable import writable_all
from zukunftsparlament.minutes.shape import Content


def paper(minutes: Written) -> Paper:
    blocks, boxed = writable_all(list(outline(minutes)))
    if boxed:
        blocks.append(Words(texts.BOX_NOTE, style="small"))
    content = minutes.content
    foot = f"{words.from_whom(content)} · {words.called(content)} · Prüfsumme {minutes.sha256[:12]}"
    if minutes.public_at is None:
        foot = f"{words.from_whom(content)} · {words.called(content)} · Entwurf"
    (title, author, shown), _ = writable_all([words.title(content), words.from_whom(content), foot])
    return Paper(title, author, shown, minutes.made_on, blocks)


def outline(minutes: Written) -> Iterator[Block]:
    content = veiled(minutes.content, minutes.removed)
    yield Heading(words.called(content), level=1)
    if minutes.public_at is None:
        rehearsal = content["sitting"]["kind"] == "rehearsal"
        yield Words(words.REHEARSAL if rehearsal else words.DRAFT, style="lead")
    yield from body(content)
    yield from _end(minutes)


def body(content: Content) -> Iterator[Block]:
    """What the frozen content says; nothing that came later."""
    yield from _replaced(content)
    yield Grid("Angaben zur Sitzung", (40, 126), list(_about(content)))
    yield from _who(content)
    yield from _decisions(content)
    for one in content["items"]:
        yield from item(one, content)
    yield from _questions(content)
    yield from _tasks(content)
    if content["next"]:
        yield Heading("Nächste Sitzung", level=2)
        at, place = content["next"]["at"], content["next"]["place"]
        yield Words(f"{words.day(at)}, {words.clock(at)} Uhr" + (f", {place}" if place else ""))


def lines(content: Content) -> list[str]:
    """The same as lines of text, to tell two versions apart."""
    found: list[str] = []
    for block in body(cast(Content, {key: part for key, part in content.items() if key != "replaces"})):
        match block:
            case Heading():
                found.append(block.text)
            case Words():
                found.append(f"{block.lead} {block.text}".strip())
            case Points():
                found += block.texts
            case Grid():
                found += [" · ".join(cell for cell in row if cell) for row in block.rows]
    return found


def _replaced(content: Content) -> Iterator[Block]:
    if "replaces" in content:
        old = content["replaces"]
        yield Words(f"Diese Fassung ersetzt Fassung {old['version']}. {old['because']}", lead="Berichtigung:")


def _about(content: Content) -> Iterator[tuple[str, str]]:
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


def _who(content: Content) -> Iterator[Block]:
    closing, quorum = content["sitting"]["closed_at"], content["quorum"]
    yield Heading("Wer da war", level=2)
    yield Words(f"{len(content['present'])} von {quorum['seats']} Sitzen waren vertreten. {quorum['rule']}")
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
    if content["absent"]:
        said = {True: "entschuldigt", False: "unentschuldigt", None: ""}
        missing = [
            words.seat(one) + (f": {said[one['excused']]}" * bool(said[one["excused"]])) for one in content["absent"]
        ]
        yield Words(", ".join(missing), lead="Es fehlten:")
    if content["empty"]:
        yield Words(words.seats(content["empty"]), lead="Nicht besetzt:")
    came = [
        f"{one['name']}, {words.span(one['from'], one['to'], closing=closing)}"
        for one in content["guests"]
        if one["from"]
    ]
    if came:
        yield Words("Gäste (sie dürfen reden, nicht abstimmen):")
        yield Points(came)
    if content["listeners"]:
        yield Words(str(content["listeners"]), lead="Zugehört haben:")


def _decisions(content: Content) -> Iterator[Block]:
    decided = [(one["number"], vote) for one in content["items"] for vote in one["votes"] if "decision" in vote]
    if not decided:
        return
    rows = [
        (str(place), number, vote["question"], tally(vote), short)
        for number, vote in sorted(decided, key=lambda pair: pair[1]["decision"])
        for place, short in words.decisions(vote)
    ]
    yield Heading("Beschlüsse auf einen Blick", level=2)
    header = ("Nr.", "TOP", "Worum es ging", "Stimmen", "Ergebnis")
    yield Grid("Alle Beschlüsse auf einen Blick", (12, 14, 72, 26, 42), rows, header=header)


def _questions(content: Content) -> Iterator[Block]:
    if not content["questions"]:
        return
    yield Heading("Fragen aus der Fragenbox", level=2)
    for one in content["questions"]:
        yield Words(one["text"], lead="Frage:")
        yield Words(one.get("answer") or "Die Antwort kommt noch schriftlich.", lead="Antwort:")


def _tasks(content: Content) -> Iterator[Block]:
    if content["tasks"]:
        rows = [(one["text"], one["owner"], words.day(one["due_on"])) for one in content["tasks"]]
        yield Heading("Aufgaben", level=2)
        yield Grid("Aufgaben", (86, 46, 34), rows, header=("Was", "Wer", "Bis wann"))


def _end(minutes: Written) -> Iterator[Block]:
    yield Heading("Bestätigung", level=2)
    if minutes.confirmed:
        yield Points(words.confirmations(minutes))
    else:
        yield Words("Noch hat niemand dieses Protokoll bestätigt.")
    yield Words(words.NO_NAMES, style="small")
    yield Words(f"Prüfsumme (SHA-256 des Inhalts):\n{minutes.sha256}", style="code")
