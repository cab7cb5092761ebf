"""What can go wrong on somebody's machine, each in one sentence for the person at the keyboard."""

import errno
import sqlite3

from zukunftsparlament.kernel.texts import N_, _


class Fault(Exception):
    """The command cannot do what was asked. The text is for a person; `code` is what the command ends with."""

    def __init__(self, sentence: str, *, code: int = 1) -> None:
        super().__init__(sentence)
        self.code = code


def expected() -> tuple[type[BaseException], ...]:
    """What the store and the machine may raise. Asked only when something was raised: its libraries load slowly."""
    from zukunftsparlament.kernel.database import STORE_ERRORS

    return STORE_ERRORS


BY_NUMBER = {
    errno.ENOSPC: N_("Der Datenträger ist voll. Was vorher fertig war, ist unversehrt."),
    errno.EDQUOT: N_("Der zugeteilte Speicherplatz ist aufgebraucht. Was vorher fertig war, ist unversehrt."),
    errno.EFBIG: N_("Die Datei ist größer, als hier erlaubt ist."),
    errno.EROFS: N_("Der Datenträger ist schreibgeschützt: {what}"),
    errno.EACCES: N_("Die Rechte reichen nicht für: {what}"),
    errno.EPERM: N_("Die Rechte reichen nicht für: {what}"),
    errno.ENOENT: N_("Das gibt es nicht: {what}"),
    errno.ENOTDIR: N_("Das ist kein Ordner: {what}"),
    errno.EISDIR: N_("Das ist ein Ordner, keine Datei: {what}"),
}
SQLITE = {
    "disk is full": BY_NUMBER[errno.ENOSPC],
    "disk I/O error": N_("Der Datenträger liest oder schreibt nicht mehr richtig ({what})."),
    "readonly": N_("Der Datenbestand lässt sich nicht beschreiben: Rechte oder Schreibschutz prüfen."),
    "unable to open": N_("Der Datenbestand lässt sich nicht öffnen: Ordner und Rechte von ZP_DATA prüfen."),
    "locked": N_("Der Datenbestand ist gerade von einem anderen Programm belegt. Bitte gleich noch einmal versuchen."),
    "not a database": N_("Die Datei ist kein Datenbestand dieses Programms."),
    "malformed": N_("Die Datei des Datenbestands ist beschädigt. Bitte eine Sicherung zurückspielen."),
    "no such table": N_("Der Datenbestand ist noch leer oder älter als dieses Programm: zukunftsparlament migrate"),
}


def sentence_about(error: BaseException) -> str:
    if isinstance(error, sqlite3.Error):
        found = next((text for part, text in SQLITE.items() if part in str(error)), None)
        return _(found or N_("Der Datenbestand (SQLite) meldet einen Fehler: {what}")).format(what=error)
    if isinstance(error, OSError) and error.errno in BY_NUMBER:
        return _(BY_NUMBER[error.errno]).format(what=error.filename or error.strerror)
    if isinstance(error, (ConnectionError, TimeoutError)):
        return _("PostgreSQL antwortet nicht. Läuft es, und stimmt ZP_DATABASE_URL?")
    if type(error).__name__ == "UndefinedTableError":
        return _(SQLITE["no such table"])
    if isinstance(error, OSError):
        return _("Das Betriebssystem meldet einen Fehler: {what}").format(what=error)
    return _("PostgreSQL meldet einen Fehler: {what}").format(what=error)
