"""Slips to vote on paper, to print and cut (PDF/UA-1). Takes some 50 ms: call it in a thread."""

from collections.abc import Sequence
from pathlib import Path

from zukunftsparlament.kernel.picture_words import PictureWord, picture_of
from zukunftsparlament.kernel.place import place
from zukunftsparlament.kernel.typeset import PACKAGE, pdf
from zukunftsparlament.polls.queries import Poll
from zukunftsparlament.polls.rules import ABSTAIN, NO, YES, Kind, Method, choices_of, money
from zukunftsparlament.polls.rules.paper import letter_of
from zukunftsparlament.polls.texts import choice_label

SLIPS = Path(__file__).parent / "paper_slips.typ"
PICTURES = PACKAGE / "static" / "pictures"
OPEN_SLIPS = 6  # of an open poll: each says its seat, so that one is like the other


def slips_pdf(poll: Poll, receipts: Sequence[str]) -> bytes:
    """`receipts`: a slip for each; an open poll has none."""
    drawn = [[picture_of(word) for word in receipt.split("-")] for receipt in receipts]
    slugs = {word.slug for words in drawn for word in words}
    files = {slug: PICTURES / f"{slug}.svg" for slug in slugs}
    drawings = {slug: file.read_text(encoding="utf-8") for slug, file in files.items() if file.is_file()}
    data = {
        "title": f"Stimmzettel, Abstimmung Nr. {poll.number}",
        "from": place().whole,
        "cut": "Quer schneiden, falten, mischen. Wer einen zieht, reißt den Streifen ab.",
        "question": poll.question,
        "how": how(poll),
        "marks": [mark(poll, choice) for choice in choices_of(poll.kind, len(poll.options))],
        "slips": [[_word(word, drawings) for word in words] for words in drawn]
        if poll.is_secret
        else [[] for _slip in range(OPEN_SLIPS)],
    }
    return pdf(SLIPS, data, made_on=poll.prepared_at.replace(microsecond=0), drawings=drawings)


def how(poll: Poll) -> str:
    terms = poll.terms
    if poll.kind is Kind.RANKED and terms.method is Method.POINTS:
        return "Schreib in die Kästchen eine 1 für deine Erststimme und eine 2 für deine Zweitstimme."
    return {
        Kind.UP_TO: f"Du hast {terms.at_most} Kreuze. Weniger gehen auch.",
        Kind.RANKED: "Schreib Zahlen in die Kästchen: 1 für deinen ersten Platz, dann 2, 3 und so weiter.",
        Kind.BUDGET: f"Kreuze an, was bezahlt werden soll. Da sind {money(terms.amount)}.",
    }.get(poll.kind, "Mach genau ein Kreuz.")


def mark(poll: Poll, choice: str) -> dict[str, str]:
    """A line of the slip. Options have the number by which they are entered later."""
    label = choice_label(choice, poll.options)
    if choice in (YES, NO):
        means = poll.yes_means if choice == YES else poll.no_means
        return {"label": label, "means": f"heißt: {means}"}
    if choice == ABSTAIN:
        return {"label": label, "means": ""}
    cost = f"({money(poll.terms.cost(choice))})" if poll.kind is Kind.BUDGET else ""
    sign = letter_of(choice) if poll.kind is Kind.RANKED else choice
    return {"label": f"{sign}. {label}", "means": cost}


def _word(word: PictureWord, drawings: dict[str, str]) -> dict[str, object]:
    drawing = word.slug if word.slug in drawings else None
    return {"word": word.word, "drawing": drawing, "alt": f"Bild: {word.word}"}
