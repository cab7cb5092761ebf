import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import zukunftsparlament
from zukunftsparlament.proposals.guard import CODES, flags

DEMO = Path(zukunftsparlament.__file__).parent / "demo" / "content"


def flag(text: str) -> str:
    return " ".join(flags(text))


@pytest.mark.parametrize(
    "text",
    [
        "Meldet euch: 0151 00000000",
        "0 1 5 1 2 3 4 5 6 7 8",
        "o151-234 567 89",
        "0151,234,567,89",
        "+49 (0) 151 / 23 45 67 89",
        "0049 170 1234567",
        "01.51.23.45.67.89",
        "02301 912 345",
        "Ruf mich an: 23456 78",
        "null eins fünf eins zwei drei vier fünf sechs sieben acht",
        "0\u200b1\u200b5\u200b1\u200b2345678",
        "０１５１２３４５６７８",
        "0171 und dann 2345678",
        "0171 dann 23 und 45 und dann 678",
        "0171\u31642345678",
        "0171\u28002345678",
    ],
)
def test_a_phone_number_is_found(text: str) -> None:
    assert flag(text) == "phone"


@pytest.mark.parametrize(
    "text",
    [
        "Am 01.02.2027 oder am 15.03.2027 um 14:30 Uhr",
        "Vom 01.02. bis 05.02. ist zu, von 07.30-08.15 Uhr auch",
        "Ruf an: 116 111, Nummer gegen Kummer",
        "Das kostet 10.000 bis 25.000 Euro, also 0,25 Euro für 17000 Menschen.",
        "Im Schuljahr 2026/2027 sind wir 812 Kinder in 31 Klassen.",
        "Die Summe ist 1.000.000 Euro, und 50 von 100 sind 50 %.",
        "Notruf 112 und 110",
    ],
)
def test_other_numbers_are_no_phone_number(text: str) -> None:
    assert flag(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Hauptstr. 12",
        "Ich bin in der Nordstraße 7b zu finden",
        "Kommt zum Ahornweg 3 und bringt Kuchen mit",
        "Berliner Straße 12",
        "Lindenallee 4",
        "Ich wohne am Marktplatz 5",
        "Ich wohne seit gestern an der Kirche 4",
        "59439 Holzwickede",
        "A h o r n w e g 3",
        "Нauptstraße 12",
    ],
)
def test_an_address_is_found(text: str) -> None:
    assert "address" in flags(text)


@pytest.mark.parametrize(
    "text",
    [
        "Auf dem Spielplatz 3 neue Schaukeln",
        "Der Radweg 2 Meter neben der Straße",
        "In der Hauptstraße 30 km/h, auf der Straße 50",
        "Am Schulhof 2 Bänke und am Bahnhof 4 Lampen",
        "Bring 2 Freunde mit, das sind 20 Minuten Schulweg.",
        "17000 Menschen und 12500 Euro",
        "Die Nordstraße und der Ahornweg sind dunkel.",
        "Das ist der Weg. 3 Kinder gehen ihn.",
        "Ich wohne in Opherdicke 3 km weg, in der Schule sind 5 Klassen.",
        "Wir wohnen im Sommer 2 Wochen am Meer.",
    ],
)
def test_places_and_counts_are_no_address(text: str) -> None:
    assert flag(text) == ""


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Schreibt @lena_07", "handle"),
        ("Insta: lena.skates", "handle"),
        ("mein Snap ist lenaxyz", "handle"),
        ("Mein Discord-Name heißt igelkind", "handle"),
        ("igelkind#1234", "handle"),
        ("tiktok igel_27", "handle"),
        ("Adde mich auf Snapchat", "handle"),
        ("schaut auf https://example.org/x", "link"),
        ("www.example.org", "link"),
        ("www punkt beispiel punkt de", "link"),
        ("beispiel.de hat mehr", "link"),
        ("w w w . beispiel . de", "link"),
        ("lena@example.org", "e_mail"),
        ("lena (at) beispiel punkt de", "e_mail"),
        ("lena at gmail.com", "e_mail"),
    ],
)
def test_a_way_to_reach_somebody_is_found(text: str, code: str) -> None:
    assert flag(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "Das Zukunftsparlament soll auf Instagram und TikTok sein. WhatsApp reicht nicht.",
        "TikTok ist verboten, Discord ist okay.",
        "Das ist ein guter Punkt. Die Schule soll früher anfangen.",
        "Schüler*innen, z.B. aus Klasse 5a. Da ist es u.a. laut.",
        "Ein Account auf Insta 2 Mal in der Woche",
        "@alle: lest das mal",
    ],
)
def test_talking_about_apps_is_no_handle(text: str) -> None:
    assert flag(text) == ""


def test_of_the_whole_demo_one_contribution_is_flagged() -> None:
    proposals = tomllib.loads((DEMO / "proposals.toml").read_text())["proposals"]
    contributions = tomllib.loads((DEMO / "contributions.toml").read_text())["contributions"]
    fields = ("title", "text", "why", "for_whom", "place")

    flagged = [post["key"] for post in proposals if flags(*(post.get(field, "") for field in fields))]
    flagged += [post["key"] for post in contributions if flags(post["text"])]

    assert flagged == ["jugendfest_6"]


def test_what_is_spread_over_two_fields_is_found() -> None:
    assert flags("Meine Nummer beginnt mit 0151", "2345678 so geht sie weiter") == ("phone",)


@given(st.text())
def test_any_text_has_an_answer_and_always_the_same(text: str) -> None:
    found = flags(text)

    assert found == flags(text)
    assert set(found) <= set(CODES)


@given(st.text(alphabet="abcdefghijklmnop ", max_size=40), st.text(alphabet=" .-/", max_size=3))
def test_a_number_is_found_wherever_it_stands(around: str, gap: str) -> None:
    assert "phone" in flags(f"{around} 0151{gap}2345678 {around}")


HOSTILE = [
    "a", " ", "0", "a ", "0 ", "1.", "@", "a@", "a.", "tel ", "weg 3 meter ", "nummer", "www ", "punkt ", "aaweg",
    "du ", "f*", "\u0301", "\u200b", "\ufdfa", "insta ", "insta a", "(at", "01.", "hure", "fic", "strasse ",
    "f**k ", "w*", "a#b ", "0171", "0171 a ", "(", "\u3164", "\U0001f175",
    "ich ", "mich ", "mein a ", "nicht mehr ", "will mehr ", "12345 ", "0-", "- ", "\u0430",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_twenty_thousand_hostile_characters_cost_well_under_a_second(piece: str) -> None:
    text = (piece * 20_000)[:20_000]
    flags("warm")
    begun = time.process_time()

    flags(text)

    assert time.process_time() - begun < 0.6
