"""How hard a German text is to read. Cheap and rough, but the same for all."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

PLACEHOLDER = re.compile(r"{\w+}")
SENTENCE_END = re.compile(r"[.!?:](?:[“\"]|\s|$)|[…\n|]")
ORDINAL = re.compile(r"(\d)\.(?= (?:[a-zäöü]|Geburtstag|Januar|Februar|März|April|Mai|Ju[nl]i|[A-Z]\w+ber|August))")
WORD = re.compile(r"[A-Za-zÄÖÜäöüß]+|\d+")
SYLLABLE = re.compile(r"aa|ee|oo|ei|ie|ai|ay|ey|au|äu|eu|[aeiouyäöü]")


@dataclass(frozen=True)
class Sentence:
    words: tuple[str, ...]


def sentences(text: str) -> list[Sentence]:
    """A placeholder counts as one short word; "3. Februar" does not end a sentence."""
    plain = PLACEHOLDER.sub("da", text)
    plain = ORDINAL.sub(r"\1", plain)
    found = (tuple(WORD.findall(part)) for part in SENTENCE_END.split(plain))
    return [Sentence(words) for words in found if words]


def syllables(word: str) -> int:
    return 1 if word.isdigit() else max(1, len(SYLLABLE.findall(word.lower())))


def longest(text: str) -> int:
    """Words of the longest sentence."""
    return max((len(one.words) for one in sentences(text)), default=0)


def vienna(texts: Iterable[str]) -> float:
    """The first Wiener Sachtextformel: about the year at school from which a text is understood.

    0.1935 MS + 0.1672 SL + 0.1297 IW - 0.0327 ES - 0.875 (Bamberger and Vanecek): MS, IW and ES are the shares in
    percent of words with three and more syllables, with more than six letters, with one syllable; SL words a sentence.
    """
    found = [one for text in texts for one in sentences(text)]
    words = [word for one in found for word in one.words]
    if not words:
        return 0.0

    def percent(count: int) -> float:
        return 100 * count / len(words)

    many = percent(sum(syllables(word) >= 3 for word in words))
    long = percent(sum(len(word) > 6 for word in words))
    one = percent(sum(syllables(word) == 1 for word in words))
    return 0.1935 * many + 0.1672 * len(words) / len(found) + 0.1297 * long - 0.0327 * one - 0.875
