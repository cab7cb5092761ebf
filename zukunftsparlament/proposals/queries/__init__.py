"""Reading proposals. Other rooms find here what they need; pages have a file each."""

from zukunftsparlament.proposals.queries.authors import followers_of
from zukunftsparlament.proposals.queries.drafts import Draft, drafts_of
from zukunftsparlament.proposals.queries.refs import (
    Points,
    ProposalRef,
    by_id,
    points_of,
    row_of,
    stage_before_vote,
)

__all__ = [
    "Draft",
    "Points",
    "ProposalRef",
    "by_id",
    "drafts_of",
    "followers_of",
    "points_of",
    "row_of",
    "stage_before_vote",
]
