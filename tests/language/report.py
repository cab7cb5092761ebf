"""`bin/texts`: brings the catalogue of Einfache Sprache up to date, says what is missing, and measures."""

from tests.language import collect, measure
from tests.language.rules import missing, said, troubles


def main() -> None:
    collect.update()
    texts, entries = collect.young_texts(), collect.read()
    absent = missing(texts, entries)
    for first in absent:
        print(f"fehlt  {texts[first].files[0]}: {first}")
    for trouble in troubles(texts, entries):
        print(trouble)
    everything = [text for entry in entries.values() for text in said(entry)]
    words = [len(one.words) for text in everything for one in measure.sentences(text)]
    stays = sum(collect.STAYS in entry.user_comments for entry in entries.values())
    print(
        f"{len(texts)} Texte für junge Leute, {len(absent)} noch ohne Einfache Sprache, {stays} bleiben, wie sie sind"
    )
    if words:
        print(f"{sum(words) / len(words):.1f} Wörter je Satz, höchstens {max(words)}; ", end="")
        print(f"Wiener Sachtextformel {measure.vienna(everything):.1f}, Alltagssprache {measure.vienna(texts):.1f}")


if __name__ == "__main__":
    main()
