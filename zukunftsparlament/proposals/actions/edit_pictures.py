"""The picture of an edit: it waits with the edit, is shown with it, and goes with it."""

from dataclasses import dataclass

from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals.actions.pictures import Taken, attach_to_edit, describe, drop, drop_waiting, show
from zukunftsparlament.proposals.queries.edit_pictures import picture_edit
from zukunftsparlament.proposals.rules.pictures import InEdit, PictureChange
from zukunftsparlament.proposals.rules.writing import KEPT_AT_MOST

OPEN = Sql(
    "SELECT id, picture, alt FROM proposal_version WHERE proposal = $1 AND number IS NULL AND declined_at IS NULL"
)
ASKED = Sql("SELECT picture, alt FROM proposal_version WHERE id = $1")
KEEP = Sql("UPDATE proposal_version SET picture = $2, alt = $3 WHERE id = $1")
PROPOSAL = Sql("SELECT proposal FROM proposal_version WHERE id = $1")


@dataclass(frozen=True, slots=True)
class PictureTyped:
    """What the form says about the picture. `alt`: None when it was not asked for."""

    new: Taken | None = None
    away: bool = False
    alt: str | None = None


async def keep_picture(proposal_id: int, typed: PictureTyped) -> None:
    """Inside `writing()`, the proposal locked and its edit begun."""
    edit = await OPEN.row(proposal_id)
    if edit is None:
        return
    does = edit["picture"]
    if typed.new is not None:
        await attach_to_edit(proposal_id, typed.new)
        does = InEdit.NEW
    elif typed.away:
        await drop_waiting(proposal_id)
        does = InEdit.GONE
    elif does == InEdit.GONE:
        does = ""
    alt = typed.alt if typed.alt is not None and len(typed.alt) <= KEPT_AT_MOST else edit["alt"]
    await KEEP.rows(edit["id"], does, alt)


async def release_picture(proposal_id: int, edit_id: int) -> None:
    """What was asked for happens; the version remembers what, not which: a replaced picture is gone for good."""
    asked = await ASKED.row(edit_id) or {}
    found = await picture_edit(proposal_id, asked["picture"], asked["alt"])
    if found.is_new and found.after is not None:
        await show(proposal_id, found.after.alt)
    elif found.change is PictureChange.GONE:
        await drop(proposal_id)
    elif found.change is PictureChange.DESCRIBED and found.after is not None:
        await describe(proposal_id, found.after.alt)
    await KEEP.rows(edit_id, found.change or "", "")


async def give_up_picture(edit_id: int) -> None:
    """The edit is declined. Inside `writing()`, the proposal locked."""
    await drop_waiting(await PROPOSAL.value(edit_id))
