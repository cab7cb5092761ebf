"""An account of the youth office: passphrase and second factor, shown once, stored never."""

import argparse
import sys
from dataclasses import dataclass

from zukunftsparlament.cli.asking import ask, ask_secret
from zukunftsparlament.cli.faults import Fault
from zukunftsparlament.cli.terminal import qr
from zukunftsparlament.kernel.sentences import sentence
from zukunftsparlament.kernel.texts import _
from zukunftsparlament.people.staff import is_code_of, new_passphrase, new_totp_secret, totp_link, why_not_staff

TRIES = 5


@dataclass(frozen=True)
class Account:
    name: str
    passphrase: str
    is_generated: bool
    totp_secret: str
    link: str


def first_account(args: argparse.Namespace, *, issuer: str) -> Account:
    asks = not args.yes and sys.stdin.isatty()
    name = args.staff_name or (ask(_("Name des ersten Kontos"), _("Jugendbüro")) if asks else _("Jugendbüro"))
    return new_account(name, issuer=issuer, asks=asks)


def new_account(name: str, *, issuer: str, asks: bool) -> Account:
    """Asks for what is missing, and for a code of the second factor: an app that was never set up locks you out."""
    passphrase = _typed_passphrase(name) if asks else ""
    is_generated = not passphrase
    passphrase = passphrase or new_passphrase()
    if why_not := why_not_staff(name, passphrase):
        raise Fault(sentence(why_not), code=2)
    secret = new_totp_secret()
    account = Account(name, passphrase, is_generated, secret, totp_link(name, secret, issuer=issuer))
    if asks:
        print(_("Lesen Sie diesen Code mit einer Authenticator-App ein:\n"))
        print(f"{qr(account.link)}\n{account.link}\n")
        _must_know_the_code(secret)
    return account


def show_account(account: Account, *, shown_before: bool) -> None:
    """What nobody can read again. `shown_before`: the QR code has been, while it was asked for."""
    if account.is_generated:
        print(_("Passphrase (nur jetzt zu sehen): {passphrase}").format(passphrase=account.passphrase))
    if not (shown_before and sys.stdin.isatty()):
        print(_("Zweiter Faktor (nur jetzt zu sehen): {link}").format(link=account.link))
        print(qr(account.link))


def _typed_passphrase(name: str) -> str:
    """Empty when one shall be made."""
    for _try in range(TRIES):
        first = ask_secret(_("Passphrase, mindestens 12 Zeichen (leer: eine erzeugen)"))
        if not first:
            return ""
        if why_not := why_not_staff(name, first):
            print(sentence(why_not))
        elif ask_secret(_("Noch einmal")) == first:
            return first
        else:
            print(_("Die beiden Eingaben sind verschieden."))
    raise Fault(_("Keine Passphrase festgelegt. Nichts geändert."))


def _must_know_the_code(secret: str) -> None:
    for _try in range(TRIES):
        if is_code_of(secret, ask(_("Code aus der App"))):
            return
        print(_("Der Code stimmt nicht. Geht die Uhr dieses Rechners richtig?"))
    raise Fault(_("Der zweite Faktor ist nicht eingerichtet. Nichts geändert."))
