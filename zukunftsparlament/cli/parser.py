"""argparse, speaking German."""

import argparse
import re
import sys
from collections.abc import Iterable
from typing import Any, NoReturn

from zukunftsparlament.kernel.texts import N_, _

ENDINGS = N_("Rückgabewert: 0 erledigt · 1 etwas stimmt nicht oder ging nicht · 2 falsch aufgerufen")
ENVIRONMENT = N_(
    "Umgebung: ZP_DATA (Datenordner, sonst ./data) · ZP_DATABASE_URL (sonst SQLite im Datenordner)\n"
    "          ZP_PORT (sonst 8000) · ZP_BASE_URL (öffentliche Adresse, sonst http://127.0.0.1:ZP_PORT)\n"
    "          ZP_BEHIND_PROXY (1: ein Proxy davor setzt X-Forwarded-For selbst)"
)
GERMAN = (
    (r"unrecognized arguments: (.*)", N_("„{0}“ kennt dieser Befehl nicht.")),
    (r"the following arguments are required: (.*)", N_("Es fehlt: {0}")),
    (r"argument (.*?): expected (?:one|at least one) argument", N_("Nach {0} fehlt eine Angabe.")),
    (r"argument (.*?): invalid .*?value: '?(.*?)'?", N_("{0}: „{1}“ ist hier nicht möglich.")),
    (r"argument (.*?): invalid choice: '?(.*?)'? \(.*", N_("{0}: „{1}“ ist hier nicht möglich.")),
)


class Layout(argparse.RawDescriptionHelpFormatter):
    def add_usage(
        self, usage: str | None, actions: Iterable[Any], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, _("Aufruf: "))


class Parser(argparse.ArgumentParser):
    def __init__(self, command: str, description: str) -> None:
        super().__init__(
            prog=f"zukunftsparlament {command}",
            description=description.strip(),
            epilog=f"{_(ENVIRONMENT)}\n\n{_(ENDINGS)}",
            formatter_class=Layout,
            add_help=False,
            allow_abbrev=False,
        )
        self._optionals.title, self._positionals.title = _("Schalter"), _("Angaben")
        self.add_argument("-h", "--help", action="help", help=_("zeigt diese Hilfe"))

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(2, f"{in_german(message)}\n")


def in_german(message: str) -> str:
    for pattern, sentence in GERMAN:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return _(sentence).format(*found.groups())
    return message
