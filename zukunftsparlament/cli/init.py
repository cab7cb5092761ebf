"""`zukunftsparlament init`"""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from zukunftsparlament.cli.account import Account, first_account, show_account
from zukunftsparlament.cli.asking import ask, ask_lines
from zukunftsparlament.cli.faults import Fault
from zukunftsparlament.cli.store import is_in_use, on_a_loop
from zukunftsparlament.handovers.bodies import add_body
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.migrations import migrate
from zukunftsparlament.kernel.texts import N_, _
from zukunftsparlament.people.founding import Contact, School, found, read_school
from zukunftsparlament.people.staff import create_staff
from zukunftsparlament.procedure.actions import add_version
from zukunftsparlament.procedure.rules import HOLZWICKEDE

HELP = N_("""
Richtet eine neue, leere Installation ein: Gemeinde, Schulen, Sitze, Geschäftsordnung, Gremien und
das erste Konto des Jugendbüros mit zweitem Faktor (TOTP). Was nicht als Schalter angegeben ist,
wird gefragt. Alles zusammen wird am Schluss in einem Schritt gespeichert; ein Abbruch hinterlässt
nichts. Passphrase und TOTP-Geheimnis werden nur hier einmal gezeigt; gespeichert sind ein Hash und
ein versiegelter Wert.

Die Geschäftsordnung beginnt mit der von Holzwickede und lässt sich später als neue Fassung ändern.

Eine Schule je Zeile:  Name;Kurzname;Grundschule|Förderschule|weiterführend;Sitze
Ein Gremium je Zeile:  Name;Kurzname

Dateien:   der Datenbestand, ZP_DATA/keys/server.key (getrennt vom Rest sichern!)
Beispiele: zukunftsparlament init
           zukunftsparlament init --name Beispielstadt --schools schulen.csv --at-large 2 \\
             --body "Rat der Stadt;Rat" --office-name "Kinder- und Jugendbüro" --staff-name Jugendbüro
""")


def arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--name", metavar="GEMEINDE", help=_("Name der Gemeinde"))
    add("--parliament", metavar="NAME", help=_("wie sich das Parlament nennt (sonst Zukunftsparlament)"))
    add("--schools", type=Path, metavar="DATEI", help=_("Schulen, eine je Zeile"))
    add("--school", action="append", default=[], metavar="ZEILE", help=_("eine Schule; mehrfach möglich"))
    add("--at-large", type=int, metavar="ZAHL", help=_("Sitze für die, die woanders zur Schule gehen"))
    add("--body", action="append", default=[], metavar="ZEILE", help=_("ein Gremium; mehrfach möglich"))
    add("--office-name", metavar="NAME", help=_("Name des Jugendbüros, wie er auf den Karten steht"))
    add("--office-place", metavar="ORT", help=_("wo man es findet"))
    add("--office-phone", metavar="NUMMER", help=_("Telefon des Jugendbüros"))
    add("--office-email", metavar="ADRESSE", help=_("E-Mail des Jugendbüros"))
    add("--staff-name", metavar="NAME", help=_("Name des ersten Kontos"))
    add("--yes", action="store_true", help=_("nichts fragen: Passphrase erzeugen, TOTP nicht nachprüfen"))


@dataclass(frozen=True)
class Wish:
    """Everything that will be saved, asked for before anything is."""

    name: str
    parliament: str
    schools: list[School]
    at_large: int
    bodies: list[tuple[str, str]]
    contact: Contact


def run(args: argparse.Namespace) -> int:
    on_a_loop(_must_be_empty())
    wish = _wish(args, nothing_asked if args.yes else ask)
    account = first_account(args, issuer=f"{wish.parliament} {wish.name}")
    on_a_loop(_save(wish, account))
    print(_("\nEingerichtet. Das erste Konto heißt: {name}").format(name=account.name))
    show_account(account, shown_before=not args.yes)
    print(_("Starten: zukunftsparlament serve · Anmelden: /buero/anmeldung"))
    return 0


def _wish(args: argparse.Namespace, ask: Callable[..., str]) -> Wish:
    name = args.name or ask(_("Name der Gemeinde"))
    if not name:
        raise Fault(_("Es fehlt: --name"), code=2)
    schools = _schools(args)
    at_large = args.at_large if args.at_large is not None else _number(ask(_("Sitze für andere Schulen"), "0"))
    bodies = _bodies(args, name)
    contact = Contact(
        name=args.office_name or ask(_("Name des Jugendbüros"), _("Jugendbüro")),
        place=args.office_place or ask(_("Wo man es findet")),
        phone=args.office_phone or ask(_("Telefon")),
        email=args.office_email or ask(_("E-Mail")),
    )
    parliament = args.parliament or ask(_("Name des Parlaments"), "Zukunftsparlament")
    return Wish(name, parliament, schools, at_large, bodies, contact)


def nothing_asked(question: str, default: str = "") -> str:
    return default


async def _must_be_empty() -> None:
    if await is_in_use():
        raise Fault(_("Hier ist schon eine Installation eingerichtet. Es wurde nichts geändert."))
    await migrate()


async def _save(wish: Wish, account: Account) -> None:
    async with writing():
        await found(
            wish.name,
            parliament=wish.parliament,
            contact=wish.contact,
            schools=wish.schools,
            at_large=wish.at_large,
        )
        await add_version(HOLZWICKEDE, actor="system")
        for body, short in wish.bodies:
            await add_body(body, short, actor="system")
        await create_staff(account.name, account.passphrase, totp_secret=account.totp_secret)


def _schools(args: argparse.Namespace) -> list[School]:
    lines = list(args.school)
    if args.schools is not None:
        lines += args.schools.read_text(encoding="utf-8").splitlines()
    if not lines and not args.yes:
        lines = ask_lines(
            _("Schulen: Name;Kurzname;Grundschule|Förderschule|weiterführend;Sitze. Leere Zeile beendet.")
        )
    schools = []
    for line in filter(str.strip, lines):
        try:
            schools.append(read_school(line))
        except ValueError:
            raise Fault(_("Diese Schule ist nicht zu verstehen: {line}").format(line=line.strip()), code=2) from None
    return schools


def _bodies(args: argparse.Namespace, municipality: str) -> list[tuple[str, str]]:
    lines = args.body
    if not lines and not args.yes:
        lines = ask_lines(_("Gremien, die Ergebnisse bekommen: Name;Kurzname. Leere Zeile beendet."))
    if not lines:
        lines = [_("Rat der Gemeinde {name};Rat").format(name=municipality)]
    bodies = []
    for line in lines:
        name, _semicolon, short = (part.strip() for part in line.partition(";"))
        bodies.append((name, short or name[:60]))
    return bodies


def _number(text: str) -> int:
    if not text.isdecimal() or int(text) > 100:
        raise Fault(_("Das ist keine Zahl von 0 bis 100: {text}").format(text=text), code=2)
    return int(text)
