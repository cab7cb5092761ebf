"""Words that a nine-year-old names at once when they see the picture.

Cards carry five words of all of them, receipts four of RECEIPT_WORDS. Both tuples are printed on paper and stand in
published lists: words are only ever added at the end of `_MORE`, never changed, moved or removed.
Pictures: OpenMoji (static/vendor/VENDOR.md), chosen by hand, nothing that hurts, frightens or takes sides.
"""

import unicodedata
from typing import Final, NamedTuple

_RECEIPT = """
Adler Ameise Ampel Ananas Angel Anker Apfel Aufzug Auto Badewanne Bär Banane Baum Baustelle Berg Besen Bett
Biber Biene Birne Blaulicht Bleistift Blitz Bonbon Brezel Brief Brille Brokkoli Brot Brunnen Buch Burg Bus
Butter Computer Dachs Delfin Diamant Donut Drache Dreieck Dusche Eimer Einhorn Eisbär Eisberg Elch Elefant Ente
Erdbeere Erde Eule Fahrrad Feder Federball Fenster Fernrohr Fernseher Feuer Feuerwehr Feuerwerk Fisch Flamingo
Flasche Flöte Flugzeug Frosch Fuchs Füller Fußball Fußspuren Geschenk Gespenst Giraffe Gitarre Glocke Glühbirne
Gurke Hahn Hamburger Hammer Hamster Handy Hase Haus Hemd Herz Hirsch Hochhaus Honig Hose Hund Igel Insel Käfer
Känguru Käse Kaktus Kalender Kamera Kanu Kappe Kartoffel Karussell Katze Keks Kerze Kette Kirschen Kiwi Klavier
Kleeblatt Kleid Knochen Koala Koffer Kokosnuss Kompass Kopfhörer Krabbe Kran Kreis Krone Kuchen Küken Lama
Landkarte Laptop Laterne Leiter Lineal Löffel Löwe Lupe Lutscher Magnet Mango Maus Medaille Mikrofon Mikroskop
Möhre Mond Motorrad Münze Nashorn Orange Otter Paket Palme Panda Papagei Paprika Pfau Pfeil Pferd Pflaster Pilz
Pinguin Pinsel Pizza Planet Pokal Pommes Popcorn Pudding Puzzle Pyramide Quadrat Qualle Radio Rakete Raupe Regen
Reh Reifen Rennauto Riesenrad Ring Robbe Roboter Roller Rollschuh Rollstuhl Rose Rutsche Säge Salat Schach Schaf
Schal Schaufel Schere Schienen Schiff Schleife Schlitten Schlüssel Schnecke Schuh Schule Schwan Segelboot
Seilbahn Sessel Ski Socken Sonne Spiegel Spiegelei Steckdose Stecker Stern Stiefel Strand Stuhl Suppe Tastatur
Taxi Teddy Teekanne Telefon Teller Tiger Tomate Tor Traktor Trauben Treppe Trommel Trompete Tropfen Tür Tulpe
Ufo Uhr Vase Vogel Vulkan Wahlurne Wal Warnweste Waschbär Welle Windrad Wolf Wolke Würfel Zahn Zahnrad Zebra
Zeitung Zelt Zirkus Zitrone Zwiebel
"""

_MORE = """
Acht Ähre Affe Ahornblatt Akkordeon Aktentasche Alien Armbanduhr Auge Ausrufezeichen Ausweis Avocado Babyflasche
Badeanzug Badehose Badelatschen Baguette Bahnhof Banjo Bank Basketball Batterie Besteck Bild Billard Bison
Blaubeere Blumenstrauß Bohne Bowling Boxhandschuh Briefkasten Bücherstapel Büroklammer Bumerang Computermaus
Controller Croissant Diagramm Dinosaurier Discokugel Döner Doktorhut Dorf Dose Drei Drohne Drucker Ei Eidechse
Eiffelturm Einkaufstüten Einkaufswagen Einmachglas Eins Eintrittskarte Eisbecher Eishockey Eiswürfel Erbse
Erdnuss Esel Essstäbchen Fabrik Faden Fächer Fallschirm Faultier Fernsehturm Feuerlöscher Filmkamera Filmklappe
Fingerabdruck Fledermaus Fliege Fliegenpilz Flügel Flugdrachen Football Fragezeichen Frisbee Fünf Gans Garnele
Geburtstagskuchen Gehirn Geige Geldbeutel Geldkarte Geldsack Geldschein Geodreieck Gewitter Glas Goldfisch Golf
Gorilla Granatapfel Grille Hähnchenkeule Hai Haken Haltestelle Handschuhe Handtasche Harfe Helm Hörnchen Holz
Honigmelone Hotdog Hotel Hubschrauber Hütte Huhn Hummer Jojo Joker Joystick Kabel Kaffeemaschine Kakao Kamel
Kanne Kassenzettel Kastanie Kelle Kimono Kirschblüte Kittel Klemmbrett Klingel Knoblauch Knoten Kohl Konfetti
Koralle Korb Kräuter Krake Krankenhaus Krankenwagen Krawatte Krokodil Krücke Küchenrolle Kugelfisch
Kugelschreiber Kuh Laub Lautsprecher Leopard Lesezeichen Leuchtturm Lieferwagen Limette Lippenstift Lokomotive
Luftballon Mais Malkasten Mammut Mantel Marienkäfer Megafon Motorboot Motorroller Mücke Muffin Nacht Nadel
Narwal Nest Neun Nilpferd Notausgang Note Notenschlüssel Null Olive Orca Ordner Papierkorb Parkplatz Peperoni
Pfannkuchen Pfoten Plus Polizeiauto Posaune Posthorn Preisschild Pudel Rabe Radieschen Rasenmäher Rasseln Raute
Reagenzglas Rechenrahmen Recycling Regenbogen Regenschirm Reis Reißzwecke Rettungsring Saft Salz Sanduhr
Sandwich Satellit Saxofon Schatztruhe Schildkröte Schlange Schlittschuh Schmetterling Schneeflocke Schneemann
Schneewolke Schokolade Schraube Schraubenschlüssel Schraubenzieher Schriftrolle Schubkarre Schulranzen
Schutzbrille Schwamm Sechs Seife Seifenblasen Sicherheitsnadel Sieben Sitz Skateboard Skorpion Sofa Softeis
Sommerhut Sonnenaufgang Sonnenblume Sonnenbrille Sonnencreme Sonnenschirm Spaghetti Spaten Spinne Spinnennetz
Sprechblase Sprössling Stecknadel Stein Sternschnuppe Stethoskop Stinktier Stoffbeutel Stoppschild Stoppuhr
Straße Straßenbahn Sushi Tablet Taco Tankstelle Tanne Taschenlampe Taube Taucherbrille Tennisball Theater
Thermometer Tintenfisch Tischtennis Toastbrot Topfpflanze Torte Trikot Trinkbecher Truthahn Turnschuh
Verbandskasten Vier Volleyball Vorhängeschloss Waage Wachsmalstift Wärmflasche Wanderschuh Warnschild
Waschmaschine Wassermelone Wecker Werkzeugkasten Wildschwein Wind Wirbelsturm Wolle Wüste Wurm Zahnbürste
Zauberkugel Zauberstab Zehn Ziege Ziegel Zielscheibe Zug Zwei Zylinder
"""

# By the ending that an adjective before them gets. Nobody is called what children call each other in anger.
_ANIMALS = {
    "er": """Adler Bär Biber Dachs Delfin Drache Eisbär Elch Flamingo Frosch Fuchs Hamster Hase Hirsch Igel Koala
        Leopard Löwe Marienkäfer Narwal Otter Panda Papagei Pfau Pinguin Rabe Schmetterling Schwan Tiger Waschbär
        Wolf""",
    "e": "Ameise Biene Ente Eule Fledermaus Giraffe Grille Katze Krabbe Maus Robbe Schildkröte Taube",
    "es": "Einhorn Hörnchen Känguru Küken Lama Nashorn Pferd Reh Zebra",
}

# The ending comes from the animal. About how somebody is to others, never about body, money or school marks.
_STEMS = """
achtsam aufgeweckt aufmerksam ausdauernd begeistert beherzt besonnen bunt ehrlich eifrig einfallsreich entspannt
erfinderisch fair fantasievoll fleißig flink flott freundlich friedlich froh fröhlich furchtlos geduldig
gelassen gerecht geschickt gewitzt glücklich großzügig gutmütig hellwach herzlich hilfsbereit höflich ideenreich
klug kreativ kühn lebhaft leis lustig musikalisch mutig nachdenklich nett neugierig offen optimistisch pfiffig
quirlig ruhig sanft schlau schnell sonnig sportlich stark stolz strahlend treu unermüdlich vergnügt verspielt
verträumt wach weis wissbegierig witzig zufrieden zuverlässig zuversichtlich
"""


LONGEST_TYPED: Final = 200


class PictureWord(NamedTuple):
    """`slug` names static/pictures/SLUG.svg and stands in receipts: lower-case ASCII letters only."""

    word: str
    slug: str


class Animal(NamedTuple):
    word: str
    slug: str
    ending: str
    """Of an adjective before it: er, e or es."""


def fold(text: str) -> str:
    """What counts of a typed word: no case, no spaces, no hyphens, ä is ae, ß is ss.

    Only of its first 200 characters, more than any card needs: normalising costs the square of what is typed.
    """
    plain = unicodedata.normalize("NFC", text[:LONGEST_TYPED]).casefold()
    for umlaut, letters in (("ä", "ae"), ("ö", "oe"), ("ü", "ue")):
        plain = plain.replace(umlaut, letters)
    return "".join(letter for letter in plain if letter not in "-\N{NON-BREAKING HYPHEN}" and not letter.isspace())


RECEIPT_WORDS: Final = tuple(PictureWord(word, fold(word)) for word in _RECEIPT.split())
CARD_WORDS: Final = RECEIPT_WORDS + tuple(PictureWord(word, fold(word)) for word in _MORE.split())
ANIMALS: Final = tuple(
    Animal(word, fold(word), ending) for ending, words in _ANIMALS.items() for word in sorted(words.split())
)
ADJECTIVES: Final = tuple(_STEMS.split())
_BY_SLUG: Final = {picture.slug: picture for picture in CARD_WORDS}


def picture_of(word: str) -> PictureWord:
    """The picture of a word, however it was typed, or of a slug. Raises KeyError for a word that is not ours."""
    return _BY_SLUG[fold(word)]


def pseudonym(adjective: str, animal: Animal) -> str:
    """`mutig` and the owl are `Mutige Eule`."""
    return f"{adjective.capitalize()}{animal.ending} {animal.word}"
