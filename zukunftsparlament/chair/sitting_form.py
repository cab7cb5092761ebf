"""Reads the form in which a sitting is planned, and fills it for one that is planned already."""

from datetime import UTC, date, datetime, time

from zukunftsparlament.kernel.clock import HERE
from zukunftsparlament.kernel.forms import Form
from zukunftsparlament.sittings.planning_texts import said
from zukunftsparlament.sittings.queries import Sitting
from zukunftsparlament.sittings.rules import SittingKind
from zukunftsparlament.sittings.rules.planning import Flaw, SittingDraft, lines_in

DAYS = ("%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y")  # as browsers send it, and as people write it
TIMES = ("%H:%M", "%H:%M:%S", "%H.%M", "%H")


class SittingForm:
    """What cannot be read is a problem beside its field."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self._flaws: dict[str, Flaw] = {}

    @property
    def problems(self) -> dict[str, str]:
        return said(self._flaws)

    def draft(self) -> SittingDraft:
        day = self._day()
        begins = self._time("begins", Flaw.BEGIN_MISSING)
        ends = self._time("ends", None)
        return SittingDraft(
            kind=self._kind(),
            starts_at=self._moment("begins", day, begins),
            ends_at=self._moment("ends", day, ends),
            guests=lines_in(self.form.raw("guests")),
            **{name: self.form.text(name) for name in ("place", "title", "hint", "wifi")},
            **{name: self.form.text(name) for name in ("urgent_reason", "late_reason")},
        )

    def _kind(self) -> SittingKind | None:
        typed = self.form.text("kind")
        return SittingKind(typed) if typed in list(SittingKind) else None

    def _day(self) -> date | None:
        typed = self.form.text("day")
        for pattern in DAYS:
            try:
                return datetime.strptime(typed, pattern).date()  # noqa: DTZ007  a day has no zone
            except ValueError:
                continue
        self._flaws["day"] = Flaw.DAY_UNREADABLE if typed else Flaw.DAY_MISSING
        return None

    def _time(self, name: str, missing: Flaw | None) -> time | None:
        typed = self.form.text(name).removesuffix("Uhr").strip()
        for pattern in TIMES:
            try:
                return datetime.strptime(typed, pattern).time()  # noqa: DTZ007
            except ValueError:
                continue
        if flaw := Flaw.TIME_UNREADABLE if typed else missing:
            self._flaws[name] = flaw
        return None

    def _moment(self, name: str, day: date | None, at: time | None) -> datetime | None:
        """In UTC. The night the clocks go forward has an hour that never comes: nobody can meet then."""
        if day is None or at is None:
            return None
        here = datetime.combine(day, at, HERE)
        try:
            moment = here.astimezone(UTC)
            comes = moment.astimezone(HERE).time() == at
        except OverflowError:  # the year 1 or 9999
            self._flaws["day"] = Flaw.DAY_UNREADABLE
            return None
        if not comes:
            self._flaws[name] = Flaw.TIME_NEVER_COMES
        return moment if comes else None


def filled(sitting: Sitting, guests: list[str]) -> Form:
    starts, ends = sitting.times.starts_at.astimezone(HERE), sitting.times.ends_at
    fields = [(name, str(getattr(sitting, name))) for name in ("title", "place", "hint", "wifi", "urgent_reason")]
    fields += [("kind", sitting.kind.value), ("day", starts.date().isoformat()), ("begins", f"{starts:%H:%M}")]
    fields += [("ends", f"{ends.astimezone(HERE):%H:%M}" if ends else ""), ("guests", "\n".join(guests))]
    return Form(fields)
