"""Writing along: what is typed is saved at once, and nobody writes over what somebody else has written."""

import json
from collections.abc import Collection
from dataclasses import dataclass

from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.refusals import Missing, Wrong
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.sittings import noting_texts  # noqa: F401  the sentences of what is refused here
from zukunftsparlament.sittings.actions.happening import happened
from zukunftsparlament.sittings.actions.leading import must_lead
from zukunftsparlament.sittings.queries import sitting_for_changing
from zukunftsparlament.sittings.queries.recorded import seats
from zukunftsparlament.sittings.rules.noting import LONGEST_NOTE, WhyNotNote, both, stamp

# Only this item is locked: somebody who types must not hold up a whole sitting.
NOTE = Sql(
    "SELECT i.id, i.note FROM agenda_item i JOIN sitting s ON s.id = i.sitting "
    "WHERE s.number = $1 AND i.mark = $2 AND i.removed_at IS NULL {for_update}"
)
SAVE = Sql("UPDATE agenda_item SET note = $2, note_saved_at = $3 WHERE id = $1")
NAME = Sql("UPDATE sitting SET minute_taker = $2 WHERE id = $1")
EXCUSE = Sql("UPDATE sitting SET excused = $2 WHERE id = $1")


@dataclass(frozen=True, slots=True)
class Saved:
    """`note`: what stands there now. `is_clash`: somebody else has written meanwhile; what was sent is not saved."""

    note: str
    is_clash: bool = False

    @property
    def stamp(self) -> str:
        return stamp(self.note)


async def save_note(number: int, mark: int, text: str, *, before: str, keep: str = "") -> Saved:
    """`before`: stamp of the text that was changed.

    `keep`: what to do where somebody else has written meanwhile: "mine", "theirs" or "both"; `before` is then the stamp
    of what they have written. Nobody is told: only those who write along see notes before the minutes are public.
    """
    if len(text) > LONGEST_NOTE:
        raise Wrong({"text": sentence(WhyNotNote.NOTE_TOO_LONG)})
    async with writing():
        row = await NOTE.row(number, mark)
        if row is None:
            raise Missing
        there = str(row["note"])
        if keep == "theirs" or there == text:
            return Saved(there)
        if stamp(there) != before:
            return Saved(there, is_clash=True)
        note = both(there, text) if keep == "both" else text
        if len(note) > LONGEST_NOTE:
            raise Wrong({"text": sentence(WhyNotNote.NOTE_TOO_LONG)})
        await SAVE.rows(row["id"], note, now())
        return Saved(note)


async def name_minute_taker(number: int, seat: int | None, *, actor: str) -> None:
    """A seat that somebody holds; None: the office writes along again."""
    async with writing():
        sitting = await sitting_for_changing(number)
        await must_lead(actor)
        if seat is not None and not any(one.number == seat and one.member for one in await seats()):
            raise Wrong({"seat": sentence(WhyNotNote.SEAT_UNKNOWN)})
        if sitting.minute_taker == seat:
            return
        await NAME.rows(sitting.id, seat)
        await happened(sitting, "minute_taker", actor=actor, seat=seat)


async def excuse(number: int, excused: Collection[int], *, actor: str) -> None:
    """Whose absence is excused; all others who are not there are absent without an excuse."""
    async with writing():
        sitting = await sitting_for_changing(number)
        known = {one.number for one in await seats()}
        written = json.dumps(sorted(known & set(excused)))
        if sitting.excused != written:
            await EXCUSE.rows(sitting.id, written)
            await happened(sitting, "excused", actor=actor, seats=json.loads(written))
