"""Whether every version of the rules of procedure can be read."""

import json

from zukunftsparlament.journal.queries import acts
from zukunftsparlament.kernel.checks import Check, Found, numbers_fit
from zukunftsparlament.kernel.sql import Sql
from zukunftsparlament.kernel.texts import N_, _
from zukunftsparlament.procedure.actions import fingerprint
from zukunftsparlament.procedure.rules import WrongRuleSet, read_rule_set

VERSIONS = Sql("SELECT number, valid_from, content FROM rule_set ORDER BY number")


async def _versions_can_be_read() -> Found:
    for row in await VERSIONS.rows():
        try:
            rules = read_rule_set(json.loads(row["content"]))
        except (WrongRuleSet, ValueError):
            return _("Geschäftsordnung, Fassung {number}: Sie ist nicht lesbar.").format(number=row["number"])
        if rules.valid_from != row["valid_from"]:
            said = _("Geschäftsordnung, Fassung {number}: Zwei verschiedene Tage, ab denen sie gilt.")
            return said.format(number=row["number"])
    return None


async def _versions_fit() -> Found:
    rows = {row["number"]: row for row in await VERSIONS.rows()}
    known = {act.subject: act.facts.get("sha256") for act in await acts("add_rule_set", "rule_set")}
    for number, row in rows.items():
        if number not in known:
            return _("Geschäftsordnung, Fassung {number}: Sie steht nicht im Journal.").format(number=number)
        if known[number] not in (None, fingerprint(row["content"])):
            return _("Geschäftsordnung, Fassung {number}: Sie ist anders als im Journal.").format(number=number)
    return None


CHECKS = (
    Check(N_("Geschäftsordnung"), _versions_can_be_read),
    Check(N_("Geschäftsordnung und Journal"), _versions_fit),
    numbers_fit("rule_set", "rule_set"),
)
