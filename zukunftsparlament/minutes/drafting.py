"""What the minutes of a sitting say as long as they are not public: made anew each time from what happened."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

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
    return _with(record, public, row, because=row.reason if row else "")


def corrected(found: Draft, because: str) -> Draft:
    """The same as a new version, with its reason."""
    return _with(found.record, found.public, found.row, because=because)


def _with(record: Record, public: Version | None, row: Version | None, *, because: str) -> Draft:
    if public is None:
        content = composed(record)
    else:
        replaces = {"version": public.version, "sha256": public.sha256, "because": because}
        content = _as_it_was(composed(record, version=public.version + 1, replaces=replaces), public.content)
    text = written(content)
    return Draft(record, content, text, fingerprint(text), public, row)


def _as_it_was(content: Content, public: Content) -> Content:
    """Seats change hands later, and people leave: who held one that evening stands in the public version already."""
    excused = {one["seat"]: one["excused"] for one in content["absent"]}
    absent = [{**one, "excused": excused.get(one["seat"], one["excused"])} for one in public["absent"]]
    kept = {"absent": absent, **{name: public[name] for name in ("empty", "listeners", "quorum")}}
    sitting = {**content["sitting"], "led": public["sitting"]["led"]}
    return cast(Content, {**content, **kept, "sitting": sitting})


def _bare(content: Content) -> Json:
    """What it says about the sitting, whatever version it is."""
    return {name: part for name, part in content.items() if name not in ("version", "replaces")}
