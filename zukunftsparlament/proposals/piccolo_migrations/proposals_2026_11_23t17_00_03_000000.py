"""Indexes, by hand: Piccolo's `unique` is a syntax error on SQLite when a column is added."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from zukunftsparlament.kernel.sql import Sql

ID = "2026-11-23T17:00:03:000000"
VERSION = "1.38.0"
DESCRIPTION = "indexes"

INDEXES = (
    "CREATE UNIQUE INDEX proposal_number ON proposal (number)",
    "CREATE UNIQUE INDEX proposal_token ON proposal (token)",
    "CREATE INDEX proposal_stage_number ON proposal (stage, number)",
    "CREATE INDEX proposal_topic_number ON proposal (topic, number)",
    "CREATE INDEX proposal_author ON proposal (author)",
    "CREATE INDEX proposal_waiting ON proposal (submitted_at) WHERE released_at IS NULL AND submitted_at IS NOT NULL",
    "CREATE INDEX proposal_step_proposal ON proposal_step (proposal)",
    "CREATE UNIQUE INDEX backing_proposal_member ON backing (proposal, member)",
    "CREATE INDEX backing_member ON backing (member)",
    "CREATE UNIQUE INDEX comment_number ON comment (number)",
    "CREATE UNIQUE INDEX comment_token ON comment (token)",
    "CREATE INDEX comment_proposal_number ON comment (proposal, number)",
    "CREATE INDEX comment_author ON comment (author)",
    "CREATE INDEX comment_waiting ON comment (submitted_at) WHERE released_at IS NULL",
    "CREATE UNIQUE INDEX report_token ON report (token)",
    "CREATE INDEX report_open ON report (made_at) WHERE settled_at IS NULL",
)


async def forwards() -> MigrationManager:
    manager = MigrationManager(migration_id=ID, app_name="proposals", description=DESCRIPTION)

    async def make_indexes() -> None:
        for statement in INDEXES:
            await Sql(statement).rows()

    manager.add_raw(make_indexes)
    return manager
