"""A rehearsal: the screens of a real sitting, with an agenda that is ready. Nothing of it stays.

How it is wiped: `departures.rehearsals`, as polls and minutes lie above this room.
"""

import secrets
from dataclasses import dataclass

from zukunftsparlament.journal.actions import next_number
from zukunftsparlament.kernel.clock import now
from zukunftsparlament.kernel.database import writing
from zukunftsparlament.kernel.hub import announce
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.kernel.texts import GERMAN, N_, _, speaking
from zukunftsparlament.procedure.queries import valid_on
from zukunftsparlament.sittings.actions.happening import happened
from zukunftsparlament.sittings.queries import sitting, sitting_by_id
from zukunftsparlament.sittings.rules import ItemKind, SittingKind
from zukunftsparlament.sittings.rules.words import REHEARSALS_FROM

ONE_AT_A_TIME = Sql("SELECT id FROM rule_set WHERE id = $1 {for_update}")
GOING_ON = Sql("SELECT id FROM sitting WHERE kind = $1 AND closed_at IS NULL AND cancelled_at IS NULL ORDER BY id")
ADD = Sql(
    "INSERT INTO sitting (number, kind, title, starts_at, place, hint, wifi, rule_set, urgent_reason, created_at, "
    "created_by, invited_at, cancel_reason, due, screen_token, join_token, next_place) "
    "VALUES ($1, $2, $3, $4, $5, '', '', $6, '', $4, $7, $4, '', '{}', $8, $9, '') RETURNING id"
)
ADD_ITEM = Sql(
    "INSERT INTO agenda_item (sitting, mark, place, kind, title, text, owner, minutes, public, money_source, duty, "
    "duty_text, urgent_reason, ended_as, end_reason, note) "
    "VALUES ($1, $2, $2, $3, $4, $5, $6, $7, $8, '', '', '', '', '', '', '')"
)


@dataclass(frozen=True, slots=True)
class Practice:
    """An item of the agenda that is ready. `minutes`: how long it may take."""

    kind: ItemKind
    title: str
    text: str
    owner: str
    minutes: int


MASCOT = 3  # mark of the item with a secret vote that waits to be opened
AGENDA = (
    Practice(ItemKind.OPENING, N_("Anfangen"), N_("Sagt Hallo und schaut, wer da ist."), N_("Vorsitz"), 1),
    Practice(
        ItemKind.PROPOSAL,
        N_("Einmal im Jahr essen alle zusammen"),
        N_("Beide vom Vorsitz sagen kurz etwas dazu. Dann stimmt ihr ab: Ja oder Nein?"),
        N_("Vorsitz"),
        3,
    ),
    Practice(
        ItemKind.PROPOSAL,
        N_("Geheim abstimmen: Welches Tier wird unser Maskottchen?"),
        N_("Igel, Eule oder Fuchs? Niemand sieht, was du nimmst."),
        N_("Vorsitz"),
        2,
    ),
    Practice(
        ItemKind.ELECTION,
        N_("Wahl: Wer sagt heute das Schlusswort?"),
        N_("Der Vorsitz öffnet die Liste. Wer das möchte, tippt dann auf „Ich kandidiere“."),
        N_("Vorsitz"),
        3,
    ),
    Practice(ItemKind.QUESTIONS, N_("Fragen"), N_("Wer noch etwas wissen will, meldet sich."), N_("Jugendbüro"), 1),
)


async def start_rehearsal(*, actor: str) -> int:
    """Returns its number. There is one at a time: whoever taps while another goes on, comes to that one."""
    async with writing():
        version = await valid_on()
        await ONE_AT_A_TIME.rows(version.id)
        if running := await GOING_ON.rows(SittingKind.REHEARSAL):
            return (await sitting_by_id(running[-1]["id"])).number
        number = REHEARSALS_FROM + await next_number(SittingKind.REHEARSAL)
        with speaking(GERMAN):
            title, place = _("Übung"), _("Wo ihr gerade seid")
            tokens = (secrets.token_urlsafe(16), secrets.token_urlsafe(16))
            row_id = int(
                await ADD.value(number, SittingKind.REHEARSAL, title, now(), place, version.id, actor, *tokens)
            )
            for mark, item in enumerate(AGENDA, start=1):
                said = (_(item.title), _(item.text), _(item.owner))
                await ADD_ITEM.rows(row_id, mark, item.kind, *said, item.minutes, True)
        announce("sittings")
        await happened(await sitting(number), "invited", actor=actor)
    return number
