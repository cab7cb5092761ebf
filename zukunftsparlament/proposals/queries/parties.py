"""Who has a part in what was reported or removed, and so does not judge it."""

from dataclasses import dataclass

from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.proposals.queries.authors import authors_of

REPORTERS = Sql(
    "SELECT DISTINCT reporter FROM report WHERE coalesce(proposal, 0) = $1 AND coalesce(comment, 0) = $2 "
    "AND coalesce(picture, 0) = $3 AND reporter IS NOT NULL ORDER BY reporter"
)


@dataclass(frozen=True, slots=True)
class Parties:
    """Row ids of members: all who wrote it, and all who have ever reported it."""

    authors: tuple[int, ...] = ()
    reporters: tuple[int, ...] = ()


NOBODY = Parties()


async def parties(proposal: int | None, comment: int | None, picture: int | None, *, author: int | None) -> Parties:
    """`author`: who wrote it, or began it. What stands on a proposal is of all its authors, a picture too."""
    authors: tuple[int, ...] = () if author is None else (author,)
    if proposal is not None:
        authors += await authors_of(proposal)
    found = await REPORTERS.rows(proposal or 0, comment or 0, picture or 0)
    return Parties(tuple(dict.fromkeys(authors)), tuple(row["reporter"] for row in found))
