"""Names that somebody may try, and what each is refused for: each is a trick of its own."""

from zukunftsparlament.people.pseudonyms import NameWhyNot

N = NameWhyNot
STAFF_NAME = "Villa Süd 2"

REFUSED: dict[str, NameWhyNot] = {
    # Letters of another script that look like ours
    "Аdmin": N.SEVERAL_SCRIPTS,  # Cyrillic А
    "Іgel": N.SEVERAL_SCRIPTS,  # Ukrainian І
    "Mutiɡe Εule": N.SEVERAL_SCRIPTS,  # Greek Ε
    "Mоnd": N.SEVERAL_SCRIPTS,  # Cyrillic о
    "Ѕtern": N.SEVERAL_SCRIPTS,  # Cyrillic Ѕ
    "Pаndа": N.SEVERAL_SCRIPTS,
    "Ꮮuna": N.SEVERAL_SCRIPTS,  # Cherokee Ꮮ
    "Lունa": N.SEVERAL_SCRIPTS,  # Armenian
    # Staff, however it is typed
    "Jugendbüro": N.LIKE_STAFF,
    "jugend-buero": N.LIKE_STAFF,
    "J u g e n d b ü r o": N.LIKE_STAFF,
    "JUGENDBURO": N.LIKE_STAFF,
    "Das Jugendbüro 2": N.LIKE_STAFF,
    "Administratorin": N.LIKE_STAFF,
    "4dm1n": N.LIKE_STAFF,
    "Adrnin": N.LIKE_STAFF,  # r and n for m
    "Adm1n": N.LIKE_STAFF,
    "AdmIn": N.LIKE_STAFF,
    "Moderation": N.LIKE_STAFF,
    "M0derator": N.LIKE_STAFF,
    "Mod": N.LIKE_STAFF,
    "Vorsitzende": N.LIKE_STAFF,
    "Support": N.LIKE_STAFF,
    "Polizei Unna": N.LIKE_STAFF,
    "Villa Sued 2": N.LIKE_STAFF,  # an account of the office
    "Ehemaliges Mitglied": N.LIKE_STAFF,
    "Du": N.LIKE_STAFF,
    # Zalgo
    "Z\u0351\u0344\u0352a\u030a\u0348l\u0354g\u0352o": N.TOO_MANY_MARKS,
    "a\u0301\u0302\u0303b": N.TOO_MANY_MARKS,
    # Direction and what nobody sees
    "Eva\u202eluap": N.INVISIBLE,
    "\u2066Eva\u2069": N.INVISIBLE,
    "Ev\u200ba": N.INVISIBLE,
    "Ev\u200da": N.INVISIBLE,
    "Ev\ufeffa": N.INVISIBLE,
    "Ev\u00ada": N.INVISIBLE,
    "\u3164\u3164": N.INVISIBLE,
    "Eva\u2800": N.INVISIBLE,
    "Ev\u00a0a": N.INVISIBLE,
    "Ev\ta": N.INVISIBLE,
    "Eva\x00": N.INVISIBLE,
    "\U000e0041Eva": N.INVISIBLE,  # a tag letter
    "Ev\ud7ffa\ue000": N.INVISIBLE,  # private use
    # No letters
    "😀😀": N.NOT_LETTERS,
    "Eva❤": N.NOT_LETTERS,
    "@eva": N.NOT_LETTERS,
    "<b>Eva</b>": N.NOT_LETTERS,
    "ﬁn": N.NOT_LETTERS,  # a ligature
    "Ｅｖａ": N.NOT_LETTERS,  # fullwidth
    "𝓔𝓿𝓪": N.NOT_LETTERS,
    "Evaʰ": N.NOT_LETTERS,
    "①②": N.NOT_LETTERS,
    # Length
    "E": N.TOO_SHORT,
    "": N.TOO_SHORT,
    "12345": N.TOO_SHORT,
    "- -": N.TOO_SHORT,
    "E" * 31: N.TOO_LONG,
    "ß" * 20_000: N.TOO_LONG,
    "\ufdfa" * 20_000: N.TOO_LONG,  # each is 18 letters after NFKC
    # The guard
    "Du Arschloch": N.FLAGGED,
    "Ruf 0171 2345678": N.FLAGGED,
    "insta eva.xyz7": N.FLAGGED,
    # Like an offered name, which may be somebody's
    "Mutige  EuIe": N.LIKE_ANOTHER,  # a capital I for l
    "mutige eule": N.LIKE_ANOTHER,
    "Mutige-Eule": N.LIKE_ANOTHER,
    "Rnutige Eule": N.LIKE_ANOTHER,
}
GOOD = (
    "Lila Wolke 7",
    "O'Neil",
    "Štěpán",
    "Nguyễn",
    "Olga-Maria",
    "Øystein",
    "Олена",
    "Ελένη",
    "محمد",
    "さくら",
    "अनिता",
    "小明",
    "Café",
    "Staffelläuferin",
)
