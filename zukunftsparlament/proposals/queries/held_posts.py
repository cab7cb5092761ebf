"""One held post, as those read it who decide about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from zukunftsparlament.proposals.queries.edit_pictures import PictureEdit
from zukunftsparlament.proposals.queries.pictures import Picture
from zukunftsparlament.proposals.queries.versions import FIELDS, Change, changes_between
from zukunftsparlament.proposals.rules.moderation import HELD_FOR_THE_OFFICE


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One held post with all that has to be read; once decided, what was decided."""

    id: int
    kind: str
    token: str
    number: int | None
    title: str
    text: str
    reason: str = ""
    for_whom: str = ""
    topic: str = ""
    place: str = ""
    stance: str = ""
    under: int | None = None  # number of the proposal that a contribution stands under
    answers_to: str | None = None
    author: int | None
    author_name: str | None
    held_because: str
    submitted_at: datetime
    asked_back_at: datetime | None
    declined_at: datetime | None
    released_at: datetime | None
    office_words: str
    picture: Picture | None = None
    pictures: PictureEdit | None = None  # of an edit
    was: Mapping[str, str] | None = None  # of an edit: what stands there now, field by field
    authors: tuple[int, ...] = ()  # of an edit: everybody whose proposal it is

    @property
    def codes(self) -> list[str]:
        return self.held_because.split()

    @property
    def changes(self) -> tuple[Change, ...]:
        return changes_between(self.was, {name: getattr(self, name) for name in FIELDS}) if self.was else ()

    def author_for(self, member: int | None) -> int | None:
        """Whose it is, for the question whether `member` may decide: an edit is of all who wrote the proposal."""
        return member if member in self.authors else self.author

    @property
    def is_for_the_office(self) -> bool:
        """Also with a picture that came without being held for it."""
        has_new_picture = self.picture is not None or (self.pictures is not None and self.pictures.is_new)
        return has_new_picture or not {*self.codes}.isdisjoint(HELD_FOR_THE_OFFICE)

    @property
    def decided(self) -> str:
        """release, ask, decline, or "" while it waits."""
        if self.released_at is not None:
            return "release"
        if self.declined_at is not None:
            return "decline"
        return "ask" if self.asked_back_at is not None else ""

    @property
    def address(self) -> str:
        """Where everybody reads it once it is released."""
        address = f"/vorschlaege/{self.under or self.number}"
        return address + {"comment": f"#b{self.number}", "edit": "/fassungen"}.get(self.kind, "")
