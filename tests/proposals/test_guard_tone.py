import pytest

from tests.proposals.test_guard import flag
from zukunftsparlament.proposals.guard import flags


@pytest.mark.parametrize(
    "text", ["WIR WOLLEN ENDLICH EINEN SKATEPARK", "BITTE MACHT DAS jetzt", "ＷＩＲ ＷＯＬＬＥＮ ＤＡＳ ＪＥＴＺＴ"]
)
def test_shouting_is_found(text: str) -> None:
    assert flag(text) == "shouting"


@pytest.mark.parametrize("text", ["SOS", "AG und CSG und KJB", "Der ADAC und die AOK", "LED-Lampen für die JRS"])
def test_a_few_capitals_are_not_shouting(text: str) -> None:
    assert flag(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Du Idiot",
        "1diot",
        "f.i.c.k dich",
        "F I C K T euch",
        "fuuuuck",
        "f*ck",
        "Arsch1och",
        "\u0410r\u0455chloch",
        "halt  die\nFresse",
        "ihr Huren\u200bsöhne",
        "W\u0301i\u0301c\u0301h\u0301ser",
        "Missgeburten",
        "Halt's Maul",
        "scheiß Ausländer",
        "fi(k dich",
        "du wi**er",
        "A***loch",
        "f##k",
        "ƒuck",
        "\U0001f175\U0001f184\U0001f172\U0001f17a",
        "\U0001f1eb\U0001f1fa\U0001f1e8\U0001f1f0",
        "ꜰᴜᴄᴋ",
        "du\u3164Idiot",
    ],
)
def test_an_insult_is_found(text: str) -> None:
    assert flag(text) == "insult"


@pytest.mark.parametrize(
    "text",
    [
        "Klasse! Eine Assel im Klassenraum.",
        "Barsch, Marsch und Arschbombe im Freibad",
        "Dick und dünn, schwul oder nicht, behinderte Kinder spielen mit",
        "Der Hurrikan kam",
        "Nuten und Federn, Pasta, Mongolei, Bastelraum, Trottoir",
        "Wer ein Ass ist, trinkt Cocktails und geht ins Aquarium",
        "Das ist Mist, so ein Scheiß.",
        "Konfuzius und Konflikt, Grafik und Schick",
        "Schüler*innen und Lehrer*innen, alle*r Art, **wichtig**, die Freund*innen",
        "🅿️ Parkplatz, 🇩🇪 und 🇺🇦, Øresund und Łódź",
        "Wir (Klasse 5 (b)) wollen (bitte) mehr Platz (z. B. im Hof).",
    ],
)
def test_harmless_words_are_no_insult(text: str) -> None:
    assert flag(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Ich will nicht mehr leben.",
        "manchmal möchte ich einfach sterben",
        "Ich ritze mich seit einem Jahr",
        "ich denke oft an Selbstmord",
        "Ich bring mich um, wenn das so weitergeht",
        "ich wäre am liebsten tot",
        "Ich tu mir was an",
        "I want to kill myself",
        "Mein Vater schlägt mich jeden Abend",
    ],
)
def test_words_of_somebody_in_danger_are_found(text: str) -> None:
    assert "worry" in flags(text)


@pytest.mark.parametrize(
    "text",
    [
        "Die Fische im Bach sterben, sie können dort nicht mehr leben.",
        "Wir wollen Hilfe gegen Mobbing und mehr Schulsozialarbeit.",
        "Ich will nicht, dass die Bienen aussterben.",
        "Da kann man sich verletzen, ich habe mich am Zaun verletzt.",
        "Wir wollen besser zusammenleben, und ich mag nicht mehr warten.",
        "Das Thema Suizid soll in der Schule besprochen werden.",
        "Fasst euch kurz. Das schlägt alles!",
    ],
)
def test_talking_about_danger_to_others_is_no_worry(text: str) -> None:
    assert "worry" not in flags(text)
