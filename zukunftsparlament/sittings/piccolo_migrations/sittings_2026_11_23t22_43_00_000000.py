"""Indexes, by hand: see the first file of this kind."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from zukunftsparlament.kernel.sql import Sql

ID = "2026-11-23T22:43:00:000000"
VERSION = "1.38.0"
DESCRIPTION = "indexes of sittings"

INDEXES = (
    "CREATE UNIQUE INDEX sitting_number ON sitting (number)",
    "CREATE UNIQUE INDEX sitting_screen ON sitting (screen_token)",
    "CREATE UNIQUE INDEX sitting_join ON sitting (join_token)",
    "CREATE INDEX sitting_starts ON sitting (starts_at)",
    "CREATE UNIQUE INDEX agenda_item_mark ON agenda_item (sitting, mark)",
    "CREATE INDEX agenda_item_proposal ON agenda_item (proposal)",
    "CREATE INDEX item_paper_item ON item_paper (item, place)",
    "CREATE UNIQUE INDEX guest_mark ON guest (sitting, mark)",
    "CREATE UNIQUE INDEX attendance_member_here ON attendance (sitting, member) WHERE left_at IS NULL",
    "CREATE UNIQUE INDEX attendance_seat_here ON attendance (sitting, seat) WHERE left_at IS NULL",
    "CREATE UNIQUE INDEX speaking_turn_mark ON speaking_turn (sitting, mark)",
    "CREATE UNIQUE INDEX speaking_turn_raised ON speaking_turn (sitting, member, order_kind) "
    "WHERE lowered_at IS NULL AND begun_at IS NULL AND member IS NOT NULL",
    "CREATE UNIQUE INDEX speaking_turn_one_speaks ON speaking_turn (sitting) "
    "WHERE begun_at IS NOT NULL AND ended_at IS NULL",
    "CREATE UNIQUE INDEX boxed_question_mark ON boxed_question (sitting, mark)",
    "CREATE UNIQUE INDEX task_mark ON task (sitting, mark)",
    "CREATE INDEX sitting_step_in_order ON sitting_step (sitting, id)",
)


async def forwards() -> MigrationManager:
    manager = MigrationManager(migration_id=ID, app_name="sittings", description=DESCRIPTION)

    async def make_indexes() -> None:
        for statement in INDEXES:
            await Sql(statement).rows()

    manager.add_raw(make_indexes)
    return manager
