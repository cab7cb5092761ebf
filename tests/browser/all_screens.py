"""The list. A new page gets its line here, and with it all the measuring of test_screens.py."""

from tests.browser.agenda_screens import AGENDA_SCREENS
from tests.browser.cockpit_screens import COCKPIT_SCREENS
from tests.browser.election_screens import ELECTION_SCREENS
from tests.browser.hall_screens import HALL_SCREENS
from tests.browser.key_screens import KEY_SCREENS
from tests.browser.minutes_screens import MINUTES_SCREENS
from tests.browser.paper_screens import PAPER_SCREENS
from tests.browser.phone import Phone
from tests.browser.room_screens import ROOM_SCREENS
from tests.browser.screens import (
    Screen,
    Way,
    asked_to_delete,
    at,
    first_link,
    followed,
    previewed,
    read_first,
    sent,
    simply,
)
from tests.browser.vote_screens import VOTE_SCREENS

# Proposals of the demo by their state.
ANSWERED, REJECTED, HANDED_OVER, NOT_TAKEN_UP, TIED, WITHDRAWN, IN_VOTE, RIPE, PUBLIC = range(1, 10)

WIZARD = ("/vorschlaege", "Vorschlag machen", "Weiter", "Weiter", "Weiter")
WRITTEN = {"Überschrift": "Ein Baum", "Dein Vorschlag": "Mitten auf dem Hof.", "Dein Grund": "Schatten."}
CHANGED = {**WRITTEN, "Warum ist das wichtig?": "Noch mehr Schatten."}
THERE = {"Überschrift": "Mehr Mülltonnen", "Dein Vorschlag": "Überall."}
SAID = {"Was sagst du dazu?": "Das wäre schön."}
ASKED = {"Frage": "Wollen wir ein Maskottchen?", "Ja heißt": "Wir suchen eins.", "Nein heißt": "Es gibt keins."}
PREPARED = ("/abstimmungen/neu", "Vorbereiten")
CHOSEN = ["Offen", "Die Sitze im Parlament"]
STRAW = ["Offen", "Alle mit Karte"]
NAMED = ["Namentlich", "Die Sitze im Parlament"]
MARKS = ("up_to", "ranked", "budget")  # kinds of polls with several marks on a ballot
KINDS = (*MARKS, "points")
FILLED = {
    "Frage": "Was zuerst?",
    "Worum geht es?": "Die Satzung",
    "Möglichkeiten": "Rot\nBlau\nGrün",
    "Wie viel Geld ist da?": "1000",
    "Projekte mit Preis": "Tore; 333,34\nBänke; 500",
    "Punkte": "Drei Jahre\nZwei Sitze",
    "Punkte, über die nicht abgestimmt wird": "2: Gilt schon.",
}
ENDED = ("Sofort", "Auszählen", "veröffentlichen", "→/ergebnis")


def new(kind: str) -> tuple[str, str]:
    return f"/abstimmungen/neu?art={kind}", "Vorbereiten"


def result_of(kind: str) -> Way:
    """A straw poll of that kind with one vote, counted and published."""

    def reach(phone: Phone) -> None:
        sent(*new(kind), "eröffnen", "→/stimme", fields=FILLED, picks=STRAW)(phone)
        phone.touch(phone.page.locator("main label.choice, main [data-tap]").first)
        phone.send("Stimme abgeben")
        phone.page.goto(first_link(phone, "/abstimmungen/"))
        sent(phone.path(), *ENDED)(phone)

    return reach


CARDS = {"Wie viele?": "2", "Karte endet nach": "09/2031"}

PUBLIC_SCREENS = [
    Screen("", "start", at("/")),
    Screen("", "wall", at("/vorschlaege")),
    Screen("", "wall, one topic", at("/vorschlaege?thema=verkehr")),
    Screen("", "wall, nothing found", at("/vorschlaege?thema=digital&stand=entschieden")),
    *(Screen("", f"proposal {n}", at(f"/vorschlaege/{n}")) for n in range(ANSWERED, PUBLIC + 1)),
    Screen("", "proposal with a picture", at("/vorschlaege/14")),
    Screen("", "wall, searched", at("/vorschlaege?suche=Fahrradweg&seite=1")),
    Screen("", "wall, mixed", at("/vorschlaege?folge=gemischt")),
    Screen("", "search", at("/suche")),
    Screen("", "search, found", at("/suche?worte=M%C3%BCll")),
    Screen("", "search, nothing found", at("/suche?worte=xyzzy")),
    Screen("", "versions", at("/vorschlaege/12/fassungen")),
    Screen("", "versions, only one", at(f"/vorschlaege/{PUBLIC}/fassungen")),
    Screen("", "joining", at("/mitmachen")),
    Screen("", "polls", at("/abstimmungen")),
    Screen("", "open secret poll", at("{open_secret_poll}")),
    Screen("", "open straw poll", at("{open_straw_poll}")),
    Screen("", "tied poll", at("{tied_poll}")),
    Screen("", "result of the tied poll", at("{tied_poll}/ergebnis")),
    Screen("", "result of the secret poll", at("{counted_secret_poll}/ergebnis")),
    Screen("", "result of a ranking", at("/abstimmungen/9/ergebnis")),
    Screen("", "result of a budget", at("/abstimmungen/10/ergebnis")),
    Screen("", "result by name", at("/abstimmungen/11/ergebnis")),
    Screen("", "points, decided", at("/abstimmungen/reihen/1")),
    Screen("", "recount", at("{counted_secret_poll}/nachzaehlen")),
    Screen("", "slips", at("{counted_secret_poll}/zettel")),
    Screen("", "slips, nothing found", at("{counted_secret_poll}/zettel?zeichen=Xylofon")),
    Screen("", "slip", followed("{counted_secret_poll}/zettel", "/zettel/")),
    Screen("", "trying a ballot", at("/abstimmungen/probe")),
    Screen("", "trying a ballot, tapped", at("/abstimmungen/probe?choice=1")),
    Screen("", "what came of it", at("/daraus-geworden")),
    Screen("", "what came of it, looked for", at("/daraus-geworden?thema=verkehr&stand=offen")),
    Screen("", "what came of it, nothing found", at("/daraus-geworden?thema=digital")),
    Screen("", "what came of one hand-over", at("/daraus-geworden/1")),
    Screen("", "about", at("/ueber")),
    Screen("", "words of a parliament", at("/woerter")),
    Screen("", "one word", at("/woerter/beschluss")),
    Screen("", "start, simple", simply(at("/"))),
    Screen("", "proposal, simple", simply(at(f"/vorschlaege/{HANDED_OVER}"))),
    Screen("", "result, simple", simply(at("{counted_secret_poll}/ergebnis"))),
    Screen("", "rules", at("/geschaeftsordnung")),
    Screen("", "concern", at("/sorge?wo=Vorschlag%207")),
    Screen("", "concern, nothing typed", sent("/sorge", "Abschicken"), 422),
    Screen("", "concern, sent", sent("/sorge", "Abschicken", fields={"Was macht dir Sorgen?": "Er weint oft."})),
    Screen("", "report, signed out", at(f"/vorschlaege/{PUBLIC}/meldungen")),
    Screen("", "a tap that waits", sent(f"/vorschlaege/{PUBLIC}", "Will ich auch"), 401),
    Screen("", "farewell", at("/auf-wiedersehen")),
    Screen("", "words", at("/anmelden")),
    Screen("", "words, nothing typed", sent("/anmelden", "Anmelden"), 422),
    Screen("", "words, for a vote", at("{open_straw_poll}/stimme")),
    Screen("", "card without its secret", at("/karte")),
    Screen("", "card scanned", at("/karte#00000000000000000000000000")),
    Screen("", "card scanned, wrong", sent("/karte#00000000000000000000000000", "Ja, meins"), 422),
    Screen("", "staff", at("/buero/anmeldung")),
    Screen("", "staff, nothing typed", sent("/buero/anmeldung", "Anmelden"), 422),
    Screen("", "nothing there", at("/gibt-es-nicht"), 404),
]
YOUNG_SCREENS = [
    Screen("young", "start", at("/")),
    Screen("young", "wall", at("/vorschlaege")),
    Screen("young", "proposal", at(f"/vorschlaege/{HANDED_OVER}")),
    Screen("young", "answering", followed(f"/vorschlaege/{HANDED_OVER}", "antwort=")),
    Screen("young", "contribution, nothing typed", sent(f"/vorschlaege/{PUBLIC}", "Dafür"), 422),
    Screen("young", "report", at(f"/vorschlaege/{PUBLIC}/meldungen")),
    Screen("young", "report a contribution", at("/beitraege/1/meldungen")),
    Screen("young", "wizard 1", sent("/vorschlaege", "Vorschlag machen")),
    Screen("young", "wizard 1, nothing typed", sent("/vorschlaege", "Vorschlag machen", "Weiter"), 422),
    Screen("young", "wizard 1, there already", sent(*WIZARD[:3], "Zurück", fields=THERE)),
    Screen("young", "wizard 2", sent("/vorschlaege", "Vorschlag machen", "Weiter", fields=WRITTEN)),
    Screen("young", "wizard 3", sent("/vorschlaege", "Vorschlag machen", "Weiter", "Weiter", fields=WRITTEN)),
    Screen("young", "draft", sent(*WIZARD, fields=WRITTEN, picks=["Umwelt"])),
    Screen("young", "own proposal", sent(*WIZARD, "Einreichen", fields=WRITTEN, picks=["Umwelt"])),
    Screen("young", "withdrawal", sent(*WIZARD, "Einreichen", "→/rueckzug", fields=WRITTEN, picks=["Umwelt"])),
    Screen(
        "young",
        "withdrawal without a reason",
        sent(*WIZARD, "Einreichen", "→/rueckzug", "Zurückziehen", fields=WRITTEN, picks=["Umwelt"]),
        422,
    ),
    Screen("young", "concern", at("/sorge")),
    Screen("young", "reported, danger", sent(f"/vorschlaege/{PUBLIC}/meldungen", "in Gefahr")),
    Screen("young", "edit", sent(*WIZARD, "Einreichen", "→/aenderung", fields=WRITTEN, picks=["Umwelt"])),
    Screen(
        "young",
        "edit, nothing changed",
        sent(*WIZARD, "Einreichen", "→/aenderung", "Ändern", fields=WRITTEN, picks=["Umwelt"]),
        422,
    ),
    Screen(
        "young",
        "versions",
        sent(*WIZARD, "Einreichen", "→/aenderung", "Ändern", "→/fassungen", fields=CHANGED, picks=["Umwelt"]),
    ),
    Screen(
        "young",
        "together, invited",
        sent(*WIZARD, "Einreichen", "→/mitschreiben", "Einladung machen", fields=WRITTEN, picks=["Umwelt"]),
    ),
    Screen("young", "following", sent(f"/vorschlaege/{PUBLIC}", "Folgen")),
    Screen("young", "joining, wrong code", sent("/mitmachen", "Weiter"), 422),
    Screen("young", "messages", at("/meins/nachrichten")),
    Screen("member", "reported", sent(f"/vorschlaege/{PUBLIC}/meldungen", "")),
    Screen("member", "contribution", sent(f"/vorschlaege/{PUBLIC}", "Dafür", fields=SAID)),
    Screen("young", "polls", at("/abstimmungen")),
    Screen("young", "ballot, open", at("{open_straw_poll}/stimme")),
    Screen("young", "ballot, open, voted", sent("{open_straw_poll}/stimme", "Flohmarkt")),
    Screen("young", "ballot, ranked", at("/abstimmungen/14/stimme")),
    Screen("young", "poll of others", at("{open_secret_poll}")),
    Screen("young", "ballot of others", at("{open_secret_poll}/stimme")),
    Screen("young", "mine", at("/meins")),
    Screen("young", "mine, simple", simply(at("/meins"))),
    Screen("young", "ballot, simple", simply(at("{open_straw_poll}/stimme"))),
    Screen("young", "name", at("/meins/name")),
    Screen("young", "name, like staff", sent("/meins/name", "Diesen Namen", fields={"Mein Name": "Jugendbüro"}), 409),
    Screen("young", "name, waiting", sent("/meins/name", "Diesen Namen", fields={"Mein Name": "Graue Wolke"})),
    Screen("young", "what is known", at("/meins/daten")),
    Screen("young", "going", at("/meins/loeschung")),
    Screen("young", "going, nothing typed", sent("/meins/loeschung", "Für immer löschen"), 422),
    Screen("young", "not for me", at("/buero"), 403),
]
LEADING_SCREENS = [
    Screen("member", "ballot, secret", at("{open_secret_poll}/stimme")),
    Screen("member", "in the box", sent("{open_secret_poll}/stimme", "Ja")),
    Screen("member", "in the box already", at("{open_secret_poll}/stimme")),
    Screen("member", "start", at("/")),
    Screen("chair", "desk", at("/vorsitz")),
    Screen("chair", "open poll", at("{open_secret_poll}")),
    Screen("chair", "preparing", at("/abstimmungen/neu")),
    Screen("chair", "preparing, about a proposal", at(f"/abstimmungen/neu?vorschlag={RIPE}")),
    Screen("chair", "preparing, one of several", at("/abstimmungen/neu?art=one_of")),
    *(Screen("chair", f"preparing, {kind}", at(f"/abstimmungen/neu?art={kind}")) for kind in KINDS),
    *(
        Screen("chair", f"preparing, {kind}, wrong", sent(f"/abstimmungen/neu?art={kind}", "Vorbereiten"), 422)
        for kind in KINDS
    ),
    *(
        Screen("chair", f"ballot, {kind}", sent(*new(kind), "eröffnen", "→/stimme", fields=FILLED, picks=CHOSEN))
        for kind in MARKS
    ),
    *(
        Screen(
            "chair",
            f"ballot, {kind}, nothing marked",
            sent(*new(kind), "eröffnen", "→/stimme", "Stimme abgeben", fields=FILLED, picks=CHOSEN),
            422,
        )
        for kind in MARKS
    ),
    *(Screen("chair", f"result, {kind}", result_of(kind)) for kind in MARKS),
    Screen("chair", "ballot, by name", sent(*PREPARED, "eröffnen", "→/stimme", fields=ASKED, picks=NAMED)),
    Screen("chair", "points", sent(*new("points"), fields=FILLED, picks=CHOSEN)),
    Screen("chair", "proposal", at(f"/vorschlaege/{RIPE}")),
    Screen("chair", "turning down", at(f"/vorschlaege/{RIPE}/nicht-aufgenommen")),
    Screen("chair", "turning down, no reason", sent(f"/vorschlaege/{RIPE}/nicht-aufgenommen", "Nicht aufnehmen"), 422),
    Screen("chair", "tied poll", at("{tied_poll}")),
    Screen("chair", "practice", sent("/vorsitz", "Mit allen Sitzen üben")),
    Screen("chair", "poll, asking for secrecy", sent(*PREPARED, "Bitte geheim", fields=ASKED, picks=CHOSEN)),
    Screen("chair", "explaining, nothing typed", sent(*PREPARED, "Allen zeigen", fields=ASKED, picks=CHOSEN), 422),
    Screen("chair", "preparing, nothing typed", sent("/abstimmungen/neu", "Vorbereiten"), 422),
    Screen("chair", "poll, prepared", sent(*PREPARED, fields=ASKED, picks=CHOSEN)),
    Screen("chair", "poll, closing", sent(*PREPARED, "eröffnen", "In 10 Sek", fields=ASKED, picks=CHOSEN)),
    Screen("chair", "poll, closed", sent(*PREPARED, "eröffnen", "Sofort", fields=ASKED, picks=CHOSEN)),
    Screen("chair", "poll, counted", sent(*PREPARED, "eröffnen", "Sofort", "zählen", fields=ASKED, picks=CHOSEN)),
    Screen(
        "chair", "poll, void without a reason", sent(*PREPARED, "Abstimmung aufheben", fields=ASKED, picks=CHOSEN), 422
    ),
    Screen("moderator", "merging", at(f"/vorschlaege/{PUBLIC}/zusammenlegung")),
    Screen("moderator", "merging, nothing typed", sent(f"/vorschlaege/{PUBLIC}/zusammenlegung", "Beide fragen"), 422),
    Screen("moderator", "releases", at("/buero/freigaben")),
    Screen("moderator", "reports", at("/buero/meldungen")),
    Screen("moderator", "objections", at("/buero/einsprueche")),
    Screen("moderator", "release", followed("/buero/freigaben", "/buero/freigaben/")),
]
OFFICE_SCREENS = [
    Screen("office", "today", at("/buero")),
    Screen("office", "releases", at("/buero/freigaben")),
    Screen("office", "release", followed("/buero/freigaben", "/buero/freigaben/")),
    Screen("office", "release of a picture", read_first),
    Screen("office", "declined without a word", sent("/buero/freigaben", "→/buero/freigaben/", "Ablehnen"), 422),
    Screen("office", "reports", at("/buero/meldungen")),
    Screen("office", "reports, filtered", at("/buero/meldungen?grund=advert&art=picture")),
    Screen("office", "report", followed("/buero/meldungen", "/buero/meldungen/")),
    Screen("office", "removal without a word", sent("/buero/meldungen", "→/buero/meldungen/", "Entfernen"), 422),
    Screen("office", "objections", at("/buero/einsprueche")),
    Screen("office", "objection", followed("/buero/einsprueche", "/buero/einsprueche/")),
    Screen("office", "objection, no word", sent("/buero/einsprueche", "→/buero/einsprueche/", "Zurückholen"), 422),
    Screen("office", "concerns", at("/buero/sorgen")),
    Screen("office", "who reads concerns", at("/buero/sorgen-lesen")),
    Screen("office", "welfare office", at("/buero/jugendamt")),
    Screen("office", "welfare office, no number", sent("/buero/jugendamt", "Speichern"), 422),
    Screen("office", "name", followed("/buero/freigaben", "/buero/freigaben/namen/")),
    Screen("office", "polls", at("/buero/abstimmungen")),
    Screen("office", "poll", at("{open_straw_poll}")),
    Screen("office", "slip", at("/buero/zettel")),
    Screen("office", "slip, nothing typed", sent("/buero/zettel", "Abschreiben"), 422),
    Screen("office", "cards", at("/buero/karten")),
    Screen("office", "cards, nothing typed", sent("/buero/karten", "Karten anlegen"), 422),
    Screen("office", "cards to print", sent("/buero/karten", "Karten anlegen", fields=CARDS)),
    Screen("office", "seats", at("/buero/sitze")),
    Screen("office", "devices", at("/buero/anmeldungen")),
    Screen("office", "deletions", at("/buero/loeschungen")),
    Screen("office", "deletions, nothing chosen", sent("/buero/loeschungen", "Weiter"), 422),
    Screen("office", "deletion", asked_to_delete),
    Screen("office", "rules", at("/buero/geschaeftsordnung")),
    Screen("office", "new rules", at("/buero/geschaeftsordnung/neu")),
    Screen("office", "new rules, wrong", sent("/buero/geschaeftsordnung/neu", "Fassung speichern"), 422),
    Screen("office", "new rules, looked at", sent("/buero/geschaeftsordnung/neu", "Ansehen, wie es sich liest")),
    Screen("office", "hand-overs", at("/buero/uebergaben")),
    Screen("office", "hand-over, answered", at("{answered_handover}")),
    Screen("office", "hand-over, overdue", at("{overdue_handover}")),
    Screen("office", "answer", at("{overdue_handover}/antworten/1")),
    Screen("office", "answer, nothing typed", sent("{overdue_handover}/antworten/1", "Antwort veröffentlichen"), 422),
    Screen("office", "done", at("{answered_handover}/erledigt/1")),
    Screen("office", "done, nothing typed", sent("{answered_handover}/erledigt/1", "Veröffentlichen"), 422),
    Screen("office", "reminders", at("/buero/uebergaben/erinnerungen")),
    Screen("office", "correction", at("{overdue_handover}/fassungen")),
    Screen("office", "correction, nothing typed", sent("{overdue_handover}/fassungen", "Neue Fassung übergeben"), 422),
    Screen("office", "new hand-over", at("/buero/uebergaben/neu")),
    Screen("office", "preview", previewed),
    Screen("office", "preview, nothing chosen", at("/buero/uebergaben/vorschau"), 422),
    Screen("office", "wall", at("/vorschlaege")),
    Screen("office", "mine", at("/meins"), 403),
]
SCREENS = [
    *PUBLIC_SCREENS,
    *YOUNG_SCREENS,
    *LEADING_SCREENS,
    *AGENDA_SCREENS,
    *COCKPIT_SCREENS,
    *ROOM_SCREENS,
    *KEY_SCREENS,
    *VOTE_SCREENS,
    *PAPER_SCREENS,
    *ELECTION_SCREENS,
    *MINUTES_SCREENS,
    *OFFICE_SCREENS,
    *HALL_SCREENS,  # last: they wipe the rehearsal that those before have held
]
