"""The command line. One module per command; only the one that is asked for is loaded."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from zukunftsparlament import __version__
from zukunftsparlament.cli.faults import Fault, expected, sentence_about
from zukunftsparlament.cli.parser import Parser
from zukunftsparlament.kernel.settings import WrongSettings
from zukunftsparlament.kernel.texts import N_, _

DONE, FOUND_SOMETHING, WRONG_USAGE = 0, 1, 2

COMMANDS = {
    "init": N_("richtet eine neue Installation ein"),
    "serve": N_("startet den Server"),
    "demo": N_("startet eine Vorführung mit erfundenen Leuten"),
    "migrate": N_("bringt den Datenbestand auf den Stand dieses Programms"),
    "seed": N_("füllt einen leeren Datenbestand mit der Vorführung"),
    "cards": N_("macht einen Satz Karten als PDF"),
    "staff": N_("legt ein Konto des Jugendbüros an, beendet oder erneuert es"),
    "verify": N_("prüft, ob der Datenbestand in sich stimmt"),
    "backup": N_("sichert den Datenbestand, auch im laufenden Betrieb"),
    "restore": N_("spielt eine Sicherung zurück"),
    "bench": N_("misst, wie schnell es auf dieser Maschine ist"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    asked = list(sys.argv[1:] if arguments is None else arguments)
    if not asked or asked[0] not in COMMANDS:
        return _overview(asked)
    os.umask(0o077)  # whatever we write is for nobody else on this machine
    command = import_module(f"zukunftsparlament.cli.{asked[0]}")
    parser = Parser(asked[0], _(command.HELP))
    command.arguments(parser)
    try:
        return int(command.run(parser.parse_args(asked[1:])))
    except WrongSettings as wrong:
        return _say(str(wrong), WRONG_USAGE)
    except Fault as fault:
        return _say(str(fault), fault.code)
    except KeyboardInterrupt:
        return _say(_("Abgebrochen. Was schon fertig war, bleibt."), FOUND_SOMETHING)
    except BrokenPipeError:  # `| head` has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FOUND_SOMETHING
    except expected() as error:
        return _say(sentence_about(error), FOUND_SOMETHING)


def _overview(asked: list[str]) -> int:
    if asked and asked[0] == "--version":
        print(__version__)
        return DONE
    print(_("Aufruf: zukunftsparlament BEFEHL [Schalter]\n\nBefehle:"))
    for name, summary in COMMANDS.items():
        print(f"  {name:<9}{_(summary)}")
    print(_("\nMehr über einen Befehl: zukunftsparlament BEFEHL --help"))
    if not asked or asked[0] in ("-h", "--help"):
        return DONE if asked else WRONG_USAGE
    return _say(_("Den Befehl „{name}“ gibt es nicht.").format(name=asked[0]), WRONG_USAGE)


def _say(sentence: str, code: int) -> int:
    print(sentence, file=sys.stderr)
    return code
