"""Words of the desk of hand-overs."""

from zukunftsparlament.kernel.pages import add_filter
from zukunftsparlament.kernel.texts import N_, _

# The PDF has a button of its own.
DOCUMENTS: dict[str, tuple[str, str]] = {
    "docx": (N_("Word (DOCX)"), N_("zum Weiterschreiben: Die Antwort passt gleich hinein")),
    "odt": (N_("LibreOffice (ODT)"), N_("dasselbe für freie Büroprogramme")),
    "xlsx": (N_("Tabelle (XLSX)"), N_("zum Sortieren und Rechnen, ein Blatt je Thema")),
    "csv": (N_("Tabelle (CSV)"), N_("für Programme: eine Entscheidung je Zeile")),
    "json": (N_("Daten (JSON)"), N_("für Programme, mit beschriebenem Aufbau")),
    "zip": (N_("Alles zusammen (ZIP)"), N_("zum Aufheben, mit Prüfsummen")),
}


def size_word(size: int) -> str:
    """Such as "84 KB" or "1,2 MB": thousands, as file managers count them."""
    if size < 1_000_000:
        return _("{n} KB").format(n=max(round(size / 1000), 1))
    return _("{n} MB").format(n=f"{size / 1_000_000:.1f}".replace(".", ","))


add_filter("size_word", size_word)
