"""Words of the desk of hand-overs."""

from zukunftsparlament.dossiers.leaflets import for_everybody
from zukunftsparlament.handovers.queries import Debt, Owing
from zukunftsparlament.handovers.rules import Owed
from zukunftsparlament.kernel.dates import day
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


def reminder_letter(owing: Owing) -> str:
    """Ready to copy into a mail or to print; whom to greet is left to the office."""
    lines = [_debt(debt) for debt in owing.debts]
    return "\n".join(
        [
            _("Guten Tag,"),
            "",
            _("mit Übergabe Nr. {n} haben wir Ihnen Ergebnisse unseres Parlaments gegeben ({body}).").format(
                n=owing.handover, body=owing.body
            ),
            _("Dazu warten die Kinder und Jugendlichen auf Ihre Antwort:"),
            "",
            *lines,
            "",
            _("Bitte antworten Sie mit Ja, „Ja, aber anders“, Später oder Nein, immer mit Grund und Datum."),
            _("Ihre Antwort steht danach für alle hier: {address}").format(address=for_everybody(owing.handover)),
            "",
            _("Vielen Dank und freundliche Grüße"),
            _("Ihr Jugendbüro"),
        ]
    )


def _debt(debt: Debt) -> str:
    told, reply = debt.outcome, debt.outcome.reply
    if debt.why is Owed.NEXT_DATE_PASSED and reply and reply.next_date:
        shape = _("– Nr. {n}: {title} (weitergehen sollte es am {day})")
        return shape.format(n=told.number, title=told.title, day=day(reply.next_date))
    shape = _("– Nr. {n}: {title} (die Antwort war bis {day} erbeten)")
    if debt.why is Owed.SOON:
        shape = _("– Nr. {n}: {title} (Antwort bitte bis {day})")
    return shape.format(n=told.number, title=told.title, day=day(told.answer_by))


OWED: dict[str, str] = {
    Owed.SOON.value: N_("bald fällig"),
    Owed.OVERDUE.value: N_("überfällig"),
    Owed.NEXT_DATE_PASSED.value: N_("„Später“ ist vorbei"),
}


def owed_word(why: str) -> str:
    return _(OWED[why])


add_filter("owed_word", owed_word)
add_filter("size_word", size_word)
