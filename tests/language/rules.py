"""What an entry in Einfache Sprache must keep to. Each trouble is a sentence that says where and what."""

import re
from collections.abc import Iterator, Mapping

from babel.messages.catalog import Message

from tests.language import measure
from tests.language.collect import STAYS, Text
from zukunftsparlament.kernel.words import ANYWHERE

MOST_WORDS = 12  # in a sentence
HARDEST = 8.0  # Wiener Sachtextformel of an entry with at least LONG words
LONG = 15
LONGEST_WORD = 14  # letters

TOO_HARD = {
    "Konjunktiv": re.compile(r"\b(?:würde|könnte|wäre|hätte|müsste|dürfte|möchte)(?:n|st|t)?\b"),
    "Genitiv": re.compile(r"\b(?:des|dessen|deren|wegen|während|trotz)\b"),
    "Passiv der Vergangenheit": re.compile(r"\b(?:wurden?|worden)\b"),
    "Amtswort": re.compile(r"\b(?:gemäß|bezüglich|mittels|sofern|zwecks|jeweils|lediglich|erforderlich)\b"),
    "Parlamentswort, das nicht unter den Wörtern steht": re.compile(
        r"\b(?:Geschäftsordnung|Wählerverzeichnis|Gremi\w+|Quorum|Mandat\w*|Plenum|Fraktion|[Ee]instimmig\w*"
        r"|Legislatur\w*|Wahlperiode|Kompromiss|Widerspruch|Einspruch|Rangfolge|Fassung(?:en)?|Freigabe\w*|Gleichstand)\b"
    ),
}
# Names, and words that nothing shorter says.
KNOWN_LONG = {"Zukunftsparlament", "Alltagssprache", "Telefonnummer", "Telefonnummern", "Großbuchstaben"}
WORDS = re.compile(r"[A-Za-zÄÖÜäöüß]+")


def said(entry: Message) -> list[str]:
    return [text for text in (entry.string if isinstance(entry.string, tuple | list) else [entry.string]) if text]


def missing(texts: Mapping[str, Text], entries: Mapping[str, Message]) -> list[str]:
    return [first for first in texts if first not in entries or not said(entries[first])]


def troubles(texts: Mapping[str, Text], entries: Mapping[str, Message]) -> Iterator[str]:
    for first, entry in entries.items():
        if first not in texts:
            yield f"ohne Text: {first}"
        for trouble in _copied(_both(entry.id), said(entry), stays=STAYS in entry.user_comments):
            yield f"{trouble}: {first}"
        for source, text in zip(_both(entry.id), said(entry), strict=False):
            for trouble in _of(source, text):
                yield f"{trouble}: {text}"


def _both(message: object) -> list[str]:
    return [str(part) for part in message] if isinstance(message, tuple | list) else [str(message)]


def _of(source: str, text: str) -> Iterator[str]:
    if sorted(set(measure.PLACEHOLDER.findall(source))) != sorted(set(measure.PLACEHOLDER.findall(text))):
        yield "andere Platzhalter"
    if source.count("|") != text.count("|"):
        yield "andere Zahl von Teilen"
    if (longest := measure.longest(text)) > MOST_WORDS:
        yield f"{longest} Wörter in einem Satz"
    if len(measure.WORD.findall(text)) >= LONG and (hard := measure.vienna([text])) > HARDEST:
        yield f"Sachtextformel {hard:.1f}"
    for name, pattern in TOO_HARD.items():
        if pattern.search(text):
            yield name
    for word in WORDS.findall(ANYWHERE.sub("", text)):
        if len(word) > LONGEST_WORD and word not in KNOWN_LONG:
            yield f"langes Wort {word}"


def _copied(source: list[str], text: list[str], *, stays: bool) -> Iterator[str]:
    if source == text and not stays:
        yield f"abgeschrieben (ohne „# {STAYS}“)"
    if text and source != text and stays:
        yield f"ist anders und hat doch „# {STAYS}“"
