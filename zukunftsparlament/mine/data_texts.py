"""A row of a table about somebody, in plain sentences."""

import re
from datetime import date, datetime
from typing import Any

from zukunftsparlament.departures.rules import is_to_be_warned
from zukunftsparlament.kernel.clock import month as this_month
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.dates import day, month_name
from zukunftsparlament.kernel.texts import N_, _, apart
from zukunftsparlament.mine.texts import message_sentence
from zukunftsparlament.proposals.texts import REPORT_REASONS

Row = dict[str, Any]

ROLES = {
    "member": N_("Du hast ein Mandat: Du sitzt im Parlament."),
    "deputy": N_("Du bist Vertretung."),
    "chair": N_("Du hast den Vorsitz."),
    "moderator": N_("Du hilfst bei der Moderation."),
}
REASONS = {reason.value: text for reason, (_sign, text) in REPORT_REASONS.items()}


def when(iso: str | None) -> str:
    return day(datetime.fromisoformat(iso)) if iso else ""


def month(code: str) -> str:
    """`September 2031` of `2031-09`."""
    year, number = map(int, code.split("-"))
    return month_name(date(year, number, 1))


def last_month(delete_after: str | None) -> str:
    """The name of the month in which the card ends, if somebody has to be warned of it."""
    return month(delete_after) if delete_after and is_to_be_warned(delete_after, this_month(now())) else ""


def member(row: Row) -> list[str]:
    lines = [
        _("Du heißt hier {name}.").format(name=apart(row["name"] or "")),
        _("Deine Nummer im Programm ist {id}.").format(id=row["id"]),
    ]
    if row["school"]:
        lines.append(_("Deine Karte kommt von dieser Schule: {school}.").format(school=row["school"]))
    if row["role"] in ROLES:
        lines.append(_(ROLES[row["role"]]))
    if row["premoderated_until"]:
        said = _("Deine Texte werden erst gelesen, bis zum {month}.")
        lines.append(said.format(month=month(row["premoderated_until"])))
    if row["delete_after"]:
        said = _("Deine Karte gilt bis zum {month}. Danach löschen wir, was wir über dich wissen.")
        lines.append(said.format(month=month(row["delete_after"])))
    if row["created_month"]:
        lines.append(_("Du bist dabei seit {month}.").format(month=month(row["created_month"])))
    lines.append(_("Deine Karte heißt {card}.").format(card=row["card_name"]))
    return lines


def wish(row: Row) -> list[str]:
    if row["decided_at"]:
        return [
            _("Am {day} wurde über einen Namen entschieden, den du haben wolltest.").format(day=when(row["decided_at"]))
        ]
    return [_("Du möchtest {name} heißen.").format(name=apart(row["name"]))]


def seat(row: Row) -> list[str]:
    said = _("Du hast Sitz {n}.") if row["sits_as"] == "member" else _("Du vertrittst, wer auf Sitz {n} sitzt.")
    until = [_("Dein letzter Tag auf diesem Sitz: {day}.").format(day=day(row["last_day"]))] if row["last_day"] else []
    return [said.format(n=row["number"]), *until]


def going(row: Row) -> list[str]:
    return [_("Du wirst gerade gelöscht.")]


def card(row: Row) -> list[str]:
    lines = [_("Vom Code und von den fünf Wörtern kennen wir nur Prüfsummen. Damit kann niemand sie nachlesen.")]
    if row["batch"]:
        lines.append(_("Die Karte wurde in Satz {n} gedruckt.").format(n=row["batch"]))
    if row["replaced"]:
        lines.append(_("Sie wurde schon ersetzt, so oft: {n}.").format(n=row["replaced"]))
    return lines


def session(row: Row) -> list[str]:
    device = _("eigenes Gerät") if row["own_device"] else _("gemeinsames Gerät")
    said = _("{device}: angemeldet am {start}, zuletzt da am {seen}")
    return [said.format(device=device, start=when(row["started_at"]), seen=when(row["seen_at"]))]


# Of what is only a number there is one line for all rows.
NUMBERS = {
    "backing": ("proposal", N_("Diese Vorschläge willst du auch: {numbers}")),
    "follower": ("proposal", N_("Diesen Vorschlägen folgst du: {numbers}")),
    "on_roll": ("poll", N_("Bei diesen Abstimmungen darfst oder durftest du mitmachen: {numbers}")),
    "turnout": ("poll", N_("Hier ist deine Stimme drin, und niemand weiß, wie du gestimmt hast: {numbers}")),
    "paper_voter": ("poll", N_("Hier stimmst du auf Papier ab: {numbers}")),
    "secret_wish": ("poll", N_("Hier hast du darum gebeten, dass geheim abgestimmt wird: {numbers}")),
}


def numbers(table: str, rows: list[Row]) -> list[str]:
    column, said = NUMBERS[table]
    return [_(said).format(numbers=", ".join(str(row[column]) for row in rows))] if rows else []


def open_vote(row: Row) -> list[str]:
    said = _("Bei Abstimmung {n} steht bis zur Auszählung auch, was du gewählt hast.")
    return [said.format(n=row["poll"])]


def report(row: Row) -> list[str]:
    what = _("Beitrag {n}").format(n=row["comment"]) if row["comment"] else _("Vorschlag {n}").format(n=row["proposal"])
    reason = _(REASONS.get(row["reason"]) or row["reason"])
    return [_("{what}: {reason}. {text}").format(what=what, reason=reason, text=row["text"]).strip()]


def message(row: Row) -> list[str]:
    number = re.match(r"/vorschlaege/(\d+)", row["address"])
    title = _("Vorschlag {n}").format(n=number[1]) if number else "…"
    said = message_sentence(row["kind"], {**row["facts"], "title": title})
    reason = row["facts"].get("reason")
    return [" ".join(part for part in (when(row["at"]) + ":", said, reason) if part)]
