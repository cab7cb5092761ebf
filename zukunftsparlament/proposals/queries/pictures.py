"""Pictures of proposals: shown ones, waiting ones, and the file behind an address."""
# ruff: noqa: S608 - put together from constants when imported

import json
import re
from dataclasses import dataclass

from zukunftsparlament.kernel.refusals import Missing
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals.rules.pictures import WIDTHS, Standing, width_of_copy

_COLUMNS = "token, alt, width, height, files"
SHOWN = Sql(f"SELECT {_COLUMNS} FROM picture WHERE proposal = $1 AND shown_at IS NOT NULL AND removed_at IS NULL")
WAITING = Sql(f"SELECT {_COLUMNS} FROM picture WHERE proposal = $1 AND shown_at IS NULL")
REMOVED = Sql(f"SELECT {_COLUMNS} FROM picture WHERE proposal = $1 AND removed_at IS NOT NULL ORDER BY id DESC LIMIT 1")
STANDING = Sql(
    "SELECT c.files, c.shown_at, c.removed_at, p.id, p.number, p.submitted_at, p.removed_at AS words_removed_at, "
    "v.submitted_at AS edit_submitted_at FROM picture c JOIN proposal p ON p.id = c.proposal "
    "LEFT JOIN proposal_version v ON v.proposal = p.id AND v.number IS NULL AND v.declined_at IS NULL "
    "WHERE c.token = $1"
)
FILE_NAME = re.compile(r"([A-Za-z0-9_-]{16,32})-(\d{2,4})\.webp")


@dataclass(frozen=True, slots=True)
class Picture:
    """`width` and `height` in points, of the largest copy. `widths`: the copies there are."""

    token: str
    alt: str
    width: int
    height: int
    widths: tuple[int, ...]

    def address_of(self, width: int) -> str:
        return f"/bilder/{self.token}-{width}.webp"

    @property
    def address(self) -> str:
        """Of the copy in the middle, for browsers that cannot choose."""
        return self.address_of(self.widths[min(1, len(self.widths) - 1)])

    @property
    def srcset(self) -> str:
        size = self.width, self.height
        return ", ".join(f"{self.address_of(width)} {width_of_copy(width, size)}w" for width in self.widths)


@dataclass(frozen=True, slots=True)
class File:
    """One copy: of which proposal it is, where it stands, and its SHA-256."""

    token: str
    width: int
    sha256: str
    proposal: int
    standing: Standing


def picture_in(row: dict[str, object] | None) -> Picture | None:
    if row is None:
        return None
    widths = tuple(sorted(map(int, json.loads(str(row["files"])))))
    return Picture(str(row["token"]), str(row["alt"]), int(str(row["width"])), int(str(row["height"])), widths)


async def picture_of(proposal_id: int) -> Picture | None:
    """The one that is shown with it, to whoever may see the proposal."""
    return picture_in(await SHOWN.row(proposal_id))


async def waiting_picture_of(proposal_id: int) -> Picture | None:
    """The one that waits for the release of an edit."""
    return picture_in(await WAITING.row(proposal_id))


async def removed_picture_of(proposal_id: int) -> Picture | None:
    """For those who decide about an objection. Only the office gets its file."""
    return picture_in(await REMOVED.row(proposal_id))


async def file_named(name: str) -> File:
    """Raises Missing for a name that cannot be, and for one that nobody has."""
    parts = FILE_NAME.fullmatch(name)
    if parts is None or int(parts[2]) not in WIDTHS:
        raise Missing
    token, width = parts[1], int(parts[2])
    row = await STANDING.row(token)
    sha256 = json.loads(row["files"]).get(str(width)) if row else None
    if row is None or sha256 is None:
        raise Missing
    waits = row["shown_at"] is None
    if waits and row["words_removed_at"] is not None:
        raise Missing  # as its edit is, then
    standing = Standing(
        is_public=row["number"] is not None and not waits,
        is_submitted=row["edit_submitted_at" if waits else "submitted_at"] is not None,
        is_removed=row["removed_at"] is not None,
    )
    return File(token, width, sha256, row["id"], standing)
