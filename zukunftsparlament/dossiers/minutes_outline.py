"""Minutes as a written paper, for the page, the PDF and Word alike: who was there, what was decided, item by item."""

from collections.abc import Iterator
from typing import cast

from zukunftsparlament.dossiers import minutes_texts as words
from zukunftsparlament.dossiers import texts
from zukunftsparlament.dossiers.blocks import Block, Grid, Heading, Paper, Points, Words
from zukunftsparlament.dossiers.minutes_items import item, veiled
from zukunftsparlament.dossiers.minutes_room import about, who
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
    yield Grid("Angaben zur Sitzung", (40, 126), list(about(content)))
    yield from who(content)
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
