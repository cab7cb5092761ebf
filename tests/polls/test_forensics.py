"""The attack of TRUST.md on database, log and backup. It succeeds against two plain tables, and pairs nobody here."""

import random
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests import makers_polls
from tests.makers_polls import CHAIR, Opened
from tests.polls import forensics
from tests.polls.forensics import order_of_appearance, paired, tell_only_the_alphabet, wal_frames
from zukunftsparlament.kernel.settings import settings
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import actions, keys

pytestmark = pytest.mark.usefixtures("untouched_store")

VOTERS = 18
BOXES = Sql("SELECT box FROM sealed_ballot ORDER BY id")
XMIN = Sql("SELECT receipt FROM ballot ORDER BY xmin::text::bigint, ctid")
WRITERS = Sql("SELECT count(DISTINCT xmin::text) FROM ballot")
WORDS = "adler bus delfin eule fisch gans hase hund kiwi lama maus orange otter panda qualle reh tiger ufo"


def new_receipts() -> list[str]:
    """In the order of the alphabet. New ones for each test: a log may still hold those of another."""
    return [f"{word}-{secrets.token_hex(4)}-mond-boot" for word in WORDS.split()]


def shuffled(receipts: list[str]) -> list[str]:
    """An order of casting in which nobody stands where the alphabet, read either way, would put them."""
    chance = random.Random(7)
    cast = list(receipts)
    while any(one in pair for one, *pair in zip(cast, receipts, receipts[::-1], strict=True)):
        chance.shuffle(cast)
    return cast


async def cast_all(cast: list[str]) -> Opened:
    poll = await makers_polls.opened(voters=VOTERS)
    for n, (voter, words) in enumerate(zip(poll.voters, cast, strict=True)):
        slip = makers_polls.slip(poll.number, words)
        await makers_polls.vote(poll, voter, ("yes", "no", "abstain")[n % 3], receipt=slip)
    return poll


async def close_and_count(poll: Opened) -> None:
    await actions.close_poll(poll.number, actor=CHAIR)
    await actions.count_poll(poll.number, actor=CHAIR)


@contextmanager
def plain_two_tables(path: Path, cast: list[str]) -> Iterator[None]:
    """The design that looks safe: who has voted here, random receipts there, one commit for each vote."""
    store = sqlite3.connect(path, isolation_level=None)
    store.execute("PRAGMA journal_mode = WAL")
    store.execute("CREATE TABLE turnout (member INTEGER PRIMARY KEY)")
    store.execute("CREATE TABLE ballot (receipt TEXT PRIMARY KEY, choice TEXT) WITHOUT ROWID")
    for member, receipt in enumerate(cast):
        store.execute("BEGIN IMMEDIATE")
        store.execute("INSERT INTO turnout VALUES (?)", (member,))
        store.execute("INSERT INTO ballot VALUES (?, 'yes')", (receipt,))
        store.execute("COMMIT")
    yield
    store.close()


def test_the_attack_works_on_two_plain_tables(tmp_path: Path) -> None:
    receipts = new_receipts()
    cast = shuffled(receipts)
    with plain_two_tables(tmp_path / "plain.sqlite", cast):
        frames = wal_frames((tmp_path / "plain.sqlite-wal").read_bytes())
    groups = order_of_appearance(frames, receipts)
    assert paired(groups, cast) == VOTERS
    assert not tell_only_the_alphabet(groups, receipts)


async def test_before_the_count_no_copy_tells_a_receipt_or_a_choice() -> None:
    receipts = new_receipts()
    await cast_all(shuffled(receipts))
    for name, pieces in (await forensics.take_copies()).items():
        assert order_of_appearance(pieces, receipts) == [], name
        assert not any(b'"choice": [' in piece for piece in pieces), name


async def test_after_the_count_no_copy_pairs_anybody() -> None:
    receipts = new_receipts()
    cast = shuffled(receipts)
    poll = await cast_all(cast)
    private = keys.private_key(poll.number)
    boxes = [bytes(row["box"]) for row in await BOXES.rows()]
    await close_and_count(poll)
    await actions.publish_poll(poll.number, actor=CHAIR)

    copies = await forensics.take_copies()
    if settings().is_sqlite:
        assert copies["log"] == [] or all(piece.find(box) < 0 for piece in copies["log"] for box in boxes)
    for name, pieces in copies.items():
        groups = order_of_appearance(pieces, receipts)
        assert groups == [] or tell_only_the_alphabet(groups, receipts), name
        # Over several pages even the alphabet can be read in so many ways that one of them hits somebody by chance.
        assert len(groups) > 1 or paired(groups, cast) == 0, name
        assert private is not None
        assert not any(private in piece for piece in pieces), name
    assert order_of_appearance(copies["file"], receipts) != []
    left = [box for box in boxes for piece in copies["file"] if box in piece]
    assert left == []


@pytest.mark.skipif(not settings().is_sqlite, reason="The write-ahead log of SQLite.")
async def test_a_log_that_a_slow_backup_kept_from_the_first_vote_on_pairs_nobody() -> None:
    """The worst case: every page of every vote and of the count is still there."""
    slow = sqlite3.connect(settings().sqlite_path, isolation_level=None)
    slow.execute("BEGIN")
    slow.execute("SELECT count(*) FROM poll").fetchall()
    receipts = new_receipts()
    cast = shuffled(receipts)
    poll = await cast_all(cast)
    await close_and_count(poll)
    assert keys.numbers("compact") == [poll.number]

    groups = order_of_appearance((await forensics.take_copies())["log"], receipts)
    assert tell_only_the_alphabet(groups, receipts)
    assert paired(groups, cast) == 0

    slow.execute("COMMIT")
    slow.close()
    await actions.tidy()
    assert keys.numbers("compact") == []


@pytest.mark.skipif(settings().is_sqlite, reason="The system columns of PostgreSQL.")
async def test_transaction_numbers_and_row_places_pair_nobody() -> None:
    receipts = new_receipts()
    cast = shuffled(receipts)
    await Sql("CREATE TABLE plain_ballot (receipt text PRIMARY KEY)").rows()
    for receipt in cast:
        await Sql("INSERT INTO plain_ballot VALUES ($1)").rows(receipt)
    plain = [row["receipt"] for row in await Sql("SELECT receipt FROM plain_ballot ORDER BY xmin::text::bigint").rows()]
    await Sql("DROP TABLE plain_ballot").rows()
    assert paired([plain], cast) == VOTERS

    await close_and_count(await cast_all(cast))
    recovered = [row["receipt"] for row in await XMIN.rows()]
    assert (await WRITERS.value(), recovered) == (1, sorted(receipts))
    assert paired([recovered], cast) == 0


async def test_a_vote_touches_nothing_but_turnout_and_box() -> None:
    poll = await makers_polls.opened()
    before = await everything()
    await makers_polls.vote(poll, poll.voters[1])
    after = await everything()
    assert {table for table in before if before[table] != after[table]} == {"turnout", "sealed_ballot"}


async def everything() -> dict[str, list[str]]:
    from piccolo.conf.apps import Finder

    tables = [table._meta.tablename for table in Finder().get_table_classes()]
    return {table: sorted(map(str, await Sql(f"SELECT * FROM {table}").rows())) for table in tables}
