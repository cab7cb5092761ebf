"""What was measured of the live side: lines for the table, figures for machines."""

from dataclasses import asdict
from typing import Any

from zukunftsparlament.bench.live.measure import FanOut, Live
from zukunftsparlament.bench.report import Line
from zukunftsparlament.kernel.texts import _

RATIO, RATIO_IS_FOR = 2.5, 1_000
SECONDS_IN_ROOM, SECONDS_IN_HALL = 1.0, 2.0


def lines(found: Live) -> list[Line]:
    waits = _("davon wird bis zu {seconds:g} gewartet")
    in_room = _("Tipp bis zum letzten von {number} Telefonen, s").format(number=found.phones)
    in_hall = _("Tipp bis zur letzten von {number} Leinwänden, s").format(number=found.spectators)
    return [
        *[_fan_out(count, fan_out) for count, fan_out in found.fan_out.items()],
        Line(in_room, found.room_seconds, SECONDS_IN_ROOM, False, waits.format(seconds=found.room_jitter)),
        Line(in_hall, found.hall_seconds, SECONDS_IN_HALL, False, waits.format(seconds=found.hall_jitter)),
    ]


def _fan_out(count: int, found: FanOut) -> Line:
    name = _("Letzter von {number} Strömen, mal Schleife").format(number=count)
    told = _("{ours:.2f} ms, blanke Schleife {bare:.2f} ms").format(ours=found.ours_ms, bare=found.bare_ms)
    return Line(name, found.ratio, RATIO if count >= RATIO_IS_FOR else None, False, told)


def as_json(found: Live) -> dict[str, Any]:
    return {**asdict(found), "ratios": {count: fan_out.ratio for count, fan_out in found.fan_out.items()}}
