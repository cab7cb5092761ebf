"""A poll as it stands in the store."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.sql import Row
from zukunftsparlament.polls.rules import (
    Electorate,
    Kind,
    PollState,
    PollTimes,
    Secrecy,
    Terms,
    state,
    terms_in,
)
from zukunftsparlament.polls.rules.in_sitting import is_rehearsed

TIMES = ("opens_at", "opened_at", "closes_at", "closing_at", "closed_at", "counted_at", "published_at", "voided_at")
PLAIN = (
    "id", "number", "proposal", "question", "yes_means", "no_means", "rule_set", "binding", "prepared_at",
    "void_reason", "electorate_size", "seats", "turnout", "public_key", "lot_commitment",
    "persons", "series", "point", "practice", "after_tie", "after_tie_as", "made_secret_at", "two_key",
    "item", "present", "second_call", "by_hands", "amends", "fund", "cents",
    "paper_given", "paper_returned", "paper_invalid", "by_school", "election",
)  # fmt: skip
READ = ("kind", "options", "terms", "secrecy", "electorate", "amendment", "voices")
COLUMNS = ", ".join(
    (
        *(f"p.{name}" for name in (*PLAIN, *READ, *TIMES)),
        "(SELECT z.number FROM agenda_item y JOIN sitting z ON z.id = y.sitting WHERE y.id = p.item) AS sitting_number",
        "(SELECT y.public FROM agenda_item y WHERE y.id = p.item) AS item_public",
        "(SELECT coalesce(y.ended_at, z.closed_at, z.cancelled_at) FROM agenda_item y "
        "JOIN sitting z ON z.id = y.sitting WHERE y.id = p.item) AS item_over_at",
        # Seats before the opening, people after it: never both.
        "(SELECT count(*) FROM paper_seat x WHERE x.poll = p.id) "
        "+ (SELECT count(*) FROM paper_voter x WHERE x.poll = p.id) AS paper_voters",
    )
)
ABOUT_PROPOSAL = (
    "v.number AS proposal_number, v.title AS proposal_title, "
    "(SELECT o.number FROM poll o WHERE o.id = p.after_tie) AS after_tie_number"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Poll:
    """`state` is that of the moment in which the row was read: behind a lock, of the moment after it.

    `proposal`, `after_tie`, `item`, `amends`, `fund` and `election` are row ids. `proposal_number`, `proposal_title`
    and `after_tie_number` are None where the row was only locked. `after_tie_as`: "run_off" or "ways", "" for all
    others. `sitting_number`: of the sitting in which it is held, with `item`; `present`: seats whose vote was there
    then. Not `is_public`: behind closed doors. `item_is_over`: or its whole sitting is.
    `amendment`: what the poll that it `amends` says if this one is accepted. `cents` of that `fund` are at stake.
    `paper_voters`: who votes on paper, until it is counted; `paper_given` and the two after it: slips, once two people
    have entered them.
    `by_school`: each school has one vote; `voices`: seats that a chair has chosen to cast it.
    """

    id: int
    number: int
    proposal: int | None
    proposal_number: int | None
    proposal_title: str | None
    question: str
    yes_means: str
    no_means: str
    kind: Kind
    options: tuple[str, ...]
    terms: Terms
    persons: bool
    series: int | None
    point: int | None
    secrecy: Secrecy
    electorate: Electorate
    rule_set: int
    binding: bool
    prepared_at: Any
    times: PollTimes
    state: PollState
    void_reason: str
    electorate_size: int | None
    seats: int | None
    turnout: int | None
    public_key: bytes | None
    lot_commitment: str | None
    practice: bool
    after_tie: int | None
    after_tie_number: int | None
    after_tie_as: str
    made_secret_at: Any
    two_key: bool
    item: int | None
    sitting_number: int | None
    is_public: bool
    item_is_over: bool
    present: int | None
    second_call: bool
    by_hands: bool
    amends: int | None
    amendment: Mapping[str, str]
    fund: int | None
    cents: int | None
    paper_voters: int
    paper_given: int | None
    paper_returned: int | None
    paper_invalid: int | None
    by_school: bool
    voices: tuple[int, ...]
    election: int | None

    @property
    def address(self) -> str:
        return f"/abstimmungen/{self.number}"

    @property
    def room(self) -> str:
        """What event streams call it."""
        return f"poll-{self.number}"

    @property
    def rooms(self) -> tuple[str, ...]:
        """All whom a step of it concerns. What happens in a rehearsal stays in the room."""
        sitting = () if self.sitting_number is None else (f"sitting-{self.sitting_number}",)
        return (*(() if is_rehearsed(self.number) else ("polls",)), self.room, *sitting)

    @property
    def on_paper(self) -> int:
        """Slips that were given out."""
        return self.paper_voters if self.paper_given is None else self.paper_given

    @property
    def schools(self) -> int | None:
        """How many have a vote, where each school has one."""
        return self.electorate_size if self.by_school else None

    @property
    def paper_waits(self) -> bool:
        """Whether slips are out that nobody has entered yet."""
        return self.paper_voters > 0 and self.paper_given is None

    @property
    def never_came(self) -> bool:
        """Whether it was prepared for an item that is over by now."""
        return self.item_is_over and self.state is PollState.PREPARED

    @property
    def is_secret(self) -> bool:
        return self.secrecy is Secrecy.SECRET

    @property
    def is_by_name(self) -> bool:
        return self.secrecy is Secrecy.NAMED


def poll_in(row: Row) -> Poll:
    times = PollTimes(**{name: row[name] for name in TIMES})
    return Poll(
        **{name: row[name] for name in PLAIN} | {"by_school": bool(row["by_school"])},
        proposal_number=row.get("proposal_number"),
        proposal_title=row.get("proposal_title"),
        after_tie_number=row.get("after_tie_number"),
        kind=Kind(row["kind"]),
        options=tuple(json.loads(row["options"])),
        terms=terms_in(json.loads(row["terms"])),
        sitting_number=row["sitting_number"],
        is_public=row["item_public"] is None or bool(row["item_public"]),
        item_is_over=row["item_over_at"] is not None,
        paper_voters=row["paper_voters"],
        amendment=json.loads(row["amendment"]),
        voices=tuple(json.loads(row["voices"])),
        secrecy=Secrecy(row["secrecy"]),
        electorate=Electorate(row["electorate"]),
        times=times,
        state=state(times, now()),
    )
