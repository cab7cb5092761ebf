"""Sittings as events of a calendar. Of the agenda nothing: it changes, and some items are not public."""

from urllib.parse import urlsplit

from litestar import Response

from zukunftsparlament.kernel.place import place
from zukunftsparlament.kernel.settings import settings
from zukunftsparlament.kernel.texts import GERMAN, _, speaking
from zukunftsparlament.public.calendar import Event, calendar
from zukunftsparlament.sittings.planning_texts import kind_word
from zukunftsparlament.sittings.queries.listed import Dated

CALENDAR = "text/calendar"


def calendar_of(found: list[Dated]) -> Response[bytes]:
    """The same for everybody, and in German: a calendar asks for no language."""
    with speaking(GERMAN):
        body = calendar([event(one) for one in found], name=f"{_('Sitzungen')} – {place().parliament}")
    return Response(body, media_type=CALENDAR)


def event(one: Dated) -> Event:
    sitting, base = one.sitting, settings().base_url.rstrip("/")
    title = sitting.title or f"{kind_word(sitting.kind)} – {place().parliament}"
    cancelled = bool(sitting.times.cancelled_at)
    said = [f"{_('Abgesagt')}: {sitting.cancel_reason}"] if cancelled else [sitting.hint]
    address = f"{base}{sitting.address}"
    return Event(
        uid=f"sitzung-{sitting.number}@{urlsplit(base).hostname}",
        sequence=one.sequence,
        changed_at=one.changed_at,
        starts_at=sitting.times.starts_at,
        ends_at=sitting.times.ends_at,
        title=f"{_('Abgesagt')}: {title}" if cancelled else title,
        place=sitting.place,
        text="\n\n".join([*(part for part in said if part), f"{_('Tagesordnung')}: {address}"]),
        address=address,
        is_cancelled=cancelled,
    )
