"""`zukunftsparlament restore`"""

import argparse
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from zukunftsparlament.cli import old_store
from zukunftsparlament.cli.asking import must_say_yes
from zukunftsparlament.cli.faults import Fault
from zukunftsparlament.cli.finding import tell_everything_anew
from zukunftsparlament.cli.store import is_in_use, on_a_loop
from zukunftsparlament.cli.verify import broken_records
from zukunftsparlament.concerns.restoring import drop_what_opens_for_nobody
from zukunftsparlament.departures.replaying import delete_again
from zukunftsparlament.departures.wiping import wipe
from zukunftsparlament.journal import head
from zukunftsparlament.journal.actions import record
from zukunftsparlament.journal.numbers import begin_anew, raise_numbers
from zukunftsparlament.kernel import deletions
from zukunftsparlament.kernel.backups import Backup, BrokenBackup, opened
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.dates import day_and_time
from zukunftsparlament.kernel.migrations import migrate
from zukunftsparlament.kernel.server import InUse, holding_the_store
from zukunftsparlament.kernel.tables import continue_row_ids, empty_everything
from zukunftsparlament.kernel.texts import N_, _, ngettext
from zukunftsparlament.people.minutes import of_roles
from zukunftsparlament.people.restoring import shut_dead_cards
from zukunftsparlament.polls.restoring import destroy_all_keys, void_what_was_under_way
from zukunftsparlament.proposals.actions.tidying import tidy_pictures

HELP = N_("""
Spielt eine Sicherung zurück, während der Server nicht läuft. Danach gilt:

- Abstimmungen, die in der Sicherung offen oder nicht ausgezählt sind, werden ungültig; ihre
  Schlüssel werden vernichtet.
- Niemand ist mehr angemeldet.
- Wer seit der Sicherung gelöscht wurde, bleibt gelöscht, und die Texte, die mitgehen sollten, auch; keine
  Nummer wird zweimal vergeben (ZP_DATA/deletions.jsonl).
- Karten, die seit der Sicherung ersetzt wurden, bleiben tot und werden genannt: Ihre Inhaber brauchen
  noch einmal neue.

Der bisherige Stand wird vorher in ZP_DATA/backups beiseitegelegt. Am Schluss wird geprüft wie mit
„verify“. Bricht es vorher ab, ist alles wie zuvor.

Dateien:   DATEI, der Datenbestand, ZP_DATA/backups, ZP_DATA/keys/polls
Beispiel:  zukunftsparlament restore /mnt/sicherung/heute.tar.gz
""")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="DATEI", help=_("eine Sicherung von „backup“"))
    parser.add_argument("--yes", action="store_true", help=_("nicht nachfragen"))


def run(args: argparse.Namespace) -> int:
    try:
        with holding_the_store(alone=True), opened(args.file) as backup:
            return restore(backup, ask=not args.yes)
    except InUse:
        raise Fault(_("Der Server läuft. Bitte zuerst beenden, dann zurückspielen.")) from None
    except BrokenBackup as broken:
        said = _("Das ist keine unversehrte Sicherung dieses Programms ({what}). Es wurde nichts geändert.")
        raise Fault(said.format(what=broken)) from None


def restore(backup: Backup, *, ask: bool) -> int:
    if backup.is_from_a_newer_program:
        raise Fault(_("Die Sicherung stammt von einer neueren Fassung des Programms. Bitte zuerst aktualisieren."))
    made_at = day_and_time(datetime.fromisoformat(backup.manifest.made_at))
    if ask and old_store.exists() and on_a_loop(is_in_use()):
        must_say_yes(_("Den jetzigen Stand durch den vom {moment} ersetzen?").format(moment=made_at))
    old_store.know_who_is_going()
    with old_store.replaced() as aside, head.held_back():
        backup.copy_pictures()  # before the rows that speak of them
        found = on_a_loop(_load(backup, made_at))
    on_a_loop(begin_anew())
    destroy_all_keys()
    on_a_loop(tidy_pictures(older_than_seconds=0))
    on_a_loop(tell_everything_anew())
    on_a_loop(wipe(uploads=False))
    print(_("Zurückgespielt: der Stand vom {moment}.").format(moment=made_at))
    if aside is not None:
        print(_("Der bisherige Stand liegt in {path}").format(path=aside))
    found.tell()
    return on_a_loop(broken_records())


@dataclass(frozen=True)
class Replayed:
    """What is different from the backup: polls that are void, cards that open nothing, people and concerns gone."""

    voided: list[int]
    dead_cards: list[str]
    deleted: int
    lost_concerns: int

    def tell(self) -> None:
        if self.voided:
            print(_("Ungültig, weil sie damals liefen: {polls}").format(polls=", ".join(map(str, self.voided))))
        if self.dead_cards:
            said = _("Ersetzt seit der Sicherung; diese Karten bitte noch einmal ersetzen: {cards}")
            print(said.format(cards=", ".join(self.dead_cards)))
        if self.deleted:
            said = ngettext("{n} Person bleibt gelöscht.", "{n} Personen bleiben gelöscht.", self.deleted)
            print(said.format(n=self.deleted))
        if self.lost_concerns:
            said = ngettext(
                "{n} Sorge ist weg: Ihr Schlüssel liegt nicht mehr in keys/concerns.",
                "{n} Sorgen sind weg: Ihre Schlüssel liegen nicht mehr in keys/concerns.",
                self.lost_concerns,
            )
            print(said.format(n=self.lost_concerns))


async def _load(backup: Backup, made_at: str) -> Replayed:
    """Killed before its end, nothing has happened."""
    await migrate()
    deletions.add_lines(backup.deletions())
    async with writing():
        await empty_everything()
        await backup.load()
        deleted, dead_cards = await delete_again(), await shut_dead_cards()
        lost_concerns = await drop_what_opens_for_nobody()
        await continue_row_ids()
        await raise_numbers()
        reason = _("Die Datensicherung vom {moment} musste zurückgespielt werden.").format(moment=made_at)
        voided = await void_what_was_under_way(reason)
        facts = {"made_at": backup.manifest.made_at, "void": voided, "roles": await of_roles()}
        await record(actor="system", verb="restore", subject_kind="store", subject_number=None, **facts)
    return Replayed(voided, dead_cards, deleted, lost_concerns)
