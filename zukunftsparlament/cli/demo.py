"""`zukunftsparlament demo`"""

import argparse
import json
from typing import Any

import pyotp

from zukunftsparlament.cli import seed, serve
from zukunftsparlament.cli.faults import Fault
from zukunftsparlament.cli.store import is_in_use, on_a_loop
from zukunftsparlament.cli.terminal import qr
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.migrations import migrate
from zukunftsparlament.kernel.server import InUse, holding_the_store
from zukunftsparlament.kernel.settings import settings
from zukunftsparlament.kernel.texts import N_, _

HELP = N_("""
Startet eine Vorführung: Holzwickede mit sieben Schulen, 18 Sitzen, Vorschlägen, Abstimmungen und
Übergaben, alle Personen erfunden. Ist der Datenordner leer, wird er gefüllt; beim nächsten Start
geht es weiter, wo es aufgehört hat. Auf einer echten Installation startet die Vorführung nicht.

Gezeigt werden die Adresse und je Rolle ein Anmelde-Link mit QR-Code. Sie stehen auch in demo.json.

Dateien:   wie bei „serve“, dazu ZP_DATA/demo.json (nur für Sie lesbar)
Beispiel:  zukunftsparlament demo
""")

ROLES = {
    "young": N_("Jugendliche mit Karte"),
    "member": N_("Mitglied"),
    "deputy": N_("Vertretung"),
    "chair": N_("Vorsitz"),
    "moderator": N_("Moderation"),
}
TOTP_SECONDS = 30


def arguments(parser: argparse.ArgumentParser) -> None:
    serve.arguments(parser)


def run(args: argparse.Namespace) -> int:
    serve.prepare(args)
    serve.must_be_free(args.host, settings().port)
    try:
        with holding_the_store(alone=settings().is_sqlite):
            found = on_a_loop(_demo())
            return serve.serve(args, greeting=greeting(found))
    except InUse:
        raise Fault(_("In diesem Datenordner läuft schon ein Server: {path}").format(path=settings().data)) from None


async def _demo() -> dict[str, Any]:
    """What stands in demo.json, made now if there is nothing yet."""
    if seed.was_interrupted() or not await is_in_use():
        return await seed.fill()
    if not seed.demo_json().exists():
        raise Fault(_("Hier ist eine echte Installation. Für eine Vorführung ZP_DATA auf einen leeren Ordner setzen."))
    await migrate()
    return dict(json.loads(seed.demo_json().read_text(encoding="utf-8")))


def greeting(found: dict[str, Any]) -> str:
    """One card of each role to scan or to click, of the chairs both, and the office."""
    parts = []
    for role, german in ROLES.items():
        cards = [card for card in found["cards"] if card["role"] == role]
        for card in cards[: 2 if role == "chair" else 1]:  # two lead together
            parts.append(
                f"\n{_(german)} · {card['name']} · {' '.join(card['words'])}\n{card['link']}\n{qr(card['link'])}"
            )
    parts += [_office(found, staff) for staff in found["staff"]]
    parts.append(_("\nAlle Karten stehen in {path}. Beenden: Strg+C").format(path=seed.demo_json()))
    parts.append(_("Eine Sitzung proben: mit dem Link vom Vorsitz anmelden, „Vorsitz“, „Übung starten“."))
    parts.append(_("Den Link vom Mitglied dazu in einem privaten Fenster öffnen."))
    # Once more, and last: the line that said it first is out of sight by now.
    parts.append(_("Im Browser öffnen: {address}").format(address=settings().base_url))
    return "\n".join(parts)


def _office(found: dict[str, Any], staff: dict[str, Any]) -> str:
    moment = int(now().timestamp())
    code = pyotp.TOTP(staff["totp_secret"]).at(moment)
    said = _(
        "\nJugendbüro · {address}\nName: {name}\nPassphrase: {passphrase}\n"
        "Code: {code} (noch {seconds} Sekunden; der nächste kommt aus einer App mit dem Geheimnis {secret})"
    )
    return said.format(
        address=f"{found['base_url']}/buero/anmeldung",
        name=staff["name"],
        passphrase=staff["passphrase"],
        code=code,
        seconds=TOTP_SECONDS - moment % TOTP_SECONDS,
        secret=staff["totp_secret"],
    )
