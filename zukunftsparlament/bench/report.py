"""What was measured: a table for people, JSON for machines, both with the goals of the house."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from zukunftsparlament.bench.measure import Measured
from zukunftsparlament.bench.pages import Cost
from zukunftsparlament.kernel.settings import settings
from zukunftsparlament.kernel.texts import N_, _

SHARES = {"wall": 0.30, "wall_signed_in": 0.06, "proposal_signed_in": 0.04, "ballot": None}
VOTES_ON = {True: 0.6, False: 0.5}  # of the bare driver, on SQLite and on PostgreSQL
SECONDS_TO_START, MEMORY_MIB, GROWTH, STATEMENTS = 1.5, 150, 1.3, 5
FIRST_VISIT_BYTES, FIRST_VISIT_REQUESTS = 60_000, 8
NAMES = {
    "wall": N_("Wand, nicht angemeldet"),
    "wall_signed_in": N_("Wand, angemeldet"),
    "proposal_signed_in": N_("Vorschlag mit 50 Beiträgen"),
    "ballot": N_("Stimmzettel"),
}


@dataclass(frozen=True)
class Line:
    """One figure beside its goal; `goal` None: none is set. `at_least`: more is better."""

    name: str
    figure: float
    goal: float | None
    at_least: bool
    told: str

    @property
    def is_reached(self) -> bool:
        if self.goal is None:
            return True
        return self.figure >= self.goal if self.at_least else self.figure <= self.goal


def lines(found: Measured) -> list[Line]:
    ratio = found.votes / found.bare_votes
    told = _("{votes:.0f}/s, blank {bare:.0f}/s").format(votes=found.votes, bare=found.bare_votes)
    return [
        Line(_("Hallo (blankes ASGI)"), 1, None, True, _speed(found.hello)),
        *[Line(_(NAMES[page]), found.share(page), SHARES[page], True, _speed(found.pages[page])) for page in SHARES],
        Line(
            _("Geheime Stimme über HTTP"),
            found.hello.cpu_us / found.votes_over_http.cpu_us,
            None,
            True,
            _speed(found.votes_over_http),
        ),
        Line(_("Geheime Stimme, Anteil am blanken Treiber"), ratio, VOTES_ON[settings().is_sqlite], True, told),
        Line(_("Start bis /healthz, Sekunden"), found.seconds_to_start, SECONDS_TO_START, False, ""),
        Line(_("Speicher unter Last, MiB"), found.memory_mib, MEMORY_MIB, False, ""),
        *_visits(found),
        Line(_("Wand mit 50.000 statt 500 Vorschlägen"), found.growth, GROWTH, False, ""),
        *[
            Line(_("Abfragen für {page}").format(page=page), count, STATEMENTS, False, "")
            for page, count in found.statements.items()
        ],
    ]


def _visits(found: Measured) -> list[Line]:
    made = []
    for path, visit in found.first_visits.items():
        named = _("Erster Besuch von {path}, {what}")
        made.append(Line(named.format(path=path, what=_("Bytes")), visit.bytes, FIRST_VISIT_BYTES, False, ""))
        made.append(Line(named.format(path=path, what=_("Anfragen")), visit.requests, FIRST_VISIT_REQUESTS, False, ""))
    return made


def _speed(found: Cost) -> str:
    return _("{rate:.0f}/s, {cpu:.0f} µs").format(rate=found.per_second, cpu=found.cpu_us)


def table(lines: Sequence[Line]) -> str:
    written = [f"{'':46}{_('gemessen'):>10}{_('Ziel'):>9}"]
    for line in lines:
        goal = "" if line.goal is None else f"{'≥' if line.at_least else '≤'} {line.goal:g}"
        missed = "" if line.is_reached else _("  verfehlt")
        figure = f"{line.figure:.0f}" if line.figure >= 100 else f"{line.figure:.2f}"
        written.append(f"{line.name:<46}{figure:>10}{goal:>9}  {line.told}{missed}".rstrip())
    return "\n".join(written)


def as_json(found: Measured, *, seconds: float) -> dict[str, Any]:
    """Every figure by itself: rates per second, CPU in microseconds, shares of the bare hello."""
    return {
        "store": "sqlite" if settings().is_sqlite else "postgresql",
        "seconds": seconds,
        "shares": {page: found.share(page) for page in SHARES},
        "votes_ratio": found.votes / found.bare_votes,
        **asdict(found),
    }
