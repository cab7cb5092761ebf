"""What the minutes of a sitting say as long as they are not public: made anew each time from what happened."""

from collections.abc import Sequence
from dataclasses import dataclass

from zukunftsparlament.minutes.composing import Record, composed
from zukunftsparlament.minutes.freezing import fingerprint, written
from zukunftsparlament.minutes.queries import Version
from zukunftsparlament.minutes.queries import record as read
from zukunftsparlament.minutes.queries import versions as all_versions
from zukunftsparlament.minutes.shape import Content, Json
from zukunftsparlament.sittings.queries import Sitting


@dataclass(frozen=True, slots=True)
class Draft:
    """`public`: the version that counts until this one does. `row`: what has been frozen of this one, if anything.

    `is_same`: it says nothing that the public one does not say.
    """

    record: Record
    content: Content
    written: str
    sha256: str
    public: Version | None
    row: Version | None

    @property
    def version(self) -> int:
        return self.content["version"]

    @property
    def is_frozen(self) -> bool:
        """Whether what was frozen last is still what it would say now."""
        return self.row is not None and self.row.sha256 == self.sha256

    @property
    def is_same(self) -> bool:
        return self.public is not None and _bare(self.content) == _bare(self.public.content)

    @property
    def is_wanted(self) -> bool:
        """Whether there is something to confirm: the first version, or a correction that somebody has begun."""
        return self.public is None or self.row is not None


async def draft(sitting: Sitting, *, for_changing: bool = False) -> Draft:
    """`for_changing`: inside `writing()`, the sitting locked."""
    found = await all_versions(sitting.id, for_changing=for_changing)
    record = await read(sitting)
    return drafted(record, found)


def drafted(record: Record, found: Sequence[Version]) -> Draft:
    row = next((one for one in found if not one.is_public), None)
    public = next((one for one in found if one.is_public), None)
    version = public.version + 1 if public else 1
    content = composed(record, version=version, replaces=replaced(public, row.reason if row else ""))
    text = written(content)
    return Draft(record, content, text, fingerprint(text), public, row)


def replaced(public: Version | None, because: str) -> Json | None:
    if public is None:
        return None
    return {"version": public.version, "sha256": public.sha256, "because": because}


def _bare(content: Content) -> Json:
    """What it says about the sitting, whatever version it is."""
    return {name: part for name, part in content.items() if name not in ("version", "replaces")}
