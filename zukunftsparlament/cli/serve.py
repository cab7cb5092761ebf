"""`zukunftsparlament serve`"""

import argparse
import os
import socket
from pathlib import Path

from zukunftsparlament.cli.faults import Fault
from zukunftsparlament.cli.parser import Parser
from zukunftsparlament.kernel.server import InUse, holding_the_store
from zukunftsparlament.kernel.settings import settings
from zukunftsparlament.kernel.texts import N_, _

HELP = N_("""
Startet den Server und läuft, bis er mit Strg+C oder SIGTERM beendet wird. Er schreibt kein
Zugriffsprotokoll: Wann jemand abgestimmt hat, soll nirgends stehen.

Telefone im selben WLAN brauchen TLS: entweder --cert und --key oder ein Proxy davor; dann steht
in ZP_BASE_URL die Adresse, die im Browser zu sehen ist (https://…).

Dateien:   ZP_DATA/keys (wird beim ersten Start angelegt, nie in einer Sicherung),
           ZP_DATA/deletions.jsonl, ZP_DATA/server.lock, der Datenbestand
Beispiele: zukunftsparlament serve
           zukunftsparlament serve --host 0.0.0.0 --port 8443 --cert haus.crt --key haus.key
""")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--host", default="127.0.0.1", metavar="ADRESSE", help=_("worauf gehört wird (sonst 127.0.0.1)")
    )
    parser.add_argument("--port", type=int, metavar="ZAHL", help=_("sonst ZP_PORT oder 8000"))
    parser.add_argument("--cert", type=Path, metavar="DATEI", help=_("TLS-Zertifikat mit Kette (PEM)"))
    parser.add_argument("--key", type=Path, metavar="DATEI", help=_("privater Schlüssel dazu (PEM)"))


def run(args: argparse.Namespace) -> int:
    prepare(args)
    must_be_free(args.host, settings().port)
    try:
        with holding_the_store(alone=settings().is_sqlite):
            return serve(args)
    except InUse:
        raise Fault(_("In diesem Datenordner läuft schon ein Server: {path}").format(path=settings().data)) from None


def prepare(args: argparse.Namespace) -> None:
    """Flags win over the environment. Before anything reads the settings."""
    if (args.cert is None) != (args.key is None):
        Parser("serve", "").error(_("--cert und --key gehören zusammen."))
    for path in filter(None, (args.cert, args.key)):
        path.open("rb").close()
    if args.port is not None:
        os.environ["ZP_PORT"] = str(args.port)
    if args.cert and "ZP_BASE_URL" not in os.environ:
        os.environ["ZP_BASE_URL"] = f"https://127.0.0.1:{os.environ.get('ZP_PORT', '8000')}"


def must_be_free(host: str, port: int) -> None:
    """granian shares a port with whoever has it (SO_REUSEPORT); two servers would answer in turn."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except PermissionError:
            raise Fault(_("Für Port {port} braucht es mehr Rechte; ab 1024 geht es ohne.").format(port=port)) from None
        except OSError:
            said = _("Auf {host}, Port {port}, läuft schon etwas anderes (oder die Adresse gibt es hier nicht).")
            raise Fault(said.format(host=host, port=port)) from None


def serve(args: argparse.Namespace, *, greeting: str = "") -> int:
    """With the store held. `greeting` is printed once the server answers."""
    import uvloop

    from zukunftsparlament.cli.store import quiet_libraries

    quiet_libraries()
    if not uvloop.run(_serve(args, greeting)):
        raise Fault(_("Der Server ist nicht gestartet; der Grund steht darüber."))
    return 0


async def _serve(args: argparse.Namespace, greeting: str) -> bool:
    from zukunftsparlament.cli.serving import serve_until_told
    from zukunftsparlament.cli.store import must_be_current
    from zukunftsparlament.journal.numbers import write_down_numbers

    await must_be_current()
    await write_down_numbers()
    from zukunftsparlament.app import app

    def say_ready() -> None:
        print(_("Das Zukunftsparlament ist da: {address}").format(address=settings().base_url), flush=True)
        if greeting:
            print(greeting, flush=True)

    return await serve_until_told(
        app, host=args.host, port=settings().port, cert=args.cert, key=args.key, on_ready=say_ready
    )
