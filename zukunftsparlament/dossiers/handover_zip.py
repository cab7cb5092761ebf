"""Everything about a hand-over in one file, with checksums. Takes some 0.3 seconds: call it in a thread."""

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path

from zukunftsparlament.dossiers import texts
from zukunftsparlament.dossiers.datapackage import datapackage
from zukunftsparlament.dossiers.handover_csv import handover_csv
from zukunftsparlament.dossiers.handover_docx import handover_docx
from zukunftsparlament.dossiers.handover_json import handover_json
from zukunftsparlament.dossiers.handover_odt import handover_odt
from zukunftsparlament.dossiers.handover_pdf import handover_pdf
from zukunftsparlament.dossiers.handover_xlsx import handover_xlsx
from zukunftsparlament.dossiers.repacking import packed
from zukunftsparlament.dossiers.shape import Handover

SCHEMA = Path(__file__).parent / "handover.schema.json"
WRITERS: Mapping[str, Callable[[Handover], bytes]] = {
    "pdf": handover_pdf,
    "docx": handover_docx,
    "odt": handover_odt,
    "xlsx": handover_xlsx,
    "csv": handover_csv,
    "json": handover_json,
}
READ_ME = """\
{title}

Was in diesem Ordner liegt – überall steht dasselbe, in verschiedenen Formen:

{name}.pdf   zum Lesen und Ausdrucken, barrierefrei; eine Seite je Entscheidung
{name}.docx  zum Weiterschreiben in Word: Die Antwort passt gleich hinein
{name}.odt   dasselbe für LibreOffice
{name}.xlsx  als Tabelle, ein Blatt je Thema
{name}.csv   als Tabelle für Programme; datapackage.json sagt, was in den Spalten steht
{name}.json  für Programme; handover.schema.json sagt, wie es aufgebaut ist
SHA256SUMS   Prüfsummen aller Dateien

Prüfen, ob etwas verändert wurde:  sha256sum -c SHA256SUMS

Die Prüfsumme der Übergabe selbst steht in jedem Dokument:
{sha256}
So rechnet man sie nach: {name}.json lesen, "sha256" und bei jeder Entscheidung "answer" weglassen, als JSON mit
sortierten Schlüsseln, ohne Leerzeichen und in UTF-8 schreiben, davon die SHA-256 nehmen.

Auch die Stimmen kann man nachrechnen: Auf der Seite jedes Ergebnisses liegen die Liste der Stimmzettel (liste.json) und
ein kleines Programm, das sie prüft (pruefen.py).

Antwort bitte bis {answer_by}. Namen von Kindern und Jugendlichen fügt die Plattform nirgends hinzu.
"""


def handover_zip(frozen: Handover) -> bytes:
    """The same hand-over gives the same bytes."""
    name = texts.file_name(frozen)
    files = {f"{name}.{ending}": write(frozen) for ending, write in WRITERS.items()}
    files["datapackage.json"] = datapackage(frozen, table=f"{name}.csv", data=files[f"{name}.csv"])
    files["handover.schema.json"] = SCHEMA.read_bytes()
    files["LIESMICH.txt"] = _read_me(frozen, name)
    files["SHA256SUMS"] = checksums(files)
    return packed(files, made_on=texts.made_on(frozen))


def _read_me(frozen: Handover, name: str) -> bytes:
    facts = {"name": name, "sha256": frozen["sha256"], "answer_by": texts.day(frozen["answer_by"])}
    words = READ_ME.format(title=" ".join(texts.title(frozen).split()), **facts)
    return words.replace("\n", "\r\n").encode("utf-8", errors="replace")  # Windows' editor, too


def checksums(files: Mapping[str, bytes]) -> bytes:
    """As `sha256sum -c` reads them."""
    lines = [f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files)]
    return "".join(lines).encode()
