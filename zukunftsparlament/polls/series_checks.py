"""Whether every point of a paper has its poll, or its reason."""

from zukunftsparlament.journal.queries import acts
from zukunftsparlament.kernel.checks import Check, Found, numbers_fit, read_json
from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.kernel.texts import N_, _
from zukunftsparlament.polls.rules.in_sitting import FIRST_REHEARSED, is_rehearsed

SERIES = Sql("SELECT id, number, proposal, points FROM poll_series ORDER BY number")
POLLS = Sql("SELECT number, series, point, proposal FROM poll WHERE series IS NOT NULL ORDER BY number")


async def _points_fit() -> Found:
    series, polls = await SERIES.rows(), await POLLS.rows()
    for row in series:
        if why := _why_not(row, [poll for poll in polls if poll["series"] == row["id"]]):
            return _("Reihe {number}: {why}").format(number=row["number"], why=why)
    return None


def _why_not(row: Row, polls: list[Row]) -> Found:
    points = enumerate(read_json(row["points"]) or [], start=1)
    wanted = [number for number, point in points if not point["reason"]]
    if sorted(poll["point"] for poll in polls) != wanted:
        return _("Punkte und Abstimmungen passen nicht zusammen.")
    if any(poll["proposal"] != row["proposal"] for poll in polls):
        return _("Eine Abstimmung gehört zu einem anderen Vorschlag.")
    return None


async def _journal_knows() -> Found:
    before = {act.subject for act in await acts("prepare_series", "poll_series")}
    numbers = {row["number"] for row in await SERIES.rows() if not is_rehearsed(row["number"])}
    after = {act.subject for act in await acts("prepare_series", "poll_series")}
    odd = min((before - numbers) | (numbers - after), default=None)
    return (
        None if odd is None else _("Reihe {number}: Journal und Datenbestand passen nicht zusammen.").format(number=odd)
    )


SERIES_CHECKS = (
    Check(N_("Punkte"), _points_fit),
    Check(N_("Punkte und Journal"), _journal_knows),
    numbers_fit("poll_series", "poll_series", below=FIRST_REHEARSED),
)
