"""The texts of the young people's side: which they are, and their catalogue in Einfache Sprache.

Everything that a template or a module of the package says belongs to it, but for what only adults see. So a new page
is in it by itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from zukunftsparlament.kernel.texts import LOCALES

PACKAGE = LOCALES.parent
SIMPLE_PO = LOCALES / "de_simple" / "LC_MESSAGES" / "zukunftsparlament.po"
METHODS = [("templates/**.html", "jinja2"), ("**.py", "python")]
OPTIONS = {"templates/**.html": {"trimmed": "true"}}
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}

# The office, the command line, verification, the documents for committees, and the rules' editor.
FOR_ADULTS = re.compile(
    r"bench/|cli/|demo/|office/|dossiers/|journal/|.*checks\.py|proposals/finding|procedure/(refusals|editing)|people/(staff|card_sheet|minutes)"
    r"|handovers/refusals|templates/(office/|layouts/office|people/(staff_sign_in|confirm))"
)
# At the start of a sentence anybody can be meant by it: "Sie läuft noch.", "Ihr könnt weiterschreiben."
FORMAL = re.compile(r"(?<!^)(?<![.!?] )\b(Sie|Ihnen|Ihr(e[nmrs]?)?)\b|\bBitte .* (angeben|freigeben)")
NO_TEXT = {
    "answer",
    "outcome",
    "reason",
    "way",
    "role",
}  # keys inside `_(NAMES[facts["answer"]])`, which Babel takes for texts
# What adults read that stands beside what the young read.
TO_ADULTS = {
    "Sie leiten diese Abstimmung",
    "Sie lesen die Sorgen schon.",
    "Es lesen schon zwei Personen die Sorgen. Eine von ihnen muss es erst abgeben.",
    "Mit dieser Passphrase lassen sich die Sorgen nicht öffnen.",
}
STAYS = "bleibt so"  # the comment of an entry that is already as simple as can be

MessageId = str | tuple[str, str]


@dataclass
class Text:
    id: MessageId
    files: list[str] = field(default_factory=list)

    @property
    def first(self) -> str:
        return self.id if isinstance(self.id, str) else self.id[0]


def young_texts() -> dict[str, Text]:
    """All of them by their (singular) text, in the order of the files."""
    texts: dict[str, Text] = {}
    for file, message in sorted(_extracted(), key=lambda found: found[0]):
        if FOR_ADULTS.match(file):
            continue
        text = texts.setdefault(message if isinstance(message, str) else message[0], Text(message))
        if isinstance(message, tuple):
            text.id = message
        if file not in text.files:
            text.files.append(file)
    return {
        first: text for first, text in texts.items() if first not in NO_TEXT | TO_ADULTS and not FORMAL.search(first)
    }


def _extracted() -> Iterator[tuple[str, MessageId]]:
    found = extract_from_dir(PACKAGE, METHODS, OPTIONS, keywords=KEYWORDS)
    for file, _, message, _, _ in found:
        if isinstance(message, tuple):
            yield file, (message[0], message[1])
        elif message:
            yield file, message


def read(path: Path = SIMPLE_PO) -> dict[str, Message]:
    if not path.is_file():
        return {}
    with path.open("rb") as file:
        messages = list(read_po(file))
    return {(entry.id if isinstance(entry.id, str) else entry.id[0]): entry for entry in messages if entry.id}


def update(path: Path = SIMPLE_PO) -> None:
    """Write the catalogue anew: new texts empty, old translations kept, what nobody says any more left out."""
    known = read(path)
    catalogue = Catalog(locale="de", charset="utf-8", fuzzy=False)
    for first, text in young_texts().items():
        old = known.get(first)
        said = old.string if old is not None else ""
        if isinstance(text.id, tuple) and not isinstance(said, tuple | list):
            said = ("", "")
        comments = old.user_comments if old is not None else []
        catalogue.add(text.id, said, [(file, 0) for file in text.files], user_comments=comments)
    written = BytesIO()
    write_po(written, catalogue, width=0, include_lineno=False, omit_header=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(HEADER.encode() + written.getvalue())


HEADER = """\
# Einfache Sprache: short sentences, one thought each, no hard words but those of the page /woerter.
# An entry with the comment "bleibt so" repeats its text, as nothing simpler can be said. After changes: bin/texts
msgid ""
msgstr ""
"Language: de\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""
