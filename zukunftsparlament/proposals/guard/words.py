"""Insults and slurs, folded (small letters, ae for ä, ss for ß), for the guard. One home, so that a person can tend it.

What is left out on purpose: words that children need to talk about themselves or about history,
and swearing at things ("das ist Mist"). A held post costs its author a day.
"""

# As they stand, with the usual endings (-e, -en, -er, -s …).
WHOLE = [
    "arschgeige", "arschgesicht", "arschloch", "arschloech", "bastard", "bimbo", "bitch", "bloedmann", "cunt", "depp",
    "drecksau", "dreckschwein", "dreckskerl", "dreckskind", "dummkopf", "faggot", "fettsack", "fettsau",
    "flachwichser", "fotze", "hackfresse", "hohlkopf", "hurensohn", "hurentochter", "idiot", "judensau", "kanake",
    "kinderficker", "kys", "missgeburt", "mistkerl", "miststueck", "mongo", "motherfucker", "nazisau", "neger",
    "nigga", "nigger", "nutte", "oberdepp", "penner", "pussy", "retard", "scheisskerl", "schlampe", "schlitzauge",
    "schwachkopf", "schwuchtel", "slut", "spack", "spacko", "spast", "spasti", "stfu", "transe", "trottel",
    "untermensch", "volldepp", "vollidiot", "vollpfosten", "volltrottel", "whore", "wichser", "wixer", "zigeuner",
]  # fmt: skip

# Whatever follows in the same word.
BEGINNINGS = ["fick", "fuck", "gefick", "hure", "verfick", "verpiss", "wichs"]

# Several words; white space between them.
PHRASES = [
    "du arsch",
    "du nazi",
    "du sau",
    "du schwein",
    "schwule sau",
    "scheiss auslaender",
    "scheiss juden",
    "du jude",
    "du opfer",
    "du missgeburt",
    "dumme gans",
    "dumme kuh",
    "dumme sau",
    "bloede kuh",
    "bloede sau",
    "fette kuh",
    "fette sau",
    "bist behindert",
    "bist du behindert",
    "voll behindert",
    "halt die fresse",
    "halt die klappe",
    "halt die schnauze",
    "halt deine fresse",
    "halt dein maul",
    "halts maul",
    "halt's maul",
    "halt\N{RIGHT SINGLE QUOTATION MARK}s maul",
    "leck mich",
    "bring dich um",
    "geh sterben",
    "haeng dich auf",
    "kill yourself",
    "heil hitler",
    "sieg heil",
]

ENDINGS = "e|en|er|es|ern|in|innen|n|s|isch|ische|ischen|ischer|isches"
