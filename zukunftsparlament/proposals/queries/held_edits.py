"""An edit that somebody has to read first, beside what stands there now."""
# ruff: noqa: S608 - column names are ours

from zukunftsparlament.kernel.sql import Row, Sql
from zukunftsparlament.proposals.queries.authors import authors_of
from zukunftsparlament.proposals.queries.edit_pictures import picture_edit
from zukunftsparlament.proposals.queries.versions import FIELDS
from zukunftsparlament.proposals.rules import COLLECTING

# While it is voted on, or when its words were removed, nobody has to read how it should have been.
COLLECTING_STAGES = ", ".join(f"'{stage}'" for stage in sorted(COLLECTING))
RESTING = f"p.removed_at IS NULL AND p.stage IN ({COLLECTING_STAGES})"
WAITING_EDITS = (
    "SELECT v.submitted_at, 'edit' AS kind, v.token, v.title, v.text, v.held_because, v.author, m.name AS author_name "
    "FROM proposal_version v JOIN proposal p ON p.id = v.proposal LEFT JOIN member m ON m.id = v.author WHERE {waits} "
    f"AND {RESTING}"
)
EDIT = Sql(
    "SELECT v.id, v.token, v.proposal, p.number AS under, v.author, m.name AS author_name, v.held_because, "
    "v.submitted_at, v.asked_back_at, v.declined_at, v.released_at, v.office_words, v.picture AS does, v.alt, "
    + ", ".join(f"v.{name}, p.{name} AS was_{name}" for name in FIELDS)
    + " FROM proposal_version v JOIN proposal p ON p.id = v.proposal LEFT JOIN member m ON m.id = v.author "
    "WHERE v.token = $1 AND v.submitted_at IS NOT NULL AND p.removed_at IS NULL"
)


async def edit_waiting(token: str) -> Row | None:
    """As `held.Post` takes it: `was` is what stands there now, `authors` are all of the proposal."""
    row = await EDIT.row(token)
    if row is None:
        return None
    was = {name: row.pop(f"was_{name}") for name in FIELDS}
    proposal_id = row.pop("proposal")
    pictures = await picture_edit(proposal_id, row.pop("does"), row.pop("alt"))
    authors = await authors_of(proposal_id)
    return {**row, "number": row["under"], "was": was, "authors": authors, "pictures": pictures}
