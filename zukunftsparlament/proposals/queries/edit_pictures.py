"""What an edit does with the picture of its proposal."""

from dataclasses import dataclass, replace

from zukunftsparlament.proposals.queries.pictures import Picture, picture_of, waiting_picture_of
from zukunftsparlament.proposals.rules.pictures import InEdit, PictureChange


@dataclass(frozen=True, slots=True)
class PictureEdit:
    """`before`: what everybody sees now. `after`: what they see once it is released; None also when it is gone
    already, because the edit was declined."""

    change: PictureChange | None
    before: Picture | None
    after: Picture | None

    @property
    def is_new(self) -> bool:
        return self.change in (PictureChange.ADDED, PictureChange.REPLACED)


async def picture_edit(proposal_id: int, does: str, alt: str) -> PictureEdit:
    """`does` and `alt` as they stand in the row of the version; of a released one only the change is left."""
    if does in set(PictureChange):
        return PictureEdit(PictureChange(does), None, None)
    before = await picture_of(proposal_id)
    if does == InEdit.NEW:
        waits = await waiting_picture_of(proposal_id)
        change = PictureChange.REPLACED if before else PictureChange.ADDED
        return PictureEdit(change, before, replace(waits, alt=alt) if waits else None)
    if before is None:
        return PictureEdit(None, None, None)
    if does == InEdit.GONE:
        return PictureEdit(PictureChange.GONE, before, None)
    # None was there when it was begun, and an objection has put it back since: then nothing is said of it.
    after = replace(before, alt=alt) if alt else before
    return PictureEdit(PictureChange.DESCRIBED if after != before else None, before, after)
