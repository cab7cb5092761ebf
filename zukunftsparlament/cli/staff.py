"""`zukunftsparlament staff`"""

import argparse
import sys

from zukunftsparlament.cli.account import Account, new_account, show_account
from zukunftsparlament.cli.asking import must_say_yes
from zukunftsparlament.cli.faults import Fault
from zukunftsparlament.cli.store import must_be_current, no_new_store, on_a_loop
from zukunftsparlament.kernel.refusals import Refused
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.texts import N_, _
from zukunftsparlament.people import queries
from zukunftsparlament.people.staff import StaffWhyNot, create_staff, end_staff, is_staff, renew_staff

HELP = N_("""
Die Konten des Jugendbüros. Der Server darf dabei laufen.

add     legt ein Konto an, mit Passphrase und zweitem Faktor (TOTP)
renew   gibt einem Konto eine neue Passphrase und einen neuen zweiten Faktor, zum Beispiel nach dem
        Verlust des Telefons; die alten gelten sofort nicht mehr. Ein beendetes Konto gilt damit wieder.
        Wer damit Sorgen gelesen hat, übernimmt das danach im Büro noch einmal
end     beendet ein Konto: Niemand meldet sich mehr damit an, offene Anmeldungen enden sofort. Was
        damit getan wurde, bleibt im Journal. Das letzte Konto lässt sich nicht beenden

Passphrase und TOTP-Geheimnis werden nur hier einmal gezeigt; gespeichert sind ein Hash und ein
versiegelter Wert.

Dateien:   der Datenbestand, ZP_DATA/keys/server.key
Beispiele: zukunftsparlament staff add "Jugendbüro 2"
           zukunftsparlament staff end "Jugendbüro 2"
""")

DONE = {
    "add": N_("Das Konto ist angelegt: {name}"),
    "renew": N_("Das Konto ist erneuert: {name}"),
    "end": N_("Das Konto ist beendet: {name}"),
}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("act", choices=DONE, metavar="add|end|renew", help=_("was geschehen soll"))
    parser.add_argument("name", metavar="NAME", help=_("Name des Kontos, wie beim Anmelden"))
    parser.add_argument(
        "--yes", action="store_true", help=_("nichts fragen: Passphrase erzeugen, TOTP nicht nachprüfen")
    )


def run(args: argparse.Namespace) -> int:
    no_new_store()
    try:
        issuer = on_a_loop(_issuer(args.act, args.name))
        if args.act == "end":
            _end(args)
        else:
            _give_secrets(args, issuer)
    except Refused as refused:
        raise Fault(sentence(refused.reason)) from None
    return 0


def _end(args: argparse.Namespace) -> None:
    if not args.yes:
        must_say_yes(_("Das Konto „{name}“ beenden?").format(name=args.name))
    on_a_loop(end_staff(args.name))
    print(_(DONE["end"]).format(name=args.name))


def _give_secrets(args: argparse.Namespace, issuer: str) -> None:
    asks = not args.yes and sys.stdin.isatty()
    account = new_account(args.name, issuer=issuer, asks=asks)
    on_a_loop(_save(args.act, account))
    print(_(DONE[args.act]).format(name=account.name))
    show_account(account, shown_before=asks)


async def _issuer(act: str, name: str) -> str:
    """What the authenticator app shows beside the name. Raises Refused before anything is asked."""
    await must_be_current()
    if await is_staff(name) == (act == "add"):
        raise Refused(StaffWhyNot.NAME_TAKEN if act == "add" else StaffWhyNot.UNKNOWN)
    place = await queries.municipality()
    return f"{place['parliament']} {place['name']}".strip()


async def _save(act: str, account: Account) -> None:
    if act == "add":
        await create_staff(account.name, account.passphrase, totp_secret=account.totp_secret)
    else:
        await renew_staff(account.name, account.passphrase, account.totp_secret)
