"""Deadlines in the words of a school calendar: weekdays and weeks, not sums of days."""

from datetime import date, datetime

from babel.dates import format_date

from zukunftsparlament.kernel.clock import HERE
from zukunftsparlament.kernel.templates import add_filter
from zukunftsparlament.kernel.texts import N_, _, locale, ngettext
from zukunftsparlament.sittings.rules.deadlines import Deadline, Invitation

WEEKS = {
    1: N_("eine Woche vorher"),
    2: N_("zwei Wochen vorher"),
    3: N_("drei Wochen vorher"),
    4: N_("vier Wochen vorher"),
}


def weekday_and_day(day: date) -> str:
    """`Mittwoch, 4. März`"""
    return format_date(day, "EEEE, d. MMMM", locale=locale())


def weekday_with_year(moment: datetime) -> str:
    """`Mittwoch, 4. März 2027`"""
    return format_date(moment.astimezone(HERE).date(), "EEEE, d. MMMM y", locale=locale())


def before_it(days: int) -> str:
    """`am selben Tag`, `am Tag vorher`, `5 Tage vorher`, `zwei Wochen vorher`."""
    if days == 0:
        return _("am selben Tag")
    if days == 1:
        return _("am Tag vorher")
    weeks, rest = divmod(days, 7)
    if rest == 0:
        return _(WEEKS[weeks]) if weeks in WEEKS else _("{n} Wochen vorher").format(n=weeks)
    return _("{n} Tage vorher").format(n=days)


def from_today(days: int) -> str:
    """How far a day is from today: `heute`, `morgen`, `in 3 Tagen`, `in einer Woche`, `vor 2 Tagen`."""
    if days == 0:
        return _("heute")
    if days == 1:
        return _("morgen")
    if days < 0:
        return ngettext("vor {n} Tag", "vor {n} Tagen", -days).format(n=-days)
    weeks, rest = divmod(days, 7)
    if rest == 0 and weeks == 1:
        return _("in einer Woche")
    return _("in {n} Wochen").format(n=weeks) if rest == 0 else _("in {n} Tagen").format(n=days)


def last_day(deadline: Deadline) -> str:
    """`spätestens Mittwoch, 4. März (zwei Wochen vorher)`, and at the weekend the school day before."""
    said = _("spätestens {day} ({before})").format(
        day=weekday_and_day(deadline.last_day), before=before_it(deadline.before)
    )
    if deadline.school_day == deadline.last_day:
        return said
    return said + _(", besser schon am {day}").format(day=weekday_and_day(deadline.school_day))


def too_late(deadline: Deadline, today: date) -> str:
    """How much too late, and when the last day was. "" in time."""
    late = deadline.late_by(today)
    days = ngettext("einen Tag", "{n} Tage", late).format(n=late)
    day = weekday_and_day(deadline.last_day)
    return _("{days} zu spät. Der letzte Tag war {day}.").format(days=days, day=day) if late else ""


def invitation_too_late(periods: Invitation, today: date) -> str:
    """Which deadline is broken, what would help, and what it means. "" in time."""
    late = too_late(periods.that_holds, today)
    if not late:
        return ""
    said = _("Die Einladung kommt {late}").format(late=late)
    if periods.urgent_would_do(today):
        help_ = _("Wenn es eilig ist, reicht es {before}: Schreib dann bei der Planung dazu, warum.")
        said += " " + help_.format(before=before_it(periods.urgent.before))
    return (
        said
        + " "
        + _("Sonst kann jemand sagen: „Das wusste ich zu spät.“ Dann gelten eure Beschlüsse vielleicht nicht.")
    )


def item_too_late(deadline: Deadline, today: date) -> str:
    """The same for an item. "" in time."""
    late = too_late(deadline, today)
    if not late:
        return ""
    meaning = _(
        "Wer sich nicht vorbereiten konnte, darf sagen: „Das war zu spät.“ Schreib dazu, warum es trotzdem sein muss."
    )
    return _("Dieser Punkt kommt {late}").format(late=late) + " " + meaning


add_filter("weekday", weekday_and_day)
add_filter("weekday_long", weekday_with_year)
add_filter("last_day", last_day)
add_filter("from_today", from_today)
