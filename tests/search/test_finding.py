"""Texts are found by words that are like those asked for, and by nothing that is not public any more."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.search.actions import Findable, remember
from zukunftsparlament.search.checks import CHECKS
from zukunftsparlament.search.queries import find, read

pytestmark = pytest.mark.usefixtures("store")

WORDS = Sql("SELECT word FROM search_word")
TEXTS = {
    1: ("Sichere Radwege", "Von Hengsen bis zum Bahnhof, ohne Lücke."),
    2: ("Müll im Park", "Niemand räumt ihn weg."),
    3: ("Ein Skatepark", "Mit Rampe, für alle Größen."),
    4: ("Öffnungszeiten der Bücherei", "Auch am Samstag. Im TV kommt eh nichts."),
    5: ("Fahrt nach Berlin", "Zum Bundestag, mit dem Zug."),
}


async def told(number: int, title: str, text: str = "") -> None:
    proposal = Findable("proposal", f"proposal-{number}", f"/vorschlaege/{number}", title, text)
    await remember(f"proposal-{number}", [proposal])


@pytest.fixture
async def texts(store: None) -> None:
    for number, (title, text) in TEXTS.items():
        await told(number, title, text)


async def numbers(asked: str) -> list[int]:
    return [hit.number for hit in (await find(asked)).hits]


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ("Fahrradweg", 1),
        ("fahrradwege", 1),
        ("Mülleimer", 2),
        ("muelleimer", 2),
        ("MÜLL", 2),
        ("Skaten", 3),
        ("groesse", 3),
        ("Oeffnungszeit", 4),
        ("öffnung", 4),
        ("Buecher", 4),
        ("Bücher", 4),
        ("TV", 4),
        ("Skaetpark", 3),
        ("Rad", 1),
        ("Hengsen Radweg", 1),
    ],
)
async def test_compounds_umlauts_and_slips_are_found(texts: None, asked: str, wanted: int) -> None:
    assert (await numbers(asked))[0] == wanted


async def test_what_is_something_else_is_not_found(texts: None) -> None:
    assert await numbers("Schwimmbad") == []
    assert await numbers("und die der") == []
    assert not (await find("und die")).asked
    assert (await find("Schwimmbad")).asked


async def test_the_hit_is_marked_in_the_words_of_the_author(texts: None) -> None:
    found = await find("Fahrradweg oeffnungszeit")
    shown = {one.address: one for one in await read(found.hits, found.words)}

    assert [(piece.text, piece.is_hit) for piece in shown["/vorschlaege/1"].title] == [
        ("Sichere ", False),
        ("Radwege", True),
    ]
    assert shown["/vorschlaege/4"].title[0].text == "Öffnungszeiten"


async def test_what_fits_best_stands_first_and_the_title_counts_more(store: None) -> None:
    await told(1, "Ein Fest", "Mit Bänken und Musik")
    await told(2, "Bänke", "Am Bach")
    await told(3, "Bänke am Bach mit Musik")

    assert (await numbers("Bänke"))[:2] == [3, 2]
    assert (await numbers("Bänke Musik"))[0] == 3


async def test_nothing_is_left_of_what_is_forgotten_or_changed(texts: None) -> None:
    await told(1, "Sichere Wege", "für alle")
    await remember("proposal-2", [])

    assert await numbers("Hengsen Bahnhof") == []
    assert await numbers("Müll") == []
    left = {row["word"] for row in await WORDS.rows()}
    assert not left & {"radwege", "hengsen", "muell", "niemand"}
    assert [said for check in CHECKS if (said := await check.find())] == []


async def test_telling_the_same_again_changes_nothing(texts: None) -> None:
    before = await Sql("SELECT id FROM search_entry ORDER BY id").rows()

    await told(1, *TEXTS[1])

    assert await Sql("SELECT id FROM search_entry ORDER BY id").rows() == before


HOSTILE = [
    *("", " ", "'", '"', '"Fahrrad', "Rad* OR NEAR(Müll)", "word:rad", "-rad", "^rad", "rad AND", "%", "_", "\\", "()"),
    *("'; DROP TABLE x; --", "\x00rad", "🛹🛹🛹", "ﷺ", "نص عربي", "{each:$1}", "$1"),
    *("a" * 20_000, "Rad " * 5_000, "ä" * 20_000, "\N{COMBINING ACUTE ACCENT}" * 500),
]


@pytest.mark.parametrize("asked", HOSTILE, ids=range(len(HOSTILE)))
async def test_nothing_typed_is_an_error(texts: None, asked: str) -> None:
    found = await find(asked)
    await read(found.hits, found.words)


@given(
    asked=st.text(max_size=60),
    said=st.text(alphabet=st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=80),
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_any_text_can_be_remembered_found_and_forgotten(store: None, asked: str, said: str) -> None:
    await told(9, said, said)
    found = await find(asked)
    await read(found.hits, found.words)
    assert "".join(piece.text for one in await read(found.hits, found.words) for piece in one.title) in ("", said)
    await remember("proposal-9", [])

    assert await WORDS.rows() == []
