"""What the tables of sittings know about somebody, in plain sentences."""

from zukunftsparlament.kernel.texts import _
from zukunftsparlament.mine.data_texts import Row, when


def was_here(row: Row) -> list[str]:
    said = _("Sitzung {n}: Du warst am {day} da.") if row["seat"] else _("Sitzung {n}: Du hast am {day} zugehört.")
    return [said.format(n=row["sitting"], day=when(row["came_at"]))]


def spoke(row: Row) -> list[str]:
    """A hand that went up and down again is told, too: it is stored."""
    said = _("Sitzung {n}: Du hast gesprochen.") if row["begun_at"] else _("Sitzung {n}: Du hast dich gemeldet.")
    return [said.format(n=row["sitting"])]


def asked(row: Row) -> list[str]:
    lines = [_("Sitzung {n}: Du hast gefragt: {text}").format(n=row["sitting"], text=row["text"])]
    if row["decline_reason"]:
        lines.append(_("Sie wurde nicht veröffentlicht: {reason}").format(reason=row["decline_reason"]))
    if row["answer"]:
        lines.append(_("Die Antwort darauf: {text}").format(text=row["answer"]))
    return lines


def stood(row: Row) -> list[str]:
    said = _("Sitzung {n}: Du standest bei einer Wahl auf der Liste: {title}.")
    lines = [said.format(n=row["sitting"], title=row["title"])]
    if row["withdrew_at"]:
        lines.append(_("Du hast abgelehnt oder bist zurückgetreten."))
    if row["accepted_at"]:
        lines.append(_("Du hast die Wahl angenommen."))
    if row["declined_at"]:
        lines.append(_("Du hast die Wahl nicht angenommen."))
    return lines
