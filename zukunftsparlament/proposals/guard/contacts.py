"""Ways to reach somebody outside, in a folded text (`plain.folded`). For `guard`."""

import re

# Not a way to reach a child: dates, times of day, and the numbers of help.
HARMLESS = re.compile(
    r"(?<![\d.:])(?:\d{1,2}\. ?\d{1,2}\.(?: ?(?:20)?\d\d)?|\d{1,2}[.:]\d\d)(?![.:]?\d)|(?<!\d)116 ?(?:111|117)(?!\d)"
)
NUMBER_WORDS = {
    "null": "0",
    "eins": "1",
    "zwei": "2",
    "zwo": "2",
    "drei": "3",
    "vier": "4",
    "fuenf": "5",
    "sechs": "6",
    "sieben": "7",
    "acht": "8",
    "neun": "9",
}
NUMBER_WORD = re.compile(rf"\b(?:{'|'.join(NUMBER_WORDS)})\b")
ZERO_LETTER = re.compile(r"(?<![a-z])o{1,3}(?=[ ./-]?\d)|(?<=\d)o(?![a-z])")
GAP = r"[ ./()\[\]_*|\u2010-\u2015-]{0,3}"
LOOSE_GAP = r"[ ./()\[\]_,;:*|\u2010-\u2015-]{0,3}"
MOBILE = re.compile(rf"(?<!\d)(?:(?:\+|00){GAP}4{GAP}9{GAP})?0{LOOSE_GAP}1{LOOSE_GAP}[567](?:{LOOSE_GAP}\d){{6,11}}")
# With words between its pieces: "0171 und dann 2345678".
PIECES = re.compile(r"(?<!\d)01[567]\d(?:[^\d.!?]{0,20}\d){6,9}")
LANDLINE = re.compile(rf"(?<![\d.,])(?:(?:\+|00){GAP}4{GAP}9|0{GAP}[2-9])(?:{GAP}\d){{5,12}}")
LONG_NUMBER = re.compile(r"(?<![\d.,])(?:\d[ /-]?){9,}")
NAMED_NUMBER = re.compile(
    r"\b(?:tel|telefon|handy|handynummer|nummer|nr|mobil|whatsapp|ruf mich an)\b\D{0,15}\d(?:[ ./-]?\d){5,}"
)
FULL_DATE = re.compile(r"(?<![\d.])\d{1,2}\.\d{1,2}\.20\d\d(?![.\d])")

UNIT = (
    r"(?! ?(?:m|km|cm|uhr|euro|€|%|jahre?n?|monate?n?|wochen?|tagen?|stunden?|minuten?|sekunden?|mal|meter|kilometer|"
    r"kmh|autos?|baenken?|kinder[n]?|leuten?|personen|menschen|jugendlichen?|neuen?|muelleimer|lampen|laternen|klassen?|"
    r"schritte?n?|haltestellen?|unterschriften|einwohner[n]?|liter|grad|fahren|gilt|statt|zone)\b)"
)
HOUSE = rf"[ ,]{{0,2}}(?:nr\.? ?)?\d{{1,3}} ?[a-h]?\b(?! ?[.:]\d){UNIT}"
STREET = re.compile(
    rf"(?:[a-z]{{2,25}}-?|\b[a-z]{{3,20}}(?:er|en) )(?:strasse|str\.?|allee|gasse|chaussee){HOUSE}"
    rf"|\b(?:am|an der|auf dem|auf der|im|zum|zur) [a-z]{{3,20}} \d{{1,3}} ?[a-h]?, ?\d{{5}}\b"
)
LANE = re.compile(rf"\b([a-z]{{2,25}}-?(?:weg|platz|damm|ufer|pfad|hof|steig|kamp|busch)|[a-z]{{4,25}}ring){HOUSE}")
TOWN = re.compile(rf"(?<![\d.,])(?:d-)?(?!\d{{3}}00)\d{{5}}{UNIT} [a-z]{{3,}}")
LIVES_AT = re.compile(
    r"\b(?:wohn(?:e|en|t|haft)|adresse)\b[^.!?\d]{0,30}\b(?:am|an der|auf der|auf dem|im|in der|zum|zur) "
    rf"[a-z]{{3,20}}{HOUSE}"
)
LIVES = re.compile(r"\b(?:wohn(?:e|en|t|haft)|adresse|hausnummer|zuhause)\b")
# Places that everybody has: "Spielplatz 3 Schaukeln" is nobody's address unless somebody says that they live there.
COMMON_LANE = re.compile(
    r"(?:hin|durch|halb|aus|spiel|markt|sport|bolz|fussball|basketball|park|schul|pausen|skate|bus|rast|grill|zelt|camping|arbeits|sitz|"
    r"dorf|kirch|tennis|rad|fahrrad|fuss|geh|heim|wander|wald|feld|um|bahn|fried|bauern|reit|hinter|innen|vor|bei)"
    r"-?(?:weg|platz|ring|pfad|hof|steig)"
)

HANDLE = re.compile(r"(?<![\w.])@(?!(?:all|alle|everyone)\b)[a-z0-9_.]{2,}|\b[a-z0-9_.]{2,32}#\d{4}\b")
APP = r"(?:insta|instagram|snap|snapchat|tiktok|tik tok|discord|telegram|twitch|roblox|steam|threema|whatsapp|youtube)"
APP_ACCOUNT = rf"{APP}(?:[ -]?(?:name|account|acc|id|user|nick))?"
APP_NAME = re.compile(
    rf"\b{APP_ACCOUNT}(?: ?[:=] ?| (?:ist|heisst|lautet) (?=[a-z]{{0,30}}[\d_]))@?[a-z0-9_.]{{3,}}"
    rf"|\bmein(?:e|en)? {APP_ACCOUNT} (?:ist|heisst|lautet) [a-z0-9_.]{{3,}}"
    rf"|\b{APP} [a-z]{{0,30}}[\d_.][a-z0-9_.]*[a-z0-9]"
    rf"|\b(?:adde?|addet|folgt?|schreibt?|findet|snapt) (?:mich|mir) (?:auf|bei|in|ueber) {APP}\b"
)

AT = re.compile(r" ?[\[({<] ?(?:at|aet) ?[\])}>] ?| (?:klammeraffe|aet) ")
AT_PROVIDER = re.compile(r" at (?=(?:gmail|gmx|web|outlook|icloud|yahoo|hotmail|t-online|posteo|proton|mail|live)\b)")
DOT = re.compile(r" ?[\[({<]? ?\b(?:punkt|dot)\b ?[\])}>]? ?")
E_MAIL = re.compile(r"(?<=[\w.+-])@[a-z0-9-]{1,63}\.[a-z]{2,}")
E_MAIL_WHOLE = re.compile(r"[\w.+-]{0,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
LINK = re.compile(
    r"\bhttps?\b ?:|\bwww ?\. ?[a-z0-9]|\bhxxps?\b"
    r"|[a-z0-9]\.(?:de|com|net|org|eu|io|gg|tv|ly|xyz|ch)\b(?!\.[a-z])"
    r"|[a-z0-9]\.[a-z]{2,6}/[a-z0-9]{2,}"
)


def has_phone(text: str) -> bool:
    digits = NUMBER_WORD.sub(lambda word: NUMBER_WORDS[word[0]], ZERO_LETTER.sub(lambda o: "0" * len(o[0]), text))
    dateless = FULL_DATE.sub("x", digits)
    if MOBILE.search(dateless) or PIECES.search(dateless):
        return True
    rest = HARMLESS.sub("x", digits)
    return bool(LANDLINE.search(rest) or LONG_NUMBER.search(rest) or NAMED_NUMBER.search(rest))


def has_address(text: str) -> bool:
    if STREET.search(text) or TOWN.search(text) or LIVES_AT.search(text):
        return True
    lives = bool(LIVES.search(text))
    return any(lives or not COMMON_LANE.fullmatch(lane[1]) for lane in LANE.finditer(text))


def has_handle(text: str) -> bool:
    return bool(HANDLE.search(_without_e_mails(text)) or APP_NAME.search(text))


def _with_signs(text: str) -> str:
    """ "anna (at) web punkt de" as it is meant."""
    return DOT.sub(".", AT_PROVIDER.sub("@", AT.sub("@", text)))


def _without_e_mails(text: str) -> str:
    return E_MAIL_WHOLE.sub(" ", text)


def has_e_mail(text: str) -> bool:
    return bool(E_MAIL.search(_with_signs(text)))


def has_link(text: str) -> bool:
    return bool(LINK.search(_without_e_mails(_with_signs(text))))
