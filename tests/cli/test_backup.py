import json
import sqlite3
import stat
import subprocess
import tarfile
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.phones import Phone, voters
from tests.cli.place import PROGRAM, ROOT, Place
from tests.cli.tampering import sql, value

NEVER_IN_A_BACKUP = ("session", "turnout", "sealed_ballot", "open_vote")


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    return tmp_path / "sicherung.tar.gz"


def test_it_holds_no_key_no_box_and_no_session(demo: Place, backup: Path) -> None:
    demo.done("backup", str(backup))

    with tarfile.open(backup) as packed:
        names = packed.getnames()
        content = b"".join(packed.extractfile(name).read() for name in names if packed.getmember(name).isfile())  # type: ignore[union-attr]
    assert names[0] == "manifest.json"
    assert not [name for name in names if "key" in name.removeprefix("tables/name_key")]
    assert not [table for table in NEVER_IN_A_BACKUP if f"tables/{table}.jsonl" in names]
    assert (demo.data / "keys" / "server.key").read_bytes() not in content
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600


def test_without_a_name_it_goes_into_the_folder_of_backups(demo: Place) -> None:
    said = demo.done("backup")

    (written,) = (demo.data / "backups").iterdir()
    assert str(written) in said


def test_back_in_the_same_store_everything_is_as_it_was_but_what_ran(demo: Place, backup: Path) -> None:
    open_poll = demo.demo()["places"]["open_secret_poll"].rpartition("/")[2]
    demo.done("backup", str(backup))
    titles = sql(demo, "SELECT number, title FROM proposal ORDER BY id")
    sql(demo, "UPDATE proposal SET title = 'weg'")

    said = demo.done("restore", "--yes", str(backup))

    assert sql(demo, "SELECT number, title FROM proposal ORDER BY id") == titles
    assert value(demo, f"SELECT count(*) FROM poll WHERE number = {open_poll} AND voided_at IS NOT NULL") == 1
    assert "zurückgespielt" in value(demo, f"SELECT void_reason FROM poll WHERE number = {open_poll}")
    assert not list((demo.data / "keys" / "polls").glob("*"))
    assert value(demo, "SELECT verb FROM journal_entry ORDER BY number DESC LIMIT 1") == "restore"
    assert "alles stimmt" in said
    assert list((demo.data / "backups").glob("vor-*"))


def test_what_is_laid_aside_holds_no_box_and_no_session_either(demo: Place, backup: Path) -> None:
    demo.done("backup", str(backup))
    boxes = [bytes(box) for (box,) in sql(demo, "SELECT box FROM sealed_ballot")]
    assert boxes

    demo.done("restore", "--yes", str(backup))

    (aside,) = (path for path in (demo.data / "backups").glob("vor-*") if path.is_file())
    if not demo.is_sqlite:
        with tarfile.open(aside) as packed:
            assert not [table for table in NEVER_IN_A_BACKUP if f"tables/{table}.jsonl" in packed.getnames()]
        return
    with closing(sqlite3.connect(aside)) as old:
        assert [old.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in NEVER_IN_A_BACKUP] == [0] * 4
        assert old.execute("SELECT count(*) FROM member").fetchone()[0] > 0
    assert not [box for box in boxes if box in aside.read_bytes()]


def test_it_moves_an_installation_to_an_empty_folder(demo: Place, place: Place, backup: Path) -> None:
    demo.done("backup", str(backup))

    ended = place.run("restore", "--yes", str(backup))

    assert ended.returncode == 1
    assert "server.key" in ended.stderr  # left behind, and it says so
    (place.data / "keys" / "server.key").write_bytes((demo.data / "keys" / "server.key").read_bytes())
    assert "alles stimmt" in place.done("verify")
    with place.serving():
        assert place.get("/") == 200


def test_what_was_deleted_since_stays_deleted(demo: Place, backup: Path) -> None:
    demo.done("backup", str(backup))
    card = value(demo, "SELECT code_hash FROM card WHERE member = 5")
    lines = [{"kind": "member", "id": 3}, {"kind": "member", "id": 999}, {"kind": "card", "hash": card}]
    lines.append({"kind": "number", "of": "proposal", "highest": 77})
    with (demo.data / "deletions.jsonl").open("a") as file:
        file.writelines(json.dumps(line) + "\n" for line in lines)

    said = demo.done("restore", "--yes", str(backup))

    assert sql(demo, "SELECT name, role, school, card_name FROM member WHERE id IN (3, 999)") == 2 * [(None,) * 4]
    assert value(demo, "SELECT count(*) FROM card WHERE member = 3") == 0
    assert value(demo, "SELECT code_hash FROM card WHERE member = 5") != card
    assert value(demo, "SELECT card_name FROM member WHERE id = 5") in said  # it can be replaced once more
    assert value(demo, "SELECT highest FROM number_given WHERE kind = 'proposal'") == 77
    sql(demo, "INSERT INTO member (name) VALUES ('Neu')" + (" RETURNING id" if demo.is_sqlite else ""))
    assert value(demo, "SELECT max(id) FROM member") > 999


def test_while_votes_come_in_it_is_the_store_of_one_moment(demo: Place, place: Place, backup: Path) -> None:
    poll = demo.demo()["places"]["open_secret_poll"]
    with demo.serving():
        phones = [Phone(demo, link) for link in voters(demo)]
        voting = [threading.Thread(target=phone.vote, args=(poll,)) for phone in phones]
        for one in voting:
            one.start()
        demo.done("backup", str(backup))
        for one in voting:
            one.join()

    assert "alles stimmt" in demo.done("verify")
    (place.data / "keys").mkdir(parents=True)
    (place.data / "keys" / "server.key").write_bytes((demo.data / "keys" / "server.key").read_bytes())
    assert "alles stimmt" in place.done("restore", "--yes", str(backup))


def test_a_server_that_runs_is_in_the_way(demo: Place, backup: Path) -> None:
    demo.done("backup", str(backup))
    with demo.serving():
        ended = demo.run("restore", "--yes", str(backup))

    assert (ended.returncode, ended.stderr) == (1, "Der Server läuft. Bitte zuerst beenden, dann zurückspielen.\n")


def test_it_asks_before_it_replaces(demo: Place, backup: Path) -> None:
    demo.done("backup", str(backup))

    ended = demo.run("restore", str(backup))

    assert (ended.returncode, "--yes" in ended.stderr) == (1, True)


@pytest.mark.parametrize("damage", ["cut", "flipped", "foreign", "newer"])
def test_a_broken_backup_changes_nothing(demo: Place, backup: Path, damage: str) -> None:
    demo.done("backup", str(backup))
    before = sql(demo, "SELECT count(*) FROM journal_entry")
    _damage(backup, damage)

    ended = demo.run("restore", "--yes", str(backup))

    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)
    assert sql(demo, "SELECT count(*) FROM journal_entry") == before
    assert "alles stimmt" in demo.done("verify")


def _damage(backup: Path, damage: str) -> None:
    content = backup.read_bytes()
    if damage == "cut":
        backup.write_bytes(content[: len(content) // 2])
    elif damage == "foreign":
        backup.write_bytes(b"nothing of ours")
    else:
        folder = backup.parent / "unpacked"
        with tarfile.open(backup) as packed:
            packed.extractall(folder, filter="data")
        table, manifest = folder / "tables" / "member.jsonl", folder / "manifest.json"
        if damage == "flipped":
            table.write_text(table.read_text().replace("young", "chair", 1))
        else:
            told = json.loads(manifest.read_text())
            manifest.write_text(json.dumps(told | {"migrations": [*told["migrations"], "2999-01-01T00:00:00:000000"]}))
        with tarfile.open(backup, "w:gz") as packed:
            for path in folder.iterdir():
                packed.add(path, path.name)


def test_killed_in_the_middle_the_old_store_is_still_there(copies: Callable[[], Place], backup: Path) -> None:
    demo = copies()
    demo.done("backup", str(backup))
    for wait in (0.2, 0.3, 0.4, 0.5, 0.6):
        words = [*PROGRAM, "restore", "--yes", str(backup)]
        process = subprocess.Popen(
            words, cwd=ROOT, env=demo.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(wait)
        process.kill()
        process.wait()
        assert "alles stimmt" in demo.done("verify")
