"""The form of the rules of procedure, as an office fills it in."""

import re

from tests import makers
from tests.client import Client
from zukunftsparlament.kernel.clock import today
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.office.rules_form import form_of
from zukunftsparlament.procedure import queries
from zukunftsparlament.procedure.actions import add_version
from zukunftsparlament.procedure.rules import (
    HOLZWICKEDE,
    RuleSet,
)

HOME = "/buero/geschaeftsordnung"
VERSIONS = Sql("SELECT count(*) FROM rule_set")


def filled(**typed: str) -> dict[str, str]:
    """The form as it comes, started from the default, with these fields typed over."""
    return dict(form_of(HOLZWICKEDE, valid_from=today().isoformat()).fields) | typed


async def office(client: Client, places: int = 18) -> Client:
    await add_version(HOLZWICKEDE, actor="system")
    for number in range(1, places + 1):
        await makers.seat(number, school=None, place=1)
    return await client.sign_in(staff=await makers.staff())


async def entered(client: Client, **typed: str) -> RuleSet:
    answer = await client.send_form(HOME, filled(**typed))
    assert answer.status_code == 303, re.findall(r'class="errors".*?</div>', answer.text, re.S)
    number = int(answer.headers["location"].partition("=")[2])
    return (await queries.by_number(number)).rules
