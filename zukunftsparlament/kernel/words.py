"""The twenty words of a parliament that nobody knows at nine: one list, for the page /woerter and for help on tap."""

import re
from dataclasses import dataclass

from zukunftsparlament.kernel.texts import N_


@dataclass(frozen=True)
class Word:
    """`forms` is a pattern of how it may stand in a sentence, `sign` its picture in the sprite."""

    slug: str
    name: str
    forms: str
    sign: str
    meaning: str


WORDS = (
    Word(
        "abstimmung",
        N_("Abstimmung"),
        "Abstimmung(?:en)?",
        "vote",
        N_("Alle sagen ihre Meinung zu einer Frage: Ja oder Nein. Dann wird gezählt. Eine Wahl ist auch so etwas."),
    ),
    Word(
        "arbeitsgruppe",
        N_("Arbeitsgruppe"),
        "Arbeitsgruppen?",
        "users-round",
        N_("Das sind Erwachsene, die zusammen an etwas arbeiten. Sie lesen, was ihr wollt. Dann antworten sie."),
    ),
    Word(
        "ausschuss",
        N_("Ausschuss"),
        "Ausschuss(?:es)?|Ausschüssen?",
        "landmark",
        N_("Das ist eine kleine Gruppe aus dem Rat. Sie kennt sich mit einem Thema gut aus. Zum Beispiel mit Schule."),
    ),
    Word(
        "beschluss",
        N_("Beschluss"),
        "Beschlu(?:ss|sses)|Beschlüssen?",
        "clipboard-check",
        N_("Das hat das Parlament entschieden. Ab dann gilt es. Die Erwachsenen müssen darauf antworten."),
    ),
    Word(
        "beschlussfaehig",
        N_("beschlussfähig"),
        "[Bb]eschlussfähig",
        "users-round",
        N_("Genug sind da. Nur dann darf das Parlament etwas entscheiden. Fehlen zu viele, geht es nicht."),
    ),
    Word(
        "enthaltung",
        N_("Enthaltung"),
        "Enthaltung(?:en)?",
        "circle-minus",
        N_("Du sagst nicht Ja und nicht Nein. Du machst aber mit."),
    ),
    Word(
        "losentscheid",
        N_("Losentscheid"),
        "Losentscheid|(?<=[Dd]as )Los",
        "refresh-cw",
        N_(
            "Der Zufall entscheidet. Das ist wie beim Würfeln. So geht es weiter, wenn zwei gleich viele Stimmen haben."
        ),
    ),
    Word(
        "mehrheit",
        N_("Mehrheit"),
        "Mehrheit(?:en)?",
        "scale",
        N_("Das sind mehr als die anderen. Bei 10 Menschen sind 6 die Mehrheit."),
    ),
    Word(
        "protokoll",
        N_("Protokoll"),
        "Protokolls?|Niederschrift(?:en)?",
        "file-text",
        N_("Jemand schreibt auf, was in der Sitzung war. Das können später alle lesen. Es heißt auch Niederschrift."),
    ),
    Word(
        "rueckmeldung",
        N_("Rückmeldung"),
        "Rückmeldung(?:en)?",
        "message-square-reply",
        N_("Das ist die Antwort der Erwachsenen. Sie sagen Ja, Später oder Nein. Und sie sagen, warum."),
    ),
    Word(
        "sitzung",
        N_("Sitzung"),
        "Sitzung(?:en)?",
        "calendar",
        N_("Das Parlament trifft sich. Alle reden und entscheiden zusammen. So ein Treffen heißt Sitzung."),
    ),
    Word(
        "stichwahl",
        N_("Stichwahl"),
        "Stichwahl(?:en)?",
        "equal",
        N_("Zwei haben gleich viele Stimmen. Dann wird noch einmal abgestimmt. Zur Wahl stehen nur diese zwei."),
    ),
    Word(
        "stimmungsbild",
        N_("Stimmungsbild"),
        "Stimmungsbild(?:s|er|ern)?",
        "messages-square",
        N_("Wir fragen, was viele denken. Damit ist noch nichts entschieden. Es hilft aber beim Entscheiden."),
    ),
    Word(
        "stimmzettel",
        N_("Stimmzettel"),
        "Stimmzetteln?|Urne",
        "inbox",
        N_("Darauf machst du dein Kreuz. Hier tippst du nur. Alle Zettel kommen in eine Kiste. Sie heißt Urne."),
    ),
    Word(
        "tagesordnung",
        N_("Tagesordnung"),
        "Tagesordnung(?:en)?|Tagesordnungspunkte?",
        "list",
        N_("Das ist eine Liste. Darauf steht, worüber das Parlament heute redet. Und was zuerst kommt."),
    ),
    Word(
        "uebergabe",
        N_("Übergabe"),
        "Übergaben?",
        "send",
        N_("Das Parlament gibt einen Beschluss an die Erwachsenen. Ab dann läuft die Zeit für die Antwort."),
    ),
    Word(
        "unterstuetzung",
        N_("Unterstützung"),
        "Unterstützung(?:en)?",
        "hand",
        N_("Du sagst: Das will ich auch. Je mehr das sagen, desto besser. Dann redet das Parlament darüber."),
    ),
    Word(
        "vertretung",
        N_("Vertretung"),
        "Vertretung(?:en)?",
        "user-round",
        N_("Jemand kann nicht kommen. Dann kommt ein anderer Mensch dafür. Dieser darf dann auch abstimmen."),
    ),
    Word(
        "vorschlag",
        N_("Vorschlag"),
        "Vorschlags?|Vorschläge[n]?|Antrag|Anträge",
        "lightbulb",
        N_("Das ist deine Idee. Du schreibst, was anders werden soll. In anderen Parlamenten heißt das Antrag."),
    ),
    Word(
        "vorsitz",
        N_("Vorsitz"),
        "Vorsitz(?:enden)?",
        "star",
        N_("Zwei junge Menschen leiten das Parlament. Sie sagen, wer dran ist. Sie haben gleich viel zu sagen."),
    ),
)

# The name of a group is its number in WORDS: a slug may not have been a name.
ANYWHERE = re.compile(r"\b(?:" + "|".join(f"({word.forms})" for word in WORDS) + r")\b")


def word_of(found: re.Match[str]) -> Word:
    assert found.lastindex is not None
    return WORDS[found.lastindex - 1]
