"""Every kind of record that `verify` covers, changed behind its back: it ends with 1 and names the record."""

import json
import os
from collections.abc import Callable
from datetime import datetime

import pytest

from tests.cli.place import Place
from tests.cli.tampering import sql, value
from zukunftsparlament.handovers.freezing import fingerprint, written
from zukunftsparlament.journal.chain import Entry, hash_of

POSTGRES = "ZP_TEST_DATABASE_URL" in os.environ
FLIPPED, OTHER_KEY = ("NOT binding", r"'\x00ff'") if POSTGRES else ("1 - binding", "x'00ff'")

CHANGES = {
    "UPDATE journal_entry SET actor = 'office:Wer anders' WHERE number = 3": "Journal, Eintrag 3",
    "UPDATE journal_entry SET details = '' WHERE number = 1": "Journal, Eintrag 1",
    "DELETE FROM journal_entry WHERE number = 4": "Der Eintrag 4 fehlt",
    "DELETE FROM journal_entry WHERE number = (SELECT max(number) FROM journal_entry)": "Es endet bei",
    "UPDATE proposal SET backings = backings + 1 WHERE number = 2": "Vorschlag 2",
    "UPDATE proposal SET comments = 0 WHERE number = (SELECT min(number) FROM proposal WHERE comments > 0)": "Beiträge",
    "UPDATE proposal SET released_at = NULL WHERE number = 1": "Vorschlag 1: Nummer und Freigabe",
    "UPDATE proposal SET stage = 'merged' WHERE number = 2": "Vorschlag 2: Er steht auf „merged“",
    "UPDATE number_given SET highest = 1 WHERE kind = 'proposal'": "proposal hat die Nummer",
    "UPDATE ballot SET choice = '[\"no\"]' WHERE choice = '[\"yes\"]'": "Stimmzettel sind andere",
    "DELETE FROM ballot WHERE id = (SELECT min(id) FROM ballot)": "Stimmzettel liegen da",
    "UPDATE poll SET turnout = turnout + 1 WHERE number = 1": "turnout ist",
    "UPDATE poll SET electorate_size = electorate_size - 1 WHERE number = 1": "Abstimmung 1",
    "UPDATE poll SET result = replace(result, 'accepted', 'rejected') WHERE number = 1": "Abstimmung 1",
    "UPDATE poll SET published = replace(published, 'yes', 'no') WHERE number = 1": "Liste und Unterschrift",
    "UPDATE poll SET question = 'Etwas anderes?' WHERE number = 1": "Abstimmung 1: Auf dem Stimmzettel",
    "DELETE FROM on_roll WHERE id = (SELECT max(id) FROM on_roll)": "Wählerverzeichnis",
    "DELETE FROM sealed_ballot WHERE id = (SELECT min(id) FROM sealed_ballot)": "liegen in der Urne",
    "UPDATE poll SET yes_means = 'Etwas anderes' WHERE number = 1": "„wording“ ist anders",
    "UPDATE poll SET published_at = NULL WHERE number = 1": "kennt „publish_poll“",
    "UPDATE poll SET voided_at = counted_at, void_reason = 'So' WHERE number = 1": "„void_poll“ steht nicht",
    f"UPDATE poll SET binding = {FLIPPED} WHERE number = 6": "„binding“ ist anders",
    "UPDATE poll SET closes_at = '2099-01-01 00:00:00+00' WHERE closed_at IS NULL": "„closes_at“ ist anders",
    f"UPDATE poll SET public_key = {OTHER_KEY} WHERE public_key IS NOT NULL": "„public_key“ ist anders",
    "UPDATE on_roll SET member = 60 WHERE id = (SELECT min(id) FROM on_roll)": "„roll“ ist anders",
    "DELETE FROM proposal_step WHERE stage IN ('accepted', 'rejected', 'tied')": "fehlt im Zeitstrahl",
    "UPDATE handover SET frozen = replace(frozen, 'ja', 'na')": "Übergabe 1: Inhalt und Prüfsumme",
    "UPDATE handover SET answer_by = '2001-01-01' WHERE number = 2": "Übergabe 2: Nummer oder Frist",
    "DELETE FROM handed_decision WHERE id = (SELECT max(id) FROM handed_decision)": "Entscheidungen",
    "UPDATE answer SET reason = ''": "keine Begründung",
    "DELETE FROM answer WHERE id = (SELECT max(id) FROM answer)": "Eine Rückmeldung fehlt",
    "UPDATE answer SET reason = 'Gefälscht' WHERE id = (SELECT max(id) FROM answer)": "Rückmeldung ist anders",
    "UPDATE answer SET answer = 'yes' WHERE answer <> 'yes'": "Rückmeldung ist anders",
    "UPDATE handover SET body = (SELECT max(id) FROM body WHERE id <> handover.body)": "ein anderes Gremium",
    "UPDATE handed_decision SET poll = (SELECT max(id) FROM poll)": "andere Abstimmungen",
    "DELETE FROM proposal_step WHERE stage = 'answered'": "fehlt im Zeitstrahl eines Vorschlags",
    "UPDATE rule_set SET content = '{}'": "Geschäftsordnung, Fassung 1",
    "UPDATE member SET role = 'boss' WHERE id = 1": "unbekannte Rolle",
    "UPDATE seat SET member = NULL WHERE number = 1": "ein Mandat, aber keinen Sitz",
    "UPDATE member SET role = 'young' WHERE role = 'chair'": "ist nicht als Mitglied vermerkt",
    "UPDATE seat SET deputy = NULL": "ist Vertretung, aber von niemandem",
    "UPDATE member SET role = 'moderator' WHERE role = 'young'": "Rollen sind andere als im Journal",
    "UPDATE staff SET ended_at = '2026-01-01 00:00:00+00'": "Ob es beendet ist, steht anders im Journal",
    "INSERT INTO staff (name, folded, role, passphrase_hash, sealed_totp, last_totp_step) "
    "SELECT 'Neu', 'neu', role, passphrase_hash, sealed_totp, 0 FROM staff LIMIT 1": "„Neu“ steht nicht im Journal",
    "UPDATE staff SET passphrase_hash = 'x'": "Passphrase oder zweiter Faktor sind andere",
    "UPDATE rule_set SET content = replace(content, '18', '2')": "Fassung 1: Sie ist anders als im Journal",
    "UPDATE member SET role = NULL WHERE id = 2": "Mitglied 2 ist gelöscht, aber nicht leer",
    "DELETE FROM card WHERE member = 4": "Mitglied 4 hat keine Karte",
    "UPDATE staff SET sealed_totp = substr(sealed_totp, 3) || substr(sealed_totp, 1, 2)": "Der zweite Faktor",
    "UPDATE backing SET member = 99999 WHERE id = (SELECT min(id) FROM backing)": "zeigt auf member 99999",
}


def test_the_demo_is_sound(demo: Place) -> None:
    assert "alles stimmt" in demo.done("verify")


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_found_and_named(demo: Place, change: str) -> None:
    sql(demo, change)

    ended = demo.run("verify")

    assert ended.returncode == 1, change
    assert CHANGES[change] in ended.stderr


def test_a_journal_that_was_cut_is_found(demo: Place) -> None:
    sql(demo, "DELETE FROM journal_entry WHERE number > (SELECT max(number) - 3 FROM journal_entry)")
    sql(demo, "UPDATE number_given SET highest = highest - 3 WHERE kind = 'journal'")

    assert "ist ein anderer als der, der geschrieben wurde" in demo.run("verify").stderr


def test_a_journal_that_was_written_anew_is_found(demo: Place) -> None:
    _sign_with(demo, actor="office:Wer anders", after=3)

    assert "ist ein anderer als der, der geschrieben wurde" in demo.run("verify").stderr


def test_an_entry_that_nobody_made_is_found(demo: Place) -> None:
    highest = value(demo, "SELECT max(number) FROM journal_entry")
    sql(
        demo,
        "INSERT INTO journal_entry (number, at, actor, verb, subject_kind, subject_number, details, hash) "
        "SELECT number + 1, at, actor, verb, subject_kind, subject_number, details, '' FROM journal_entry "
        f"WHERE number = {highest}",
    )
    sql(demo, "UPDATE number_given SET highest = highest + 1 WHERE kind = 'journal'")
    _sign_with(demo, actor="system", after=highest)

    assert f"Eintrag {highest + 1}: Das Programm hat ihn nicht geschrieben" in demo.run("verify").stderr


def test_a_server_killed_between_both_lines_is_no_fault(demo: Place) -> None:
    head = demo.data / "keys" / "journal.head"
    lines = [line for line in head.read_text().splitlines() if line]
    assert '"done"' in lines[-1]
    head.write_text("\n".join(lines[:-1]) + '\n{"kind": "com')

    assert "alles stimmt" in demo.done("verify")


def test_an_end_that_somebody_else_wrote_is_found(demo: Place) -> None:
    head = demo.data / "keys" / "journal.head"
    head.write_text(head.read_text().replace('"mac": "', '"mac": "0', 1))

    assert "journal.head, Zeile" in demo.run("verify").stderr


def _sign_with(place: Place, *, actor: str, after: int) -> None:
    """All entries after the first `after` by somebody else, with hashes that fit."""
    rows = sql(
        place,
        "SELECT number, at, actor, verb, subject_kind, subject_number, details, hash FROM journal_entry "
        "ORDER BY number",
    )
    previous = None
    for number, at, who, *rest, known in rows:
        moment = datetime.fromisoformat(at) if isinstance(at, str) else at
        entry = Entry(number, moment, actor if number > after else who, *rest)
        fits = hash_of(entry, previous)
        if number > after:
            sql(place, f"UPDATE journal_entry SET actor = '{actor}', hash = '{fits}' WHERE number = {number}")
        else:
            assert fits == known
        previous = fits


def test_a_hand_over_written_anew_is_found(demo: Place) -> None:
    frozen = json.loads(value(demo, "SELECT frozen FROM handover WHERE number = 1"))
    frozen["decisions"][0]["counts"] = dict.fromkeys(frozen["decisions"][0]["counts"], 99)
    text = written(frozen).replace("'", "''")
    sql(demo, f"UPDATE handover SET frozen = '{text}', sha256 = '{fingerprint(written(frozen))}' WHERE number = 1")

    assert "Übergabe 1: Ihr Inhalt ist ein anderer als im Journal" in demo.run("verify").stderr


def test_a_hand_over_that_is_gone_is_found(demo: Place) -> None:
    last = "(SELECT max(id) FROM handover)"
    sql(demo, f"DELETE FROM answer WHERE decision IN (SELECT id FROM handed_decision WHERE handover = {last})")
    sql(demo, f"DELETE FROM handed_decision WHERE handover = {last}")
    sql(demo, f"DELETE FROM handover WHERE id = {last}")

    assert "Das Journal kennt sie, der Datenbestand nicht" in demo.run("verify").stderr


def test_one_flipped_byte_in_the_file_is_found(demo: Place) -> None:
    if not demo.is_sqlite:
        pytest.skip("about SQLite's own file")
    content = demo.sqlite.read_bytes()
    place = content.index(b"count_pollpoll")
    demo.sqlite.write_bytes(content[:place] + b"C" + content[place + 1 :])

    assert demo.run("verify").returncode == 1


def test_it_looks_while_the_server_runs(copies: Callable[[], Place]) -> None:
    demo = copies()
    with demo.serving():
        assert "alles stimmt" in demo.done("verify")
