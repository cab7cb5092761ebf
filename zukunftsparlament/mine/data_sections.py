"""What is known about somebody: a section for what belongs together, lines for each row."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from zukunftsparlament.kernel.texts import _
from zukunftsparlament.mine import data_texts as say
from zukunftsparlament.mine.data_of_proposals import comment, invitation, picture, proposal, removal, together, version
from zukunftsparlament.mine.data_of_sittings import asked, spoke, stood, was_here
from zukunftsparlament.mine.own_data import Tables

Say = Callable[[dict[str, Any]], list[str]]


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    lines: list[str]
    nothing: str = ""


def sections(tables: Tables) -> list[Section]:
    def all_of(*said: tuple[str, Say]) -> list[str]:
        return [line for table, say in said for row in tables[table] for line in say(row)]

    def all_numbers(*names: str) -> list[str]:
        return [line for table in names for line in say.numbers(table, tables[table])]

    return [
        Section(
            _("Wer du hier bist"),
            all_of(("member", say.member), ("name_wish", say.wish), ("seat", say.seat), ("departure", say.going)),
        ),
        Section(_("Deine Karte"), all_of(("card", say.card))),
        Section(_("Wo du angemeldet bist"), all_of(("session", say.session))),
        Section(
            _("Was du vorgeschlagen hast"),
            all_of(
                ("proposal", proposal),
                ("picture", picture),
                ("proposal_version", version),
                ("co_author", together),
                ("invitation", invitation),
                ("removal", removal),
            ),
            _("Noch nichts."),
        ),
        Section(_("Was du gesagt hast"), all_of(("comment", comment)), _("Noch nichts.")),
        Section(
            _("Was du auch willst, und wem du folgst"),
            all_numbers("backing", "follower"),
            _("Noch nichts."),
        ),
        Section(
            _("Abstimmungen"),
            [*all_numbers("on_roll", "turnout", "paper_voter", "secret_wish"), *all_of(("open_vote", say.open_vote))],
            _("Noch keine."),
        ),
        Section(
            _("Sitzungen"),
            all_of(("attendance", was_here), ("speaking_turn", spoke), ("boxed_question", asked), ("candidacy", stood)),
            _("Noch keine."),
        ),
        Section(_("Was du gemeldet hast"), all_of(("report", say.report)), _("Nichts.")),
        Section(_("Nachrichten an dich"), all_of(("message", say.message)), _("Noch keine.")),
    ]
