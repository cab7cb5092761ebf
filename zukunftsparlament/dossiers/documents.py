"""Every document of a hand-over, by the ending of its address. Call them in a thread."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from zukunftsparlament.dossiers.canonical import canonical
from zukunftsparlament.dossiers.handover_csv import handover_csv
from zukunftsparlament.dossiers.handover_docx import handover_docx
from zukunftsparlament.dossiers.handover_json import handover_json
from zukunftsparlament.dossiers.handover_odt import handover_odt
from zukunftsparlament.dossiers.handover_pdf import handover_pdf
from zukunftsparlament.dossiers.handover_xlsx import handover_xlsx
from zukunftsparlament.dossiers.handover_zip import handover_zip
from zukunftsparlament.dossiers.shape import Handover

OPEN_XML = "application/vnd.openxmlformats-officedocument"
SMALL = 12  # decisions; making all documents of a larger one takes longer than a page may


@dataclass(frozen=True, slots=True)
class Document:
    write: Callable[[Handover], bytes]
    media_type: str


DOCUMENTS: Mapping[str, Document] = {
    "pdf": Document(handover_pdf, "application/pdf"),
    "docx": Document(handover_docx, f"{OPEN_XML}.wordprocessingml.document"),
    "odt": Document(handover_odt, "application/vnd.oasis.opendocument.text"),
    "xlsx": Document(handover_xlsx, f"{OPEN_XML}.spreadsheetml.sheet"),
    "csv": Document(handover_csv, "text/csv; charset=utf-8"),
    "json": Document(handover_json, "application/json"),
    "zip": Document(handover_zip, "application/zip"),
}


def sizes(frozen: Handover) -> dict[str, int]:
    """Bytes of each document, by its ending; of a large hand-over none. They are made for it, once."""
    if len(frozen["decisions"]) > SMALL:
        return {}
    return dict(_sizes_of(canonical(frozen)))


@lru_cache(maxsize=64)
def _sizes_of(written_down: bytes) -> dict[str, int]:
    frozen: Handover = json.loads(written_down)
    return {ending: len(document.write(frozen)) for ending, document in DOCUMENTS.items()}
