"""The hand-over as a written paper, for programs in which a committee goes on writing: first a table of everything,
then a sheet for each decision, to answer in. Drawings take time: call it in a thread."""

from collections.abc import Iterator

from zukunftsparlament.dossiers import texts
from zukunftsparlament.dossiers.blocks import Block, Drawing, Grid, Heading, Paper, Points, Words
from zukunftsparlament.dossiers.charts import charts
from zukunftsparlament.dossiers.results import missing, result_rows, share, tally
from zukunftsparlament.dossiers.shape import Answer, Decision, Handover
from zukunftsparlament.dossiers.writable import writable_all

TO_TICK = "☐ Ja   ☐ Ja, aber anders   ☐ Später   ☐ Nein, weil …"
OVERVIEW = ("Nr.", "Entscheidung", "Stimmen", "Ergebnis", "Antwort")
HOW_TALLIED = "Stimmen: Ja : Nein : Enthaltung. Bei mehreren Möglichkeiten: die meisten Stimmen."
NO_NAMES = "In diesem Dokument stehen keine Namen von Kindern und Jugendlichen."


def paper(frozen: Handover) -> Paper:
    blocks, boxed = writable_all([*_cover(frozen), *_sheets(frozen)])
    if boxed:
        blocks.append(Words(texts.BOX_NOTE, style="small"))
    (title, author, foot), _ = writable_all([texts.title(frozen), texts.from_whom(frozen), texts.foot(frozen)])
    return Paper(title, author, foot, texts.made_on(frozen), blocks)


def _cover(frozen: Handover) -> Iterator[Block]:
    yield Heading(texts.called(frozen), level=1)
    yield Words(f"an: {frozen['body']}", style="lead")
    facts = [
        ("Von", texts.from_whom(frozen)),
        ("Übergeben am", texts.day(frozen["made_on"])),
        ("Antwort bis", texts.day(frozen["answer_by"])),
        ("Entscheidungen", str(len(frozen["decisions"]))),
        ("Aus der Zeit", texts.period(frozen)),
    ]
    yield Grid("Angaben zur Übergabe", (40, 126), facts)
    if frozen.get("letter"):
        yield from (Words(part) for part in frozen["letter"].split("\n\n") if part.strip())
    if changed := texts.what_changed(frozen):
        yield Heading("Was sich geändert hat", level=2)
        yield Words("\n".join(changed[:2]))
        yield Points(changed[2:])
    yield Heading("Auf einen Blick", level=2)
    rows = [_in_short(decision) for decision in frozen["decisions"]]
    yield Grid("Alle Entscheidungen auf einen Blick", (12, 70, 26, 30, 28), rows, header=OVERVIEW)
    yield Words(HOW_TALLIED, style="small")
    yield Heading("So antworten Sie", level=2)
    yield Words(texts.how_to_answer(frozen))
    yield Words(f"{NO_NAMES} Prüfsumme (SHA-256 der Übergabe ohne die Antworten):\n{frozen['sha256']}", style="small")


def _in_short(decision: Decision) -> tuple[str, ...]:
    answer = decision["answer"]
    said = texts.ANSWERS[answer["answer"]] if answer else "–" if decision.get("void") else "offen"
    short = "aufgehoben" if decision.get("void") else texts.outcome_in_short(decision)
    return str(decision["number"]), texts.titled(decision["title"]), tally(decision), short, said


def _sheets(frozen: Handover) -> Iterator[Block]:
    drawings = charts(frozen)
    for decision in frozen["decisions"]:
        yield from _asked(decision, of=len(frozen["decisions"]))
        yield from _result(decision, drawings.get(decision["number"]))
        if decision["answer"]:
            yield from _answer_given(decision["answer"])
        elif not decision.get("void"):
            yield from _answer_form(decision, texts.day(frozen["answer_by"]))


def _asked(decision: Decision, *, of: int) -> Iterator[Block]:
    number = decision["number"]
    yield Heading(f"{number}. {texts.titled(decision['title'])}", level=2, new_page=True)
    about = [texts.weight(decision), f"Nr. {number} von {of}", texts.topic(decision)]
    if decision["proposal"] is not None:
        about.append(f"Vorschlag {decision['proposal']}")
    yield Words(" · ".join(about), style="small")
    for part in decision["text"].split("\n\n"):
        if part.strip():
            yield Words(part)
    for heading, points in (("Dafür spricht", decision["for"]), ("Dagegen spricht", decision["against"])):
        if points:
            yield Heading(heading, level=3)
            yield Points(points)


def _result(decision: Decision, drawing: Drawing | None) -> Iterator[Block]:
    yield Heading("Ergebnis", level=3)
    if decision.get("void"):
        yield Words(texts.VOID, style="lead")
    yield Words(texts.outcome(decision), style="lead")
    if drawing:
        yield drawing
    if decision.get("how"):
        yield Points(decision["how"])
    rows = [(row.label, str(row.count)) for row in result_rows(decision)]
    rows.append(("nicht abgestimmt", str(missing(decision))))
    yield Grid("Stimmen", (126, 40), rows, header=("Auf dem Stimmzettel", "Stimmen"))
    voted = f"{decision['electorate_size']} stimmberechtigt · {decision['turnout']} abgestimmt ({share(decision)})"
    yield Words(f"{voted} · Abstimmung {texts.SECRECIES[decision['secrecy']]}\n{decision['rule']}", style="small")
    for name, meaning in (("Ja heißt:", decision["yes_means"]), ("Nein heißt:", decision["no_means"])):
        if meaning:
            yield Words(meaning, lead=name)


def _answer_form(decision: Decision, answer_by: str) -> Iterator[Block]:
    yield Heading(f"Ihre Antwort, bitte bis {answer_by}", level=3)
    yield Words(f"Zu Nr. {decision['number']}: {texts.titled(decision['title'])}", style="small")
    names = ("Begründung (bitte immer)", "Nächster Schritt oder Termin", "Datum, Name, Amt")
    yield Grid("Ihre Antwort", (40, 126), [("Antwort", TO_TICK), *((name, "") for name in names)], tall=True)


def _answer_given(answer: Answer) -> Iterator[Block]:
    yield Heading(f"Antwort vom {texts.day(answer['answered_on'])}", level=3)
    yield Words(texts.ANSWERS[answer["answer"]], style="lead")
    yield Words(answer["reason"])
    if answer["next_date"]:
        yield Words(texts.day(answer["next_date"]), lead="Nächster Termin:")
    if "done" in answer:
        yield Words(answer["done"]["words"], lead=f"Erledigt seit {texts.day(answer['done']['on'])}:")
