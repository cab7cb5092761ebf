"""Indexes of what stands around a proposal, by hand: what there may be only one of."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from zukunftsparlament.kernel.sql import Sql

ID = "2026-11-23T19:53:23:000000"
VERSION = "1.38.0"
DESCRIPTION = "indexes around proposals"

INDEXES = (
    "CREATE UNIQUE INDEX proposal_version_number ON proposal_version (proposal, number)",
    "CREATE UNIQUE INDEX proposal_version_token ON proposal_version (token)",
    "CREATE UNIQUE INDEX proposal_version_open ON proposal_version (proposal) "
    "WHERE released_at IS NULL AND declined_at IS NULL",
    "CREATE INDEX proposal_version_author ON proposal_version (author)",
    "CREATE INDEX proposal_version_waiting ON proposal_version (submitted_at) "
    "WHERE released_at IS NULL AND submitted_at IS NOT NULL",
    "CREATE UNIQUE INDEX co_author_proposal_member ON co_author (proposal, member)",
    "CREATE INDEX co_author_member ON co_author (member)",
    "CREATE UNIQUE INDEX invitation_proposal ON invitation (proposal)",
    "CREATE UNIQUE INDEX invitation_code ON invitation (code_hash)",
    "CREATE INDEX invitation_made_by ON invitation (made_by)",
    "CREATE UNIQUE INDEX follower_proposal_member ON follower (proposal, member)",
    "CREATE INDEX follower_member ON follower (member)",
    "CREATE UNIQUE INDEX merging_token ON merging (token)",
    "CREATE UNIQUE INDEX merging_open ON merging (source) WHERE ended_at IS NULL",
    "CREATE INDEX merging_target ON merging (target)",
)


async def forwards() -> MigrationManager:
    manager = MigrationManager(migration_id=ID, app_name="proposals", description=DESCRIPTION)

    async def make_indexes() -> None:
        for statement in INDEXES:
            await Sql(statement).rows()

    manager.add_raw(make_indexes)
    return manager
