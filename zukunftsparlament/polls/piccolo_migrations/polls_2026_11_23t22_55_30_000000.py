"""Indexes, by hand: see the first file of this kind."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from zukunftsparlament.kernel.sql import Sql

ID = "2026-11-23T22:55:30:000000"
VERSION = "1.38.0"
DESCRIPTION = "indexes of hands, funds, stirred lots"

INDEXES = (
    "CREATE UNIQUE INDEX poll_teller_poll_actor ON poll_teller (poll, actor)",
    "CREATE UNIQUE INDEX hand_count_poll_round_actor ON hand_count (poll, round, actor)",
    "CREATE UNIQUE INDEX fund_number ON fund (number)",
    "CREATE UNIQUE INDEX fund_source_year ON fund (source, year)",
    "CREATE UNIQUE INDEX fund_entry_fund_place ON fund_entry (fund, place)",
    "CREATE UNIQUE INDEX fund_entry_reverses ON fund_entry (reverses)",
    "CREATE UNIQUE INDEX lot_stir_poll_place_seat ON lot_stir (poll, place, seat)",
)


async def forwards() -> MigrationManager:
    manager = MigrationManager(migration_id=ID, app_name="polls", description=DESCRIPTION)

    async def make_indexes() -> None:
        for statement in INDEXES:
            await Sql(statement).rows()

    manager.add_raw(make_indexes)
    return manager
