"""Finding: the words that are like those asked for, the texts in which they stand, the best of these first.

Four statements, however much there is and whatever is asked. The cost is bounded: words that thousands of texts have
are left out as soon as rarer ones are asked for too, and no more than the newest LOOKED_AT places are looked at.
"""
# ruff: noqa: S608 - put together from constants when imported

import json
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from zukunftsparlament.kernel.settings import settings
from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.search import rules
from zukunftsparlament.search.rules import Piece

PIECES = "SELECT id, word, uses FROM search_word WHERE word IN (SELECT value FROM {each:$2})"
LIKE_IT = {
    True: Sql(
        "SELECT id, word, uses FROM (SELECT w.id, w.word, w.uses FROM search_trigram JOIN search_word w "
        "ON w.id = search_trigram.rowid WHERE search_trigram MATCH $1 ORDER BY search_trigram.rank LIMIT 200) near "
        f"UNION {PIECES}"
    ),
    False: Sql(
        f"SELECT s.id, s.word, s.uses FROM {{each:$1}} CROSS JOIN LATERAL search_similar(each.value) s UNION {PIECES}"
    ),
}
NEVER = '"---"'  # no word has a hyphen in it
PLACES = Sql(
    "SELECT word, entry, weight FROM search_occurrence WHERE word IN (SELECT CAST(value AS INTEGER) FROM {each:$1}) "
    "AND kind IN (SELECT value FROM {each:$2}) ORDER BY +entry DESC LIMIT 1000"
)  # with the plus SQLite looks the words up instead of walking through all texts, which took ten times as long
KEYS = Sql("SELECT id, key FROM search_entry WHERE id IN (SELECT CAST(value AS INTEGER) FROM {each:$1})")
ENTRIES = Sql(
    "SELECT id, kind, address, title, text FROM search_entry WHERE id IN (SELECT CAST(value AS INTEGER) FROM {each:$1})"
)
IN_TITLE = 2  # the weight of a word there; 1 in the text
FOUND_AT_MOST, WORDS_FOR_EACH, LOOKED_AT = 200, 8, 4_000


@dataclass(frozen=True, slots=True)
class Hit:
    """`score`: how well it fits; 1 when everything that was asked for stands in its title."""

    entry: int
    key: str
    score: float

    @property
    def number(self) -> int:
        return int(self.key.rpartition("-")[2])


@dataclass(frozen=True, slots=True)
class Found:
    """The best first. `words` are those that fitted, for marking. `asked`: something that can be looked for."""

    hits: list[Hit] = field(default_factory=list)
    words: frozenset[str] = frozenset()
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    kind: str
    address: str
    title: list[Piece]
    text: list[Piece]


async def find(asked: str, *, kinds: Sequence[str] = rules.KINDS, only_titles: bool = False) -> Found:
    """Never an error, whatever was typed: only letters and digits of it are looked for."""
    words = rules.words_asked(asked)
    if not words:
        return Found()
    near = await _near(words)
    weights = _worth_it(near)
    if not weights:
        return Found(asked=True)
    rows = await PLACES.rows(json.dumps(list(weights)), json.dumps(list(kinds)))
    rows = [row for row in rows if row["weight"] == IN_TITLE] if only_titles else rows
    ranked = rules.best(_scores(rows, weights, near, len(words)), at_most=FOUND_AT_MOST)
    keys = {row["id"]: row["key"] for row in await KEYS.rows(json.dumps([entry for entry, _score in ranked]))}
    hits = [Hit(entry, keys[entry], score) for entry, score in ranked if entry in keys]
    return Found(hits, frozenset(word for variants in near for _id, word, _uses, _fit in variants), asked=True)


Variant = tuple[int, str, int, float]  # row, word, in how many texts, how close


async def _near(words: list[str]) -> list[list[Variant]]:
    """For each word asked for those that are like it, the closest first."""
    pieces = json.dumps(sorted(set().union(*map(rules.pieces_of, words))))
    grams = sorted(set().union(*map(rules.trigrams, words)))
    is_sqlite = settings().is_sqlite
    first = " OR ".join(f'"{gram}"' for gram in grams) or NEVER if is_sqlite else json.dumps(words)
    rows = await LIKE_IT[is_sqlite].rows(first, pieces)
    near = []
    for word in words:
        fitting = [(row["id"], row["word"], row["uses"], rules.closeness(word, row["word"])) for row in rows]
        close = sorted((one for one in fitting if one[3] >= rules.CLOSE), key=lambda one: (-one[3], one[1]))
        near.append(close[:WORDS_FOR_EACH])
    return near


def _worth_it(near: list[list[Variant]]) -> dict[int, float]:
    """The weight of each word, the telling ones first, until together they stand in LOOKED_AT places."""
    weights: dict[int, float] = {}
    places = 0
    every = [variant for variants in near for variant in variants]
    for id_, _word, uses, fit in sorted(every, key=lambda one: -one[3] * rules.rarity(one[2])):
        if weights and places + uses > LOOKED_AT:
            continue
        places += uses if id_ not in weights else 0
        weights[id_] = max(weights.get(id_, 0.0), fit)
    return weights


def _scores(
    rows: list[Row], weights: dict[int, float], near: list[list[Variant]], asked: int
) -> Collection[tuple[int, float]]:
    """For each text how much of what was asked is in it: a rare word counts more, one in the title twice."""
    fits: dict[int, list[tuple[int, float]]] = defaultdict(list)  # word → which of those asked, how close
    worth = [max((rules.rarity(uses) for _id, _word, uses, _fit in variants), default=0.5) for variants in near]
    for place, variants in enumerate(near):
        for id_, _word, _uses, fit in variants:
            if id_ in weights:
                fits[id_].append((place, fit))
    found: dict[int, list[float]] = defaultdict(lambda: [0.0] * asked)
    for row in rows:
        for place, fit in fits[row["word"]]:
            found[row["entry"]][place] = max(found[row["entry"]][place], fit * worth[place] * row["weight"] / IN_TITLE)
    whole = sum(worth)
    return [(entry, sum(parts) / whole) for entry, parts in found.items()]


async def read(hits: Sequence[Hit], words: Collection[str]) -> list[Shown]:
    """What is shown of them, with the words marked."""
    rows = {row["id"]: row for row in await ENTRIES.rows(json.dumps([hit.entry for hit in hits]))}
    return [_shown(rows[hit.entry], words) for hit in hits if hit.entry in rows]


def _shown(row: Row, words: Collection[str]) -> Shown:
    text = rules.cut_around(row["text"], words)
    return Shown(row["kind"], row["address"], rules.marked(row["title"], words), rules.marked(text, words))
