"""Whoever has every byte of the store and of its folder finds no key, no share and no card, at any step."""

import gzip
from itertools import combinations
from pathlib import Path

import pytest
from piccolo.conf.apps import Finder

from tests.polls import key_makers
from tests.polls.key_makers import CHAIR, OFFICE, Locked
from zukunftsparlament.cli.backup import LEFT_OUT
from zukunftsparlament.kernel.backups import write_backup
from zukunftsparlament.kernel.settings import settings
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.polls import actions, box, key_cards, queries, shamir

pytestmark = pytest.mark.usefixtures("store")


async def secrets_of(locked: Locked) -> dict[str, bytes]:
    """All that must be found nowhere: put together from the cards, as only their keepers can."""
    poll = await queries.poll(locked.number)
    found: dict[str, bytes] = {}
    shares: dict[int, bytes] = {}
    for held in (await queries.key_cards(poll.id)).taken:
        card = locked.cards[held.keeper]
        private = key_cards.private_key(card, poll=locked.number)
        shares[held.place] = key_cards.open_share(
            held.share or b"", poll=locked.number, place=held.place, private=private
        )
        words = [word.word for word in key_cards.words_of(card)]
        found |= {f"card {held.place}": card, f"code {held.place}": key_cards.code_of(card).encode()}
        found |= {f"words {held.place}": " ".join(words[:3]).encode(), f"key of card {held.place}": private}
        found[f"share {held.place}"] = shares[held.place]
    for pair in combinations(shares, 2):
        found["private key"] = shamir.combine({place: shares[place] for place in pair})
        assert box.public_key(found["private key"]) == poll.public_key
    return found


async def everything(folder: Path) -> bytes:
    """Every file of the data folder, a backup, and on PostgreSQL every row of every table."""
    target = folder / "of-the-attacker.tar.gz"
    await write_backup(target, leave_out=LEFT_OUT)
    files = [path.read_bytes() for path in settings().data.rglob("*") if path.is_file()]
    files.append(gzip.decompress(target.read_bytes()))
    if not settings().is_sqlite:
        for table in Finder().get_table_classes():
            rows = await Sql(f"SELECT t::text AS line FROM {table._meta.tablename} t").rows()
            files += [row["line"].encode() for row in rows]
    return b"\n".join(files)


def seen_in(copy: bytes, secrets: dict[str, bytes]) -> list[str]:
    return [name for name, secret in secrets.items() if secret in copy or secret.hex().encode() in copy]


async def test_no_key_no_share_and_no_card_lies_anywhere(tmp_path: Path) -> None:
    locked = await key_makers.voted_and_closed("yes", "no", "no")
    secrets = await secrets_of(locked)
    sealed = [card.share or b"" for card in (await queries.key_cards((await queries.poll(locked.number)).id)).taken]
    assert seen_in(await everything(tmp_path), secrets) == []

    await actions.turn_key(locked.number, locked.cards[CHAIR], actor=CHAIR)
    assert seen_in(await everything(tmp_path), secrets) == []  # the share of the first card waits sealed

    await actions.turn_key(locked.number, locked.cards[OFFICE], actor=OFFICE)
    copy = await everything(tmp_path)
    assert seen_in(copy, secrets) == []
    assert seen_in(copy, {str(place): share for place, share in enumerate(sealed)}) == []  # not even sealed any more


async def test_the_search_finds_what_is_there(tmp_path: Path) -> None:
    locked = await key_makers.voted_and_closed("yes", "no", "no")
    card = (await queries.key_cards((await queries.poll(locked.number)).id)).taken[0]

    assert seen_in(await everything(tmp_path), {"sealed": card.share or b"", "public": card.public_key}) == [
        "sealed",
        "public",
    ]
