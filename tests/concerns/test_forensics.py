"""Whoever copies the store, its log, a backup and the journal finds no word of a concern, before and after."""

import gzip
import logging
import tarfile
from pathlib import Path

import pytest

from tests.client import Client
from tests.makers_concerns import two_keepers
from tests.polls.forensics import HEAP, take_copies
from zukunftsparlament.cli.backup import LEFT_OUT
from zukunftsparlament.concerns import actions, keys
from zukunftsparlament.concerns import controllers as doors
from zukunftsparlament.concerns.rules import HandedOn
from zukunftsparlament.kernel.backups import write_backup
from zukunftsparlament.kernel.keys import keys_folder
from zukunftsparlament.kernel.settings import settings
from zukunftsparlament.kernel.sql import Sql

pytestmark = pytest.mark.usefixtures("untouched_store")

WORDS = "Unverwechselbar: Im blauen Haus weint nachts ein Kind."
WHERE = "hinter-dem-Klettergeruest"
TABLES = ("concern", "concern_box", "concern_keeper", "concern_month", "journal_entry")


async def everything(tmp_path: Path) -> bytes:
    """Every file of the store, its log, the journal's end, and a backup, unpacked."""
    found = [b"".join(pieces) for pieces in (await take_copies()).values()]
    if not settings().is_sqlite:
        found += [bytes(await HEAP.value(table)) for table in TABLES]
    found += [path.read_bytes() for path in settings().data.rglob("*") if path.is_file()]
    target = tmp_path / "backup.tar.gz"
    await write_backup(target, leave_out=LEFT_OUT)
    with tarfile.open(target) as packed:
        found += [file.read() for member in packed if (file := packed.extractfile(member))]
    return b"\n".join([*found, gzip.decompress(target.read_bytes())])


async def test_no_word_lies_anywhere_in_clear_and_none_at_all_afterwards(
    client: Client, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    doors.by_address._buckets.clear()
    ada, _ = await two_keepers()
    with caplog.at_level(logging.DEBUG, logger="zukunftsparlament"):
        answer = await client.send_form("/sorge", {"text": WORDS, "where": WHERE})
    assert answer.status_code == 303

    waiting = await everything(tmp_path)
    boxes = [bytes(row["box"]) for row in await Sql("SELECT box FROM concern_box").rows()]
    for secret in (WORDS, WHERE, ada.passphrase):
        assert secret.encode() not in waiting
        assert secret not in caplog.text
    assert len(boxes) == 2

    token = (await actions.open_all(ada.id, ada.passphrase))[0].token
    key = keys.key_of(token)
    assert key is not None and b"".join((await take_copies())["file"]).find(key) < 0  # beside the store, never in it
    await actions.hand_on(token, HandedOn.WELFARE, actor="office:Ada")

    after = await everything(tmp_path)
    assert WORDS.encode() not in after and WHERE.encode() not in after
    assert key not in after
    files = b"".join(path.read_bytes() for path in settings().data.rglob("*") if path.is_file())
    for box in boxes:
        assert box[:64] not in files, "the box is still in a file of the data folder"
        if settings().is_sqlite:
            assert box[:64] not in after
    assert not list((keys_folder() / "wiping").glob("*"))
