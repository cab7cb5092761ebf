"""What the columns of the CSV hold, for programs: a Frictionless data package."""

import json

from zukunftsparlament.dossiers import texts
from zukunftsparlament.dossiers.handover_csv import HEADERS
from zukunftsparlament.dossiers.several import MONEY
from zukunftsparlament.dossiers.shape import Handover

NUMBERS = {"Übergabe", "Nr.", "Vorschlag", "Ja", "Nein", "Enthaltung", "Stimmberechtigt", "Abgestimmt"}
DAYS = {"Übergeben am", "Antwort bis", "Zeitraum von", "Zeitraum bis", "Nächster Termin", "Beantwortet am"}
FILLED = {"Übergabe", "An", "Übergeben am", "Antwort bis", "Nr.", "Verbindlichkeit", "Art", "Ergebnis", "Prüfsumme"}


def datapackage(frozen: Handover, *, table: str, data: bytes) -> bytes:
    """`table`: the name of the CSV file beside it; `data`: what is in it."""
    told = {
        "profile": "tabular-data-package",
        "name": f"uebergabe-{frozen['number']}",
        "title": texts.title(frozen),
        "created": texts.made_on(frozen).isoformat(),
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": "entscheidungen",
                "title": "Eine Entscheidung je Zeile",
                "path": table,
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8-sig",
                "bytes": len(data),
                "dialect": {"delimiter": ";", "quoteChar": '"', "doubleQuote": True, "header": True},
                "schema": {
                    "fields": [_field(name) for name in HEADERS],
                    "missingValues": [""],
                    "primaryKey": ["Übergabe", "Nr."],
                },
            }
        ],
    }
    text = json.dumps(told, ensure_ascii=False, indent=2) + "\n"
    return text.encode("utf-8", errors="replace")


def _field(name: str) -> dict[str, object]:
    if name in MONEY:
        return {"name": name, "type": "number", "decimalChar": ","}
    kind = "integer" if name in NUMBERS else "date" if name in DAYS else "string"
    return {"name": name, "type": kind} | ({"constraints": {"required": True}} if name in FILLED else {})
